"""Rules on a sentence that was copied with a change, judged from what was changed."""

from itertools import pairwise

from factcheck.domain.articles import Span
from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.verdict.alignment import Alignment, same_name
from factcheck.verdict.exchanges import exchanged
from factcheck.verdict.lists import words
from factcheck.verdict.opposites import opposed, sets_apart
from factcheck.verdict.parallel import Change, Parallel, Piece, cover, parallel, pieces
from factcheck.verdict.parts import Name, Profile, Word
from factcheck.verdict.sameness import same_figures
from factcheck.verdict.synonyms import akin

_NEGATORS = words(
    "not no never none neither nor without nobody nothing nowhere refused refuses refusing failed fails "
    "failing declined declines declining denied denies denying unable refuse fail decline deny lacks lacked"
)
_CARRIERS = words(
    "to do does did done be is are was were been being has have had having will can could any either a an "
    "the in of it by that ever power yet would"
)
"""Words that a denial brings along: "did not sign", "signed"."""
_INSTEAD = frozenset({("rather", "than"), ("instead", "of")})
_JOINTS = words("by to from of in on at for with the a an his her its their")
_ATTITUDES = words("should ought must may might shall will likely likelier")
_PASSIVE = words("was were been being be is are")
_SPANS = words("quarter half week term season century decade day month year")
"""After these ranks a time is meant, which is another time and no other rank."""

_SHARES: dict[str, str] = {
    word: value
    for value, row in {
        "all": "all every each both everyone everybody everything always whole entire entirely wholly",
        "most": "most mostly mainly largely majority usually",
        "some": "some several sometimes few occasionally partly seldom rarely little",
        "none": "none no nobody nothing never neither",
        "half": "half",
    }.items()
    for word in row.split()
}
_RANKS = words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth last final only sole"
)
_RANKED = tuple(f"{rank}-" for rank in ("second", "third", "fourth", "fifth", "sixth"))
_TIMES = words("once twice thrice times")


def changes(alignment: Alignment) -> list[Finding]:
    """What opposes the reference in a claim of nearly the same words; at most one finding."""
    if alignment.verbatim:
        return []
    text = alignment.claim.text
    mine = pieces(text)
    laid = parallel(mine, pieces(alignment.reference.text))
    outside = Parallel(tuple(c for c in laid.changes if not _quoted(alignment, c)), laid.shared)
    found = exchanged(text, mine, outside, alignment.claim.quotes)
    if found is not None:
        return [found]
    if not laid.close:
        return []
    if not same_figures(alignment):
        # What else is changed may go with the other figure or the other year.
        found = _quoted_word(alignment, outside.changes) or _share(alignment, outside.changes)
        return [found] if found else []
    for rule in (_quoted_word, _denied, _opposite, _share, _rank, _name):
        found = rule(alignment, outside.changes)
        if found is not None:
            return [found]
    return []


def _quoted(alignment: Alignment, change: Change) -> bool:
    place = cover(change.mine)
    return place is not None and any(quote.contains(place) for quote in alignment.claim.quotes)


def _quoted_word(alignment: Alignment, laid: tuple[Change, ...]) -> Finding | None:
    """A single word between quotation marks, and another between the same in the reference."""
    for change in laid:
        mine, theirs = cover(change.mine), cover(change.theirs)
        if mine and theirs and len(change.mine) == 1 and change.before >= 3:
            marked = _marked(alignment.claim.text, mine) and _marked(alignment.reference.text, theirs)
            if marked and not akin(change.said[0], change.given[-1]):
                return _finding(alignment, FindingKind.QUOTATION, change)
    return None


def _marked(text: str, span: Span) -> bool:
    before, behind = text[: span.start][-1:], text[span.end :][:1]
    return bool(before) and before in "“\"‘'" and bool(behind) and behind in "”\"’',.!?"


def _finding(alignment: Alignment, kind: FindingKind, change: Change) -> Finding:
    mine, theirs = cover(change.mine), cover(change.theirs)
    if mine and theirs:
        said, given = mine.of(alignment.claim.text), theirs.of(alignment.reference.text)
        message = f"“{said}” in the article, “{given}” in the reference"
    elif mine:
        message = f"only the article has “{mine.of(alignment.claim.text)}” here"
    elif theirs:
        message = f"only the reference has “{theirs.of(alignment.reference.text)}” here"
    return Finding(kind, Effect.OPPOSES, message, mine, theirs)


def _denied(alignment: Alignment, laid: tuple[Change, ...]) -> Finding | None:
    """A "not" more or less, or one in another place, and nothing else that may make up for it."""
    turned = [change for change in laid if _turns(change)]
    if not turned or len(turned) > 2:
        return None
    if any(_ATTITUDES & {*c.said, *c.given} or not _amid(c, laid) for c in turned):
        return None
    rest = [other for other in laid if other not in turned]
    if any(len(other.mine) > 3 or _count(other.said) or _count(other.given) for other in rest):
        return None
    if len(turned) == 2 and not (turned[0].said == turned[1].given and turned[0].given == turned[1].said):
        return None
    if all(_bare(alignment, change) for change in turned):
        return _finding(alignment, FindingKind.NEGATION, turned[0])
    return None


def _amid(change: Change, laid: tuple[Change, ...]) -> bool:
    """Whether what is denied is the same on both sides: two words behind, or all of them."""
    if change.before + change.behind < 4 or not change.behind:
        return False
    return change.behind > 1 or not any(c.mine and c.start >= change.stop for c in laid if c is not change)


