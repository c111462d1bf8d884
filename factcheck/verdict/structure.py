"""Whether the carried words stand to one another in the claim as they do in the reference.

A slot is a place beside a head word: who does it (`doer`), to whom it is done (`done to`), what belongs to it
(`of`), or what hangs on it by a preposition. The same words in other slots tell another story.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.verdict.alignment import Alignment, same_word
from factcheck.verdict.certainty import SPEECH
from factcheck.verdict.lists import words
from factcheck.verdict.opposites import has_opposite, opposed
from factcheck.verdict.parts import Profile
from factcheck.verdict.synonyms import akin

DOER, DONE_TO, OF = "doer", "done to", "of"
_BELONGING = frozenset(
    {
        "amod",
        "compound",
        "poss",
        "nmod",
        "appos",
        "nummod",
        "prep:of",
        "prep:'s",
        "acl",
        "relcl",
        "attr",
        "acomp",
    }
)
_STEPS = 3
"""How far below its head a word may hang in the reference and still count as hanging there."""


@dataclass(frozen=True, slots=True)
class Slot:
    """`filler` (a place in `words`) stands in the slot `side` of the word at `head`."""

    filler: int
    head: int
    side: str


@dataclass(frozen=True, slots=True)
class Structure:
    """How the claim's words hang together in the reference.

    `kept` is the share of the claim's slots that the reference has too (1 without slots); `untold` counts
    parts in a deed that the reference gives to nobody, names double; `broken` are those it has not,
    though it carries both words; `exchanged` are pairs of a claim's slot and the reference's where
    another word of the claim stands; `contrary` are pairs of slots with the same filler under opposite
    words.
    """

    kept: float
    untold: int
    broken: tuple[Slot, ...]
    exchanged: tuple[tuple[Slot, Slot], ...]
    contrary: tuple[tuple[Slot, Slot], ...]
    misplaced: tuple[int, ...] = ()
    """Places of the claim's words that hang on a preposition contrary to the reference's."""


def structure(alignment: Alignment) -> Structure:
    """Compare the slots of both sides."""
    theirs = list(slots(alignment.reference))
    by_head: dict[int, list[Slot]] = {}
    for slot in theirs:
        by_head.setdefault(slot.head, []).append(slot)
    if alignment.verbatim:
        return Structure(1.0, 0, (), (), ())
    kept = total = untold = told_to_nobody = 0
    broken: list[Slot] = []
    exchanged: list[tuple[Slot, Slot]] = []
    contrary: list[tuple[Slot, Slot]] = []
    misplaced: list[int] = []
    for slot in slots(alignment.claim):
        if slot.filler not in alignment.words:
            continue
        opposite = _under_opposite(alignment, slot, theirs)
        if _contrary(slot.side, alignment.reference.words[alignment.words[slot.filler]].link):
            misplaced.append(slot.filler)
        heads = _heads(alignment, slot.head)
        if not heads:
            if opposite is not None:
                contrary.append((slot, opposite))
            continue
        total += 1
        held = any(
            _same_side(slot, other)
            and same_word(alignment, slot.filler, other.filler)
            and not _turned(alignment, slot, other)
            for head in heads
            for other in by_head.get(head, ())
        )
        held = held or _owner_of_it(alignment, slot, [s for head in heads for s in by_head.get(head, ())])
        held = held or _of_its_own(alignment, slot, [s for head in heads for s in by_head.get(head, ())])
        if held or _below(alignment, slot, heads) or _loosely(alignment, slot):
            kept += 1
            continue
        if slot.side in (DOER, DONE_TO) and not any(
            other.side == slot.side for head in heads for other in by_head.get(head, ())
        ):
            told_to_nobody += 1
            untold += 2 if alignment.claim.words[slot.filler].tag == "p" else 1
            continue
        broken.append(slot)
        if opposite is not None:
            contrary.append((slot, opposite))
        rival = _rival(alignment, slot, [other for head in heads for other in by_head.get(head, ())])
        if rival is not None:
            exchanged.append((slot, rival))
    total -= told_to_nobody
    return Structure(
        kept / total if total else 1.0,
        untold,
        tuple(broken),
        tuple(exchanged),
        tuple(contrary),
        tuple(misplaced),
    )


def slots(profile: Profile) -> Iterator[Slot]:
    """Every content word of the sentence in its place; a verb's doers and what it is done to first."""
    placed: set[tuple[int, int]] = set()
    for predicate in profile.predicates:
        for side, fillers in ((DOER, predicate.agents), (DONE_TO, predicate.patients)):
            for filler in fillers:
                placed.add((filler, predicate.word))
                yield Slot(filler, predicate.word, side)
    for number, word in enumerate(profile.words):
        if word.head >= 0 and (number, word.head) not in placed and (word.head, number) not in placed:
            yield Slot(number, word.head, OF if word.link in _BELONGING else word.link)


