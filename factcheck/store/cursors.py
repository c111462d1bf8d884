"""Where a list goes on: the sort key of the last item shown, as opaque text.

Records that arrive or leave meanwhile never shift the place, as a page number would.
"""

import base64
import binascii
from datetime import datetime
from typing import Annotated, Any, TypeVar

import msgspec

from factcheck.domain.errors import InvalidInput

Place = TypeVar("Place")

LARGEST_PAGE = 1_000

LARGEST_NUMBER = 2**31 - 1
"""The largest value of the tables' integers."""

# The parts of a sort key. Cursors come back from outside, so each is checked before it gets into a query.
Key = Annotated[str, msgspec.Meta(pattern=r"\A[0-9A-Z]{26}\Z")]
Moment = Annotated[datetime, msgspec.Meta(tz=True)]
Number = Annotated[int, msgspec.Meta(ge=-LARGEST_NUMBER, le=LARGEST_NUMBER)]


def cursor_after(*place: Any) -> str:
    """The cursor behind an item with this sort key."""
    return base64.urlsafe_b64encode(msgspec.json.encode(place)).decode("ascii").rstrip("=")


def place_of(cursor: str, kind: type[Place]) -> Place:
    """The sort key in `cursor`; raises `InvalidInput(field="cursor")` for anything else."""
    try:
        data = base64.b64decode(
            cursor.encode("ascii") + b"=" * (-len(cursor) % 4), altchars=b"-_", validate=True
        )
        return msgspec.json.decode(data, type=kind)
    except (UnicodeEncodeError, binascii.Error, msgspec.MsgspecError, UnicodeDecodeError):
        raise InvalidInput("This is not a cursor of this list.", field="cursor") from None


def page_size(limit: int) -> int:
    """`limit`, kept within 1 and `LARGEST_PAGE`."""
    return max(1, min(limit, LARGEST_PAGE))
