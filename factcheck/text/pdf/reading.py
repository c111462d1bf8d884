"""PDF files to pieces: asks a process of its own, and believes nothing of what comes back but its words.

PDFium is C++, and to it a PDF is half a program. So the file is read in a child process that has no secrets
(an empty environment), cannot write a file, and is stopped at a limit of memory or time: a file that hangs or
breaks the reader costs one refused upload and never the server. Starting the process takes about a tenth of a
second. The bytes go through pipes; nothing touches the disk.
"""

import json
import os
import subprocess
import sys
import threading
from typing import IO, Any, cast

from factcheck.text.pdf.answer import PdfArticle
from factcheck.text.pdf.refusals import Refusal, error_for

_AT_ONCE = threading.BoundedSemaphore(4)
"""More files than that wait for their turn, so that a heap of them cannot take all memory."""

SECONDS = 30.0
"""How long the reading of one file may take."""
MEMORY = 1_000_000_000
"""Bytes of address space of the reading process; a magazine of 200 pages takes about a third of them."""
_BYTES_PER_CHAR = 12
"""A character in JSON, at most: two escapes of six bytes."""
_HEADER, _TRAILER = b"%PDF-", b"%%EOF"
_HEADER_WITHIN, _TRAILER_WITHIN = 1_024, 2_048


def looks_like_pdf(data: bytes) -> bool:
    """Whether the bytes begin as a PDF does."""
    return data.startswith(_HEADER)


def read_pdf(data: bytes, *, max_pages: int, max_chars: int, seconds: float = SECONDS) -> PdfArticle:
    """The article in a PDF, columns in reading order, paragraphs whole, page furniture gone.

    Raises `UnsupportedFormat` for what is no PDF, is encrypted, damaged or cut off, or holds no text (a
    scan), and `TooLarge` for more than `max_pages` pages, plainly more than `max_chars` characters, or a file
    that takes more than 1 GB of memory or `seconds` to read.
    """
    if _HEADER not in data[:_HEADER_WITHIN]:
        raise error_for(Refusal.NO_PDF)
    if _TRAILER not in data[-_TRAILER_WITHIN:]:
        # PDFium would make do with the pages that are left, and nobody would miss the others.
        raise error_for(Refusal.DAMAGED)
    with _AT_ONCE:
        answer = _ask(data, max_pages, max_chars, seconds)
    if "refused" in answer:
        raise error_for(
            Refusal(answer["refused"]), count=int(answer["count"]), max_pages=max_pages, max_chars=max_chars
        )
    return PdfArticle.from_json(answer)


def _ask(data: bytes, max_pages: int, max_chars: int, seconds: float) -> dict[str, Any]:
    """What the reading process says, or why it says nothing."""
    most = _BYTES_PER_CHAR * (4 * max_chars + 100_000)
    limits = [str(max_pages), str(max_chars), str(MEMORY)]
    paths = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    with subprocess.Popen(  # noqa: S603 - our own module; the file goes in by a pipe
        [sys.executable, "-m", "factcheck.text.pdf.process", *limits],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=paths if os.name == "posix" else None,  # Windows starts nothing without its own variables
    ) as process:
        given, answered = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        clock = threading.Timer(seconds, stop)
        clock.start()
        try:
            try:
                given.write(data)
                given.close()
            except BrokenPipeError:
                pass  # it has given up; why, its exit says
            said = answered.read(most + 1)
            if len(said) > most:
                process.kill()
        finally:
            clock.cancel()
        code = process.wait()
    if late.is_set():
        return {"refused": Refusal.TIME.value, "count": 0}
    if len(said) > most:
        return {"refused": Refusal.CHARS.value, "count": 0}
    if code:
        return {"refused": Refusal.CRASH.value, "count": 0}
    answer: dict[str, Any] = json.loads(said)
    return answer
