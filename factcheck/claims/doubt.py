"""Reported doubt: words by which an article keeps its distance from what it reports."""

import re
from typing import TYPE_CHECKING

from factcheck.claims.clauses import Clause
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_HELD = (
    "said|believed|thought|understood|alleged|reported|expected|set|due|likely|scheduled|feared|estimated"
    "|projected|forecast|rumou?red|suspected|claimed|presumed|tipped|slated|planned|poised"
)
_IN_WORDS = re.compile(
    r"\b(?:allegedly|reportedly|supposedly|apparently|purportedly|presumably|seemingly|rumou?red|unconfirmed"
    r"|unverified|alleged|suspected|purported|(?:appears?|appeared|seems?|seemed|claims?|claimed) to"
    rf"|(?:is|are|was|were|been|be|being) (?:\w+ly |now |also |still |widely )?(?:{_HELD}) to)\b",
    re.IGNORECASE,
)
_HEARSAY = re.compile(
    r"\b(?:(?:\w+ )?(?:sources?|insiders?|rumou?rs)\b(?: (?:close to|familiar with) .*)?"
    r"|(?:\w+ )?(?:people|persons?|officials) (?:familiar|briefed|with (?:direct )?knowledge)\b.*"
    r"|unconfirmed .*|unverified .*|unnamed .*|anonymous .*|(?:media |press |local |some |early )?reports)",
    re.IGNORECASE | re.DOTALL,
)
_DISTANT = words("allege believe suspect fear think understand suggest rumour rumor claim speculate presume")
"""Lemmas of verbs of saying that do not vouch for what is said."""
_GOVERNING = words(
    """
    believe think understand allege report expect fear estimate project forecast rumour rumor suspect
    claim presume say tip slate schedule
    """
)
_ADVERBS = words("allegedly reportedly supposedly apparently purportedly presumably seemingly")
_MAYBE = words("could might may")
_DEEPEST = 12
_LINKS = ("xcomp", "ccomp", "conj")


def doubt_of(clause: Clause, tokens: "Tokens", *, speaker: str, verb: "Token | None") -> str | None:
    """The words of doubt, as written, that bear on `clause`, or None.

    They stand in the clause, in what governs it elsewhere in the sentence ("is believed to have sold … and
    closed …") or in who is given as the source: `speaker` and the speech `verb`.
    """
    own = " ".join(t.text for t in tokens[clause.start : clause.end] if clause.covers(t.i))
    found = _IN_WORDS.search(own)
    if found is not None:
        return found[0]
    head = tokens[clause.head]
    for child in head.children:
        if child.tag_ == "MD" and child.lower_ in _MAYBE and clause.covers(child.i):
            return child.text
    hearsay = _HEARSAY.search(speaker)
    if hearsay is not None:
        return " ".join(hearsay[0].split())
    if verb is not None and verb.lemma_.lower() in _DISTANT:
        return verb.text
    return _above(head, tokens)


def _above(head: "Token", tokens: "Tokens") -> str | None:
    """Doubt outside of the clause: an adverb or a verb that governs it."""
    token = head
    for _ in range(_DEEPEST):
        adverb = next((c for c in token.children if c.lower_ in _ADVERBS and c.i < head.i), None)
        if adverb is not None:
            return adverb.text
        if token.dep_ not in _LINKS or token.head.i == token.i:
            return None
        token = token.head
        helper = next((c for c in token.children if c.dep_ == "auxpass" and c.i < token.i), None)
        if helper is not None and token.lemma_.lower() in _GOVERNING:
            follows = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
            end = token.i + 1 if follows is None or follows.lower_ != "to" else token.i + 2
            return tokens[helper.i : end].text
    return None
