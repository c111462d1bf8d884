"""Names in one another's place, and names told otherwise."""

import re
from functools import cache
from random import Random
from typing import TYPE_CHECKING

from factcheck.text.words import words
from factcheck.training.perturbations.pair import Edit, Edits, Held
from factcheck.verdict.lists import lines

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

KINDS = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC"})
_PARTICLES = frozenset(words("van von de der den da di del della la le du dos das al bin ibn el st ten ter"))
_MAKES = frozenset(
    words(
        "write direct found create invent discover compose paint design win publish release author build "
        "kill assassinate acquire buy"
    )
)
"""Verbs of which one thing as a rule has one subject."""
_TAKES = frozenset(words("beat defeat replace succeed marry appoint elect"))
"""Verbs of which one deed has one object."""
_IN_ONE_PLACE = frozenset(words("bear base locate headquarter hold sign situate find die bury"))
"""Verbs of what happens in one place."""
_OF_MANY = frozenset(
    words(
        "star feature include appear cast nominate comprise work collaborate perform join visit travel move "
        "play bear contain know consist involve say live belong range"
    )
)
"""Verbs that are as a rule as true of other names."""
_PRINTED = re.compile(r"[()\[\]/:;,\"“”]")
_INITIAL = re.compile(r"^[A-Z]\.?$")


def names_of(doc_span: "Span") -> str:
    """The words of a name, without the article and the possessive around it."""
    text = str(doc_span.text)
    text = re.sub(r"(?:'s|’s|'|’)$", "", text)
    return re.sub(r"^(?:[Tt]he|Mr|Mrs|Ms|Sir|Dr|Dame|Lord) ", "", text)


