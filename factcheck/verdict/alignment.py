"""Which word, name and verb of the claim answers to which of the reference."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.verdict.aliases import alias_groups, core, initials, spells_out
from factcheck.verdict.light import immaterial, in_aside
from factcheck.verdict.opposites import has_opposite, opposed
from factcheck.verdict.parts import Name, Predicate, Profile, Word
from factcheck.verdict.synonyms import akin, of_the_place, senses, stem

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_LETTERS = re.compile(r"[\w$£€%.]*\w%?")


@dataclass(frozen=True, slots=True)
class Alignment:
    """A claim laid beside a reference.

    `words` leads from a place in `claim.words` to the place of its counterpart in `reference.words`; `loose`
    are those whose counterpart is a synonym and not the same word. `names` does the same for names. `missing`
    and `missing_names` have none, `light` words and those in an `aside` need none (see `light`).
    """

    claim: Profile
    reference: Profile
    words: dict[int, int] = field(default_factory=dict)
    loose: frozenset[int] = frozenset()
    missing: tuple[int, ...] = ()
    names: dict[int, int] = field(default_factory=dict)
    missing_names: tuple[int, ...] = ()
    verbatim: bool = False
    """Whether the claim's words stand in the reference in one run."""
    light: frozenset[int] = frozenset()
    aside: frozenset[int] = frozenset()
    near: frozenset[int] = frozenset()
    """Those of `loose` that only the encoder's vectors bring together; enough to mark, not to let pass."""

    @property
    def coverage(self) -> float:
        """The share of the claim's material words that the reference carries (1 for a claim without any)."""
        material = len(self.words) + len(self.missing)
        return len(self.words) / material if material else 1.0

    @property
    def subject_carried(self) -> bool:
        """Whether the reference carries all that the claim's sentence is about."""
        return not any(self.claim.words[n].link in _SUBJECTS for n in self.missing)

    @property
    def named_coverage(self) -> float:
        """The share of the claim's names that the reference carries (1 for a claim without any)."""
        if not self.claim.names:
            return 1.0
        return len(self.names) / len(self.claim.names)


def align(claim: Profile, reference: Profile) -> Alignment:
    """Lay `claim` beside `reference`."""
    names = _align_names(claim, reference)
    words, loose = _align_words(claim, reference)
    for number, word in enumerate(claim.words):
        if number not in words and word.tag == "p":
            counterpart = _through_name(word, claim, reference, names)
            if counterpart is not None:
                words[number] = counterpart
    lacking = [number for number in range(len(claim.words)) if number not in words]
    needless = immaterial(claim, frozenset(lacking), names)
    return Alignment(
        claim,
        reference,
        words,
        loose,
        tuple(n for n in lacking if n not in needless.light and n not in needless.aside),
        names,
        tuple(
            number
            for number, name in enumerate(claim.names)
            if number not in names and not in_aside(claim, name, needless.aside | needless.light)
        ),
        f" {_run_on(claim.text)} " in f" {_run_on(reference.text)} ",
        needless.light,
        needless.aside,
    )


def _run_on(text: str) -> str:
    return " ".join(_LETTERS.findall(text.lower()))


@dataclass(frozen=True, slots=True)
class _Lookup:
    """The reference's words by what may be asked of them, as lists of places."""

    lemmas: dict[str, list[int]]
    bases: dict[str, list[int]]
    stems: dict[str, list[int]]
    senses: dict[int, list[int]]

    @classmethod
    def of(cls, reference: Profile) -> "_Lookup":
        made = cls({}, {}, {}, {})
        for number, word in enumerate(reference.words):
            made.lemmas.setdefault(word.lemma, []).append(number)
            if "_" in word.lemma:
                made.bases.setdefault(word.lemma.split("_")[0], []).append(number)
            made.stems.setdefault(stem(word.lemma), []).append(number)
            for sense in senses(word.lemma):
                made.senses.setdefault(sense, []).append(number)
        return made


def _align_words(claim: Profile, reference: Profile) -> tuple[dict[int, int], frozenset[int]]:
    lookup = _Lookup.of(reference)
    words: dict[int, int] = {}
    loose: set[int] = set()
    for number, word in enumerate(claim.words):
        same = _same(word, claim, reference, lookup)
        if same:
            words[number] = _nearest(number, same, claim, reference)
            continue
        kin = _kin(word, reference, lookup)
        if kin:
            words[number] = _nearest(number, sorted(kin), claim, reference)
            loose.add(number)
    for number, place in _under_marks(claim, reference):
        if number not in words:
            words[number] = place
            loose.add(number)
    return words, frozenset(loose)


def _same(word: Word, claim: Profile, reference: Profile, lookup: _Lookup) -> list[int]:
    """Where the reference has the word itself, one of its family, or the people of its place."""
    same = lookup.lemmas.get(word.lemma)
    if same:
        return same
    if word.tag == "v":
        # "tore the roof off": the particle stands apart from its verb.
        parted = lookup.bases.get(word.lemma, ())
        parted = [n for n in parted if reference.words[n].lemma.split("_")[1] in claim.tokens]
        if parted:
            return parted
    family = lookup.stems.get(stem(word.lemma)) if len(word.lemma) >= 4 else None
    if family and word.tag != "p":
        return family
    if word.tag in "pa":
        people = (n for n, other in enumerate(reference.words) if of_the_place(word.lemma, other.lemma))
        return list(people)[:1]
    return []


