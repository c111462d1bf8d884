"""Currencies as newsrooms write them, before or after the figure."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from factcheck.quantities.tokens import Kind, Token, touching
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
    "₱": "PHP",
    "₵": "GHS",
    "৳": "BDT",
    "₸": "KZT",
    "₾": "GEL",
    "₼": "AZN",
    "֏": "AMD",
    "₡": "CRC",
    "₲": "PYG",
    "₮": "MNT",
    "₭": "LAK",
    "៛": "KHR",
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
    "mex": "MXN",
    "j": "JMD",
    "tt": "TTD",
    "b": "BND",
    "fj": "FJD",
    "n": "NAD",
}
"""What stands directly before a dollar sign."""
_CODES: Final = {
    **{
        code: code
        for code in words(
            """
USD EUR GBP JPY CNY CHF NOK SEK DKK ISK PLN CZK HUF RON BGN TRY RUB UAH INR PKR BDT LKR KRW TWD
HKD SGD MYR THB IDR PHP VND AUD NZD CAD MXN BRL ARS CLP COP PEN ZAR NGN KES GHS EGP MAD ILS SAR
AED QAR KWD BHD OMR JOD IQD IRR LBP SYP YER AFN KZT UZS GEL AMD AZN MDL BYN RSD BAM MKD NPR MMK
KHR LAK MNT UGX TZS RWF ETB ZMW MWK BWP NAD MZN AOA XOF XAF DZD TND LYD SDG UYU PYG BOB VES CRC
GTQ HNL DOP JMD TTD FJD
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
    "RM": "MYR",
    "Rp": "IDR",
    "KSh": "KES",
    "Ksh": "KES",
    "USh": "UGX",
    "TSh": "TZS",
    "Tk": "BDT",
    "Sh": "shilling",
    "kr": "crown",
    "Kr": "crown",
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
    **dict.fromkeys(("tenge",), "KZT"),
    **dict.fromkeys(("leva",), "BGN"),
    **dict.fromkeys(("kwacha",), "ZMW"),
    **dict.fromkeys(("birr",), "ETB"),
    **dict.fromkeys(("ariary",), "MGA"),
    **dict.fromkeys(("kronor",), "SEK"),
    **dict.fromkeys(("zł", "zlote", "zlotych"), "PLN"),
    **dict.fromkeys(("kč", "korunas"), "CZK"),
    **dict.fromkeys(("kr", "kroner", "krone", "krona", "kronur"), "crown"),
    **dict.fromkeys(("peso", "pesos"), "peso"),
    **dict.fromkeys(("franc", "francs"), "franc"),
    **dict.fromkeys(("dinar", "dinars"), "dinar"),
    **dict.fromkeys(("dirham", "dirhams"), "dirham"),
    **dict.fromkeys(("shilling", "shillings"), "shilling"),
    **dict.fromkeys(("riyal", "riyals"), "riyal"),
    **dict.fromkeys(("rial", "rials"), "rial"),
}
SHARED: Final = frozenset({"crown", "peso", "franc", "dinar", "dirham", "shilling", "riyal", "rial"})
"""Units of money that several countries have, where nothing tells whose: no ISO code is certain."""

