"""Rules on what one side denies and the other states."""

from collections.abc import Sequence

from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.verdict.alignment import Alignment, same_word
from factcheck.verdict.certainty import SPEECH
from factcheck.verdict.lists import words
from factcheck.verdict.marks import DENIAL
from factcheck.verdict.opposites import opposed
from factcheck.verdict.parts import Mark, Profile, Word
from factcheck.verdict.sameness import same_figures

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


_LIMITS = words(
    "until till unless before only few hardly deny denies denied denying accused accuses since once"
)
"""Words that make a denial one of the time or of the number, not of the thing."""


def _surely_denied(alignment: Alignment, mine: int, theirs: int, turned: Sequence[tuple[int, int]]) -> bool:
    """Whether the same thing is said of the same on both sides but for the denial."""
    claim, reference = alignment.claim, alignment.reference
    word, other = claim.words[mine], reference.words[theirs]
    if mine in alignment.loose or alignment.coverage < SAME_EVENT or word.certainty != other.certainty:
        return False
    if not same_figures(alignment):
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


def _written(text: str, word: Word) -> str:
    return text[word.start : word.end]
