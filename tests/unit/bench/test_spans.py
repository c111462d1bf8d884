from hypothesis import given
from hypothesis import strategies as st

from factcheck.bench.spans import alike, hit, match, shared
from factcheck.domain.articles import Span

spans = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 40)).map(lambda p: Span(p[0], p[0] + p[1])), max_size=8
)


def test_half_of_the_shorter_and_thirty_per_cent_of_the_longer_have_to_be_shared() -> None:
    assert alike(Span(0, 30), Span(0, 100))
    assert not alike(Span(0, 29), Span(0, 100))
    assert alike(Span(0, 100), Span(50, 150))
    assert not alike(Span(0, 100), Span(51, 151))
    assert not alike(Span(0, 10), Span(10, 20))


def test_the_best_overlap_comes_first() -> None:
    # The second prediction fits gold 0 better; the first has to make do with gold 1.
    assert match([Span(20, 60), Span(0, 58)], [Span(0, 60), Span(35, 90)]) == {1: 0, 0: 1}


def test_of_two_that_share_as_much_the_closer_fit_wins() -> None:
    assert match([Span(0, 40)], [Span(0, 100), Span(0, 40)]) == {0: 1}


def test_a_prediction_matches_once() -> None:
    assert match([Span(0, 40), Span(0, 40)], [Span(0, 40)]) == {0: 0}


@given(spans, spans)
def test_matches_are_one_to_one_alike_and_none_is_left_that_could_be_made(
    predicted: list[Span], gold: list[Span]
) -> None:
    matched = match(predicted, gold)
    assert len(set(matched.values())) == len(matched)
    assert all(alike(predicted[i], gold[j]) for i, j in matched.items())
    free = [g for j, g in enumerate(gold) if j not in matched.values()]
    assert not any(alike(p, g) for i, p in enumerate(predicted) if i not in matched for g in free)


@given(spans, spans)
def test_what_is_shared_is_the_same_both_ways(ones: list[Span], others: list[Span]) -> None:
    assert all(shared(a, b) == shared(b, a) for a in ones for b in others)


@given(spans)
def test_a_perfect_answer_matches_everything(gold: list[Span]) -> None:
    distinct = list(dict.fromkeys(gold))
    assert match(distinct, distinct) == {i: i for i in range(len(distinct))}


def test_a_short_claim_out_of_a_long_stretch_is_a_hit() -> None:
    assert hit([Span(0, 100), Span(200, 210)], [Span(10, 20), Span(205, 300)]) == (True, True)
    assert hit([Span(0, 100)], [Span(90, 120)]) == (False,)
    assert hit([Span(0, 100)], []) == (False,)
