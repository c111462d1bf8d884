"""A fresh store on SQLite and on a real PostgreSQL for every test, and a newsroom to put into it."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import psycopg
import pytest

from factcheck.domain.articles import Block, BlockRole, Document, Span
from factcheck.domain.claims import Claim
from factcheck.domain.evidence import (
    Effect,
    Evidence,
    Finding,
    FindingKind,
    Judgement,
    MachineStatus,
    Reference,
    Relation,
    Source,
    SourceKind,
    Versions,
)
from factcheck.domain.people import Actor, Role
from factcheck.domain.review import ReviewState
from factcheck.store.engine import Store
from factcheck.store.records import ClaimDraft, ReferenceEntry, StoredClaim, StoredRevision
from factcheck.store.unit_of_work import UnitOfWork


@pytest.fixture
def raw(store_url: str) -> "Raw":
    return Raw(store_url)


@dataclass(frozen=True)
class Raw:
    """Speaks to the database directly, as somebody with its password could."""

    url: str

    def run(self, *statements: str) -> list[tuple[object, ...]]:
        """The rows of the last statement."""
        if self.url.startswith("sqlite"):
            with closing(sqlite3.connect(self.url.removeprefix("sqlite:///"))) as file, file:
                return [file.execute(statement).fetchall() for statement in statements][-1]
        with psycopg.connect(self.url) as connection:
            cursor = connection.cursor()
            for statement in statements:
                cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []


NOW = datetime(2025, 1, 27, 14, 30, tzinfo=UTC)
AMINA = Actor("user-amina", "Amina Yusuf", Role.CHECKER)
TOMASZ = Actor("user-tomasz", "Tomasz Wilk", Role.CHECKER)
VERSIONS = Versions("encoder/1", "stance/1", "rules/1", "parser/1", {"clear": 0.9})
SOURCE = Source(
    "DeepSeek-AI", "Technical report", "https://example.org/v3", SourceKind.PRIMARY, date(2024, 12, 27)
)


@dataclass
class Newsroom:
    """Builds what the tests need; every method is one line of a story."""

    store: Store
    now: datetime = NOW
    later: datetime = NOW + timedelta(minutes=5)
    amina: Actor = AMINA
    tomasz: Actor = TOMASZ
    versions: Versions = VERSIONS
    source: Source = SOURCE

    def entry(
        self, key: str, text: str = "DeepSeek spent $5.576 million.", source: Source = SOURCE
    ) -> ReferenceEntry:
        return ReferenceEntry(key, text, source, as_of=date(2024, 12, 27))

    def references(self, *entries: ReferenceEntry) -> list[Reference]:
        with self.store.transaction() as tx:
            stored = tx.references.upsert_many(entries, actor=AMINA, now=NOW)
            found = [tx.references.get(one.reference_id).reference for one in stored]
            tx.commit()
        return found

    def document(self, text: str = "DeepSeek spent $6m.", title: str = "") -> Document:
        return Document(text, title, (Block(Span(0, len(text)), BlockRole.PARAGRAPH),), published_at=NOW)

    def judgement(
        self,
        status: MachineStatus = MachineStatus.UNMATCHED,
        references: Sequence[Reference] = (),
        copies: Sequence[Reference] = (),
    ) -> Judgement:
        finding = Finding(FindingKind.NUMBER, Effect.AGREES, "a rounding", Span(15, 18), Span(15, 29))
        evidence = tuple(
            Evidence(one, 0.875, Relation.SUPPORTS, 0.75, 0.125, (finding,), tuple(copies))
            for one in references
        )
        return Judgement(status, False, "No reference settles this.", evidence)

    def draft(
        self,
        text: str,
        start: int,
        end: int,
        *,
        status: MachineStatus = MachineStatus.UNMATCHED,
        references: Sequence[Reference] = (),
        state: ReviewState = ReviewState.QUEUED,
        priority: int = 0,
    ) -> ClaimDraft:
        claim = Claim(Span(start, end), text[start:end], text[start:end])
        return ClaimDraft(claim, self.judgement(status, references), state, priority, ("a number",))

    def article(self, tx: UnitOfWork, text: str = "DeepSeek spent $6m.", **details: object) -> StoredRevision:
        article = tx.articles.add(title="The launch", now=NOW, **details)  # type: ignore[arg-type]
        return tx.articles.add_revision(article.id, self.document(text), now=NOW)

    def queue_of(self, count: int, *, priority: int = 0) -> list[str]:
        """Ids of so many queued claims of one checked article, in the order of the queue."""
        text = " ".join(f"Fact {n}." for n in range(count))
        drafts, at = [], 0
        for sentence in text.split(". "):
            drafts.append(self.draft(text, at, at + len(sentence), priority=priority))
            at += len(sentence) + 2
        with self.store.transaction() as tx:
            revision = self.article(tx, text)
            claims = tx.claims.add_all(revision.id, drafts)
            tx.articles.add_check(revision.id, VERSIONS, actor=AMINA, now=NOW)
            tx.commit()
        return [claim.id for claim in claims]

    def claim(self, claim_id: str) -> StoredClaim:
        with self.store.reading() as tx:
            return tx.claims.get(claim_id)


@pytest.fixture
def newsroom(store: Store) -> Newsroom:
    return Newsroom(store)
