"""Two rankings made into one."""

from collections.abc import Sequence

from factcheck.matching.index import Hit

WORDS_WEIGHT = 0.4
"""What sharing as many rare words as the best reference counts beside a cosine of 1.

Chosen among 0.2, 0.3, 0.4 and 0.6 for the hits at 5 on half the queries of FoolMeTwice (0.722, 0.734, 0.738,
0.744), half the training queries of CheckThat! 2022 2A (0.932, 0.938, 0.932, 0.928) and the claims of whole
articles (0.989, 0.987, 0.987, 0.989).

Shared names, figures and years are shared words, and how rare they are is their boost. Another on top moved
the hits at 5 on the half of FoolMeTwice by at most 0.007 (names) and 0.003 (figures, years), pairs of words
and parts of words by 0.002: there is none.
"""


def fuse(meaning: Sequence[Hit], words: Sequence[Hit], k: int) -> list[Hit]:
    """The best `k` of those in `meaning`, best first; each has to have its cosine there.

    A score is the cosine plus `WORDS_WEIGHT` times the share of the best word score. Scores, not ranks: ranks
    hide whether the best is best by far or by a hair. Ties: the nearer meaning first, then the id.
    """
    best = max((hit.score for hit in words), default=0.0)
    shares = {hit.id: hit.score / best for hit in words} if best > 0 else {}
    scored = [(hit.score + WORDS_WEIGHT * shares.get(hit.id, 0.0), hit) for hit in meaning]
    scored.sort(key=lambda pair: (-pair[0], -pair[1].score, pair[1].id))
    return [Hit(hit.id, score) for score, hit in scored[:k]]
