"""Checks: the question a CMS asks before it publishes."""

from typing import Annotated, Any

from litestar import Controller, Request, Response, get, post
from litestar.datastructures import ResponseHeader
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from factcheck.desk.checks import Submission
from factcheck.desk.newsroom import Newsroom
from factcheck.domain.people import Actor, Scope
from factcheck.settings import Settings
from factcheck.text.documents import Limits
from factcheck.web.api.answers import ArticleList, CheckResult
from factcheck.web.api.documentation import UNCHANGED, problems, secured
from factcheck.web.api.inputs import ArticleId, CheckBody, CheckId, Cursor, PageSize
from factcheck.web.api.requests import Turnstile, needs_json, revalidated, review_url
from factcheck.web.auth import allows

_ETAG = ResponseHeader(
    name="ETag",
    value="",
    documentation_only=True,
    description="Changes with everything the answer says; send it back in `If-None-Match`.",
)


class CheckController(Controller):
    """`/checks`."""

    path = "/checks"
    tags = ["checks"]  # noqa: RUF012 - Litestar reads it once and changes nothing

    @post(
        operation_id="createCheck",
        summary="Check an article",
        status_code=200,
        guards=[allows(Scope.CHECK)],
        before_request=needs_json,
        security=secured(Scope.CHECK),
        responses=problems(413, 415, 429, 503),
        response_description="The article was checked; the answer stands for exactly this text.",
        response_headers=[
            ResponseHeader(
                name="Location", value="", documentation_only=True, description="Where to ask again."
            )
        ],
        sync_to_thread=True,
    )
    def create(
        self,
        request: Request[Any, Any, Any],
        data: CheckBody,
        newsroom: NamedDependency[Newsroom],
        settings: NamedDependency[Settings],
        actor: NamedDependency[Actor],
        turnstile: NamedDependency[Turnstile],
    ) -> Response[CheckResult]:
        """Find the claims of a text, hold them against the references, and say whether it may be published.

        The answer is complete when it comes: nothing has to be polled. The same text may be sent again at any
        time: it is judged anew as the same revision, and what people have decided stands.
        """
        with turnstile.place():
            submission = Submission(
                document=data.document(Limits.of(settings)),
                source_app=data.source_app,
                source_id=data.source_id,
                desk=data.desk,
                author=data.author,
                deadline=data.deadline,
            )
            report = newsroom.checks.check(submission, actor)
        return Response(
            CheckResult.of(report, review_url(request, settings, report.article_id)),
            headers={"location": f"/api/v1/checks/{report.check_id}"},
        )

    @get(
        "/{check_id:str}",
        operation_id="getCheck",
        response_description="The check as it stands now.",
        summary="The state of a check",
        guards=[allows(Scope.READ)],
        security=secured(Scope.READ),
        responses=problems(404) | UNCHANGED,
        response_headers=[_ETAG],
        sync_to_thread=True,
    )
    def read(
        self,
        request: Request[Any, Any, Any],
        check_id: CheckId,
        newsroom: NamedDependency[Newsroom],
        settings: NamedDependency[Settings],
    ) -> Response[CheckResult]:
        """The same answer as of the check itself, with what people have decided since. Runs no model."""
        report = newsroom.checks.report(check_id)
        return revalidated(request, CheckResult.of(report, review_url(request, settings, report.article_id)))


class ArticleController(Controller):
    """`/articles`."""

    path = "/articles"
    tags = ["articles"]  # noqa: RUF012

    @get(
        operation_id="listArticles",
        response_description="A stretch of the list.",
        summary="Articles, newest check first",
        guards=[allows(Scope.READ)],
        security=secured(Scope.READ),
        responses=problems(),
        sync_to_thread=True,
    )
    def index(
        self, newsroom: NamedDependency[Newsroom], limit: PageSize = 50, cursor: Cursor = None
    ) -> ArticleList:
        """Every article in its current revision."""
        return ArticleList.of(newsroom.checks.articles(limit=limit, cursor=cursor))

    @get(
        "/{article_id:str}",
        operation_id="getArticle",
        response_description="The article as it stands now.",
        summary="One article",
        guards=[allows(Scope.READ)],
        security=secured(Scope.READ),
        responses=problems(404) | UNCHANGED,
        response_headers=[_ETAG],
        sync_to_thread=True,
    )
    def read(
        self,
        request: Request[Any, Any, Any],
        article_id: ArticleId,
        newsroom: NamedDependency[Newsroom],
        settings: NamedDependency[Settings],
        revision: Annotated[
            int | None, QueryParameter(ge=1, le=1_000_000_000, description="The current one if left out.")
        ] = None,
    ) -> Response[CheckResult]:
        """The last check of the article's current text, or of the text of `revision`."""
        report = newsroom.checks.article(article_id, revision)
        return revalidated(request, CheckResult.of(report, review_url(request, settings, report.article_id)))
