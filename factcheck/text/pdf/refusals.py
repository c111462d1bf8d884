"""Why a PDF is not read: the reading process names the reason, and the asking one says it."""

from enum import StrEnum

from factcheck.domain.errors import FactCheckError, TooLarge, UnsupportedFormat


class Refusal(StrEnum):
    """A reason, as it travels between the two processes."""

    NO_PDF = "no_pdf"
    PASSWORD = "password"  # noqa: S105 - a word, not a secret
    PROTECTION = "protection"
    DAMAGED = "damaged"
    SCAN = "scan"
    NO_TEXT = "no_text"
    NO_LETTERS = "no_letters"
    PAGES = "pages"
    CHARS = "chars"
    MEMORY = "memory"
    CRASH = "crash"
    TIME = "time"


class Refused(Exception):
    """Raised while a file is read; `count` is the number of pages for `Refusal.PAGES`."""

    def __init__(self, reason: Refusal, count: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.count = count


_FORMAT = {
    Refusal.NO_PDF: "The file is not a PDF.",
    Refusal.PASSWORD: "The PDF is encrypted and needs a password. Save it without one and try again.",
    Refusal.PROTECTION: "The PDF is protected in a way that cannot be read. Save it unprotected.",
    Refusal.DAMAGED: "The PDF is damaged or cut off and cannot be read.",
    Refusal.CRASH: "The PDF cannot be read: it is damaged, or takes far more memory than an article.",
    Refusal.SCAN: (
        "The PDF is a scan: its pages are images without text. Run text recognition (OCR) on it first."
    ),
    Refusal.NO_TEXT: "The PDF holds no text. If its letters are drawn as shapes, export it anew.",
    Refusal.NO_LETTERS: (
        "The PDF's fonts do not say which letters they show. Export it anew, or run text recognition on it."
    ),
}
_SIZE = {
    Refusal.MEMORY: "The PDF needs far more memory to be read than an article does.",
    Refusal.TIME: "The PDF takes far longer to read than an article does.",
}


def error_for(reason: Refusal, *, count: int = 0, max_pages: int = 0, max_chars: int = 0) -> FactCheckError:
    """The error that tells a person why nothing was read."""
    if reason is Refusal.PAGES:
        return TooLarge(f"The PDF has {count:,} pages; the limit is {max_pages:,}.", field="file")
    if reason is Refusal.CHARS:
        return TooLarge(f"The PDF holds more than {max_chars:,} characters.", field="file")
    if reason in _SIZE:
        return TooLarge(_SIZE[reason], field="file")
    return UnsupportedFormat(_FORMAT[reason], field="file")
