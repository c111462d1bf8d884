"""Whether two claims of one article speak of one thing and cannot both be right.

An article rightly gives many figures: of another year, another part, another voice, before and after. So two
claims are rivals only where everything else is the same on both sides and one thing differs, whichever of the
two is laid beside the other. What is left out by mistake is lost; what is shown must be worth a look.
"""

from dataclasses import dataclass
from datetime import date

from factcheck.domain.articles import Span
from factcheck.domain.claims import Claim, ClaimKind
from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.domain.quantities import Edge, Grain, Period, Quantity
from factcheck.verdict import dates, denials, extents, figures, roles, wording
from factcheck.verdict.alignment import Alignment, align
from factcheck.verdict.lists import words
from factcheck.verdict.parts import Profile
from factcheck.verdict.specifics import is_telling
from factcheck.verdict.structure import structure
from factcheck.verdict.synonyms import akin, stem

RECENT = 45
"""Days before publication in which a date is that of the news itself, which a headline leaves out."""

SHORT, LONG, ONE_WORD = 0.75, 0.6, 0.9
"""The shares of words that the shorter claim and the longer one must have in common where a figure differs,
and that both must have where a word, a name or a date does."""

FEWEST_WORDS = 2
"""Material words that two rivals share at least; fewer name no matter."""

_MOVED_ON = words(
    "again already also another before earlier eventually extra final finally first former formerly forecast "
    "fresh further goal initial initially instead last later latest less more new next now once only "
    "original originally other others previous previously prior provisional rather second since separate "
    "separately so still target then third today tomorrow tonight total until when while yesterday "
    "additional budget budgeted estimate estimated expected planned projected revised average each per "
    "every half quarter than compared against both either respectively meanwhile soon ago after if would "
    "could may might should must will nearby elsewhere remaining rest combined alone overall altogether up-to"
)
"""Words that tell of another time, another part or another voice, so that two figures may both be right."""

_OTHERWISE = words(
    "additional another before each earlier elsewhere extra former formerly forecast further half if initial "
    "initially instead more nearby original originally per previous previously projected remaining rest "
    "target till until would could may might should"
)
"""Those of them that are asked for between a headline and the paragraphs that it sums up."""

