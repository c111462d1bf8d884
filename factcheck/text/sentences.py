"""Where sentences begin, by rule.

The small parser's own boundaries break at "Fig." and inside quotations; newsroom prose is regular enough for
rules that can be read and tested one by one.
"""

import re
from collections.abc import Iterator

from factcheck.domain.articles import Span
from factcheck.text.words import words

_STOP = re.compile(r"(?P<mark>[.!?…]+|[。！？]+)(?P<close>[\"'”’»)\]]*)")
_OPENING = "\"'“‘«([¡¿—–-"

_NEVER_FINAL = words(
    """
    mr mrs ms messrs dr prof gen lt col maj capt cmdr sgt cpl rev hon sen rep gov pres st mt ft fr
    sr vs v fig figs vol vols eq e.g i.e cf viz ca approx nr nos op ed eds al
    """
)
"""A full stop after these never ends a sentence: a name or number follows."""

_FINAL_BEFORE_STARTER = words(
    """
    inc corp ltd co plc bros jr u.s u.k u.n e.u d.c a.m p.m etc assn dept univ est ave blvd rd min
    max u.s.a
    """
)
"""A full stop after these ends a sentence only where a word follows that commonly begins one."""

_BEFORE_FIGURE = words(
    """
    jan feb mar apr jun jul aug sept sep oct nov dec no art sec ch p pp para par vol mon tue wed thu
    fri sat sun
    """
)
"""A full stop after these does not end a sentence where a figure follows."""

_STARTERS = words(
    """
    a an the this that these those it its he she they we i you his her their our my there here in on
    at by for from with after before since when while if as but and so yet however meanwhile also
    some many most all no one what why how who where is are was were has had last next then now
    still although though despite under
    """
)
_WORD = re.compile(r"[^\W\d_][\w.’'-]*")
_SPEECH = re.compile(
    r"(?:[^\W\d_][\w.’'-]*\s+){1,4}(?:said|says|asked|asks|added|adds|wrote|writes|told|tells|cried|shouted|replied"
    r"|warned|joked|insisted)\b"
)
_LAST_WORD = re.compile(r"[\w.’'-]*\Z")


def sentence_spans(text: str, max_chars: int) -> list[Span]:
    """The sentences of one block, in order, without the white space around them.

    Together they hold every character that is not white space. None is longer than `max_chars`: what is, is
    cut at the last white space before the limit, or at the limit where there is none.
    """
    spans: list[Span] = []
    start = 0
    for end in (*_ends(text), len(text)):
        spans.extend(_cut(text, start, end, max_chars))
        start = end
    return spans


def _ends(text: str) -> Iterator[int]:
    for stop in _STOP.finditer(text):
        if _ends_sentence(text, stop):
            yield stop.end()


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    after = text[stop.end() : stop.end() + 160]
    if stop["mark"][0] in "。！？":
        return True
    if not after or not after[0].isspace():
        return False
    follows = after.lstrip()
    if not follows:
        return False
    opens = follows[0] in _OPENING
    first = follows.lstrip(_OPENING + " ")[:1]
    if first.islower():
        return False
    if stop["close"] and ("!" in stop["mark"] or "?" in stop["mark"]) and _SPEECH.match(follows):
        return False
    if stop["mark"] != "." or stop["close"]:
        return True
    return not _is_abbreviation(text, stop.start(), follows, opens=opens)


def _is_abbreviation(text: str, dot: int, follows: str, *, opens: bool) -> bool:
    found = _LAST_WORD.search(text, max(0, dot - 20), dot)
    written = found[0].lstrip("'’-") if found else ""
    word = written.lower()
    figure = follows.lstrip("$£€ ")[:1].isdigit()
    next_word = _WORD.match(follows.lstrip(_OPENING))
    starter = opens or (next_word is not None and next_word[0].lower() in _STARTERS)
    if word in _NEVER_FINAL and (written[:1].isupper() or word not in ("v", "al", "ed", "eds", "op", "ca")):
        return not (word == "st" and starter)
    if word in _BEFORE_FIGURE:
        return figure
    if word in _FINAL_BEFORE_STARTER:
        return not starter
    # An initial ("J. K. Rowling") is one capital after white space; "I." and a lone "C." may end a sentence.
    return len(written) == 1 and written.isupper() and written != "I" and not starter and not figure


def _cut(text: str, start: int, end: int, max_chars: int) -> Iterator[Span]:
    while True:
        while start < end and text[start].isspace():
            start += 1
        if end - start <= max_chars:
            break
        limit = start + max_chars
        at = limit
        while at > start and not text[at].isspace():
            at -= 1
        if at == start:
            at = limit
        yield _trimmed(text, start, at)
        start = at
    if start < end:
        yield _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
