"""Blocks cover the text, whatever it is."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.errors import FactCheckError
from factcheck.text.documents import Limits, document_from_text

LIMITS = Limits(max_chars=5_000)
LINES = st.lists(
    st.one_of(
        st.sampled_from(["", "- item 3", "1. one", "a | b | c", "Photo: me", "Short line"]),
        st.text(max_size=130),
    ),
    max_size=12,
)


@given(
    LINES,
    st.sampled_from(["", "A title", "Short line"]),
    st.sampled_from(["text/plain", "text/markdown", "text/html"]),
)
def test_blocks_are_ordered_apart_and_hold_all_that_is_visible(
    lines: list[str], title: str, kind: str
) -> None:
    try:
        document = document_from_text("\n".join(lines), title=title, media_type=kind, limits=LIMITS)
    except FactCheckError:
        return
    blocks = document.blocks
    assert all(a.span.end <= b.span.start for a, b in pairwise(blocks))
    inside = {i for block in blocks for i in range(block.span.start, block.span.end)}
    assert all(c.isspace() for i, c in enumerate(document.text) if i not in inside)
