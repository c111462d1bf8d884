"""Verbs of a parsed claim: which one it turns on, and other forms of it."""

from typing import TYPE_CHECKING

from factcheck.claims.inflect import past, present
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PARTICIPLES = {
    lemma: form
    for lemma, _, form in (
        pair.partition(":")
        for pair in words(
            """
            arise:arisen be:been bear:borne beat:beaten become:become begin:begun bite:bitten blow:blown
            break:broken choose:chosen come:come do:done draw:drawn drink:drunk drive:driven eat:eaten
            fall:fallen fly:flown forbid:forbidden forget:forgotten forgive:forgiven freeze:frozen give:given
            go:gone grow:grown hide:hidden know:known lie:lain mistake:mistaken overcome:overcome
            oversee:overseen overtake:overtaken overthrow:overthrown ride:ridden ring:rung rise:risen run:run
            see:seen shake:shaken show:shown shrink:shrunk sing:sung sink:sunk speak:spoken spring:sprung
            steal:stolen strive:striven swear:sworn swim:swum take:taken tear:torn throw:thrown
            undergo:undergone undertake:undertaken undo:undone wake:woken wear:worn weave:woven
            withdraw:withdrawn write:written rewrite:rewritten foresee:foreseen get:got
            """
        )
    )
}
_SAYING = words(
    "say tell report announce add claim state believe think find show suggest argue note explain insist "
    "reveal warn estimate expect confirm know hear write conclude agree rule"
)
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def participle(lemma: str) -> str:
    """The past participle."""
    return _PARTICIPLES.get(lemma) or past(lemma)


def gerund(lemma: str) -> str:
    """The form in -ing."""
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and lemma != "be":
        return lemma[:-1] + "ing"
    doubled = past(lemma)
    if doubled.endswith("ed") and len(doubled) == len(lemma) + 3 and doubled[-3] == doubled[-4]:
        return lemma + doubled[-3] + "ing"
    if lemma in _DOUBLED_IN_ING:
        return lemma + lemma[-1] + "ing"
    return lemma + "ing"


_DOUBLED_IN_ING = words(
    "begin win cut get hit let put quit run set shut sit spin split swim dig bet bid rid forget upset"
)


def inflected(lemma: str, tag: str, *, like: str = "") -> str | None:
    """`lemma` (its particle behind an underscore) in the form of the tag; `like` settles was or were."""
    verb, _, particle = lemma.partition("_")
    match tag:
        case "VB" | "VBP":
            form = verb
        case "VBZ":
            form = present(verb, plural=False)
        case "VBD":
            form = "were" if verb == "be" and like.lower() == "were" else past(verb)
        case "VBN":
            form = participle(verb)
        case "VBG":
            form = gerund(verb)
        case _:
            return None
    return f"{form} {particle}" if particle else form


def main_verb(doc: "Doc") -> "Token | None":
    """The verb that the claim turns on: the top one, or what is said where the top one only tells it."""
    top = next((token for token in doc if token.dep_ == "ROOT"), None)
    if top is None or top.pos_ not in ("VERB", "AUX"):
        return None
    if top.lemma_.lower() in _SAYING:
        told = next((child for child in top.children if child.dep_ == "ccomp"), None)
        if told is not None and subject(told) is not None and told.pos_ in ("VERB", "AUX"):
            top = told
    return top if is_finite(top) and subject(top) is not None else None


def subject(verb: "Token") -> "Token | None":
    """Its subject, active or passive."""
    return next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)


def auxiliaries(verb: "Token") -> "list[Token]":
    """Its auxiliaries in order, without the "to" of an infinitive."""
    return [c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.tag_ != "TO" and c.i < verb.i]


def is_finite(verb: "Token") -> bool:
    """Whether it carries tense, by itself or by an auxiliary."""
    first = next(iter(auxiliaries(verb)), None)
    return verb.tag_ in FINITE if first is None else first.tag_ in FINITE or first.tag_ == "MD"


def negation(verb: "Token") -> "Token | None":
    """Its "not" or "never"."""
    return next((child for child in verb.children if child.dep_ == "neg"), None)


def end_of(token: "Token") -> int:
    """Where the token ends in the text."""
    return int(token.idx + len(token.text))
