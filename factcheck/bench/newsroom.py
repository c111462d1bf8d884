"""`bench newsroom`: whole articles against a newsroom's own references, as the API would answer.

A fresh store is filled with the references, and every article goes through the desk's own use-case.
"""

import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck.bench.baselines import Asked, Baseline, guesses, scored, spoken
from factcheck.bench.extraction import document_of
from factcheck.bench.formats import ArticleRow, GoldClaim, read_articles, read_references
from factcheck.bench.found import FoundFigures, found, matches
from factcheck.bench.metrics import Rate, accuracy, confusion, share
from factcheck.bench.progress import Progress, stretches
from factcheck.bench.said import FindingSaid, Placing, findings_said
from factcheck.desk.checks import Submission
from factcheck.desk.newsroom import Newsroom, open_newsroom
from factcheck.desk.reports import ArticleReport, ClaimReport
from factcheck.domain.articles import Span
from factcheck.domain.errors import InvalidInput
from factcheck.domain.evidence import MachineStatus, Versions
from factcheck.domain.people import Actor, Role
from factcheck.settings import Settings
from factcheck.text.documents import Limits

BENCH_ACTOR = Actor(id="bench", name="bench", role=Role.ADMIN)
RECALL_DEPTH = 5
IMPORT_BATCH = 256
"""References imported at once."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One claim that the product found, and what it says of it.

    `start` and `end` count in the article row's `text`. `reference_ids` are the data's ids of the evidence in
    rank order. `best_reference` and `similarity` are the nearest piece of evidence ("" and 0.0 where none).
    """

    start: int
    end: int
    quote: str
    text: str
    status: MachineStatus
    cleared: bool
    reference_ids: tuple[str, ...]
    findings: tuple[FindingSaid, ...]
    reason: str
    best_reference: str
    similarity: float

    @property
    def span(self) -> Span:
        """Where the claim stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class NewsroomPrediction:
    """What the product says of one article; claims in its title are left out."""

    id: str
    claims: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """How many references the import took, and which it refused, with line and reason."""

    stored: int
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConflictFigures:
    """What became of the claims that were planted to conflict.

    `extracted` of `planted` were found in the text at all; `found`: called conflicting; `let_through`:
    cleared, so that no person would see them. `by_type` counts those found by type of error.
    """

    planted: int
    extracted: int
    found: Rate
    let_through: Rate
    by_type: dict[str, Rate]


@dataclass(frozen=True, slots=True)
class NewsroomFigures:
    """The measures of `bench newsroom`.

    `status_accuracy` is over the claims that match an annotated one. A false alarm is a claim called
    conflicting that is annotated as supported or not at all. `peoples_work` is the share of claims that are
    not cleared. `evidence_recall_at_5` is the mean share of an annotated claim's references that are among
    the first five. `baselines` (and `ours` beside them) are over the matched claims, every cheap rule with
    the nearest piece of evidence.
    """

    bench: str
    data: str
    articles: int
    words: int
    unplaced_non_claims: int
    references: Filled
    claims: FoundFigures
    status_accuracy: float | None
    confusion: dict[str, dict[str, int]]
    conflicts: ConflictFigures
    false_alarms: int
    false_alarms_per_1000_words: float | None
    peoples_work: float | None
    evidence_recall_at_5: float | None
    claims_with_references: int
    ours: Baseline
    baselines: tuple[Baseline, ...]
    versions: Versions


def measure(
    folder: Path, settings: Settings, progress: Progress
) -> tuple[NewsroomFigures, tuple[NewsroomPrediction, ...]]:
    """Checks every article of `folder` in a fresh store; raises `InvalidInput` for a bad row."""
    references_path = folder / "references.jsonl"
    read_references(references_path)
    articles = read_articles(folder / "articles.jsonl")
    with fresh_newsroom(settings) as newsroom:
        filled = fill(newsroom, references_path, progress)
        reports = [_check(newsroom, a, Limits.of(settings)) for a in progress(articles, "Checking articles")]
    predictions = tuple(prediction(a, r) for a, r in zip(articles, reports, strict=True))
    return score(folder.resolve().name, articles, predictions, filled, reports[0].versions), predictions


@contextmanager
def fresh_newsroom(settings: Settings) -> Iterator[Newsroom]:
    """A newsroom with an empty store of its own, which is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="factcheck-bench-") as folder:
        url = f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
        # What the machine clears is measured, not what of it is drawn for people to look at.
        newsroom = open_newsroom(replace(settings, database_url=url, audit_share=0.0), migrate=True)
        try:
            yield newsroom
        finally:
            newsroom.close()


def fill(newsroom: Newsroom, path: Path, progress: Progress) -> Filled:
    """Imports the references of `path` as `factcheck import` would, in stretches that progress can follow."""
    lines = path.read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n")
    stored = 0
    refused: list[str] = []
    for numbers in progress(stretches(range(len(lines)), IMPORT_BATCH), f"Importing {path.name}"):
        data = b"\n".join(lines[number] for number in numbers)
        if not data.strip():
            continue
        report = newsroom.references.import_rows(data, "jsonl", BENCH_ACTOR)
        stored += report.added
        refused += [f"{path}:{numbers[0] + error.line}: {error.message}" for error in report.errors]
    if not stored:
        raise InvalidInput(refused[0] if refused else f"{path}: There are no references in this file.")
    return Filled(stored, tuple(refused))


