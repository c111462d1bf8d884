import pytest

from factcheck.text.parser import Parser
from factcheck.verdict.alignment import Alignment, align
from factcheck.verdict.profile import profile
from factcheck.verdict.structure import structure


@pytest.fixture(scope="module")
def lay(parser: Parser):  # type: ignore[no-untyped-def]
    def beside(claim: str, reference: str) -> Alignment:
        mine, theirs = parser.parse_texts([claim, reference])
        return align(profile(mine, None), profile(theirs, None))

    return beside


def test_every_word_of_a_sentence_answers_to_itself(lay) -> None:  # type: ignore[no-untyped-def]
    alignment = lay(*["The council rejected the stadium plan that Corvin Rail had backed."] * 2)

    assert alignment.coverage == 1
    assert alignment.named_coverage == 1
    assert alignment.words == {n: n for n in range(len(alignment.claim.words))}
    assert structure(alignment).kept == 1


@pytest.mark.parametrize(
    ("claim", "reference"),
    [
        ("Brandt opened the pier.", "Ottilie Brandt opened the pier."),
        ("Corvin Rail Ltd opened the pier.", "Corvin Rail opened the pier."),
        ("The WHO opened the clinic.", "The World Health Organization opened the clinic."),
        ("The ECB opened the office.", "The European Central Bank opened the office."),
        ("President Brandt opened the pier.", "Ottilie Brandt opened the pier."),
    ],
)
def test_names_that_mean_the_same(lay, claim: str, reference: str) -> None:  # type: ignore[no-untyped-def]
    assert lay(claim, reference).named_coverage == 1


@pytest.mark.parametrize(
    ("claim", "reference"),
    [
        ("Ottilie Brandt opened the pier.", "Konrad Brandt opened the pier."),
        ("Rasmus Vane opened the pier.", "Ottilie Brandt opened the pier."),
        ("Corvin Rail opened the pier.", "Corvin Water opened the pier."),
    ],
)
def test_names_that_do_not(lay, claim: str, reference: str) -> None:  # type: ignore[no-untyped-def]
    assert lay(claim, reference).missing_names


def test_a_missing_word_lowers_the_coverage(lay) -> None:  # type: ignore[no-untyped-def]
    alignment = lay("The council rejected the reckless plan.", "The council rejected the plan.")

    assert [alignment.claim.words[n].lemma for n in alignment.missing] == ["reckless"]
    assert 0 < alignment.coverage < 1


def test_words_in_each_others_place_are_exchanged(lay) -> None:  # type: ignore[no-untyped-def]
    built = structure(lay("Tessaly sued Corvin.", "Corvin sued Tessaly."))

    assert built.exchanged
    assert built.kept < 1


def test_the_same_subject_under_opposite_verbs_is_contrary(lay) -> None:  # type: ignore[no-untyped-def]
    built = structure(lay("Debt rose while profit fell.", "Debt fell while profit rose."))

    assert built.contrary
