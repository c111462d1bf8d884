"""Whose a figure is: the words that name what it measures, read from the order of the words alone.

A newspaper's figure follows its verb ("sales rose 4%"), its noun ("a profit of £5m") or stands with its verb
left out ("…, profit 7%"); it may be turned round ("£9bn was wiped off the fund") or be told in a noun ("a 4%
rise in rents"). Where none of these is written, nothing is said.
"""

from collections.abc import Sequence

from factcheck.domain.quantities import Movement
from factcheck.quantities.measures import HYPHENS
from factcheck.quantities.movement_words import MOVES_AFTER, PASSIVES
from factcheck.quantities.noun_phrases import DETERMINERS, Stretch, tidy, words_before, words_from
from factcheck.quantities.noun_words import CLAUSE_ENDS, FUNCTION_WORDS
from factcheck.quantities.period_forms import PeriodForm
from factcheck.quantities.readings import Reading
from factcheck.quantities.tokens import Kind, Token
from factcheck.quantities.verb_words import AUXILIARIES, BETWEEN, SAYING, VERBS
from factcheck.quantities.wordlist import words

_REACH = 25
"""How many tokens back the subject is looked for."""

_TURNS = frozenset(
    words(
        """
that which who whose but while whereas as when because if although though after before since until
so than
"""
    )
)

_TO_BE = frozenset(words("to due set expected forecast likely about going"))

_ADVERBS = frozenset(words("also then now still already not only even just again both all since"))

_TRANSPARENT = frozenset(
    words(
        """
total record minimum maximum average mean median high low peak series group number some third half
majority margin sum rate level score vote distance depth height length width age excess region order
best part best-case range cost value
"""
    )
)
"""Nouns before "of" that leave open whose the figure is."""

_SIZES = frozenset(words("long high wide tall deep thick away"))

_MORE = frozenset({"more", "fewer", "less"})


def read_subjects(tokens: Sequence[Token], forms: Sequence[PeriodForm], readings: Sequence[Reading]) -> None:
    """Set the subject of each reading, in order; a figure chained to the one before shares its subject."""
    dated = {i for form in forms for i in range(form.start_token, form.end_token)}
    floor = 0
    previous: Reading | None = None
    latest: Stretch | None = None
    for reading in readings:
        if any(token.text in _SENTENCE_ENDS for token in tokens[floor : reading.start]):
            latest = None
        if previous is not None and _chained(tokens, previous, reading):
            reading.subject = previous.subject
        elif reading.unit != "ordinal":
            # A place in a row has its noun: "the third ferry".
            reading.subject = _subject(tokens, reading, floor, dated)
            if reading.subject is None and latest is not None and _goes_on(tokens, reading, floor):
                reading.subject = latest
            latest = reading.subject or latest
        floor, previous = reading.end, reading


_SENTENCE_ENDS = frozenset(".;!?")


def _goes_on(tokens: Sequence[Token], reading: Reading, floor: int) -> bool:
    """Whether the verb follows "and" with nobody new before it: "… and employs 1,960 people"."""
    verb = _verb_before(tokens, reading.start - 1, floor)
    if verb is None:
        return False
    i = _over_adverbs(tokens, verb - 1, floor)
    return i >= floor and tokens[i].low in {"and", "but"}


def share_verb(tokens: Sequence[Token], left: Reading, right: Reading) -> None:
    """ "Wheat fell 4%, maize 7%": the verb is written once, and its direction holds for both."""
    alike = left.unit == right.unit and left.movement is Movement.CHANGE and right.movement is None
    if alike and left.unit not in {"count", "ratio"} and _bare_name(tokens, left.end, right.start):
        right.direction, right.movement = left.direction, Movement.CHANGE