def _kin(word: Word, reference: Profile, lookup: _Lookup) -> set[int]:
    """Where the reference has a word of like sense, or denies the contrary of the word."""
    kin = {other for sense in senses(word.lemma) for other in lookup.senses.get(sense, ())}
    kin = {other for other in kin if not opposed(word.lemma, reference.words[other].lemma)}
    if not kin and has_opposite(word.lemma):
        # "does not include", "excludes"
        kin = {
            n
            for n, other in enumerate(reference.words)
            if word.negated != other.negated and opposed(word.lemma, other.lemma)
        }
    return kin


def _under_marks(claim: Profile, reference: Profile) -> Iterator[tuple[int, int]]:
    """Words under marks that mean one thing: "peak" and "highest", "hottest" and "record"."""
    theirs = {
        mark.value: number
        for mark in reference.marks
        if mark.topic == "extent"
        for number, word in enumerate(reference.words)
        if mark.span.overlaps(word.span)
    }
    for mark in claim.marks:
        if mark.topic == "extent" and mark.value in theirs:
            for number, word in enumerate(claim.words):
                if mark.span.overlaps(word.span):
                    yield number, theirs[mark.value]


def _nearest(number: int, candidates: list[int], claim: Profile, reference: Profile) -> int:
    """Of several equal words the one in the likest place: under a like head, with like neighbours."""
    if len(candidates) == 1:
        return candidates[0]
    around = _around(number, claim)

    def likeness(candidate: int) -> tuple[int, int]:
        return len(around & _around(candidate, reference)), -abs(candidate - number)

    return max(candidates, key=likeness)


def _around(number: int, profile: Profile) -> set[str]:
    words = profile.words
    near = {
        words[other].lemma
        for other in range(max(0, number - 2), min(len(words), number + 3))
        if other != number
    }
    if words[number].head >= 0:
        near.add(words[words[number].head].lemma)
    return near


def _align_names(claim: Profile, reference: Profile) -> dict[int, int]:
    names: dict[int, int] = {}
    for number, name in enumerate(claim.names):
        best = max(
            ((same_name(name, other), place) for place, other in enumerate(reference.names)),
            default=(0, -1),
            key=lambda pair: (pair[0], -pair[1]),
        )
        if best[0] > 0:
            names[number] = best[1]
        elif (
            spells_out(reference.text, claim.text[name.start : name.end])
            or spells_out(claim.text[name.start : name.end], _acronym(name, reference))
            or (name.parts and all(_told(part, reference) for part in core(name.parts)))
        ):
            names[number] = -1
    return names


def _acronym(name: Name, reference: Profile) -> str:
    """The reference's word in capitals that may stand for the name; empty without one."""
    letters = initials(core(name.parts))
    return next(
        (
            text
            for text in (reference.text[other.start : other.end] for other in reference.names)
            if text.isupper() and text.lower().replace(".", "") == letters
        ),
        "",
    )


def _told(part: str, reference: Profile) -> bool:
    return part in reference.tokens or any(
        of_the_place(part, token) for token in reference.tokens if token[:4] == part[:4]
    )


def same_name(name: Name, other: Name) -> int:
    """How surely two names mean the same, from 0 (they do not) to 3."""
    mine, theirs = core(name.parts), core(other.parts)
    if mine == theirs:
        return 3
    if not alias_groups(name.parts).isdisjoint(alias_groups(other.parts)):
        return 3
    if not alias_groups(mine).isdisjoint(alias_groups(theirs)):
        return 3
    if (
        len(mine) == 1
        and len(mine[0]) >= 2
        and mine[0].replace(".", "") == initials(theirs)
        and len(theirs) > 1
    ):
        return 2
    if (
        len(theirs) == 1
        and len(theirs[0]) >= 2
        and theirs[0].replace(".", "") == initials(mine)
        and len(mine) > 1
    ):
        return 2
    if set(mine) <= set(theirs):
        return 2
    # A longer form in the claim: "Ada Lindqvist" for the reference's "Lindqvist".
    if set(theirs) <= set(mine) and theirs[-1] == mine[-1]:
        return 1
    return 0


def _through_name(word: Word, claim: Profile, reference: Profile, names: dict[int, int]) -> int | None:
    for number, place in names.items():
        name = claim.names[number]
        if place < 0 or not (name.start <= word.start < name.end):
            continue
        other = reference.names[place]
        inside = [n for n, w in enumerate(reference.words) if other.start <= w.start < other.end]
        if inside:
            return inside[-1]
    return None


def verb_pairs(alignment: Alignment) -> list[tuple[Predicate, Predicate, bool]]:
    """Verbs of both sides that may tell of one event, and whether they are opposites of each other."""
    pairs = []
    for mine in alignment.claim.predicates:
        lemma = alignment.claim.words[mine.word].lemma
        for theirs in alignment.reference.predicates:
            other = alignment.reference.words[theirs.word].lemma
            if akin(lemma, other) and not opposed(lemma, other):
                pairs.append((mine, theirs, False))
            elif has_opposite(lemma) and opposed(lemma, other):
                pairs.append((mine, theirs, True))
    return pairs


def same_word(alignment: Alignment, mine: int, theirs: int) -> bool:
    """Whether the two places hold words that may stand for each other."""
    if alignment.words.get(mine) == theirs:
        return True
    first, second = alignment.claim.words[mine], alignment.reference.words[theirs]
    if first.tag == "p" or second.tag == "p":
        if first.lemma == second.lemma:
            return True
        return _names_at(alignment, first, second)
    return akin(first.lemma, second.lemma) and not opposed(first.lemma, second.lemma)


def _names_at(alignment: Alignment, first: Word, second: Word) -> bool:
    for number, place in alignment.names.items():
        name = alignment.claim.names[number]
        if place >= 0 and name.start <= first.start < name.end:
            other = alignment.reference.names[place]
            if other.start <= second.start < other.end:
                return True
    return False
