"""Headlines, which are too short and too telegraphic to be read like other sentences."""

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.claims.candidates import Candidate
from factcheck.claims.clauses import Clause
from factcheck.claims.shapes import Shape
from factcheck.claims.signals import Signals
from factcheck.claims.speech import subject_of
from factcheck.domain.claims import ClaimKind, CoverageReason

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens


def of_headline(
    found: list[Candidate], tokens: "Tokens", signals: Signals, reason: CoverageReason
) -> list[Candidate]:
    """The claims of a headline: `found` are those among its clauses, `reason` is why the rest is none.

    One with a single claim is claimed whole: it is too short to leave a part out. So is one whose telegraphic
    grammar hid its verb from the parser, if it names somebody or something.
    """
    if len(found) > 1:
        return found
    if found:
        head, subject = found[0].clause.head, found[0].clause.subject
        clause = Clause(0, len(tokens), head, Shape.MAIN, subject)
        return [replace(found[0], clause=clause, parent=None, within=None)]
    verb = next((t for t in tokens if t.pos_ == "VERB" and t.tag_ in ("VBZ", "VBD", "VBN", "VBP")), None)
    if verb is None or reason is not CoverageReason.VAGUE:
        return []
    if not signals.names and subject_of(verb) is None:
        return []
    if any(t.tag_ in ("WRB", "WP", "MD") for t in tokens):
        return []
    clause = Clause(0, len(tokens), verb.i, Shape.MAIN)
    return [Candidate(clause, None, ClaimKind.HEADLINE)]
