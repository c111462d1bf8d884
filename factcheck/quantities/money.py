"""Currencies as newsrooms write them, before or after the figure."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from factcheck.quantities.tokens import Token, touching
from factcheck.quantities.wordlist import words

_SIGNS: Final = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "￥": "JPY",
    "₹": "INR",
    "₩": "KRW",
    "₽": "RUB",
    "₺": "TRY",
    "₪": "ILS",
    "₴": "UAH",
    "₦": "NGN",
    "₫": "VND",
    "฿": "THB",
    "＄": "USD",
    "￡": "GBP",
}
_DOLLARS: Final = {
    "us": "USD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "cdn": "CAD",
    "nz": "NZD",
    "hk": "HKD",
    "s": "SGD",
    "r": "BRL",
    "nt": "TWD",
    "mx": "MXN",
}
"""What stands directly before a dollar sign."""
_CODES: Final = {
    **{
        code: code
        for code in words(
            """
USD EUR GBP JPY CNY CHF NOK SEK DKK ISK PLN CZK HUF RON BGN TRY RUB UAH INR PKR BDT LKR KRW TWD
HKD SGD MYR THB IDR PHP VND AUD NZD CAD MXN BRL ARS CLP COP PEN ZAR NGN KES GHS EGP MAD ILS SAR
AED QAR KWD
"""
        )
    },
    "RMB": "CNY",
    "CN": "CNY",
    "Rs": "INR",
    "SFr": "CHF",
    "SKr": "SEK",
    "NKr": "NOK",
    "DKr": "DKK",
}
_WORDS: Final = {
    **dict.fromkeys(("dollar", "dollars", "bucks"), "USD"),
    **dict.fromkeys(("euro", "euros"), "EUR"),
    **dict.fromkeys(("pound", "pounds", "quid"), "GBP"),
    **dict.fromkeys(("yen",), "JPY"),
    **dict.fromkeys(("yuan", "renminbi"), "CNY"),
    **dict.fromkeys(("rupee", "rupees"), "INR"),
    **dict.fromkeys(("rouble", "roubles", "ruble", "rubles"), "RUB"),
    **dict.fromkeys(("lira", "liras"), "TRY"),
    **dict.fromkeys(("zloty", "zlotys"), "PLN"),
    **dict.fromkeys(("rand",), "ZAR"),
    **dict.fromkeys(("shekel", "shekels"), "ILS"),
    **dict.fromkeys(("naira",), "NGN"),
    **dict.fromkeys(("reais",), "BRL"),
    **dict.fromkeys(("hryvnia", "hryvnias"), "UAH"),
    **dict.fromkeys(("baht",), "THB"),
    **dict.fromkeys(("ringgit",), "MYR"),
    **dict.fromkeys(("rupiah",), "IDR"),
    **dict.fromkeys(("taka",), "BDT"),
    **dict.fromkeys(("cedi", "cedis"), "GHS"),
    **dict.fromkeys(("forint", "forints"), "HUF"),
}
_LANDED: Final = {
    ("us", "dollars"): "USD",
    ("american", "dollars"): "USD",
    ("australian", "dollars"): "AUD",
    ("canadian", "dollars"): "CAD",
    ("singapore", "dollars"): "SGD",
    ("swiss", "francs"): "CHF",
    ("norwegian", "kroner"): "NOK",
    ("norwegian", "krone"): "NOK",
    ("danish", "kroner"): "DKK",
    ("danish", "krone"): "DKK",
    ("swedish", "kronor"): "SEK",
    ("swedish", "krona"): "SEK",
    ("pounds", "sterling"): "GBP",
    ("egyptian", "pounds"): "EGP",
    ("pakistani", "rupees"): "PKR",
    ("indian", "rupees"): "INR",
}
_HUNDREDTHS: Final = {
    "pence": "GBP",
    "penny": "GBP",
    "cent": "USD",
    "cents": "USD",
}


_MEETINGS = frozenset({"COP"})
"""Codes that are a meeting's name when a number touches them ("COP29")."""


def currency_before(tokens: Sequence[Token], i: int) -> tuple[str, int] | None:
    """The currency sign or code that begins at `i` and the index behind it, if the next token touches it.

    Codes may stand apart by a space ("NOK 412"), signs too ("€ 9 bn").
    """
    token = tokens[i]
    if token.text in _SIGNS:
        return _SIGNS[token.text], i + 1
    following = tokens[i + 1]
    if following.text == "$" and token.low in _DOLLARS and touching(token, following):
        return _DOLLARS[token.low], i + 2
    code = _CODES.get(token.text)
    if code is None or (token.text in _MEETINGS and touching(token, following)):
        return None
    if following.text == "." and token.text == "Rs" and touching(token, following):
        return code, i + 2
    if code == "CNY" and following.text in {"¥", "￥"}:
        return code, i + 2
    return code, i + 1


def currency_after(tokens: Sequence[Token], i: int) -> tuple[str, Decimal, int] | None:
    """Currency, the part of its unit that is named (a cent: 0.01) and the index behind the word at `i`."""
    token, following = tokens[i], tokens[i + 1]
    pair = _LANDED.get((token.low, following.low))
    if pair is not None:
        return pair, Decimal(1), i + 2
    if token.low == "hong" and following.low == "kong" and tokens[i + 2].low == "dollars":
        return "HKD", Decimal(1), i + 3
    if token.low in _WORDS:
        return _WORDS[token.low], Decimal(1), i + 1
    if token.low in _HUNDREDTHS:
        return _HUNDREDTHS[token.low], Decimal("0.01"), i + 1
    if token.text in _CODES and len(token.text) == 3:
        return _CODES[token.text], Decimal(1), i + 1
    if token.text in _SIGNS and touching(tokens[i - 1], token):
        return _SIGNS[token.text], Decimal(1), i + 1
    return None


def is_currency(unit: str) -> bool:
    """Whether a quantity's unit is an ISO 4217 code."""
    return len(unit) == 3 and unit.isascii() and unit.isupper()
