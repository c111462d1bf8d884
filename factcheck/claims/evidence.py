"""What speaks for a name to be that of a person, a body or a place."""

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.claims.first_names import gender_of_first_name
from factcheck.claims.mentions import Kind
from factcheck.claims.nouns import NAME_ENDINGS, TITLES, TITLES_OF_MEN, TITLES_OF_WOMEN
from factcheck.claims.roles import Role
from factcheck.claims.speech import SAYING
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

OWNED = words(
    """
    shares share profit profits revenue sales margin stock valuation orders earnings customers shareholders
    board turnover dividend employees staff
    """
)
_DONE_TO_BODIES = words("fine acquire nationalise nationalize privatise privatize")
_ACTS_OF_BODIES = words("employ acquire publish manufacture operate merge")
_FOR_TEAMS = words("play score sign start appear debut join leave captain manage coach")
_OF_TEAMS = words("game match goal appearance cap minute season spell debut medical")
"""What is done for a team, or counted: "34 games for Roe Rovers"."""
_PLACES = ("GPE", "LOC", "FAC")
_IN_PLACES = words("in near at from around outside")


@dataclass(slots=True)
class Evidence:
    """What speaks for each kind of one name."""

    kinds: Counter[Kind] = field(default_factory=Counter)
    """By the grammar around the name and its own words."""
    labels: Counter[Kind] = field(default_factory=Counter)
    """By the parser, which often errs on names that it does not know."""
    genders: Counter[str] = field(default_factory=Counter)
    first_in: int = 10**9
    articles: int = 0
    after_the: int = 0
    free: int = 0
    """Mentions in which it is not a part of another noun's name ("the Union" but not "Union flags")."""
    written: int = 0
    roles: list[tuple[int, Role]] = field(default_factory=list)
    ages: set[int] = field(default_factory=set)

    def of(self, kind: Kind) -> int:
        """All that speaks for a kind."""
        return self.kinds[kind] + self.labels[kind]

    def add(self, other: "Evidence") -> None:
        """Take over what speaks for another form of the name."""
        self.kinds.update(other.kinds)
        self.labels.update(other.labels)
        self.genders.update(other.genders)
        self.first_in = min(self.first_in, other.first_in)
        self.articles += other.articles
        self.after_the += other.after_the
        self.free += other.free
        self.written += other.written
        self.roles.extend(other.roles)
        self.ages |= other.ages


def weigh_name(seen: Evidence, tokens: "Tokens", start: int, end: int) -> None:
    """What the words of the name say, and those right before it."""
    last = tokens[end - 1]
    long = end - start > 1
    label = next((t.ent_type_ for t in tokens[start:end] if t.ent_type_), "")
    seen.labels[Kind.PERSON] += label == "PERSON"
    seen.labels[Kind.BODY] += label == "ORG"
    seen.labels[Kind.PLACE] += label in _PLACES
    ending = last.lower_.rstrip(".") in NAME_ENDINGS and long
    ending = ending or (long and any(t.text in ("&", "of") for t in tokens[start:end]))
    seen.kinds[Kind.BODY] += 4 * ending
    seen.kinds[Kind.BODY] += last.text.isupper() and len(last) > 1
    gender = "" if ending or not long else gender_of_first_name(tokens[start].text)
    seen.kinds[Kind.PERSON] += 3 * bool(gender)
    seen.genders[gender] += bool(gender)
    before = tokens[start - 1].lower_.rstrip(".") if start else ""
    seen.kinds[Kind.PERSON] += 3 * (before in TITLES)
    seen.genders["f"] += 4 * (before in TITLES_OF_WOMEN)
    seen.genders["m"] += 4 * (before in TITLES_OF_MEN)
    age = _age_after(tokens, end)
    if age is not None and long:
        seen.kinds[Kind.PERSON] += 2
        seen.ages.add(age)


def _age_after(tokens: "Tokens", end: int) -> int | None:
    """The age in "Tom Brandt, 34," and "Tom Brandt, aged 34"."""
    if end + 1 >= len(tokens) or tokens[end].text != ",":
        return None
    at = end + 2 if tokens[end + 1].lower_ == "aged" else end + 1
    text = tokens[at].text if at < len(tokens) else ""
    closed = at + 1 >= len(tokens) or tokens[at + 1].text in (",", ".", "and", ")")
    return int(text) if closed and text.isascii() and text.isdigit() and len(text) == 2 else None


def weigh_grammar(seen: Evidence, last: "Token") -> None:
    """What the grammar around a name says."""
    if last.dep_ in ("nsubj", "nsubjpass"):
        seen.kinds[Kind.PERSON] += last.head.lemma_ in SAYING and last.i > 0 and last.nbor(-1).pos_ == "PROPN"
        seen.kinds[Kind.BODY] += last.head.lemma_ in _ACTS_OF_BODIES
    if last.dep_ in ("compound", "nmod"):
        seen.kinds[Kind.BODY] += 2 * (last.head.lower_ in OWNED and last.head.i == last.i + 1)
    if last.dep_ in ("dobj", "dative") and last.head.lemma_ in _DONE_TO_BODIES:
        seen.kinds[Kind.BODY] += 1
    for child in last.children:
        if child.dep_ == "relcl" and any(t.lower_ == "who" for t in child.subtree):
            seen.kinds[Kind.PERSON] += 2
    if last.dep_ == "poss":
        seen.kinds[Kind.BODY] += 2 * (last.head.lower_ in OWNED)
    if last.dep_ == "pobj":
        seen.kinds[Kind.BODY] += 3 * (last.head.head.lower_ in OWNED)
        seen.kinds[Kind.PLACE] += last.head.lower_ in _IN_PLACES
        if last.head.lower_ in ("for", "against"):
            above = last.head.head
            played = above.lemma_ in _OF_TEAMS or (above.lemma_ in _FOR_TEAMS and above.pos_ == "VERB")
            seen.kinds[Kind.BODY] += 3 * played
