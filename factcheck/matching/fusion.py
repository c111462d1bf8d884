"""Two rankings made into one."""

from collections.abc import Mapping, Sequence

from factcheck.matching.index import Hit

WORDS_WEIGHT = 0.2
"""What sharing as many rare words as the best reference counts beside a cosine of 1.

Chosen among 0.1, 0.2 and 0.3 for the hits at 5 on half the queries of FoolMeTwice (0.820, 0.816, 0.803) and
the claims of whole articles (0.987, 0.989, 0.987; hits at 1: 0.863, 0.898, 0.908).

Shared names, figures and years are shared words, and how rare they are is their boost. Another on top moved
the hits at 5 on the half of FoolMeTwice by at most 0.007 (names) and 0.003 (figures, years), pairs of words
and parts of words by 0.002: there is none.
"""


AROUND_WEIGHT = 0.6
"""What sharing as many rare words as the best with each other claim of the article counts.

Chosen, with `retrieval.AROUND_MEANING` at 0.2, among 0, 0.2, 0.4 and 0.6 on the claims found in 16 articles
(recall at 5: 0.936, 0.936, 0.943, 0.952; at 20: 0.981, 0.987, 0.991, 0.991). With neither: 0.934 and 0.972.
"""


def fuse(
    meaning: Sequence[Hit], words: Mapping[str, float], k: int, around: Mapping[str, float] | None = None
) -> list[Hit]:
    """The best `k` of those in `meaning`, best first; each has to have its cosine there.

    A score is the cosine plus `WORDS_WEIGHT` times the share of the best word score in `words` plus
    `AROUND_WEIGHT` times that in `around`, the mean over the other claims of the article. Scores, not ranks:
    ranks hide whether the best is best by far or by a hair. Ties: the nearer meaning first, then the id.
    """
    beside = around or {}
    scored = [
        (hit.score + WORDS_WEIGHT * words.get(hit.id, 0.0) + AROUND_WEIGHT * beside.get(hit.id, 0.0), hit)
        for hit in meaning
    ]
    scored.sort(key=lambda pair: (-pair[0], -pair[1].score, pair[1].id))
    return [Hit(hit.id, score) for score, hit in scored[:k]]


def shares(words: Sequence[Hit]) -> dict[str, float]:
    """The word scores as shares of the best one, 0..1."""
    best = max((hit.score for hit in words), default=0.0)
    return {hit.id: hit.score / best for hit in words} if best > 0 else {}


def means_of_others(all_shares: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """For each of several claims the mean share of every reference over the other claims."""
    total: dict[str, float] = {}
    for row in all_shares:
        for id_, share in row.items():
            total[id_] = total.get(id_, 0.0) + share
    others = len(all_shares) - 1
    if others < 1:
        return [{} for _ in all_shares]
    return [
        {id_: (of_all - row.get(id_, 0.0)) / others for id_, of_all in total.items()} for row in all_shares
    ]
