"""Wrong units, right conversions, and other spellings of the same figure."""

import re
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from factcheck.training.perturbations.numerals import (
    Written,
    decimals,
    like,
    may_be_spelled,
    spelled,
    taken_apart,
)
from factcheck.training.perturbations.pair import Edit, Edits, Figure, Held

_SYMBOLS = "$£€"
_CURRENCIES = {
    "dollars": "pounds",
    "pounds": "euros",
    "euros": "dollars",
    "dollar": "pound",
    "euro": "dollar",
}
_WRONG = {
    "km": ("miles",),
    "kilometre": ("mile",),
    "kilometres": ("miles", "metres"),
    "kilometer": ("mile",),
    "kilometers": ("miles", "meters"),
    "miles": ("kilometres", "km"),
    "mile": ("kilometre", "km"),
    "metres": ("feet", "kilometres", "yards"),
    "meters": ("feet", "kilometers", "yards"),
    "metre": ("foot",),
    "m": ("ft",),
    "feet": ("metres", "inches"),
    "foot": ("metre",),
    "ft": ("m",),
    "inches": ("centimetres", "feet"),
    "inch": ("centimetre",),
    "cm": ("inches", "mm"),
    "centimetres": ("inches", "millimetres"),
    "mm": ("cm",),
    "yards": ("metres", "miles"),
    "kg": ("lb", "tonnes"),
    "kilograms": ("pounds", "grams"),
    "kilos": ("tonnes", "pounds"),
    "lb": ("kg",),
    "lbs": ("kg",),
    "grams": ("kilograms", "ounces"),
    "tonnes": ("kilograms", "pounds"),
    "tons": ("kilograms", "pounds"),
    "hectares": ("acres", "square kilometres"),
    "acres": ("hectares", "square miles"),
    "litres": ("gallons", "millilitres"),
    "liters": ("gallons",),
    "gallons": ("litres",),
    "seconds": ("minutes",),
    "minutes": ("hours", "seconds"),
    "minute": ("hour",),
    "hours": ("minutes", "days"),
    "hour": ("minute",),
    "days": ("weeks", "hours", "months"),
    "day": ("week",),
    "weeks": ("months", "days"),
    "week": ("month", "day"),
    "months": ("years", "weeks"),
    "month": ("year", "week"),
    "years": ("months", "decades"),
    "decades": ("years",),
    "mph": ("km/h",),
    "km/h": ("mph",),
    "megawatts": ("gigawatts", "kilowatts"),
    "gigawatts": ("megawatts",),
    "MW": ("GW", "kW"),
    "GW": ("MW",),
    "°C": ("°F",),
    "C": ("F",),
    "°F": ("°C",),
    "Celsius": ("Fahrenheit",),
    "Fahrenheit": ("Celsius",),
    "percentage points": ("per cent", "%"),
    "percentage point": ("per cent",),
}
_UNIT = re.compile(
    r"(?<![A-Za-z])("
    + "|".join(re.escape(one) for one in sorted(_WRONG, key=len, reverse=True))
    + r")(?![A-Za-z/])"
)
_PERCENT = re.compile(r"\s?(?:%|\bper cent\b|\bpercent\b)")
_SHARES = ("percentage points", "percentage points", "basis points")


def wrong_unit(held: Held, rng: Random) -> Edits | None:
    """The same figure in another unit or currency."""
    for figure, written in _chosen(held, rng):
        options = _other_units(held.pair.claim, figure, written, rng)
        converted = _conversion(held, figure, written, rng, right=False)
        options.extend([converted] if converted is not None else [])
        rng.shuffle(options)
        for edit in options:
            quantity = held.quantity_after(edit)
            if quantity is not None and held.excludes(quantity):
                return (edit,)
    return None


def _other_units(claim: str, figure: Figure, written: Written, rng: Random) -> list[Edit]:
    found = []
    behind = written.number_end
    for place, character in enumerate(written.before):
        if character in _SYMBOLS:
            at = written.start + place
            plain = place == 0 or not written.before[place - 1].isalpha()
            if plain:
                found.append(Edit(at, at + 1, rng.choice(_SYMBOLS.replace(character, ""))))
    for word, other in _CURRENCIES.items():
        match = re.search(rf"(?<![A-Za-z]){word}\b", written.after)
        if match is not None:
            found.append(Edit(behind + match.start(), behind + match.end(), other))
    match = _PERCENT.match(written.after)
    if match is not None and figure.mine.unit == "percent" and figure.mine.direction is not None:
        found.append(Edit(behind, behind + match.end(), " " + rng.choice(_SHARES)))
    match = _UNIT.search(written.after)
    if match is not None and not (match.group() in ("m", "C") and figure.mine.unit == "count"):
        other = rng.choice(_WRONG[match.group()])
        spaced = "" if match.start() or not other.isalpha() or len(other) <= 3 else " "
        start = behind + match.start()
        if other == "%" and match.start() and written.after[match.start() - 1] == " ":
            start -= 1
        found.append(Edit(start, behind + match.end(), spaced + other))
    return found


