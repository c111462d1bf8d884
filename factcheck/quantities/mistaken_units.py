"""Units that are written for one another by mistake, though nothing converts the one into the other."""

from factcheck.domain.quantities import Quantity
from factcheck.quantities.money import SHARED, is_currency
from factcheck.quantities.wordlist import words

_BY_WORD = frozenset(
    words(
        """
gallon pint quart bushel barrel fathom league rod chain cent penny pesewa kobo centavo pound dollar peso lira
lire florin thaler ducat scudo crown shilling guinea franc mark krone krona dinar dirham riyal cedi naira
rupee yen yuan won baht ringgit rand zloty forint lei leu lev egg dozen degree ounce stone inch
"""
    )
)
"""Nouns that are units, though the grammar of quantities does not convert them."""

_TELLING = 100
"""A bare number from here on is hardly the same by chance; what stands behind it may be unknown money."""
_VOLUME, _MASS = "litre", "kilogram"


def is_mistaken_for(claim: Quantity, reference: Quantity) -> bool:
    """Whether the two units are of a kind, so that with the same digits one is a mistake for the other.

    Two kinds of money, money and per cent, a measure and a unit that is read as a noun ("5,500 gallons" for
    "5,500 litres"), pounds of weight and of money.
    """
    ours, theirs = _kind(claim), _kind(reference)
    if "money" in (ours, theirs):
        return {ours, theirs} <= {"money", "noun", "percent", "bare"} or _pounds(claim, reference)
    if ours == "noun" or theirs == "noun":
        other = theirs if ours == "noun" else ours
        return other in {"percent", _VOLUME, _MASS, "metre", "noun"} and claim.noun != reference.noun
    return False


def _kind(quantity: Quantity) -> str:
    if is_currency(quantity.unit) or quantity.unit in SHARED:
        return "money"
    if quantity.unit == "count" and quantity.noun in _BY_WORD:
        return "noun"
    if quantity.unit == "count" and quantity.noun is None and quantity.value > _TELLING:
        return "bare"
    return quantity.unit


def _pounds(a: Quantity, b: Quantity) -> bool:
    return {a.unit, b.unit} == {"GBP", _MASS}
