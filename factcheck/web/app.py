"""The web application, put together: the only place where its parts meet."""

from typing import Any

from litestar import Litestar, Request, Response, Router, get
from litestar.config.compression import CompressionConfig
from litestar.config.csrf import CSRFConfig
from litestar.di import Provide
from litestar.params import FromPath
from litestar.response import Redirect
from litestar.static_files import create_static_files_router

from factcheck.desk.newsroom import Newsroom
from factcheck.domain.errors import NotFound
from factcheck.settings import Settings
from factcheck.web import problems
from factcheck.web.api import answers, claim_shapes, inputs, shapes
from factcheck.web.api.checks import ArticleController, CheckController
from factcheck.web.api.claims import ClaimController
from factcheck.web.api.documentation import describe_components, openapi_config
from factcheck.web.api.references import ReferenceController
from factcheck.web.api.requests import ApiRequest, Turnstile
from factcheck.web.attempts import SignInLimit
from factcheck.web.auth import STATIC_PATH, Authentication, current_actor
from factcheck.web.pages.routes import PAGE_HANDLERS
from factcheck.web.pages.templating import STATIC_FOLDER, template_config
from factcheck.web.problems import CODES, EXCEPTION_HANDLERS, answer
from factcheck.web.readiness import Readiness, healthz
from factcheck.web.security import FormTokens, HostCheck, known_hosts, response_headers


def create_app(settings: Settings, newsroom: Newsroom) -> Litestar:
    """The application over `newsroom`, which it warms up when it starts and closes when it stops.

    Raises `InvalidInput` where no secret is set outside demo mode.
    """
    readiness = Readiness(newsroom)
    turnstile = Turnstile()
    csrf = CSRFConfig(
        secret=settings.signing_secret(), cookie_name="csrftoken", cookie_secure=settings.secure_cookies
    )
    app = Litestar(
        route_handlers=[
            Router(
                "/api/v1",
                route_handlers=[CheckController, ArticleController, ClaimController, ReferenceController],
                request_class=ApiRequest,
            ),
            healthz,
            explain_problem,
            create_static_files_router(
                STATIC_PATH,
                directories=[STATIC_FOLDER],
                name="static",
                # A name that no file can have, one with a NUL in it for example.
                exception_handlers={ValueError: no_such_file},
            ),
            *PAGE_HANDLERS,
        ],
        dependencies={
            "newsroom": Provide(lambda: newsroom, sync_to_thread=False),
            "settings": Provide(lambda: settings, sync_to_thread=False),
            "readiness": Provide(lambda: readiness, sync_to_thread=False),
            "turnstile": Provide(lambda: turnstile, sync_to_thread=False),
            "actor": Provide(current_actor, sync_to_thread=False),
        },
        # In this order: no work for a foreign host, then who it is, then whether the form is ours.
        middleware=[
            HostCheck(known_hosts(settings)),
            Authentication(newsroom),
            FormTokens(csrf),
            SignInLimit(),
        ],
        before_send=[response_headers(settings)],
        exception_handlers=EXCEPTION_HANDLERS,
        compression_config=CompressionConfig(backend="gzip", minimum_size=1_000, gzip_compress_level=6),
        request_max_body_size=settings.max_upload_bytes,
        template_config=template_config(settings),
        openapi_config=openapi_config(),
        lifespan=[readiness.lifespan()],
        # Every fault is logged where it is turned into an answer (`problems`), with the reference that the
        # caller was given; Litestar's own logging would log refusals as loudly as faults.
        logging_config=None,
        debug=False,
    )
    describe_components(app.openapi_schema, shapes, claim_shapes, answers, inputs, problems)
    return app


def no_such_file(request: Request[Any, Any, Any], _: ValueError) -> Response[Any]:
    """The answer where a path cannot even be looked up."""
    return answer(request, NotFound("There is no such file."))


@get("/problems/{code:str}", include_in_schema=False, sync_to_thread=False)
def explain_problem(code: FromPath[str]) -> Redirect:
    """The `type` of a problem document leads to its explanation."""
    if code not in {known for known, *_ in CODES}:
        raise NotFound("No problem has this code.")
    return Redirect(f"/schema#problem-{code}", status_code=303)
