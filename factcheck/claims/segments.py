"""A sentence between its semicolons, colons, dashes and brackets."""

from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.claims.signals import Signals
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_OPEN = words("( [")
_CLOSE = words(") ]")
_DASHES = words("– — -- ―")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def segments(
    tokens: "Tokens", signals: Signals, start: int, end: int, quoted: frozenset[int]
) -> list[tuple[int, int, tuple[tuple[int, int], ...]]]:
    """Parts between semicolons, colons and dashes, where both sides can stand; insertions become holes."""
    brackets = _brackets(tokens, start, end)
    kept = quoted | {i for a, b in brackets for i in range(a, b)}
    marks = [t.i for t in tokens[start:end] if t.i not in kept and start < t.i < end - 1]
    dashes = [i for i in marks if tokens[i].text in _DASHES or (tokens[i].text == "-" and _spaced(tokens, i))]
    found: list[tuple[int, int, tuple[tuple[int, int], ...]]] = []
    holes = tuple(
        (a, b) for a, b in brackets if not quoted & set(range(a, b)) and subject_in(tokens, a, b) is not None
    )
    breaks = [i for i in marks if tokens[i].text == ";"]
    breaks += [i for i in marks if tokens[i].text == ":" and _announces(tokens, signals, start, i, end)]
    if len(dashes) == 2 and (
        not _stands(tokens, signals, start, dashes[0]) or subject_in(tokens, dashes[1] + 1, end) is None
    ):
        if not _is_named(tokens, signals, *dashes):
            holes = (*holes, (dashes[0], dashes[1] + 1))
    else:
        breaks += [i for i in dashes if _stands(tokens, signals, i + 1, end)]
        if len(dashes) == 1 and dashes[0] not in breaks and _is_aside(tokens, signals, start, dashes[0], end):
            end = dashes[0]
    edges = [start, *sorted(i for i in breaks if not any(a <= i < b for a, b in holes)), end]
    for a, b in pairwise(edges):
        inside = tuple(h for h in holes if a <= h[0] and h[1] <= b)
        found.append((a, b, inside))
    found.extend((a + 1, b - 1, ()) for a, b in holes if _stands(tokens, signals, a + 1, b - 1))
    return found


def _brackets(tokens: "Tokens", start: int, end: int) -> list[tuple[int, int]]:
    """The ranges of bracketed words, brackets included; one that is never closed is none."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for i in range(start, end):
        if tokens[i].text in _OPEN and opened is None:
            opened = i
        elif tokens[i].text in _CLOSE and opened is not None:
            found.append((opened, i + 1))
            opened = None
    return found


def _announces(tokens: "Tokens", signals: Signals, start: int, colon: int, end: int) -> bool:
    """Whether a colon parts two statements; what follows a label ("Turnover: £4m") belongs to it."""
    if not _stands(tokens, signals, colon + 1, end):
        return False
    if subject_in(tokens, colon + 1, end) is not None:
        return True
    return any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in tokens[start:colon]) and not signals.strong_in(
        start, colon
    )


def _is_named(tokens: "Tokens", signals: Signals, first: int, last: int) -> bool:
    """Whether what two dashes set off says who or how much is meant: "three firms – Roe and Vell –"."""
    if any(t.pos_ in ("VERB", "AUX") for t in tokens[first:last]):
        return False
    return signals.strong_in(first, last) or any(first < i < last for i in signals.names)


def _is_aside(tokens: "Tokens", signals: Signals, start: int, dash: int, end: int) -> bool:
    """Whether what follows a dash only comments on a statement before it."""
    if subject_in(tokens, start, dash) is None or signals.strong_in(dash, end):
        return False
    return not any(dash < i < end for i in signals.dates)


def _spaced(tokens: "Tokens", i: int) -> bool:
    return bool(tokens[i - 1].whitespace_) and bool(tokens[i].whitespace_)


def subject_in(tokens: "Tokens", start: int, end: int) -> "Token | None":
    """The first subject of a finite verb that both stand in the range."""
    for token in tokens[start:end]:
        if token.dep_ in _SUBJECTS and start <= token.head.i < end and token.head.pos_ in ("VERB", "AUX"):
            return token
    return None


def _stands(tokens: "Tokens", signals: Signals, start: int, end: int) -> bool:
    """Whether the tokens can be a statement: a subject with its verb, or a figure with words around it."""
    if end - start < 3:
        return False
    return subject_in(tokens, start, end) is not None or (signals.strong_in(start, end) and end - start >= 4)
