import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from factcheck.bench.formats import (
    read_articles,
    read_pairs,
    read_references,
    read_retrieval,
    read_sentences,
)
from factcheck.domain.articles import Span
from factcheck.domain.errors import InvalidInput
from factcheck.domain.evidence import MachineStatus

PAIR = {
    "id": "p1",
    "claim": "The bridge opened in May.",
    "reference": "It opened in May.",
    "label": "supported",
}
TEXT = "The bridge opened in May. Is it pretty?"
CLAIM = {
    "text": "The Quay Bridge opened in May.",
    "quote": "The bridge opened in May",
    "start": 0,
    "end": 24,
    "verdict": "conflicting",
    "reference_ids": ["r1"],
    "error_type": "wrong_date",
}
ARTICLE = {
    "id": "a1",
    "title": "Bridge opens",
    "text": TEXT,
    "published_at": "2025-05-12T06:45:00Z",
    "claims": [CLAIM],
    "non_claims": ["Is it pretty?"],
}


def written(folder: Path, *rows: Any, name: str = "rows.jsonl") -> Path:
    path = folder / name
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n", encoding="utf-8")
    return path


def test_a_pair_is_read_with_its_optional_fields(tmp_path: Path) -> None:
    row = {**PAIR, "type": "paraphrase", "as_of": "2024-05-01", "published_at": "2024-05-02T10:00:00Z"}
    (pair,) = read_pairs(written(tmp_path, row))
    assert pair.label is MachineStatus.SUPPORTED
    assert (pair.type, pair.as_of, pair.published_at) == ("paraphrase", date(2024, 5, 1), date(2024, 5, 2))


@pytest.mark.parametrize(("label", "status"), [("refuted", "conflicting"), ("nei", "unmatched")])
def test_public_sets_are_read_the_same_way(tmp_path: Path, label: str, status: str) -> None:
    row = {"id": 7, "claim": "It rained.", "evidence": "It was dry.", "label": label, "has_number": False}
    (pair,) = read_pairs(written(tmp_path, row))
    assert (pair.id, pair.reference, pair.label) == ("7", "It was dry.", MachineStatus(status))


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ({**PAIR, "label": "true"}, "“label” is 'true'"),
        ({**PAIR, "claim": " "}, "“claim” is empty"),
        ({**PAIR, "claim": 4}, "“claim” is not a text"),
        ({k: v for k, v in PAIR.items() if k != "reference"}, "“reference” is missing"),
        ({**PAIR, "as_of": "May 2024"}, "“as_of” is not an ISO 8601 date"),
        (["p1"], "not a JSON object"),
        ({**PAIR, "id": "p0"}, "'p0' is on line 1 already"),
    ],
)
def test_a_bad_row_is_named_by_file_and_line(tmp_path: Path, row: Any, complaint: str) -> None:
    path = written(tmp_path, {**PAIR, "id": "p0"}, row)
    with pytest.raises(InvalidInput, match=complaint) as refused:
        read_pairs(path)
    assert refused.value.message.startswith(f"{path}:2: ")


