"""What the words around a figure make of it: the hedge, and the movement it is part of."""

from collections.abc import Sequence
from itertools import pairwise

from factcheck.domain.quantities import Direction, Hedge, Movement
from factcheck.quantities.amounts import Reading
from factcheck.quantities.hedge_words import HEDGE_ENDS, HEDGES_AFTER, HEDGES_BEFORE
from factcheck.quantities.measures import read_noun
from factcheck.quantities.movement_words import MOVES, MOVES_AFTER, PASSIVES
from factcheck.quantities.noun_words import CLAUSE_ENDS
from factcheck.quantities.tokens import Kind, Token
from factcheck.quantities.wordlist import words

_LONGEST_HEDGE = 4
_LASTING = frozenset(
    words(
        """
lasted lasting last lasts took take takes taking taken for in of after spent waited within than
ran run sat served worked be is was were been delayed delay
"""
    )
)


def read_hedge(tokens: Sequence[Token], reading: Reading) -> None:
    """Set the hedge of `reading` and widen it over the hedging words beside it."""
    _hedge_before(tokens, reading)
    following = tokens[reading.end]
    if following.low in {"or", "at"}:
        hedge = HEDGES_AFTER.get(f"{following.low} {tokens[reading.end + 1].low}")
        if hedge is not None and reading.hedge is Hedge.EXACT:
            reading.hedge, reading.end = hedge, reading.end + 2
            if reading.unit == "count" and reading.noun is None and (noun := read_noun(tokens, reading.end)):
                # "400 or so people"
                reading.noun, reading.end = noun


def _hedge_before(tokens: Sequence[Token], reading: Reading) -> None:
    start = reading.start
    if start == 0 or tokens[start - 1].low not in HEDGE_ENDS:
        return
    for length in range(min(_LONGEST_HEDGE, start), 0, -1):
        phrase = " ".join(token.low for token in tokens[start - length : start])
        hedge = HEDGES_BEFORE.get(phrase)
        if hedge is None:
            continue
        stretch = reading.unit == "second" or reading.noun in _STRETCHES
        if phrase == "over" and stretch and start > 1 and tokens[start - 2].low not in _LASTING:
            # "heard 114 witnesses over 27 days" is a stretch of time, "lasted over two hours" a bound.
            return
        reading.hedge, reading.start = hedge, start - length
        return


_STRETCHES = frozenset(
    {"night", "evening", "morning", "weekend", "season", "round", "meeting", "game", "match"}
)

_WINDOW, _NEAR = 9, 3
_BY, _FROM, _TO = "by", "from", "to"
_STILL = frozenset({"ordinal", "score", "age", "clock"})
_AUXILIARIES = frozenset(words("was were is are been be had has have being"))


def read_movements(tokens: Sequence[Token], readings: Sequence[Reading]) -> None:
    """Set direction and movement of the readings of one text, in order."""
    for n, reading in enumerate(readings):
        if reading.movement is not None or reading.unit in _STILL:
            continue
        previous = readings[n - 1] if n else None
        _read_movement(tokens, reading, previous)
    for left, right in pairwise(readings):
        _from_to_without_verb(tokens, left, right)
        _inherit_unit(tokens, left, right)


def _read_movement(tokens: Sequence[Token], reading: Reading, previous: Reading | None) -> None:
    start = reading.start
    before = tokens[start - 1].low if start else ""
    floor = previous.end if previous is not None else 0
    if before in {_BY, _FROM, _TO, "at"}:
        window = _WINDOW
        if before == _FROM and tokens[reading.end].low != _TO:
            window = _NEAR
        direction = _verb_before(tokens, start - 1, floor, window)
        chained = direction is None and before != "at" and previous is not None
        if chained and previous is not None and _close(tokens, previous.end, start - 1):
            direction = previous.direction
        if direction is None or (before == "at" and not _to_close(tokens, start)):
            return
        reading.direction = direction
        reading.movement = {_BY: Movement.CHANGE, _FROM: Movement.BEFORE}.get(before, Movement.AFTER)
        return
    if before in MOVES and not _names_scope(tokens, start - 1):
        reading.direction, reading.movement = MOVES[before], Movement.CHANGE
        return
    if before in {"of", "worth"} and start > 1 and tokens[start - 2].low in MOVES:
        reading.direction, reading.movement = MOVES[tokens[start - 2].low], Movement.CHANGE
        return
    _movement_after(tokens, reading)


def _names_scope(tokens: Sequence[Token], i: int) -> bool:
    """ "up" of "made up", "down" of "laid down", a bare "more": no direction of the figure behind."""
    low = tokens[i].low
    if low in {"more", "less", "fewer", "growth", "loss", "losses", "higher", "lower"}:
        return True
    return (
        low in {"up", "down"}
        and i > 0
        and tokens[i - 1].low
        in {
            "made",
            "make",
            "makes",
            "set",
            "taken",
            "laid",
            "broke",
            "signed",
            "ended",
            "turned",
            "put",
            "split",
            "bought",
            "snapped",
            "picked",
        }
    )


