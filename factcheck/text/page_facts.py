"""What a web page says of its article in its own head: the moment of publication and the authors."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from factcheck.text.markup import one_line
from factcheck.text.tags import Tag, tags_and_text

_SCRIPT, _SCRIPT_END = "application/ld+json", "</script"
_MOST_SCRIPTS, _LONGEST_SCRIPT, _MOST_NODES = 20, 500_000, 5_000
_HEAD = 300_000
_ARTICLE = re.compile(
    r"(?:news|reportage|analysis|opinion|background|scholarly|tech)?article|blogposting", re.IGNORECASE
)
_ATTRIBUTE = re.compile(
    r"""(?<![\w:-])([a-zA-Z:-]{1,40})\s{0,9}=\s{0,9}(?:"([^"]{0,2000})"|'([^']{0,2000})')"""
)
_PUBLISHED_NAMES = frozenset(
    {
        "article:published_time",
        "datepublished",
        "og:article:published_time",
        "parsely-pub-date",
        "dc.date.issued",
    }
)


def published_of(source: str, day: str) -> datetime | None:
    """When the article on the page `source` was published.

    `day` is what a search of its text came to ("" for nothing). A `meta` element counts most, then the page's
    linked data, then a `time` element on that day, then the day.
    """
    structured = list(_articles(source))
    times: list[datetime] = []
    for tag in _tags(source):
        attributes = {name.lower(): a or b for name, a, b in _ATTRIBUTE.findall(tag.attributes)}
        if tag.name == "meta":
            name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            moment = parse_moment(attributes.get("content", "")) if name.lower() in _PUBLISHED_NAMES else None
            if moment:
                return moment
        elif moment := parse_moment(attributes.get("datetime", "")):
            times.append(moment)
    for node in structured:
        moment = parse_moment(str(node.get("datePublished", "")))
        if moment:
            return moment
    found = parse_moment(day)
    return next((m for m in times if found and m.date() == found.date()), found)


def author_of(source: str) -> str | None:
    """Who wrote the article, as the page's linked data names them."""
    for node in _articles(source):
        authors = node.get("author")
        names = [
            one_line(str(one.get("name", "")) if isinstance(one, dict) else str(one))
            for one in (authors if isinstance(authors, list) else [authors])
            if one
        ]
        kept = [
            name for name in names if name and "//" not in name and len(name) <= 100 and name.isprintable()
        ]
        if kept:
            return ", ".join(kept[:-1]) + (" and " if len(kept) > 1 else "") + kept[-1]
    return None


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


def _tags(source: str) -> Iterator[Tag]:
    for found in tags_and_text(source[:_HEAD]):
        if isinstance(found, Tag) and found.name in ("meta", "time") and not found.closing:
            yield found


def _articles(source: str) -> Iterator[dict[str, Any]]:
    """The articles that the page's linked data describes, in order."""
    position = 0
    for _ in range(_MOST_SCRIPTS):
        position = source.find(_SCRIPT, position)
        start = source.find(">", position) + 1
        end = source.find(_SCRIPT_END, start)
        if position < 0 or start <= 0 or end < 0:
            return
        position = end
        if end - start > _LONGEST_SCRIPT:
            continue
        try:
            data = json.loads(source[start:end])
        except (ValueError, RecursionError):
            continue
        yield from _in_order(data)


def _in_order(data: Any) -> Iterator[dict[str, Any]]:
    left = [data]
    for _ in range(_MOST_NODES):
        if not left:
            return
        node = left.pop(0)
        if isinstance(node, list):
            left[:0] = node[:100]
        elif isinstance(node, dict):
            kinds = node.get("@type")
            named = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and _ARTICLE.fullmatch(kind) for kind in named):
                yield node
            left[:0] = [
                value for key, value in node.items() if key in ("@graph", "mainEntity", "mainEntityOfPage")
            ]
