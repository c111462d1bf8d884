"""Markup to tags and text, in one pass whose time grows with the length of the markup, whatever it holds.

The standard library's reader looks for the end of every broken tag anew, through all that follows: a few
hundred kilobytes of "<a <a <a" keep it busy for minutes.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_NAME = re.compile(r"/?([a-zA-Z][^\s/<>]*)")
_END_OR_VALUE = re.compile(r"=\s*[\"']|>")
_RAW_ENDS = {
    "script": re.compile(r"</script(?=[\s/>])", re.IGNORECASE),
    "style": re.compile(r"</style(?=[\s/>])", re.IGNORECASE),
}
"""Elements whose content is no markup, and what ends them."""


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag. `name` is in lower case; `attributes` is what stands behind it, as written.

    It stands in `source[start:end]`.
    """

    name: str
    closing: bool
    attributes: str = ""
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


def tags_and_text(source: str) -> Iterator[Tag | str]:
    """The tags of `source` and the text between them, in order, character references resolved.

    Comments, declarations and the contents of scripts and styles are left out. Any string is accepted; a
    mark that never ends is text.
    """
    scan = _Scan(source)
    text_from = position = 0
    while (at := source.find("<", position)) >= 0:
        name = _NAME.match(source, at + 1)
        end = scan.tag_end(name.end()) if name else scan.other_end(at)
        if end < 0:
            position = at + 1
            continue
        if at > text_from:
            yield _characters(source[text_from:at])
        text_from = position = end
        if name is None:
            continue
        tag = Tag(name[1].lower(), source[at + 1] == "/", source[name.end() : end - 1], at, end)
        yield tag
        raw = None if tag.closing else _RAW_ENDS.get(tag.name)
        if raw is not None:
            close = raw.search(source, end)
            text_from = position = close.start() if close else len(source)
    if text_from < len(source):
        yield _characters(source[text_from:])


class _Scan:
    """Looks for the ends of marks, from left to right. What was once looked for in vain is not again."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._absent: set[str] = set()
        self._heeds_quotes = True

    def tag_end(self, start: int) -> int:
        """Behind the “>” that ends a tag, one in a quoted value not counted; -1 where there is none."""
        first = self._find(">", start)
        position = start
        while first >= 0 and self._heeds_quotes:
            found = _END_OR_VALUE.search(self._source, position)
            if found is None:
                self._heeds_quotes = False  # the quotation marks do not pair from here on
            elif found[0] == ">":
                return found.end()
            else:
                position = self._find(found[0][-1], found.end()) + 1
                self._heeds_quotes = position > 0
        return first + 1 if first >= 0 else -1

    def other_end(self, at: int) -> int:
        """Behind the comment or declaration that begins at `at`; -1 where none does, or it does not end."""
        if self._source.startswith("<!--", at):
            end = self._find("-->", at + 2)
            return end + 3 if end >= 0 else -1
        if self._source[at + 1 : at + 2] in ("!", "?", "/"):
            end = self._find(">", at)
            return end + 1 if end >= 0 else -1
        return -1

    def _find(self, wanted: str, start: int) -> int:
        if wanted in self._absent:
            return -1
        found = self._source.find(wanted, start)
        if found < 0:
            self._absent.add(wanted)
        return found


def _characters(text: str) -> str:
    try:
        return html.unescape(text)
    except ValueError:  # a character reference with thousands of digits
        return text
