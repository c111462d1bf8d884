"""Finding references by their words: FTS5 on SQLite, tsvector on PostgreSQL.

Words are cut out of the user's text here and handed to the engine one by one, quoted or as parameters, so
that no text can be read as search syntax.
"""

import re
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Integer, func, literal_column, select, text
from sqlalchemy.orm import Session
from sqlmodel import col

from factcheck.domain.evidence import Reference
from factcheck.matching.index import Hit
from factcheck.store.cursors import Number, cursor_after, page_size, place_of
from factcheck.store.records import Listing
from factcheck.store.reference_rows import reference_of, with_sources
from factcheck.store.tables import ReferenceRow

_NOTHING = "''::tsquery"

MOST_WORDS = 64
"""Words of a query that are looked at; a claim has fewer."""

_LONGEST_WORD = 100
_MOST_CHARACTERS = 20_000

_FUNCTION_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        a about after all an and are as at be been but by can could did do does for from had has have
        he her his if in into is it its more most no not of on one or our out over said she so some
        than that the their them then there they this to up was we were what when which who will with
        would you
        """,
    )
)
"""Say nothing about what a claim is about; left out of the ranking so that it need not look at every row."""

_EVERYTHING = "to_tsvector('english', reference.text || ' ' || reference.origin)"
"""Letter for letter the expression that the migration indexed, or PostgreSQL would not use the index."""


_RARITY = "ln(1 + (total - many + 0.5) / (many + 0.5))"
_TOTAL = "(SELECT max(serial) AS total FROM reference) AS store"
"""References are hardly ever deleted, so the last number is how many there are, and need not be counted."""

_RANKED_ON_POSTGRESQL = f"""
    SELECT id, round(sum({_RARITY}), 6) AS score
    FROM (
        SELECT reference.id, reference.key, CAST(count(*) OVER (PARTITION BY word) AS numeric) AS many
        FROM (SELECT DISTINCT word FROM (VALUES {{asked}}) AS given (word)) AS asked
        JOIN reference ON {_EVERYTHING} @@ word
    ) AS held, {_TOTAL}
    GROUP BY id, key
    ORDER BY score DESC, key
    LIMIT :k
"""  # noqa: S608 -- no user text

_HOLDING_ON_SQLITE = """
    SELECT rowid AS serial, count(*) OVER () AS many FROM reference_words WHERE reference_words MATCH :{name}
"""
_RANKED_ON_SQLITE = f"""
    SELECT reference.id, found.score
    FROM (
        SELECT serial, round(sum({_RARITY}), 6) AS score FROM ({{holding}}) AS held, {_TOTAL} GROUP BY serial
    ) AS found
    JOIN reference ON reference.serial = found.serial
    ORDER BY found.score DESC, reference.key
    LIMIT :k
"""  # noqa: S608 -- no user text
"""BM25 without repetition and length (k1 and b at 0), which say little of a reference of a sentence or two: a
name both in the statement and in the title counts once. Fused by `matching.fusion`, the hits at 5 on half of
FoolMeTwice are 0.816; with k1 at 1.2 and b at 0.75 they are 0.799. Both engines can compute it, so they
agree; PostgreSQL's ts_rank does not know how rare a word is."""


class ReferenceWordRepository:
    """Word search for people, and the lexical half of retrieval."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def search(self, query: str = "", *, limit: int = 50, cursor: str | None = None) -> Listing[Reference]:
        """References that contain every word of `query` (or a word beginning with it), newest first.

        Looks in the text, the publisher and the source's title, whatever the case and the ending of the word.
        An empty query lists all; one without any letter or digit finds nothing. Newest first and not best
        first, because a place in that order stays where it is. Raises `InvalidInput` for a bad cursor.
        """
        size = page_size(limit)
        matching = self._containing(query) if query.strip() else None
        wanted, count = with_sources(), select(func.count()).select_from(ReferenceRow)
        if matching is not None:
            wanted, count = wanted.where(matching), count.where(matching)
        if cursor is not None:
            (serial,) = place_of(cursor, tuple[Number])
            wanted = wanted.where(col(ReferenceRow.serial) < serial)
        found = list(self._session.execute(wanted.order_by(col(ReferenceRow.serial).desc()).limit(size + 1)))
        last = found[size - 1][0] if len(found) > size else None
        return Listing(
            items=tuple(reference_of(row, source) for row, source in found[:size]),
            total=self._session.scalar(count) or 0,
            next_cursor=cursor_after(last.serial) if last else None,
        )

    def lexical(self, query: str, k: int) -> list[Hit]:
        """The `k` references that share most words with `query`, a rare word counting for more, best first.

        The publisher and the title of the source count as words of the statement: it often says "the company"
        or "he" of whom they name. Ties are in the order of keys.
        """
        words = [word for word in _words(query) if word.casefold() not in _FUNCTION_WORDS]
        if not words or k < 1:
            return []
        if self._on_postgresql:
            parameters = {f"w{n}": word for n, word in enumerate(words)}
            asked = ", ".join(f"(plainto_tsquery('english', :{name}))" for name in parameters)
            ranked = _RANKED_ON_POSTGRESQL.format(asked=asked)
        else:
            parameters = {f"w{n}": word for n, word in enumerate(_quoted(words))}
            holding = " UNION ALL ".join(_HOLDING_ON_SQLITE.format(name=name) for name in parameters)
            ranked = _RANKED_ON_SQLITE.format(holding=holding)
        found = self._session.execute(text(ranked), {**parameters, "k": page_size(k)})
        return [Hit(id_, float(score)) for id_, score in found]

    @property
    def _on_postgresql(self) -> bool:
        return self._session.get_bind().dialect.name == "postgresql"

    def _containing(self, query: str) -> ColumnElement[bool]:
        words = _words(query)
        if self._on_postgresql:
            return literal_column(_EVERYTHING).op("@@")(_all_beginning_with(words))
        match = " ".join(f"{word}*" for word in _quoted(words)) or '""'
        found = text("SELECT rowid FROM reference_words WHERE reference_words MATCH :match")
        return col(ReferenceRow.serial).in_(found.bindparams(match=match).columns(rowid=Integer))


def _words(query: str) -> list[str]:
    """The runs of letters and digits in `query`, each once, in order.

    A number with its point or commas, and a word with its apostrophe, stay whole: each engine cuts them up as
    it cut up the stored text.
    """
    found = re.findall(r"[^\W_]+(?:[.,'’][^\W_]+)*", query[:_MOST_CHARACTERS])
    return list(dict.fromkeys(word[:_LONGEST_WORD] for word in found))[:MOST_WORDS]


def _quoted(words: Iterable[str]) -> list[str]:
    """FTS5 strings; a word with a point or an apostrophe becomes a phrase."""
    return [f'"{word}"' for word in words]


def _all_beginning_with(words: list[str]) -> Any:
    """A tsquery for every word, the last part of each taken as a beginning; matches nothing without words."""
    parts = [
        f"coalesce((nullif(plainto_tsquery('english', :w{n})::text, '') || ':*')::tsquery, ''::tsquery)"
        for n in range(len(words))
    ]
    return text(f"({' && '.join(parts) or _NOTHING})").bindparams(
        **{f"w{n}": word for n, word in enumerate(words)}
    )
