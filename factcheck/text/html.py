"""Web pages to pieces: the article without the site around it, by trafilatura."""

from dataclasses import dataclass
from datetime import datetime

from factcheck.domain.articles import BlockRole
from factcheck.domain.errors import TooLarge
from factcheck.text.blocks import Piece
from factcheck.text.hidden import as_seen
from factcheck.text.markup import MarkedPage, one_line, read_page
from factcheck.text.page_facts import author_of, published_of

_LEAST_KEPT = 0.5
_PART_CHARS = 30
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

    What is deleted or hidden is left out (see `as_seen`). A fragment without page furniture (`<p>…</p>` from
    an editor) is read whole. Raises `TooLarge` for a page with more than 200,000 tags or whose words alone
    are several times `max_chars`, before the slow search for the article.
    """
    if source.count("<") > _MOST_MARKS:
        raise TooLarge("The page holds far more marks than an article has.", field="text")
    shown = as_seen(source)
    everything = read_page(shown, skip_named=False)
    if sum(len(piece.text) for piece in everything.pieces) > _MOST_FURNITURE * max_chars:
        raise TooLarge(f"The page holds far more than {max_chars:,} characters of text.", field="text")
    kept, title, author, date = _main_text(shown)
    pieces = (
        _belonging(read_page(shown, skip_named=True), kept, title)
        or _belonging(everything, kept, title)
        or _headline_first(everything, title)
    )
    headline = pieces[0].text if pieces and pieces[0].role is BlockRole.HEADLINE else ""
    return WebPage(
        pieces=pieces,
        title=headline or title or everything.head_title,
        author=author_of(source) or author,
        published_at=published_of(source, date),
    )


def _belonging(page: MarkedPage, kept: str, title: str) -> list[Piece]:
    """The pieces whose words trafilatura kept: it knows what is article, our reader knows what is a list.

    Captions inside of the article, which it leaves out, are kept as well. Nothing where that comes to next to
    nothing, as it does with very short pages.
    """
    lines = {_letters(line) for line in kept.split("\n")}
    article = _letters(kept)
    pieces = _headline_first(page, title)
    inside = [
        place
        for place, piece in enumerate(pieces)
        if piece.role is not BlockRole.HEADLINE and _is_kept(_letters(piece.text), lines, article)
    ]
    found = sum(len(pieces[place].text) for place in inside)
    if not found or found < _LEAST_KEPT * len(kept):
        return []
    chosen = set(inside)
    for place in range(min(inside[-1] + 2, len(pieces))):  # a caption may stand below the last of them
        piece = pieces[place]
        caption = piece.role is BlockRole.CAPTION and place > min(inside[0], 1)
        if piece.role is BlockRole.HEADLINE or caption:
            chosen.add(place)
    return [piece for place, piece in enumerate(pieces) if place in chosen]


def _is_kept(piece: str, lines: set[str], article: str) -> bool:
    """Whether the piece is a line of the article; a long one may be a part of it."""
    return piece in lines or (len(piece) >= _PART_CHARS and piece in article)


def _headline_first(page: MarkedPage, title: str) -> list[Piece]:
    """The pieces with the headline before all others.

    It is the main heading that says what the page's `title` says, or the only one. What stands above it, a
    name of a section for example, follows.
    """
    wanted = _letters(title or page.head_title)
    fitting = [i for i in page.main_headings if _fits(_letters(page.pieces[i].text), wanted)]
    chosen = fitting or (page.main_headings if len(page.main_headings) == 1 else [])
    if not chosen:
        return page.pieces
    first = max(chosen, key=lambda i: len(page.pieces[i].text))
    rest = [
        Piece(piece.text, BlockRole.HEADING) if piece.role is BlockRole.HEADLINE else piece
        for place, piece in enumerate(page.pieces)
        if place != first
    ]
    return [Piece(page.pieces[first].text, BlockRole.HEADLINE), *rest]


def _fits(heading: str, title: str) -> bool:
    return bool(heading) and (heading in title or title in heading) if title else False


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


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
