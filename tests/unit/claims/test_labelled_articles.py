"""Extraction on whole labelled articles: what it finds may not fall below what it once reached."""

from pathlib import Path
from typing import Any

import pytest

from factcheck.bench.extraction import measure
from factcheck.bench.progress import silent
from factcheck.text.documents import Limits
from factcheck.text.parser import Parser

LABELLED = Path(__file__).parents[2] / "labelled"


@pytest.mark.parametrize(("folder", "recall", "precision", "hit"), [("read", 0.90, 0.90, 0.05)])
def test_claims_are_found_and_talk_is_left_out(
    extractor: Any, folder: str, recall: float, precision: float, hit: float
) -> None:
    path = LABELLED / folder / "articles.jsonl"
    figures, _ = measure(path, extractor, Parser(), Limits(), silent)
    assert figures.numbers_missed == 0
    assert figures.ours.recall is not None
    assert figures.ours.recall >= recall
    assert figures.ours.precision is not None
    assert figures.ours.precision >= precision
    assert figures.ours.non_claim_hit_rate is not None
    assert figures.ours.non_claim_hit_rate <= hit