def _heads(alignment: Alignment, head: int) -> list[int]:
    """The reference's words that answer to the head: its counterpart, and other words like it."""
    word = alignment.claim.words[head]
    found = [
        place
        for place, other in enumerate(alignment.reference.words)
        if other.lemma == word.lemma
        or (akin(other.lemma, word.lemma) and not opposed(other.lemma, word.lemma))
    ]
    counterpart = alignment.words.get(head)
    if counterpart is not None and counterpart not in found:
        found.append(counterpart)
    return found


def _under_opposite(alignment: Alignment, slot: Slot, theirs: list[Slot]) -> Slot | None:
    """The reference's slot with the same filler under a word that is contrary to the claim's."""
    head = alignment.claim.words[slot.head]
    if not has_opposite(head.lemma):
        return None
    for other in theirs:
        word = alignment.reference.words[other.head]
        if not opposed(head.lemma, word.lemma) or head.negated != word.negated:
            continue
        if not _same_side(slot, other) or not same_word(alignment, slot.filler, other.filler):
            continue
        if slot.side != DONE_TO or not _other_doer(alignment, slot.head, other.head):
            return other
    return None


def _other_doer(alignment: Alignment, mine: int, theirs: int) -> bool:
    """Whether both deeds name who does them, and not the same: "A bought it", "B sold it"."""
    ours = [doer for deed in alignment.claim.predicates if deed.word == mine for doer in deed.agents]
    others = [doer for deed in alignment.reference.predicates if deed.word == theirs for doer in deed.agents]
    return bool(ours and others) and not any(same_word(alignment, a, b) for a in ours for b in others)


def _same_side(mine: Slot, theirs: Slot) -> bool:
    if mine.side == theirs.side:
        return True
    core = {DOER, DONE_TO}
    if mine.side in core or theirs.side in core:
        # "the board's rejection", "rejection by the board": belonging may be either part of the deed.
        return OF in (mine.side, theirs.side)
    if mine.side.startswith("prep:") and theirs.side.startswith("prep:"):
        return not _contrary(mine.side, theirs.side)
    return True


def _turned(alignment: Alignment, mine: Slot, theirs: Slot) -> bool:
    """Whether the one is the deed's "of" and the other its "by": the purchase of a firm, by a firm."""
    links = {alignment.claim.words[mine.filler].link, alignment.reference.words[theirs.filler].link}
    return links == {"prep:of", "prep:by"}


_TELLING = frozenset(
    {"to", "from", "by", "for", "against", "with", "into", "between", "than", "after", "before", "agent"}
)
"""Prepositions that give a word its part; the others mostly say where, when and about what."""

_ERGATIVE = words(
    "close shut open reopen start begin end stop finish increase decrease drop break move change sink burn "
    "explode collapse grow expand shrink double halve launch resume sell crash improve worsen raise rise "
    "lower"
)
"""Verbs whose object may stand as their subject."""

_CONTRARY = (
    ({"from"}, {"to", "into"}),
    ({"before", "until"}, {"after", "since"}),
    ({"for"}, {"against"}),
    ({"with"}, {"without"}),
    ({"above", "over"}, {"below", "under"}),
    ({"inside", "in"}, {"outside"}),
)


def _contrary(mine: str, theirs: str) -> bool:
    if not (mine.startswith("prep:") and theirs.startswith("prep:")):
        return False
    one, other = mine.removeprefix("prep:"), theirs.removeprefix("prep:")
    return any((one in a and other in b) or (one in b and other in a) for a, b in _CONTRARY)


