"""Where quotations stand, by their marks alone."""

import pytest

from factcheck.claims.marks import quotations_in
from factcheck.text.documents import Limits, document_from_text


def quoted(text: str) -> list[str]:
    document = document_from_text(text, limits=Limits())
    return [quotation.inner.of(document.text) for quotation in quotations_in(document)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Roe said “we lost”.", ["we lost"]),
        ('Roe said "we lost" and "we won".', ["we lost", "we won"]),
        ("Roe a dit «nous avons perdu».", ["nous avons perdu"]),
        ("Roe sagte: „Wir haben verloren“, und ging.", ["Wir haben verloren"]),
        ("Roe sagte: „Wir haben verloren”, und ging.", ["Wir haben verloren"]),
        ("Roe sade ”vi förlorade” och gick.", ["vi förlorade"]),
        ("Roe said “we lost“, with the wrong mark.", ["we lost"]),
        ("Roe called it ‘a bad day’ for cod.", ["a bad day"]),
        ("‘It’s the boats’ fault,’ said Roe.", ["It’s the boats’ fault,"]),
        ("‘We lost,’ said Roe, ‘but we’ll be back.’", ["We lost,", "but we’ll be back."]),
        ("'We lost,' said Roe.", ["We lost,"]),
        ("The boats’ owners and the crew’s wives met in the ’90s.", []),
        ("'Tis the season for cod and 'taties here.", []),
        ('The cod was 6" long and cost "a lot".', ["a lot"]),
        ("No marks at all.", []),
    ],
)
def test_marks_of_many_countries(text: str, words: list[str]) -> None:
    assert quoted(text) == words


def test_a_speech_goes_on_where_each_paragraph_opens_with_a_mark() -> None:
    text = "It began:\n\n“We sold the boats.\n\n“Then we bought them back,” said Roe."
    document = document_from_text(text, limits=Limits())
    first, second = quotations_in(document)
    assert (first.goes_on, first.closed, second.goes_on, second.closed) == (True, False, False, True)


def test_a_mark_that_is_never_closed_does_not_reach_into_the_next_paragraph() -> None:
    text = "Roe said “we lost it all.\n\nThe town has a harbour."
    document = document_from_text(text, limits=Limits())
    (only,) = quotations_in(document)
    assert only.span.of(document.text) == "“we lost it all."
    assert not only.goes_on
