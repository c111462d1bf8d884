"""The command line as a newsroom's scripts see it: output, exit codes, and nothing changed by a refusal."""

import json
import socket
from pathlib import Path

import pytest
from alembic import command
from click.testing import CliRunner, Result
from fpdf import FPDF

from factcheck.bench.formats import read_pairs
from factcheck.cli import main
from factcheck.desk.newsroom import open_newsroom
from factcheck.domain.evidence import MachineStatus
from factcheck.domain.people import SYSTEM, Role
from factcheck.domain.review import Decision, Disposition
from factcheck.settings import Settings
from factcheck.store import schema
from factcheck.store.engine import open_store

REFERENCE = {
    "id": "opening",
    "text": "The Harbour Bridge opened to traffic on 4 May 2019.",
    "source": {"publisher": "Harbour Board", "title": "Annual report", "url": "https://example.org"},
}
SUPPORTED = "The Harbour Bridge opened to traffic on 4 May 2019."
UNMATCHED = "The ferry company Sealine employs 310 people."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory, as on a new machine."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, given: bytes | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=given)


def with_reference(folder: Path) -> None:
    (folder / "references.jsonl").write_text(json.dumps(REFERENCE))
    assert run("import", "references.jsonl").exit_code == 0


def test_a_text_whose_every_claim_is_cleared_passes(folder: Path) -> None:
    with_reference(folder)
    (folder / "article.md").write_text(SUPPORTED)
    result = run("check", "article.md")
    assert result.exit_code == 0
    assert "supported" in result.output
    assert "PASS" in result.output
    assert "Cleared without a person from" in result.output


def test_an_open_claim_holds_and_a_store_without_references_says_so(folder: Path) -> None:
    (folder / "article.txt").write_text(UNMATCHED)
    result = run("check", "article.txt")
    assert result.exit_code == 2
    assert "HOLD" in result.output
    assert "1 claim: 0 supported" in result.output
    assert "no references yet" in result.output


def test_two_claims_that_contradict_each_other_are_told_with_the_line_of_the_other(folder: Path) -> None:
    (folder / "article.txt").write_text("Sealine cuts 40 jobs\n\nThe ferry company Sealine cut 60 jobs.")
    result = run("check", "article.txt")
    told = " ".join(result.output.split())
    assert result.exit_code == 2
    assert "⇄ line 1" in told
    assert "⇄ line 3" in told


def test_words_that_people_cut_fail(folder: Path) -> None:
    (folder / "article.txt").write_text(UNMATCHED)
    claims = json.loads(run("check", "article.txt", "--json").stdout)["claims"]
    newsroom = open_newsroom(Settings())
    claim = newsroom.queue.claim(claims[0]["id"])
    newsroom.queue.decide(claim.id, SYSTEM, Decision(Disposition.CUT, "no"), seen_version=claim.version)
    newsroom.close()
    assert run("check", "article.txt").exit_code == 1


def test_json_is_one_object_with_true_offsets(folder: Path) -> None:
    text = "😀 Déjà vu. " + UNMATCHED
    (folder / "article.txt").write_text(text, encoding="utf-8")
    answer = json.loads(run("check", "article.txt", "--json").stdout)
    assert answer["conclusion"] == "hold"
    assert answer["text"] == text
    assert [text[c["start"] : c["end"]] for c in answer["claims"]] == [c["quote"] for c in answer["claims"]]


def test_a_pdf_is_read(folder: Path) -> None:
    sheet = FPDF(unit="pt", format="A4")
    sheet.add_page()
    sheet.set_font("helvetica", "B", 24)
    sheet.text(50, 80, "The bridge at dusk")
    sheet.set_font("helvetica", "", 10)
    sheet.text(50, 120, UNMATCHED[:17])
    sheet.text(50, 132, UNMATCHED[17:].strip())
    sheet.output(str(folder / "article.pdf"))
    answer = json.loads(run("check", "article.pdf", "--json").stdout)
    assert answer["text"] == f"The bridge at dusk\n\n{UNMATCHED}"
    assert answer["title"] == "The bridge at dusk"
    assert [c["quote"] for c in answer["claims"]] == [UNMATCHED.rstrip(".")]
    assert run("check", "-", given=(folder / "article.pdf").read_bytes()).exit_code == 2


