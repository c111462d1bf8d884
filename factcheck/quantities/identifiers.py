"""Numbers that are names: models, indices, telephone numbers, list marks. They are no quantities."""

from collections.abc import Sequence

from factcheck.quantities.lexicon import SCALES, SHORT_SCALES, SMALL, TENS
from factcheck.quantities.measures import looks_plural, read_measure
from factcheck.quantities.money import currency_before
from factcheck.quantities.movement_words import MOVES
from factcheck.quantities.noun_words import FUNCTION_WORDS, INDICES, LABELS, NAMED_NUMBERS
from factcheck.quantities.numerals import digit_fraction, plain_digits
from factcheck.quantities.tokens import Kind, Token, touching

_JOINING = frozenset({"-", "‑", "/", "_", "#", "@", "=", "&", "\\"})
_DASHES = frozenset({"-", "‑", "–"})
_PEOPLES = ("ese", "ish", "ans", "ench", "utch", "wiss", "iets")
_EXPLAINING = frozenset({"a", "an", "the", "which", "who", "whose"})
_AFTER_INDEX = frozenset(".,;:!?)'’”\"")
_KNOWN_ENDINGS = frozenset(
    {"st", "nd", "rd", "th", "x", "am", "pm", "s", "m", "t", "in", "p", "c", "plus", "fold", "odd"}
) | frozenset(SHORT_SCALES)


def identifier_end(text: str, tokens: Sequence[Token], i: int) -> int | None:
    """The index behind the name that the number at `i` is part of; None where it is a figure."""
    token = tokens[i]
    if plain_digits(token) is None:
        return _run_end(tokens, i)
    if " " in token.text and not (_counts_something(tokens, i) or _is_money(tokens, i)):
        # "555 123 456" is a telephone number, "1 234 567 moths" a figure.
        return _run_end(tokens, i)
    if _inside_word(tokens, i) or _runs_into_word(tokens, i):
        return _run_end(tokens, i)
    if (grouped := _grouped(text, tokens, i)) is not None:
        return grouped
    if _list_mark(text, tokens, i):
        return i + 1
    if _named(text, tokens, i):
        joined = tokens[i + 1].text in _DASHES and tokens[i + 2].kind is Kind.NUMBER
        return _run_end(tokens, i) if joined and touching(token, tokens[i + 1]) else i + 1
    return None


def _is_money(tokens: Sequence[Token], i: int) -> bool:
    return i > 0 and currency_before(tokens, i - 1) is not None


def _run_end(tokens: Sequence[Token], i: int) -> int:
    """The index behind everything that is joined to token `i` without a space, closing marks apart."""
    j = i + 1
    while tokens[j].end > 0 and touching(tokens[j - 1], tokens[j]):
        if tokens[j].kind is Kind.SIGN and tokens[j].text not in _JOINING:
            following = tokens[j + 1]
            if not (
                tokens[j].text in ".:" and following.kind is Kind.NUMBER and touching(tokens[j], following)
            ):
                break
        j += 1
    return j


def _inside_word(tokens: Sequence[Token], i: int) -> bool:
    """H800, GPT-4, Covid-19, #5, and/2: something that is no figure touches the number on its left."""
    if i == 0 or not touching(tokens[i - 1], tokens[i]):
        return False
    before = tokens[i - 1]
    if before.kind is Kind.WORD:
        return currency_before(tokens, i - 1) is None
    if before.text not in _JOINING:
        return False
    if i == 1 or not touching(tokens[i - 2], before):
        return before.text not in _DASHES and before.text != "/"
    return tokens[i - 2].kind is Kind.WORD or before.text not in _DASHES


def _runs_into_word(tokens: Sequence[Token], i: int) -> bool:
    """5G, 3D, 22H2, 4x4: letters that are no unit or magnitude touch the number on its right."""
    token, following = tokens[i], tokens[i + 1]
    if following.kind is not Kind.WORD or not touching(token, following):
        return False
    after = tokens[i + 2]
    if after.kind is Kind.NUMBER and touching(following, after) and following.low != "ft":
        return True
    if following.low in _KNOWN_ENDINGS or following.low in SCALES:
        return following.low == "s" and "." not in token.text
    return not (following.text[0] in "½¼¾⅓⅔⅕⅛⅜⅝⅞" or read_measure(tokens, i + 1) is not None)


def _grouped(text: str, tokens: Sequence[Token], i: int) -> int | None:
    """020 7946 0018, 555-1234, 24/7, 1-2-3: several numbers that only make sense together."""
    token, link, second = tokens[i], tokens[i + 1], tokens[i + 2]
    if digit_fraction(tokens, i) is not None or digit_fraction(tokens, i + 1) is not None:
        return None
    if link.kind is Kind.NUMBER and text[token.end : link.start] in {" ", "\u00a0"}:
        j = i + 1
        while tokens[j].kind is Kind.NUMBER and text[tokens[j - 1].end : tokens[j].start] in {" ", "\u00a0"}:
            j += 1
        return j
    if not (touching(token, link) and touching(link, second)):
        return None
    if second.kind is Kind.WORD:
        return _tied_to_a_word(tokens, i)
    if second.kind is not Kind.NUMBER:
        return None
    if link.text in {":", "/"}:
        return _run_end(tokens, i)
    if link.text == ",":
        # "1,23" is no English figure, "1,2,3" are no figures.
        j = i + 3
        while (
            tokens[j].text == "," and tokens[j + 1].kind is Kind.NUMBER and touching(tokens[j], tokens[j + 1])
        ):
            j += 2
        return j
    return _run_end(tokens, i) if link.text in _DASHES and _dialled(tokens, i) else None


