"""Where the words of a clause end: without the conjunctions, commas and cuts at its edges."""

from typing import TYPE_CHECKING

from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

OPENERS = words("\" ' ( [ # $ £ €")
CLOSERS = words("\" ' ) ] %")


def is_idle(token: "Token", kept: frozenset[str]) -> bool:
    """Whether a token at the edge of a clause says nothing; `kept` marks and "neither" do."""
    return (
        token.is_space
        or (token.is_punct and token.text not in kept)
        or (token.dep_ in ("cc", "preconj") and token.lower_ != "neither")
    )


def without_edges(
    start: int, end: int, holes: list[tuple[int, int]], tokens: "Tokens"
) -> tuple[int, int, list[tuple[int, int]]]:
    """The range less the holes at its ends, and the holes that remain inside."""
    left = sorted(holes)

    def idle(a: int, b: int) -> bool:
        return all(t.is_punct or t.is_space or t.dep_ == "cc" for t in tokens[a:b])

    changed = True
    while changed:
        changed = False
        for hole in list(left):
            if hole[1] >= end or idle(hole[1], end):
                end = min(end, hole[0])
                left.remove(hole)
                changed = True
            elif hole[0] <= start or idle(start, hole[0]):
                start = max(start, hole[1])
                left.remove(hole)
                changed = True
    return start, max(start, end), left
