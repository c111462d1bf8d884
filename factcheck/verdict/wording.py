"""Rules on words: opposites, and what the reference does not carry."""

from factcheck.domain.articles import Span
from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.verdict.alignment import Alignment, same_word, verb_pairs
from factcheck.verdict.certainty import SPEECH
from factcheck.verdict.opposites import has_opposite, is_converse, opposed, sets_apart
from factcheck.verdict.parts import Predicate, Word
from factcheck.verdict.sameness import same_figures
from factcheck.verdict.structure import DOER, DONE_TO, OF, Slot, Structure

ENOUGH_IN_COMMON = 0.6
"""From this coverage on, a word said differently is a word about the same event."""

SAME_EVENT = 0.7
"""From this coverage on, the two tell of one thing."""


def opposites(alignment: Alignment, built: Structure) -> list[Finding]:
    """Words of the claim for which the reference has the contrary."""
    claim, reference = alignment.claim, alignment.reference
    answered = set(alignment.words.values())
    found: list[Finding] = []
    for number in [n for n in built.misplaced if _like_heads(alignment, n)][:1]:
        mine, theirs = claim.words[number], reference.words[alignment.words[number]]
        links = [word.link.removeprefix("prep:") for word in (mine, theirs)]
        return [
            Finding(
                FindingKind.OPPOSITE,
                Effect.OPPOSES
                if alignment.coverage >= SAME_EVENT and same_figures(alignment)
                else Effect.OPEN,
                f"article says “{links[0]}”, reference “{links[1]}” (“{_written(reference.text, theirs)}”)",
                mine.span,
                theirs.span,
            )
        ]
    for slot, other_slot in [pair for pair in built.contrary if _told_of_one(alignment, *pair)][:1]:
        mine_word, their_word = claim.words[slot.head], reference.words[other_slot.head]
        subject = claim.words[slot.filler]
        return [
            Finding(
                FindingKind.OPPOSITE,
                Effect.OPPOSES,
                f"of “{_written(claim.text, subject)}” the article says “{_written(claim.text, mine_word)}”, "
                f"the reference “{_written(reference.text, their_word)}”",
                mine_word.span,
                their_word.span,
            )
        ]
    verbs = {
        deed.word: (deed, other_deed)
        for deed, other_deed, contrary in verb_pairs(alignment)
        if contrary and not _carried(alignment, deed.word) and other_deed.word not in answered
    }
    for number, word in enumerate(claim.words):
        if number in alignment.words or not has_opposite(word.lemma):
            continue
        for place, other in enumerate(reference.words):
            if place in answered or not opposed(word.lemma, other.lemma):
                continue
            if word.negated != other.negated or not _opens(alignment, word, other):
                break
            pair = verbs.get(number)
            if pair and _two_parties(alignment, *pair):
                # "A sold it to B", "B bought it from A": contrary verbs from two ends of one deed.
                break
            sure = (_share_argument(alignment, *pair) if pair else False) or _same_place(
                alignment, word, other
            )
            sure = sure and word.tag == other.tag and alignment.coverage >= ENOUGH_IN_COMMON
            sure = sure and same_figures(alignment) and not sets_apart(word.lemma, other.lemma)
            found.append(
                Finding(
                    FindingKind.OPPOSITE,
                    Effect.OPPOSES if sure else Effect.OPEN,
                    f"article says “{_written(claim.text, word)}”, "
                    f"reference says “{_written(reference.text, other)}”",
                    word.span,
                    other.span,
                )
            )
            break
    return found


def _like_heads(alignment: Alignment, number: int) -> bool:
    """Whether the word and its counterpart hang on words that answer to each other."""
    mine, theirs = alignment.claim.words[number], alignment.reference.words[alignment.words[number]]
    return mine.head >= 0 and theirs.head >= 0 and alignment.words.get(mine.head) == theirs.head


def _told_of_one(alignment: Alignment, slot: Slot, other: Slot) -> bool:
    """Whether the contrary words are said of one thing, and in one voice."""
    mine, theirs = alignment.claim.words[slot.head], alignment.reference.words[other.head]
    return (
        alignment.claim.words[slot.filler].tag in "np"
        and slot.side in (DOER, DONE_TO, OF)
        and mine.tag == theirs.tag
        and alignment.coverage >= ENOUGH_IN_COMMON
        and not any(word.lemma == mine.lemma for word in alignment.reference.words)
        and other.head not in alignment.words.values()
        and same_figures(alignment)
        and not sets_apart(mine.lemma, theirs.lemma)
        and not (is_converse(mine.lemma) and slot.side != DOER)
    )


def _opens(alignment: Alignment, word: Word, other: Word) -> bool:
    """Whether it is worth a line that the reference has the contrary of the word."""
    return _same_place(alignment, word, other) or alignment.coverage >= ENOUGH_IN_COMMON


def missing_words(alignment: Alignment, settled: list[Span]) -> list[Finding]:
    """The content words that the reference does not carry, in one finding; `settled` spans are dealt with."""
    claim = alignment.claim
    missing = [
        claim.words[number]
        for number in sorted({*alignment.missing, *alignment.aside})
        if not _speech(claim.words[number])
        and not any(span.overlaps(claim.words[number].span) for span in settled)
        and (claim.words[number].tag != "p" or number in alignment.aside)
    ]
    if not missing:
        return []
    named = ", ".join(f"“{_written(claim.text, word)}”" for word in missing[:6])
    return [
        Finding(
            FindingKind.EXTRA_DETAIL,
            Effect.OPEN,
            f"the reference does not say {named}",
            Span(missing[0].start, missing[0].end if len(missing) == 1 else missing[-1].end),
        )
    ]


def _speech(word: Word) -> bool:
    return word.tag == "v" and word.lemma in SPEECH


def _carried(alignment: Alignment, number: int) -> bool:
    return number in alignment.words and number not in alignment.loose


def _two_parties(alignment: Alignment, mine: Predicate, theirs: Predicate) -> bool:
    """Whether both deeds name a doer, and not the same one."""
    if not mine.agents or not theirs.agents:
        return False
    return not any(same_word(alignment, a, b) for a in mine.agents for b in theirs.agents)


def _share_argument(alignment: Alignment, mine: Predicate, theirs: Predicate) -> bool:
    return any(same_word(alignment, a, b) for a in mine.agents for b in theirs.agents) or any(
        same_word(alignment, a, b) for a in mine.patients for b in theirs.patients
    )


def _same_place(alignment: Alignment, word: Word, other: Word) -> bool:
    return word.head >= 0 and other.head >= 0 and alignment.words.get(word.head) == other.head


def _written(text: str, word: Word) -> str:
    return text[word.start : word.end]