def is_name(span: "Span") -> bool:
    """Whether the parser's entity is a name that can be moved: capitals throughout, no figure."""
    text = names_of(span)
    if text.endswith((" Dr", "Dr.", "Mr.", "St.")) or _PRINTED.search(text):
        return False
    if span.label_ not in KINDS or len(text) < 3 or any(map(str.isdigit, text)) or "\n" in text:
        return False
    around = span.doc.text[max(span.start_char - 1, 0) : span.start_char] + span.doc.text[span.end_char :][:1]
    if "-" in around:
        return False
    parts = [part for part in re.split(r"[ -]", text) if part]
    capital = [part for part in parts if part[:1].isupper()]
    return len(capital) >= max(1, (len(parts) + 1) // 2) and parts[0][:1].isupper() and len(parts) <= 5


def wrong_entity(held: Held, rng: Random) -> Edits | None:
    """A name of the claim replaced by another of its kind that the reference rules out in its place."""
    mine = [e for e in held.claim.ents if is_name(e) and held.free(e.start_char, e.end_char)]
    rng.shuffle(mine)
    for entity in mine:
        name = names_of(entity)
        home = _in_reference(held, name)
        if home is None or _is_one_of_many(home) or _is_one_of_many(entity):
            continue
        other = _rival(held, entity, home, rng)
        if other is None and _is_ruled_out(entity):
            other = _foreign(held, entity, rng)
        if other is not None:
            return (_put(held, entity, other, rng),)
    return None


def articled(entity: "Span") -> str:
    """The name with "the" before it where its own text has it."""
    before = entity.doc[entity.start - 1].lower_ if entity.start else ""
    return f"the {names_of(entity)}" if entity[0].lower_ == "the" or before == "the" else names_of(entity)


def _put(held: Held, entity: "Span", other: str, rng: Random) -> Edit:
    """The other name in the place of the entity, its article with it; a person now and then by surname."""
    name = names_of(entity)
    start = entity.start_char + str(entity.text).index(name)
    end = start + len(name)
    short = _surname(other) if entity.label_ == "PERSON" and rng.random() < 0.35 else None
    if short is not None and _is_only(held, short):
        return Edit(start, end, short)
    if entity.label_ == "NORP":
        return Edit(start, end, other.removeprefix("the "))
    if held.pair.claim[:start].lower().endswith("the "):
        possessed = entity.root.dep_ in ("compound", "amod", "nmod")
        if not other.startswith("the ") and not possessed:
            return Edit(start - 4, end, other)
        return Edit(start, end, other.removeprefix("the "))
    if entity.root.dep_ in ("compound", "amod", "nmod") or held.pair.claim[end : end + 1] == "-":
        return Edit(start, end, other.removeprefix("the "))
    return Edit(start, end, other)


def _in_reference(held: Held, name: str) -> "Span | None":
    """Where the reference has the name, as the parser sees it."""
    return next((e for e in held.reference.ents if is_name(e) and names_of(e) == name), None)


def _rival(held: Held, entity: "Span", home: "Span", rng: Random) -> str | None:
    """Another name of the reference that does not share the first one's place."""
    name, claim = names_of(entity), held.pair.claim
    options = []
    for other in held.reference.ents:
        text = names_of(other)
        if other.label_ != entity.label_ or not is_name(other) or _overlap(text, name):
            continue
        if any(part in claim for part in text.split() if part[:1].isupper() and len(part) > 2):
            continue
        if _share_a_place(home, other) or (entity.label_ in ("GPE", "LOC") and _nested(home, other)):
            continue
        if entity.label_ == "PERSON" and other[0].is_sent_start and len(text.split()) > 2:
            continue  # "Winger Ann Lowe": the first word may be what the person does
        whole = articled(other)
        if whole not in options and _alike(text, name, entity.label_):
            options.append(whole)
    return rng.choice(options) if options else None


def _alike(text: str, name: str, kind: str) -> bool:
    """Whether the names are written alike: no surname where the whole name stood and the like."""
    if kind == "PERSON":
        return (len(text.split()) == 1) == (len(name.split()) == 1)
    return True


def _overlap(one: str, other: str) -> bool:
    """Whether they may be the same name, one told shorter."""
    first, second = set(one.lower().split()), set(other.lower().split())
    acronyms = {"".join(p[0] for p in n.split() if p[:1].isupper()).lower() for n in (one, other)}
    return bool(first & second) or bool(acronyms & (first | second)) or _same_by_list(one, other)


@cache
def _listed() -> dict[str, int]:
    return {name.strip(): number for number, line in enumerate(lines("aliases")) for name in line.split("|")}


def _same_by_list(one: str, other: str) -> bool:
    first, second = _listed().get(one.lower()), _listed().get(other.lower())
    return first is not None and first == second


def _share_a_place(home: "Span", other: "Span") -> bool:
    """Whether the two are joined ("A and B"), one explains the other, or both hang alike on one word."""
    first, second = home.root, other.root
    if second in first.subtree or first in second.subtree:
        return True
    if first.head.i == second.head.i and first.dep_ == second.dep_:
        return True
    above, beyond = first.head, second.head
    return above.dep_ == beyond.dep_ == "prep" and above.lower_ == beyond.lower_


def _nested(home: "Span", other: "Span") -> bool:
    """Whether one place may lie in the other: they stand side by side, or the one is far wider."""
    return abs(home.start - other.end) <= 2 or abs(other.start - home.end) <= 2 or home.sent != other.sent


def _is_ruled_out(entity: "Span") -> bool:
    """Whether the name's place in the sentence is one that a single name fills."""
    root = entity.root
    verb = root.head
    if root.dep_ == "nsubj":
        made = verb.lemma_.lower() in _MAKES and any(c.dep_ == "dobj" for c in verb.children)
        return made or _is_the_one(verb)
    if root.dep_ == "dobj":
        return verb.lemma_.lower() in _TAKES
    if root.dep_ == "pobj":
        above = root.head
        if above.dep_ == "agent":
            return True
        if entity.label_ in ("GPE", "LOC") and above.lower_ in ("in", "at", "to", "from"):
            return above.head.lemma_.lower() in _IN_ONE_PLACE
        return above.lower_ == "of" and above.head.lower_ in (
            "capital", "president", "captain", "author", "son", "daughter", "wife", "husband", "head",
        )  # fmt: skip
    return False


_NEVER_OTHER = frozenset(
    words(
        "be become remain have say tell add write explain note claim argue insist state call name die retire"
    )
)


def other_entity(held: Held, rng: Random) -> Edits | None:
    """A name that the reference does not know, where it does not rule it out."""
    mine = [e for e in held.claim.ents if is_name(e) and held.free(e.start_char, e.end_char)]
    for entity in mine:
        root = entity.root
        if entity.label_ not in ("PERSON", "ORG") or root.dep_ != "nsubj" or root.i > root.head.i:
            continue
        if any(child.dep_ in ("appos", "relcl", "acl") for child in root.children):
            continue  # what else is said of the name would be wrong of another
        verb = root.head
        lemma = verb.lemma_.lower()
        if lemma in _NEVER_OTHER or lemma in _MAKES or _in_reference(held, names_of(entity)) is None:
            continue
        if any(c.dep_ in ("ccomp", "conj", "neg") for c in verb.children) or not _may_be_shared(verb):
            continue
        if any(t.lower_ in _SINGLE_OUT or t.tag_ in ("JJS", "RBS") for t in held.claim):
            continue
        other = _foreign(held, entity, rng)
        if other is not None:
            return (_put(held, entity, other, rng),)
    return None


_SINGLE_OUT = frozenset(words("only alone first last second its his her their sole own"))


def _may_be_shared(verb: "Token") -> bool:
    """Whether what is done may have been done by somebody else as well: nothing definite is its object."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    return not any(c.lower_ in ("the", "this", "that") for one in objects for c in one.children)


def _is_the_one(verb: "Token") -> bool:
    """Whether the verb says who or what is the one ("is the chairman")."""
    return verb.lemma_.lower() == "be" and any(
        child.dep_ == "attr" and any(c.lower_ == "the" for c in child.children) for child in verb.children
    )


def _is_one_of_many(name: "Span") -> bool:
    """Whether the name is listed with others, or what is said of it can be said of others as well."""
    root = name.root
    if root.dep_ in ("conj", "appos") or any(c.dep_ in ("conj", "cc", "appos") for c in root.children):
        return True
    above = root.head
    verb = above.head if above.pos_ == "ADP" else above
    if root.dep_ in ("nsubj", "nsubjpass") and verb.lemma_.lower() == "be":
        return not _is_the_one(verb)
    return (verb.lemma_.lower() in _OF_MANY and verb.lemma_.lower() not in _IN_ONE_PLACE) or (
        verb.lemma_.lower() in ("bear", "die") and root.dep_ in ("nsubj", "nsubjpass")
    )


def _foreign(held: Held, entity: "Span", rng: Random) -> str | None:
    """A name of the kind from another pair, of which neither side here has a word."""
    pool = held.names.by_kind.get(entity.label_, ())
    name = names_of(entity)
    both = f"{held.pair.claim} {held.pair.reference}"
    for _ in range(12):
        if not pool:
            return None
        other = rng.choice(pool)
        if any(part in both for part in other.split() if len(part) > 2) or _overlap(other, name):
            continue
        if _alike(other, name, entity.label_) and abs(len(other.split()) - len(name.split())) <= 1:
            return other
    return None


def entity_alias(held: Held, rng: Random) -> Edits | None:
    """A person by surname alone where the reference gives the whole name; a body by its other name."""
    mine = [e for e in held.claim.ents if is_name(e) and held.free(e.start_char, e.end_char)]
    rng.shuffle(mine)
    for entity in mine:
        name = names_of(entity)
        start = entity.start_char + str(entity.text).index(name)
        edit = Edit(start, start + len(name), "")
        if entity.label_ == "PERSON" and name in held.pair.reference:
            short = _surname(name)
            if short is not None and _is_only(held, short):
                return (edit._replace(text=short),)
        listed = _other_name(held, name, start, rng)
        if listed is not None:
            return (listed,)
    return None


def _surname(name: str) -> str | None:
    parts = name.split()
    if len(parts) < 2 or parts[-1].rstrip(".") in ("Jr", "Sr", "II", "III", "IV", "VI", "VIII"):
        return None
    first = next((i for i, part in enumerate(parts[:-1]) if i and part.lower() in _PARTICLES), len(parts) - 1)
    short = " ".join(parts[first:])
    return None if _INITIAL.match(short) or not short[-1].isalpha() else short


def _is_only(held: Held, short: str) -> bool:
    """Whether only one bearer of the surname is named on either side."""
    last = short.rsplit(maxsplit=1)[-1]
    bearers = {
        match.group(1)
        for text in (held.pair.claim, held.pair.reference)
        for match in re.finditer(rf"\b([A-Z][\w.’'-]+) (?:\w+ )?{re.escape(last)}\b", text)
    }
    return len(bearers) <= 1


_NO_ARTICLE = frozenset({"nato", "opec", "nasa", "unesco", "unicef"})
_SMALL = frozenset({"of", "the", "and", "for"})


@cache
def _other_names() -> dict[str, tuple[str, ...]]:
    """Acronym to whole name and back; only names of bodies, all of which take "the"."""
    found: dict[str, list[str]] = {}
    for line in lines("aliases"):
        names = [name.strip() for name in line.split("|")]
        long, *short = names
        acronyms = [n for n in short if n.isalpha() and " " not in n and 2 <= len(n) <= 5]
        initials = "".join(p[0] for p in long.split() if p not in _SMALL)
        for acronym in acronyms:
            if acronym == initials or acronym in _NO_ARTICLE:
                found.setdefault(long, []).append(acronym)
                found.setdefault(acronym, []).append(long)
    return {name: tuple(others) for name, others in found.items()}


def _other_name(held: Held, name: str, start: int, rng: Random) -> Edit | None:
    others = _other_names().get(name.lower())
    if not others or (len(name) <= 5 and not name.isupper()) or name not in held.pair.reference:
        return None
    other = rng.choice(others)
    claim, end = held.pair.claim, start + len(name)
    has_article = claim[:start].lower().endswith("the ")
    if len(other) <= 5:
        text = other.upper()
        if other in _NO_ARTICLE and has_article:
            return Edit(start - 4, end, text)
        return Edit(start, end, text)
    text = " ".join(part if part in _SMALL else part.capitalize() for part in other.split())
    return Edit(start, end, text if has_article or claim[end : end + 1] == "-" else f"the {text}")
