"""References: search them, add one, import many."""

from typing import Annotated, Any

from litestar import Controller, Request, Response, get, post
from litestar.concurrency import sync_to_thread
from litestar.datastructures import ResponseHeader
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from factcheck.desk.newsroom import Newsroom
from factcheck.desk.reports import ImportReport
from factcheck.domain.errors import InvalidInput
from factcheck.domain.people import Actor, Scope
from factcheck.web.api.answers import ImportResult, ReferenceDetail, ReferenceList
from factcheck.web.api.documentation import IMPORT_TYPES, ImportOperation, problems, secured
from factcheck.web.api.inputs import SOURCE_FIELDS, Cursor, PageSize, ReferenceBody, ReferenceId
from factcheck.web.api.requests import Turnstile, needs_json
from factcheck.web.auth import allows
from factcheck.web.problems import UnsupportedMediaType


class ReferenceController(Controller):
    """`/references`."""

    path = "/references"
    tags = ["references"]  # noqa: RUF012

    @get(
        operation_id="searchReferences",
        response_description="A stretch of the references found.",
        summary="Search the references",
        guards=[allows(Scope.READ)],
        security=secured(Scope.READ),
        responses=problems(),
        sync_to_thread=True,
    )
    def search(
        self,
        newsroom: NamedDependency[Newsroom],
        q: Annotated[str, QueryParameter(max_length=300, description="Words to look for; empty: all.")] = "",
        limit: PageSize = 50,
        cursor: Cursor = None,
    ) -> ReferenceList:
        """References with these words in their text or source."""
        return ReferenceList.of(newsroom.references.search(q, limit=limit, cursor=cursor))

    @get(
        "/{reference_id:str}",
        operation_id="getReference",
        response_description="The reference.",
        summary="One reference",
        guards=[allows(Scope.READ)],
        security=secured(Scope.READ),
        responses=problems(404),
        sync_to_thread=True,
    )
    def read(self, reference_id: ReferenceId, newsroom: NamedDependency[Newsroom]) -> ReferenceDetail:
        """A reference with the claims that used it."""
        return ReferenceDetail.of(newsroom.references.get(reference_id))

    @post(
        operation_id="addReference",
        response_description="The reference was added.",
        summary="Add one reference",
        guards=[allows(Scope.REFERENCES)],
        before_request=needs_json,
        security=secured(Scope.REFERENCES),
        responses=problems(409, 413, 415, 429, 503),
        response_headers=[
            ResponseHeader(
                name="Location", value="", documentation_only=True, description="The new reference."
            )
        ],
        sync_to_thread=True,
    )
    def add(
        self,
        data: ReferenceBody,
        newsroom: NamedDependency[Newsroom],
        actor: NamedDependency[Actor],
        turnstile: NamedDependency[Turnstile],
    ) -> Response[ReferenceDetail]:
        """Add a statement that somebody in the newsroom has verified, with its source."""
        try:
            with turnstile.place():
                report = newsroom.references.add(data.for_desk(), actor)
        except InvalidInput as error:
            if error.field in SOURCE_FIELDS:
                error.field = f"source.{error.field}"
            raise
        return Response(
            ReferenceDetail.of(report), headers={"location": f"/api/v1/references/{report.reference.id}"}
        )

    @post(
        "/import",
        operation_id="importReferences",
        operation_class=ImportOperation,
        summary="Import references",
        status_code=200,
        guards=[allows(Scope.REFERENCES)],
        security=secured(Scope.REFERENCES),
        responses=problems(413, 415, 429, 503),
        response_description="What was imported, and every row that was not, with its line and the reason.",
    )
    async def import_rows(
        self,
        request: Request[Any, Any, Any],
        newsroom: NamedDependency[Newsroom],
        actor: NamedDependency[Actor],
        turnstile: NamedDependency[Turnstile],
    ) -> ImportResult:
        """Import CSV or JSON lines. A bad row stops nothing, and is named with its line in the answer."""
        kind = IMPORT_TYPES.get(request.content_type[0].strip().lower())
        if kind is None:
            raise UnsupportedMediaType(
                "Send the rows as text/csv, application/jsonl or application/x-ndjson."
            )
        rows = await request.body()

        def run() -> ImportReport:
            with turnstile.place():
                return newsroom.references.import_rows(rows, kind, actor)

        return ImportResult.of(await sync_to_thread(run))
