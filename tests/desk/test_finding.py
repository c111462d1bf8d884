"""Which references come before a claim, and how often one that is printed many times."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from factcheck.desk.checks import Submission
from factcheck.desk.newsroom import Newsroom, open_newsroom
from factcheck.desk.reports import ArticleReport, ClaimReport, NewReference
from factcheck.domain.evidence import MachineStatus, SourceKind
from factcheck.domain.people import Actor, Role
from factcheck.matching.encoder import SentenceTransformerEncoder
from factcheck.settings import Settings
from factcheck.store.engine import open_store
from factcheck.text.documents import Limits, document_from_text
from factcheck.text.parser import Parser

ADA = Actor(id="ada", name="Ada Novak", role=Role.ADMIN)
Check = Callable[..., ArticleReport]

TRAM = "The Osterby tram carried 41,200 passengers on 6 June 2024."
TEXT = f"{TRAM} The Osterby tram was late on 3 June 2024."


def printed(publisher: str, text: str = TRAM, **more: object) -> NewReference:
    new = NewReference(text, publisher, "Report", "https://example.org/tram", key=publisher.lower())
    return replace(new, **more)  # type: ignore[arg-type]


WIRE = (
    printed("Nordwire", f"{TRAM} (Reuters)"),
    printed("Evening Post", TRAM.replace(" June", "  June")),
    printed("Tramways", kind=SourceKind.PRIMARY),
    printed("Gazette", TRAM.replace("41,200", "14,200")),
)


def test_copies_of_a_statement_count_once_behind_the_best(newsroom: Newsroom, check: Check) -> None:
    for new in WIRE:
        newsroom.references.add(new, ADA)
    (claim,) = check(TRAM).claims

    told = {e.reference.source.publisher: [c.source.publisher for c in e.copies] for e in claim.evidence}

    assert told["Tramways"] == ["Evening Post", "Nordwire"]
    assert told["Gazette"] == []
    assert "Nordwire" not in told
    assert "Evening Post" not in told


def test_copies_leave_room_for_what_else_is_known(newsroom: Newsroom, check: Check) -> None:
    for number in range(8):
        newsroom.references.add(printed(f"Paper {number}"), ADA)
    newsroom.references.add(printed("Tramways", "The Osterby tram opened in 1911."), ADA)
    (claim,) = check(TRAM).claims

    assert len(claim.evidence[0].copies) == 7
    assert "Tramways" in [e.reference.source.publisher for e in claim.evidence]
    assert claim.status is MachineStatus.SUPPORTED


def test_statements_of_another_day_are_no_copies(newsroom: Newsroom, check: Check) -> None:
    text = "The Osterby tram carries 41,200 passengers a day."
    for year in (2021, 2024):
        newsroom.references.add(printed(f"Tramways {year}", text, as_of=date(year, 6, 6)), ADA)
    (claim,) = check(text).claims

    assert [e.copies for e in claim.evidence[:2]] == [(), ()]


def test_the_order_in_which_references_were_stored_changes_nothing(
    databases: Any, clock: Any, encoder: SentenceTransformerEncoder, parser: Parser
) -> None:
    same = [printed(f"Line {n}", "The Osterby tram was late.", as_of=date(2024, 6, n)) for n in range(1, 10)]
    other = [printed(f"Halt {n}", f"The Osterby tram halt {n} had 9{n}0 passengers.") for n in range(1, 10)]
    told = []
    for news in ([*WIRE, *same, *other], [*reversed(same), *other[::2], *reversed(WIRE), *other[1::2]]):
        url = databases.migrated()
        newsroom = open_newsroom(
            Settings(), clock=clock, store=open_store(url), encoder=encoder, parser=parser
        )
        for new in news:
            newsroom.references.add(new, ADA)
        report = newsroom.checks.check(Submission(document_from_text(TEXT, limits=Limits())), ADA)
        told.append([(c.status, c.cleared, c.reason, _evidence(c)) for c in report.claims])
        newsroom.close()
        databases.drop(url)
    assert len(told[0]) == 2
    assert told[0] == told[1]


def _evidence(claim: ClaimReport) -> list[object]:
    return [
        (e.reference.key, e.relation, [c.key for c in e.copies], [f.message for f in e.findings])
        for e in claim.evidence
    ]