_CONVERSIONS = {
    "kilometre": (("miles", Decimal("0.621371")),),
    "mile": (("km", Decimal("1.609344")), ("kilometres", Decimal("1.609344"))),
    "metre": (("feet", Decimal("3.28084")),),
    "foot": (("metres", Decimal("0.3048")),),
    "kilogram": (("pounds", Decimal("2.204623")), ("lb", Decimal("2.204623"))),
    "hectare": (("acres", Decimal("2.471054")), ("square kilometres", Decimal("0.01"))),
    "acre": (("hectares", Decimal("0.404686")),),
    "inch": (("centimetres", Decimal("2.54")), ("cm", Decimal("2.54"))),
    "centimetre": (("inches", Decimal("0.393701")),),
    "tonne": (("kilograms", Decimal(1000)),),
    "square mile": (("square kilometres", Decimal("2.589988")),),
    "square kilometre": (("square miles", Decimal("0.386102")), ("hectares", Decimal(100))),
    "mph": (("km/h", Decimal("1.609344")),),
    "km/h": (("mph", Decimal("0.621371")),),
    "minute": (("hours", Decimal(1) / 60), ("seconds", Decimal(60))),
    "hour": (("minutes", Decimal(60)), ("days", Decimal(1) / 24)),
    "day": (("weeks", Decimal(1) / 7), ("hours", Decimal(24))),
    "week": (("days", Decimal(7)),),
    "fortnight": (("weeks", Decimal(2)), ("days", Decimal(14))),
    "month": (("years", Decimal(1) / 12),),
    "year": (("months", Decimal(12)), ("decades", Decimal("0.1"))),
    "decade": (("years", Decimal(10)),),
    "megawatt": (("gigawatts", Decimal("0.001")),),
    "gigawatt": (("megawatts", Decimal(1000)),),
}
_TIMES = frozenset({"minute", "hour", "day", "week", "fortnight", "month", "year", "decade"})


def unit_conversion(held: Held, rng: Random) -> Edits | None:
    """The figure in another unit, rightly converted and rounded as a newsroom would."""
    for figure, written in _chosen(held, rng):
        edit = _conversion(held, figure, written, rng, right=True)
        quantity = held.quantity_after(edit) if edit is not None else None
        if edit is not None and quantity is not None and held.bears_out(quantity, figure):
            return (edit,)
    return None


def _conversion(held: Held, figure: Figure, written: Written, rng: Random, *, right: bool) -> Edit | None:
    """The figure in another unit; where not `right`, converted the wrong way round or badly."""
    options = _CONVERSIONS.get(figure.mine.written_unit or "", ())
    if not options or written.after.startswith("-") or _SCALED.search(written.after):
        return None
    if written.end != figure.mine.span.end or not _ends_in_unit(written):
        return None
    unit, factor = rng.choice(options)
    exact = written.value * factor
    if not right:
        exact = rng.choice((written.value / factor, exact * Decimal("1.25"), exact * Decimal("0.8")))
    if figure.mine.written_unit in _TIMES:
        exact = exact if right else exact.to_integral_value()
        if exact != exact.to_integral_value() or exact < 2 or exact > 400:
            return None
    if exact < Decimal("0.2"):
        return None
    number, rounded = _converted(exact, written, rng)
    hedge = rng.choice(("about ", "about ", "around ", "")) if rounded else ""
    if hedge and written.hedge_start != written.start:
        hedge = held.pair.claim[written.hedge_start : written.start]
    return Edit(written.hedge_start if hedge else written.start, written.end, f"{hedge}{number} {unit}")


_SCALED = re.compile(r"\b(?:hundred|thousand|million|billion|[mb]n?)\b")
_ONE_UNIT = re.compile(r"\s?[A-Za-z°/²]+(?: (?:metres?|kilometres?|kilometers?|miles?|feet|foot))?$")


def _ends_in_unit(written: Written) -> bool:
    return bool(_ONE_UNIT.fullmatch(written.after)) and not written.before