def _verb_before(tokens: Sequence[Token], i: int, floor: int, window: int) -> Direction | None:
    """The direction told by the nearest movement word before `i` in the same clause."""
    for j in range(i - 1, max(floor, i - window) - 1, -1):
        token = tokens[j]
        if token.text in CLAUSE_ENDS and token.text != ",":
            return None
        if token.kind is Kind.WORD and token.low in MOVES:
            return MOVES[token.low]
    return None


def _close(tokens: Sequence[Token], i: int, j: int) -> bool:
    """Whether only a comma and a noun or two stand between; "…, to 1.5bn" may be further off."""
    furthest = 12 if tokens[j - 1].text == "," or tokens[j].low == _FROM else 4
    return j - i <= furthest and all(token.text not in CLAUSE_ENDS - {","} for token in tokens[i:j])


def _to_close(tokens: Sequence[Token], start: int) -> bool:
    """ "to close at 371", "to stand at 4%"."""
    return start > 2 and tokens[start - 3].low == "to"


_RISE_WORDS = frozenset(
    words("year annual quarterly monthly pay price one overnight daily weekly tax rent wage")
)


def _movement_after(tokens: Sequence[Token], reading: Reading) -> None:
    following = tokens[reading.end]
    relative = reading.unit in {"percent", "percentage_point", "point"}
    if relative and following.low in {"above", "below"}:
        reading.direction = Direction.UP if following.low == "above" else Direction.DOWN
        reading.movement = Movement.CHANGE
        return
    if following.text in {"-", "‑"}:
        following = tokens[reading.end + 1]
    if following.low in MOVES_AFTER and (relative or following.low in {"lower", "higher", "down", "up"}):
        reading.direction, reading.movement = MOVES[following.low], Movement.CHANGE
        return
    second = tokens[reading.end + 1].low
    if relative and following.low in _RISE_WORDS and second in MOVES_AFTER - {"up", "down"}:
        reading.direction, reading.movement = MOVES[second], Movement.CHANGE
        return
    if following.low in _AUXILIARIES:
        for token in tokens[reading.end + 1 : reading.end + 4]:
            if token.low in PASSIVES:
                reading.direction, reading.movement = MOVES.get(token.low, Direction.DOWN), Movement.CHANGE
                return
            if token.low not in _AUXILIARIES | {"also", "then"}:
                return


_HELD_AGAINST = frozenset({"from", "to", "with", "against", "than", "versus"})


def _inherit_unit(tokens: Sequence[Token], left: Reading, right: Reading) -> None:
    """ "14.2 billion lira, up from 11.6 billion": the unit is written once, with the first figure."""
    bare = right.unit == "count" and not right.measured and right.noun is None and not right.vague
    if not bare or right.start == 0 or tokens[right.start - 1].low not in _HELD_AGAINST:
        return
    if left.movement is Movement.CHANGE or left.share or left.vague or left.unit in _STILL | {"ratio"}:
        return
    if any(token.text in CLAUSE_ENDS - {","} for token in tokens[left.end : right.start]):
        return
    if left.measured and (left.scaled == right.scaled or left.unit == "percent"):
        right.share_measure_of(left)
    elif not left.measured:
        right.noun = left.noun


def _from_to_without_verb(tokens: Sequence[Token], left: Reading, right: Reading) -> None:
    """ "from 12 to 9.5 per cent": both ends of a movement; the upper unit holds for both."""
    start = left.start
    if not (start and tokens[start - 1].low == _FROM and right.start - left.end <= 3):
        return
    if tokens[right.start - 1].low != _TO:
        return
    if left.measured and not right.measured and right.unit == "count" and right.noun is None:
        right.share_measure_of(left)
    if right.measured and not left.measured and left.unit == "count" and left.noun is None:
        left.share_measure_of(right)
        if right.scaled and not left.scaled and left.written < 1000:
            _scale_like(left, right)
    if left.unit != right.unit:
        return
    if left.direction is None:
        before, after = left.canonical(left.written), right.canonical(right.written)
        if before != after:
            left.direction = right.direction = Direction.UP if after > before else Direction.DOWN
    left.movement, right.movement = Movement.BEFORE, Movement.AFTER
    right.direction = right.direction or left.direction


def _scale_like(left: Reading, right: Reading) -> None:
    """ "from 1.2 to 1.5 million": the magnitude is written once for both."""
    for power in (12, 9, 6, 3):
        scale = 10**power
        if right.written >= scale:
            left.written *= scale
            left.step = left.step * scale if left.step is not None else None
            left.scaled = True
            return
