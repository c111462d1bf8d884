"""Figures with a grammar of their own: scores, times of day, ages, ordinals, multiples, "one in five", plurals."""

from collections.abc import Sequence
from decimal import Decimal

from factcheck.domain.quantities import Direction, Movement
from factcheck.quantities.amounts import DASHES, HUNDRED, Reading, small_whole
from factcheck.quantities.lexicon import (
    CLAUSE_ENDS,
    FUNCTION_WORDS,
    HALVINGS,
    MOVES,
    MULTIPLES,
    ORDINALS,
    RANKS,
    SCALES,
    TENS,
    VAGUE,
    VAGUE_FACTORS,
)
from factcheck.quantities.measures import HYPHENS, looks_plural, read_measure, read_noun
from factcheck.quantities.money import currency_after
from factcheck.quantities.numerals import plain_digits, read_numeral
from factcheck.quantities.tokens import Kind, Token, touching

_CONTEST = frozenset(
    "beat beats beaten beating won win wins winning lost lose loses losing defeat defeats defeated draw draws drew"
    " drawn victory thrashed thrash score scored scoreline goal goals match game set sets tie final semi edged"
    " hammered downed overcame aggregate penalties lead led leading trailed trail voted vote votes".split()
)
_TALLIED = frozenset(
    "vote votes goal goals point points seat seats set sets game games frame frames try tries".split()
)
_SUPERLATIVE_ENDINGS = ("est", "most", "least")


def read_score(tokens: Sequence[Token], i: int) -> Reading | None:
    """A score at `i`: "3-1", "6–4", "seven to two" after "by", "five votes to four"."""
    first = small_whole(tokens[i])
    if first is not None and tokens[i + 1].text in DASHES and touching(tokens[i], tokens[i + 1]):
        second = small_whole(tokens[i + 2])
        if second is None or not touching(tokens[i + 1], tokens[i + 2]) or max(first, second) > 199:
            return None
        if read_measure(tokens, i + 3) is not None or tokens[i + 3].low in SCALES:
            return None
        if first > second or first == second or _in_contest(tokens, i):
            return _score(i, i + 3, first, second)
        return None
    return _spoken_score(tokens, i)


def _in_contest(tokens: Sequence[Token], i: int) -> bool:
    around = [*tokens[max(0, i - 6) : i], *tokens[i + 3 : i + 6]]
    return any(token.low in _CONTEST for token in around)


def _spoken_score(tokens: Sequence[Token], i: int) -> Reading | None:
    before = tokens[i - 1].low if i else ""
    if before not in {"by", "voted", "won", "lost", "of"} or (
        i > 1 and tokens[i - 2].low in MOVES and before == "by"
    ):
        if before != "by" or tokens[i - 2].low not in {"won", "lost"}:
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


def read_clock(tokens: Sequence[Token], i: int) -> Reading | None:
    """A time of day at `i` ("10pm", "10.30am", "22:00"), in minutes; or a time taken ("2:04:17"), in seconds."""
    token = tokens[i]
    if len(token.text) > 5:
        return None
    parts, j = [token.text], i + 1
    while (
        len(parts) < 3
        and tokens[j].text == ":"
        and touching(tokens[j - 1], tokens[j])
        and tokens[j + 1].kind is Kind.NUMBER
        and touching(tokens[j], tokens[j + 1])
    ):
        parts.append(tokens[j + 1].text)
        j += 2
    if len(parts) == 1 and "." in token.text:
        parts = token.text.split(".")
        colon = False
    else:
        colon = len(parts) > 1
    half_day, end = _half_of_day(tokens, j)
    if not colon and half_day is None:
        return None
    if len(parts) > 3 or any(not part.isdecimal() or len(part) > 2 for part in parts):
        return None
    if len(parts) > 1 and any(len(part) != 2 or int(part) > 59 for part in parts[1:]):
        return None
    numbers = [int(part) for part in parts]
    if len(numbers) == 3:
        seconds = numbers[0] * 3600 + numbers[1] * 60 + numbers[2]
        return Reading(i, j, Decimal(seconds), unit="second", name="second", step=Decimal(1))
    hour, minute = numbers[0], numbers[1] if len(numbers) == 2 else 0
    if half_day is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half_day == "p" else 0)
    if hour > 24:
        return None
    minutes = (hour * 60 + minute) % 1440
    return Reading(i, end, Decimal(minutes), unit="clock", name="clock", step=Decimal(1))


def _half_of_day(tokens: Sequence[Token], j: int) -> tuple[str | None, int]:
    low = tokens[j].low
    if low in {"am", "pm"}:
        return low[0], j + 1
    if low in {"a", "p"} and tokens[j + 1].text == "." and tokens[j + 2].low == "m":
        return low, j + 4 if tokens[j + 3].text == "." else j + 3
    return None, j


