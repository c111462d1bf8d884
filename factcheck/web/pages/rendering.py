"""Answers every page gives: the page itself, with who is signed in and what has just been done."""

from typing import Any

from litestar import Request
from litestar.response import Template

from factcheck.domain.people import Actor
from factcheck.web.pages import notices
from factcheck.web.pages.forms import Faults

NO_STORE = {"Cache-Control": "no-store"}
"""Unpublished words stay out of every cache, the browser's included."""


def page(
    name: str,
    request: Request[Any, Any, Any],
    actor: Actor | None,
    *,
    section: str = "",
    status_code: int = 200,
    **context: Any,
) -> Template:
    """The template `name` for `actor`; `section` is the entry of the navigation that is marked."""
    notice = notices.read(request)
    return Template(
        template_name=name,
        status_code=status_code,
        headers=NO_STORE,
        media_type="text/html",
        cookies=[notices.spent()] if notices.COOKIE in request.cookies else [],
        context={
            "actor": actor,
            "section": section,
            "notice": notice,
            "faults": Faults(),
            "path": request.url.path,
            **context,
        },
    )
