"""What the machine computed from references: embeddings for the vector index, profiles for the rules."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import delete, func, insert, or_, select
from sqlalchemy.orm import Session
from sqlmodel import col

from factcheck.domain.errors import NotFound
from factcheck.domain.evidence import Reference
from factcheck.store.cursors import page_size
from factcheck.store.locks import REFERENCES, lock_name
from factcheck.store.records import IndexedReference, ReferenceIndexing
from factcheck.store.reference_rows import (
    batches,
    note_change,
    reference_of,
    references_by_id,
    with_sources,
)
from factcheck.store.tables import GenerationRow, ReferenceIndexRow, ReferenceRow

_FLOAT = np.dtype("<f4")
"""Little-endian whatever the machine, so that a store can be carried to another."""

_READ_AT_ONCE = 5_000


class ReferenceIndexRepository:
    """Embeddings and profiles; all of it can be computed again from the references."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def index_many(self, indexings: Sequence[ReferenceIndexing]) -> None:
        """Store embeddings and profiles, replacing those there; raises `NotFound` for an unknown id."""
        lock_name(self._session, REFERENCES)
        values = {one.reference_id: _values(one) for one in indexings}
        for ids in batches(list(values)):
            known = set(
                self._session.scalars(select(col(ReferenceRow.id)).where(col(ReferenceRow.id).in_(ids)))
            )
            if len(known) < len(ids):
                raise NotFound("There is no reference with this id.")
            self._session.execute(
                delete(ReferenceIndexRow)
                .where(col(ReferenceIndexRow.reference_id).in_(ids))
                .execution_options(synchronize_session=False)
            )
            self._session.execute(insert(ReferenceIndexRow), [values[id_] for id_ in ids])
        if values:
            note_change(self._session)

    def read_many(self, reference_ids: Sequence[str]) -> dict[str, Reference]:
        """The references that exist among these, without what was computed from them."""
        return references_by_id(self._session, reference_ids)

    def get_many(self, reference_ids: Sequence[str]) -> dict[str, IndexedReference]:
        """The references that exist among these, with embedding and profile."""
        found: dict[str, IndexedReference] = {}
        query = (
            with_sources()
            .add_columns(ReferenceIndexRow)
            .outerjoin(ReferenceIndexRow, col(ReferenceIndexRow.reference_id) == col(ReferenceRow.id))
        )
        for ids in batches(reference_ids):
            for row, source, index in self._session.execute(query.where(col(ReferenceRow.id).in_(ids))):
                found[row.id] = IndexedReference(
                    reference=reference_of(row, source),
                    encoder=index.encoder if index else None,
                    vector=np.frombuffer(index.embedding, dtype=_FLOAT) if index else None,
                    profile=index.profile if index else None,
                    profile_version=index.profile_version if index else None,
                )
        return found

    def embeddings(self, encoder: str) -> tuple[list[str], NDArray[np.float32]]:
        """Ids and embeddings (n, dimension) of all references that this encoder has encoded, to find them by.

        Those of the statements under their titles; (0, 0) where there are none.
        """
        query = (
            select(col(ReferenceIndexRow.reference_id), col(ReferenceIndexRow.titled))
            .where(col(ReferenceIndexRow.encoder) == encoder)
            .order_by(col(ReferenceIndexRow.reference_id))
            .execution_options(yield_per=_READ_AT_ONCE)
        )
        ids: list[str] = []
        data = bytearray()
        with self._session.execute(query) as found:
            for reference_id, embedding in found:
                ids.append(reference_id)
                data += embedding
        if not ids:
            return [], np.empty((0, 0), dtype=np.float32)
        return ids, np.frombuffer(data, dtype=_FLOAT).reshape(len(ids), -1)

    def missing_embeddings(
        self, encoder: str, profile_version: str, *, limit: int = 1_000
    ) -> list[Reference]:
        """References without an embedding by this encoder or a profile of this version, oldest first."""
        query = (
            with_sources()
            .outerjoin(ReferenceIndexRow, col(ReferenceIndexRow.reference_id) == col(ReferenceRow.id))
            .where(
                or_(
                    col(ReferenceIndexRow.reference_id).is_(None),
                    col(ReferenceIndexRow.encoder) != encoder,
                    col(ReferenceIndexRow.profile_version) != profile_version,
                )
            )
            .order_by(col(ReferenceRow.serial))
            .limit(page_size(limit))
        )
        return [reference_of(row, source) for row, source in self._session.execute(query)]

    def generation(self) -> int:
        """A number that rises with every change of any reference, in whatever process.

        Read it in the same `reading` block as what is built from the references.
        """
        query = select(func.max(GenerationRow.number)).where(col(GenerationRow.kind) == "reference")
        return self._session.scalar(query) or 0


def _values(one: ReferenceIndexing) -> dict[str, object]:
    return {
        "reference_id": one.reference_id,
        "encoder": one.encoder,
        "embedding": _stored(one.vector),
        "titled": _stored(one.titled),
        "profile": one.profile,
        "profile_version": one.profile_version,
    }


def _stored(given: NDArray[np.float32]) -> bytes:
    vector = np.asarray(given)
    if vector.ndim != 1 or not vector.size or not np.isfinite(vector).all():
        raise ValueError("an embedding is one row of finite numbers")
    return vector.astype(_FLOAT).tobytes()
