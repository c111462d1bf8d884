"""What the reading process answers with. Loads no PDF library, so that the asking process has none."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from factcheck.domain.articles import BlockRole
from factcheck.text.blocks import Piece


@dataclass(frozen=True, slots=True)
class PdfArticle:
    """What a PDF says: its article in pieces, and what can be told of it ("" and None where nothing can)."""

    pieces: list[Piece]
    title: str
    author: str | None
    published_at: datetime | None

    def to_json(self) -> dict[str, Any]:
        """The article in types that JSON has."""
        return {
            "pieces": [[piece.role.value, piece.text] for piece in self.pieces],
            "title": self.title,
            "author": self.author,
            "published_at": self.published_at.isoformat() if self.published_at else None,
        }

    @classmethod
    def from_json(cls, answer: dict[str, Any]) -> "PdfArticle":
        """The same again."""
        moment = answer["published_at"]
        return cls(
            pieces=[Piece(str(text), BlockRole(role)) for role, text in answer["pieces"]],
            title=str(answer["title"]),
            author=str(answer["author"]) if answer["author"] else None,
            published_at=datetime.fromisoformat(moment) if moment else None,
        )
