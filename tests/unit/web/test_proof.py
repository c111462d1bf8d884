"""The proof shows the whole article, each claim's words under its own number, and the words of findings."""

from dataclasses import replace
from datetime import UTC, datetime

from factcheck.desk.reports import ArticleReport, ClaimReport, Counts, DecisionReport
from factcheck.domain.articles import Block, BlockRole, Span
from factcheck.domain.claims import Claim
from factcheck.domain.evidence import Effect, Evidence, MachineStatus, Reference, Relation, Source, Versions
from factcheck.domain.policy import Conclusion, Gate
from factcheck.domain.review import Disposition, ReviewState
from factcheck.web.pages.evidence import marked, side_by_side
from factcheck.web.pages.proof import lay_out
from factcheck.web.pages.words import claim_sign

NOW = datetime(2025, 1, 27, 12, tzinfo=UTC)
TEXT = "Shares fall\n\nNvidia fell 17% on Monday.\n\nAdvertisement\n\nThe index lost 3.1%."


def claim(quote: str, status: MachineStatus = MachineStatus.UNMATCHED) -> ClaimReport:
    start = TEXT.index(quote)
    span = Span(start, start + len(quote))
    return ClaimReport(
        id=f"id-{start}",
        article_id="a",
        article_title="Shares fall",
        revision_number=1,
        claim=Claim(span, quote, quote),
        status=status,
        cleared=False,
        reason="",
        evidence=(),
        state=ReviewState.QUEUED,
        version=1,
        priority=1,
        priority_reasons=(),
        context=quote,
        context_span=span,
    )


def report(*claims: ClaimReport, roles: tuple[BlockRole, ...] = (BlockRole.HEADLINE,)) -> ArticleReport:
    lines, blocks, at = TEXT.split("\n\n"), [], 0
    for number, line in enumerate(lines):
        role = roles[number] if number < len(roles) else BlockRole.PARAGRAPH
        blocks.append(Block(Span(at, at + len(line)), role))
        at += len(line) + 2
    return ArticleReport(
        article_id="a",
        check_id="c",
        title="Shares fall",
        desk="",
        author="",
        published_at=None,
        deadline=None,
        revision_number=1,
        content_sha256="0" * 64,
        is_current=True,
        text=TEXT,
        blocks=tuple(blocks),
        claims=claims,
        coverage=(),
        counts=Counts(),
        gate=Gate(Conclusion.HOLD, ()),
        versions=Versions("e", "s", "r", "p"),
        checked_at=NOW,
        checked_by="Edith",
    )


def test_the_whole_article_is_there() -> None:
    laid = lay_out(report(claim("Nvidia fell 17%")))
    assert ["".join(s.text for s in block.stretches) for block in laid] == TEXT.split("\n\n")
    assert laid[0].role is BlockRole.HEADLINE


def test_text_outside_every_block_is_shown_as_well() -> None:
    whole = report(claim("The index lost 3.1%"))
    laid = lay_out(replace(whole, blocks=whole.blocks[:2]))
    shown = "".join(s.text for block in laid for s in block.stretches)
    assert "".join(shown.split()) == "".join(TEXT.split())


def test_each_note_stands_beside_the_paragraph_of_its_claim() -> None:
    laid = lay_out(report(claim("Nvidia fell 17%"), claim("on Monday"), claim("The index lost 3.1%")))
    assert [[note.number for note in block.notes] for block in laid] == [[], [1, 2], [], [3]]
    assert [block.reach for block in laid] == [0, 2, 0, 1]


def test_the_most_pressing_claim_colours_words_that_two_claims_share() -> None:
    laid = lay_out(
        report(
            claim("Nvidia fell 17% on Monday", MachineStatus.SUPPORTED),
            claim("17%", MachineStatus.CONFLICTING),
        )
    )
    assert [(s.text, s.key) for s in laid[1].stretches] == [
        ("Nvidia fell ", "supported"),
        ("17%", "conflicting"),
        (" on Monday", "supported"),
        (".", ""),
    ]


def test_a_claim_inside_a_claim_is_marked_within_it() -> None:
    laid = lay_out(report(claim("Nvidia fell 17% on Monday"), claim("fell 17%")))
    marked = [(s.text, [n.number for n in s.notes], [n.number for n in s.ends]) for s in laid[1].stretches]
    assert marked == [
        ("Nvidia ", [1], []),
        ("fell 17%", [1, 2], [2]),
        (" on Monday", [1], [1]),
        (".", [], []),
    ]


def test_a_decision_is_shown_instead_of_the_machine_and_only_while_it_stands() -> None:
    decision = DecisionReport("d", Disposition.CONFIRMED, "", "", (), "Alma", NOW)
    decided = replace(claim("17%"), state=ReviewState.RESOLVED, decision=decision)
    assert claim_sign(decided).word == "confirmed"
    assert claim_sign(replace(decided, state=ReviewState.REOPENED)).word == "unmatched"


def test_the_best_evidence_is_the_one_that_settles_something() -> None:
    reference = Reference("r", "r", "text", Source("p", "t", ""))
    near = Evidence(reference, 0.9, Relation.RELATED, 0.1, 0.1)
    settling = Evidence(reference, 0.6, Relation.CONTRADICTS, 0.1, 0.8)
    (note,) = lay_out(report(replace(claim("17%"), evidence=(near, settling))))[1].notes
    assert note.best is settling
    (note,) = lay_out(report(replace(claim("17%"), evidence=(near,))))[1].notes
    assert note.best is near
    (note,) = lay_out(report(claim("17%")))[1].notes
    assert note.best is None


def test_what_settles_something_stands_first() -> None:
    reference = Reference("r", "r", "text", Source("p", "t", ""))
    relations = (Relation.RELATED, Relation.CONTRADICTS, Relation.RELATED, Relation.SUPPORTS)
    evidence = [Evidence(reference, 0.9 - n / 10, relation, 0.1, 0.1) for n, relation in enumerate(relations)]
    pairs = side_by_side(claim("17%").claim, evidence)
    assert [pair.evidence.similarity for pair in pairs] == [
        e.similarity for e in evidence[1::2] + evidence[::2]
    ]


def test_where_findings_overlap_the_most_pressing_marks_the_words() -> None:
    pieces = marked("fell nearly 4%", [(Span(5, 14), Effect.AGREES), (Span(12, 14), Effect.OPPOSES)])
    assert [(p.text, p.sign.word if p.sign else None) for p in pieces] == [
        ("fell ", None),
        ("nearly ", "agrees"),
        ("4%", "differs"),
    ]


def test_one_mark_for_words_that_one_kind_of_finding_covers_twice() -> None:
    pieces = marked("down 4%", [(Span(0, 7), Effect.OPEN), (Span(5, 7), Effect.OPEN)])
    assert [p.text for p in pieces] == ["down 4%"]
