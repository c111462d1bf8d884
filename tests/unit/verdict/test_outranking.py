"""Several references on one claim: which counts, and what is shown where none outranks the other."""

from collections.abc import Callable
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.evidence import (
    Disagreement,
    FindingKind,
    Judgement,
    MachineStatus,
    Reference,
    Relation,
    Source,
    SourceKind,
)

Ask = Callable[..., Judgement]
CLAIM = "Corvin Rail carried 41,300 passengers on its night trains."
SAME = CLAIM
OTHER = "Corvin Rail carried 28,900 passengers on its night trains."
PRIMARY, SECONDARY = SourceKind.PRIMARY, SourceKind.SECONDARY


def ref(
    key: str,
    text: str,
    publisher: str = "Rail Office",
    *,
    as_of: date | None = None,
    kind: SourceKind = SECONDARY,
    published: date | None = None,
    valid_until: date | None = None,
    superseded_by: str | None = None,
) -> Reference:
    source = Source(publisher, "Yearbook", "https://example.org/book", kind, published)
    return Reference(key, key, text, source, as_of, valid_until, superseded_by)


def relations(judged: Judgement) -> dict[str, Relation]:
    return {e.reference.id: e.relation for e in judged.evidence}


def findings(judged: Judgement, key: str) -> list[str]:
    return [
        f.message
        for e in judged.evidence
        for f in e.findings
        if e.reference.id == key and f.kind in (FindingKind.FRESHNESS, FindingKind.OUTRANKED)
    ]


def test_the_newer_word_of_the_same_publisher_replaces_the_older(ask: Ask) -> None:
    new = ref("new", SAME, as_of=date(2025, 2, 1))
    old = ref("old", OTHER, "RAIL OFFICE ", as_of=date(2024, 2, 1))
    judged = ask(CLAIM, old, new, similarity=1.0)
    assert (judged.status, judged.cleared) == (MachineStatus.SUPPORTED, False)
    assert relations(judged) == {"new": Relation.SUPPORTS, "old": Relation.RELATED}
    assert findings(judged, "old") == [
        "Rail Office has said otherwise since: on 1 February 2025, this is of 1 February 2024"
    ]
    assert judged.disagreement is None


def test_a_newer_word_against_the_claim_replaces_the_older_for_it(ask: Ask) -> None:
    new = ref("new", OTHER, as_of=date(2025, 2, 1))
    old = ref("old", SAME, as_of=date(2024, 2, 1))
    judged = ask(CLAIM, old, new, similarity=1.0)
    assert (judged.status, judged.cleared) == (MachineStatus.CONFLICTING, False)
    assert relations(judged) == {"new": Relation.CONTRADICTS, "old": Relation.RELATED}
    assert judged.disagreement is None
    assert "disagree" not in judged.reason


def test_the_source_itself_counts_for_more_but_a_person_looks(ask: Ask) -> None:
    first = ref("first", SAME, "Corvin Rail", kind=PRIMARY, as_of=date(2025, 2, 1))
    retold = ref("retold", OTHER, "Marlow Gazette", as_of=date(2025, 1, 1))
    judged = ask(CLAIM, first, retold, similarity=1.0)
    assert (judged.status, judged.cleared) == (MachineStatus.SUPPORTED, False)
    assert findings(judged, "retold") == ["Corvin Rail is the source itself and says otherwise"]


@pytest.mark.parametrize(
    "pair",
    [
        # Of one day, of no known day, of two publishers, the source itself but older.
        (ref("a", SAME, as_of=date(2025, 2, 1)), ref("b", OTHER, as_of=date(2025, 2, 1))),
        (ref("a", SAME), ref("b", OTHER, as_of=date(2025, 2, 1))),
        (ref("a", SAME, "One", as_of=date(2025, 2, 1)), ref("b", OTHER, "Two", as_of=date(2024, 2, 1))),
        (
            ref("a", SAME, "One", kind=PRIMARY, as_of=date(2024, 2, 1)),
            ref("b", OTHER, "Two", as_of=date(2025, 2, 1)),
        ),
    ],
)
def test_where_neither_outranks_the_other_they_disagree(ask: Ask, pair: tuple[Reference, Reference]) -> None:
    judged = ask(CLAIM, *pair, similarity=1.0)
    assert (judged.status, judged.cleared) == (MachineStatus.CONFLICTING, False)
    assert judged.disagreement is not None
    [mine], [theirs] = judged.disagreement.supporting, judged.disagreement.contradicting
    assert (mine.reference_id, mine.figure, mine.unit) == ("a", "41,300 passengers", "passengers")
    assert (theirs.reference_id, theirs.figure) == ("b", "28,900 passengers")
    assert "disagree" in judged.reason


