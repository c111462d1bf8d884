"""Rules on words: denial, opposites, and what the reference does not carry."""

from collections.abc import Sequence

from factcheck.domain.articles import Span
from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.verdict.alignment import Alignment, same_word, verb_pairs
from factcheck.verdict.certainty import SPEECH
from factcheck.verdict.lists import words
from factcheck.verdict.marks import DENIAL
from factcheck.verdict.opposites import has_opposite, opposed
from factcheck.verdict.parts import Mark, Predicate, Profile, Word
from factcheck.verdict.structure import DOER, DONE_TO, OF, Slot, Structure

ENOUGH_IN_COMMON = 0.6
"""From this coverage on, a word said differently is a word about the same event."""

SAME_EVENT = 0.7
"""From this coverage on, a deed that one side denies is the deed that the other side tells."""

NEARLY_ALL = 0.9

_PREDICATES = frozenset("var")
"""Tags of words that say something of something."""


def denials(alignment: Alignment) -> list[Finding]:
    """What one side denies and the other states; at most one finding."""
    claim, reference = alignment.claim, alignment.reference
    turned = [
        (mine, theirs)
        for mine, theirs in alignment.words.items()
        if claim.words[mine].negated != reference.words[theirs].negated
        and not _told_otherwise(alignment, mine, theirs)
    ]
    if any(opposed(claim.words[a].lemma, reference.words[b].lemma) for a, b in turned):
        return []
    for mine, theirs in turned:
        if _surely_denied(alignment, mine, theirs, turned):
            return [_denial(alignment, mine, theirs, Effect.OPPOSES)]
    if turned:
        return [_denial(alignment, *turned[0], Effect.OPEN)]
    return _other_denials(alignment)


def _denial(alignment: Alignment, mine: int, theirs: int, effect: Effect) -> Finding:
    word, other = alignment.claim.words[mine], alignment.reference.words[theirs]
    said = _written(alignment.claim.text, word)
    given = _written(alignment.reference.text, other)
    message = (
        f"the article denies “{said}”, the reference states “{given}”"
        if word.negated
        else f"the article states “{said}”, the reference denies “{given}”"
    )
    return Finding(FindingKind.NEGATION, effect, message, word.span, other.span)


def _told_otherwise(alignment: Alignment, mine: int, theirs: int) -> bool:
    """Whether the sentence as a whole denies no more than the other does.

    The reference may have the word a second time as the claim has it; a noun under a denied verb is
    denied with it ("admitting no fault", "without admitting fault"); who speaks is no part of it.
    """
    word, other = alignment.claim.words[mine], alignment.reference.words[theirs]
    if word.tag == "v" and word.lemma in SPEECH:
        return True
    if any(w.lemma == other.lemma and w.negated == word.negated for w in alignment.reference.words):
        return True
    if any(w.lemma == word.lemma and w.negated == other.negated for w in alignment.claim.words):
        return True
    if word.head < 0 or other.head < 0:
        return False
    above, above_other = alignment.claim.words[word.head], alignment.reference.words[other.head]
    return above.negated and above_other.negated


_LIMITS = words("until till unless before only few hardly")
"""Words that make a denial one of the time or of the number, not of the thing."""


def _surely_denied(alignment: Alignment, mine: int, theirs: int, turned: Sequence[tuple[int, int]]) -> bool:
    """Whether the same thing is said of the same on both sides but for the denial."""
    claim, reference = alignment.claim, alignment.reference
    word, other = claim.words[mine], reference.words[theirs]
    if mine in alignment.loose or alignment.coverage < SAME_EVENT or word.certainty != other.certainty:
        return False
    if _in_quotes(claim, word) != _in_quotes(reference, other):
        return False
    if _LIMITS & (claim.tokens ^ reference.tokens):
        return False
    if word.tag not in _PREDICATES or other.tag not in _PREDICATES:
        # "the army, not the city" against "the city, not the army": both have turned.
        return any(
            claim.words[a].negated != word.negated and _parallel_parts(claim, a, mine) for a, _ in turned
        )
    denying, plain = (claim, reference) if word.negated else (reference, claim)
    left = _denials_of(plain)
    if left and (len(_denials_of(denying)) <= len(left) or alignment.coverage < NEARLY_ALL):
        return False
    return _same_parties(alignment, mine, theirs)


def _parallel_parts(profile: Profile, one: int, other: int) -> bool:
    return profile.words[one].tag not in _PREDICATES and one != other


def _denials_of(profile: Profile) -> list[Mark]:
    return [mark for mark in profile.marks if mark.topic == DENIAL]


def _in_quotes(profile: Profile, word: Word) -> bool:
    return any(quote.contains(word.span) for quote in profile.quotes)


def _same_parties(alignment: Alignment, mine: int, theirs: int) -> bool:
    """Whether the deeds, where both name who does them or to whom, have one party in common."""
    ours = next((d for d in alignment.claim.predicates if d.word == mine), None)
    others = next((d for d in alignment.reference.predicates if d.word == theirs), None)
    if ours is None or others is None:
        return True
    for first, second in ((ours.agents, others.agents), (ours.patients, others.patients)):
        if first and second and not any(same_word(alignment, a, b) for a in first for b in second):
            return False
    return True


def _other_denials(alignment: Alignment) -> list[Finding]:
    """Denials and exceptions that no single word shows: counted before the words that both sides share."""
    claim, reference = alignment.claim, alignment.reference
    if not alignment.words:
        return []
    mine = _denials_of(claim)
    theirs = [mark for mark in _denials_of(reference) if _of_the_claim(alignment, mark)]
    if _kinds(mine) == _kinds(theirs):
        contrast = next((mark for mark in mine if _contrasts(mark, claim.text)), None)
        if contrast is None or alignment.verbatim or _same_contrast(alignment, contrast, theirs):
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
    return [
        Finding(
            FindingKind.NEGATION,
            Effect.OPEN,
            f"only the {who} has “{alone[0].span.of(text)}” here",
            alone[0].span if alone is mine else None,
            alone[0].span if alone is theirs else None,
        )
    ]


def _of_the_claim(alignment: Alignment, mark: Mark) -> bool:
    """Whether the mark stands before a word that the claim has, so that it denies something of the claim."""
    following = _following(alignment.reference, mark)
    return following is not None and following in alignment.words.values()


def _following(profile: Profile, mark: Mark) -> int | None:
    """The first word behind the mark in its own clause."""
    return next(
        (
            n
            for n, word in enumerate(profile.words)
            if word.start >= mark.end and not set(profile.text[mark.end : word.start]) & set(",;:–—")
        ),
        None,
    )


def _same_contrast(alignment: Alignment, contrast: Mark, theirs: Sequence[Mark]) -> bool:
    """Whether the reference has the contrast before the same word."""
    following = _following(alignment.claim, contrast)
    return following is not None and any(
        alignment.words.get(following) == _following(alignment.reference, mark) for mark in theirs
    )


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
    for number in [n for n in built.misplaced if _like_heads(alignment, n)][:1]:
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