_CROWNS: Final = ("crowns", "crown", "kroner", "krone", "kronor", "krona", "kronur", "koruna", "korunas")
_LANDS: Final = {
    "dollar": """
us USD, american USD, australian AUD, canadian CAD, singapore SGD, singaporean SGD, zealand NZD, kong HKD,
taiwan TWD, taiwanese TWD, jamaican JMD, fijian FJD, namibian NAD, trinidad TTD
""",
    "pound": """
egyptian EGP, lebanese LBP, syrian SYP, sudanese SDG, british GBP
""",
    "rupee": """
indian INR, pakistani PKR, lankan LKR, nepali NPR, nepalese NPR, mauritian MUR
""",
    "franc": "swiss CHF, rwandan RWF, congolese CDF",
    "peso": """
mexican MXN, argentine ARS, argentinian ARS, chilean CLP, colombian COP, philippine PHP, uruguayan UYU,
dominican DOP, cuban CUP
""",
    "shilling": "kenyan KES, ugandan UGX, tanzanian TZS, somali SOS",
    "dinar": """
kuwaiti KWD, serbian RSD, iraqi IQD, jordanian JOD, tunisian TND, algerian DZD, bahraini BHD, libyan LYD
""",
    "dirham": "moroccan MAD, emirati AED, uae AED",
    "riyal": "saudi SAR, qatari QAR",
    "rial": "iranian IRR, omani OMR, yemeni YER",
    "rouble": "russian RUB, belarusian BYN",
    "ruble": "russian RUB, belarusian BYN",
    "lira": "turkish TRY",
    "rand": "african ZAR",
    "won": "korean KRW",
    "yen": "japanese JPY",
    "yuan": "chinese CNY",
    "dong": "vietnamese VND",
    "leu": "romanian RON, moldovan MDL",
    "lei": "romanian RON, moldovan MDL",
    "lev": "bulgarian BGN",
    "birr": "ethiopian ETB",
    "kwacha": "zambian ZMW, malawian MWK",
    "kyat": "myanmar MMK, burmese MMK",
    "sol": "peruvian PEN",
    "sole": "peruvian PEN",
    "lari": "georgian GEL",
    "dram": "armenian AMD",
    "manat": "azerbaijani AZN, turkmen TMT",
    "som": "kyrgyz KGS, uzbek UZS",
    "tenge": "kazakh KZT, kazakhstani KZT",
    "bolivar": "venezuelan VES",
    "boliviano": "bolivian BOB",
    "guarani": "paraguayan PYG",
}
_LANDED: Final = {
    **{
        (land, form): code
        for word, rows in _LANDS.items()
        for land, code in (row.split() for row in rows.split(","))
        for form in (word, word + "s")
    },
    **{
        (land, form): code
        for land, code in (
            ("norwegian", "NOK"),
            ("danish", "DKK"),
            ("swedish", "SEK"),
            ("icelandic", "ISK"),
            ("czech", "CZK"),
        )
        for form in _CROWNS
    },
    ("bulgarian", "leva"): "BGN",
    ("pounds", "sterling"): "GBP",
    ("cfa", "francs"): "XOF",
}
_TWO_WORDS: Final = frozenset(
    {
        ("hong", "kong"),
        ("new", "zealand"),
        ("sri", "lankan"),
        ("south", "african"),
        ("south", "korean"),
        ("new", "taiwan"),
    }
)
"""Lands of two words; the second alone finds the money."""
_HUNDREDTHS: Final = {
    "pence": "GBP",
    "penny": "GBP",
    "cent": "USD",
    "cents": "USD",
    "¢": "USD",
    "eurocent": "EUR",
    "eurocents": "EUR",
    "paise": "INR",
    "kopecks": "RUB",
    "öre": "SEK",
}
_LANDED_HUNDREDTHS: Final = {"euro": "EUR", "us": "USD", "australian": "AUD", "canadian": "CAD"}


_TOUCHING = frozenset({"RM", "Sh", "kr", "Kr"})
"""Short forms that are taken for money only where the number touches them."""
_MAGNITUDES = frozenset({"million", "billion", "trillion", "bn", "m", "tn"})
_MEETINGS = frozenset({"COP"})
"""Codes that are a meeting's name when a number touches them ("COP29")."""


def currency_before(tokens: Sequence[Token], i: int) -> tuple[str, int] | None:  # noqa: PLR0911 - one return per way of writing it
    """The currency sign or code that begins at `i` and the index behind it, if the next token touches it.

    Codes may stand apart by a space ("NOK 412"), signs too ("€ 9 bn").
    """
    token = tokens[i]
    if token.text in _SIGNS:
        return _SIGNS[token.text], i + 1
    following = tokens[i + 1]
    if following.text == "$" and token.low in _DOLLARS and touching(token, following):
        return _DOLLARS[token.low], i + 2
    if token.text == "GH" and following.text == "₵":
        return "GHS", i + 2
    if token.text == "R" and _in_magnitude(tokens, i + 1):
        return "ZAR", i + 1
    code = _CODES.get(token.text)
    if code is None or (token.text in _MEETINGS and touching(token, following)):
        return None
    if token.text in _TOUCHING and not touching(token, following):
        return None
    if following.text == "." and token.text == "Rs" and touching(token, following):
        return code, i + 2
    if code == "CNY" and following.text in {"¥", "￥"}:
        return code, i + 2
    return code, i + 1


def _in_magnitude(tokens: Sequence[Token], i: int) -> bool:
    """Whether digits with a magnitude or thousands touch the letter: "R450m", "R12,500", but not "R1"."""
    digits, following = tokens[i], tokens[i + 1]
    if digits.kind is not Kind.NUMBER or not touching(tokens[i - 1], digits):
        return False
    scaled = following.low in {"m", "bn", "mn", "million", "billion", "trillion"}
    return scaled or "," in digits.text


def currency_after(tokens: Sequence[Token], i: int) -> tuple[str, Decimal, int] | None:
    """Currency, the part of its unit that is named (a cent: 0.01) and the index behind the word at `i`."""
    token, following = tokens[i], tokens[i + 1]
    first = i + ((token.low, following.low) in _TWO_WORDS)
    pair = _LANDED.get((tokens[first].low, tokens[first + 1].low))
    if pair is not None:
        return pair, Decimal(1), first + 2
    if token.low in _LANDED_HUNDREDTHS and following.low in {"cent", "cents"}:
        return _LANDED_HUNDREDTHS[token.low], Decimal("0.01"), i + 2
    if token.text == "won" and tokens[i - 1].low in _MAGNITUDES:
        # "40 million won", but "the 40 won by Rovers"
        return "KRW", Decimal(1), i + 1
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
    """Whether a quantity's unit is an ISO 4217 code; `SHARED` names of money are none."""
    return len(unit) == 3 and unit.isascii() and unit.isupper()