def test_the_newer_of_another_year_replaces_nothing(ask: Ask) -> None:
    claim = "Corvin Rail carried 41,300 passengers in 2022."
    judged = ask(
        claim,
        ref("old", claim, as_of=date(2023, 1, 31)),
        ref("new", "Corvin Rail carried 28,900 passengers in 2023.", as_of=date(2024, 1, 31)),
        similarity=0.95,
    )
    assert relations(judged)["old"] is Relation.SUPPORTS
    assert relations(judged)["new"] is not Relation.CONTRADICTS


@pytest.mark.parametrize("known", [{"valid_until": date(2024, 12, 31)}, {"superseded_by": "new"}])
def test_what_is_out_of_date_neither_clears_nor_stands_against_what_is_valid(
    ask: Ask, known: dict[str, object]
) -> None:
    stale = ref("stale", SAME, "One", as_of=date(2024, 1, 1), **known)  # type: ignore[arg-type]
    valid = ref("valid", OTHER, "Two")
    alone = ask(CLAIM, stale, published=date(2025, 3, 1), similarity=1.0)
    assert not alone.cleared
    judged = ask(CLAIM, stale, valid, published=date(2025, 3, 1), similarity=1.0)
    assert judged.status is MachineStatus.CONFLICTING
    assert relations(judged)["stale"] is Relation.RELATED
    assert judged.disagreement is None


def test_others_that_agree_are_counted_by_publisher(ask: Ask) -> None:
    same = [ref(str(n), SAME, publisher) for n, publisher in enumerate(("One", "Two", "two", "Three"))]
    assert ask(CLAIM, same[0], similarity=1.0).reason.startswith("Supported by One, Yearbook:")
    assert " and 2 others" in ask(CLAIM, *same, similarity=1.0).reason


@pytest.mark.parametrize(
    ("mine", "theirs", "why"),
    [
        (
            ref("a", "Corvin Rail carried 41,300 passengers on its night trains in 2024.", "One"),
            ref("b", OTHER, "Two"),
            "Only one says for when: 2024.",
        ),
        (
            ref("a", SAME, "One", as_of=date(2025, 2, 1)),
            ref("b", OTHER, "Two", as_of=date(2025, 3, 1)),
            "One is of 1 February 2025, the other of 1 March 2025.",
        ),
        (
            ref("a", SAME, "One", kind=PRIMARY, as_of=date(2024, 2, 1)),
            ref("b", OTHER, "Two", as_of=date(2025, 2, 1)),
            "One is a primary source, the other a secondary one.",
        ),
        (
            ref("a", SAME, "One"),
            ref(
                "b", "Corvin Rail carried 28,900 passengers on its night trains, a preliminary count.", "Two"
            ),
            "Only one is said to be provisional.",
        ),
        (
            ref("a", SAME, "One"),
            ref("b", "Corvin Rail carried about 28,000 passengers on its night trains.", "Two"),
            "One is an exact figure, the other is not.",
        ),
    ],
)
def test_the_card_says_why_the_sides_may_differ(
    ask: Ask, mine: Reference, theirs: Reference, why: str
) -> None:
    judged = ask(CLAIM, mine, theirs, similarity=0.97)
    assert judged.disagreement is not None
    assert why in judged.disagreement.why


publishers = st.sampled_from(["Rail Office", "Marlow Gazette", "Corvin Rail"])
days = st.none() | st.sampled_from([date(2023, 5, 1), date(2024, 5, 1), date(2025, 2, 1)])
references = st.lists(
    st.tuples(st.sampled_from([SAME, OTHER]), publishers, days, st.sampled_from(SourceKind), st.booleans()),
    min_size=2,
    max_size=4,
)


@settings(max_examples=25, deadline=None)
@given(drawn=references)
def test_shuffling_references_changes_nothing(ask: Ask, drawn: list[tuple[object, ...]]) -> None:
    made = [
        ref(
            f"r{number}",
            str(text),
            str(publisher),
            as_of=day,  # type: ignore[arg-type]
            kind=kind,  # type: ignore[arg-type]
            valid_until=date(2024, 12, 31) if stale else None,
        )
        for number, (text, publisher, day, kind, stale) in enumerate(drawn)
    ]

    def outcome(order: tuple[Reference, ...]) -> tuple[object, ...]:
        judged = ask(CLAIM, *order, published=date(2025, 3, 1), similarity=1.0)
        card: Disagreement | None = judged.disagreement
        told = {e.reference.id: (e.relation, frozenset(e.findings)) for e in judged.evidence}
        return judged.status, judged.cleared, card, told

    first, *others = (outcome(order) for order in (*permutations(made),)[:6])
    assert all(other == first for other in others)
    assert outcome(tuple(made[::-1])) == first
