"""Names in a sentence: where they stand, without the titles and nouns that are written before them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from factcheck.claims.nouns import BODIES, COMPANIES, PERSONS, SITES, TITLES, TRADES
from factcheck.claims.signals import Signals
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_LINKS = words("of for and the &")
_NO_NAME = words("mps ceo cfo mp pm")
_FIRST_WORDS = words("bank university ministry department court house institute council office")
"""First words of names that go on with "of"."""
NAMED_KINDS = (
    BODIES
    | SITES
    | words(
        """
        act aircraft app award bill cup dam drug expedition ferry festival film fund hurricane index medal
        mission model novel plane poll prize probe programme project railway rocket satellite scheme ship
        spacecraft storm study survey tanker telescope tournament treaty trial trophy tunnel typhoon vaccine
        vessel
        """
    )
)
"""Nouns that are part of names: "Tarn Institute", "the Hestia telescope"."""


class Kind(StrEnum):
    """What a name or noun stands for, as far as a pronoun tells it."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something with a name. `name` is how a sentence calls it, with its article if it has one.

    `gender` is "f", "m" or "" where that is not known.
    """

    name: str
    kind: Kind
    gender: str = ""


_TRADES_BEFORE = TRADES - words("bank fund exchange chain store studio broadcaster")


def is_quoted(token: "Token", *, opened: bool = False) -> bool:
    """Whether a token stands in quotation marks, by the marks before it in its sentence.

    `opened` tells that the sentence begins inside of a quotation.
    """
    return (sum(t.text == '"' for t in token.doc[: token.i]) % 2 == 1) != opened


def is_aside(index: int, subject: "Token") -> bool:
    """Whether a token stands in a participle about `subject`: the "Roe" of "Backed by Roe, the firm …"."""
    return any(
        t.dep_ == "advcl" and t.tag_ == "VBN" and t.head.i == subject.head.i
        for t in subject.doc[index].ancestors
    )


def name_runs(tokens: "Tokens", signals: Signals) -> list[tuple[int, int]]:
    """Runs of tokens that make up a name each, without what is only an adjective ("Dutch") or a title."""
    runs: list[tuple[int, int]] = []
    for i in _name_tokens(tokens, signals):
        if runs and _goes_on(runs[-1][1], i, tokens):
            runs[-1] = (runs[-1][0], i + 1)
        else:
            runs.append((i, i + 1))
    bare = (_without_titles(start, _without_score(start, end, tokens), tokens) for start, end in runs)
    kept = [run for run in bare if run is not None and not _is_field(*run, tokens)]
    return [(start, _with_noun(start, end, tokens)) for start, end in kept]


def _name_tokens(tokens: "Tokens", signals: Signals) -> list[int]:
    found = []
    for i in sorted(signals.names):
        token = tokens[i]
        if token.pos_ != "PROPN" and token.ent_type_ in ("", "NORP"):
            continue
        demonym = token.ent_type_ == "NORP" and token.dep_ in ("amod", "compound", "nmod")
        if demonym or token.dep_ == "amod" or token.is_punct or token.tag_ == "POS":
            continue
        if i and tokens[i - 1].like_num and tokens[i - 1].idx + len(tokens[i - 1]) == token.idx:
            continue  # the "GB" of "148GB"
        found.append(i)
    return found


def _goes_on(end: int, i: int, tokens: "Tokens") -> bool:
    """Whether the name token `i` belongs to the name that ends before `end`."""
    between = tokens[end:i]
    if i == end:
        before, token = tokens[end - 1], tokens[i]
        if token.ent_iob_ == "B" and before.ent_type_ and before.ent_type_ != token.ent_type_:
            # "Scotland Nicola Roe" are two; but the parser cuts "Roe Foods" in two as well
            return not (token.ent_type_ == "PERSON" and before.ent_type_ in ("GPE", "NORP", "ORG"))
        return True
    if i == end + 1 and between[0].text == "-" and not between[0].whitespace_:
        return True
    if not all(t.lower_ in _LINKS for t in between):
        return False
    if all(
        t.ent_iob_ == "I" and t.ent_type_ in ("ORG", "FAC", "WORK_OF_ART", "EVENT", "LAW") for t in between
    ):
        return tokens[i].ent_iob_ == "I"
    return between[0].text == "&" or (
        between[0].lower_ == "of" and tokens[end - 1].lower_ in _FIRST_WORDS and len(between) <= 2
    )


def _without_titles(start: int, end: int, tokens: "Tokens") -> tuple[int, int] | None:
    """The name without "Health Secretary" or "Dr" before it; None where nothing else is left."""
    if start == 0 and end > 1 and tokens[0].is_stop:
        start = 1  # "Without Nigeria"
    for i in range(end - 1, start - 1, -1):
        word = tokens[i].lower_.rstrip(".")
        if i == start == 0 and word in _TRADES_BEFORE and i + 1 < end:
            return 1, end  # "Chipmaker Vantor"
        if word in TITLES or word in _NO_NAME or (word in PERSONS and i < end - 1):
            return (i + 1, end) if i + 1 < end and not tokens[i + 1].is_punct else None
    if end - start == 1 and tokens[start].lower_ in PERSONS | BODIES | COMPANIES:
        return None  # "the Council", "the Minister"
    return start, end


def _without_score(start: int, end: int, tokens: "Tokens") -> int:
    """The end of a name without the "3-1" that the parser takes for its last part."""
    for i in range(start + 1, end):
        if tokens[i].text.isdigit() and i + 1 < len(tokens) and tokens[i + 1].text in ("-", "–"):
            return i
    return end


def _is_field(start: int, end: int, tokens: "Tokens") -> bool:
    """Whether a capital only begins the sentence: the "Finance" of "Finance minister Anna Roe"."""
    if start or end != 1 or tokens[0].ent_type_ or end >= len(tokens):
        return False
    return tokens[end].tag_ == "NN" and tokens[end].lower_ in PERSONS


def _with_noun(start: int, end: int, tokens: "Tokens") -> int:
    """The end of "the Hestia telescope", whose noun belongs to the name."""
    if end >= len(tokens) or start == 0 or tokens[start - 1].lower_ != "the":
        return end
    noun = tokens[end]
    whole = (
        noun.tag_ == "NN"
        and tokens[end - 1].head.i == noun.i
        and tokens[end - 1].dep_ in ("compound", "nmod")
    )
    return end + 1 if whole and noun.lower_ in NAMED_KINDS - COMPANIES else end


def has_article(start: int, end: int, tokens: "Tokens") -> bool:
    """Whether the name in the tokens is written with its own "the": "the Northern Water Authority"."""
    last = tokens[end - 1]
    if last.dep_ in ("compound", "nmod", "amod"):
        return False
    own = any(c.lower_ == "the" and c.i < start for t in tokens[start:end] for c in t.lefts)
    return own or (start > 0 and tokens[start - 1].lower_ == "the" and tokens[start - 1].head.i < end)
