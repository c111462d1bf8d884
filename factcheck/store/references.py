"""The newsroom's verified references."""

from collections.abc import Sequence
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from factcheck.domain.evidence import Reference
from factcheck.domain.people import Actor
from factcheck.store.records import (
    IndexedReference,
    Listing,
    Outcome,
    ReferenceEntry,
    ReferenceIndexing,
    StoredReference,
    Upserted,
)


class ReferenceRepository:
    """References by id, by natural key, by words and by embedding."""

    def compare_many(self, entries: Sequence[ReferenceEntry]) -> list[Outcome]:
        """What `upsert_many` would come to for each entry, without changing anything.

        Lets a caller encode only what is new before it opens a writing unit of work.
        """
        raise NotImplementedError

    def upsert_many(self, entries: Sequence[ReferenceEntry], *, actor: Actor, now: datetime) -> list[Upserted]:
        """Store entries under their keys, in order; of several with one key the last wins.

        A changed reference gets a higher version; a changed text or date loses its embedding and profile.
        """
        raise NotImplementedError

    def upsert(self, entry: ReferenceEntry, *, actor: Actor, now: datetime) -> Upserted:
        """`upsert_many` for one entry."""
        raise NotImplementedError

    def index_many(self, indexings: Sequence[ReferenceIndexing]) -> None:
        """Store embeddings and profiles, replacing those there; raises `NotFound` for an unknown id."""
        raise NotImplementedError

    def supersede(self, reference_id: str, by_id: str) -> None:
        """Say that `by_id` has taken this reference's place; its version rises. Raises `NotFound`."""
        raise NotImplementedError

    def get(self, reference_id: str) -> StoredReference:
        """The reference; raises `NotFound`."""
        raise NotImplementedError

    def find_by_key(self, key: str) -> StoredReference | None:
        """The reference under this natural key."""
        raise NotImplementedError

    def get_many(self, reference_ids: Sequence[str]) -> dict[str, IndexedReference]:
        """The references that exist among these, with embedding and profile."""
        raise NotImplementedError

    def search(self, query: str = "", *, limit: int = 50, cursor: str | None = None) -> Listing[Reference]:
        """References that contain every word of `query` (or a word beginning with it), newest first.

        Looks in the text, the publisher and the source's title. An empty query lists all.
        """
        raise NotImplementedError

    def embeddings(self, encoder: str) -> tuple[list[str], NDArray[np.float32]]:
        """Ids and embeddings (n, dimension) of all references that this encoder has encoded."""
        raise NotImplementedError

    def missing_embeddings(self, encoder: str, profile_version: str, *, limit: int = 1_000) -> list[Reference]:
        """References without an embedding by this encoder or without a profile of this version."""
        raise NotImplementedError

    def generation(self) -> int:
        """A number that changes with every change of any reference, in whatever process."""
        raise NotImplementedError
