"""Wrong places in a row, and the same place written otherwise."""

import re
from random import Random

from factcheck.training.perturbations.numerals import spelled
from factcheck.training.perturbations.pair import Edit, Edits, Figure, Held

_IRREGULAR = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def ordinal_in_words(number: int) -> str:
    """ "Twenty-first" for 21; below a hundred."""
    tens, hyphen, ones = spelled(number).rpartition("-")
    if ones in _IRREGULAR:
        return tens + hyphen + _IRREGULAR[ones]
    return tens + hyphen + (f"{ones[:-1]}ieth" if ones.endswith("y") else f"{ones}th")


def ordinal_in_digits(number: int) -> str:
    """ "21st" for 21."""
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    return f"{number}{({1: 'st', 2: 'nd', 3: 'rd'}).get(number % 10, 'th')}"


_WORDS = {ordinal_in_words(number): number for number in range(1, 100)}
_ORDINAL = re.compile(
    r"\b(?:" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r"|(\d{1,3})(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)


def wrong_ordinal(held: Held, rng: Random) -> Edits | None:
    """Another place that the reference excludes."""
    for _, match in _chosen(held, rng):
        number = _number(match)
        reach = 2 if number < 5 else max(3, number // 5)
        other = number + rng.choice((-1, 1)) * rng.randint(1, reach)
        in_words = match.group(1) is None
        if rng.random() < 0.2:
            in_words = not in_words
        if other < 1 or (in_words and other > 20):
            continue
        text = ordinal_in_words(other) if in_words else ordinal_in_digits(other)
        edit = Edit(match.start(), match.end(), text)
        quantity = held.quantity_after(edit)
        if quantity is not None and quantity.unit == "ordinal" and held.excludes(quantity):
            return (edit,)
    return None


def ordinal_form(held: Held, rng: Random) -> Edits | None:
    """ "Third" as "3rd", and back."""
    for figure, match in _chosen(held, rng):
        number = _number(match)
        in_words = match.group(1) is None
        if not in_words and number > 20:
            continue
        text = ordinal_in_digits(number) if in_words else ordinal_in_words(number)
        edit = Edit(match.start(), match.end(), text)
        quantity = held.quantity_after(edit)
        if quantity is not None and held.bears_out(quantity, figure):
            return (edit,)
    return None


def _number(match: re.Match[str]) -> int:
    return int(match.group(1)) if match.group(1) else _WORDS[match.group().lower()]


def _chosen(held: Held, rng: Random) -> list[tuple[Figure, re.Match[str]]]:
    found = []
    for figure in held.figures:
        if figure.mine.unit != "ordinal":
            continue
        match = _ORDINAL.search(held.pair.claim, figure.mine.span.start, figure.mine.span.end)
        if match is not None:
            found.append((figure, match))
    rng.shuffle(found)
    return found
