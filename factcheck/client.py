"""A client of the `factcheck` API for a CMS or a script. Needs httpx and nothing else of this package.

with FactCheckClient("http://127.0.0.1:8000", key="fck_…") as client:
    check = client.check(article.text, title=article.title, source_app="cms", source_id=article.id)
    if check["conclusion"] == "pass" and check["revision"]["content_sha256"] == content_hash(article):
        publish(article)
"""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Any, Literal, NotRequired, Self, TypedDict, Unpack
from urllib.parse import quote

import httpx

Conclusion = Literal["pass", "hold", "fail", "error", "stale"]
Status = Literal["supported", "conflicting", "unmatched"]
TextFormat = Literal["text", "markdown", "html"]
FileFormat = Literal["docx", "pdf"]


class Source(TypedDict):
    """Where a reference comes from. Dates are `YYYY-MM-DD`."""

    publisher: str
    title: str
    url: NotRequired[str]
    kind: NotRequired[Literal["primary", "secondary"]]
    published_at: NotRequired[str | None]


class Reference(TypedDict):
    """One verified statement of a source."""

    id: str
    key: str
    text: str
    source: Source
    as_of: str | None
    valid_until: str | None
    superseded_by: str | None
    version: int


class ReferenceDetail(TypedDict):
    """A reference with the claims that used it."""

    reference: Reference
    added_at: str
    added_by: str
    uses: list[dict[str, Any]]


class Span(TypedDict):
    """A half-open range of Unicode code points."""

    start: int
    end: int


class Finding(TypedDict):
    """One named comparison between a claim and a reference."""

    kind: str
    effect: Literal["agrees", "opposes", "open"]
    message: str
    claim_span: Span | None
    reference_span: Span | None


class Evidence(TypedDict):
    """One reference held against a claim; `copies` print the same statement again and count for nothing."""

    reference: Reference
    similarity: float
    relation: Literal["supports", "contradicts", "related"]
    p_supports: float
    p_contradicts: float
    findings: list[Finding]
    copies: list[Reference]


class OtherClaim(TypedDict):
    """Another claim of the same article; `words` are those of it that differ."""

    claim_id: str | None
    start: int
    end: int
    quote: str
    words: str


class InsideFinding(TypedDict):
    """Why a claim cannot be right together with others of its article; no `others`: its own sum is wrong."""

    kind: str
    message: str
    words: str
    claim_span: Span | None
    others: list[OtherClaim]


class Account(TypedDict):
    """What one reference says where references disagree. `dated` is `YYYY-MM-DD`."""

    reference_id: str
    dated: str | None
    figure: str
    unit: str
    period: str
    scope: str


class Disagreement(TypedDict):
    """Both sides where references disagree, and sentences on why they may."""

    supporting: list[Account]
    contradicting: list[Account]
    why: list[str]


class Claim(TypedDict):
    """A claim: `quote` is the article's text from `start` to `end`, in code points.

    `inside` tells what the article says against itself; the status is about references alone.
    """

    id: str
    start: int
    end: int
    quote: str
    text: str
    kind: str
    attribution: dict[str, str] | None
    doubt: str | None
    worthiness: float
    worthiness_reasons: list[str]
    fills: list[dict[str, str]]
    people: list[str]
    status: Status
    cleared: bool
    score: float
    sampled: bool
    reason: str
    review_state: str
    disposition: str | None
    version: int
    evidence: list[Evidence]
    disagreement: Disagreement | None
    inside: list[InsideFinding]


class Reason(TypedDict):
    """One reason behind a conclusion; `code` is stable."""

    code: str
    message: str
    claim_ids: list[str]


class Revision(TypedDict):
    """The exact text that was checked."""

    number: int
    content_sha256: str
    is_current: bool


class Clearing(TypedDict):
    """From which score on claims passed without a person; `sentence` says it for people."""

    threshold: float
    examples: int
    unsupported: int
    cleared: int
    passed: int
    upper_bound: float
    accepted: float
    confidence: float
    basis: Literal["shipped", "newsroom", "fixed", "none"]
    calibration: str
    sentence: str


class Check(TypedDict):
    """The answer for one exact text. Times are RFC 3339."""

    id: str
    article_id: str
    title: str
    desk: str
    author: str
    published_at: str | None
    deadline: str | None
    revision: Revision
    status: Literal["completed"]
    conclusion: Conclusion
    policy: str
    reasons: list[Reason]
    counts: dict[str, int]
    text: str
    claims: list[Claim]
    coverage: list[dict[str, Any]]
    versions: dict[str, Any]
    clearing: Clearing | None
    checked_at: str
    checked_by: str
    revisions: list[dict[str, Any]]
    review_url: str


class Details(TypedDict, total=False):
    """What else can be said of an article. Times are RFC 3339 with an offset.

    `source_app` and `source_id` together name the article in your system: give them, so that a changed text
    becomes a new revision of it rather than another article. `deadline` raises its claims in the queue.
    """

    source_app: str
    source_id: str
    desk: str
    author: str
    published_at: str | None
    deadline: str | None


