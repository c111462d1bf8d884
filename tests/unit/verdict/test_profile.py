from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.errors import InvalidInput
from factcheck.text.parser import Parser
from factcheck.verdict.profile import Profile, profile

SENTENCES = [
    "Corvin Rail, which owns the line, was sued by Tessaly Freight on 3 March 2024 over a £4.2m tunnel.",
    "“We shall not rebuild the pier,” said Ottilie Brandt, the harbour master.",
    "Nearly two-thirds of the 1,400 voters in Dorvale backed the second plan last year.",
    "",
]


def read(parser: Parser, text: str, anchor: date | None = None) -> Profile:
    return profile(parser.parse_texts([text])[0], anchor)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_profile_survives_its_journey_through_json(parser: Parser, sentence: str) -> None:
    made = read(parser, sentence, date(2025, 1, 20))

    assert Profile.from_json(made.to_json()) == made


@settings(max_examples=40, deadline=None)
@given(text=st.text(max_size=120))
def test_any_text_has_a_profile_that_survives(parser: Parser, text: str) -> None:
    made = read(parser, text)

    assert Profile.from_json(made.to_json()) == made
    spans = [w.span for w in made.words] + [n.span for n in made.names] + [m.span for m in made.marks]
    spans += [q.span for q in made.quantities] + [p.span for p in made.periods] + list(made.quotes)
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)


@pytest.mark.parametrize("broken", ["", "[]", "{}", '{"v":"0"}', '{"v":"1","x":3}'])
def test_what_is_no_profile_is_refused(broken: str) -> None:
    with pytest.raises(InvalidInput):
        Profile.from_json(broken)


def test_passives_are_turned_round(parser: Parser) -> None:
    for sentence in ("Tessaly sued Corvin over the tunnel.", "Corvin was sued by Tessaly over the tunnel."):
        made = read(parser, sentence)
        (deed,) = [p for p in made.predicates if made.words[p.word].lemma == "sue"]
        assert [made.words[i].lemma for i in deed.agents] == ["tessaly"]
        assert [made.words[i].lemma for i in deed.patients] == ["corvin"]


@pytest.mark.parametrize(
    ("sentence", "word", "denied"),
    [
        ("The line did not reopen.", "reopen", True),
        ("The line reopened.", "reopen", False),
        ("Inspectors found no fault.", "find", True),
        ("The court declined to quash the fine.", "quash", True),
        ("The court did not decline to quash the fine.", "quash", False),
        ("Nobody resigned.", "resign", True),
        ("The bank is not solvent.", "solvent", True),
    ],
)
def test_denials_reach_the_word_they_deny(parser: Parser, sentence: str, word: str, denied: bool) -> None:
    (found,) = [w for w in read(parser, sentence).words if w.lemma == word]

    assert found.negated is denied


@pytest.mark.parametrize(
    ("sentence", "word", "certainty"),
    [
        ("The mill closed.", "close", ""),
        ("The mill will close.", "close", "forecast"),
        ("The mill plans to close.", "close", "forecast"),
        ("The mill may close.", "close", "possible"),
        ("Prosecutors accused the mayor of taking bribes.", "take", "alleged"),
        ("The mill should close.", "close", "ought"),
    ],
)
def test_certainty_is_read_from_what_governs(
    parser: Parser, sentence: str, word: str, certainty: str
) -> None:
    # "take" is too common a verb to be a content word, so the bribes stand for it.
    found = [w for w in read(parser, sentence).words if w.lemma in (word, "bribe")]

    assert found[0].certainty == certainty


def test_relative_dates_are_told_from_the_anchor(parser: Parser) -> None:
    (period,) = read(parser, "The line reopened last year.", date(2025, 6, 1)).periods

    assert period.first == date(2024, 1, 1)
