"""Where quotations stand in a text, told by their marks alone."""

from dataclasses import dataclass

from factcheck.domain.articles import BlockRole, Document, Span

_CLOSING = {"“": "”", "«": "»", "„": "“”", "”": "”", "»": "«", '"': '"'}
"""Opening mark to the marks that may close it: English, French, German, Swedish and Danish ways."""
_ENDS = ".,!?…;:)"
_LONGEST_SINGLE = 600
_PROSE = (BlockRole.PARAGRAPH, BlockRole.LIST_ITEM, BlockRole.CAPTION)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words: `span` with the marks, `inner` without.

    `closed` tells whether its closing mark was found; one that is not reaches to the end of its paragraph.
    `goes_on` tells that the next quotation, at the head of the next paragraph, is more of the same speech.
    """

    span: Span
    inner: Span
    closed: bool = True
    goes_on: bool = False


def quotations_in(document: Document) -> tuple[Quotation, ...]:
    """The quotations of `document` in order, none inside another, none across paragraphs."""
    found: list[Quotation] = []
    text = document.text
    for block in document.blocks:
        inside = _in_block(text, block.span)
        before = found[-1] if found else None
        if inside and before is not None and not before.closed and before.span.end <= block.span.start:
            opens = inside[0].span.start == block.span.start and block.role in _PROSE
            if opens and not text[before.span.end : block.span.start].strip():
                found[-1] = Quotation(before.span, before.inner, closed=False, goes_on=True)
        found.extend(inside)
    return tuple(found)


def _in_block(text: str, block: Span) -> list[Quotation]:
    found: list[Quotation] = []
    at = block.start
    while at < block.end:
        mark = text[at]
        quotation: Quotation | None
        if mark in _CLOSING and _opens(text, at, block):
            quotation = _double(text, at, block)
        elif mark in "‘'" and _opens_single(text, at, block):
            quotation = _single(text, at, block)
        else:
            quotation = None
        if quotation is None:
            at += 1
        else:
            found.append(quotation)
            at = quotation.span.end
    return found


def _opens(text: str, at: int, block: Span) -> bool:
    """Whether a double mark opens a quotation; “”” and “»” do only before a word and after white space."""
    after = text[at + 1] if at + 1 < block.end else " "
    before = text[at - 1] if at > block.start else " "
    if text[at] in "”»":
        return not after.isspace() and (before.isspace() or before in "([—–")
    if text[at] == '"':
        return not before.isdigit()  # 6" is a length
    return True


def _double(text: str, at: int, block: Span) -> Quotation:
    closing = _CLOSING[text[at]]
    for i in range(at + 1, block.end):
        slipped = (
            text[at] == "“" and text[i] == "“" and not text[i - 1].isspace() and text[i - 1] not in "([—–"
        )
        if text[i] in closing or slipped:  # “We lost“: the wrong mark, but it can only be the end
            return Quotation(Span(at, i + 1), Span(at + 1, i))
    return Quotation(Span(at, block.end), Span(at + 1, block.end), closed=False)


def _opens_single(text: str, at: int, block: Span) -> bool:
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1] if at + 1 < block.end else " "
    return after.isalpha() and (before.isspace() or before in "([—–:")


def _single(text: str, at: int, block: Span) -> Quotation | None:
    """A quotation in single marks, where that is sure: an apostrophe looks the same as its end.

    The straight mark, which also opens "'tis", must close behind a full stop or comma.
    """
    closing = "’" if text[at] == "‘" else "'"
    doubtful: int | None = None
    for i in range(at + 2, min(block.end, at + _LONGEST_SINGLE)):
        if text[i] != closing or (i + 1 < block.end and text[i + 1].isalnum()):
            continue
        behind_stop = text[i - 1] in _ENDS
        if behind_stop or (closing == "’" and text[i - 1] != "s"):
            return Quotation(Span(at, i + 1), Span(at + 1, i))
        doubtful = i if doubtful is None else doubtful
    if doubtful is None or closing != "’":
        return None
    return Quotation(Span(at, doubtful + 1), Span(at + 1, doubtful))
