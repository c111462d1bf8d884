"""How the pages show what the domain says: a word and a symbol for everything that also has a colour."""

from dataclasses import dataclass

from factcheck.desk.reports import ClaimReport
from factcheck.domain.claims import ClaimKind, CoverageReason, CoverageTrigger
from factcheck.domain.evidence import Effect, MachineStatus, Relation, SourceKind
from factcheck.domain.people import Role, Scope
from factcheck.domain.policy import Conclusion
from factcheck.domain.review import Disposition, ReviewState


@dataclass(frozen=True, slots=True)
class Sign:
    """`key` names the colour in the style sheet; `symbol` and `word` say the same without it."""

    key: str
    symbol: str
    word: str


STATUS_SIGNS = {
    MachineStatus.SUPPORTED: Sign("supported", "✓", "supported"),
    MachineStatus.CONFLICTING: Sign("conflicting", "≠", "conflicting"),
    MachineStatus.UNMATCHED: Sign("unmatched", "?", "unmatched"),
}

STATUS_MEANINGS = {
    MachineStatus.SUPPORTED: "A reference in the store says the same.",
    MachineStatus.CONFLICTING: "A reference contradicts the claim, or its references disagree.",
    MachineStatus.UNMATCHED: "No reference settles the claim.",
}

SEVERITY = ("conflicting", "unmatched", "resolved", "supported")
"""Which colour wins where claims overlap; most pressing first."""


@dataclass(frozen=True, slots=True)
class DispositionWords:
    """One choice of the decision form: its key on the keyboard and what it means for the text."""

    key: str
    disposition: Disposition
    meaning: str
    effect: str


_STANDS = "The words may run as they are."
_BLOCKS = "The text may not run as it is."

DISPOSITIONS = (
    DispositionWords("1", Disposition.CONFIRMED, "a ticked reference says so", _STANDS),
    DispositionWords("2", Disposition.CORRECTED, "other wording should stand", _BLOCKS),
    DispositionWords("3", Disposition.ATTRIBUTED, "rightly given as somebody’s word", _STANDS),
    DispositionWords("4", Disposition.OPINION, "a view, not a fact to check", _STANDS),
    DispositionWords("5", Disposition.CUT, "take it out of the text", _BLOCKS),
    DispositionWords("6", Disposition.DISPUTED, "good sources disagree", _BLOCKS),
    DispositionWords("7", Disposition.UNVERIFIABLE, "looked for, not found", _BLOCKS),
    DispositionWords("8", Disposition.WAIVED, "let through, for a reason in the note", _STANDS),
)

STATE_WORDS = {
    ReviewState.CLEARED: "needs nobody",
    ReviewState.QUEUED: "in the queue",
    ReviewState.LEASED: "being worked on",
    ReviewState.SECOND_READ: "waiting for a second reader",
    ReviewState.ADJUDICATION: "waiting for the editor’s word",
    ReviewState.RESOLVED: "resolved",
    ReviewState.REOPENED: "opened again",
}

RELATION_SIGNS = {
    Relation.SUPPORTS: Sign("supported", "✓", "supports"),
    Relation.CONTRADICTS: Sign("conflicting", "≠", "contradicts"),
    Relation.RELATED: Sign("related", "~", "related"),
}

EFFECT_SIGNS = {
    Effect.OPPOSES: Sign("opposes", "≠", "differs"),
    Effect.OPEN: Sign("open", "?", "not settled"),
    Effect.AGREES: Sign("agrees", "=", "agrees"),
}
"""Most pressing first: where findings overlap in a text, the first of them marks it."""

GATE_SIGNS = {
    Conclusion.PASS: Sign("pass", "✓", "Pass"),
    Conclusion.HOLD: Sign("hold", "‖", "Hold"),
    Conclusion.FAIL: Sign("fail", "✗", "Fail"),
    Conclusion.ERROR: Sign("error", "!", "Error"),
    Conclusion.STALE: Sign("stale", "↻", "Stale"),
}

GATE_MEANINGS = {
    Conclusion.PASS: "Exactly this text may be published.",
    Conclusion.HOLD: "People are still needed before this text may be published.",
    Conclusion.FAIL: "This text may not be published as it stands.",
    Conclusion.ERROR: "The check could not be completed. That is not a pass.",
    Conclusion.STALE: "The article has a newer text. This answer no longer counts.",
}

KIND_WORDS = {
    ClaimKind.STATEMENT: "the article’s own statement",
    ClaimKind.ATTRIBUTED: "said to be somebody’s statement",
    ClaimKind.QUOTATION: "in quotation marks",
    ClaimKind.HEADLINE: "in the headline",
}

TRIGGER_WORDS = {
    CoverageTrigger.NUMBER: "number",
    CoverageTrigger.DATE: "date",
    CoverageTrigger.QUOTATION: "quotation",
    CoverageTrigger.SUPERLATIVE: "superlative",
    CoverageTrigger.TITLED_NAME: "name with a title",
    CoverageTrigger.UNIVERSAL: "“all”, “none”, “never” or the like",
    CoverageTrigger.SENTENCE: "sentence",
}

REASON_WORDS = {
    CoverageReason.OPINION: "an opinion",
    CoverageReason.QUESTION: "a question",
    CoverageReason.PREDICTION: "a prediction",
    CoverageReason.CONDITIONAL: "depends on an “if”",
    CoverageReason.IMPERATIVE: "an instruction",
    CoverageReason.FURNITURE: "site furniture, not part of the article",
    CoverageReason.FRAGMENT: "states nothing by itself",
    CoverageReason.VAGUE: "nothing in it that could be checked",
}

SOURCE_KIND_WORDS = {SourceKind.PRIMARY: "primary source", SourceKind.SECONDARY: "secondary source"}

ROLE_WORDS = {Role.CHECKER: "Fact-checker", Role.EDITOR: "Editor", Role.ADMIN: "Administrator"}

SCOPE_WORDS = {
    Scope.READ: "read results",
    Scope.CHECK: "submit articles",
    Scope.REFERENCES: "add references",
}


def claim_sign(claim: ClaimReport) -> Sign:
    """What the proof shows for a claim: the person's decision where one stands, else the machine's status."""
    if claim.state is ReviewState.RESOLVED and claim.decision is not None:
        return Sign("resolved", "●", claim.decision.disposition.value)
    return STATUS_SIGNS[claim.status]
