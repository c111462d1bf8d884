"""Where a claim stands in its article, in the words of an editor: "the headline", "paragraph 4"."""

from collections import Counter
from collections.abc import Sequence

from factcheck.domain.articles import Block, BlockRole, Span

_ONE_OF_MANY = {
    BlockRole.HEADING: "crosshead",
    BlockRole.PARAGRAPH: "paragraph",
    BlockRole.LIST_ITEM: "list item",
    BlockRole.CAPTION: "caption",
    BlockRole.TABLE_ROW: "table row",
}
TOP_PARAGRAPHS = 2
"""The paragraphs that a headline sums up."""


class Places:
    """The blocks of one article, counted as a reader counts them."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks: list[tuple[Block, int]] = []
        counted: Counter[BlockRole] = Counter()
        for block in blocks:
            counted[block.role] += 1
            self._blocks.append((block, counted[block.role]))

    def named(self, span: Span) -> str:
        """The block in which `span` begins."""
        found = self._at(span)
        if found is None:
            return "the text"
        block, number = found
        if block.role is BlockRole.HEADLINE:
            return "the headline"
        return f"{_ONE_OF_MANY[block.role]} {number}"

    def is_headline(self, span: Span) -> bool:
        """Whether it stands in the headline."""
        found = self._at(span)
        return found is not None and found[0].role is BlockRole.HEADLINE

    def is_top(self, span: Span) -> bool:
        """Whether it stands in one of the paragraphs that the headline sums up."""
        found = self._at(span)
        return found is not None and found[0].role is BlockRole.PARAGRAPH and found[1] <= TOP_PARAGRAPHS

    def _at(self, span: Span) -> tuple[Block, int] | None:
        return next((entry for entry in self._blocks if entry[0].span.overlaps(span)), None)
