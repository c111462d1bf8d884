"""Accounts and API keys, for administrators."""

from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, URLEncodedBody
from litestar.response import Template

from factcheck.desk.newsroom import Newsroom
from factcheck.desk.reports import NewKey
from factcheck.domain.errors import FactCheckError, InvalidInput, NotFound
from factcheck.domain.people import Actor, Role, Scope
from factcheck.web.auth import requires
from factcheck.web.pages.forms import Faults, Form
from factcheck.web.pages.notices import redirect_with
from factcheck.web.pages.rendering import page

_USER_FIELDS = frozenset({"username", "name", "password", "role"})
_KEY_FIELDS = frozenset({"name", "scopes"})


class PeoplePages(Controller):
    """Who may sign in."""

    include_in_schema = False
    path = "/people"
    guards = (requires(Role.ADMIN),)

    @get("/", sync_to_thread=True)
    def people(
        self,
        request: Request[Any, Any, Any],
        actor: NamedDependency[Actor],
        newsroom: NamedDependency[Newsroom],
    ) -> Template:
        """Everybody with an account, and the form for one more."""
        return _people(request, actor, newsroom, Form({"role": Role.CHECKER.value}))

    @post("/", sync_to_thread=True)
    def create(
        self,
        request: Request[Any, Any, Any],
        actor: NamedDependency[Actor],
        newsroom: NamedDependency[Newsroom],
        data: URLEncodedBody[dict[str, Any]],
    ) -> Response[Any]:
        """Open an account. The password is never shown again, not even on a fault."""
        form = Form(data)
        try:
            user = newsroom.people.create_user(
                form.line("username"),
                form.line("name"),
                form.text("password"),
                _role(form.line("role")),
                actor,
            )
        except FactCheckError as error:
            faults = Faults()
            faults.add(error, known=_USER_FIELDS)
            return _people(request, actor, newsroom, form, faults)
        return redirect_with("/people", "user_created", user.name)

    @post("/{user_id:str}/active", sync_to_thread=True)
    def set_active(
        self,
        request: Request[Any, Any, Any],
        actor: NamedDependency[Actor],
        newsroom: NamedDependency[Newsroom],
        user_id: FromPath[str],
        data: URLEncodedBody[dict[str, Any]],
    ) -> Response[Any]:
        """Close an account or open it again; its decisions stay on record."""
        active = Form(data).text("active") == "1"
        user = next((u for u in newsroom.people.users() if u.id == user_id), None)
        if user is None:
            raise NotFound("There is no such account.")
        try:
            newsroom.people.set_active(user_id, active, actor)
        except FactCheckError as error:
            faults = Faults()
            faults.add(error, known=frozenset())
            return _people(request, actor, newsroom, Form({"role": Role.CHECKER.value}), faults)
        return redirect_with("/people", "user_opened" if active else "user_closed", user.name)


class KeyPages(Controller):
    """Which programs may ask."""

    include_in_schema = False
    path = "/keys"
    guards = (requires(Role.ADMIN),)

    @get("/", sync_to_thread=True)
    def keys(
        self,
        request: Request[Any, Any, Any],
        actor: NamedDependency[Actor],
        newsroom: NamedDependency[Newsroom],
    ) -> Template:
        """All keys, and the form for one more."""
        return _keys(request, actor, newsroom, _new_key_form())

    @post("/", sync_to_thread=True)
    def create(
        self,
        request: Request[Any, Any, Any],
        actor: NamedDependency[Actor],
        newsroom: NamedDependency[Newsroom],
        data: URLEncodedBody[dict[str, Any]],
    ) -> Template:
        """Make a key and show its secret in this one answer: it is kept nowhere, so there is no redirect."""
        form = Form(data)
        try:
            made = newsroom.people.create_key(form.line("name"), _scopes(form.all("scopes")), actor)
        except FactCheckError as error:
            faults = Faults()
            faults.add(error, known=_KEY_FIELDS)
            return _keys(request, actor, newsroom, form, faults)
        return _keys(request, actor, newsroom, _new_key_form(), made=made)

    @post("/{key_id:str}/revoke", sync_to_thread=True)
    def revoke(
        self, actor: NamedDependency[Actor], newsroom: NamedDependency[Newsroom], key_id: FromPath[str]
    ) -> Response[Any]:
        """Make a key useless at once."""
        known = newsroom.people.keys()
        key = next((one for one in known if one.id == key_id), None)
        if key is None:
            raise NotFound("There is no such key.")
        newsroom.people.revoke_key(key_id, actor)
        return redirect_with("/keys", "key_revoked", key.name)


def _role(value: str) -> Role:
    try:
        return Role(value)
    except ValueError:
        raise InvalidInput("Choose a role.", field="role") from None


def _new_key_form() -> Form:
    """What a CMS needs, ticked beforehand."""
    return Form({"scopes": [Scope.READ.value, Scope.CHECK.value]})


def _scopes(values: tuple[str, ...]) -> frozenset[Scope]:
    try:
        scopes = frozenset(Scope(value) for value in values)
    except ValueError:
        raise InvalidInput("There is no such permission.", field="scopes") from None
    if not scopes:
        raise InvalidInput("Choose at least one thing that the key may do.", field="scopes")
    return scopes


def _people(
    request: Request[Any, Any, Any],
    actor: Actor,
    newsroom: Newsroom,
    form: Form,
    faults: Faults | None = None,
) -> Template:
    faults = faults or Faults()
    return page(
        "people.html",
        request,
        actor,
        section="people",
        status_code=faults.status_code,
        faults=faults,
        users=newsroom.people.users(),
        values={name: form.text(name) for name in _USER_FIELDS - {"password"}},
    )


def _keys(
    request: Request[Any, Any, Any],
    actor: Actor,
    newsroom: Newsroom,
    form: Form,
    faults: Faults | None = None,
    made: NewKey | None = None,
) -> Template:
    faults = faults or Faults()
    return page(
        "keys.html",
        request,
        actor,
        section="keys",
        status_code=faults.status_code,
        faults=faults,
        keys=newsroom.people.keys(),
        made=made,
        typed_name=form.text("name"),
        chosen=form.all("scopes"),
    )
