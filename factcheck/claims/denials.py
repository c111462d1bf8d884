"""What a sentence denies: nothing that it denies may be worded as if it said so."""

import re
from typing import TYPE_CHECKING

from factcheck.claims.speech import subject_of
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_NOT = words("not n't n’t nt never neither nor hardly scarcely barely rarely seldom nowhere")
_WRONGLY = words(
    """
    wrongly falsely mistakenly incorrectly erroneously misleadingly inaccurately untruthfully wrongfully
    fraudulently dishonestly
    """
)
_NOBODY = words("nobody none neither nothing no-one noone not hardly scarcely barely")
_FEW = words("no few little")
"""Scarce words that begin names as well: "No 10", "Little Rock"."""
_REFUSING = words(
    """
    deny refuse decline fail avoid prevent stop reject dispute dismiss rebut refute disprove doubt debunk
    forbid ban neglect forget oppose
    """
)
"""Verbs that say of what hangs on them that it is or was not so."""
_AGAINST = words("without against from")
_CONTRASTING = words("but yet")
_UNREAL = words("would could might")
_DEEPEST = 12
_DENYING_WORDS = re.compile(
    r"\b(?:not|never|no|no[ -]one|nobody|none|nothing|neither|nor|without|against|hardly|scarcely|barely"
    r"|rarely|seldom|few|little|cannot|den(?:y|ies|ied|ying|ials?)|refus\w+|declin\w+|fail\w*|avoid\w*|prevent\w*"
    r"|stop\w*|reject\w*|disput\w+|dismiss\w*|rebut\w*|refut\w+|disprov\w+|doubt\w*|debunk\w*|forb\w+|ban\w*"
    r"|neglect\w*|forg[eo]t\w*|oppos\w+"
    rf"|{'|'.join(sorted(_WRONGLY))})\b|n[’']t\b",
    re.IGNORECASE,
)


def denies(text: str) -> bool:
    """Whether some word of `text` denies something."""
    return _DENYING_WORDS.search(text) is not None


def is_unsaid(tokens: "Tokens", verb: int, speaker: tuple[int, int] | None) -> bool:
    """Whether what a speech verb tells was not said or not rightly: "Nobody said …", "Roe wrongly said …"."""
    if speaker is not None and speaker[0] < speaker[1] and _is_nobody(tokens, speaker[0]):
        return True
    return _is_negated(tokens[verb])


def stays_denied(token: "Token", *, owns_subject: bool) -> bool:
    """Whether a verb may not be told apart from the verb before, whose "not" or "would have" it shares."""
    if owns_subject or subject_of(token) is not None:
        return False
    loose = token.dep_ in ("advcl", "acl", "dep") and token.tag_ == "VBG" and token.i > token.head.i
    if loose and token.head.pos_ in ("VERB", "AUX"):
        return _is_unreal(token.head) or governs_denial(token, owns_subject=False)
    if token.dep_ != "conj":
        return False
    if _is_joined_by_nor(token):
        return True
    return _shares(token) and (_is_unreal(token.head) or governs_denial(token, owns_subject=False))


def governs_denial(head: "Token", *, owns_subject: bool) -> bool:
    """Whether a denial bears on the clause of `head`: on its verb, or on what that verb hangs on.

    A denial in another clause that is joined to it, with a subject of its own, does not.
    """
    token = head
    apart = False
    owns = owns_subject
    for _ in range(_DEEPEST):
        if not apart and _is_negated(token):
            return True
        above = token.head
        if above.i == token.i:
            return False
        if token.dep_ == "conj":
            if not apart and _is_joined_by_nor(token):
                return True
            if not apart and not owns and _is_of_denied_aim(token):
                return True
            apart = apart or owns or not _shares(token)
        elif token.dep_ in ("ccomp", "xcomp", "pcomp"):
            if token.dep_ == "ccomp":
                apart = False
            refused = above.lemma_.lower() in _REFUSING and token.dep_ != "pcomp"
            if not apart and (refused or (token.dep_ == "pcomp" and above.lower_ in _AGAINST)):
                return True
        elif token.dep_ == "prep" and token.lower_ in _AGAINST:
            pass
        elif not (token.dep_ == "advcl" and token.tag_ == "VBG" and token.i > above.i and not owns):
            return False
        token, owns = above, False
    return False


def _is_negated(verb: "Token") -> bool:
    for child in verb.children:
        word = child.lower_
        if (child.dep_ == "neg" or word in _NOT or word in _WRONGLY) and not _is_only(child):
            return True
        if word == "longer" and verb.doc[child.i - 1].lower_ in ("no", "any"):
            return True
    subject = subject_of(verb)
    return subject is not None and _is_nobody(verb.doc[:], subject.left_edge.i)


def _is_nobody(tokens: "Tokens", first: int) -> bool:
    """Whether a subject that begins at token `first` names nobody or hardly anybody."""
    token = tokens[first]
    after = tokens[first + 1] if first + 1 < len(tokens) else None
    before = tokens[first - 1] if first else None
    if before is not None and before.lower_ in _NOT and not _is_only(before):
        return True
    if token.lower_ in _NOBODY:
        return not _is_only(token)
    if token.lower_ not in _FEW:
        return False
    if after is None or after.text == "." or after.like_num:
        return False
    return not (token.text[0].isupper() and after.text[0].isupper() and after.pos_ == "PROPN")


def _is_only(token: "Token") -> bool:
    """Whether it is the "not" of "not only", "not just"."""
    doc = token.doc
    return token.i + 1 < len(doc) and doc[token.i + 1].lower_ in ("only", "just", "merely", "least")


def _shares(token: "Token") -> bool:
    """Whether a second verb has the subject and the helpers of the first: "did not win or draw"."""
    if subject_of(token) is not None or any(
        c.dep_ in ("aux", "auxpass") and c.tag_ != "TO" for c in token.children
    ):
        return False
    joint = next((c for c in reversed(list(token.head.children)) if c.dep_ == "cc" and c.i < token.i), None)
    if joint is not None and joint.lower_ in _CONTRASTING:
        return False
    finite = token.tag_ in ("VBD", "VBZ") and token.lower_ != token.lemma_.lower()
    return not (finite and token.head.tag_ == "VB")


def _is_of_denied_aim(token: "Token") -> bool:
    """“Decided not to buy Beta, sell ships …”, where the parser joins "sell" to "decided"."""
    if token.tag_ not in ("VB", "VBP") or token.head.tag_ == "VB" or subject_of(token) is not None:
        return False
    aims = (c for c in token.head.children if c.dep_ == "xcomp" and token.head.i < c.i < token.i)
    return any(aim.tag_ == "VB" and (_is_negated(aim) or _is_negated(token.head)) for aim in aims)


def _is_joined_by_nor(token: "Token") -> bool:
    return any(c.lower_ in ("nor", "neither") and c.i < token.i for c in token.children) or any(
        c.lower_ == "nor" and token.head.i < c.i < token.i for c in token.head.children
    )


def _is_unreal(verb: "Token") -> bool:
    """Whether it tells what did not happen: "would have failed", "without the loan … would fail"."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if not helpers & _UNREAL:
        return False
    before = (
        verb.doc[verb.sent.start : verb.i] if verb.doc.has_annotation("SENT_START") else verb.doc[: verb.i]
    )
    opens = [t.lower_ for t in before[:2]]
    return "have" in helpers or any(t.lower_ == "without" for t in before) or opens == ["but", "for"]