def _converted(exact: Decimal, written: Written, rng: Random) -> tuple[str, bool]:
    """The converted figure to two or three digits, and whether that rounds it."""
    digits = rng.choice((2, 2, 3)) if decimals(written.number) == 0 else 3
    step = Decimal(1).scaleb(exact.adjusted() - digits + 1)
    if exact >= 10 and step < 1 and rng.random() < 0.7:
        step = Decimal(1)
    value = (exact / step).to_integral_value(rounding=ROUND_HALF_UP) * step
    if value == value.to_integral_value():
        whole = int(value)
        if written.in_words and 2 <= whole <= 20:
            return spelled(whole), value != exact
        return like(value, "1,000"), value != exact
    places = max(0, -int(str(value.normalize().as_tuple().exponent)))
    return like(value, written.number, places=places), value != exact


_SHARE_WORDS = {
    50: ("half",),
    25: ("a quarter",),
    75: ("three-quarters", "three quarters"),
    20: ("a fifth",),
    10: ("a tenth",),
    40: ("two-fifths",),
    33: ("a third",),
    67: ("two-thirds",),
}
_MONEY = {"$": "dollars", "£": "pounds", "€": "euros"}
_LONG_SCALES = {"m": "million", "mn": "million", "bn": "billion", "b": "billion", "tn": "trillion"}


def number_words(held: Held, rng: Random) -> Edits | None:
    """The same figure written another way: "12" as "twelve", "50%" as "half", "$5,000,000" as "$5m"."""
    for figure, written in _chosen(held, rng):
        options = _other_spellings(held.pair.claim, figure, written)
        rng.shuffle(options)
        for edit in options:
            quantity = held.quantity_after(edit)
            if quantity is not None and held.bears_out(quantity, figure):
                return (edit,)
    return None


def _other_spellings(claim: str, figure: Figure, written: Written) -> list[Edit]:
    found: list[Edit] = []
    start, end = written.number_start, written.number_end
    whole = written.value == written.value.to_integral_value() and not decimals(written.number)
    if written.in_words:
        found.append(Edit(start, end, str(written.value)))
    elif whole and may_be_spelled(written) and 2 <= written.value < 100:
        found.append(Edit(start, end, spelled(int(written.value))))
    found.extend(_other_shares(claim, figure, written))
    found.extend(_other_magnitudes(written))
    return found


def _other_shares(claim: str, figure: Figure, written: Written) -> list[Edit]:
    match = _PERCENT.fullmatch(written.after)
    if match is None or figure.mine.unit != "percent":
        return []
    start, end = written.number_start, written.number_end
    found = [Edit(end, written.end, new) for new in (" per cent", " percent", "%") if new != written.after]
    if written.in_words:
        found = [edit for edit in found if edit.text != "%"]
    shares = _SHARE_WORDS.get(int(written.value), ()) if written.value == int(written.value) else ()
    if claim[written.end :].startswith(" of "):
        found.extend(Edit(start, written.end, share) for share in shares)
    return found


def _other_magnitudes(written: Written) -> list[Edit]:
    """ "5,000,000" and "5 million", "$5m" and "$5 million" and "5 million dollars"."""
    found: list[Edit] = []
    start, end = written.number_start, written.number_end
    symbol = written.before.strip()
    scale = re.match(r"\s?(million|billion|trillion|mn|bn|tn|[mb])\b", written.after)
    if scale is not None and not written.in_words:
        word = _LONG_SCALES.get(scale.group(1))
        stop = end + scale.end()
        if word is not None:
            found.append(Edit(end, stop, f" {word}"))
        elif symbol:
            found.append(Edit(end, stop, {"million": "m", "billion": "bn", "trillion": "tn"}[scale.group(1)]))
        long = word or scale.group(1)
        if symbol in _MONEY and scale.end() == len(written.after):
            found.append(Edit(written.start, stop, f"{written.number} {long} {_MONEY[symbol]}"))
        if long == "million" and decimals(written.number) <= 3 and not symbol:
            found.append(Edit(start, stop, f"{written.value * 1_000_000:,.0f}"))
        return found
    if written.in_words:
        return found
    for size, word, short in ((10**9, "billion", "bn"), (10**6, "million", "m")):
        if written.value < size:
            continue
        scaled = (written.value / size).normalize()
        if -int(str(scaled.as_tuple().exponent)) <= 2:
            found.append(Edit(start, end, f"{scaled:f} {word}"))
            if symbol in _MONEY:
                found.append(Edit(start, end, f"{scaled:f}{short}"))
        break
    if 1000 <= written.value < 10**6 and written.value % 1000 == 0 and not symbol:
        found.append(Edit(start, end, f"{written.value / 1000:f} thousand".replace(".0 ", " ")))
    return found


def _chosen(held: Held, rng: Random) -> list[tuple[Figure, Written]]:
    found = []
    for figure in held.figures:
        written = taken_apart(figure.mine)
        if written is not None and figure.mine.unit not in ("ordinal", "score", "clock", "ratio"):
            found.append((figure, written))
    rng.shuffle(found)
    return found
