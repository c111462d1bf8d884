"""HTML to pieces: blocks and their roles, without what is plainly furniture of a site."""

import re
from collections import Counter
from dataclasses import dataclass

from factcheck.domain.articles import BlockRole
from factcheck.text.blocks import Piece
from factcheck.text.hidden import as_seen
from factcheck.text.tags import Tag, tags_and_text

_SPACE = re.compile(r"[ \t\r\n\f\v\u2028\u2029\x85]+")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ROLES = {
    **dict.fromkeys(_HEADINGS, BlockRole.HEADING),
    "li": BlockRole.LIST_ITEM,
    "dd": BlockRole.LIST_ITEM,
    "figcaption": BlockRole.CAPTION,
    "caption": BlockRole.CAPTION,
    "tr": BlockRole.TABLE_ROW,
}
_BREAKS = frozenset(
    {"p", "div", "section", "article", "main", "body", "blockquote", "pre", "ul", "ol", "dl", "dt", "hr"}
    | {"table", "thead", "tbody", "tfoot", "figure", "header", "address", "details", "summary", "td", "th"}
)
_SILENT = frozenset(
    {"script", "style", "template", "noscript", "svg", "iframe", "object", "button", "select"}
)
_FURNITURE = frozenset({"nav", "aside", "footer", "form"})
_NAMED = re.compile(
    r"""(?<![\w-])(?:class|id)\s*=\s*(?:"([^"]{0,400})"|'([^']{0,400})'|([^\s"'>]{1,100}))""", re.IGNORECASE
)
_NAMED_FURNITURE = re.compile(
    r"(?:newsletter|promo|subscri(?:be|ption)|paywall|related|recirculation|recommended|most-?read|read-?more"
    r"|more-stories|cookie|consent|gdpr|share|sharing|social|comments?|advert(?:s|isement)?|ads?|sponsored"
    r"|sidebar|breadcrumbs?|tags|read-?time|reading-time|skip)(?:[-_](?:box|banner|bar|links?|list|buttons?|block"
    r"|content|section|container|wrapper|widget|slot|unit|articles|stories|posts|form|tools|notice|dialog"
    r"|overlay|signup|inline|to-content))*",
    re.IGNORECASE,
)
"""Names that sites give to what they put around an article and in the middle of it."""

_BOXES = frozenset({"div", "section", "ul", "ol", "header", "figure"})

_NOTE_MARK = re.compile(r"""(?<![\w-])href\s*=\s*["']?\s*#(?:footnote|endnote)""", re.IGNORECASE)


class _PieceReader:
    """Collects pieces. Open elements are counted as well as stacked: no tag costs more for standing deep."""

    def __init__(self, *, skip_named: bool) -> None:
        self._skip_named = skip_named
        self.pieces: list[Piece] = []
        self.main_headings: list[int] = []
        self.head_title: list[str] = []
        self._words: list[str] = []
        self._roles: list[tuple[str, BlockRole]] = []
        self._open: Counter[str] = Counter()
        self._silent: list[str] = []
        self._silent_open: Counter[str] = Counter()
        self._in_title = False
        self._cells = 0
        self._main_heading = False
        self._unwanted = False

    def read(self, source: str) -> None:
        """Read all of `source`."""
        for found in tags_and_text(source):
            if isinstance(found, str):
                self._text(found)
            elif found.closing:
                self._end(found.name)
            else:
                self._start(found)
        self._flush()

    def _start(self, found: Tag) -> None:
        tag = found.name
        silences = tag in _SILENT or tag in _FURNITURE or _is_note_mark(found)
        silences = silences or (self._skip_named and tag in _BOXES and _is_named_furniture(found))
        if self._silent or silences:
            if silences or self._silent_open[tag]:
                self._silent.append(tag)
                self._silent_open[tag] += 1
            return
        if tag == "title":
            self._in_title = True
        elif tag == "br":
            self._words.append(" ")
        elif tag in ("td", "th") and self._role() is BlockRole.TABLE_ROW:
            if self._cells:
                self._words.append(" | ")
            self._cells += 1
        elif self._role() is BlockRole.TABLE_ROW and tag not in ("tr", "table"):
            self._words.append(" ")  # a paragraph inside a cell does not end the row
        elif tag in _ROLES or tag in _BREAKS:
            self._flush()
            self._unwanted = self._skip_named and tag == "p" and _is_named_furniture(found)
            if tag in _ROLES:
                self._roles.append((tag, _ROLES[tag]))
                self._open[tag] += 1
                self._main_heading = tag == "h1"
                self._cells = 0

    def _end(self, tag: str) -> None:
        if self._silent:
            if tag == self._silent[-1]:
                self._silent.pop()
                self._silent_open[tag] -= 1
            return
        if tag == "title":
            self._in_title = False
        elif tag in _ROLES:
            self._flush()
            closed = "" if self._open[tag] else tag
            while closed != tag:
                closed = self._roles.pop()[0]
                self._open[closed] -= 1
        elif tag in _BREAKS and self._role() is not BlockRole.TABLE_ROW:
            self._flush()

    def _text(self, text: str) -> None:
        if self._silent:
            return
        (self.head_title if self._in_title else self._words).append(text)

    def _role(self) -> BlockRole:
        return self._roles[-1][1] if self._roles else BlockRole.PARAGRAPH

    def _flush(self) -> None:
        text = one_line("".join(self._words))
        self._words.clear()
        if self._unwanted:
            self._unwanted = False
            return
        if not text or not text.strip(" |"):
            return
        role = self._role()
        if self._main_heading and role is BlockRole.HEADING:
            self.main_headings.append(len(self.pieces))
            if not self.pieces:
                role = BlockRole.HEADLINE
        self.pieces.append(Piece(text, role))


def _is_note_mark(tag: Tag) -> bool:
    """Whether this is the little number of a footnote, or the arrow back from one."""
    return tag.name == "a" and _NOTE_MARK.search(tag.attributes) is not None


def _is_named_furniture(tag: Tag) -> bool:
    """Whether the site itself calls this box an advertisement, a newsletter's form, or the like."""
    return any(
        _NAMED_FURNITURE.fullmatch(name)
        for found in _NAMED.finditer(tag.attributes)
        for name in (found[1] or found[2] or found[3] or "").split()
    )


def one_line(text: str) -> str:
    """`text` with every run of white space (no-break spaces apart) as one space, none at the ends."""
    return _SPACE.sub(" ", text).strip()


def read_markup(html: str) -> tuple[list[Piece], str]:
    """The pieces of `html` in reading order, and what its `<title>` says.

    Scripts, navigation, asides, forms and footers are left out, and what is deleted or hidden (see
    `as_seen`). An `h1` that comes first is the headline. Cells of a table row are joined by " | ".
    Any string is accepted; broken markup is read as it comes.
    """
    page = read_page(as_seen(html), skip_named=False)
    return page.pieces, page.head_title


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """What stands on a page. `main_headings` are the indices of the pieces from its `h1` elements."""

    pieces: list[Piece]
    head_title: str
    main_headings: list[int]


def read_page(html: str, *, skip_named: bool) -> MarkedPage:
    """As `read_markup`, of a whole page; with `skip_named` without boxes that the site names as furniture."""
    reader = _PieceReader(skip_named=skip_named)
    reader.read(html)
    return MarkedPage(reader.pieces, one_line("".join(reader.head_title)), reader.main_headings)
