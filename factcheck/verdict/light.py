"""Words of a claim that carry nothing to check, and asides that only say who somebody is."""

import re
from collections.abc import Container
from dataclasses import dataclass

from factcheck.verdict.aliases import alias_groups
from factcheck.verdict.lists import words
from factcheck.verdict.parts import Name, Profile, Word

_VERBS = words(
    "put stand come reach arrive touch hit go bring collect send see use run find amount total number "
    "consume clear record register log show leave set remain fetch mark"
)
"""Verbs that only join a figure to what it is a figure of."""

_KINDS = words(
    "model company firm group maker business organisation organization agency body institute service party "
    "club team side squad band charity union run programme program project scheme site venue ship vessel "
    "plane aircraft report study survey poll film book novel album song game match race contest test "
    "benchmark chart ranking table committee board panel rate average county country nation state person "
    "people man woman player politician writer author lawmaker minister pupil patient"
)
"""What a name or a figure is the name or figure of; the reference's own name or noun implies it."""

_NOUNS = words("time level year month week day season period next top case financial fiscal calendar")
"""Nouns (and "next") that a date or a figure says again."""

_FILLERS = words("ever able sake else occasion way reason fact")
"""Words that a sentence may have for its grammar alone ("be able to", "the reason for")."""

_EMPHASIS = words("only alone just merely exactly precisely")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_DEPTH = 8
_ASIDE = re.compile(r", (?:an?|the) [^,;]{3,60}(?=,)")


@dataclass(frozen=True, slots=True)
class Immaterial:
    """Places of words in the claim that need no counterpart.

    `light` words carry nothing. What stands in an `aside` of identification is not material for support, but
    only a person can let it pass.
    """

    light: frozenset[int]
    aside: frozenset[int]


def immaterial(claim: Profile, missing: Container[int], names: Container[int]) -> Immaterial:
    """Which of the `missing` words of the claim are immaterial; `names` are the places of carried names."""
    lacking = [number for number in range(len(claim.words)) if number in missing]
    aside = frozenset(n for n in lacking if _in_aside(claim, n, missing, names))
    light = frozenset(n for n in lacking if n not in aside and _is_light(claim, n, missing))
    return Immaterial(light, aside)


def _is_light(claim: Profile, number: int, missing: Container[int]) -> bool:
    word = claim.words[number]
    if word.negated:
        return False
    if _exchange(claim, word):
        return True
    if word.lemma in _FILLERS and word.tag != "p":
        return True
    if word.lemma in _EMPHASIS:
        return emphatic(claim, word.start, word.end)
    if word.tag == "v":
        return word.lemma in _VERBS and bool(claim.quantities) and not word.certainty
    if word.lemma in _NOUNS:
        return bool(claim.quantities or claim.periods)
    return word.tag == "n" and word.lemma in _KINDS and _implied(claim, number)


def emphatic(claim: Profile, start: int, end: int) -> bool:
    """Whether the word only stresses the figure after it or the name before it: "only 14", "Marlow alone"."""
    if claim.text[:start].rstrip().lower().endswith("the"):
        return False
    if any(0 <= q.span.start - end <= 1 or q.span.start <= start < q.span.end for q in claim.quantities):
        return True
    word = claim.text[start:end].lower()
    return word == "alone" and any(0 <= start - name.end <= 1 for name in claim.names)


def _implied(claim: Profile, number: int) -> bool:
    word = claim.words[number]
    if word.link in _SUBJECTS:
        return True
    beside = [other for other in claim.words if other.head == number]
    if any(other.tag == "p" for other in beside):
        return True
    head = claim.words[word.head] if word.head >= 0 else None
    return head is not None and (head.tag == "p" or word.link == "prep:of")


def _in_aside(claim: Profile, number: int, missing: Container[int], names: Container[int]) -> bool:
    word = claim.words[number]
    if any(q.span.overlaps(word.span) for q in claim.quantities):
        return False
    if _nationality(claim, word) or _between_commas(claim, word, names):
        return True
    for _ in range(_DEPTH):
        if word.head < 0:
            return False
        head = claim.words[word.head]
        carried_name = head.tag == "p" and word.head not in missing
        if word.link in ("relcl", "acl", "advcl"):
            # A clause tells something, and does not only say who somebody is.
            return False
        if word.link == "appos" and carried_name and not _counted(claim, word):
            return True
        if word.link == "prep:of" and carried_name and _is_place(claim, word):
            # "Ada Lindqvist of Norway"
            return True
        word = head
    return False


def _nationality(claim: Profile, word: Word) -> bool:
    """Whether it is the "Spanish" of "the Spanish company", which stands for a name."""
    if _kind(claim, word) != "people" or word.link not in ("amod", "compound") or word.head < 0:
        return False
    head = claim.words[word.head]
    return head.tag == "n" and head.lemma in _KINDS and head.link in (*_SUBJECTS, "appos", "dobj", "pobj")


def _between_commas(claim: Profile, word: Word, names: Container[int]) -> bool:
    """Whether it stands in ", a set of harder sums," right behind a carried name."""
    for number, name in enumerate(claim.names):
        aside = _ASIDE.match(claim.text, name.end) if number in names else None
        if aside is not None and aside.start() < word.start and word.end <= aside.end():
            return not any(aside.start() < q.span.start < aside.end() for q in claim.quantities)
    return False


def _exchange(claim: Profile, word: Word) -> bool:
    """Whether it is the exchange of "before the opening in Tokyo": the session is what counts."""
    name = next((n for n in claim.names if n.start <= word.start < n.end), None)
    return name is not None and any(
        mark.topic == "scope trading session" and claim.text[mark.end : name.start] in (" in ", " on ")
        for mark in claim.marks
    )


def _is_place(claim: Profile, word: Word) -> bool:
    name = next((n for n in claim.names if n.start <= word.start < n.end), None)
    return name is not None and (name.kind == "place" or bool(alias_groups(name.parts)))


def _counted(claim: Profile, word: Word) -> bool:
    return any(0 <= word.start - q.span.end <= 1 or q.span.overlaps(word.span) for q in claim.quantities)


def _kind(claim: Profile, word: Word) -> str:
    return next((name.kind for name in claim.names if name.start <= word.start < name.end), "")


def in_aside(claim: Profile, name: Name, aside: Container[int]) -> bool:
    """Whether every word of the name stands in an aside."""
    places = [n for n, word in enumerate(claim.words) if name.start <= word.start < name.end]
    return bool(places) and all(place in aside for place in places)
