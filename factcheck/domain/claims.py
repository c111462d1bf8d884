"""What the extractor says about an article: claims, and what it left out and why."""

from dataclasses import dataclass
from enum import StrEnum

from factcheck.domain.articles import Span


class ClaimKind(StrEnum):
    """How the article puts the claim."""

    STATEMENT = "statement"
    ATTRIBUTED = "attributed"
    QUOTATION = "quotation"
    HEADLINE = "headline"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said it: `speaker` and the speech verb, as written.

    A pronoun for a speaker is replaced by the name where it is sure. `speaker` is empty where nobody is named
    ("it was reported"), `verb` where the speaker is only known from the sentence before.
    """

    speaker: str
    verb: str


@dataclass(frozen=True, slots=True)
class Fill:
    """One wording that was made self-contained: `written` in the article, `meant` in `Claim.text`."""

    written: str
    meant: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A clause that can be true or false.

    `quote == document.text[span.start:span.end]`, always. `text` is the self-contained wording that is
    matched and judged; `fills` lists what it adds. Claims lie apart or one inside the other: a quotation
    with its speaker is a claim about what was said, and what can be checked of the quoted words lies in it.
    `worthiness` is in 0..1 (higher: more worth a check), explained by `worthiness_reasons`.
    `doubt` is the reported doubt as written ("allegedly"), if any; it may stand outside of the quote, in the
    same sentence.
    `people` are the persons it names, in the fullest form that the article gives.
    """

    span: Span
    quote: str
    text: str
    kind: ClaimKind = ClaimKind.STATEMENT
    attribution: Attribution | None = None
    doubt: str | None = None
    worthiness: float = 0.5
    worthiness_reasons: tuple[str, ...] = ()
    fills: tuple[Fill, ...] = ()
    people: tuple[str, ...] = ()


class CoverageTrigger(StrEnum):
    """Why a piece of text had to be accounted for."""

    NUMBER = "number"
    DATE = "date"
    QUOTATION = "quotation"
    SUPERLATIVE = "superlative"
    TITLED_NAME = "titled_name"
    UNIVERSAL = "universal"
    SENTENCE = "sentence"


class CoverageReason(StrEnum):
    """Why a piece of text is in no claim."""

    OPINION = "opinion"
    QUESTION = "question"
    PREDICTION = "prediction"
    CONDITIONAL = "conditional"
    IMPERATIVE = "imperative"
    FURNITURE = "site_furniture"
    FRAGMENT = "no_statement"
    VAGUE = "nothing_to_check"


@dataclass(frozen=True, slots=True)
class CoverageItem:
    """A piece of the article that is in no claim, with the reason; shown on the proof page."""

    span: Span
    quote: str
    trigger: CoverageTrigger
    reason: CoverageReason


@dataclass(frozen=True, slots=True)
class Extraction:
    """Claims and left-out pieces of one document, each ordered by position."""

    claims: tuple[Claim, ...]
    coverage: tuple[CoverageItem, ...]
