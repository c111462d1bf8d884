import json
from pathlib import Path

import pytest

from factcheck.domain.errors import InvalidInput
from factcheck.matching.encoder import SentenceTransformerEncoder
from factcheck.training.stance.examples import (
    PAIRS,
    PASSAGES,
    PUBLIC,
    Example,
    copies,
    own_pairs,
    public_examples,
    silent_neighbours,
    strangers,
)


def public_folder(folder: Path, rows: int) -> Path:
    for one in PUBLIC:
        lines = [
            json.dumps({"id": f"{n}", "claim": f"Claim {n}.", "evidence": f"Evidence {n}.", "label": "nei"})
            for n in range(rows)
        ]
        (folder / one.file).write_text("\n".join(lines), encoding="utf-8")
    return folder


def test_a_group_of_our_own_is_trained_on_or_kept_back_never_both() -> None:
    for folder in (PAIRS, PASSAGES):
        trained = {row.group for row in own_pairs(folder, kept_back=False)}
        kept = {row.group for row in own_pairs(folder, kept_back=True)}
        assert not trained & kept
        assert 0.12 < len(kept) / len(trained | kept) < 0.28


def test_of_the_public_sets_no_more_is_taken_than_is_said(tmp_path: Path) -> None:
    drawn = public_examples(public_folder(tmp_path, 2_600), seed=1)

    assert len(drawn) == sum(min(2_600, one.most or 2_600) for one in PUBLIC)
    assert drawn == public_examples(tmp_path, seed=1)


def test_a_missing_set_is_named(tmp_path: Path) -> None:
    public_folder(tmp_path, 1)
    (tmp_path / PUBLIC[2].file).unlink()

    with pytest.raises(InvalidInput, match="scifact"):
        public_examples(tmp_path, seed=1)


def test_a_neighbour_is_silent_only_where_it_shares_no_word_with_the_claim() -> None:
    rows = [
        Example("Orrin Bridge opened in 1931.", "It opened in 1931.", 0, title="Orrin Bridge"),
        Example("Orrin Bridge carries trams.", "Trams cross it.", 0, title="Orrin Bridge"),
        Example("Orrin Bridge opened late.", "The bridge, opened late, leaks.", 0, title="Orrin Bridge"),
    ]

    made = silent_neighbours(rows, seed=1)

    assert {(one.claim, one.reference) for one in made} <= {
        ("Orrin Bridge opened in 1931.", "Trams cross it."),
        ("Orrin Bridge carries trams.", "It opened in 1931."),
        ("Orrin Bridge carries trams.", "The bridge, opened late, leaks."),
        ("Orrin Bridge opened late.", "Trams cross it."),
    }
    assert made
    assert all(one.label == 2 for one in made)


def test_a_copied_sentence_is_one_of_the_references_own() -> None:
    text = "The Orrin Bridge opened in 1931. Trams have crossed it since the war."
    made = copies([Example("x", text, 1)], seed=1, share=1.0)

    assert [one.label for one in made] == [0]
    assert made[0].claim in text


def test_a_stranger_is_a_reference_of_another_group() -> None:
    rows = [
        Example(f"The {town} council closed a school.", f"A school in {town} was closed.", 0, group=town)
        for town in ("Marlow", "Orrin", "Selby", "Dunmore")
    ]

    made = strangers(rows, SentenceTransformerEncoder(), seed=1, most=4)

    assert all(one.label == 2 for one in made)
    assert not {(one.claim, one.reference) for one in made} & {(row.claim, row.reference) for row in rows}
