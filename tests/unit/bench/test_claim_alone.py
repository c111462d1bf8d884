import numpy as np

from factcheck.bench.claim_alone import folds, held_out_probabilities, words

COLOURS = ("red", "green", "blue", "white", "black")


def rows(many: int) -> tuple[list[str], list[int], list[tuple[str, ...]]]:
    """Claims whose label stands in one of their words, each under a key of its own."""
    texts = [
        f"The {COLOURS[i % 5]} boat {'sank' if i % 2 else 'floated'} near pier {i}." for i in range(many)
    ]
    return texts, [i % 2 for i in range(many)], [(f"claim {i}",) for i in range(many)]


def test_words_are_lower_case_and_keep_unit_signs() -> None:
    assert words("Profits ROSE 4%, to $6m.") == ["profits", "rose", "4", "%", "to", "$", "6m"]


def test_rows_that_share_a_key_directly_or_through_others_share_a_fold() -> None:
    fold = folds([("a", "x"), ("b", "x"), ("b", "c"), ("d",), ("e",), ("f",)])
    assert fold[0] == fold[1] == fold[2]
    assert len(set(fold.tolist())) > 1


def test_folds_are_of_like_size_and_the_same_every_time() -> None:
    keys = [(f"row {i}",) for i in range(50)]
    first = folds(keys)
    assert np.bincount(first).tolist() == [10] * 5
    assert first.tolist() == folds(keys).tolist()
    assert first.tolist() != folds(keys, seed=1).tolist()


def test_a_word_that_gives_the_label_away_is_found_out() -> None:
    texts, classes, keys = rows(60)
    said = held_out_probabilities(texts, classes, keys, 2)
    assert np.allclose(said.sum(axis=1), 1)
    assert (said.argmax(axis=1) == classes).mean() > 0.95


def test_a_label_that_does_not_stand_in_the_claim_is_not_found_out() -> None:
    texts, _, keys = rows(60)
    blind = [(i // 2) % 2 for i in range(60)]
    said = held_out_probabilities(["The boat sailed."] * len(texts), blind, keys, 2)
    assert np.abs(said - 0.5).max() < 0.1


def test_twins_of_one_claim_cannot_be_remembered() -> None:
    texts = [f"Boat {i} sank." for i in range(20) for _ in range(2)]
    classes = [i % 2 for i in range(20) for _ in range(2)]
    keys = [(f"claim {i}",) for i in range(20) for _ in range(2)]
    said = held_out_probabilities(texts, classes, keys, 2)
    assert (said.argmax(axis=1) == classes).mean() < 0.8


def test_one_row_alone_gets_even_odds() -> None:
    assert held_out_probabilities(["A boat sank."], [0], [("a",)], 3).tolist() == [[1 / 3] * 3]
