"""The audit log, for administrators."""

from typing import Annotated, Any

from litestar import Controller, Request, get
from litestar.di import NamedDependency
from litestar.params import QueryParameter
from litestar.response import Template

from factcheck.desk.newsroom import Newsroom
from factcheck.domain.people import Actor, Role
from factcheck.web.auth import requires
from factcheck.web.pages.rendering import page

_LINES = 100


class AuditPages(Controller):
    """Who did what, and whether the chain of events is whole."""

    include_in_schema = False
    guards = (requires(Role.ADMIN),)

    @get("/audit", sync_to_thread=True)
    def audit(
        self,
        request: Request[Any, Any, Any],
        actor: NamedDependency[Actor],
        newsroom: NamedDependency[Newsroom],
        before: Annotated[int, QueryParameter(ge=0)] = 0,
    ) -> Template:
        """The latest events, or those before the event number `before`."""
        lines = newsroom.audit.lines(limit=_LINES, before=before or None)
        return page(
            "audit.html",
            request,
            actor,
            section="audit",
            report=newsroom.audit.verify(),
            lines=lines,
            older=lines[-1].sequence if len(lines) == _LINES else None,
        )
