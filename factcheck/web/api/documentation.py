"""How the API is described: the OpenAPI document, its error answers, and the page at `/schema`."""

import inspect
from dataclasses import dataclass
from types import ModuleType

from litestar import Router
from litestar.openapi import OpenAPIConfig, ResponseSpec
from litestar.openapi.plugins import JsonRenderPlugin, YamlRenderPlugin
from litestar.openapi.spec import (
    Components,
    Example,
    OpenAPI,
    OpenAPIMediaType,
    OpenAPIType,
    Operation,
    RequestBody,
    Schema,
    SecurityRequirement,
    SecurityScheme,
    Tag,
)

from factcheck import __version__
from factcheck.domain.people import Scope
from factcheck.web.api.document_page import DocumentPage
from factcheck.web.auth import SESSION_COOKIE
from factcheck.web.problems import CODES, PROBLEM_JSON, ProblemDocument

IMPORT_TYPES = {
    "text/csv": "csv",
    "application/jsonl": "jsonl",
    "application/x-ndjson": "jsonl",
}
"""Content types of an import and the format each stands for."""

_DESCRIPTION = """\
Checks an article's claims against the newsroom's own verified references, before it is published.

`POST /api/v1/checks` answers with a conclusion for exactly the text that was sent: `pass`, `hold` (people
are still needed), `fail`, or `stale` (there is a newer text). Nothing found is never a pass. Offsets count
Unicode code points of `text` in the answer.

Sign in with an API key: `Authorization: Bearer fck_…`. A key has scopes: `read` (every GET), `check` (submit
articles), `references` (add references). A browser that is signed in may use its session, and then has to
send the form token in `x-csrftoken` with everything but GET.

Errors are problem documents (RFC 9457) with a stable `code`.
"""

_SAYS = {
    400: "The request cannot be read, or a field cannot be used; `errors` names it.",
    401: "No valid key or session was sent.",
    403: "The key lacks the scope, the role does not reach this far, or the form token is missing.",
    404: "Nothing is stored under this identifier.",
    409: "It contradicts what is stored.",
    413: "The request or the text in it is above a limit of this server.",
    415: "The body is not of a type that is taken here.",
    429: "The server is busy; try again after `Retry-After` seconds.",
    500: "A fault of the server; its log tells more under `reference`.",
    503: "A model or the store cannot be used at the moment; nothing was changed.",
}


def problems(*statuses: int, public: bool = False) -> dict[int, ResponseSpec]:
    """The error answers of a route: those every route has, and `statuses`."""
    always = {400, 500} if public else {400, 401, 403, 500}
    return {
        status: ResponseSpec(
            ProblemDocument,
            generate_examples=False,
            description=_SAYS[status],
            media_type=PROBLEM_JSON,
            examples=[_example(status)],
        )
        for status in sorted({*always, *statuses})
    }


UNCHANGED = {304: ResponseSpec(None, description="Nothing has changed since the answer with this ETag.")}
"""The answer to `If-None-Match`."""


def _example(status: int) -> Example:
    code, _, title, _ = next(row for row in CODES if row[1] == status)
    return Example(
        summary=title,
        value={
            "type": f"/problems/{code}",
            "title": title,
            "status": status,
            "detail": _SAYS[status],
            "code": code,
        },
    )


def secured(scope: Scope) -> list[SecurityRequirement]:
    """A key with `scope`, or a signed-in person."""
    return [{"apiKey": [scope.value]}, {"session": []}]


_IMPORT_EXAMPLES: dict[str, str] = {
    "csv": (
        "text,publisher,title,url,as_of\r\n"
        '"Nvidia shares closed 16.97% lower on 27 January 2025.",Nasdaq,'
        '"Historical data, NVDA",https://www.nasdaq.com/market-activity/stocks/nvda/historical,2025-01-27\r\n'
    ),
    "jsonl": (
        '{"text": "Nvidia shares closed 16.97% lower on 27 January 2025.", "publisher": "Nasdaq", '
        '"title": "Historical data, NVDA", '
        '"url": "https://www.nasdaq.com/market-activity/stocks/nvda/historical", "as_of": "2025-01-27"}\n'
    ),
}


@dataclass
class ImportOperation(Operation):
    """The import takes a raw body, which a handler's signature cannot describe."""

    def __post_init__(self) -> None:
        self.request_body = RequestBody(
            required=True,
            description=(
                "CSV with a header line, or one JSON object a line. Columns: `text`, `publisher`, `title`, "
                "and if wanted `url`, `kind`, `published_at`, `as_of`, `valid_until`, and `key`, your own "
                "name for the reference, by which a later import changes it."
            ),
            content={
                media_type: OpenAPIMediaType(
                    schema=Schema(type=OpenAPIType.STRING), example=_IMPORT_EXAMPLES[kind]
                )
                for media_type, kind in IMPORT_TYPES.items()
            },
        )


def describe_components(document: OpenAPI, *modules: ModuleType) -> None:
    """Give every schema of `document` the docstring of the class in `modules` that it was made from."""
    for name, schema in document.components.schemas.items():
        kind = next((vars(module)[name] for module in modules if name in vars(module)), None)
        if kind is not None and kind.__doc__:
            schema.description = inspect.cleandoc(kind.__doc__)


def openapi_config() -> OpenAPIConfig:
    """OpenAPI 3.1 at `/schema`, as a page, JSON and YAML; public, since it says nothing of the newsroom."""
    return OpenAPIConfig(
        title="factcheck",
        version=__version__,
        description=_DESCRIPTION,
        use_handler_docstrings=True,
        tags=[
            Tag("checks", "Have an article checked, and ask for the state of it."),
            Tag("articles", "The articles that were checked."),
            Tag("claims", "Single claims and the queue of those that need a person."),
            Tag("references", "The verified statements that claims are held against."),
            Tag("server", "Whether the server works."),
        ],
        components=Components(
            security_schemes={
                "apiKey": SecurityScheme(
                    type="http", scheme="bearer", description="An API key, `fck_…`, made by an administrator."
                ),
                "session": SecurityScheme(
                    type="apiKey",
                    name=SESSION_COOKIE,
                    security_scheme_in="cookie",
                    description="A browser that is signed in; needs the form token in `x-csrftoken` as well.",
                ),
            }
        ),
        render_plugins=[
            DocumentPage(),
            JsonRenderPlugin(path="/openapi.json"),
            YamlRenderPlugin(path=["/openapi.yaml", "/openapi.yml"]),
        ],
        openapi_router=Router("/schema", route_handlers=[], include_in_schema=False),
    )