class RowError(TypedDict):
    """A row of an import that was left out; `line` counts from 1."""

    line: int
    field: str | None
    message: str


class ImportResult(TypedDict):
    """What an import did."""

    added: int
    updated: int
    unchanged: int
    errors: list[RowError]


class FieldError(TypedDict):
    """What is wrong with one field."""

    field: str
    message: str
    pointer: NotRequired[str]


class Problem(Exception):
    """The server refused or failed. `code` is stable, `detail` is for people, `status` is the HTTP status.

    `retry_after` is in seconds, where the server said when to try again.
    """

    def __init__(
        self,
        code: str,
        status: int,
        detail: str,
        errors: tuple[FieldError, ...] = (),
        retry_after: int | None = None,
    ) -> None:
        super().__init__(f"{status} {code}: {detail}")
        self.code = code
        self.status = status
        self.detail = detail
        self.errors = errors
        self.retry_after = retry_after


class FactCheckClient:
    """Talks to one server with one API key. Thread-safe; close it, or use it in a `with` block.

    Every method raises `Problem` where the server refuses, and httpx's own errors where there is no answer.
    `timeout` is in seconds; a check of a long article takes a while.
    """

    def __init__(
        self,
        base_url: str,
        key: str,
        *,
        timeout: float = 120.0,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._http = httpx.Client(
            base_url=base_url.rstrip("/") + "/api/v1/",
            headers={"authorization": f"Bearer {key}", "accept": "application/json"},
            timeout=timeout,
            transport=transport,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def check(
        self,
        text: str,
        *,
        title: str = "",
        format: TextFormat = "text",  # noqa: A002 - the API's own word
        **details: Unpack[Details],
    ) -> Check:
        """Have a text checked. A `title` given apart from the text becomes its first line."""
        body = {"text": text, "title": title, "format": format, **details}
        return self._send("POST", "checks", json=body)  # type: ignore[no-any-return]

    def check_file(
        self,
        data: bytes,
        format: FileFormat,  # noqa: A002 - the API's own word
        *,
        title: str = "",
        **details: Unpack[Details],
    ) -> Check:
        """Have a Word or PDF file checked; the check's `text` is what was read from it."""
        body = {"text": b64encode(data).decode("ascii"), "title": title, "format": format, **details}
        return self._send("POST", "checks", json=body)  # type: ignore[no-any-return]

    def get_check(self, check_id: str) -> Check:
        """The state of a check now, with what people have decided since."""
        return self._send("GET", f"checks/{_segment(check_id)}")  # type: ignore[no-any-return]

    def search_references(self, query: str = "", *, limit: int = 50) -> Iterator[Reference]:
        """All references that fit, fetched `limit` at a time as they are used."""
        cursor: str | None = None
        while True:
            page = self._send(
                "GET",
                "references",
                params={"q": query, "limit": limit, **({"cursor": cursor} if cursor else {})},
            )
            yield from page["items"]
            cursor = page["next_cursor"]
            if cursor is None:
                return

    def add_reference(
        self,
        text: str,
        source: Source,
        *,
        as_of: str | None = None,
        valid_until: str | None = None,
        key: str = "",
    ) -> ReferenceDetail:
        """Add one verified statement. Raises `Problem` with `already_exists` where the key is taken."""
        body = {"text": text, "source": source, "as_of": as_of, "valid_until": valid_until, "key": key}
        return self._send("POST", "references", json=body)  # type: ignore[no-any-return]

    def import_references(self, rows: bytes, kind: Literal["csv", "jsonl"]) -> ImportResult:
        """Import many. Bad rows are in the answer; they stop nothing."""
        content_type = {"csv": "text/csv", "jsonl": "application/jsonl"}[kind]
        return self._send(  # type: ignore[no-any-return]
            "POST", "references/import", content=rows, headers={"content-type": content_type}
        )

    def _send(self, method: str, path: str, **request: Any) -> Any:
        response = self._http.request(method, path, **request)
        if response.is_success:
            return response.json()
        raise _problem(response)


def _segment(identifier: str) -> str:
    """One step of a path, whatever the identifier holds."""
    return quote(identifier, safe="")


def _problem(response: httpx.Response) -> Problem:
    """What the server said; what is no problem document (a proxy's page) gets the code `http_error`."""
    try:
        document: Mapping[str, Any] = response.json()
        code, detail = str(document["code"]), str(document["detail"])
    except (ValueError, KeyError, TypeError):
        return Problem("http_error", response.status_code, response.reason_phrase)
    wait = response.headers.get("retry-after", "")
    return Problem(
        code,
        response.status_code,
        detail,
        tuple(document.get("errors", ())),
        int(wait) if wait.isdigit() else None,
    )
