"""Kind, attribution, doubt and worthiness of claims."""

from typing import Any

import pytest

from factcheck.claims.checkable import THRESHOLD, WEIGHTS
from factcheck.claims.extract import Extractor
from factcheck.domain.claims import Attribution, ClaimKind
from factcheck.text.documents import Limits, document_from_text


@pytest.mark.parametrize(
    ("passage", "kind", "attribution"),
    [
        ("Roe Foods closed three plants in May.", ClaimKind.STATEMENT, None),
        (
            "The mayor said that Roe Foods had closed three plants.",
            ClaimKind.ATTRIBUTED,
            Attribution("The mayor", "said"),
        ),
        (
            "According to the Fish Board, stocks of cod fell by 30% in 2024.",
            ClaimKind.ATTRIBUTED,
            Attribution("the Fish Board", "according to"),
        ),
        (
            "A survey of 1,200 voters found that 61% of them oppose the plan.",
            ClaimKind.ATTRIBUTED,
            Attribution("A survey of 1,200 voters", "found"),
        ),
        (
            "“We have nothing to hide,” said the chair, Ada Roe.",
            ClaimKind.QUOTATION,
            Attribution("the chair, Ada Roe", "said"),
        ),
    ],
)
def test_kind_and_attribution(
    read: Any, passage: str, kind: ClaimKind, attribution: Attribution | None
) -> None:
    (claim,) = read(passage).claims
    assert (claim.kind, claim.attribution) == (kind, attribution)


@pytest.mark.parametrize(
    ("passage", "doubt"),
    [
        ("The minister allegedly took £40,000 from Roe Foods.", "allegedly"),
        ("The line is expected to open in 2027.", "is expected to"),
        ("Roe Foods reportedly lost 30 ships.", "reportedly"),
        ("Roe Foods lost 30 ships.", None),
    ],
)
def test_reported_doubt_is_kept(read: Any, passage: str, doubt: str | None) -> None:
    (claim,) = read(passage).claims
    assert claim.doubt == doubt


def test_worthiness_names_its_features_strongest_first(read: Any) -> None:
    (claim,) = read("Roe Foods sold 30 ships in May 2024.").claims
    assert claim.worthiness > 0.9
    assert claim.worthiness_reasons[0] == "figure"
    assert set(claim.worthiness_reasons) <= set(WEIGHTS)
    weights = [abs(WEIGHTS[name]) for name in claim.worthiness_reasons]
    assert weights == sorted(weights, reverse=True)


def headline(extractor: Extractor, title: str) -> list[tuple[str, ClaimKind]]:
    document = document_from_text("It was a long day.", title=title, limits=Limits())
    return [(claim.quote, claim.kind) for claim in extractor.extract(document).claims]


@pytest.mark.parametrize(
    "title",
    ["Roe Foods shuts three plants", "Fish prices rise 8% in a month", "Court rejects Skerry bridge plan"],
)
def test_headlines_that_state_a_fact_are_claims(extractor: Extractor, title: str) -> None:
    assert headline(extractor, title) == [(title, ClaimKind.HEADLINE)]


@pytest.mark.parametrize(
    "title", ["Why cod matters", "Is this the end of cheap fish?", "What we know so far", "The price of hope"]
)
def test_other_headlines_are_not(extractor: Extractor, title: str) -> None:
    assert headline(extractor, title) == []


def test_claims_that_are_kept_reach_the_threshold(read: Any) -> None:
    for passage in ("Roe Foods lost 30 ships.", "Nobody was hurt in the fire at Fenwick Mill."):
        assert all(claim.worthiness >= THRESHOLD for claim in read(passage).claims)
