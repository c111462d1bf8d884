"""Figures as short tables for people; a dash where a measure is not defined."""

from collections.abc import Mapping, Sequence

from rich.console import RenderableType
from rich.table import Table

from factcheck.bench.baselines import Baseline
from factcheck.bench.extraction import ExtractionFigures
from factcheck.bench.found import FoundFigures
from factcheck.bench.metrics import Rate
from factcheck.bench.newsroom import NewsroomFigures
from factcheck.bench.propositions import PropositionFigures
from factcheck.bench.retrieval import RetrievalFigures
from factcheck.bench.speed import SpeedFigures
from factcheck.bench.verdict import Bin, VerdictFigures
from factcheck.bench.worthiness import WorthinessFigures

NOTE = "Cheap rules use the threshold that is best for them on these very rows."


def number(value: float | None, digits: int = 3) -> str:
    """The value with so many decimals, or a dash."""
    return "–" if value is None else f"{value:.{digits}f}"


def counted(rate: Rate) -> str:
    """A rate with what it counts."""
    return f"{number(rate.rate)} ({rate.count} of {rate.of})"


def bounded(rate: Rate) -> str:
    """A rate with what it counts and the upper end of its 95% interval."""
    return f"{counted(rate)}, at most {number(rate.upper_95)}"


def verdict_tables(figures: VerdictFigures) -> list[RenderableType]:
    """The tables of `bench verdict`."""
    labels = ", ".join(f"{count} {label}" for label, count in figures.labels.items() if count)
    head = _facts(
        f"bench verdict: {figures.data}",
        {
            "rows": f"{figures.rows} ({labels})",
            "accuracy": number(figures.accuracy),
            "macro-F1": number(figures.macro_f1),
            "balanced accuracy (supported or not)": number(figures.balanced_accuracy),
            "recall of conflicting": number(figures.conflicting_recall),
            "false clear rate (95% bound)": bounded(figures.false_clear_rate),
            "not supported, yet cleared": bounded(figures.let_through),
            "clear rate (supported that are cleared)": number(figures.clear_rate),
            "calibration error": number(figures.calibration_error),
        },
    )
    parts = [head, _confusion(figures.confusion), _reliability(figures.reliability)]
    if figures.type_recall:
        parts.append(_by_type(figures.type_recall))
    return [*parts, _rules((figures.ours, *figures.alone, *figures.baselines))]


_BAR = 40
"""Characters that stand for a probability of 1."""


def _reliability(bins: Sequence[Bin]) -> Table:
    """How often claims of about this probability are supported; where it is right, bar and line meet."""
    table = _table("reliability of the probability of support", ("from", "rows", "said", "is", ""))
    for one in bins:
        said, found = round(_BAR * one.mean), round(_BAR * one.supported)
        bar = "".join("│" if place == said else "█" if place < found else " " for place in range(_BAR + 1))
        table.add_row(number(one.low, 1), f"{one.rows:,}", number(one.mean), number(one.supported), bar)
    table.caption = "█ share that is supported, │ probability said"
    return table


def _by_type(recalls: Mapping[str, Mapping[str, Rate]]) -> Table:
    names = list(next(iter(recalls.values())))
    table = _table("recall by type", ("", "rows", *names))
    for type_, rates in recalls.items():
        counts = [number(rates[name].rate, 2) for name in names]
        table.add_row(type_, str(next(iter(rates.values())).of), *counts)
    return table


def newsroom_tables(figures: NewsroomFigures) -> list[RenderableType]:
    """The tables of `bench newsroom`."""
    conflicts = figures.conflicts
    refused = figures.references.refused
    head = _facts(
        f"bench newsroom: {figures.data}",
        {
            "articles": f"{figures.articles} ({figures.words:,} words)",
            "references": f"{figures.references.stored:,} stored, {len(refused)} refused",
            **{f"  refused {place}": line for place, line in enumerate(refused[:5], start=1)},
            "status accuracy on matched claims": number(figures.status_accuracy),
            "planted conflicts called conflicting": counted(conflicts.found),
            "planted conflicts let through": bounded(conflicts.let_through),
            "planted conflicts found as claims": f"{conflicts.extracted} of {conflicts.planted}",
            "false alarms per 1,000 words": f"{number(figures.false_alarms_per_1000_words, 2)}"
            f" ({figures.false_alarms})",
            "people's work (claims not cleared)": number(figures.peoples_work),
            "evidence recall at 5": f"{number(figures.evidence_recall_at_5)}"
            f" (over {figures.claims_with_references} claims)",
        },
    )
    by_type = _facts(
        "planted conflicts called conflicting", {n: counted(r) for n, r in conflicts.by_type.items()}
    )
    return [
        head,
        _found([figures.claims]),
        _confusion(figures.confusion),
        by_type,
        _rules((figures.ours, *figures.baselines)),
    ]


def extraction_tables(figures: ExtractionFigures) -> list[RenderableType]:
    """The tables of `bench extraction`."""
    head = _facts(
        f"bench extraction: {figures.data}",
        {
            "articles": str(figures.articles),
            "non-claims that are not in the text": str(figures.unplaced_non_claims),
            "numbers in no claim, not left out either": f"{figures.numbers_missed} of {figures.numbers}",
        },
    )
    return [head, _found([figures.ours, *figures.baselines])]


