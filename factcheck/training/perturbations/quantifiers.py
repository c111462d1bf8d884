"""All, most, none and only: another one, or the same in other words."""

import re
from random import Random

from factcheck.training.perturbations.pair import Edit, Edits, Held

_WRONG = (
    (r"all of the", ("some of the", "none of the", "most of the", "few of the", "half of the")),
    (r"all of (?=its|his|her|their)", ("some of ", "none of ", "most of ")),
    (r"all (?=the |its |his |her |their )", ("some of ", "none of ", "few of ", "half of ")),
    (r"all (?=[a-z]+s\b)(?!is|was)", ("few ", "some ", "most ")),
    (r"most of", ("few of", "none of", "all of", "a minority of")),
    (r"most (?=[a-z]+s\b)", ("few ", "no ", "all ")),
    (r"none of", ("some of", "most of", "all of", "half of")),
    (r"not one of", ("several of", "all of", "most of")),
    (r"some of", ("none of", "all of")),
    (r"half of", ("all of", "none of")),
    (r"every(?= [a-z])", ("no",)),
    (r"each of", ("none of", "only one of", "half of")),
    (r"both of", ("neither of", "only one of")),
    (r"neither of", ("both of", "one of")),
    (r"few of", ("most of", "all of")),
    (r"many of", ("none of", "few of")),
    (r"few(?= [a-z]+s\b)", ("many", "most")),
    (r"many(?= [a-z]+s\b)", ("few", "no")),
    (r"several(?= [a-z]+s\b)", ("no",)),
    (r"only one", ("none", "more than one")),
    (r"the only", ("hardly the only", "not the only", "far from the only")),
    (r"the first(?= [a-z]+\b)(?! of [A-Z])", ("the last", "the second")),
    (r"always", ("never", "sometimes", "seldom")),
    (r"never", ("often", "sometimes", "once")),
    (r"usually", ("seldom", "never")),
    (r"nobody|no one", ("everybody", "somebody")),
    (r"everybody|everyone", ("nobody", "hardly anyone")),
    (r"the majority of", ("a minority of", "all of", "few of")),
    (r"a majority of", ("a minority of", "all of")),
    (r"a minority of", ("a majority of", "most of")),
    (r"unanimously", ("by a majority", "narrowly")),
    (r"exclusively|solely", ("partly", "mainly")),
    (r"entirely|wholly|completely", ("partly", "mainly", "hardly")),
    (r"mainly|mostly|largely", ("entirely", "hardly", "only partly")),
    (r"everywhere", ("nowhere",)),
)
_RIGHT = (
    (r"all of the", ("each of the", "all the", "every one of the")),
    (r"all the (?=[a-z]+s\b)", ("all of the ", "each of the ")),
    (
        r"most of the (?=[a-z]+s\b)",
        ("more than half of the ", "the majority of the ", "the greater part of the "),
    ),
    (r"more than half of", ("most of", "over half of", "a majority of", "the majority of")),
    (r"none of the", ("not one of the", "no one of the", "not a single one of the")),
    (r"not one of", ("none of", "not a single one of")),
    (r"half of the", ("half the", "one half of the")),
    (r"some of the", ("at least some of the", "a number of the")),
    (r"every(?= [a-z])", ("each",)),
    (r"both of the", ("the two", "each of the two")),
    (r"many of", ("a large number of", "a good many of")),
    (r"several(?= [a-z]+s\b)", ("a number of", "some")),
    (r"a few(?= [a-z]+s\b)", ("a handful of", "a small number of", "some")),
    (r"a number of(?= [a-z]+s\b)", ("several", "some")),
    (r"the only", ("the sole", "the one and only")),
    (r"only (?=in |by |on |at |for )", ("solely ", "exclusively ")),
    (r"never", ("at no time", "not once")),
    (r"always", ("at all times", "without exception")),
    (r"nobody", ("no one",)),
    (r"no one", ("nobody",)),
    (r"everybody", ("everyone",)),
    (r"everyone", ("everybody",)),
    (r"the majority of", ("most of", "more than half of")),
    (r"a majority of", ("most of", "more than half of")),
    (r"unanimously", ("with no vote against", "without dissent")),
    (r"exclusively", ("solely", "only")),
    (r"solely", ("exclusively", "only")),
    (r"entirely|wholly|completely", ("wholly", "entirely", "in full")),
    (r"mainly|mostly|largely", ("for the most part", "mostly", "mainly", "chiefly")),
)


def wrong_quantifier(held: Held, rng: Random) -> Edits | None:
    """Another quantifier, which excludes the one that both sides have."""
    return _replaced(held, rng, _WRONG_PATTERNS, both=True)


def quantifier_ok(held: Held, rng: Random) -> Edits | None:
    """The same quantifier in other words."""
    return _replaced(held, rng, _RIGHT_PATTERNS, both=False)


def _compiled(
    table: tuple[tuple[str, tuple[str, ...]], ...],
) -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    return tuple(
        (re.compile(rf"\b(?:{p})(?![\w-])" if p[-1] not in ") " else rf"\b(?:{p})", re.IGNORECASE), o)
        for p, o in table
    )


_WRONG_PATTERNS = _compiled(_WRONG)
_RIGHT_PATTERNS = _compiled(_RIGHT)
_BESIDE = re.compile(r"\b(?:not|n't|at|almost|nearly|than|one of|of) $", re.IGNORECASE)


def _is_said(held: Held, match: re.Match[str]) -> bool:
    """Whether the reference has the quantifier too; "the first" with the same word behind it."""
    said = match.group().strip().split()
    behind = held.pair.claim[match.end() :]
    if behind[:1] in (",", ".", ")"):
        return False
    looked = rf"first {re.escape(behind.split()[0])}" if said[-1] == "first" else said[0]
    return re.search(rf"\b{looked}\b", held.pair.reference, re.IGNORECASE) is not None


def _is_named(held: Held, start: int) -> bool:
    """Whether the word is part of a title ("Always", a film)."""
    token = next((token for token in held.claim if token.idx == start), None)
    return token is None or token.pos_ == "PROPN" or token.ent_type_ in ("WORK_OF_ART", "PERSON", "ORG")


def _replaced(
    held: Held, rng: Random, table: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...], *, both: bool
) -> Edits | None:
    claim = held.pair.claim
    found: list[Edit] = []
    for pattern, others in table:
        match = pattern.search(claim)
        if (
            match is None
            or not held.free(match.start(), match.end())
            or _BESIDE.search(claim[: match.start()])
            or _is_named(held, match.start())
        ):
            continue
        if both and not _is_said(held, match):
            continue
        options = [other for other in others if other.strip().lower() != match.group().strip().lower()]
        if options and not any(edit.start == match.start() for edit in found):
            found.append(Edit(match.start(), match.end(), rng.choice(options)))
    return (rng.choice(found),) if found else None
