"""Markup as a reader sees it: without what is struck out or hidden, with raised and lowered figures told."""

import re
from collections import Counter
from html import escape

from factcheck.text.tags import Tag, tags_and_text

_STRUCK = frozenset({"del", "s", "strike"})
_WHOLE = frozenset({"html", "body", "main", "article"})
"""Never taken for hidden: sites hide a whole page only until its script has run."""
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_INLINE = frozenset(
    {"a", "abbr", "b", "cite", "code", "em", "font", "i", "ins", "mark", "q", "small", "span", "strong"}
    | {"sub", "sup", "time", "u", "var", "wbr"}
    | _STRUCK
)
_ENDS_PARAGRAPH = frozenset(
    {"p", "div", "section", "blockquote", "pre", "ul", "ol", "dl", "table", "figure", "form", "aside", "hr"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "header", "footer", "nav"}
)
_ENDS_LIKE = frozenset({"li", "dt", "dd", "tr", "td", "th", "option"})
"""Elements that the next of their kind ends."""

_VALUE = re.compile(r"""=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)""")
_HIDDEN = re.compile(r"(?<![\w-])hidden(?![\w-])", re.IGNORECASE)
_VALUED = r"""(?<![\w-]){}\s*=\s*["']?"""
_UNTIL_FOUND = re.compile(_VALUED.format("hidden") + "until-found", re.IGNORECASE)
_ARIA_HIDDEN = re.compile(_VALUED.format("aria-hidden") + "true", re.IGNORECASE)
_STYLE = re.compile(r"""(?<![\w-])style\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_UNSEEN = re.compile(r"(?<![\w-])(?:display\s*:\s*none|visibility\s*:\s*hidden)(?![\w-])", re.IGNORECASE)
_TARGET = re.compile(r"""(?<![\w-])href\s*=\s*["']?([^\s"'>]*)""", re.IGNORECASE)

_RAISED = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
_LOWERED = str.maketrans("0123456789+-−–", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋")
_FIGURE = re.compile(r"[+−–-]?[0-9]{1,9}\Z")
_SIGNED = re.compile(r"[+−–-][0-9]{1,9}\Z")
_NOTES = re.compile(r"[\[(]?[0-9*†‡§¶]+(?:\s*[,;–-]\s*[0-9*†‡§¶]+)*[\])]?\Z")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|re|e|o|a|ª|º)\Z", re.IGNORECASE)
_UNIT = re.compile(r"(?:^|[\s\d(/])(?:[kcmd]?m|ft|in|yd|mi|s)\Z")
_FRACTION = re.compile(r"\s*(?:/|⁄|&frasl;|&#8260;)\s*<sub[\s>]", re.IGNORECASE)
_MOST_BEFORE = 20


def as_seen(source: str) -> str:
    """`source` without deleted and hidden elements, its `sup` and `sub` told in plain characters.

    Figures raised behind a figure or a unit become powers ("10⁶", "m²"); marks of notes are left out; other
    raised words stay as written ("4th"). Anything that is not one of these is passed on unchanged.
    """
    return _Seen(source).told()


class _Seen:
    """One pass over the markup; what is to be changed is noted by its place in the source."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._out: list[str] = []
        self._copied = 0
        self._stack: list[tuple[str, bool]] = []
        self._open: Counter[str] = Counter()
        self._unseen_from = 0
        self._small: list[Tag] = []
        self._content: list[str] = []
        self._linked = False
        self._before = ""
        self._after_link = False

    def told(self) -> str:
        for found in tags_and_text(self._source):
            if isinstance(found, str):
                self._text(found)
            elif found.closing:
                self._end(found)
            else:
                self._start(found)
        if self._unseen_from:
            self._copied = len(self._source)
        if not self._out and not self._copied:
            return self._source
        self._out.append(self._source[self._copied :])
        return "".join(self._out)

    def _text(self, text: str) -> None:
        if self._unseen_from or not text:
            return
        if self._small:
            self._content.append(text)
            return
        self._before = (self._before + text)[-_MOST_BEFORE:]
        self._after_link = False

    def _start(self, tag: Tag) -> None:
        name = tag.name
        top = self._stack[-1][0] if self._stack else ""
        if (top == "p" and name in _ENDS_PARAGRAPH) or (top == name and name in _ENDS_LIKE):
            self._close(top, tag.start)
        if name in _VOID:
            if name == "br":
                self._before = ""
            return
        self._stack.append((name, False))
        self._open[name] += 1
        if self._unseen_from:
            return
        if name in _STRUCK or (name not in _WHOLE and _is_hidden(tag.attributes)):
            self._copy(tag.start)
            self._unseen_from = len(self._stack)
        elif self._small:
            self._linked = self._linked or name == "a"
        elif name in ("sup", "sub"):
            self._small.append(tag)
            self._content.clear()
            self._linked = self._after_link
        elif name == "a":
            target = _TARGET.search(tag.attributes)
            self._after_link = target is not None and "#" in target[1]
        elif name not in _INLINE:
            self._before = ""

    def _end(self, tag: Tag) -> None:
        if not self._open[tag.name]:
            return
        self._close(tag.name, tag.start, tag.end)
        if tag.name == "a":
            self._after_link = False
        elif tag.name not in _INLINE:
            self._before = ""

    def _close(self, name: str, start: int, end: int | None = None) -> None:
        """Close the innermost open `name` and all that is open in it; its end tag, if written, is there."""
        closed = ""
        while closed != name:
            depth = len(self._stack)
            closed = self._stack.pop()[0]
            self._open[closed] -= 1
            until = end if end is not None and closed == name else start
            if self._unseen_from == depth:
                self._unseen_from = 0
                self._copied = until
            elif not self._unseen_from and self._small and closed == self._small[0].name:
                self._tell(self._small.pop(), until)

    def _tell(self, tag: Tag, until: int) -> None:
        content = "".join(self._content).strip()
        self._content.clear()
        if tag.name == "sup":
            told = _raised(content, self._before, self._source, until, linked=self._linked)
        else:
            told = content.translate(_LOWERED) if _FIGURE.match(content) else content
        self._copy(tag.start)
        self._out.append(escape(told, quote=False))
        self._copied = until
        self._before = (self._before + told)[-_MOST_BEFORE:]

    def _copy(self, until: int) -> None:
        self._out.append(self._source[self._copied : until])
        self._copied = until


def _raised(content: str, before: str, source: str, end: int, *, linked: bool) -> str:
    """How raised words read behind `before`; `source` goes on from `end`."""
    if linked and not _ORDINAL.match(content):
        return ""
    squared = content in ("2", "3") and _UNIT.search(before) is not None
    after_figure = before[-1:].isdigit()
    if _FIGURE.match(content):
        leads = not before[-1:].strip() and source[end : end + 1].isalpha()  # "¹⁴C"
        exponent = _SIGNED.match(content) and before[-1:].isalpha()
        if after_figure or squared or leads or exponent or _FRACTION.match(source, end):
            return content.translate(_RAISED)
    if _NOTES.match(content):
        return ""
    return f"^{content}" if after_figure and any(map(str.isdigit, content)) else content


def _is_hidden(attributes: str) -> bool:
    """Whether an element with these attributes is not shown."""
    if not attributes:
        return False
    style = _STYLE.search(attributes)
    if style is not None and _UNSEEN.search(style[1] or style[2] or style[3] or ""):
        return True
    if _ARIA_HIDDEN.search(attributes):
        return True
    named = _HIDDEN.search(_VALUE.sub("=", attributes)) is not None
    return named and _UNTIL_FOUND.search(attributes) is None
