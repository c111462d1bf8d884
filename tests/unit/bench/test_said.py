import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.bench.formats import ArticleRow, GoldClaim
from factcheck.bench.found import found, matches
from factcheck.bench.said import Placing
from factcheck.domain.articles import Span, normalise_text

TITLE = "Bridge opens"


def row(text: str) -> ArticleRow:
    return ArticleRow("a1", TITLE, text)


def test_spans_are_told_in_the_rows_own_text() -> None:
    text = "The bridge opened in May."
    placing = Placing(row(text), f"{TITLE}\n\n{text}")
    said = placing.said(Span(14 + 4, 14 + 17), "The Quay Bridge opened.")
    assert said is not None
    assert (said.start, said.end, said.quote, said.text) == (
        4,
        17,
        "bridge opened",
        "The Quay Bridge opened.",
    )


def test_a_claim_in_the_title_is_left_out() -> None:
    text = "The bridge opened in May."
    assert Placing(row(text), f"{TITLE}\n\n{text}").said(Span(0, 12), TITLE) is None


def test_a_title_that_stands_in_the_text_is_part_of_it() -> None:
    text = f"{TITLE}\n\nIt was May."
    said = Placing(row(text), text).said(Span(0, 12), TITLE)
    assert said is not None
    assert said.quote == TITLE


def test_a_text_that_is_not_the_rows_is_an_error_of_ours() -> None:
    with pytest.raises(ValueError, match="a1"):
        Placing(row("The bridge opened."), "Something else")


@given(st.text(alphabet="ab \r\n\u2028\ufeff", min_size=1, max_size=20), st.data())
def test_line_breaks_of_any_kind_are_mapped_back(raw: str, data: st.DataObject) -> None:
    body = normalise_text(raw)
    if not body:
        return
    start = data.draw(st.integers(0, len(body) - 1))
    end = data.draw(st.integers(start + 1, len(body)))
    own = Placing(row(raw), f"{TITLE}\n\n{body}").own(Span(start, end).shifted(len(TITLE) + 2))
    assert own is not None
    quote = own.of(raw)
    # A carriage return at the end of the span may have lost its newline to what follows.
    assert normalise_text("x" + quote)[1:] == body[start:end]


def test_found_counts_over_all_articles() -> None:
    text = "The bridge opened in May. Is it pretty?"
    gold = GoldClaim(Span(0, 24), text[:24], text[:24])
    articles = [
        ArticleRow("a1", "", text, claims=(gold,), non_claims=(Span(26, 39),)),
        ArticleRow("a2", "", text, claims=(gold,), non_claims=(Span(26, 39),)),
    ]
    predicted = [[Span(0, 20), Span(26, 38)], []]
    assert matches(articles[0], predicted[0]) == {0: 0}
    figures = found("ours", articles, predicted)
    assert (figures.gold, figures.predicted, figures.matched) == (2, 2, 1)
    assert (figures.recall, figures.precision, figures.f1) == (0.5, 0.5, 0.5)
    assert (figures.non_claims, figures.non_claim_hits, figures.non_claim_hit_rate) == (2, 1, 0.5)


def test_nothing_predicted_has_no_precision() -> None:
    figures = found("ours", [ArticleRow("a1", "", "Oh.")], [[]])
    assert (figures.recall, figures.precision, figures.f1, figures.non_claim_hit_rate) == (None,) * 4
