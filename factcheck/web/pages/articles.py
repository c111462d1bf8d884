"""The desk's overview, the form for an article or a new version of one, and the proof."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, MultipartBody
from litestar.response import Template

from factcheck.desk.checks import Submission
from factcheck.desk.newsroom import Newsroom
from factcheck.desk.reports import ArticleReport
from factcheck.domain.articles import Document
from factcheck.domain.errors import FactCheckError, InvalidInput
from factcheck.domain.people import Actor, Role
from factcheck.settings import Settings
from factcheck.text.documents import Limits, document_from_text, read_document
from factcheck.web.auth import requires
from factcheck.web.pages.forms import Faults, Form, read_moment
from factcheck.web.pages.notices import redirect_with
from factcheck.web.pages.proof import lay_out
from factcheck.web.pages.rendering import page
from factcheck.web.pages.templating import counted

_FIELDS = frozenset({"text", "file", "title", "desk", "author", "published_at", "deadline"})


class ArticlePages(Controller):
    """Articles as people see them."""

    include_in_schema = False
    guards = (requires(Role.CHECKER),)

    @get("/", sync_to_thread=True)
    def overview(
        self,
        request: Request[Any, Any, Any],
        actor: NamedDependency[Actor],
        newsroom: NamedDependency[Newsroom],
        cursor: FromQuery[str] = "",
    ) -> Template:
        """Articles, the newest first, and how the queue stands."""
        return page(
            "desk.html",
            request,
            actor,
            section="desk",
            articles=newsroom.checks.articles(cursor=cursor or None),
            queue=newsroom.queue.page(actor, limit=1).counts,
            stored=newsroom.references.search(limit=1).total,
        )

    @get("/articles/new", sync_to_thread=True)
    def new(self, request: Request[Any, Any, Any], actor: NamedDependency[Actor]) -> Template:
        """The empty form."""
        return page("article_form.html", request, actor, section="desk", values=_Values(), article=None)

    @post("/articles", sync_to_thread=True)
    def check(
        self,
        request: Request[Any, Any, Any],
        actor: NamedDependency[Actor],
        newsroom: NamedDependency[Newsroom],
        settings: NamedDependency[Settings],
        data: MultipartBody[dict[str, Any]],
    ) -> Response[Any]:
        """Check the article in the form; on a fault the form comes back with everything typed."""
        form = Form(data)
        try:
            submission = read_submission(form, settings)
            report = newsroom.checks.check(submission, actor)
        except FactCheckError as error:
            return _again(request, actor, form, error, article=None)
        return _to_proof(report)

    @get("/articles/{article_id:str}", sync_to_thread=True)
    def proof(
        self,
        request: Request[Any, Any, Any],
        actor: NamedDependency[Actor],
        newsroom: NamedDependency[Newsroom],
        article_id: FromPath[str],
    ) -> Template:
        """The proof of the current text."""
        return _proof(request, actor, newsroom.checks.article(article_id))

    @get("/articles/{article_id:str}/revisions/{number:int}", sync_to_thread=True)
    def revision(
        self,
        request: Request[Any, Any, Any],
        actor: NamedDependency[Actor],
        newsroom: NamedDependency[Newsroom],
        article_id: FromPath[str],
        number: FromPath[int],
    ) -> Template:
        """The proof of one text of the article, which may be an old one."""
        return _proof(request, actor, newsroom.checks.article(article_id, number))

    @get("/articles/{article_id:str}/revisions/new", sync_to_thread=True)
    def new_revision(
        self,
        request: Request[Any, Any, Any],
        actor: NamedDependency[Actor],
        newsroom: NamedDependency[Newsroom],
        article_id: FromPath[str],
    ) -> Template:
        """The form with the current text in it."""
        report = newsroom.checks.article(article_id)
        values = _Values(
            text=report.text,
            title=report.title,
            desk=report.desk,
            author=report.author,
            published_at=report.published_at,
            deadline=report.deadline,
        )
        return page("article_form.html", request, actor, section="desk", values=values, article=report)

    @post("/articles/{article_id:str}/revisions", sync_to_thread=True)
    def check_revision(
        self,
        request: Request[Any, Any, Any],
        actor: NamedDependency[Actor],
        newsroom: NamedDependency[Newsroom],
        settings: NamedDependency[Settings],
        article_id: FromPath[str],
        data: MultipartBody[dict[str, Any]],
    ) -> Response[Any]:
        """Check a new text of a known article."""
        form = Form(data)
        current = newsroom.checks.article(article_id)
        try:
            submission = read_submission(form, settings, current=current)
            report = newsroom.checks.check(submission, actor)
        except FactCheckError as error:
            return _again(request, actor, form, error, article=current)
        return _to_proof(report)


@dataclass(frozen=True, slots=True)
class _Values:
    text: str = ""
    title: str = ""
    desk: str = ""
    author: str = ""
    published_at: datetime | None = None
    deadline: datetime | None = None


def read_submission(form: Form, settings: Settings, *, current: ArticleReport | None = None) -> Submission:
    """The article in `form`; a new text of `current` where that is given. Faults name their field."""
    zone = ZoneInfo(settings.timezone)
    published_at = read_moment(form, "published_at", zone)
    deadline = read_moment(form, "deadline", zone)
    document = _read_document(form, Limits.of(settings), published_at, current)
    return Submission(
        document=document,
        desk=form.line("desk"),
        author=form.line("author"),
        deadline=deadline,
        article_id=current.article_id if current else "",
    )


def _read_document(
    form: Form, limits: Limits, published_at: datetime | None, current: ArticleReport | None
) -> Document:
    upload, text = form.upload("file"), form.text("text")
    if upload is not None:
        if text.strip() and current is None:
            raise InvalidInput(
                "There is a text and a file. Empty the text, or send the form without the file.", field="file"
            )
        try:
            return read_document(
                upload.data,
                filename=upload.filename,
                media_type=upload.media_type,
                title=form.line("title"),
                published_at=published_at,
                limits=limits,
            )
        except FactCheckError as error:
            # Whatever is wrong with it, on this form it is the file.
            raise type(error)(error.message, field="file") from error
    if not text.strip():
        raise InvalidInput("Paste the article here, or choose a file below.", field="text")
    title = form.line("title")
    if current is not None and current.text.startswith(current.title):
        # The text in the form carries its headline, which may have been changed there.
        title = text.strip().split("\n", 1)[0].strip()
    return document_from_text(text, title=title, published_at=published_at, limits=limits)


def _again(
    request: Request[Any, Any, Any],
    actor: Actor,
    form: Form,
    error: FactCheckError,
    *,
    article: ArticleReport | None,
) -> Template:
    faults = Faults()
    faults.add(error, known=_FIELDS)
    return page(
        "article_form.html",
        request,
        actor,
        section="desk",
        status_code=faults.status_code,
        faults=faults,
        values={name: form.text(name) for name in _FIELDS - {"file"}},
        article=article,
    )


def _to_proof(report: ArticleReport) -> Response[Any]:
    found = counted(report.counts.claims, "claim") if report.counts.claims else "no checkable claim found"
    return redirect_with(f"/articles/{report.article_id}", "checked", found)


def _proof(request: Request[Any, Any, Any], actor: Actor, report: ArticleReport) -> Template:
    return page(
        "proof.html",
        request,
        actor,
        section="desk",
        article=report,
        blocks=lay_out(report),
        numbers={claim.id: number for number, claim in enumerate(report.claims, 1)},
    )