_CORRECTS = words(
    "correct corrected correction wrongly mistakenly mistake mistaken error clarify clarification "
    "misreported misstated revised revision amended updated"
)
_PRESENT, _PAST = words("is are has have does do"), words("was were had did")
_ONCE = words(
    "abolish acquit bear behead bury christen collapse convict crash demolish derail die elect "
    "erupt execute explode found inaugurate launch marry murder open resign sink strike"
)
"""What happens once to one thing, so that two days for it cannot both be right."""
_SAME_THING = frozenset({FindingKind.SCOPE, FindingKind.METRIC, FindingKind.CERTAINTY, FindingKind.ROLE})
_FIGURES = frozenset({FindingKind.NUMBER, FindingKind.UNIT, FindingKind.HEDGE, FindingKind.ORDINAL})
_UNSURE = frozenset({"possible", "alleged", "opinion", "condition", "ought"})
_OWN_WORD = frozenset({ClaimKind.STATEMENT, ClaimKind.HEADLINE})


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as its article tells it: in the headline, in a paragraph that it sums up, or further down."""

    claim: Claim
    profile: Profile
    headline: bool = False
    top: bool = False


@dataclass(frozen=True, slots=True)
class Rivalry:
    """What differs, as spans of the wordings of the first claim and of the second."""

    kind: FindingKind
    first: Span
    second: Span


def rivalry(first: Told, second: Told, published_at: date | None) -> Rivalry | None:
    """What the two cannot both be right about; None where they may be. The order of the two is no matter."""
    if not _may_be_held(first, second):
        return None
    there, back = align(first.profile, second.profile), align(second.profile, first.profile)
    if not _one_matter(first, second, there, back, published_at):
        return None
    for differing in (_figure, _turn, _day):
        found = differing(there, back, headline=first.headline or second.headline)
        if found is not None:
            return found
    return None


def is_stated(told: Told) -> bool:
    """Whether the claim says something outright, so that another can contradict it."""
    claim, profile = told.claim, told.profile
    return (
        not claim.doubt
        and bool(profile.words)
        and profile.tokens.isdisjoint(_CORRECTS)
        and _certainties(profile).isdisjoint(_UNSURE)
    )


def _certainties(profile: Profile) -> frozenset[str]:
    return frozenset(word.certainty for word in profile.words if word.tag == "v") | {*profile.sureness}


def _may_be_held(first: Told, second: Told) -> bool:
    """Whether both are told by one voice, and apart from each other."""
    one, other = first.claim, second.claim
    if one.span.overlaps(other.span):
        return False
    if ClaimKind.QUOTATION in (one.kind, other.kind):
        return False
    own = [claim.kind in _OWN_WORD for claim in (one, other)]
    if all(own):
        return True
    if any(own):
        # What one person says is often the headline without the person; elsewhere it is another's view.
        return first.headline or second.headline
    return _speaker(one) == _speaker(other) != ""


def _speaker(claim: Claim) -> str:
    return claim.attribution.speaker.casefold() if claim.attribution else ""


def _one_matter(
    first: Told, second: Told, there: Alignment, back: Alignment, published_at: date | None
) -> bool:
    """Whether names, scope, time and the way it is told are the same."""
    summed_up = (first.headline and second.top) or (second.headline and first.top)
    headline = first.headline or second.headline
    mine, theirs = first.profile, second.profile
    missing = [bool(there.missing_names), bool(back.missing_names)]
    return (
        len(there.words) >= FEWEST_WORDS
        and not (_undated(mine) ^ _undated(theirs)) & (_OTHERWISE if summed_up else _MOVED_ON)
        and _certainties(mine) - {""} == _certainties(theirs) - {""}
        and (headline or not _tenses(mine).isdisjoint(_tenses(theirs)))
        and (not any(missing) or (summed_up and not all(missing)))
        and (
            not any(p.edge is not None for side in (mine, theirs) for p in side.periods)
            if summed_up
            else _same_time(mine, theirs, published_at, lenient=headline)
        )
        and _one_scope(there)
        and _one_scope(back)
    )


def _one_scope(alignment: Alignment) -> bool:
    """Whether the other side has the scope and measure of this one, and everybody in the same part."""
    findings = [*extents.scopes(alignment), *roles.swapped(alignment, structure(alignment))]
    return not any(f.kind in _SAME_THING and f.claim_span is not None for f in findings)


def _undated(profile: Profile) -> frozenset[str]:
    """The tokens outside of dates and periods: the "last" of "last year" tells nothing beside it."""
    dated = {word for period in profile.periods for word in period.quote.lower().split()}
    return profile.tokens - dated


def _tenses(profile: Profile) -> frozenset[str]:
    """The tenses that the words show; both where they show none."""
    found = set()
    for word in profile.words:
        written = profile.text[word.start : word.end].split()[0].lower() if word.tag == "v" else ""
        lemma = word.lemma.split("_")[0]
        if written and not written.endswith("ing"):
            found |= (
                {"present"}
                if written in {f"{lemma}s", f"{lemma}es"}
                else {"past"}
                if written != lemma
                else set()
            )
    if profile.tokens & _PAST:
        found.add("past")
    if profile.tokens & _PRESENT and not found:
        found.add("present")
    return frozenset(found or {"past", "present"})


def _same_time(mine: Profile, theirs: Profile, published_at: date | None, *, lenient: bool) -> bool:
    """Whether each time that one side names is named on the other too, days apart.

    `lenient` lets one side leave out the days of the news itself, as headlines do.
    """
    for own, others in ((mine, theirs), (theirs, mine)):
        for period in own.periods:
            if any(dates.same_period(period, other) for other in others.periods):
                continue
            if any(_rival_days(period, other) for other in others.periods):
                continue
            if not (lenient and not others.periods and _is_news(period, published_at)):
                return False
    return True


def _is_news(period: Period, published_at: date | None) -> bool:
    if period.edge in (Edge.SINCE, Edge.BEFORE, Edge.AFTER, Edge.UNTIL):
        return False
    if period.last is None or published_at is None:
        return period.grain is Grain.DAY and period.year is None
    return abs((published_at - period.last).days) <= RECENT


def _rival_days(one: Period, other: Period) -> bool:
    """Whether the two are days, or months, of one size that exclude each other."""
    if one.grain is not other.grain or one.edge is not other.edge:
        return False
    if one.grain is Grain.YEAR:
        return None not in (one.first, other.first) and one.first != other.first
    return one.grain in (Grain.DAY, Grain.MONTH) and not dates.same_period(one, other)


def _covered(there: Alignment, back: Alignment, least: float) -> bool:
    return there.coverage >= least and back.coverage >= least


def _figure(there: Alignment, back: Alignment, *, headline: bool) -> Rivalry | None:
    """A figure that differs beyond its rounding, in either direction, of the same thing."""
    if any(_rival_days(a, b) for a in there.claim.periods for b in there.reference.periods):
        return None
    shorter, longer = sorted((there, back), key=lambda a: len(a.claim.words))
    if headline:
        # A headline is loose in its words, but it names what it is about.
        if shorter.coverage < LONG or _nouns_missing(shorter) > (1 if _shared_names(shorter) else 0):
            return None
    elif shorter.coverage < SHORT or longer.coverage < LONG or _nouns_missing(there) or _nouns_missing(back):
        return None
    if any(_said_otherwise(side) for side in (there, back)):
        return None
    against = {(f.claim_span, f.reference_span): f for f in figures.quantities(there)}
    again = {(f.reference_span, f.claim_span): f for f in figures.quantities(back)}
    for (first, second), finding in against.items():
        other = again.get((first, second))
        if first is None or second is None or other is None or not (_opposed(finding) and _opposed(other)):
            continue
        mine = next((q for q in there.claim.quantities if q.span == first), None)
        theirs = next((q for q in there.reference.quantities if q.span == second), None)
        if mine is not None and theirs is not None and _one_measure(mine, theirs, there):
            return Rivalry(finding.kind, first, second)
    return None


def _said_otherwise(alignment: Alignment) -> bool:
    """Whether a word is denied or turned round, so that the figures need not be of one thing."""
    said = [
        *denials.denials(alignment),
        *wording.opposites(alignment, structure(alignment)),
        *extents.extents(alignment),
    ]
    return any(f.effect is Effect.OPPOSES or f.kind is FindingKind.NEGATION for f in said)


def _opposed(finding: Finding) -> bool:
    # An open one differs too: whether it is of one thing is asked here, and more strictly.
    return finding.effect is not Effect.AGREES and finding.kind in _FIGURES


def _nouns_missing(alignment: Alignment) -> int:
    return sum(alignment.claim.words[n].tag in "np" for n in alignment.missing)


def _shared_names(alignment: Alignment) -> bool:
    return bool(alignment.names) or any(alignment.claim.words[n].tag == "p" for n in alignment.words)


def _one_measure(mine: Quantity, theirs: Quantity, alignment: Alignment) -> bool:
    """Whether the two figures stand in the same place of the same statement."""
    if mine.movement is not theirs.movement or mine.per != theirs.per or mine.record != theirs.record:
        return False
    if mine.unit == "ordinal" or mine.vague or theirs.vague:
        return False
    if mine.direction is not None and theirs.direction is not None and mine.direction is not theirs.direction:
        return False
    if mine.unit in ("count", "ratio") and not (
        mine.noun and theirs.noun and (stem(mine.noun) == stem(theirs.noun) or akin(mine.noun, theirs.noun))
    ):
        return False
    if mine.subject and theirs.subject and not _same_subject(mine.subject, theirs.subject):
        return False
    # Two figures of one kind on one side: which of them is meant is anybody's guess.
    return all(
        sum(q.unit == one.unit and q.noun == one.noun for q in side.quantities) == 1
        for one, side in ((mine, alignment.claim), (theirs, alignment.reference))
    )


def _same_subject(mine: str, theirs: str) -> bool:
    ours = {stem(word.strip("'’s").lower()) for word in mine.split() if len(word) > 2}
    others = {stem(word.strip("'’s").lower()) for word in theirs.split() if len(word) > 2}
    return bool(ours & others)


def _turn(there: Alignment, back: Alignment, *, headline: bool) -> Rivalry | None:
    """The same said and denied, or with the contrary word, of one figure, name or day."""
    if any(_rival_days(a, b) for a in there.claim.periods for b in there.reference.periods):
        return None
    if not headline and (_nouns_missing(there) or _nouns_missing(back)):
        return None
    opposite = _both_ways(
        wording.opposites(there, structure(there)), wording.opposites(back, structure(back))
    )
    if opposite is not None and _same_figure(there) and not _figures_apart(there):
        # Of the words of both sides, just the two that are opposed are not shared.
        lacking = len(there.missing), len(back.missing)
        if min(lacking) <= 1 and (headline or max(lacking) <= 1):
            return Rivalry(FindingKind.DIRECTION, *opposite)
    denied = _both_ways(denials.denials(there), denials.denials(back))
    if denied is not None and _covered(there, back, ONE_WORD) and not _figures_apart(there):
        named = bool(there.names) or _same_figure(there)
        if len(there.words) > (FEWEST_WORDS if named else FEWEST_WORDS + 1):
            return Rivalry(FindingKind.NEGATION, *denied)
    return None


def _both_ways(there: list[Finding], back: list[Finding]) -> tuple[Span, Span] | None:
    """The spans of what is opposed whichever side is laid beside the other."""
    ours = next((f for f in there if f.effect is Effect.OPPOSES), None)
    if ours is None or not any(f.effect is Effect.OPPOSES for f in back):
        return None
    return (ours.claim_span, ours.reference_span) if ours.claim_span and ours.reference_span else None


def _same_figure(alignment: Alignment) -> bool:
    return any(
        a.value == b.value and a.unit == b.unit
        for a in alignment.claim.quantities
        for b in alignment.reference.quantities
    )


def _figures_apart(alignment: Alignment) -> bool:
    mine = {(q.value, q.unit) for q in alignment.claim.quantities}
    theirs = {(q.value, q.unit) for q in alignment.reference.quantities}
    return not (mine <= theirs or theirs <= mine)


def _day(there: Alignment, back: Alignment, *, headline: bool) -> Rivalry | None:
    """Two days for what happens once, or for what is told with the same telling figure."""
    del headline
    if (
        max(there.coverage, back.coverage) < ONE_WORD
        or not _covered(there, back, LONG)
        or _figures_apart(there)
    ):
        return None
    once = any(
        word.tag == "v" and word.lemma in _ONCE and there.reference.words[there.words[n]].lemma == word.lemma
        for n, word in enumerate(there.claim.words)
        if n in there.words
    )
    telling = any(is_telling(q) for q in there.claim.quantities) and _same_figure(there)
    if not once and not telling:
        return None
    if not once and len(there.words) <= FEWEST_WORDS:
        return None
    apart = [(a, b) for a in there.claim.periods for b in there.reference.periods if _rival_days(a, b)]
    if len(apart) != 1 or len(there.claim.periods) != 1 or len(there.reference.periods) != 1:
        return None
    return Rivalry(FindingKind.DATE, apart[0][0].span, apart[0][1].span)