def test_standard_input_is_read(folder: Path) -> None:
    assert run("check", "-", given=UNMATCHED.encode()).exit_code == 2


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.md", b" \n\n "),
        ("binary.txt", bytes(range(256))),
        ("fake.docx", b"not a zip at all"),
        ("fake.pdf", b"not a PDF at all"),
        ("half.pdf", b"%PDF-1.7\n1 0 obj\n<</Type/Cat"),
        ("picture.png", b"\x89PNG\r\n\x1a\n"),
        ("wrong.md", b"caf\xe9 \xff\xfe"),
    ],
)
def test_what_cannot_be_read_is_one_clear_error_and_exit_code_3(
    folder: Path, name: str, content: bytes
) -> None:
    (folder / name).write_bytes(content)
    result = run("check", name)
    assert result.exit_code == 3
    assert result.output.count("Error:") == 1
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "missing.txt"),
        ("check", "."),
        ("check",),
        ("check", "--colour", "x"),
        ("import", "references.xlsx"),
        ("dance",),
    ],
)
def test_a_wrong_command_line_is_exit_code_3_not_2(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 3


def test_help_and_version_are_no_error() -> None:
    assert run("--help").exit_code == 0
    assert run("--version").exit_code == 0


def test_an_import_names_bad_rows_and_keeps_the_good_ones(folder: Path) -> None:
    (folder / "mixed.jsonl").write_text(json.dumps(REFERENCE) + "\n{broken\n")
    result = run("import", "mixed.jsonl")
    assert result.exit_code == 3
    assert "line 2" in result.output
    assert "1 added" in result.output


def test_an_account_and_a_key_are_made(folder: Path) -> None:
    made = run("user", "add", "ada", "--role", "admin", "--password", "harbour lights")
    assert made.exit_code == 0
    key = run("key", "add", "cms").stdout.strip()
    newsroom = open_newsroom(Settings())
    assert newsroom.people.sign_in("ada", "harbour lights").role is Role.ADMIN
    assert newsroom.people.authenticate_key(key).name == "cms"
    newsroom.close()
    assert run("audit", "verify").exit_code == 0


def test_a_refused_account_changes_nothing(folder: Path) -> None:
    assert run("user", "add", "ada", "--password", "short").exit_code == 3
    newsroom = open_newsroom(Settings())
    assert newsroom.people.users() == ()
    newsroom.close()


def test_a_server_without_a_secret_does_not_start() -> None:
    result = run("serve")
    assert result.exit_code == 3
    assert "FACTCHECK_SECRET" in result.output


def test_a_misspelt_setting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_PROT", "9000")
    result = run("migrate")
    assert result.exit_code == 3
    assert "FACTCHECK_PROT" in result.output


def test_a_store_that_is_no_database_is_an_error_in_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "other.sqlite3").write_bytes(b"no database at all" * 500)
    monkeypatch.setenv("FACTCHECK_DATABASE_URL", "sqlite:///other.sqlite3")
    result = run("audit", "verify")
    assert result.exit_code == 3
    assert result.output.splitlines() == ["Error: The store cannot be used: file is not a database."]


@pytest.mark.parametrize("fault", [RuntimeError("a fault of ours"), BrokenPipeError()])
def test_no_fault_is_mistaken_for_the_answer_that_an_article_fails(
    fault: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr("factcheck.cli.keeping.open_store", stumble)
    monkeypatch.setattr("factcheck.cli.opening.os.dup2", lambda *_: None)
    assert run("migrate").exit_code == 3


def test_migrate_says_whether_it_made_a_store() -> None:
    made = run("migrate")
    assert made.exit_code == 0
    assert "a new one was made" in made.output
    again = run("migrate")
    assert again.exit_code == 0
    assert again.output.endswith("is up to date.\n")


def test_an_older_demo_store_is_brought_up_to_date_by_the_command_that_is_named(folder: Path) -> None:
    assert run("migrate", "--demo").exit_code == 0
    file = folder / ".factcheck" / "demo.sqlite3"
    store = open_store(f"sqlite:///{file}")
    with store._writing.connect() as connection:
        command.downgrade(schema.configuration(connection), "0001")
        connection.commit()
    store.dispose()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    for refused in (run("demo", "--port", port), run("audit", "verify", "--demo")):
        assert refused.exit_code == 3
        assert "from an older version. Run `factcheck migrate --demo` first." in refused.output
    brought = run("migrate", "--demo")
    assert brought.exit_code == 0
    assert "is up to date" in brought.output
    assert run("audit", "verify", "--demo").exit_code == 0
    assert list(folder.glob("**/*.sqlite3")) == [file]


def test_an_older_store_that_is_not_the_demos_names_the_plain_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run("migrate")
    monkeypatch.setattr(schema, "newest", lambda: "9998")
    assert "Run `factcheck migrate` first." in run("audit", "verify").output


def test_variants_of_true_pairs_are_rows_that_the_benchmark_reads(folder: Path) -> None:
    row = {"id": "a", "claim": SUPPORTED, "reference": REFERENCE["text"], "label": "supported"}
    (folder / "true.jsonl").write_text(json.dumps(row))
    result = run("train", "variants", "true.jsonl", "--out", "variants.jsonl")
    assert result.exit_code == 0
    made = read_pairs(folder / "variants.jsonl")
    assert len(made) > 1
    assert all(one.reference.startswith(SUPPORTED) for one in made)
    assert MachineStatus.CONFLICTING in {one.label for one in made}


def test_without_a_true_pair_no_file_of_variants_is_written(folder: Path) -> None:
    row = {"id": "a", "claim": SUPPORTED, "reference": REFERENCE["text"], "label": "unmatched"}
    (folder / "none.jsonl").write_text(json.dumps(row))
    result = run("train", "variants", "none.jsonl", "--out", "variants.jsonl")
    assert result.exit_code == 3
    assert "no supported pair" in result.output
    assert not (folder / "variants.jsonl").exists()
