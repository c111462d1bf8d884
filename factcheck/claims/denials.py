"""What a sentence denies: nothing that it denies may be worded as if it said so."""

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
_UNTRUE = words("untrue false incorrect inaccurate wrong unproven unproved unconfirmed doubtful unlikely")
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


def is_unsaid(tokens: "Tokens", verb: int, speaker: tuple[int, int] | None) -> bool:
    """Whether what a speech verb tells was not said or not rightly: "Nobody said …", "Roe wrongly said …"."""
    if speaker is not None and speaker[0] < speaker[1] and _is_nobody(tokens, speaker[0]):
        return True
    return _denier(tokens[verb]) is not None


def stays_denied(token: "Token", *, owns_subject: bool) -> bool:
    """Whether a verb may not be told apart from the verb before, whose "not" or "would have" it shares."""
    if token.tag_ in ("VBG", "VBN") and token.dep_ in ("pcomp", "acl"):  # "…, with 300 people losing …"
        verb = next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)
        if verb is not None and verb.i < token.i and _is_unreal(verb):
            return True
    if owns_subject or subject_of(token) is not None:
        return False
    loose = token.dep_ in ("advcl", "acl", "dep") and token.tag_ == "VBG" and token.i > token.head.i
    if loose and token.head.pos_ in ("VERB", "AUX"):
        return _is_unreal(token.head) or denial_of(token, owns_subject=False) is not None
    if token.dep_ != "conj":
        return False
    if _nor(token) is not None:
        return True
    return _shares(token) and (_is_unreal(token.head) or denial_of(token, owns_subject=False) is not None)


def denial_of(head: "Token", *, owns_subject: bool) -> "Token | None":
    """The word that denies the clause of `head`: beside its verb, or beside what that verb hangs on.

    A denial in another clause that is joined to it, with a subject of its own, does not bear on it.
    """
    token = head
    apart = False
    owns = owns_subject
    for _ in range(_DEEPEST):
        found = _denier(token) if not apart else None
        above = token.head
        if found is not None or above.i == token.i:
            return found
        if token.dep_ == "conj":
            if not apart and not owns and (found := _nor(token) or _denied_aim(token)) is not None:
                return found
            apart = apart or owns or not _shares(token)
        elif token.dep_ in ("ccomp", "xcomp"):
            apart = apart and token.dep_ == "xcomp"
            if not apart and above.lemma_.lower() in _REFUSING:
                return above
            if token.dep_ == "ccomp" and (found := _denied_beside(token)) is not None:
                return found
        elif token.dep_ == "pcomp":
            if not apart and above.lower_ in _AGAINST:
                return above
        elif not _follows_loosely(token) or owns:
            return None
        token, owns = above, False
    return None


def _follows_loosely(token: "Token") -> bool:
    """Whether it is the "costing" of "… failed, costing 300 jobs"."""
    return token.dep_ == "advcl" and token.tag_ == "VBG" and token.i > token.head.i


def _denier(verb: "Token") -> "Token | None":
    """The word beside a verb that denies it, or the first of a subject that names nobody."""
    for child in verb.children:
        word = child.lower_
        if (child.dep_ == "neg" or word in _NOT or word in _WRONGLY) and not _is_only(child):
            return child
        if child.dep_ in ("acomp", "oprd") and word in _UNTRUE:
            return child
        if word == "longer" and verb.doc[child.i - 1].lower_ in ("no", "any"):
            return child
    subject = subject_of(verb)
    if subject is None or not _is_nobody(verb.doc[:], subject.left_edge.i):
        return None
    return subject.left_edge


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
    if after is None or after.text == "." or after.text[0].isdigit():
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
    bare = token.head.tag_ in ("VB", "VBG") or (token.tag_ == "VBZ" and token.head.tag_ == "VBN")
    return not (finite and bare)  # "did not finish and lost": the second is told by itself


def _denied_aim(token: "Token") -> "Token | None":
    """The "not" of “decided not to buy Beta, sell ships …”, where the parser joins "sell" to "decided"."""
    if token.tag_ not in ("VB", "VBP") or token.head.tag_ == "VB" or subject_of(token) is not None:
        return None
    aims = (c for c in token.head.children if c.dep_ == "xcomp" and token.head.i < c.i < token.i)
    aim = next((c for c in aims if c.tag_ == "VB"), None)
    return _denier(aim) or _denier(token.head) if aim is not None else None


def _denied_beside(token: "Token") -> "Token | None":
    """The "untrue" of “It is untrue, said Roe, that 40 died”, where the parser hangs both on "said"."""
    for other in token.head.children:
        if other.dep_ != "ccomp" or other.i >= token.i:
            continue
        subject = subject_of(other)
        if subject is not None and subject.lower_ == "it":
            return _denier(other)
    return None


def _nor(token: "Token") -> "Token | None":
    """The "nor" that joins a second verb to the first."""
    own = (c for c in token.children if c.lower_ in ("nor", "neither") and c.i < token.i)
    between = (c for c in token.head.children if c.lower_ == "nor" and token.head.i < c.i < token.i)
    return next(own, None) or next(between, None)


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
