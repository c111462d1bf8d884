"""Web pages to pieces: the article without the site around it, by trafilatura."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from factcheck.domain.articles import BlockRole
from factcheck.domain.errors import TooLarge
from factcheck.text.blocks import Piece
from factcheck.text.markup import one_line, read_markup

_PUBLISHED = re.compile(
    r"""<meta[^>]{0,300}?(?:article:published_time|datePublished)["'][^>]{0,300}?content=["']([^"']{8,40})["']""",
    re.IGNORECASE,
)
_LEAST_KEPT = 0.5
_MOST_FURNITURE = 3
_MOST_MARKS = 200_000


@dataclass(frozen=True, slots=True)
class WebPage:
    """What a page says: its article in pieces, and what it says about itself."""

    pieces: list[Piece]
    title: str
    author: str | None
    published_at: datetime | None


def read_html(source: str, max_chars: int) -> WebPage:
    """The article on the page `source`, with headline, author and date where the page names them.

    A fragment without page furniture (`<p>…</p>` from an editor) is read whole. Raises `TooLarge` for a page
    with more than 200,000 tags or whose words alone are several times `max_chars`, before the slow search for
    the article.
    """
    if source.count("<") > _MOST_MARKS:
        raise TooLarge("The page holds far more marks than an article has.", field="text")
    everything, head_title = read_markup(source)
    if sum(len(piece.text) for piece in everything) > _MOST_FURNITURE * max_chars:
        raise TooLarge(f"The page holds far more than {max_chars:,} characters of text.", field="text")
    kept, title, author, date = _main_text(source)
    headline = next((p.text for p in everything if p.role is BlockRole.HEADLINE), "")
    published = _PUBLISHED.search(source[:200_000])
    return WebPage(
        pieces=_belonging(everything, kept),
        title=headline or title or head_title,
        author=author,
        published_at=parse_moment(published[1] if published else "") or parse_moment(date),
    )


def _belonging(everything: list[Piece], kept: str) -> list[Piece]:
    """The pieces whose words trafilatura kept: it knows what is article, our reader knows what is a list.

    All of them where it kept next to nothing, as it does with very short pages.
    """
    article = _letters(kept)
    pieces = [p for p in everything if p.role is BlockRole.HEADLINE or _letters(p.text) in article]
    found = sum(len(p.text) for p in pieces if p.role is not BlockRole.HEADLINE)
    return pieces if found >= _LEAST_KEPT * len(kept) and found else everything


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def parse_moment(written: str) -> datetime | None:
    """A moment as ISO 8601 writes it; UTC where it names no zone; None where it is nothing of the kind, or
    in a year in which no article was published.
    """
    try:
        moment = datetime.fromisoformat(written.strip())
    except ValueError:
        return None
    if not 1000 <= moment.year <= 8999:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _main_text(source: str) -> tuple[str, str, str | None, str]:
    """The article's words, title, author and date ("" and None where the page does not tell)."""
    # trafilatura is slow to import and is needed for web pages only.
    from trafilatura import bare_extraction  # noqa: PLC0415

    try:
        found = bare_extraction(
            source,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            favor_recall=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (RecursionError, ValueError):  # pages nested beyond reason; the plain reader copes with them
        return "", "", None, ""
    if found is None or isinstance(found, dict):
        return "", "", None, ""
    author = one_line(found.author or "") or None
    return found.text or "", one_line(found.title or ""), author, found.date or ""
