"""The commands as a user runs them, on small data, with the real models and a real store."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from factcheck.cli import main

REFERENCES = [
    {
        "id": "ref-1",
        "text": "Harbour Bank's profit fell by 4% to £6m in 2024.",
        "source": {
            "publisher": "Harbour Bank",
            "title": "Annual report",
            "url": "https://example.org/report",
            "published_at": "2025-02-01",
        },
        "as_of": "2025-02-01",
    },
    {
        "id": "ref-2",
        "text": "The Quay Bridge opened in May 2023.",
        "source": {"publisher": "City of Quay", "title": "Bridges", "url": "https://example.org/bridges"},
        "as_of": "2023-05-12",
    },
]
TEXT = (
    "Harbour Bank's profit fell by 4% to £60m in 2024.\r\n\r\n"
    "The Quay Bridge opened in May 2023. Is it pretty?"
)
CLAIMS = [
    ("Harbour Bank's profit fell by 4% to £60m in 2024", "conflicting", "ref-1", "wrong_magnitude"),
    ("The Quay Bridge opened in May 2023", "supported", "ref-2", None),
]
ARTICLE = {
    "id": "a1",
    "title": "Harbour Bank's profit falls by 4% in 2024",
    "text": TEXT,
    "published_at": "2025-02-03T08:00:00Z",
    "claims": [
        {
            "text": quote,
            "quote": quote,
            "start": TEXT.index(quote),
            "end": TEXT.index(quote) + len(quote),
            "verdict": verdict,
            "reference_ids": [reference],
            "error_type": error,
        }
        for quote, verdict, reference, error in CLAIMS
    ],
    "non_claims": ["Is it pretty?"],
}


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["bench", *map(str, arguments)])


def json_of(*arguments: str | Path) -> dict[str, Any]:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)  # type: ignore[no-any-return]


def complaint(result: Result) -> str:
    """What was said on standard error, without spaces: a terminal may break lines anywhere."""
    return "".join(result.stderr.split())


def written(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    written(tmp_path / "references.jsonl", *REFERENCES)
    written(tmp_path / "articles.jsonl", ARTICLE)
    return tmp_path


def test_verdict(tmp_path: Path) -> None:
    rows = [
        {
            "id": "1",
            "claim": "Profit fell to £60m.",
            "reference": "Profit fell to £6m.",
            "label": "conflicting",
        },
        {"id": "2", "claim": "Profit fell to £6m.", "evidence": "Profit fell to £6m.", "label": "supported"},
    ]
    out = tmp_path / "out.jsonl"
    figures = json_of("verdict", written(tmp_path / "pairs.jsonl", *rows), "--predictions", out)
    assert figures["bench"] == "verdict"
    assert figures["rows"] == 2
    predictions = rows_of(out)
    assert [row["id"] for row in predictions] == ["1", "2"]
    wanted = {"id", "status", "p_supports", "p_contradicts", "cleared", "findings"}
    assert wanted <= set(predictions[0])
    assert predictions[0]["status"] == "conflicting"
    assert not predictions[0]["cleared"]


def test_newsroom(newsroom: Path) -> None:
    out = newsroom / "out.jsonl"
    figures = json_of("newsroom", newsroom, "--predictions", out)
    assert figures["references"] == {"stored": 2, "refused": []}
    assert figures["claims"]["recall"] == 1
    assert figures["conflicts"]["found"]["count"] == 1
    assert figures["evidence_recall_at_5"] == 1
    (prediction,) = rows_of(out)
    for claim in prediction["claims"]:
        assert TEXT[claim["start"] : claim["end"]] == claim["quote"]
        assert set(claim["reference_ids"]) <= {"ref-1", "ref-2"}
        assert {"text", "status", "cleared", "findings"} <= set(claim)
    assert ARTICLE["title"] not in [claim["quote"] for claim in prediction["claims"]]


def test_newsroom_is_the_same_every_time(newsroom: Path) -> None:
    first, second = newsroom / "first.jsonl", newsroom / "second.jsonl"
    assert json_of("newsroom", newsroom, "--predictions", first) == json_of(
        "newsroom", newsroom, "--predictions", second
    )
    assert first.read_bytes() == second.read_bytes()


def test_newsroom_names_references_that_the_import_refuses(newsroom: Path) -> None:
    bad = {**REFERENCES[0], "id": "ref-3", "source": {"publisher": "", "title": "", "url": "ftp:/x"}}
    written(newsroom / "references.jsonl", *REFERENCES, bad)
    figures = json_of("newsroom", newsroom)
    assert figures["references"]["stored"] == 2
    assert "references.jsonl:3:" in figures["references"]["refused"][0]


def test_extraction(newsroom: Path) -> None:
    out = newsroom / "out.jsonl"
    figures = json_of("extraction", newsroom / "articles.jsonl", "--predictions", out)
    assert figures["ours"]["recall"] == 1
    assert figures["ours"]["non_claim_hits"] == 0
    assert figures["baselines"][0]["non_claim_hits"] == 1
    (prediction,) = rows_of(out)
    assert all(TEXT[c["start"] : c["end"]] == c["quote"] for c in prediction["claims"])


def test_worthiness(tmp_path: Path) -> None:
    rows = [
        {"id": "1", "text": "Profit fell to £6m.", "label": 1},
        {"id": "2", "text": "Well, well.", "label": 0},
    ]
    out = tmp_path / "out.jsonl"
    figures = json_of("worthiness", written(tmp_path / "rows.jsonl", *rows), "--predictions", out)
    assert figures["ours"]["auroc"] == 1
    assert {row["id"] for row in rows_of(out)} == {"1", "2"}


def test_retrieval(tmp_path: Path) -> None:
    corpus = [{"id": row["id"], "text": row["text"]} for row in REFERENCES]
    pages = (
        {"id": "ref-3", "text": "It sank off Malta.", "title": "The ferry Corbeau"},
        {"id": "ref-4", "text": "It sank off Crete.", "title": "The yacht Sirocco"},
    )
    written(tmp_path / "corpus.jsonl", *corpus, *pages)
    folder = tmp_path / "dev"
    folder.mkdir()
    asked = (
        {"id": "q1", "text": "When did the Quay Bridge open?"},
        {"id": "q2", "text": "The Corbeau went down."},
    )
    written(folder / "queries.jsonl", *asked)
    (folder / "qrels.tsv").write_text("q1\tref-2\t1\nq2\tref-3\t1\n", encoding="utf-8")
    out = tmp_path / "out.jsonl"
    figures = json_of("retrieval", folder, "--predictions", out)
    assert figures["corpus"] == 4
    assert figures["ours"]["recall_at_1"] == figures["ours"]["hit_at_1"] == 1
    assert [one["name"] for one in figures["baselines"]] == ["meaning alone (cosine)", "words alone"]
    assert [(row["id"], row["ranking"][0]) for row in rows_of(out)] == [("q1", "ref-2"), ("q2", "ref-3")]


def test_tables_are_for_people(newsroom: Path) -> None:
    result = run("extraction", newsroom / "articles.jsonl")
    assert result.exit_code == 0
    assert "bench extraction: articles.jsonl" in result.stdout
    assert "every sentence" in result.stdout


@pytest.mark.parametrize("command", ["verdict", "extraction", "worthiness"])
def test_a_bad_row_is_one_clear_error_with_file_and_line(tmp_path: Path, command: str) -> None:
    path = written(tmp_path / "rows.jsonl", {"id": "1"})
    result = run(command, path, "--json")
    assert result.exit_code == 3
    assert result.stdout == ""
    assert "rows.jsonl:1:" in complaint(result)
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("command", ["newsroom", "retrieval"])
def test_a_folder_without_the_files_is_refused(tmp_path: Path, command: str) -> None:
    result = run(command, tmp_path)
    assert result.exit_code == 3
    assert "Nosuchfile" in complaint(result)


def test_a_place_that_cannot_be_written_is_refused_before_anything_is_measured(tmp_path: Path) -> None:
    result = run("verdict", tmp_path / "missing.jsonl", "--predictions", tmp_path / "nowhere" / "out.jsonl")
    assert result.exit_code == 3
    assert "out.jsonl:Nosuchfile" in complaint(result)
