"""Faults as pages: what went wrong, in one sentence, and the way on."""

from typing import Any
from urllib.parse import quote

from litestar import Request, Response
from litestar.response import Redirect

from factcheck.domain.errors import FactCheckError
from factcheck.web.auth import SIGN_IN_PATH, visitor
from factcheck.web.pages.rendering import page


def error_page(request: Request[Any, Any, Any], status_code: int, error: Exception) -> Response[Any]:
    """The page for `error`. Who is not signed in is sent to the sign-in page and comes back afterwards.

    Only what a `FactCheckError` says is shown; of anything else, that it failed.
    """
    if status_code == 401:
        return Redirect(SIGN_IN_PATH + _way_back(request), status_code=303)
    title, sentence = "Something went wrong", "The fault is on our side. Nothing was changed."
    if isinstance(error, FactCheckError):
        title, sentence = error.title, error.message
    return page(
        "error.html",
        request,
        visitor(request),
        status_code=status_code,
        code=status_code,
        title=title,
        sentence=sentence,
    )


def _way_back(request: Request[Any, Any, Any]) -> str:
    path = request.url.path
    if request.method != "GET" or path == "/":
        return ""
    query = f"?{request.url.query}" if request.url.query else ""
    return "?next=" + quote(path + query, safe="")
