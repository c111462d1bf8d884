"""Signing in and out."""

from datetime import timedelta
from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery, URLEncodedBody
from litestar.response import Redirect, Template

from factcheck.desk.demo import demo_accounts
from factcheck.desk.newsroom import Newsroom
from factcheck.domain.errors import NotSignedIn
from factcheck.settings import Settings, bundled
from factcheck.web.auth import SESSION_COOKIE, clear_session, local_path, start_session
from factcheck.web.pages.forms import Faults, Form
from factcheck.web.pages.notices import redirect_with
from factcheck.web.pages.rendering import page


class SignInPages(Controller):
    """The two pages that need no sign-in."""

    include_in_schema = False

    @get("/sign-in", sync_to_thread=True)
    def form(
        self,
        request: Request[Any, Any, Any],
        settings: NamedDependency[Settings],
        next: FromQuery[str] = "",  # noqa: A002 -- the name in the address
    ) -> Template:
        """The form; `next` is the page to go on to."""
        return _form(request, settings, "", local_path(next))

    @post("/sign-in", sync_to_thread=True)
    def sign_in(
        self,
        request: Request[Any, Any, Any],
        newsroom: NamedDependency[Newsroom],
        settings: NamedDependency[Settings],
        data: URLEncodedBody[dict[str, Any]],
    ) -> Response[Any]:
        """Start a session, or show the form again without saying which of the two was wrong."""
        form = Form(data)
        username, next_path = form.line("username"), local_path(form.text("next"))
        try:
            actor = newsroom.people.sign_in(username, form.text("password"))
        except NotSignedIn as error:
            return _form(
                request, settings, username, next_path, Faults(general=error.message, status_code=401)
            )
        token = newsroom.people.start_session(actor.id, lifetime=timedelta(hours=settings.session_hours))
        response: Response[Any] = Redirect(next_path, status_code=303)
        start_session(response, token)
        return response

    @post("/sign-out", sync_to_thread=True)
    def sign_out(self, request: Request[Any, Any, Any], newsroom: NamedDependency[Newsroom]) -> Response[Any]:
        """End the session on the server and in the browser; harmless without one."""
        token = request.cookies.get(SESSION_COOKIE)
        if token:
            newsroom.people.end_session(token)
        response: Response[Any] = redirect_with("/sign-in", "signed_out")
        clear_session(response)
        return response


def _form(
    request: Request[Any, Any, Any],
    settings: Settings,
    username: str,
    next_path: str,
    faults: Faults | None = None,
) -> Template:
    faults = faults or Faults()
    return page(
        "sign_in.html",
        request,
        None,
        status_code=faults.status_code,
        faults=faults,
        username=username,
        next_path=next_path,
        accounts=demo_accounts(bundled("seed_data")) if settings.demo else (),
    )
