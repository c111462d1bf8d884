"""What the API takes, as msgspec structs that refuse unknown fields, with examples for the documentation."""

import base64
from datetime import date, datetime
from typing import Annotated, Literal

from litestar.enums import RequestEncodingType
from litestar.openapi.spec import Example
from litestar.params import BodyKwarg, PathParameter, QueryParameter
from msgspec import Meta, Struct

from factcheck.desk.reports import NewReference
from factcheck.domain.articles import Document
from factcheck.domain.errors import FactCheckError, InvalidInput
from factcheck.domain.evidence import SourceKind
from factcheck.text.documents import (
    DOCX,
    HTML,
    MARKDOWN,
    PDF,
    PLAIN,
    Limits,
    document_from_text,
    read_document,
)

Moment = Annotated[datetime, Meta(tz=True, description="RFC 3339, with an offset from UTC.")]
Label = Annotated[str, Meta(max_length=300)]

MEDIA_TYPES = {"text": PLAIN, "markdown": MARKDOWN, "html": HTML, "docx": DOCX, "pdf": PDF}
FILE_FORMATS = frozenset({"docx", "pdf"})
"""Formats that are bytes and come in base64."""


class CheckSubmission(Struct, frozen=True, forbid_unknown_fields=True):
    """An article to be checked.

    Send the same `source_app` and `source_id` for every version of an article: a changed text then becomes a
    new revision of it, and an unchanged text is judged anew without becoming another article. A `title` given
    apart from the text becomes its first line. `deadline` raises the claims in the queue. Offsets in the
    answer count in the answer's own `text`, which is what was read from a file.
    """

    text: Annotated[
        str, Meta(description="The whole article, in `format`; the file in base64 for `docx` and `pdf`.")
    ]
    title: Label = ""
    format: Literal["text", "markdown", "html", "docx", "pdf"] = "text"
    source_app: Annotated[str, Meta(max_length=300, description="Your system, for example `cms`.")] = ""
    source_id: Annotated[str, Meta(max_length=300, description="The article's id in your system.")] = ""
    desk: Label = ""
    author: Label = ""
    published_at: Moment | None = None
    deadline: Moment | None = None

    def document(self, limits: Limits) -> Document:
        """The article as plain text; raises what `text` is refused for, with that field's name."""
        media_type = MEDIA_TYPES[self.format]
        if self.format not in FILE_FORMATS:
            return document_from_text(
                self.text,
                title=self.title,
                published_at=self.published_at,
                limits=limits,
                media_type=media_type,
            )
        try:
            data = base64.b64decode(self.text, validate=True)
        except ValueError:
            raise InvalidInput("This is not base64.", field="text") from None
        try:
            return read_document(
                data,
                media_type=media_type,
                title=self.title,
                published_at=self.published_at,
                limits=limits,
            )
        except FactCheckError as error:
            raise type(error)(error.message, field="title" if error.field == "title" else "text") from error


class NewSource(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a new reference comes from."""

    publisher: Label
    title: str
    url: str = ""
    kind: SourceKind = SourceKind.SECONDARY
    published_at: date | None = None


class ReferenceSubmission(Struct, frozen=True, forbid_unknown_fields=True):
    """One verified statement to be added. `key` is your own name for it; made from the text if empty."""

    text: str
    source: NewSource
    as_of: date | None = None
    valid_until: date | None = None
    key: str = ""

    def for_desk(self) -> NewReference:
        """The same, as the desk takes it."""
        return NewReference(
            text=self.text,
            publisher=self.source.publisher,
            title=self.source.title,
            url=self.source.url,
            kind=self.source.kind.value,
            published_at=self.source.published_at,
            as_of=self.as_of,
            valid_until=self.valid_until,
            key=self.key,
        )


SOURCE_FIELDS = frozenset({"publisher", "title", "url", "kind", "published_at"})
"""Fields that the desk names flat and the API nests under `source`."""

CheckBody = Annotated[
    CheckSubmission,
    BodyKwarg(
        media_type=RequestEncodingType.JSON,
        description="The article to be checked.",
        examples=[
            Example(
                summary="A plain text from a CMS",
                value={
                    "title": "Chip maker loses a sixth of its value in one day",
                    "text": "Nvidia shares fell 17% on Monday, erasing about $589 billion.",
                    "format": "text",
                    "source_app": "cms",
                    "source_id": "article-4711",
                    "desk": "business",
                    "published_at": "2025-01-28T06:00:00Z",
                },
            )
        ],
    ),
]

ReferenceBody = Annotated[
    ReferenceSubmission,
    BodyKwarg(
        media_type=RequestEncodingType.JSON,
        description="The reference to be added.",
        examples=[
            Example(
                summary="A market figure",
                value={
                    "text": "Nvidia shares closed 16.97% lower on 27 January 2025.",
                    "source": {
                        "publisher": "Nasdaq",
                        "title": "Historical data, NVDA",
                        "url": "https://www.nasdaq.com/market-activity/stocks/nvda/historical",
                        "kind": "primary",
                        "published_at": "2025-01-27",
                    },
                    "as_of": "2025-01-27",
                },
            )
        ],
    ),
]

CheckId = Annotated[str, PathParameter(description="`id` of a check.")]
ArticleId = Annotated[str, PathParameter(description="`article_id` of a check.")]
ClaimId = Annotated[str, PathParameter(description="`id` of a claim.")]
ReferenceId = Annotated[str, PathParameter(description="`id` of a reference.")]
PageSize = Annotated[int, QueryParameter(ge=1, le=200, description="Most items in one answer.")]
Cursor = Annotated[
    str | None, QueryParameter(max_length=1_000, description="`next_cursor` of the answer before.")
]
