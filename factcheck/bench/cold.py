"""A process that starts with nothing loaded and makes one check: `python -m factcheck.bench.cold URL`.

Reads the article's text from standard input and prints one line once the check is done: the most memory the
process has held so far, in bytes, or 0 where the system does not tell.
"""

import dataclasses
import sys

from factcheck.bench.newsroom import BENCH_ACTOR
from factcheck.desk.checks import Submission
from factcheck.desk.newsroom import open_newsroom
from factcheck.settings import Settings
from factcheck.text.documents import Limits, document_from_text


def main() -> None:
    """Check what comes on standard input in the store named by the first argument."""
    settings = dataclasses.replace(Settings.from_environment(), database_url=sys.argv[1])
    document = document_from_text(sys.stdin.read(), limits=Limits.of(settings))
    newsroom = open_newsroom(settings)
    newsroom.checks.check(Submission(document), BENCH_ACTOR)
    sys.stdout.write(f"{peak_memory()}\n")
    sys.stdout.flush()
    newsroom.close()


def peak_memory() -> int:
    """The most resident memory this process has held, in bytes; 0 where the system does not tell."""
    try:
        import resource  # noqa: PLC0415 -- not on every system
    except ImportError:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


if __name__ == "__main__":
    main()
