"""The reading process: a PDF on standard input, its article as one JSON object on standard output.

Started by `reading`. It reads and writes nothing else, and limits itself before it looks at the first byte.
"""

import json
import sys
from typing import Any

from factcheck.text.pdf.article import read_article
from factcheck.text.pdf.refusals import Refusal, Refused

_OPEN_FILES = 64
_MOST_CPU_SECONDS = 40


def main(arguments: list[str]) -> None:
    """`arguments`: most pages, most characters, most bytes of memory."""
    max_pages, max_chars, memory = (int(argument) for argument in arguments)
    _limit(memory)
    answer: dict[str, Any]
    try:
        data = sys.stdin.buffer.read()
        answer = read_article(data, max_pages=max_pages, max_chars=max_chars).to_json()
    except Refused as refused:
        answer = {"refused": refused.reason.value, "count": refused.count}
    except MemoryError:
        answer = {"refused": Refusal.MEMORY.value, "count": 0}
    sys.stdout.write(json.dumps(answer))


def _limit(memory: int) -> None:
    """No more memory than that, no file written, no endless work; as far as the system knows such limits."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, _MOST_CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
    ):
        _, hard = resource.getrlimit(what)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(what, (allowed, allowed))
        except (ValueError, OSError):  # macOS does not limit the address space
            continue


if __name__ == "__main__":
    main(sys.argv[1:])
