"""Which predicted claim is which annotated one, by where they stand in the text."""

from collections.abc import Sequence

from factcheck.domain.articles import Span


def shared(one: Span, other: Span) -> int:
    """How many code points lie in both."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def alike(one: Span, other: Span) -> bool:
    """Whether two spans may mean the same claim: half of the shorter one and 30% of the longer are shared."""
    common = shared(one, other)
    lengths = sorted((one.end - one.start, other.end - other.start))
    return common > 0 and 2 * common >= lengths[0] and 10 * common >= 3 * lengths[1]


def match(predicted: Sequence[Span], gold: Sequence[Span]) -> dict[int, int]:
    """Index of a predicted span to the index of its gold span, one-to-one, best overlap first.

    The best overlap is the one that shares most code points; among equals, the one with the shorter longer
    span, then the one further to the front.
    """
    candidates = sorted(
        (-shared(p, g), max(p.end - p.start, g.end - g.start), i, j)
        for i, p in enumerate(predicted)
        for j, g in enumerate(gold)
        if alike(p, g)
    )
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in candidates:
        if i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
    return matched


def hit(stretches: Sequence[Span], predicted: Sequence[Span]) -> tuple[bool, ...]:
    """For each stretch, whether a predicted span lies in it: half of the shorter of the two is shared.

    Stricter on the extractor than `alike`: a short claim out of a long stretch counts as well.
    """
    return tuple(
        any(
            (common := shared(stretch, p)) > 0
            and 2 * common >= min(stretch.end - stretch.start, p.end - p.start)
            for p in predicted
        )
        for stretch in stretches
    )
