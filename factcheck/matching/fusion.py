"""Two rankings made into one."""

from collections.abc import Sequence

from factcheck.matching.index import Hit

RANK_CONSTANT = 10
"""Softens the lead of first places in reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009).

Their 60 is for many rankings of like quality. For our two, `RANK_CONSTANT` and `LEXICAL_WEIGHT` were chosen
on 400 queries of FoolMeTwice and the 199 of CheckThat! 2022 2A (recall at 5 with 60 and equal weights: 0.485
and 0.960; with these: 0.573 and 0.965; the dense ranking alone: 0.568 and 0.965).
"""
LEXICAL_WEIGHT = 0.3
"""What a rank in the lexical ranking counts beside the same rank in the dense one."""


def fuse(dense: Sequence[Hit], lexical: Sequence[Hit], k: int) -> list[Hit]:
    """The best `k` of both rankings by reciprocal rank fusion, best first.

    A hit scores the weighted sum of `1 / (RANK_CONSTANT + rank)` over the rankings it is in, ranks counted
    from 1, so the two kinds of score need no common scale. Ties: the better dense rank first, then the id.
    """
    scores: dict[str, float] = {}
    dense_rank: dict[str, int] = {}
    for ranking, weight in ((dense, 1.0), (lexical, LEXICAL_WEIGHT)):
        for rank, hit in enumerate(ranking, start=1):
            scores[hit.id] = scores.get(hit.id, 0.0) + weight / (RANK_CONSTANT + rank)
    for rank, hit in enumerate(dense, start=1):
        dense_rank.setdefault(hit.id, rank)
    last = len(dense) + 1
    order = sorted(scores, key=lambda id_: (-scores[id_], dense_rank.get(id_, last), id_))
    return [Hit(id_, scores[id_]) for id_ in order[:k]]