def _bare(alignment: Alignment, change: Change) -> bool:
    """Whether the change is a denial and little else, or a contrast that ends in one ("a cook, not a")."""
    mine = [w for w in change.said if w not in _NEGATORS | _CARRIERS]
    theirs = [w for w in change.given if w not in _NEGATORS | _CARRIERS]
    if not mine and not theirs:
        return True
    if len(mine) == len(theirs) == 1:
        return _one_word(alignment, change)
    if change.mine and change.theirs:
        return False
    return _ends_in_denial(change.said or change.given)


def _ends_in_denial(side: tuple[str, ...]) -> bool:
    while side and side[-1] in _JOINTS and side[-2:] not in _INSTEAD:
        side = side[:-1]
    return bool(side) and (side[-1] == "not" or side[-2:] in _INSTEAD)


def _turns(change: Change) -> bool:
    return (_count(change.said) - _count(change.given)) % 2 == 1


def _count(side: tuple[str, ...]) -> int:
    return sum(word in _NEGATORS for word in side) + sum(pair in _INSTEAD for pair in pairwise(side))


def _one_word(alignment: Alignment, change: Change) -> bool:
    mine, theirs = _content(alignment.claim, change.mine), _content(alignment.reference, change.theirs)
    return bool(mine and theirs) and akin(mine[-1].lemma, theirs[-1].lemma)


def _content(profile: Profile, side: tuple[Piece, ...]) -> list[Word]:
    return [word for word in profile.words if any(word.start == piece.span.start for piece in side)]


def _lemmas(profile: Profile, side: tuple[Piece, ...]) -> list[str]:
    known = {word.start: word.lemma for word in profile.words}
    return [known.get(piece.span.start, piece.word) for piece in side]


def _opposite(alignment: Alignment, laid: tuple[Change, ...]) -> Finding | None:
    """A word and its contrary in one place."""
    told = {word.lemma for word in alignment.reference.words} | alignment.reference.tokens
    for change in laid:
        if not change.mine or not change.theirs or len(change.mine) + len(change.theirs) > 8:
            continue
        if _turns(change) or bool(_PASSIVE & {*change.said}) != bool(_PASSIVE & {*change.given}):
            continue
        mine, theirs = _lemmas(alignment.claim, change.mine), _lemmas(alignment.reference, change.theirs)
        if any(lemma in told for lemma in mine if any(opposed(lemma, other) for other in theirs)):
            continue
        if any(opposed(a, b) and not sets_apart(a, b) for a in mine for b in theirs):
            return _finding(alignment, FindingKind.OPPOSITE, change)
    return None


def _share(alignment: Alignment, laid: tuple[Change, ...]) -> Finding | None:
    """All, most, some, none: another of them in the same place."""
    for change in laid:
        mine, theirs = _shares(change.said), _shares(change.given)
        if len(change.said) + len(change.given) > 8:
            continue
        if len(mine) == 1 == len(theirs) and mine != theirs:
            return _finding(alignment, FindingKind.QUANTIFIER, change)
        if change.before + change.behind >= 5 and _part(change.said) != _part(change.given):
            return _finding(alignment, FindingKind.QUANTIFIER, change)
    return None


def _part(side: tuple[str, ...]) -> bool:
    """Whether the words are "one of" alone, so that without them the whole is meant."""
    return side == ("one", "of")


def _shares(side: tuple[str, ...]) -> set[str]:
    if side[:2] in (("one", "of"), ("only", "one"), ("only", "some")):
        return {"some"}
    if side[:1] == ("one",):
        return {"one"}
    return {_SHARES[word] for word in side if word in _SHARES}


def _rank(alignment: Alignment, laid: tuple[Change, ...]) -> Finding | None:
    """First, third, last, only, second-largest, once: another of them in the same place."""
    for change in laid:
        if not change.mine or not change.theirs or max(len(change.mine), len(change.theirs)) > 3:
            continue
        mine, theirs = set(change.said), set(change.given)
        following = pieces(alignment.claim.text[change.mine[-1].span.end :])[:1]
        if (mine | theirs | {piece.word for piece in following}) & _SPANS:
            continue
        for listed in (_RANKS, _TIMES):
            if mine & listed and theirs & listed and mine & listed != theirs & listed:
                return _finding(alignment, FindingKind.ORDINAL, change)
        if _ranked(change.said) & theirs or _ranked(change.given) & mine:
            return _finding(alignment, FindingKind.ORDINAL, change)
    return None


def _ranked(side: tuple[str, ...]) -> set[str]:
    """What is ranked by a word like "second-youngest", which is not "youngest"."""
    return {word.split("-", 1)[1] for word in side if word.startswith(_RANKED)}


def _name(alignment: Alignment, laid: tuple[Change, ...]) -> Finding | None:
    """Another name of the same kind, behind the deed, where nothing else is changed."""
    told = [c for c in laid if c.mine]
    if len(told) != 1:
        return None
    (change,) = told
    mine, theirs = cover(change.mine), cover(change.theirs)
    if mine is None or theirs is None or change.before < 3 or change.before + change.behind < 6:
        return None
    ours = [n for n in alignment.claim.names if mine.contains(n.span)]
    others = [n for n in alignment.reference.names if theirs.contains(n.span)]
    if len(ours) != 1 or len(others) != 1 or same_name(ours[0], others[0]):
        return None
    if not _people(ours[0], others[0]) and not _goal(alignment.claim, ours[0]):
        return None
    return _finding(alignment, FindingKind.NAME, change)


def _people(one: Name, other: Name) -> bool:
    return one.kind == other.kind == "person"


def _goal(profile: Profile, name: Name) -> bool:
    """Whether the name is where something went to or came from."""
    return any(
        name.start <= word.start < name.end and word.link in ("prep:to", "prep:from")
        for word in profile.words
    )
