"""What a clause that is cut out of a sentence looks like."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


class Shape(StrEnum):
    """How a clause hangs in its sentence; decides how it is worded by itself."""

    MAIN = "main"
    COORDINATE = "coordinate"
    ADVERBIAL = "adverbial"
    PARTICIPLE = "participle"
    ABSOLUTE = "absolute"
    RELATIVE = "relative"
    APPOSITION = "apposition"
    COMPARISON = "comparison"
    REDUCED = "reduced"  # "X, founded in 2019"
    EVENT = "event"  # "following a cut of 5%"
    GAPPED = "gapped"  # "and France 12"
    TRAILING = "trailing"  # "up from 51"
    PARTITIVE = "partitive"  # "40 of whom had left"


@dataclass(slots=True)
class Cut:
    """Tokens to be told apart from the clause around them; `dropped` ones carry nothing to check."""

    start: int
    end: int
    head: "Token"
    shape: Shape
    subject: tuple[int, int] | None
    dropped: bool = False
    lead: int | None = None  # where the words begin that go with the cut, such as its "when"
    trail: int | None = None  # where the words end that go with it and say nothing to check


def reach(token: "Token", whole: Cut) -> tuple[int, int]:
    """The tokens that hang on `token`, as far as they stand in `whole`."""
    return max(token.left_edge.i, whole.start), min(token.right_edge.i + 1, whole.end)


def after_comma(tokens: "Tokens", index: int, whole: Cut) -> bool:
    """Whether a comma, dash or colon of `whole` stands right before `index`."""
    return index > whole.start and tokens[index - 1].text in (",", "—", "–", ":")
