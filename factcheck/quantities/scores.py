"""Reading scores and votes: "3-1", "seven to two"."""

from collections.abc import Sequence
from decimal import Decimal

from factcheck.quantities.lexicon import SCALES, SMALL
from factcheck.quantities.measures import HYPHENS, read_measure
from factcheck.quantities.movement_words import MOVES
from factcheck.quantities.numerals import Numeral, read_numeral
from factcheck.quantities.readings import DASHES, Reading, small_whole
from factcheck.quantities.tokens import Kind, Token, touching
from factcheck.quantities.wordlist import words

_CONTEST = frozenset(
    words(
        """
beat beats beaten beating won win wins winning lost lose loses losing defeat defeats defeated
draw draws drew drawn victory thrashed thrash score scored scoreline goal goals match game set
sets tie final semi edged hammered downed overcame aggregate penalties lead led leading trailed
trail voted vote votes
"""
    )
)
_TALLIED = frozenset(
    words(
        """
vote votes goal goals point points seat seats set sets game games frame frames try tries
"""
    )
)


def read_digit_score(tokens: Sequence[Token], i: int) -> Reading | None:
    """A score in digits at `i`: "3-1", "6–4"."""
    if i and touching(tokens[i - 1], tokens[i]) and tokens[i - 1].text not in {"(", "“", '"', "‘", "'"}:
        return None
    first = small_whole(tokens[i])
    joined = [token.low for token in tokens[i + 1 : i + 4]]
    tied = first is not None and joined == ["-", "to", "-"] and tokens[i + 5].text not in HYPHENS
    if first is not None and tied and (other := small_whole(tokens[i + 4])) is not None:
        return _score(i, i + 5, first, other)
    if first is not None and tokens[i + 1].text in DASHES and touching(tokens[i], tokens[i + 1]):
        second = small_whole(tokens[i + 2])
        if second is None or not touching(tokens[i + 1], tokens[i + 2]) or max(first, second) > 199:
            return None
        if read_measure(tokens, i + 3) is not None or tokens[i + 3].low in SCALES:
            return None
        if tokens[i + 3].text in DASHES and touching(tokens[i + 2], tokens[i + 3]):
            return None
        if first > second or first == second or _in_contest(tokens, i):
            return _score(i, i + 3, first, second)
    return None


def _in_contest(tokens: Sequence[Token], i: int) -> bool:
    around = [*tokens[max(0, i - 6) : i], *tokens[i + 3 : i + 6]]
    return any(token.low in _CONTEST for token in around)


_DECIDED = frozenset(
    {"voted", "won", "lost", "passed", "carried", "approved", "rejected", "adopted", "defeated"}
)


def _may_be_tally(tokens: Sequence[Token], i: int) -> bool:
    """Whether the words before `i` announce a score or vote: "by", "voted", "won by", "a vote of"."""
    before, earlier = (tokens[i - 1].low if i else ""), (tokens[i - 2].low if i > 1 else "")
    if before == "by":
        return earlier not in MOVES or earlier in {"lost", "lose", "loses", "losing"}
    if before == "of":
        return earlier in {"vote", "score", "majority", "margin", "result"}
    return before in _DECIDED


def read_spoken_score(tokens: Sequence[Token], i: int) -> Reading | None:
    """A score in words at `i`: "seven to two" after "by", "five votes to four"."""
    if not _may_be_tally(tokens, i):
        return None
    first = read_numeral(tokens, i)
    if first is None or first.share or first.scaled:
        return None
    j = first.end + (tokens[first.end].low in _TALLIED)
    if tokens[j].low != "to":
        return None
    second = read_numeral(tokens, j + 1)
    if second is None or second.share or second.scaled or second.value > first.value:
        return None
    if read_measure(tokens, second.end) is not None:
        return None
    return _score(i, second.end, int(first.value), int(second.value))


_LEVEL, _NOTHING = "all", frozenset({"nil", "love"})


def read_shut_out(tokens: Sequence[Token], i: int) -> Reading | None:
    """ "two-nil", "3-nil", "2-all" at `i`."""
    own = small_whole(tokens[i]) if tokens[i].kind is Kind.NUMBER else SMALL.get(tokens[i].low)
    if own is None or tokens[i + 1].text not in DASHES or not touching(tokens[i], tokens[i + 1]):
        return None
    other = tokens[i + 2]
    if not touching(tokens[i + 1], other) or other.low not in {_LEVEL, *_NOTHING} or own > 199:
        return None
    return _score(i, i + 3, own, own if other.low == _LEVEL else 0)


_RATIOS = frozenset({"ratio", "ratios", "odds"})
_OUTNUMBER = frozenset({"outnumber", "outnumbers", "outnumbered", "outnumbering"})


def read_ratio(tokens: Sequence[Token], i: int) -> Reading | None:
    """One number to another at `i` where the words around tell a ratio: "a ratio of 3:1", "outnumbered …"."""
    pair = _pair(tokens, i)
    if pair is None:
        return None
    first, second = pair
    before = [token.low for token in tokens[max(0, i - 4) : i]]
    told = before[-1:] == ["of"] and before[-2] in _RATIOS if len(before) > 1 else False
    if not told and tokens[second.end].low not in _RATIOS and not _OUTNUMBER.intersection(before):
        return None
    return Reading(i, second.end, first.value / second.value, unit="ratio", name="ratio", step=first.step)


def read_tally_in_words(tokens: Sequence[Token], i: int) -> Reading | None:
    """ "a nine-to-six council vote" at `i`."""
    pair = _pair(tokens, i)
    if pair is None or tokens[i + 1].text not in HYPHENS:
        return None
    first, second = pair
    decided = any(token.low in _DECISIONS for token in tokens[second.end : second.end + 3])
    return _score(i, second.end, int(first.value), int(second.value)) if decided else None


_DECISIONS = frozenset({"vote", "majority", "decision", "ruling", "win", "victory", "verdict", "defeat"})


def _pair(tokens: Sequence[Token], i: int) -> tuple[Numeral, Numeral] | None:
    """Two whole numbers at `i` as "3:1", "three to one" or "three-to-one"."""
    first = read_numeral(tokens, i)
    if first is None:
        return None
    j = first.end
    joined = tokens[j].text in HYPHENS
    if tokens[j].text == ":" and touching(tokens[j - 1], tokens[j]):
        j += 1
    elif tokens[j + joined].low == "to" and (tokens[j + 2].text in HYPHENS) is joined:
        j += 3 if joined else 1
    else:
        return None
    second = read_numeral(tokens, j)
    if second is None or not _is_small(first) or not _is_small(second):
        return None
    return first, second


def _is_small(numeral: Numeral) -> bool:
    whole = numeral.value == numeral.value.to_integral_value()
    return whole and 0 < numeral.value < _MOST and not numeral.share and not numeral.scaled


_MOST = 1000


def _score(start: int, end: int, first: int, second: int) -> Reading:
    return Reading(
        start, end, Decimal(first), unit="score", name="score", step=Decimal(1), high=Decimal(second)
    )
