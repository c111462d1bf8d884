"""Two rankings made into one."""

from collections.abc import Sequence

from factcheck.matching.index import Hit

RANK_CONSTANT = 60
"""Softens the lead of first places in reciprocal rank fusion; the value of Cormack, Clarke and Büttcher
(SIGIR 2009), who found results flat around it."""


def fuse(dense: Sequence[Hit], lexical: Sequence[Hit], k: int) -> list[Hit]:
    """The best `k` of both rankings by reciprocal rank fusion, best first.

    A hit scores the sum of `1 / (RANK_CONSTANT + rank)` over the rankings it is in, ranks counted from 1, so
    the two kinds of score need no common scale. Ties: the better dense rank first, then the id.
    """
    scores: dict[str, float] = {}
    dense_rank: dict[str, int] = {}
    for ranking in (dense, lexical):
        for rank, hit in enumerate(ranking, start=1):
            scores[hit.id] = scores.get(hit.id, 0.0) + 1.0 / (RANK_CONSTANT + rank)
    for rank, hit in enumerate(dense, start=1):
        dense_rank.setdefault(hit.id, rank)
    last = len(dense) + 1
    order = sorted(scores, key=lambda id_: (-scores[id_], dense_rank.get(id_, last), id_))
    return [Hit(id_, scores[id_]) for id_ in order[:k]]
