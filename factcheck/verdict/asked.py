"""What kind of sum the words beside a figure tell of: a difference, a total, a mean, a rest."""

import re
from dataclasses import replace

from factcheck.domain.quantities import Hedge, Movement, Quantity
from factcheck.quantities.arithmetic import Operation

_REACH = 60

_KINDS = (
    (
        frozenset({Operation.DIFFERENCE, Operation.CHANGE}),
        re.compile(
            r"\bby\s*$|\b(?:margin|majority|lead|gap|difference|rise|fall|drop|increase|cut|surplus|deficit|gain"
            r"|loss|saving|saved?) of\s*$|\b(?:fell|rose|dropped|lost|gained|grew|shrank|slipped|climbed)\s*$"
        ),
        re.compile(
            r"^\W*(?:\w+\W+){0,2}(?:more|fewer|less|higher|lower|longer|shorter|taller|heavier|lighter|dearer"
            r"|cheaper|faster|slower|further|later|earlier|ahead|behind|apart|short|above|below|left|remain\w*"
            r"|to spare|down|up|too (?:many|few|much|little|long|late|high)|beyond|clear|in excess|in hand)\b"
        ),
    ),
    (
        frozenset({Operation.SUM}),
        re.compile(r"\b(?:total|totals|totalled|totalling|sum|combined|together|altogether)\b[^.;]*$"),
        re.compile(r"^[^.;]*\b(?:in all|in total|altogether|together|all told|combined|between them)\b"),
    ),
    (
        frozenset({Operation.RATIO}),
        re.compile(r"$^"),
        re.compile(r"^\W*(?:times|as (?:many|much|high|long|big|large|far))\b"),
    ),
)


def asked_for(quantity: Quantity, text: str) -> frozenset[Operation]:
    """The kinds of sum that the words before or behind the figure name; empty where they name none."""
    before = text[max(0, quantity.span.start - _REACH) : quantity.span.start].lower()
    after = text[quantity.span.end : quantity.span.end + _REACH].lower()
    kinds = set()
    if quantity.movement is Movement.CHANGE:
        kinds |= {Operation.CHANGE, Operation.DIFFERENCE}
    if quantity.unit == "ratio":
        kinds.add(Operation.RATIO)
    if quantity.unit == "percent":
        kinds.add(Operation.SHARE)
    for kind, ahead, behind in _KINDS:
        if ahead.search(before) or behind.search(after):
            kinds |= kind
    return frozenset(kinds)


_DENIED = re.compile(r"\b(?:not|never|neither|nor|cannot|no\b[^,;.]{0,20}|\w+n['’]t)\b[^,;.]{0,25}$")
_TURNED = {Hedge.OVER: Hedge.AT_MOST, Hedge.UNDER: Hedge.AT_LEAST}


def as_meant(quantity: Quantity, text: str) -> Quantity:
    """The figure with its bound turned round where a "not" before it denies the bound."""
    turned = _TURNED.get(quantity.hedge)
    if (
        turned is None
        or _DENIED.search(text[max(0, quantity.span.start - _REACH) : quantity.span.start]) is None
    ):
        return quantity
    return replace(quantity, hedge=turned)
