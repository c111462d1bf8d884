"""What a PDF says of itself and of its article, as far as it can be believed: title, author, date."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta, timezone

from factcheck.domain.articles import BlockRole
from factcheck.text.blocks import Piece
from factcheck.text.markup import one_line
from factcheck.text.words import words

_NO_TITLE = re.compile(
    r"microsoft (?:word|powerpoint|excel)\b|untitled|(?:new )?document ?\d*\Z|layout ?\d*\Z|print\b|slide ?\d"
    r"|\w+://|.*\.(?:docx?|odt|rtf|pages|pdf|indd|indb|qxd|qxp|tex|dvi|html?|php|aspx?|txt|md|pptx?|xlsx?|tmp|eps|ps)\Z",
    re.IGNORECASE,
)
_NO_AUTHOR = words(
    """
    user users admin administrator author owner unknown anonymous guest root default office test temp none
    redaktion editor scanner system pc home
    """
)
_TOOL = re.compile(
    r"microsoft|adobe|indesign|acrobat|libreoffice|openoffice|latex|quark|scribus|chrome|mozilla|https?:|\\|/|@|\d{3}",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"skia|chrom|mozilla|firefox|safari|quartz|print to pdf|distiller|wkhtml|pdfcreator|cups|ghostscript|scan"
    r"|weasyprint|prince|puppeteer|cutepdf|bullzip|primopdf|ipad|iphone",
    re.IGNORECASE,
)
_PDF_DATE = re.compile(
    r"D:(\d{4})(\d{2})(\d{2})(\d{2})?(\d{2})?(\d{2})?(?:Z|([+-])(\d{2})'?(\d{2})?)?", re.IGNORECASE
)
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WRITTEN_DATES = (
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b"),
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BYLINE = re.compile(r"(?:written\s+)?by:?\s+(?P<names>[^\W\d_][^\d|•·]{2,80})", re.IGNORECASE)
_AFTER_NAMES = re.compile(
    r"\s*(?:,\s*(?!and\b)[^,]{3,40}\b(?:editor|correspondent|reporter|writer|staff|news)s?\b.*"
    r"|\b(?:in|for)\s+[A-Z].*|\b(?:published|updated|posted|on)\b.*|[|–—•·].*|[,;:.\s]+)\Z",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*")
_OPENING_PIECES, _OPENING_CHARS = 8, 140
_EARLIEST, _LATEST = 1990, 2100


def plausible_title(entries: Mapping[str, str]) -> str:
    """The file's own title; "" where it is none, such as the name of the file that it was made from."""
    title = one_line(entries.get("Title", ""))
    if not any(c.isalpha() for c in title) or _NO_TITLE.match(title) or not title.isprintable():
        return ""
    return title if len(title) <= 300 else ""


def author_of(entries: Mapping[str, str], pieces: Sequence[Piece]) -> str | None:
    """Who wrote it: the byline, else the file's own entry if that is a name and no account or program."""
    for text in _opening(pieces):
        found = _BYLINE.match(text)
        if found:
            names = _AFTER_NAMES.sub("", found["names"]).strip()
            given = [
                word for word in _NAME.findall(names) if word.casefold() not in ("and", "de", "van", "von")
            ]
            if given and len(given) <= 12 and all(word[0].isupper() for word in given):
                return names
    author = one_line(entries.get("Author", ""))
    if not author.isprintable() or len(author) > 100 or _TOOL.search(author):
        return None
    named = _NAME.findall(author)
    if not named or not _NO_AUTHOR.isdisjoint(word.casefold() for word in named) or author.islower():
        return None
    return author


def published_of(entries: Mapping[str, str], pieces: Sequence[Piece]) -> datetime | None:
    """When it was published: the date at the head of the article, else when the file was made, unless it is a
    print of something older. A date on the page has no hour; it stands for its first moment, in UTC.
    """
    for text in _opening(pieces):
        for pattern in _WRITTEN_DATES:
            found = pattern.search(text)
            if found:
                return _day(found["year"], found["month"], found["day"])
    made_by = f"{entries.get('Creator', '')} {entries.get('Producer', '')}"
    return None if _PRINTED.search(made_by) else _made(entries.get("CreationDate", ""))


def _opening(pieces: Sequence[Piece]) -> list[str]:
    """The short lines around the headline, before the article begins."""
    opening: list[str] = []
    for piece in pieces[:_OPENING_PIECES]:
        if piece.role is BlockRole.HEADLINE:
            continue
        if piece.role is BlockRole.PARAGRAPH and len(piece.text) > _OPENING_CHARS:
            break
        if len(piece.text) <= _OPENING_CHARS:
            opening.append(piece.text)
    return opening


def _day(year: str, month: str, day: str) -> datetime | None:
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    try:
        return (
            datetime(int(year), number, int(day), tzinfo=UTC) if _EARLIEST <= int(year) <= _LATEST else None
        )
    except ValueError:
        return None


def _made(written: str) -> datetime | None:
    found = _PDF_DATE.match(written)
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    away = timedelta(hours=int(found[8] or 0), minutes=int(found[9] or 0))
    try:
        zone = timezone(-away if found[7] == "-" else away)
        moment = datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return None
    return moment if _EARLIEST <= year <= _LATEST else None
