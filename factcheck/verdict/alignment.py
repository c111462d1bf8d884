"""Which word, name and verb of the claim answers to which of the reference."""

import re
from dataclasses import dataclass, field

from factcheck.verdict.aliases import alias_groups, core, initials
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
    and `missing_names` have none.
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

    @property
    def coverage(self) -> float:
        """The share of the claim's content words that the reference carries (1 for a claim without any)."""
        if not self.claim.words:
            return 1.0
        return len(self.words) / len(self.claim.words)

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
    return Alignment(
        claim,
        reference,
        words,
        loose,
        tuple(number for number in range(len(claim.words)) if number not in words),
        names,
        tuple(number for number in range(len(claim.names)) if number not in names),
        f" {_run_on(claim.text)} " in f" {_run_on(reference.text)} ",
    )


def _run_on(text: str) -> str:
    return " ".join(_LETTERS.findall(text.lower()))


def _align_words(claim: Profile, reference: Profile) -> tuple[dict[int, int], frozenset[int]]:
    by_lemma: dict[str, list[int]] = {}
    by_stem: dict[str, list[int]] = {}
    by_sense: dict[int, list[int]] = {}
    for number, word in enumerate(reference.words):
        by_lemma.setdefault(word.lemma, []).append(number)
        by_stem.setdefault(stem(word.lemma), []).append(number)
        for sense in senses(word.lemma):
            by_sense.setdefault(sense, []).append(number)
    words: dict[int, int] = {}
    loose: set[int] = set()
    for number, word in enumerate(claim.words):
        same = by_lemma.get(word.lemma)
        if same:
            words[number] = _nearest(number, same, claim, reference)
            continue
        family = by_stem.get(stem(word.lemma)) if len(word.lemma) >= 4 else None
        if family and word.tag != "p":
            words[number] = _nearest(number, family, claim, reference)
            continue
        if word.tag in "pa":
            people = [n for n, other in enumerate(reference.words) if of_the_place(word.lemma, other.lemma)]
            if people:
                words[number] = people[0]
                continue
        kin = {other for sense in senses(word.lemma) for other in by_sense.get(sense, ())}
        kin = {other for other in kin if not opposed(word.lemma, reference.words[other].lemma)}
        if kin:
            words[number] = _nearest(number, sorted(kin), claim, reference)
            loose.add(number)
    return words, frozenset(loose)


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
            ((_same_name(name, other), place) for place, other in enumerate(reference.names)),
            default=(0, -1),
            key=lambda pair: (pair[0], -pair[1]),
        )
        if best[0] > 0:
            names[number] = best[1]
        elif name.parts and all(_told(part, reference) for part in core(name.parts)):
            names[number] = -1
    return names


def _told(part: str, reference: Profile) -> bool:
    return part in reference.tokens or any(
        of_the_place(part, token) for token in reference.tokens if token[:4] == part[:4]
    )


def _same_name(name: Name, other: Name) -> int:
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
