"""The one object that pages, the API and the command line talk to."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.engine import make_url

from factcheck.claims.extract import Extractor
from factcheck.claims.worthiness import load_worthiness
from factcheck.desk.audit import AuditDesk
from factcheck.desk.checks import CheckDesk
from factcheck.desk.clearing import ClearingDesk
from factcheck.desk.library import Library
from factcheck.desk.people import PeopleDesk
from factcheck.desk.queue import QueueDesk
from factcheck.desk.references import ReferenceDesk
from factcheck.desk.weighing import Weighing
from factcheck.matching.encoder import SentenceTransformerEncoder, TokenEncoder
from factcheck.settings import Settings
from factcheck.store.engine import Store, open_store
from factcheck.text.parser import Parser
from factcheck.verdict.judge import Judge

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """Now, aware and in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Newsroom:
    """The desk's use-cases over one store and one set of models. Thread-safe."""

    checks: CheckDesk
    queue: QueueDesk
    references: ReferenceDesk
    people: PeopleDesk
    audit: AuditDesk
    store: Store
    library: Library
    parser: Parser

    def warm_up(self) -> None:
        """Load the models, so that the first check does not wait for them; raises `ModelFailed`."""
        self.parser.parse_texts(["The council met on Monday."])
        self.library.warm_up()

    def close(self) -> None:
        """Close the store's connections."""
        self.store.dispose()


def open_newsroom(
    settings: Settings,
    *,
    clock: Clock = system_clock,
    store: Store | None = None,
    encoder: TokenEncoder | None = None,
    parser: Parser | None = None,
    migrate: bool = False,
) -> Newsroom:
    """The newsroom of `settings`; loads no model.

    A new SQLite file gets its tables; any other store has to be at this version already, or `migrate` has to
    be asked for. Loaded models may be given, to share them. Raises `StoreFailed`.
    """
    if store is None:
        store = open_store(settings.database_url)
        if migrate or _is_new_file(settings.database_url):
            store.migrate()
    store.require_current()
    encoder = encoder or SentenceTransformerEncoder(settings.encoder)
    parser = parser or Parser(max_sentence_chars=settings.max_sentence_chars)
    library = Library(store, encoder, Judge(parser, encoder=encoder))
    return Newsroom(
        checks=CheckDesk(
            store,
            library,
            Extractor(parser),
            Weighing(load_worthiness(), encoder, SentenceTransformerEncoder()),
            ClearingDesk(store, library, settings.wrong_clears, settings.audit_share),
            clock,
            evidence_per_claim=settings.evidence_per_claim,
            max_claims=settings.max_claims,
        ),
        queue=QueueDesk(store, clock, settings.lease_seconds),
        references=ReferenceDesk(store, library, clock, settings.max_import_rows),
        people=PeopleDesk(store, clock, demo=settings.demo),
        audit=AuditDesk(store),
        store=store,
        library=library,
        parser=parser,
    )


def _is_new_file(database_url: str) -> bool:
    url = make_url(database_url)
    return url.get_backend_name() == "sqlite" and bool(url.database) and not Path(str(url.database)).exists()
