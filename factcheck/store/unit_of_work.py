"""One transaction with its repositories."""

from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, Session

from factcheck.domain.errors import StoreFailed
from factcheck.store.articles import ArticleRepository
from factcheck.store.audit import AuditRepository
from factcheck.store.checks import CheckRepository
from factcheck.store.claims import ClaimRepository
from factcheck.store.decisions import DecisionRepository
from factcheck.store.locks import WRITABLE
from factcheck.store.people import PeopleRepository
from factcheck.store.queue import QueueRepository
from factcheck.store.reference_index import ReferenceIndexRepository
from factcheck.store.reference_words import ReferenceWordRepository
from factcheck.store.references import ReferenceRepository
from factcheck.store.scored_decisions import ScoredDecisionRepository


class Articles(ArticleRepository, CheckRepository):
    """Everything about articles: details, texts, checks and coverage."""


class Claims(ClaimRepository, QueueRepository, DecisionRepository, ScoredDecisionRepository):
    """Everything about claims: judgements, queue, leases and decisions."""


class References(ReferenceRepository, ReferenceWordRepository, ReferenceIndexRepository):
    """Everything about references: by key, by words, by embedding."""


class UnitOfWork:
    """Everything that happens in one transaction; leaving its block without `commit()` undoes it."""

    def __init__(self, session: Session, *, writable: bool) -> None:
        session.info[WRITABLE] = writable
        event.listen(session, "do_orm_execute", _read_anew)
        self._session = session
        self._writable = writable
        self.articles = Articles(session)
        self.claims = Claims(session)
        self.references = References(session)
        self.people = PeopleRepository(session)
        self.audit = AuditRepository(session)

    def commit(self) -> None:
        """Make all of it last; nothing can be read or written through this unit of work afterwards.

        Raises `StoreFailed` in a `reading` block.
        """
        if not self._writable:
            raise StoreFailed("This part of the work may only read.")
        self._session.flush()
        self.audit.write_pending()
        self._session.commit()
        self._session.close()


def _read_anew(state: ORMExecuteState) -> None:
    # Rows are also changed by single statements and locked before they are read again, so a select never
    # answers from what the session happens to remember.
    if state.is_select:
        state.update_execution_options(populate_existing=True)
