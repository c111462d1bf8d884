"""What the signs mean and which keys there are."""

from typing import Any

from litestar import Controller, Request, get
from litestar.di import NamedDependency
from litestar.response import Template

from factcheck.domain.people import Actor, Role
from factcheck.web.auth import requires
from factcheck.web.pages.rendering import page


class HelpPages(Controller):
    """One page to look things up."""

    include_in_schema = False
    guards = (requires(Role.CHECKER),)

    @get("/help", sync_to_thread=True)
    def help(self, request: Request[Any, Any, Any], actor: NamedDependency[Actor]) -> Template:
        """Statuses, decisions, the gate, and the keyboard."""
        return page("help.html", request, actor, section="help")
