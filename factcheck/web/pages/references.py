"""The newsroom's own verified references: search, add, import, and where each was used."""

from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, MultipartBody, URLEncodedBody
from litestar.response import Template

from factcheck.desk.newsroom import Newsroom
from factcheck.desk.reports import NewReference
from factcheck.domain.errors import FactCheckError, InvalidInput
from factcheck.domain.people import Actor, Role
from factcheck.web.auth import requires
from factcheck.web.pages.forms import Faults, Form, Upload, read_day
from factcheck.web.pages.notices import redirect_with
from factcheck.web.pages.rendering import page

_FIELDS = frozenset(
    {"text", "publisher", "title", "url", "kind", "published_at", "as_of", "valid_until", "key"}
)
_SHOWN_ROW_ERRORS = 200


class ReferencePages(Controller):
    """What claims are held against."""

    include_in_schema = False
    path = "/references"
    guards = (requires(Role.CHECKER),)

    @get("/", sync_to_thread=True)
    def search(
        self,
        request: Request[Any, Any, Any],
        actor: NamedDependency[Actor],
        newsroom: NamedDependency[Newsroom],
        q: FromQuery[str] = "",
        cursor: FromQuery[str] = "",
    ) -> Template:
        """All references, or those that match `q`."""
        found = newsroom.references.search(q.strip(), cursor=cursor or None)
        return page("references.html", request, actor, section="references", found=found, q=q.strip())

    @get("/new", sync_to_thread=True)
    def new(self, request: Request[Any, Any, Any], actor: NamedDependency[Actor]) -> Template:
        """The empty form."""
        return _form(request, actor, dict.fromkeys(_FIELDS, "") | {"kind": "secondary"})

    @post("/new", sync_to_thread=True)
    def add(
        self,
        request: Request[Any, Any, Any],
        actor: NamedDependency[Actor],
        newsroom: NamedDependency[Newsroom],
        data: URLEncodedBody[dict[str, Any]],
    ) -> Response[Any]:
        """Store one reference with its source."""
        form = Form(data)
        try:
            added = newsroom.references.add(_read(form), actor)
        except FactCheckError as error:
            faults = Faults()
            faults.add(error, known=_FIELDS)
            return _form(request, actor, {name: form.text(name) for name in _FIELDS}, faults)
        return redirect_with(f"/references/{added.reference.id}", "reference_added")

    @get("/import", sync_to_thread=True)
    def import_form(self, request: Request[Any, Any, Any], actor: NamedDependency[Actor]) -> Template:
        """The form, with the columns a file needs."""
        return page("reference_import.html", request, actor, section="references", report=None, filename="")

    @post("/import", sync_to_thread=True)
    def import_file(
        self,
        request: Request[Any, Any, Any],
        actor: NamedDependency[Actor],
        newsroom: NamedDependency[Newsroom],
        data: MultipartBody[dict[str, Any]],
    ) -> Response[Any]:
        """Import what is good and name every row that is not, with its line."""
        upload = Form(data).upload("file")
        faults, report = Faults(), None
        try:
            if upload is None:
                raise InvalidInput("Choose a file.", field="file")
            report = newsroom.references.import_rows(upload.data, _format_of(upload), actor)
        except FactCheckError as error:
            faults.add(error, known=frozenset({"file"}))
        return page(
            "reference_import.html",
            request,
            actor,
            section="references",
            status_code=faults.status_code,
            faults=faults,
            report=report,
            shown_errors=report.errors[:_SHOWN_ROW_ERRORS] if report else (),
            filename=upload.filename if upload else "",
        )

    @get("/{reference_id:str}", sync_to_thread=True)
    def reference(
        self,
        request: Request[Any, Any, Any],
        actor: NamedDependency[Actor],
        newsroom: NamedDependency[Newsroom],
        reference_id: FromPath[str],
    ) -> Template:
        """One reference, its source, and the claims that used it."""
        report = newsroom.references.get(reference_id)
        return page("reference.html", request, actor, section="references", report=report)


def _read(form: Form) -> NewReference:
    return NewReference(
        text=form.line("text"),
        publisher=form.line("publisher"),
        title=form.line("title"),
        url=form.line("url"),
        kind=form.line("kind"),
        published_at=read_day(form, "published_at"),
        as_of=read_day(form, "as_of"),
        valid_until=read_day(form, "valid_until"),
        key=form.line("key"),
    )


def _format_of(upload: Upload) -> str:
    name = upload.filename.lower()
    if name.endswith(".csv"):
        return "csv"
    if name.endswith((".jsonl", ".ndjson")):
        return "jsonl"
    raise InvalidInput("The file’s name has to end in .csv or .jsonl.", field="file")


def _form(
    request: Request[Any, Any, Any], actor: Actor, values: dict[str, str], faults: Faults | None = None
) -> Template:
    faults = faults or Faults()
    return page(
        "reference_form.html",
        request,
        actor,
        section="references",
        status_code=faults.status_code,
        faults=faults,
        values=values,
    )
