"""The words of numbers: cardinals, magnitudes, fractions, ordinals, multiples, plurals without a figure."""

from decimal import Decimal
from typing import Final

from factcheck.quantities.wordlist import words

SMALL: Final = {
    word: value
    for value, word in enumerate(
        words(
            """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen
"""
        )
    )
}
TENS: Final = {
    word: value
    for value, word in zip(
        range(20, 100, 10), words("twenty thirty forty fifty sixty seventy eighty ninety"), strict=True
    )
}
SCALES: Final = {
    "thousand": Decimal(10**3),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "lakh": Decimal(10**5),
    "lakhs": Decimal(10**5),
    "crore": Decimal(10**7),
    "crores": Decimal(10**7),
}
SHORT_SCALES: Final = {
    "k": Decimal(10**3),
    "mn": Decimal(10**6),
    "mln": Decimal(10**6),
    "mio": Decimal(10**6),
    "bn": Decimal(10**9),
    "bln": Decimal(10**9),
    "b": Decimal(10**9),
    "tn": Decimal(10**12),
    "trn": Decimal(10**12),
    "trln": Decimal(10**12),
}
"""Abbreviations other than "m", which may also be metres."""
SPACED_SHORT_SCALES: Final = frozenset({"mn", "mln", "mio", "bn", "bln", "tn", "trn", "trln"})
"""Those that may stand apart from the digits ("9 bn")."""

PARTS: Final = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fourth": 4,
    "fourths": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "seventh": 7,
    "sevenths": 7,
    "eighth": 8,
    "eighths": 8,
    "ninth": 9,
    "ninths": 9,
    "tenth": 10,
    "tenths": 10,
    "twentieth": 20,
    "twentieths": 20,
    "hundredth": 100,
    "hundredths": 100,
    "thousandth": 1000,
    "thousandths": 1000,
    "millionth": 10**6,
    "millionths": 10**6,
}
"""Denominators as words."""

VULGAR: Final = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3,
    "⅕": Decimal("0.2"),
    "⅛": Decimal("0.125"),
    "⅜": Decimal("0.375"),
    "⅝": Decimal("0.625"),
    "⅞": Decimal("0.875"),
}

_ORDINAL_WORDS = words(
    """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
"""
)
ORDINALS: Final = {
    **{word: value for value, word in enumerate(_ORDINAL_WORDS, 1)},
    **{word.removesuffix("y") + "ieth": value for word, value in TENS.items()},
    "hundredth": 100,
    "thousandth": 1000,
}

MULTIPLES: Final = {
    "doubled": 2,
    "doubling": 2,
    "doubles": 2,
    "double": 2,
    "twice": 2,
    "twofold": 2,
    "tripled": 3,
    "tripling": 3,
    "triples": 3,
    "triple": 3,
    "trebled": 3,
    "trebling": 3,
    "treble": 3,
    "threefold": 3,
    "quadrupled": 4,
    "quadrupling": 4,
    "fourfold": 4,
    "quintupled": 5,
    "fivefold": 5,
    "sixfold": 6,
    "sevenfold": 7,
    "eightfold": 8,
    "ninefold": 9,
    "tenfold": 10,
}
HALVINGS: Final = frozenset({"halved", "halving", "halves"})

GROUPS: Final = {"dozen": 12, "fortnight": 14}

VAGUE: Final = {
    "dozens": (24, 200),
    "scores": (40, 400),
    "hundreds": (200, 1000),
    "thousands": (2000, 100_000),
    "millions": (2 * 10**6, 10**9),
    "billions": (2 * 10**9, 10**12),
    "trillions": (2 * 10**12, 10**15),
}
"""Plurals without a figure: the least and the most that they can mean."""
VAGUE_FACTORS: Final = {"tens": (20, 100), "dozens": (24, 200), "hundreds": (200, 1000)}
"""What stands before "of thousands" and the like."""
