import json
from pathlib import Path

import pytest

from factcheck.bench.demo import Material, Workload, demo_articles, demo_references
from factcheck.bench.progress import silent
from factcheck.bench.speed import ColdStart, Timing, measure, percentile, summarise
from factcheck.bench.tables import speed_tables
from factcheck.settings import Settings
from factcheck.text.documents import Limits, document_from_text

COLD = ColdStart(9.5, 700 * 2**20)


def timing(name: str, run: int, check: float, bare: float) -> Timing:
    return Timing(
        name,
        run,
        check,
        bare,
        extract=check / 4,
        encode=check / 8,
        judge=check / 2,
        claims=3,
        words=250,
        extract_cpu=0.1,
    )


def test_percentiles_are_values_that_were_seen() -> None:
    values = [float(value) for value in range(1, 101)]
    assert percentile(values, 95) == 95
    assert percentile(values, 50) == 50
    assert percentile([7.0], 95) == 7
    assert percentile([3.0, 1.0, 2.0], 95) == 3


def test_a_slow_run_does_not_move_the_medians() -> None:
    timings = [timing(name, run, check, 0.1) for run, check in enumerate((0.2, 0.2, 5.0)) for name in "ab"]
    figures = summarise("demo", timings, 40, COLD, "encoder")
    assert (figures.articles, figures.runs, figures.claims) == (2, 3, 6)
    assert figures.median_per_article == 0.2
    assert figures.p95_per_article == 5.0
    assert figures.sentences_per_second == pytest.approx(40 / 0.4)
    assert figures.bare_sentences_per_second == pytest.approx(40 / 0.2)
    assert figures.ratio_to_bare_encode == pytest.approx(2)
    assert figures.stages.extract == pytest.approx(0.05)
    assert figures.stages.encode == pytest.approx(0.025)
    assert figures.stages.find_and_judge == pytest.approx(0.1)
    assert figures.stages.store == pytest.approx(0.025)
    assert figures.extraction_cpu_per_1000_words == pytest.approx(0.4)
    assert figures.extraction_ratio_to_bare_encode == pytest.approx(0.5)


def test_tables_can_be_made_with_and_without_memory() -> None:
    timings = [timing("a", 0, 1.5, 0.1)]
    assert len(speed_tables(summarise("demo", timings, 4, COLD, "encoder"))) == 2
    assert len(speed_tables(summarise("demo", timings, 4, ColdStart(2, None), "encoder"))) == 2


def test_the_demo_newsroom_is_there_to_measure_on() -> None:
    articles = demo_articles(Limits())
    assert len({article.id for article in articles}) == len(articles) >= 4
    assert all(article.document.published_at for article in articles)
    assert demo_references()


def test_checks_and_a_bare_encoder_are_timed_and_a_new_process_too(tmp_path: Path) -> None:
    references = tmp_path / "references.jsonl"
    source = {"publisher": "City of Quay", "title": "Bridges", "url": "https://example.org/bridges"}
    row = {"id": "r1", "text": "The Quay Bridge opened in May 2023.", "source": source}
    references.write_text(json.dumps(row) + "\n", encoding="utf-8")
    text = "The Quay Bridge opened in June 2023. It cost the city £6m."
    article = Material("a1", document_from_text(text, limits=Limits()))
    figures, timings = measure(Workload("bridges", (article,), (references,)), 2, Settings(), silent)
    assert (figures.data, figures.articles, figures.runs, figures.sentences) == ("bridges", 1, 2, 2)
    assert [timing.run for timing in timings] == [0, 1]
    assert figures.claims >= 1
    assert figures.ratio_to_bare_encode > 0
    assert figures.cold_start.seconds > figures.median_per_article
    assert figures.cold_start.peak_memory_bytes is None or figures.cold_start.peak_memory_bytes > 2**20
