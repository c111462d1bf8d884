from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.evidence import Reference, Source, SourceKind
from factcheck.matching.copies import fold, wording

FERRY = (
    "Calder Ferries' profit rose 12% to $6.4 million in the year to 31 March 2024, and not one route closed."
)

SAME = [
    (FERRY, f"{FERRY} (AP)"),
    (FERRY, f"{FERRY} – Reuters"),
    (FERRY, FERRY.replace("'", "’")),
    (FERRY, FERRY.replace(" in the year", "  in\nthe year")),
    ("The mayor said that “nobody was told”.", 'The mayor said that "nobody was told".'),
]

OTHER = [
    (FERRY, f"LEITH (Reuters) - {FERRY}"),
    ("No, prices fell in Leith in 2023.", "No prices fell in Leith in 2023."),
    ("It fell to –12 degrees.", "It fell to 12 degrees."),
    ("The minister, said the clerk, lied.", "The minister said the clerk lied."),
    (FERRY, FERRY.replace("12%", "13%")),
    (FERRY, FERRY.replace("$6.4", "$64")),
    (FERRY, FERRY.replace("$6.4", "£6.4")),
    (FERRY, FERRY.replace("million", "billion")),
    (FERRY, FERRY.replace("12%", "12 percentage points")),
    (FERRY, FERRY.replace("31 March", "30 March")),
    (FERRY, FERRY.replace("March", "May")),
    (FERRY, FERRY.replace("2024", "2023")),
    (FERRY, FERRY.replace("rose", "fell")),
    (FERRY, FERRY.replace("not one", "one")),
    (FERRY, FERRY.replace("Calder", "Colder")),
    ("Turnout was 41%, the commission said.", "Turnout was 41%."),
    ("Rovers beat United.", "United beat Rovers."),
    ("The plant closes on Monday.", "The plant closes on Tuesday."),
    ("The rate moved -0.3 points.", "The rate moved 0.3 points."),
    ("It sold 3-5 boats.", "It sold 3, 5 boats."),
    ("The US firm left.", "The us firm left."),
    ("He said “nobody was told”.", "He said nobody was told."),
    ("A few ferries ran.", "Few ferries ran."),
    ("LEITH (Reuters) - Crowds gathered here.", "OBAN (Reuters) - Crowds gathered here."),
]


def reference(key: str, text: str = FERRY, **fields: object) -> Reference:
    return replace(Reference(f"id-{key}", key, text, Source(key, "", "")), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_other_setting_is_a_copy(one: str, other: str) -> None:
    assert wording(one) == wording(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other_meaning_is_none(one: str, other: str) -> None:
    assert wording(one) != wording(other)


@given(st.text(max_size=60), st.integers(0, 9), st.integers(0, 9), st.text(max_size=60))
def test_another_digit_is_never_a_copy(before: str, one: int, other: int, after: str) -> None:
    texts = [f"{before} about {digit}7 boats {after}" for digit in (one, other)]

    assert (wording(texts[0]) == wording(texts[1])) == (one == other)


@given(st.text(max_size=80))
def test_any_text_has_a_wording(text: str) -> None:
    assert wording(text) == wording(text)


def test_a_statement_takes_one_place_however_often_it_is_printed() -> None:
    other = reference("other", FERRY.replace("12%", "21%"))
    ranked = [reference("wire"), other, reference("paper", f"{FERRY} (AP)")]

    printed = fold(ranked)

    assert [(p.reference.key, [c.key for c in p.copies]) for p in printed] == [
        ("paper", ["wire"]),
        ("other", []),
    ]


def test_the_copy_of_best_standing_comes_first() -> None:
    published = {day: Source(f"{day}", "", "", published_at=date(2024, 5, day)) for day in (1, 2)}
    old = reference("a-old", source=published[1])
    new = reference("b-new", source=published[2])
    primary = reference("c-primary", source=Source("Calder Ferries", "", "", SourceKind.PRIMARY))
    replaced = reference("d-replaced", source=primary.source, superseded_by="id-e")

    for ranked in permutations([old, new, primary, replaced]):
        (printed,) = fold(ranked)
        assert [r.key for r in (printed.reference, *printed.copies)] == [
            "c-primary",
            "b-new",
            "a-old",
            "d-replaced",
        ]


def test_a_statement_is_a_copy_only_of_one_of_the_same_day() -> None:
    text = "The rate is 4%."
    monday, tuesday, undated = (
        reference(key, text, as_of=day)
        for key, day in (("m", date(2024, 5, 6)), ("t", date(2024, 5, 7)), ("u", None))
    )

    assert len(fold([monday, tuesday, undated])) == 3
    assert len(fold([monday, replace(monday, key="again")])) == 1
    assert len(fold([monday, replace(monday, key="short", valid_until=date(2024, 6, 1))])) == 2
