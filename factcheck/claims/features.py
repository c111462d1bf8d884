"""The named features of a clause that speak for or against its being checkable."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.claims.clauses import Clause
from factcheck.claims.doings import did_not, has_not, has_status, is_negated, is_pending
from factcheck.claims.shapes import Shape
from factcheck.claims.signals import MONTHS, Signals
from factcheck.claims.vocabulary import (
    ACTORS,
    COMPARISONS,
    CONTENTS,
    DECREES,
    DOCUMENTS,
    FIGURES_OF_SPEECH,
    FREQUENT,
    GENERAL,
    GESTURES,
    HEAD_COUNTS,
    JUDGEMENTS,
    LABELLING,
    MEMBERSHIPS,
    OTHERS,
    OUTCOMES,
    PRONOUNS,
    SELF,
    STANDING,
    STANDS,
    STATIVE,
    UNIQUE,
    WITHHOLDING,
)

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


def features(
    clause: Clause, tokens: "Tokens", signals: Signals, *, attributed: bool, quotation: bool
) -> set[str]:
    """The names of the features that hold; `checkable.WEIGHTS` says what each is worth."""
    look = _Look(clause, tokens, signals, quotation=quotation)
    look.note("said by somebody", attributed)
    look.note("quotation", quotation)
    look.carried()
    look.told()
    look.doubted()
    return look.found


@dataclass(slots=True)
class _Look:
    """One clause under examination; the methods are called in their order."""

    clause: Clause
    tokens: "Tokens"
    signals: Signals
    quotation: bool = field(kw_only=True)
    found: set[str] = field(default_factory=set)
    inside: list["Token"] = field(init=False)
    head: "Token" = field(init=False)
    names: int = field(init=False)
    definite: bool = field(init=False)
    """Whether the subject is a name or one thing in particular."""

    def __post_init__(self) -> None:
        self.inside = [t for t in self.tokens[self.clause.start : self.clause.end] if self.clause.covers(t.i)]
        self.head = self.tokens[self.clause.head]
        self.names = _count_names(self.clause, self.tokens, self.signals)
        self.definite = _is_definite(self.clause, self.tokens)

    def note(self, name: str, holds: object) -> None:
        if holds:
            self.found.add(name)

    @property
    def _figure(self) -> bool:
        return "figure" in self.found

    @property
    def _dated(self) -> bool:
        return "date" in self.found

    @property
    def _counted(self) -> bool:
        return self.clause.shape in (Shape.TRAILING, Shape.PARTITIVE)

    def carried(self) -> None:
        """Figures, dates, ranks and names."""
        covers, signals = self.clause.covers, self.signals
        self.note("figure", any(covers(i) for i in signals.figures))
        self.note("vague magnitude", any(covers(i) for i in signals.vague))
        dates = [self.tokens[i].lower_ for i in signals.dates if covers(i)]
        self.note("date", any(word[0].isdigit() or word.rstrip(".") in MONTHS for word in dates))
        self.note("relative date", dates and not self._dated)
        self.note("superlative or rank", any(covers(i) for i in signals.superlatives))
        self.note("name", self.names >= 1)
        self.note("second name", self.names >= 2)
        self.note("part of what was counted", self._counted and not self._figure)
        beside = _is_beside_figure(self.clause, self.head, signals)
        self.note("beside a figure", beside and not self._figure)

    def told(self) -> None:
        """What is said to have happened or to be so."""
        clause, tokens, head = self.clause, self.tokens, self.head
        verb, happened = head.pos_ == "VERB", _happened(head)
        event = verb and head.lemma_ not in STATIVE
        self.note("completed event", event and happened)
        outcome = head.lemma_.lower() in OUTCOMES
        self.note("definite outcome", outcome and ((event and happened) or (self.definite and did_not(head))))
        subject = tokens[clause.subject[0] : clause.subject[1]] if clause.subject is not None else ()
        opening = [t.lower_ for t in subject[:2]]
        nobody = any(t.lower_ in HEAD_COUNTS for t in self.inside)
        nobody = nobody or opening[:1] in (["no"], ["neither"])
        rest = len(opening) == 2 and opening[0] == "the" and opening[1] in OTHERS
        self.note("part of what was counted", rest and event and happened and not self._figure)
        self.note("head count", nobody and verb and happened)
        acts = self.definite and not self.quotation and _acts(clause, tokens, self.names)
        self.note("somebody in particular", acts and "completed event" in self.found)
        forms = {head.lemma_.lower(), head.lower_}
        self.note("gesture", verb and not self._figure and not forms.isdisjoint(GESTURES))
        somebody = acts or (self.names and not self.quotation and _acts(clause, tokens, self.names))
        refused = somebody and self.names and ((did_not(head) and is_negated(head)) or has_not(head))
        refused = refused and head.lemma_ not in WITHHOLDING
        self.note("what somebody did not do", refused and any(c.dep_ == "dobj" for c in head.children))
        self.note("where a matter stands", is_pending(head))
        status = head.lemma_ == "be" and self.definite and has_status(head)
        self.note("official status", status)
        present = head.tag_ in ("VBZ", "VBP")
        self.note("standing fact", acts and self.names and present and head.lemma_ in STANDING)
        self.note("stand taken", self.definite and verb and head.lemma_ in STANDS)
        inner = any(t.is_quote for t in self.inside)
        self.note("words of somebody", inner and not self.quotation and head.lemma_ in LABELLING)
        decreed = head.lemma_ in DECREES and _is_document(clause, tokens) and not is_negated(head)
        self.note("what is in it", verb and self.definite and (decreed or head.lemma_ in CONTENTS))
        self.note("what or where a name is", head.lemma_ == "be" and _places_a_name(head, clause, tokens))
        compared = any(t.lemma_ in COMPARISONS and t.pos_ == "VERB" for t in self.inside)
        self.note("comparison", event and compared)
        contrast = clause.shape is Shape.ADVERBIAL and clause.owns_subject and self.names and happened
        self.note("set against another statement", contrast)

    def doubted(self) -> None:
        """What marks a judgement, a mood, a rule of life or a state."""
        clause, tokens, head, found = self.clause, self.tokens, self.head, self.found
        figure, dated = self._figure, self._dated
        superlative = "superlative or rank" in found
        lowers = {t.lower_ for t in self.inside}
        said = _predicates(head, clause, tokens)
        self.note("value judgement", said & JUDGEMENTS)
        objects = {t.lemma_.lower() for c in head.children if c.dep_ == "prep" for t in c.children}
        mood = (said | objects) & FIGURES_OF_SPEECH
        self.note("figure of speech", mood and "set against another statement" not in found)
        selves = {t.lower_ for t in self.inside if t.pos_ == "PRON" or t.tag_ == "PRP$"}
        self.note("first or second person", selves & (SELF - {"we", "us", "our"} if self.quotation else SELF))
        self.note("frequency, no figure", not figure and not superlative and lowers & FREQUENT)
        plain = not (figure or superlative or found & {"date", "head count", "definite outcome"})
        general = plain and not self._counted and _is_general(clause, tokens, self.names)
        general = general and "where a matter stands" not in found
        crew = _is_crew(clause, tokens) and "completed event" in found
        general = general and not crew
        self.note(
            "general remark",
            general or _is_about_all(clause, tokens, figure=figure or "vague magnitude" in found),
        )
        unique = superlative and (self.names or dated or lowers & UNIQUE)
        cleft = dated and _is_cleft(clause, tokens)
        self.note("state, no event", not (figure or unique or cleft) and head.pos_ == "AUX")
        subject = tokens[clause.subject[0] : clause.subject[1]] if clause.subject else None
        pronoun = subject is not None and len(subject) == 1 and subject[0].lower_ in PRONOUNS
        known = self.names or figure or unique or dated or "beside a figure" in found
        self.note("pronoun subject, no name", pronoun and not known)
        entry = dated and any(t.text == ":" for t in self.inside)  # "Committee stage: 24 June"
        verbless = head.pos_ not in ("VERB", "AUX") and clause.shape is Shape.MAIN
        self.note("no verb", verbless and not (figure or entry))
        firm = figure or superlative or dated or "what is in it" in found
        firm = firm or (head.lemma_ == "be" and "what or where a name is" in found)
        denied = is_negated(head) and not firm
        failed = self.definite and did_not(head) and head.lemma_ in OUTCOMES
        failed = failed or "what somebody did not do" in found
        self.note("not said to have happened", denied and not failed)


def _is_definite(clause: Clause, tokens: "Tokens") -> bool:
    """Whether the subject is a name or one thing in particular: "the ministry", "their manager"."""
    if clause.subject is None:
        return False
    first = tokens[clause.subject[0]]
    if first.tag_ == "DT":
        return first.lower_ in ("the", "this", "that", "both", "all")
    return first.tag_ in ("PRP$", "NNP", "NNPS")


def _is_document(clause: Clause, tokens: "Tokens") -> bool:
    """Whether the subject is a law, a deal or a plan."""
    return clause.subject is not None and any(
        t.lemma_.lower() in DOCUMENTS for t in tokens[clause.subject[0] : clause.subject[1]]
    )


def _is_crew(clause: Clause, tokens: "Tokens") -> bool:
    """Whether the subject is a bare noun of people at work, who are particular where they did something."""
    return (
        clause.subject is not None and clause.subject[1] - clause.subject[0] == 1 and _acts(clause, tokens, 0)
    )


def _acts(clause: Clause, tokens: "Tokens", names: int) -> bool:
    """Whether the subject is a name, or a person or body that can be held to what it did."""
    if clause.subject is None:
        return False
    subject = tokens[clause.subject[0] : clause.subject[1]]
    return any(t.lemma_.lower() in ACTORS or (t.pos_ == "PROPN" and names) for t in subject)


def _is_beside_figure(clause: Clause, head: "Token", signals: Signals) -> bool:
    """Whether what it is joined to has a figure: "killed two and buried a van"."""
    if clause.shape is Shape.MAIN and not clause.holes and head.dep_ == "ROOT":
        return any(i >= clause.end for i in signals.figures)
    if clause.shape is not Shape.COORDINATE or clause.owns_subject or head.dep_ != "conj":
        return False
    return signals.strong_in(head.head.i, clause.start)


def _is_cleft(clause: Clause, tokens: "Tokens") -> bool:
    """Whether it is "it was in 2016 that the mine closed": the date is what is said."""
    start = clause.subject[0] if clause.subject is not None else clause.start
    return tokens[start].lower_ == "it" and any(
        t.lower_ == "that" for t in tokens[clause.head + 1 : clause.end]
    )


def _count_names(clause: Clause, tokens: "Tokens", signals: Signals) -> int:
    """Runs of name tokens in the clause, its subject included wherever that stands."""
    indices = {i for i in signals.names if clause.covers(i)}
    if clause.subject is not None:
        indices |= {i for i in signals.names if clause.subject[0] <= i < clause.subject[1]}
    return sum(i - 1 not in indices for i in indices)


def _predicates(head: "Token", clause: Clause, tokens: "Tokens") -> set[str]:
    """Lower-case forms and lemmas of what the clause is about and what it says of it."""
    said = [c for c in head.children if c.dep_ in ("acomp", "attr", "oprd", "dobj", "nsubj", "nsubjpass")]
    said += [c for t in said for c in t.children if c.dep_ == "amod" and t.dep_ in ("attr", "oprd")]
    said += [c for t in said for c in t.conjuncts]
    if clause.subject is not None and not clause.owns_subject:
        said.append(tokens[clause.subject[1] - 1])
    return {t.lower_ for t in said} | {t.lemma_.lower() for t in said}


def _happened(head: "Token") -> bool:
    """Whether the verb is told as a fact of the past or a completed one."""
    if head.tag_ in ("VBD", "VBN"):
        state = any(c.dep_ == "auxpass" and c.tag_ in ("VBZ", "VBP") for c in head.children)
        return not state and not any(c.tag_ == "MD" for c in head.children)
    helpers = {c.lemma_ for c in head.children if c.dep_ in ("aux", "auxpass")}
    return head.tag_ == "VBG" and ("have" in helpers or not helpers)


def _places_a_name(head: "Token", clause: Clause, tokens: "Tokens") -> bool:
    """Whether it says that one name is in another, or what it is of it: "Lima is the capital of Peru"."""
    if clause.subject is None or tokens[clause.subject[1] - 1].pos_ != "PROPN":
        return False
    if any(child.tag_ == "MD" for child in head.children):
        return False
    roles = [c for c in head.children if c.dep_ == "attr"]
    roles = [c for c in roles if c.lower_ in MEMBERSHIPS or any(d.lower_ == "the" for d in c.children)]
    links = [c for t in (head, *roles) for c in t.children if c.dep_ == "prep" and c.lower_ in ("in", "of")]
    return any(place.pos_ == "PROPN" for link in links for place in link.children if place.dep_ == "pobj")


def _is_about_all(clause: Clause, tokens: "Tokens", *, figure: bool) -> bool:
    """Whether the subject is "anyone", "every chair", "those who": everybody and nobody in particular."""
    if clause.subject is None or figure:
        return False
    subject = tokens[clause.subject[0] : clause.subject[1]]
    return subject[0].lower_ in GENERAL or any(t.lower_ == "every" for t in subject)


def _is_general(clause: Clause, tokens: "Tokens", names: int) -> bool:
    """Whether the clause is about things in general: no name, and a bare plural or an indefinite noun."""
    if names:
        return False
    if clause.subject is None:
        return True
    subject = tokens[clause.subject[0] : clause.subject[1]]
    first = subject[0].lower_
    return subject[-1].tag_ in ("NN", "NNS") and (first in ("a", "an") or len(subject) == 1)