def test_a_file_that_is_no_json_or_no_utf8_or_empty_or_not_there(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    with pytest.raises(InvalidInput, match=r"rows\.jsonl: No such file"):
        read_pairs(path)
    path.write_text("\n\n", encoding="utf-8")
    with pytest.raises(InvalidInput, match="no rows"):
        read_pairs(path)
    path.write_text("\n{'id': 1}\n", encoding="utf-8")
    with pytest.raises(InvalidInput, match=r"rows\.jsonl:2: This is not JSON"):
        read_pairs(path)
    path.write_bytes(json.dumps(PAIR).encode() + b"\n\xff\n")
    with pytest.raises(InvalidInput, match=r"rows\.jsonl:2: This is not UTF-8"):
        read_pairs(path)


@pytest.mark.parametrize("line", ['{"id": ' + "7" * 5_001 + "}", "[" * 200_000], ids=["digits", "depth"])
def test_json_beyond_reason_is_named_by_file_and_line(tmp_path: Path, line: str) -> None:
    path = tmp_path / "odd.jsonl"
    path.write_text("\n" + line + "\n", encoding="utf-8")
    with pytest.raises(InvalidInput, match=r"odd\.jsonl:2: This"):
        read_pairs(path)


def test_a_byte_order_mark_and_line_separators_inside_texts_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    row = json.dumps({**PAIR, "claim": "One\u2028line."}, ensure_ascii=False)
    path.write_text("\ufeff" + row + "\r\n", encoding="utf-8", newline="")
    assert read_pairs(path)[0].claim == "One\u2028line."


def test_an_article_is_read_with_claims_and_non_claims(tmp_path: Path) -> None:
    path = written(tmp_path, ARTICLE)
    (article,) = read_articles(path)
    assert article.published_at == datetime(2025, 5, 12, 6, 45, tzinfo=UTC)
    assert article.claims[0].span == Span(0, 24)
    assert article.claims[0].verdict is MachineStatus.CONFLICTING
    assert article.claims[0].reference_ids == ("r1",)
    assert article.non_claims == (Span(26, 39),)
    assert article.place == f"{path}:1"


def test_non_claims_may_say_where_they_stand_and_are_counted_where_they_do_not(tmp_path: Path) -> None:
    placed = {"quote": "Is it pretty?", "start": 26, "end": 39}
    row = {**ARTICLE, "non_claims": [placed, {"text": "Is it pretty?"}, "Bridge opens"]}
    (article,) = read_articles(written(tmp_path, row))
    assert article.non_claims == (Span(26, 39), Span(26, 39))
    assert article.unplaced_non_claims == 1


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"claims": [{**CLAIM, "start": 1}]}, r"claims\[1\]: “quote” is not what stands"),
        ({"claims": [{**CLAIM, "end": None}]}, r"claims\[1\]: “quote” is not what stands"),
        ({"claims": [CLAIM, {**CLAIM, "verdict": "wrong"}]}, r"claims\[2\]: “verdict” is 'wrong'"),
        ({"claims": [{**CLAIM, "reference_ids": "r1"}]}, "“reference_ids” is not a list"),
        ({"claims": ["The bridge"]}, r"claims\[1\] is not a JSON object"),
        ({"claims": None}, "“claims” is not a list"),
        ({"non_claims": [5]}, r"non_claims\[1\]"),
        ({"non_claims": "Is it pretty?"}, "“non_claims” is not a list"),
        ({"published_at": "yesterday"}, "“published_at” is not an ISO 8601 date"),
    ],
)
def test_a_bad_article_is_refused(tmp_path: Path, changed: dict[str, Any], complaint: str) -> None:
    with pytest.raises(InvalidInput, match=complaint):
        read_articles(written(tmp_path, {**ARTICLE, **changed}))


def test_articles_need_claims_only_where_they_are_scored(tmp_path: Path) -> None:
    path = written(tmp_path, {"id": "a", "text": "It rained."})
    assert read_articles(path, annotated=False)[0].claims == ()
    with pytest.raises(InvalidInput, match="“claims” is not a list"):
        read_articles(path)


def test_sentences_are_worthy_or_not(tmp_path: Path) -> None:
    rows = read_sentences(
        written(
            tmp_path, {"id": "s1", "text": "It rained.", "label": 1}, {"id": "s2", "text": "Oh.", "label": 0}
        )
    )
    assert [row.worthy for row in rows] == [True, False]
    for label in (2, "1", None, 1.0):
        with pytest.raises(InvalidInput, match="“label” has to be 0 or 1"):
            read_sentences(written(tmp_path, {"id": "s1", "text": "It rained.", "label": label}))


def test_references_need_an_id_and_a_text(tmp_path: Path) -> None:
    path = written(tmp_path, {"id": "r1", "text": "It rained.", "source": {"publisher": "Met"}})
    assert read_references(path)[0].id == "r1"
    with pytest.raises(InvalidInput, match="“text” is missing"):
        read_references(written(tmp_path, {"id": "r1"}))


def retrieval(folder: Path, qrels: str) -> Path:
    ours = folder / "dev"
    ours.mkdir(exist_ok=True)
    written(folder, {"id": "d1", "text": "Rain."}, {"id": "d2", "text": "Sun."}, name="corpus.jsonl")
    written(ours, {"id": "q1", "text": "Did it rain?"}, {"id": "q2", "text": "Hm?"}, name="queries.jsonl")
    (ours / "qrels.tsv").write_text(qrels, encoding="utf-8")
    return ours


def test_the_corpus_may_lie_in_the_folder_above(tmp_path: Path) -> None:
    data = read_retrieval(retrieval(tmp_path, "query-id\tcorpus-id\tgrade\nq1\td1\t1\nq1\td2\t0\n"))
    assert [row.id for row in data.corpus] == ["d1", "d2"]
    assert data.relevant == {"q1": frozenset({"d1"})}
    assert [row.id for row in data.queries] == ["q1"]


@pytest.mark.parametrize(
    ("qrels", "complaint"),
    [
        ("q1\td1\t1\nq9\td1\t1\n", "qrels.tsv:2: There is no query 'q9'"),
        ("q1\td9\t1\n", "qrels.tsv:1: There is no document 'd9'"),
        ("q1 d1 1\n", "qrels.tsv:1: A line has three fields"),
        ("q1\td1\tyes\n", "qrels.tsv:1: The grade is not a number"),
        ("q1\td1\t0\n", "No document is relevant"),
    ],
)
def test_bad_relevance_lines_are_refused(tmp_path: Path, qrels: str, complaint: str) -> None:
    with pytest.raises(InvalidInput, match=complaint):
        read_retrieval(retrieval(tmp_path, qrels))