def _below(alignment: Alignment, slot: Slot, heads: list[int]) -> bool:
    """Whether the filler hangs further below the head, or the other way round; never for a deed's parts."""
    if slot.side in (DOER, DONE_TO):
        return False
    place = alignment.words[slot.filler]
    mine, theirs = (
        slot.side.removeprefix("prep:"),
        alignment.reference.words[place].link.removeprefix("prep:"),
    )
    if mine != theirs and (mine in _TELLING or theirs in _TELLING):
        return False
    return any(
        reaches(alignment.reference, place, head) or reaches(alignment.reference, head, place)
        for head in heads
    )


def _loosely(alignment: Alignment, slot: Slot) -> bool:
    """Whether the slot tells little: a speaker, or the same preposition under a neighbouring word.

    Parsers disagree with themselves on what "in Lucknow" hangs on; who speaks is no part of what is said.
    """
    if alignment.claim.words[slot.head].lemma in SPEECH:
        return True
    if not slot.side.startswith("prep:"):
        return False
    place = alignment.words[slot.filler]
    return alignment.reference.words[place].link == slot.side


def reaches(profile: Profile, place: int, head: int) -> bool:
    """Whether the word at `place` hangs on the one at `head`, over at most `_STEPS` words."""
    for _ in range(_STEPS):
        place = profile.words[place].head
        if place < 0:
            return False
        if place == head:
            return True
    return False


def _of_its_own(alignment: Alignment, slot: Slot, beside: list[Slot]) -> bool:
    """Whether the deed may happen of itself: "they closed the plant", "the plant closed"."""
    if slot.side not in (DOER, DONE_TO) or not _turns(alignment.claim.words[slot.head].lemma):
        return False
    sides = {other.side for other in beside if other.side in (DOER, DONE_TO)}
    if slot.side == DOER and not any(d.patients for d in alignment.claim.predicates if d.word == slot.head):
        # "rents rose", "the landlord raised rents"
        sides = {DONE_TO} if DONE_TO in sides else sides
    return len(sides) == 1 and any(
        same_word(alignment, slot.filler, other.filler) for other in beside if other.side in sides
    )


def _owner_of_it(alignment: Alignment, slot: Slot, beside: list[Slot]) -> bool:
    """Whether the doer owns what the deed happens to: "they closed their plant", "their plant closed"."""
    if slot.side != DOER or not _turns(alignment.claim.words[slot.head].lemma):
        return False
    words = alignment.reference.words
    sides = {other.side for other in beside if other.side in (DOER, DONE_TO)}
    return len(sides) == 1 and any(
        word.link == "poss" and word.head == other.filler and same_word(alignment, slot.filler, number)
        for other in beside
        if other.side in sides
        for number, word in enumerate(words)
    )


def _turns(lemma: str) -> bool:
    return lemma in _ERGATIVE


def _rival(alignment: Alignment, slot: Slot, beside: list[Slot]) -> Slot | None:
    """Who stands in the slot instead, where it is a word that the claim has in another place."""
    filler = alignment.claim.words[slot.filler]
    answered = {theirs: mine for mine, theirs in alignment.words.items()}
    for other in beside:
        word = alignment.reference.words[other.filler]
        if other.side != slot.side or (word.tag == "p") != (filler.tag == "p"):
            continue
        mine = answered.get(other.filler)
        if mine is None or mine == slot.filler or same_word(alignment, slot.filler, other.filler):
            continue
        own_place = alignment.words[slot.filler]
        if reaches(alignment.reference, own_place, other.filler) or reaches(
            alignment.reference, other.filler, own_place
        ):
            # "sales of the chip were barred": the chip is in the slot with what it belongs to.
            continue
        beside_it = [s for s in slots(alignment.claim) if s.filler == mine and s.head == slot.head]
        own = _turns(alignment.claim.words[slot.head].lemma) and any(s.side == DONE_TO for s in beside_it)
        if not own and not any(s.side == slot.side for s in beside_it):
            return other
    return None
