"""The one line a page shows after something was done: carried over the redirect in a short-lived cookie.

The cookie names a sentence of `SENTENCES`; it cannot bring its own. Its detail is escaped like all text.
"""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote

from litestar import Request
from litestar.datastructures import Cookie
from litestar.response import Redirect

COOKIE = "factcheck_notice"
_LIFETIME = 120
_DETAIL_LIMIT = 300

SENTENCES = {
    "checked": "Checked: {detail}.",
    "decided": "Recorded: {detail}.",
    "undone": "The decision is taken back. The claim is open again.",
    "released": "The claim is back in the queue for everybody.",
    "queue_empty": "The queue is empty. Nothing is waiting for anybody.",
    "all_held": "Nothing is free just now: {detail}.",
    "reference_added": "The reference is in the store.",
    "user_created": "{detail} can sign in now.",
    "user_closed": "{detail} can no longer sign in.",
    "user_opened": "{detail} can sign in again.",
    "key_revoked": "The key “{detail}” no longer opens anything.",
    "signed_out": "You are signed out.",
}


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence to show. `claim_id` is the claim it is about, if a way back to it should be offered."""

    text: str
    claim_id: str = ""


def redirect_with(path: str, code: str, detail: str = "", *, claim_id: str = "") -> Redirect:
    """A 303 to `path`, whose page will show the sentence `code` of `SENTENCES`; `KeyError` for any other."""
    if code not in SENTENCES:
        raise KeyError(code)
    value = quote(json.dumps([code, detail[:_DETAIL_LIMIT], claim_id]), safe="")
    cookie = Cookie(key=COOKIE, value=value, max_age=_LIFETIME, httponly=True, samesite="lax")
    return Redirect(path, status_code=303, cookies=[cookie])


def read(request: Request[Any, Any, Any]) -> Notice | None:
    """The notice the browser brought along, if it is one of ours."""
    raw = request.cookies.get(COOKIE)
    if not raw:
        return None
    try:
        code, detail, claim_id = json.loads(unquote(raw))
        sentence = SENTENCES[code]
    except (ValueError, TypeError, KeyError):
        return None
    return Notice(sentence.replace("{detail}", str(detail)), str(claim_id))


def spent() -> Cookie:
    """The cookie that removes a notice once it has been shown."""
    return Cookie(key=COOKIE, value="", max_age=0, httponly=True, samesite="lax")