def _tied_to_a_word(tokens: Sequence[Token], i: int) -> int | None:
    """The index behind a number that a letter in brackets or a number word is tied to: 401(k), 7-Eleven."""
    link, second = tokens[i + 1], tokens[i + 2]
    if link.text == "(" and len(second.text) == 1:
        return i + 4 if tokens[i + 3].text == ")" else None
    spelt = link.text in _DASHES and (second.low in SMALL or second.low in TENS)
    return _run_end(tokens, i) if spelt else None


def _dialled(tokens: Sequence[Token], i: int) -> bool:
    """Whether numbers joined by dashes are no range: "555-1234", "1-2-3"."""
    token, second = tokens[i], tokens[i + 2]
    third = (
        tokens[i + 3].text in _DASHES
        and tokens[i + 4].kind is Kind.NUMBER
        and touching(second, tokens[i + 3])
    )
    telephone = (
        len(second.text) >= 4
        and "," not in second.text
        and "." not in second.text
        and len(token.text) < len(second.text)
    )
    return third or telephone or plain_digits(second) is None


def _named(text: str, tokens: Sequence[Token], i: int) -> bool:  # noqa: PLR0911 - one return per kind of name
    """FTSE 100, Formula 1, page 5, No. 10, Windows 11: a name or label stands before the bare number."""
    if i == 0:
        return False
    token, before = tokens[i], tokens[i - 1]
    if before.text == "." and i > 1 and tokens[i - 2].low in {"no", "nos", "vol", "p", "pp", "ep"}:
        return touching(tokens[i - 2], before)
    if before.kind is not Kind.WORD or before.end == token.start or "\n" in text[before.end : token.start]:
        return False
    low = before.low
    if before.text[0].isupper() and (low in INDICES or (low == "p" and tokens[i - 2].text == "&")):
        return not touching(token, tokens[i + 1]) or tokens[i + 1].text in _AFTER_INDEX
    if "," in token.text or _counts_something(tokens, i):
        return False
    following = tokens[i + 1]
    if (
        low in {"the", "a"}
        and len(token.text) == 3
        and following.text[:1].isupper()
        and token.text.isdecimal()
    ):
        # "the 737 Max"
        return following.text.istitle() and not looks_plural(following)
    if low in NAMED_NUMBERS:
        return before.text != low
    if low in LABELS:
        return True
    if low in FUNCTION_WORDS or low in MOVES or not before.text[0].isupper() or "." in token.text:
        return False
    if low.endswith(_PEOPLES) and i > 1 and tokens[i - 2].low == "the":
        # "the Chinese 91": a people, and what it has.
        return False
    # A capitalised name right before a bare number, not at the start of a sentence: "Falcon 9"; there only
    # where it is explained: "Soyuz 1, a capsule".
    if following.text == "," and tokens[i + 2].low in _EXPLAINING and len(token.text) <= 2:
        return True
    starts = i == 1 or tokens[i - 2].text in {".", "!", "?", ":", "“", '"', "‘", "•"}
    return not starts and currency_before(tokens, i - 1) is None


def _counts_something(tokens: Sequence[Token], i: int) -> bool:
    """Whether a unit, magnitude or plural noun follows the number, so that it is a figure after all."""
    following = tokens[i + 1]
    if touching(tokens[i], following) and following.kind is Kind.SIGN and following.text == "%":
        return True
    if following.low in SCALES or following.low in SHORT_SCALES or following.low in {"hundred", "dozen", "x"}:
        return True
    if read_measure(tokens, i + 1) is not None:
        return True
    for token in tokens[i + 1 : i + 4]:
        if token.kind is not Kind.WORD or token.low in FUNCTION_WORDS:
            return False
        if token.text[0].islower() and looks_plural(token):
            return True
    return False


def _list_mark(text: str, tokens: Sequence[Token], i: int) -> bool:
    """ "1. Mix", "2) Stir", "[3]": a small number that opens a line or stands in square brackets."""
    token, following = tokens[i], tokens[i + 1]
    if len(token.text) > 3 or following.kind is not Kind.SIGN:
        return False
    before = tokens[i - 1] if i else None
    if before is not None and before.text == "[" and following.text == "]":
        return True
    opened = before is not None and before.text == "(" and following.text == ")"
    first = before if not opened else (tokens[i - 2] if i > 1 else None)
    at_line_start = first is None or "\n" in text[first.end : token.start]
    if not at_line_start or following.text not in {".", ")"}:
        return False
    return (
        touching(token, following)
        and tokens[i + 2].kind is Kind.WORD
        and not touching(following, tokens[i + 2])
    )
