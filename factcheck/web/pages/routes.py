"""All pages, for the application to serve."""

from litestar import Controller

from factcheck.web.pages.articles import ArticlePages
from factcheck.web.pages.audit import AuditPages
from factcheck.web.pages.claims import ClaimPages
from factcheck.web.pages.help import HelpPages
from factcheck.web.pages.people import KeyPages, PeoplePages
from factcheck.web.pages.queue import QueuePages
from factcheck.web.pages.references import ReferencePages
from factcheck.web.pages.sign_in import SignInPages

PAGE_HANDLERS: list[type[Controller]] = [
    SignInPages,
    ArticlePages,
    QueuePages,
    ClaimPages,
    ReferencePages,
    PeoplePages,
    KeyPages,
    AuditPages,
    HelpPages,
]
"""Controllers of every page."""
