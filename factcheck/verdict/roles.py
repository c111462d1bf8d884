"""Rules on who did what to whom, and on names."""

from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.verdict.alignment import Alignment, same_word
from factcheck.verdict.marks import EXTENT
from factcheck.verdict.parts import Name, Profile, Word
from factcheck.verdict.structure import DOER, DONE_TO, Slot, Structure, reaches, slots
from factcheck.verdict.synonyms import stem

SAME_EVENT_COVERAGE = 0.6
"""From this share of carried words on, two sentences are taken to tell of one event."""

_ONE = frozenset({"only", "first", "last", "most of all", "least of all"})
"""Extents of which there is one, so that another's doing it excludes the claim."""


_PARTS = frozenset({DOER, DONE_TO, "prep:to", "prep:by", "prep:from", "agent"})
"""Places beside a verb that say who does something to whom."""


def swapped(alignment: Alignment, built: Structure) -> list[Finding]:
    """A deed with the doer and the one it is done to changed over, or two names each in the other's place."""
    if alignment.coverage < SAME_EVENT_COVERAGE:
        return []
    claim, reference = alignment.claim, alignment.reference
    for mine, theirs in built.exchanged:
        word, other = claim.words[mine.filler], reference.words[theirs.filler]
        deed, their_deed = claim.words[mine.head], reference.words[theirs.head]
        part = mine.side in (DOER, DONE_TO) or word.tag == "p"
        if stem(deed.lemma) != stem(their_deed.lemma) or not part:
            continue
        return [
            Finding(
                FindingKind.ROLE,
                Effect.OPPOSES if _changed_over(alignment, mine, theirs) else Effect.OPEN,
                f"with “{_written(claim, deed)}” the article puts “{_written(claim, word)}” where the "
                f"reference has “{_written(reference, other)}”",
                word.span,
                other.span,
            )
        ]
    other_doer = next((slot for slot in built.broken if _done_by_another(alignment, slot)), None)
    if other_doer is not None:
        return [_by_another(alignment, other_doer)]
    return [_elsewhere(alignment, slot) for slot in built.broken if _tells(alignment, slot)][:1]


def _changed_over(alignment: Alignment, mine: Slot, theirs: Slot) -> bool:
    """Whether both have a part in the deed on both sides, and each has the other's."""
    if mine.side not in (DOER, DONE_TO) or alignment.claim.words[mine.head].tag != "v":
        return False
    moved = alignment.words[mine.filler]
    elsewhere = [n for n, place in alignment.words.items() if place == theirs.filler]
    return any(
        slot.head == theirs.head and slot.filler == moved and slot.side in _PARTS - {mine.side}
        for slot in slots(alignment.reference)
    ) and any(
        slot.head == mine.head and slot.filler in elsewhere and slot.side in _PARTS - {mine.side}
        for slot in slots(alignment.claim)
    )


def _done_by_another(alignment: Alignment, slot: Slot) -> bool:
    """Whether the reference's same deed is done to the same by somebody whom the claim does not name."""
    if slot.side != DOER:
        return False
    return any(
        deed.agents
        and not set(deed.agents) & set(alignment.words.values())
        and not any(reaches(alignment.reference, alignment.words[slot.filler], n) for n in deed.agents)
        and any(same_word(alignment, a, b) for a in _patients(alignment, slot) for b in deed.patients)
        for deed in alignment.reference.predicates
        if deed.word == alignment.words.get(slot.head)
    )


def _patients(alignment: Alignment, slot: Slot) -> tuple[int, ...]:
    return next((d.patients for d in alignment.claim.predicates if d.word == slot.head), ())


def _by_another(alignment: Alignment, slot: Slot) -> Finding:
    claim, reference = alignment.claim, alignment.reference
    deed = next(d for d in reference.predicates if d.word == alignment.words[slot.head])
    word, other = claim.words[slot.filler], reference.words[deed.agents[0]]
    once = any(m.topic == EXTENT and m.value in _ONE for m in claim.marks)
    return Finding(
        FindingKind.NAME,
        Effect.OPPOSES if once else Effect.OPEN,
        f"the article has “{_written(claim, word)}” do it, the reference “{_written(reference, other)}”",
        word.span,
        other.span,
    )


def _tells(alignment: Alignment, slot: Slot) -> bool:
    """Whether a name's broken slot is its part in a deed that the reference tells too."""
    deed = alignment.claim.words[slot.head]
    return alignment.claim.words[slot.filler].tag == "p" and deed.tag == "v" and slot.side in _PARTS


def _elsewhere(alignment: Alignment, slot: Slot) -> Finding:
    claim, reference = alignment.claim, alignment.reference
    word = claim.words[slot.filler]
    return Finding(
        FindingKind.ROLE,
        Effect.OPEN,
        f"the reference does not have “{_written(claim, word)}” in this part "
        f"(“{_written(claim, claim.words[slot.head])}”)",
        word.span,
        reference.words[alignment.words[slot.filler]].span,
    )


def names(alignment: Alignment) -> list[Finding]:
    """Names of the claim: carried by the reference, different in the same place, or simply not there."""
    claim, reference = alignment.claim, alignment.reference
    answered = set(alignment.names.values())
    found: list[Finding] = []
    for number, place in alignment.names.items():
        if place < 0:
            continue
        name, other = claim.names[number], reference.names[place]
        if name.parts != other.parts:
            found.append(
                Finding(
                    FindingKind.NAME,
                    Effect.AGREES,
                    f"“{_text(claim, name)}” and “{_text(reference, other)}” are the same",
                    name.span,
                    other.span,
                )
            )
    for number in alignment.missing_names:
        name = claim.names[number]
        rival = _rival(alignment, name, answered)
        if rival is None:
            found.append(
                Finding(
                    FindingKind.NAME,
                    Effect.OPEN,
                    f"“{_text(claim, name)}” is not named in the reference",
                    name.span,
                )
            )
            continue
        found.append(
            Finding(
                FindingKind.NAME,
                Effect.OPEN,
                f"article says “{_text(claim, name)}” where the reference says “{_text(reference, rival)}”",
                name.span,
                rival.span,
            )
        )
    return found


def _rival(alignment: Alignment, name: Name, answered: set[int]) -> Name | None:
    """The reference's own name in the place of `name`: same kind, under a like word, not in the claim."""
    claim, reference = alignment.claim, alignment.reference
    mine = _slot(claim, name)
    for place, other in enumerate(reference.names):
        if place in answered or (name.kind and other.kind and name.kind != other.kind):
            continue
        theirs = _slot(reference, other)
        if mine is None or theirs is None or mine[1] != theirs[1]:
            continue
        if mine[0] >= 0 and theirs[0] >= 0 and alignment.words.get(mine[0]) == theirs[0]:
            return other
    return None


def _slot(profile: Profile, name: Name) -> tuple[int, str] | None:
    """The word that the name hangs on and how, from the last of its words that has a head outside it."""
    for word in reversed(profile.words):
        if name.start <= word.start < name.end:
            head = profile.words[word.head] if word.head >= 0 else None
            if head is None or not name.start <= head.start < name.end:
                return word.head, word.link
    return None


def _text(profile: Profile, name: Name) -> str:
    return profile.text[name.start : name.end]


def _written(profile: Profile, word: Word) -> str:
    return profile.text[word.start : word.end]
