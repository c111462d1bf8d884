"""Offices and titles: who speaks for more than himself."""

from typing import TYPE_CHECKING

from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_FORMS_OF_ADDRESS = words("mr mrs ms miss dr prof sir dame lord lady rev cllr sgt lt col gen capt hon fr sr")
ROLES = words(
    """
    executive president minister director chair chairman chairwoman chairperson spokesman spokeswoman
    spokesperson officer governor mayor senator secretary chancellor premier judge justice magistrate
    prosecutor attorney constable commissioner superintendent inspector detective sergeant lieutenant
    general admiral colonel captain major marshal brigadier commander sheriff ambassador envoy consul
    bishop archbishop pope cardinal rabbi imam reverend vicar king queen prince princess duke duchess
    emperor sultan emir councillor councilman councilwoman mp msp mep congressman congresswoman
    representative speaker leader head coach manager founder co-founder owner editor professor doctor
    coroner ombudsman treasurer auditor chief principal headteacher headmaster vice-chancellor
    vice-president economist granddaughter grandson daughter son widow widower mother father brother
    sister deputy ceo cfo whip lawmaker politician lawyer solicitor barrister
    """
)
"""Nouns of offices, and of kinship to those whom a story is about."""

BODIES_THAT_SPEAK = words(
    """
    company firm group bank ministry government council agency police office department court committee
    commission union charity university regulator authority hospital board party army navy embassy
    administration watchdog airline retailer club inquiry panel report statement tribunal force service
    operator association federation institute palace
    """
)
_ANYBODY = words("a an one another some many several any")


def titled_names(tokens: "Tokens") -> frozenset[int]:
    """The tokens of names that stand behind a title: "Dr Ada Roe", "Chief Constable Roe"."""
    found: set[int] = set()
    for token in tokens:
        if token.pos_ != "PROPN" or not token.text[:1].isupper() or _is_title(token):
            continue
        if token.i == 0 or not _is_title(tokens[token.i - 1]):
            continue
        first = token.i - 1
        while first > 0 and tokens[first - 1].text[:1].isupper() and tokens[first - 1].pos_ == "PROPN":
            first -= 1
        last = token.i + 1
        while last < len(tokens) and tokens[last].pos_ == "PROPN" and tokens[last].text[:1].isupper():
            last += 1
        found.update(range(first, last))
    return frozenset(found)


def words_of_name(written: str) -> frozenset[str]:
    """The words of a name without the titles before it."""
    kept = (word for word in written.split() if word.lower().rstrip(".") not in _FORMS_OF_ADDRESS | ROLES)
    return frozenset(kept)


def _is_title(token: "Token") -> bool:
    lower = token.lower_.rstrip(".")
    if lower in _FORMS_OF_ADDRESS:
        return token.text[:1].isupper()
    return lower in ROLES


def holds_office(tokens: "Tokens", start: int, end: int, quoted: frozenset[int]) -> bool:
    """Whether the speaker named by `tokens[start:end]` is told by an office or speaks for a body.

    “The chair, Ada Roe”, “Ada Roe, the chair” and “the ministry” do; “Ada Roe, a nurse” and “one resident”
    do not: an indefinite word makes somebody one of many.
    """
    for token in tokens[max(0, start - 8) : min(len(tokens), end + 10)]:
        if token.i in quoted:
            continue
        lower = token.lower_.rstrip(".")
        inside = start <= token.i < end
        office = lower in ROLES or (inside and lower in _FORMS_OF_ADDRESS | BODIES_THAT_SPEAK)
        known = not any(t.lower_ in _ANYBODY for t in tokens[token.left_edge.i : token.i])
        if office and known and (inside or _describes(token, start, end)):
            return True
    return any(t.ent_type_ in ("ORG", "GPE", "NORP") for t in tokens[start:end]) and not any(
        t.ent_type_ == "PERSON" or t.lower_ in _ANYBODY for t in tokens[start:end]
    )


def _describes(token: "Token", start: int, end: int) -> bool:
    """Whether a noun beside a name tells what its bearer is."""
    if token.dep_ == "appos" and start <= token.head.i < end:
        return True
    if any(c.dep_ == "appos" and start <= c.i < end for c in token.children):
        return True
    return token.dep_ in ("compound", "nmod", "amod") and start <= token.head.i < end
