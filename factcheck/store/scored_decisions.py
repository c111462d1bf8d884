"""What people decided on claims that the machine had scored: the newsroom's own calibration examples."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlmodel import col

from factcheck.store.records import ScoredDecision
from factcheck.store.tables import ClaimRow, DecisionRow, RevisionRow


class ScoredDecisionRepository:
    """Decisions by the versions that had scored their claims; both questions are answered from an index."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def scored_mark(self, scored_with: str) -> tuple[str | None, datetime | None]:
        """Changes whenever a decision on a claim that these versions scored is taken, carried or undone."""
        mine = col(DecisionRow.scored_with) == scored_with
        newest = select(func.max(col(DecisionRow.id))).where(mine)
        undone = select(func.max(col(DecisionRow.undone_at))).where(mine)
        return self._session.scalar(newest), self._session.scalar(undone)

    def scored_decisions(self, scored_with: str, *, limit: int) -> tuple[ScoredDecision, ...]:
        """The newest decisions on claims with a score by these versions, the newest first.

        Those taken back are among them, and so is the same decision once for each text that it was carried
        to; `key` is equal for those of the same words in one article.
        """
        query = (
            select(
                col(RevisionRow.article_id),
                col(ClaimRow.quote),
                col(DecisionRow.score),
                col(DecisionRow.disposition),
                col(DecisionRow.undone_at),
            )
            .select_from(DecisionRow)
            .join(ClaimRow, col(ClaimRow.id) == col(DecisionRow.claim_id))
            .join(RevisionRow, col(RevisionRow.id) == col(ClaimRow.revision_id))
            .where(col(DecisionRow.scored_with) == scored_with)
            .order_by(col(DecisionRow.id).desc())
            .limit(limit)
        )
        return tuple(
            ScoredDecision((article_id, quote), score, disposition, undone=undone_at is not None)
            for article_id, quote, score, disposition, undone_at in self._session.execute(query)
        )
