"""A checked article as a table for a terminal."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from factcheck.desk.reports import ArticleReport, ClaimReport
from factcheck.domain.evidence import Evidence, MachineStatus, Relation
from factcheck.domain.policy import Conclusion

_STATUS = {
    MachineStatus.SUPPORTED: ("✓ supported", "green"),
    MachineStatus.CONFLICTING: ("≠ conflicting", "red"),
    MachineStatus.UNMATCHED: ("? unmatched", "yellow"),
}
_CONCLUSION = {
    Conclusion.PASS: "bold green",
    Conclusion.HOLD: "bold yellow",
    Conclusion.FAIL: "bold red",
    Conclusion.ERROR: "bold red",
    Conclusion.STALE: "bold yellow",
}


def print_report(report: ArticleReport, console: Console) -> None:
    """Claims in text order with status and reason, then the gate's conclusion for exactly this text."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 1, 0), expand=True)
    table.add_column("Line", justify="right", style="dim")
    table.add_column("Status", no_wrap=True)
    table.add_column("Claim", ratio=3)
    table.add_column("Why", ratio=4)
    for claim in report.claims:
        line = report.text.count("\n", 0, claim.claim.span.start) + 1
        table.add_row(str(line), _status(claim), Text(claim.claim.quote), _why(claim, report.text))
    console.print(Text(report.title, style="bold"))
    if report.claims:
        console.print()
        console.print(table)
    counts = report.counts
    console.print(
        f"{_counted(counts.claims, 'claim')}: {counts.supported} supported, "
        f"{counts.conflicting} conflicting, {counts.unmatched} unmatched; "
        f"{counts.resolved} resolved by people, {counts.open} open. "
        f"{_counted(len(report.coverage), 'passage')} of the text in no claim."
    )
    console.print()
    console.print(
        Text(report.gate.conclusion.value.upper(), style=_CONCLUSION[report.gate.conclusion]),
        Text(" ".join(reason.message for reason in report.gate.reasons)),
    )
    if report.versions.clearing is not None:
        console.print(Text(report.versions.clearing.sentence, style="dim"))
    console.print(Text(f"Text SHA-256 {report.content_sha256}", style="dim"), soft_wrap=True)


def _counted(n: int, one: str) -> str:
    return f"{n} {one if n == 1 else one + 's'}"


def _status(claim: ClaimReport) -> Text:
    words, colour = _STATUS[claim.status]
    if claim.decision is not None and not claim.open:
        return Text(f"● {claim.decision.disposition.value}", style="cyan")
    return Text(words, style=colour)


def _why(claim: ClaimReport, article: str) -> Text:
    text = Text(claim.reason)
    for found in claim.inside:
        for one in found.others:
            line = article.count("\n", 0, one.other.span.start) + 1
            text.append(f"\n⇄ line {line}: “{one.quote}”", style="magenta")
    best = _telling(claim)
    if best is not None:
        source = best.reference.source
        text.append(f"\n“{best.reference.text}” – {source.publisher}, {source.title}", style="dim")
    return text


def _telling(claim: ClaimReport) -> Evidence | None:
    wanted = {
        MachineStatus.SUPPORTED: Relation.SUPPORTS,
        MachineStatus.CONFLICTING: Relation.CONTRADICTS,
    }.get(claim.status)
    return next((evidence for evidence in claim.evidence if evidence.relation is wanted), None)
