import pytest

from factcheck.verdict.aliases import alias_groups, core, initials
from factcheck.verdict.marks import DENIAL, EXTENT, find_marks
from factcheck.verdict.opposites import denies, negates, opposed
from factcheck.verdict.synonyms import akin


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("buy", "purchase"),
        ("resign", "step_down"),
        ("resign", "resignation"),
        ("sack", "dismiss"),
        ("fall", "drop"),
    ],
)
def test_words_that_may_stand_for_each_other(one: str, other: str) -> None:
    assert akin(one, other)
    assert akin(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("injure", "kill"), ("suspend", "ban"), ("acquit", "discharge"), ("case", "death"), ("rise", "fall")],
)
def test_words_that_must_not(one: str, other: str) -> None:
    assert not akin(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rise", "fall"),
        ("uphold", "overturn"),
        ("acquit", "convict"),
        ("approve", "reject"),
        ("lawful", "unlawful"),
    ],
)
def test_opposites_exclude_each_other_both_ways(one: str, other: str) -> None:
    assert opposed(one, other)
    assert opposed(other, one)
    assert not opposed(one, one)


def test_no_word_is_opposed_to_its_own_synonym_of_the_same_sense() -> None:
    for camp in (("rise", "climb", "soar"), ("convict", "jail"), ("approve", "pass", "ratify")):
        for one in camp:
            assert not any(opposed(one, other) for other in camp)


def test_words_that_turn_a_clause() -> None:
    assert negates("not")
    assert not negates("now")
    assert denies("refuse")
    assert not denies("accept")


def test_names_without_company_forms_and_offices() -> None:
    assert core(("corvin", "rail", "ltd")) == ("corvin", "rail")
    assert core(("president", "brandt")) == ("brandt",)
    assert core(("ltd",)) == ("ltd",)
    assert initials(("bank", "of", "dorvale")) == "bd"
    assert alias_groups(("who",)) == alias_groups(("world", "health", "organization"))


def test_marks_name_what_they_mark() -> None:
    text = "All but two of the 30 wells were not tested at the close."
    marks = {mark.span.of(text): (mark.topic, mark.value) for mark in find_marks(text)}

    assert marks["All but"] == (DENIAL, "exception")
    assert marks["not"] == (DENIAL, "denial")
    assert marks["at the close"][1] == "at the close"
    assert [m.value for m in find_marks("the second-largest port") if m.topic == EXTENT] == ["ranked"]
    assert [m.value for m in find_marks("It isn't open") if m.topic == DENIAL] == ["denial"]
    assert find_marks("") == ()
