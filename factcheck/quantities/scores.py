"""Reading scores and votes: "3-1", "seven to two"."""

from collections.abc import Sequence
from decimal import Decimal

from factcheck.quantities.amounts import DASHES, Reading, small_whole
from factcheck.quantities.lexicon import SCALES
from factcheck.quantities.measures import read_measure
from factcheck.quantities.movement_words import MOVES
from factcheck.quantities.numerals import read_numeral
from factcheck.quantities.tokens import Token, touching
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
    if first is not None and joined == ["-", "to", "-"] and (other := small_whole(tokens[i + 4])) is not None:
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


def _may_be_tally(tokens: Sequence[Token], i: int) -> bool:
    """Whether the words before `i` announce a score or vote: "by", "voted", "won by", "a vote of"."""
    before, earlier = (tokens[i - 1].low if i else ""), (tokens[i - 2].low if i > 1 else "")
    if before == "by":
        return earlier not in MOVES or earlier in {"lost", "lose", "loses", "losing"}
    if before == "of":
        return earlier in {"vote", "score", "majority", "margin", "result"}
    return before in {"voted", "won", "lost"}


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


def _score(start: int, end: int, first: int, second: int) -> Reading:
    return Reading(
        start, end, Decimal(first), unit="score", name="score", step=Decimal(1), high=Decimal(second)
    )
