"""Rules on words: denial, opposites, and what the reference does not carry."""

from factcheck.domain.articles import Span
from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.verdict.alignment import Alignment, same_word, verb_pairs
from factcheck.verdict.certainty import SPEECH
from factcheck.verdict.marks import DENIAL
from factcheck.verdict.opposites import has_opposite, opposed
from factcheck.verdict.parts import Mark, Predicate, Word
from factcheck.verdict.structure import Structure

ENOUGH_IN_COMMON = 0.5
"""From this coverage on, a word said differently is a word about the same event."""


def denials(alignment: Alignment) -> list[Finding]:
    """What one side denies and the other states; at most one finding."""
    claim, reference = alignment.claim, alignment.reference
    for mine, theirs in alignment.words.items():
        word, other = claim.words[mine], reference.words[theirs]
        if word.negated == other.negated:
            continue
        if opposed(word.lemma, other.lemma):
            return []
        said = word if word.negated else other
        text = claim.text if word.negated else reference.text
        denier, stater = ("article", "reference") if word.negated else ("reference", "article")
        return [
            Finding(
                FindingKind.NEGATION,
                Effect.OPPOSES if _about_the_same(alignment, mine, theirs) else Effect.OPEN,
                f"the {denier} denies “{_written(text, said)}”, the {stater} states it",
                word.span,
                other.span,
            )
        ]
    return _other_denials(alignment)


def _other_denials(alignment: Alignment) -> list[Finding]:
    """Denials and exceptions that no single word shows: counted in the stretch that both sides share."""
    claim, reference = alignment.claim, alignment.reference
    if not alignment.words:
        return []
    mine = [mark for mark in claim.marks if mark.topic == DENIAL]
    first = min(reference.words[place].start for place in alignment.words.values())
    last = max(reference.words[place].end for place in alignment.words.values())
    theirs = [
        mark
        for mark in reference.marks
        if mark.topic == DENIAL
        and first - 12 <= mark.start <= last + 8
        and not _of_something_else(alignment, mark)
    ]
    if _kinds(mine) == _kinds(theirs):
        contrast = next((mark for mark in mine if _contrasts(mark, claim.text)), None)
        if contrast is None or alignment.verbatim:
            return []
        return [
            Finding(
                FindingKind.NEGATION,
                Effect.OPEN,
                "which of the two things is denied has to be looked at",
                contrast.span,
                theirs[0].span if theirs else None,
            )
        ]
    alone, text, who = (
        (mine, claim.text, "article") if len(mine) > len(theirs) else (theirs, reference.text, "reference")
    )
    denied = "denial" in {mark.value for mark in alone}
    bare = not (mine and theirs)
    effect = Effect.OPPOSES if denied and bare and alignment.coverage >= 0.9 else Effect.OPEN
    return [
        Finding(
            FindingKind.NEGATION,
            effect,
            f"only the {who} has “{alone[0].span.of(text)}” here",
            alone[0].span if alone is mine else None,
            alone[0].span if alone is theirs else None,
        )
    ]


def _of_something_else(alignment: Alignment, mark: Mark) -> bool:
    """Whether the mark is a contrast (", not …") about words that the claim does not have."""
    reference = alignment.reference
    if not _contrasts(mark, reference.text):
        return False
    following = next((n for n, word in enumerate(reference.words) if word.start >= mark.end), None)
    return following is not None and following not in alignment.words.values()


def _contrasts(mark: Mark, text: str) -> bool:
    """Whether the mark is the "not" of "by rail, not by road"."""
    if mark.value == "exception":
        return mark.span.of(text).lower() in ("rather than", "instead of", "as opposed to")
    return text[: mark.start].rstrip().endswith((",", "–", "—", "and", "but"))


def _kinds(marks: list[Mark]) -> tuple[int, bool]:
    return sum(mark.value == "denial" for mark in marks) % 2, any(mark.value == "exception" for mark in marks)


def opposites(alignment: Alignment, built: Structure) -> list[Finding]:
    """Words of the claim for which the reference has the contrary."""
    claim, reference = alignment.claim, alignment.reference
    answered = set(alignment.words.values())
    found: list[Finding] = []
    for number in built.misplaced[:1]:
        mine, theirs = claim.words[number], reference.words[alignment.words[number]]
        links = [word.link.removeprefix("prep:") for word in (mine, theirs)]
        return [
            Finding(
                FindingKind.OPPOSITE,
                Effect.OPPOSES if alignment.coverage >= ENOUGH_IN_COMMON else Effect.OPEN,
                f"article says “{links[0]}”, reference “{links[1]}” (“{_written(reference.text, theirs)}”)",
                mine.span,
                theirs.span,
            )
        ]
    for slot, other_slot in built.contrary[:1]:
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
            if word.negated != other.negated:
                break
            pair = verbs.get(number)
            if pair and _two_parties(alignment, *pair):
                # "A sold it to B", "B bought it from A": contrary verbs from two ends of one deed.
                break
            sure = (_share_argument(alignment, *pair) if pair else False) or _same_place(
                alignment, word, other
            )
            sure = sure or alignment.coverage >= ENOUGH_IN_COMMON
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


def _about_the_same(alignment: Alignment, mine: int, theirs: int) -> bool:
    if alignment.coverage >= ENOUGH_IN_COMMON and mine not in alignment.loose:
        return True
    pairs = [
        (a, b)
        for a, b, contrary in verb_pairs(alignment)
        if (a.word, b.word) == (mine, theirs) and not contrary
    ]
    return any(_share_argument(alignment, a, b) for a, b in pairs)


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