def read_age(tokens: Sequence[Token], i: int, reading: Reading) -> bool:
    """Turn the bare number or years in `reading` into an age where the words around say so."""
    j = reading.end
    if reading.unit == "second" and reading.name == "year":
        tail = [token.low for token in tokens[j : j + 2] if token.text not in HYPHENS]
        if tokens[j].text in HYPHENS and tokens[j + 1].low in {"old", "olds"}:
            return _as_age(reading, j + 2)
        if tail and tail[0] in {"old", "olds"}:
            return _as_age(reading, j + 1)
        if tail == ["of", "age"]:
            return _as_age(reading, j + 2)
        return False
    if reading.unit != "count" or reading.scaled or not 0 < reading.written < 125:
        return False
    before = [token.low for token in tokens[max(0, i - 3) : i]]
    if before and (before[-1] in {"aged", "age"} or before[-2:] == ["age", "of"]):
        return _as_age(reading, _number_end(tokens, i, j))
    ends = tokens[j].text in CLAUSE_ENDS or tokens[j].end < 0
    if not ends:
        return False
    if before[-2:] in (["who", "is"], ["who", "was"], ["who", "turned"], ["who", "turns"]):
        return _as_age(reading, j)
    name = i > 1 and tokens[i - 1].text == "," and tokens[i - 2].kind is Kind.WORD
    if name and tokens[j].text == "," and tokens[i - 2].text[0].isupper() and tokens[i].kind is Kind.NUMBER:
        return reading.written >= 5 and _as_age(reading, j)
    return False


def _number_end(tokens: Sequence[Token], i: int, end: int) -> int:
    numeral = read_numeral(tokens, i)
    return numeral.end if numeral else end


def _as_age(reading: Reading, end: int) -> bool:
    reading.unit = reading.name = "age"
    reading.convert, reading.factor, reading.noun, reading.end = None, Decimal(1), None, end
    return True


def read_ordinal(tokens: Sequence[Token], i: int) -> Reading | None:
    """A place in a row at `i`: "third", "3rd", "twenty-first", "second-largest", "category 3"."""
    token = tokens[i]
    value, end = 0, i + 1
    if token.kind is Kind.NUMBER:
        suffix = tokens[i + 1]
        digits = plain_digits(token)
        if suffix.low in {"st", "nd", "rd", "th"} and touching(token, suffix) and digits is not None:
            if digits != digits.to_integral_value():
                return None
            value, end = int(digits), i + 2
        elif i and tokens[i - 1].low in RANKS and (rank := small_whole(token)) is not None:
            if rank > 20 or any(looks_plural(other) for other in tokens[i + 1 : i + 2]):
                return None
            return Reading(
                i, end, Decimal(rank), unit="ordinal", name="ordinal", step=Decimal(1), noun=tokens[i - 1].low
            )
    elif token.low in TENS and tokens[i + 1].text in HYPHENS and ORDINALS.get(tokens[i + 2].low, 99) < 10:
        value, end = TENS[token.low] + ORDINALS[tokens[i + 2].low], i + 3
    elif token.low in ORDINALS and not _is_no_rank(tokens, i):
        value = ORDINALS[token.low]
    if not value:
        return None
    if tokens[end].text in HYPHENS and touching(tokens[end - 1], tokens[end]):
        if not tokens[end + 1].low.endswith(_SUPERLATIVE_ENDINGS) and tokens[end + 1].low not in {
            "placed",
            "ranked",
        }:
            return None
        end += 2
    elif tokens[end].low.endswith("est") and len(tokens[end].low) > 4:
        end += 1
    noun = read_noun(tokens, end, plural=False)
    return Reading(
        i,
        end,
        Decimal(value),
        unit="ordinal",
        name="ordinal",
        step=Decimal(1),
        noun=noun[0] if noun else None,
    )


_NO_RANK_AFTER = frozenset(
    {"aid", "lady", "name", "names", "hand", "world", "party", "parties", "thing", "reich"}
)


def _is_no_rank(tokens: Sequence[Token], i: int) -> bool:
    """ "a split second", "at first", "first of all", "a third party"."""
    low, before, following = tokens[i].low, tokens[i - 1].low if i else "", tokens[i + 1].low
    if following in _NO_RANK_AFTER or (low == "first" and before == "at"):
        return True
    if low == "first" and (
        (following == "of" and tokens[i + 2].low == "all")
        or following in FUNCTION_WORDS - {"in", "to", "of", "and"}
    ):
        return True
    if low == "second":
        return before in {"split", "per", "every"} or (
            before in {"a", "the"} and (tokens[i + 1].kind is not Kind.WORD or following in FUNCTION_WORDS)
        )
    return False


_DOUBLE_BEFORE = frozenset(
    {"to", "would", "will", "could", "may", "might", "nearly", "almost", "than", "about"}
)
_DOUBLE_AFTER = frozenset({"the", "that", "its", "their", "what", "last", "this", "those", "his", "her"})
_AFTER_TIMES = frozenset(
    "as the more higher larger bigger greater faster their its that what less lower smaller his her last".split()
)