def _check(newsroom: Newsroom, article: ArticleRow, limits: Limits) -> ArticleReport:
    submission = Submission(document_of(article, limits), source_app="bench", source_id=article.id)
    return newsroom.checks.check(submission, BENCH_ACTOR)


def prediction(article: ArticleRow, report: ArticleReport) -> NewsroomPrediction:
    """What `report` says of the article, told in the offsets of its own text."""
    placing = Placing(article, report.text)
    answers = (_answer(placing, claim) for claim in report.claims)
    return NewsroomPrediction(article.id, tuple(a for a in answers if a is not None))


def _answer(placing: Placing, report: ClaimReport) -> Answer | None:
    said = placing.said(report.claim.span, report.claim.text)
    if said is None:
        return None
    nearest = max(report.evidence, key=lambda held: held.similarity, default=None)
    return Answer(
        start=said.start,
        end=said.end,
        quote=said.quote,
        text=said.text,
        status=report.status,
        cleared=report.cleared,
        reference_ids=tuple(held.reference.key for held in report.evidence),
        findings=tuple(
            one for held in report.evidence for one in findings_said(held.findings, held.reference.key)
        ),
        reason=report.reason,
        best_reference=nearest.reference.text if nearest else "",
        similarity=nearest.similarity if nearest else 0.0,
    )


@dataclass(frozen=True, slots=True)
class _Pair:
    article: str
    answer: Answer
    gold: GoldClaim | None


def score(
    data: str,
    articles: Sequence[ArticleRow],
    predictions: Sequence[NewsroomPrediction],
    filled: Filled,
    versions: Versions,
) -> NewsroomFigures:
    """The figures of these answers, one prediction for each article."""
    spans = [[answer.span for answer in said.claims] for said in predictions]
    pairs = [pair for a, p in zip(articles, predictions, strict=True) for pair in _pairs(a, p)]
    judged = [(p, p.gold.verdict) for p in pairs if p.gold is not None and p.gold.verdict is not None]
    said = [pair.answer.status for pair, _ in judged]
    true = [verdict for _, verdict in judged]
    accused = [pair for pair in pairs if pair.answer.status is MachineStatus.CONFLICTING]
    alarms = sum(_not_wrong(pair.gold) for pair in accused)
    words = sum(len(article.text.split()) for article in articles)
    depths = [
        _evidence_recall(p.answer, p.gold) for p in pairs if p.gold is not None and p.gold.reference_ids
    ]
    rules = guesses([_asked(pair, verdict) for pair, verdict in judged])
    ours = spoken("factcheck", said, [pair.answer.cleared for pair, _ in judged])
    return NewsroomFigures(
        bench="newsroom",
        data=data,
        articles=len(articles),
        words=words,
        unplaced_non_claims=sum(article.unplaced_non_claims for article in articles),
        references=filled,
        claims=found("factcheck", articles, spans),
        status_accuracy=accuracy(said, true),
        confusion=confusion([s.value for s in said], [t.value for t in true]),
        conflicts=_conflicts(articles, pairs),
        false_alarms=alarms,
        false_alarms_per_1000_words=share(1000 * alarms, words),
        peoples_work=share(sum(not pair.answer.cleared for pair in pairs), len(pairs)),
        evidence_recall_at_5=sum(depths) / len(depths) if depths else None,
        claims_with_references=len(depths),
        ours=scored(ours, true),
        baselines=tuple(scored(rule, true) for rule in rules),
        versions=versions,
    )


def _pairs(article: ArticleRow, said: NewsroomPrediction) -> list[_Pair]:
    matched = matches(article, [answer.span for answer in said.claims])
    return [
        _Pair(article.id, answer, article.claims[matched[place]] if place in matched else None)
        for place, answer in enumerate(said.claims)
    ]


def _not_wrong(gold: GoldClaim | None) -> bool:
    return gold is None or gold.verdict is MachineStatus.SUPPORTED


def _conflicts(articles: Sequence[ArticleRow], pairs: Sequence[_Pair]) -> ConflictFigures:
    by_type: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    planted = 0
    for gold in (claim for article in articles for claim in article.claims):
        if gold.verdict is MachineStatus.CONFLICTING:
            planted += 1
            by_type[gold.error_type][1] += 1
    extracted = caught = let_through = 0
    for pair in pairs:
        if pair.gold is None or pair.gold.verdict is not MachineStatus.CONFLICTING:
            continue
        extracted += 1
        let_through += pair.answer.cleared
        if pair.answer.status is MachineStatus.CONFLICTING:
            caught += 1
            by_type[pair.gold.error_type][0] += 1
    return ConflictFigures(
        planted=planted,
        extracted=extracted,
        found=Rate.counted(caught, planted),
        let_through=Rate.counted(let_through, planted),
        by_type={name: Rate.counted(*counts) for name, counts in sorted(by_type.items())},
    )


def _evidence_recall(answer: Answer, gold: GoldClaim) -> float:
    wanted = set(gold.reference_ids)
    return len(wanted.intersection(answer.reference_ids[:RECALL_DEPTH])) / len(wanted)


def _asked(pair: _Pair, verdict: MachineStatus) -> Asked:
    answer = pair.answer
    keys = (f"article {pair.article}", f"reference {answer.best_reference}")
    return Asked(answer.text, answer.best_reference, answer.similarity, verdict, keys)
