"""Cutting text at overlapping spans: nothing is lost, nothing is added, and every span is where it was."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.articles import Span
from factcheck.web.pages.marking import Segment, cut

texts = st.text(max_size=60)
spans = st.lists(
    st.tuples(st.integers(-5, 70), st.integers(-5, 70)).map(lambda ends: Span(min(ends), max(ends))),
    max_size=8,
)
plain = st.text(alphabet="abc ,.\n", max_size=60)


@given(texts, spans)
def test_the_segments_together_are_the_text(text: str, marks: list[Span]) -> None:
    segments = cut(text, marks)
    assert "".join(segment.text for segment in segments) == text
    assert all(segment.text == segment.span.of(text) and segment.text for segment in segments)


@given(texts, spans, st.integers(0, 60), st.integers(0, 60))
def test_a_part_of_the_text_is_cut_as_exactly(text: str, marks: list[Span], a: int, b: int) -> None:
    frame = Span(min(a, b), max(a, b))
    assert "".join(segment.text for segment in cut(text, marks, within=frame)) == frame.of(text)


@given(plain, spans)
def test_every_character_is_covered_by_exactly_the_spans_it_lies_in(text: str, marks: list[Span]) -> None:
    for segment in cut(text, marks):
        for at in range(segment.span.start, segment.span.end):
            assert set(segment.covers) == {i for i, m in enumerate(marks) if m.start <= at < m.end}


@given(plain, spans)
def test_a_span_ends_once_and_where_it_ends(text: str, marks: list[Span]) -> None:
    ends = [(i, segment.span.end) for segment in cut(text, marks) for i in segment.ends]
    assert sorted(ends) == [
        (i, m.end) for i, m in enumerate(marks) if max(m.start, 0) < m.end <= len(text) and m.end > 0
    ]


@given(plain, spans)
def test_the_longest_span_comes_first(text: str, marks: list[Span]) -> None:
    for segment in cut(text, marks):
        lengths = [marks[i].end - marks[i].start for i in segment.covers]
        assert lengths == sorted(lengths, reverse=True)


def test_nested_spans() -> None:
    text = "Nvidia fell 11% before the opening"
    assert cut(text, [Span(0, 34), Span(12, 15)]) == (
        Segment("Nvidia fell ", Span(0, 12), (0,)),
        Segment("11%", Span(12, 15), (0, 1), (1,)),
        Segment(" before the opening", Span(15, 34), (0,), (0,)),
    )


def test_crossing_spans() -> None:
    covers = [(s.text, s.covers, s.ends) for s in cut("abcdef", [Span(0, 4), Span(2, 6)])]
    assert covers == [("ab", (0,), ()), ("cd", (0, 1), (0,)), ("ef", (1,), (1,))]


def test_a_span_over_two_blocks_ends_in_the_second() -> None:
    text, span = "one two\nthree", Span(4, 13)
    first, second = cut(text, [span], within=Span(0, 7)), cut(text, [span], within=Span(8, 13))
    assert first[-1].covers == (0,)
    assert first[-1].ends == ()
    assert second[0].ends == (0,)


def test_an_emoji_sequence_is_never_split() -> None:
    text = "a 👩🏽‍🔬 b"
    segments = cut(text, [Span(2, 3)])
    assert [segment.text for segment in segments] == ["a ", "👩🏽‍🔬", " b"]


def test_an_accent_stays_with_its_letter() -> None:
    assert [s.text for s in cut("cafe\u0301 bar", [Span(0, 4)])] == ["cafe\u0301", " bar"]


def test_right_to_left_text_is_cut_like_any_other() -> None:
    text = "ارتفع السهم 4% أمس"
    span = Span(text.index("4"), text.index("4") + 2)
    assert [s.text for s in cut(text, [span])] == ["ارتفع السهم ", "4%", " أمس"]