def proposition_tables(figures: PropositionFigures) -> list[RenderableType]:
    """The table of `bench extraction` on sentences with propositions."""
    table = _table(
        f"bench extraction: {figures.data}, {figures.sentences} sentences, {figures.propositions} in all",
        ("", "words shared, at least", "recall", "precision", "claims said"),
    )
    for one in figures.results:
        table.add_row(one.name, number(one.at, 1), number(one.recall), number(one.precision), f"{one.said:,}")
    return [table]


def worthiness_tables(figures: WorthinessFigures) -> list[RenderableType]:
    """The table of `bench worthiness`."""
    table = _table(
        f"bench worthiness: {figures.data}, {figures.rows} rows, {figures.worthy} worthy",
        ("", "average precision", "AUROC", "F1", "at", "calibration error"),
    )
    for one in (figures.ours, *figures.baselines):
        measures = (one.average_precision, one.auroc, one.f1, one.threshold, one.calibration_error)
        table.add_row(one.name, *(number(value) for value in measures))
    table.caption = NOTE
    return [table]


def retrieval_tables(figures: RetrievalFigures) -> list[RenderableType]:
    """The table of `bench retrieval`."""
    table = _table(
        f"bench retrieval: {figures.data}, {figures.queries:,} queries, {figures.corpus:,} documents",
        ("", "hit@1", "hit@5", "hit@20", "MAP@5", "recall@1", "recall@5", "recall@20", "MRR"),
    )
    for one in (figures.ours, *figures.baselines):
        hits = (one.hit_at_1, one.hit_at_5, one.hit_at_20)
        values = (*hits, one.map_at_5, one.recall_at_1, one.recall_at_5, one.recall_at_20, one.mrr)
        table.add_row(one.name, *(number(value) for value in values))
    return [table]


def speed_tables(figures: SpeedFigures) -> list[RenderableType]:
    """The tables of `bench speed`."""
    memory = figures.cold_start.peak_memory_bytes
    head = _facts(
        f"bench speed: {figures.data}",
        {
            "articles": f"{figures.articles} ({figures.words:,} words, {figures.sentences} sentences,"
            f" {figures.claims} claims), {figures.runs} runs",
            "per article, median": _seconds(figures.median_per_article),
            "per article, p95": _seconds(figures.p95_per_article),
            "sentences per second": number(figures.sentences_per_second, 1),
            "bare encoder, sentences per second": number(figures.bare_sentences_per_second, 1),
            "times as long as the bare encoder": number(figures.ratio_to_bare_encode, 2),
            "extraction, processor time for 1,000 words": _seconds(figures.extraction_cpu_per_1000_words),
            "extraction, times as long as it": number(figures.extraction_ratio_to_bare_encode, 2),
            "cold start": _seconds(figures.cold_start.seconds),
            "peak memory": "–" if memory is None else f"{memory / 2**20:,.0f} MiB",
            "machine": f"{figures.cpus} CPUs, Python {figures.python}",
        },
    )
    stages = _facts(
        "median per article",
        {
            "extract": _seconds(figures.stages.extract),
            "encode": _seconds(figures.stages.encode),
            "find and judge": _seconds(figures.stages.find_and_judge),
            "store and report": _seconds(figures.stages.store),
        },
    )
    return [head, stages]


def _seconds(value: float) -> str:
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.0f} ms"


def _table(title: str, columns: Sequence[str]) -> Table:
    table = Table(title=title, title_justify="left", caption_justify="left")
    for place, column in enumerate(columns):
        # Names may take two lines, so that figures fit on one in a terminal of 80 columns.
        table.add_column(column, justify="right" if place else "left", max_width=None if place else 18)
    return table


def _facts(title: str, facts: Mapping[str, str]) -> Table:
    table = Table(title=title, title_justify="left", show_header=False)
    for name, value in facts.items():
        table.add_row(name, value)
    return table


def _confusion(counts: Mapping[str, Mapping[str, int]]) -> Table:
    table = _table("what is true (down), what was said (across)", ("", *counts))
    for label, said in counts.items():
        table.add_row(label, *(str(said[column]) for column in counts))
    return table


def _found(figures: Sequence[FoundFigures]) -> Table:
    table = _table(
        "claims found in the text",
        ("", "recall", "precision", "F1", "of\nannotated", "of\nsaid", "non-claims\nhit"),
    )
    for one in figures:
        table.add_row(
            one.name,
            number(one.recall),
            number(one.precision),
            number(one.f1),
            f"{one.matched}/{one.gold}",
            f"{one.matched}/{one.predicted}",
            f"{one.non_claim_hits}/{one.non_claims}",
        )
    return table


def _rules(rules: Sequence[Baseline]) -> Table:
    table = _table(
        "beside the cheap rules, on the same rows",
        ("", "accuracy", "balanced", "false\nclear", "let\nthrough", "clear", "cut"),
    )
    for one in rules:
        table.add_row(
            one.name,
            number(one.accuracy),
            number(one.balanced_accuracy),
            number(one.false_clear_rate.rate),
            number(one.let_through.rate),
            number(one.clear_rate),
            number(one.threshold),
        )
    table.caption = NOTE
    return table
