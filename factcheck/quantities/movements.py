"""The movement that a figure is part of: which way it went, and which part of it the figure is."""

from collections.abc import Sequence
from itertools import pairwise

from factcheck.domain.quantities import Direction, Movement
from factcheck.quantities.movement_words import MOVES, MOVES_AFTER, PASSIVES
from factcheck.quantities.noun_words import CLAUSE_ENDS
from factcheck.quantities.readings import Reading
from factcheck.quantities.subjects import share_verb
from factcheck.quantities.tokens import Kind, Token
from factcheck.quantities.wordlist import words

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
        share_verb(tokens, left, right)
        _from_to_without_verb(tokens, left, right)
        _inherit_unit(tokens, left, right)


def _read_movement(tokens: Sequence[Token], reading: Reading, previous: Reading | None) -> None:
    start = reading.start
    before = tokens[start - 1].low if start else ""
    floor = previous.end if previous is not None else 0
    led = _lead(tokens, start, floor)
    named = tokens[reading.end + (tokens[reading.end].text in {"-", "‑"})].low in MOVES_AFTER
    if led != start and not named and tokens[led - 1].low in {_BY, _FROM, _TO}:
        start, before = led, tokens[led - 1].low
    if _reaches(tokens, reading):
        direction = _verb_before(tokens, start + (before != "past"), floor, _NEAR)
        if direction is not None:
            reading.direction, reading.movement = direction, Movement.AFTER
            return
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
    if before in {"of", "worth"} and start > 1 and (moved := _noun_of_movement(tokens, start - 2, floor)):
        reading.direction, reading.movement = moved, Movement.CHANGE
        return
    _movement_after(tokens, reading)


_LEADS = frozenset(words("a an the just only record new mere even another"))


def _lead(tokens: Sequence[Token], start: int, floor: int) -> int:
    """Where "a record", "just" or "a two-year low of" before the figure begins."""
    i = start
    if i > floor + 1 and tokens[i - 1].low == "of" and tokens[i - 2].low in {"high", "low", "peak", "record"}:
        i -= 2
        while i > max(floor, start - 8) and tokens[i - 1].low not in {_BY, _FROM, _TO, *MOVES}:
            i -= 1
        return i
    while i > floor and tokens[i - 1].low in _LEADS:
        i -= 1
    return i


def _reaches(tokens: Sequence[Token], reading: Reading) -> bool:
    """ "fell below 4%", "climbed past 4%": the mark that was passed."""
    if reading.start and tokens[reading.start - 1].low == "past":
        return True
    return tokens[reading.start].low in {"below", "above"} and reading.start > 0


def _noun_of_movement(tokens: Sequence[Token], i: int, floor: int) -> Direction | None:
    """The direction of a "rise" that ends at `i`, before "of": "a rise of", "a rise in rents of"."""
    if tokens[i].low in MOVES:
        return MOVES[tokens[i].low]
    for j in range(i - 1, max(floor, i - 6), -1):
        if tokens[j].text in CLAUSE_ENDS:
            return None
        if tokens[j].low == "in":
            return MOVES.get(tokens[j - 1].low) if tokens[j - 1].low in MOVES_AFTER else None
    return None


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