def _bare_name(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Whether nothing but a comma or "and", and a short name, stands between two figures."""
    linked = i
    while linked < end and (tokens[linked].text == "," or tokens[linked].low in {"and", "while"}):
        linked += 1
    named = [t for t in tokens[linked:end] if t.low not in DETERMINERS | {"of"} and t.text not in HYPHENS]
    last = tokens[end - 1] if tokens[end - 1].low not in DETERMINERS else tokens[end - 2]
    return (
        linked > i
        and 0 < len(named) < 5
        and last.low != "of"
        and all(
            t.kind is Kind.WORD and t.low not in VERBS | AUXILIARIES | SAYING | FUNCTION_WORDS | MOVES_AFTER
            for t in named
        )
    )


def _chained(tokens: Sequence[Token], left: Reading, right: Reading) -> bool:
    """ "rose 25% to £90", "were £90, up from £72", "from 12 to 9.5%"."""
    between = tokens[left.end : right.start]
    if len(between) > 6:
        return False
    lows = [token.low for token in between if token.text != ","]
    if not lows or lows[0] not in {"to", "from", "up", "down", "against", "compared", "or"}:
        return False
    return all(low in BETWEEN | {"from", "against", "compared", "with", "or"} for low in lows)


def _subject(tokens: Sequence[Token], reading: Reading, floor: int, dated: set[int]) -> Stretch | None:
    start, end = reading.start, reading.end
    behind = _named_behind(tokens, end)
    if behind is not None:
        return behind[0]
    i = start - 1
    while i > floor and tokens[i].low in {"a", "an", "the", "just", "only", "record", "new", "up", "down"}:
        i -= 1
    if i < floor:
        return None
    if tokens[i].low == "of":
        told, named = _of(tokens, i, end, floor)
        if told:
            return named
        # "raised a total of": the total is no object either.
        i = start = i - 1 if named is None else named[0]
        i -= 1
        while i > floor and tokens[i].low in DETERMINERS:
            i -= 1
    if (
        tokens[i].text in {"(", ","}
        and i > floor
        and (tokens[i].text == "(" or _stands_apart(tokens, reading))
    ):
        return words_before(tokens, i, floor)
    verb = start if _is_its_own_verb(tokens, reading) else _verb_before(tokens, i, floor)
    if verb is None:
        return _left_out(tokens, i, floor)
    moved = _object(tokens, verb, start) if verb < start else None
    return moved or _before_verb(tokens, verb, floor, dated)


def _is_its_own_verb(tokens: Sequence[Token], reading: Reading) -> bool:
    return any(
        token.low.endswith(("led", "ved")) and token.low in VERBS
        for token in tokens[reading.start : reading.end]
    )


def _named_behind(tokens: Sequence[Token], end: int) -> tuple[Stretch | None] | None:
    """What the words behind the figure name: "4% rise in rents", "4% pay rise", "4% more cars"."""
    i = end + (tokens[end].text in HYPHENS)
    if tokens[i].low in _MORE and tokens[i + 1].low not in {"than", "of"}:
        named = words_from(tokens, i + 1)
        return (named,) if named is not None else None
    nouns = MOVES_AFTER - {"up", "down", "lower", "higher", *_MORE}
    for j in (i, i + 1):
        if tokens[j].low in nouns and (j == i or tokens[i].low not in FUNCTION_WORDS):
            if tokens[j + 1].low in {"in", "for"}:
                return (words_from(tokens, j + 2),)
            return ((i, j) if j > i else None,)
    if tokens[end].low in AUXILIARIES:
        for j in range(end + 1, min(end + 4, len(tokens) - 1)):
            if tokens[j].low in PASSIVES and tokens[j + 1].low in {"off", "from", "to"}:
                return (words_from(tokens, j + 2),)
    return None


def _of(tokens: Sequence[Token], i: int, end: int, floor: int) -> tuple[bool, Stretch | None]:
    """Whether the words before "of" at `i` settle it, and what they name: "a profit of", "a rise in X of"."""
    if tokens[i - 1].low in MOVES_AFTER:
        return True, words_from(tokens, end + 1) if tokens[end].low in {"in", "for"} else None
    for j in range(i - 1, max(floor, i - 6), -1):
        if tokens[j].low == "in" and tokens[j - 1].low in MOVES_AFTER:
            return True, words_from(tokens, j + 1)
    named = words_before(tokens, i, floor)
    if named is None:
        return False, None
    if tokens[named[0]].low.endswith("ing") and named[1] - named[0] > 1:
        # "seeking damages of £2m"
        named = (named[0] + 1, named[1])
    return tokens[named[1] - 1].low not in _TRANSPARENT, named


def _stands_apart(tokens: Sequence[Token], reading: Reading) -> bool:
    """ "the bridge, 340 metres long,", "Ilse Brandt, 34,"."""
    following = tokens[reading.end]
    return following.text == "," or following.low in _SIZES


def _verb_before(tokens: Sequence[Token], i: int, floor: int) -> int | None:
    """The nearest verb before the figure in its clause, the last of a chain ("has been cut")."""
    for j in range(i, max(floor, i - _REACH) - 1, -1):
        token = tokens[j]
        if token.text in CLAUSE_ENDS:
            return None
        if token.low in VERBS or token.low in AUXILIARIES - {"s"}:
            return j
        ending = token.kind is Kind.WORD and token.low.endswith("ed") and len(token.low) > 4
        if ending and (tokens[j + 1].low in BETWEEN or j == i) and j > floor and token.low not in SAYING:
            return j
    return None


def _object(tokens: Sequence[Token], verb: int, start: int) -> Stretch | None:
    """What was moved: "cut tolls by 4%", "raised its rate to 5%"."""
    if tokens[verb].low in AUXILIARIES:
        return None
    i = start - 1
    while i > verb and tokens[i].low in BETWEEN:
        i -= 1
    if i == start - 1 or i == verb or not any(t.low in {"by", "to", "from"} for t in tokens[i + 1 : start]):
        return None
    first = verb + 1
    while first <= i and tokens[first].low in DETERMINERS | {"back", "up", "down"}:
        first += 1
    inside = tokens[first : i + 1]
    if not inside or any(t.text in CLAUSE_ENDS or t.low in AUXILIARIES | _TURNS for t in inside):
        return None
    return None if tokens[first].low in FUNCTION_WORDS else (first, i + 1)


def _before_verb(tokens: Sequence[Token], verb: int, floor: int, dated: set[int]) -> Stretch | None:
    """The noun phrase before the verb, without its article; of a relative clause what it is about."""
    i = _over_adverbs(tokens, verb - 1, floor)
    if i < floor:
        return None
    if tokens[i].text == ",":
        # "Sales, which include fuel, rose": the first comma opened what this one closes.
        opened = next((j for j in range(i - 1, max(floor, i - _REACH), -1) if tokens[j].text == ","), None)
        i = opened - 1 if opened is not None else i - 1
    elif tokens[i].low in {"that", "which", "who"}:
        i = _over_adverbs(tokens, i - 1 - (tokens[i - 1].text == ","), floor)
    end = i + 1
    first = end
    while first > max(floor, end - _REACH) and first - 1 not in dated:
        token = tokens[first - 1]
        if token.text in CLAUSE_ENDS or token.low in _TURNS or token.low in SAYING:
            break
        first -= 1
    for j in range(end - 1, first - 1, -1):
        if tokens[j].low in AUXILIARIES - {"s"} or (tokens[j].low in VERBS and j + 1 < end and j > first):
            first = j + 1
            break
    return tidy(tokens, first, end)


def _over_adverbs(tokens: Sequence[Token], i: int, floor: int) -> int:
    while i > floor and (
        tokens[i].low in _ADVERBS | (AUXILIARIES - {"s"})
        or (tokens[i].low in _TO_BE and tokens[i + 1].low in _TO_BE | {"be", "have"})
        or (tokens[i].low.endswith("ly") and len(tokens[i].low) > 4)
    ):
        i -= 1
    return i


def _left_out(tokens: Sequence[Token], i: int, floor: int) -> Stretch | None:
    """ "…, profit 7%" and "Turnout: 43%": a name right before the figure, its verb left out."""
    if tokens[i].text == ":":
        i -= 1
    named = words_before(tokens, i + 1, floor)
    if named is None or named[1] - named[0] > 5:
        return None
    if named[0] - 1 > floor and tokens[named[0] - 1].low == "of":
        whole = words_before(tokens, named[0] - 1, floor)
        named = (whole[0], named[1]) if whole is not None else named
    opener = tokens[named[0] - 1] if named[0] else None
    while opener is not None and opener.low in DETERMINERS and named[0] - 1 > floor:
        named = (named[0] - 1, named[1])
        opener = tokens[named[0] - 1]
    opened = opener is None or opener.text in CLAUSE_ENDS or opener.low in {"and", "but", "while", "with"}
    return tidy(tokens, *named) if opened or named[0] == floor else None