def read_multiple(tokens: Sequence[Token], i: int) -> Reading | None:
    """A ratio at `i`: "doubled", "twice", "halved", "three times as many", "5x", "tenfold"."""
    token = tokens[i]
    low = token.low
    if low in HALVINGS and low != "halves":
        return _ratio(i, i + 1, Decimal("0.5"), Direction.DOWN)
    multiple = MULTIPLES.get(low)
    if multiple is not None:
        if low in {"double", "triple", "treble"}:
            before = tokens[i - 1].low if i else ""
            if before not in _DOUBLE_BEFORE and tokens[i + 1].low not in _DOUBLE_AFTER:
                return None
        if low == "twice" and tokens[i + 1].low not in _AFTER_TIMES:
            return None
        moved = low.endswith(("ed", "ing", "les", "fold")) or low == "double"
        return _ratio(i, i + 1, Decimal(multiple), Direction.UP if moved else None)
    numeral = read_numeral(tokens, i)
    if numeral is None or numeral.share or numeral.scaled:
        return None
    following = tokens[numeral.end]
    if following.low == "times" and tokens[numeral.end + 1].low in _AFTER_TIMES:
        return _ratio(i, numeral.end + 1, numeral.value, None, numeral.step)
    if following.low in {"x", "fold"} or following.text == "×":
        if touching(tokens[numeral.end - 1], following) and tokens[numeral.end + 1].kind is not Kind.NUMBER:
            return _ratio(i, numeral.end + 1, numeral.value, None, numeral.step)
    return None


def _ratio(
    start: int, end: int, value: Decimal, direction: Direction | None, step: Decimal | None = None
) -> Reading:
    moved = Movement.CHANGE if direction else None
    return Reading(
        start, end, value, unit="ratio", name="ratio", direction=direction, movement=moved, step=step
    )


_MEASURED_TIME = frozenset("second minute hour day week month year decade fortnight century".split())


def read_proportion(tokens: Sequence[Token], i: int) -> Reading | None:
    """ "one in five", "four out of five", "1 in 4", "nine in every ten" at `i`, in per cent."""
    first = read_numeral(tokens, i)
    if first is None or first.share or first.scaled or first.value != first.value.to_integral_value():
        return None
    j = first.end
    if tokens[j].low == "out" and tokens[j + 1].low == "of":
        j += 2
    elif tokens[j].low == "in":
        j += 1
    else:
        return None
    j += tokens[j].low == "every"
    if tokens[j].low == "a" and tokens[j + 1].low not in {"hundred", "thousand", "million"}:
        return None
    second = read_numeral(tokens, j)
    if second is None or second.share or not 0 < first.value < second.value:
        return None
    if second.value > 10 and second.value % 5 and second.value != 12 and tokens[first.end].low == "in":
        return None
    measure = read_measure(tokens, second.end)
    if measure is not None:
        return None
    return Reading(
        i, second.end, first.value / second.value, unit="percent", name="share", factor=HUNDRED, share=True
    )


def read_vague(tokens: Sequence[Token], i: int) -> Reading | None:
    """A plural without a figure at `i`: "billions", "tens of thousands", "several hundred", "dozens of"."""
    low = tokens[i].low
    least, most, end = Decimal(0), Decimal(0), i + 1
    if low in VAGUE_FACTORS and tokens[i + 1].low == "of" and tokens[i + 2].low in VAGUE:
        scale = SCALES.get(tokens[i + 2].low.removesuffix("s"))
        if scale is not None:
            least, most = (Decimal(edge) * scale for edge in VAGUE_FACTORS[low])
            if low == "tens":
                least = 10 * scale
            elif low == "hundreds":
                least = 100 * scale
            end = i + 3
    elif low in {"several", "few"} and tokens[i + 1].low in {*SCALES, "hundred", "dozen"}:
        scale = SCALES.get(tokens[i + 1].low) or Decimal(100 if tokens[i + 1].low == "hundred" else 12)
        least, most, end = 2 * scale, 10 * scale, i + 2
    if not least:
        if low not in VAGUE or (low == "scores" and tokens[i + 1].low != "of"):
            return None
        least, most = (Decimal(edge) for edge in VAGUE[low])
    reading = Reading(i, end, least, high=most, vague=True)
    _name_vague(tokens, reading)
    return reading


def _name_vague(tokens: Sequence[Token], reading: Reading) -> None:
    j = reading.end + (tokens[reading.end].low == "of")
    found = currency_after(tokens, j)
    measure = read_measure(tokens, j) if found is None else None
    if found is not None:
        reading.unit, reading.name, reading.end = found[0], found[0], found[2]
    elif measure is not None:
        reading.take(measure)
        if reading.high is not None:
            reading.high = reading.canonical(reading.high)
    else:
        noun = read_noun(tokens, j)
        reading.noun = noun[0] if noun else None
