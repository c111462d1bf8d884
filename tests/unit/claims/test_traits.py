"""What in a sentence speaks for or against a check."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.traits import TRAITS, traits_of

NAMES = [trait.name for trait in TRAITS]


def trait(name: str, text: str) -> float:
    return traits_of(text)[NAMES.index(name)]


@pytest.mark.parametrize(
    ("name", "with_it", "without"),
    [
        ("figures", "The ferry carries 412 passengers.", "The ferry carries passengers."),
        ("figures", "Two-thirds of the members stayed away.", "Most members stayed away."),
        ("percentage", "Turnout was 61%.", "Turnout was 61 in the hall."),
        ("percentage", "It rose by four percentage points.", "It rose by four points."),
        ("money", "The pier cost £4m.", "The pier is 4m wide."),
        ("vague_magnitude", "Hundreds of homes lost power.", "Some homes lost power."),
        ("rank", "She finished third.", "She finished."),
        ("period", "It opened in March 2021.", "It opened with a concert."),
        ("names", "In spring the board of Harrow Water met.", "In spring the board met."),
        ("happened", "The bridge collapsed.", "The bridge stands."),
        ("perfect", "The board has met.", "The board meets."),
        ("comparison", "It is the largest of them.", "It is one of them."),
        ("movement", "Rents rose.", "Rents are paid."),
        ("sweeping", "All schools are shut.", "Schools are shut."),
        ("negation", "The mayor didn’t sign.", "The mayor signed."),
        ("saying", "The mayor said it was over.", "It was over."),
        ("public_money", "The budget is tight.", "The schedule is tight."),
        ("work", "Unemployment is down.", "Rainfall is down."),
        ("health", "The hospital is full.", "The hotel is full."),
        ("law", "The court is full.", "The hotel is full."),
        ("looks_ahead", "The board will meet.", "The board met."),
        ("demand", "The board should meet.", "The board met."),
        ("possibility", "The board may meet.", "The board met."),
        ("supposition", "If it rains, the board meets.", "When it rains, the board meets."),
        ("belief", "I believe it.", "I saw it."),
        ("judgement", "It is a terrible plan.", "It is a written plan."),
        ("courtesy", "Thank you, Senator.", "It is so."),
        ("first_person", "I’ve been there.", "She has been there."),
        ("first_persons", "We’ve been there.", "She has been there."),
        ("reader", "You’ll be there.", "She has been there."),
        ("question", "Was she there?”", "She was there."),
    ],
)
def test_a_trait_is_seen_where_it_is(name: str, with_it: str, without: str) -> None:
    assert trait(name, with_it) > 0
    assert trait(name, without) == 0


def test_more_words_and_more_figures_count_more() -> None:
    assert trait("length", "One two three four.") > trait("length", "One two.")
    assert trait("figures", "It fell from 12 to 9.") > trait("figures", "It fell to 9.")


def test_names_are_one_word_each() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert all(name.isidentifier() for name in NAMES)
    assert len({one.phrase for one in TRAITS}) == len(TRAITS)


@given(st.text(max_size=300))
def test_any_text_has_traits(text: str) -> None:
    measures = traits_of(text)
    assert len(measures) == len(TRAITS)
    assert all(measure >= 0 for measure in measures)
    assert measures == traits_of(text)
