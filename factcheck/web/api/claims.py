"""Single claims, and the queue of those that need a person. The API reads; people decide on the pages."""

from typing import Annotated

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from factcheck.desk.newsroom import Newsroom
from factcheck.desk.queue import QueueFilter
from factcheck.domain.evidence import MachineStatus
from factcheck.domain.people import Actor, Scope
from factcheck.web.api.answers import QueueList
from factcheck.web.api.claim_shapes import ClaimDetail
from factcheck.web.api.documentation import problems, secured
from factcheck.web.api.inputs import ClaimId, Cursor, PageSize
from factcheck.web.auth import allows


class ClaimController(Controller):
    """`/claims` and `/queue`."""

    tags = ["claims"]  # noqa: RUF012

    @get(
        "/claims/{claim_id:str}",
        operation_id="getClaim",
        response_description="The claim as it stands now.",
        summary="One claim",
        guards=[allows(Scope.READ)],
        security=secured(Scope.READ),
        responses=problems(404),
        sync_to_thread=True,
    )
    def read(self, claim_id: ClaimId, newsroom: NamedDependency[Newsroom]) -> ClaimDetail:
        """A claim with its evidence, its decisions and its history. Reading takes no lease."""
        return ClaimDetail.of(newsroom.queue.claim(claim_id))

    @get(
        "/queue",
        operation_id="listQueue",
        response_description="A stretch of the queue.",
        summary="Claims that need a person",
        guards=[allows(Scope.READ)],
        security=secured(Scope.READ),
        responses=problems(),
        sync_to_thread=True,
    )
    def queue(
        self,
        newsroom: NamedDependency[Newsroom],
        actor: NamedDependency[Actor],
        status: Annotated[
            MachineStatus | None, QueryParameter(description="Only claims with this status.")
        ] = None,
        article_id: Annotated[
            str, QueryParameter(max_length=300, description="Only claims of this article.")
        ] = "",
        text: Annotated[
            str, QueryParameter(max_length=300, description="Only claims with these words.")
        ] = "",
        limit: PageSize = 50,
        cursor: Cursor = None,
    ) -> QueueList:
        """Open claims, most urgent first."""
        wanted = QueueFilter(status=status, article_id=article_id, text=text)
        return QueueList.of(newsroom.queue.page(actor, wanted, limit=limit, cursor=cursor))
