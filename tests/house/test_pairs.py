"""The contrastive pairs: sound rows, and no shortcut that would teach a model the wrong thing."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from factcheck.bench.metrics import best_cut
from factcheck.text.words import words as listed

PAIRS = Path(__file__).parents[2] / "factcheck" / "training" / "pairs"
TYPES = {
    "supported": (
        "verbatim paraphrase rounding number_words unit_conversion hedge_ok derived date_equivalence "
        "entity_alias active_passive subset quote_exact"
    ),
    "conflicting": (
        "wrong_number wrong_magnitude wrong_unit wrong_direction wrong_date wrong_entity wrong_role negation "
        "quantifier hedge_breach wrong_period wrong_ordinal misquote arithmetic"
    ),
    "unmatched": (
        "other_period other_scope other_metric other_entity_same_topic vaguer_topic opinion_vs_fact "
        "forecast_vs_outcome extra_detail"
    ),
}
NEGATIONS = listed("not no never none nobody nothing neither nor without cannot refused denied failed")
Pair = dict[str, str]


@pytest.fixture(scope="module", params=["*.jsonl", "passages/*.jsonl"], ids=["sentences", "passages"])
def pairs(request: pytest.FixtureRequest) -> list[Pair]:
    paths = sorted(PAIRS.glob(request.param))
    return [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def test_every_row_is_sound(pairs: list[Pair]) -> None:
    assert len(pairs) >= 4_500
    assert len({row["id"] for row in pairs}) == len(pairs)
    assert len({(row["claim"], row["reference"]) for row in pairs}) == len(pairs)
    for row in pairs:
        assert list(row) == ["id", "claim", "reference", "label", "type", "group"]
        assert row["type"] in listed(TYPES[row["label"]]), row["id"]
        assert 5 <= len(row["claim"].split()) <= 60, row["id"]


def test_there_are_at_least_ten_thousand() -> None:
    assert sum(len(path.read_text("utf-8").splitlines()) for path in PAIRS.rglob("*.jsonl")) >= 10_000


def test_no_group_is_in_two_files() -> None:
    seen: dict[str, Path] = {}
    for path in sorted(PAIRS.rglob("*.jsonl")):
        for group in {json.loads(line)["group"] for line in path.read_text("utf-8").splitlines()}:
            assert seen.setdefault(group, path) == path


def test_a_group_is_about_one_reference_or_two_opposed_and_shows_both_sides(pairs: list[Pair]) -> None:
    groups: defaultdict[str, list[Pair]] = defaultdict(list)
    for row in pairs:
        groups[row["group"]].append(row)
    for name, rows in groups.items():
        assert len({row["reference"] for row in rows}) <= 2, name
        assert {"supported", "conflicting"} <= {row["label"] for row in rows}, name


def test_labels_and_types_are_balanced(pairs: list[Pair]) -> None:
    labels = Counter(row["label"] for row in pairs)
    assert 0.38 < labels["supported"] / len(pairs) < 0.45
    assert 0.34 < labels["conflicting"] / len(pairs) < 0.42
    types = Counter(row["type"] for row in pairs)
    assert set(types) == {name for listing in TYPES.values() for name in listed(listing)}
    assert min(types.values()) >= 35


def overlap(row: Pair) -> float:
    return len(words(row["claim"]) & words(row["reference"])) / max(1, len(words(row["claim"])))


def digits_of_its_own(row: Pair) -> float:
    digits = re.compile(r"\d[\d.,]*")
    return float(bool(set(digits.findall(row["claim"])) - set(digits.findall(row["reference"]))))


SHORTCUTS: dict[str, Callable[[Pair], float]] = {
    "overlap": overlap,
    "length": lambda row: len(row["claim"].split()),
    "length against the reference": lambda row: len(row["claim"]) / len(row["reference"]),
    "negation": lambda row: len(words(row["claim"]) & NEGATIONS),
    "digits": lambda row: float(any(c.isdigit() for c in row["claim"])),
    "digits of its own": digits_of_its_own,
    "capitals": lambda row: sum(word[:1].isupper() for word in row["claim"].split()),
    "commas": lambda row: row["claim"].count(","),
}


@pytest.mark.parametrize("name", SHORTCUTS)
def test_no_shortcut_tells_what_is_supported(pairs: list[Pair], name: str) -> None:
    true = [row["label"] == "supported" for row in pairs]
    scores = [float(SHORTCUTS[name](row)) for row in pairs]
    for way in (scores, [-score for score in scores]):
        assert (reached(way, true) or 0) <= 0.53


def reached(scores: Sequence[float], true: Sequence[bool]) -> float | None:
    return best_cut(scores, true).balanced_accuracy
