"""`factcheck check`."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec

from factcheck.cli.opening import demo_option, err, opened, out, read_file, settings_for
from factcheck.cli.table import print_report
from factcheck.desk.checks import Submission
from factcheck.domain.people import SYSTEM
from factcheck.domain.policy import Conclusion
from factcheck.text.documents import Limits, read_document
from factcheck.web.api.answers import CheckResult

EXIT_CODES = {
    Conclusion.PASS: 0,
    Conclusion.FAIL: 1,
    Conclusion.HOLD: 2,
    Conclusion.STALE: 2,
    Conclusion.ERROR: 3,
}
"""What `factcheck check` exits with."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object, the same as the API's answer.")
@click.option("--title", default="", help="The headline, where the file does not hold it.")
@click.option("--published", type=click.DateTime(), help="Publication date, which anchors “on Tuesday”.")
@demo_option
def check(file: Path, *, as_json: bool, title: str, published: datetime | None, demo: bool) -> None:
    """Check FILE (.txt, .md, .html, .docx or .pdf; - reads standard input).

    Exit code: 0 pass, 1 fail, 2 hold, 3 error.
    """
    from_stdin = str(file) == "-"
    settings = settings_for(demo=demo)
    with opened(settings) as newsroom:
        document = read_document(
            read_file(file, settings.max_upload_bytes),
            filename="" if from_stdin else file.name,
            title=title,
            published_at=published.replace(tzinfo=UTC) if published else None,
            limits=Limits.of(settings),
        )
        submission = Submission(
            document,
            source_app="" if from_stdin else "command-line",
            source_id="" if from_stdin else str(file.resolve()),
        )
        with err.status(f"Checking {file.name} …"):
            report = newsroom.checks.check(submission, SYSTEM)
        empty = newsroom.references.search(limit=1).total == 0
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(CheckResult.of(report, review_url="")) + b"\n")
        sys.stdout.buffer.flush()
    else:
        print_report(report, out)
    if empty:
        err.print(
            "The store has no references yet. Import some with: factcheck import FILE - "
            "or use the demo newsroom's with --demo."
        )
    sys.exit(EXIT_CODES[report.gate.conclusion])
