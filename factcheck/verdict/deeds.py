"""Who does what to whom in a parsed sentence."""

from spacy.tokens import Doc, Token

from factcheck.verdict.parts import Predicate

_SUBJECTS = frozenset({"nsubj", "csubj"})
_PASSIVE = frozenset({"nsubjpass", "csubjpass"})
_HOLDINGS = frozenset({"share", "stock", "bond"})
"""What is held "in" a firm falls and rises for the firm: "shares in Nvidia fell"."""
_OBJECTS = frozenset({"dobj", "dative", "oprd"})


def find_deeds(doc: Doc, place: dict[int, int]) -> tuple[Predicate, ...]:
    """Every verb that is a content word; `place` leads from a token to its place in `Profile.words`."""
    found = []
    for token in doc:
        if token.pos_ == "VERB" and token.i in place:
            agents, patients = _arguments(token)
            found.append(
                Predicate(
                    place[token.i],
                    tuple(place[t.i] for t in agents if t.i in place),
                    tuple(place[t.i] for t in patients if t.i in place),
                )
            )
    return tuple(found)


def _arguments(verb: Token) -> tuple[list[Token], list[Token]]:
    """Who does it and to whom; a passive's subject is whom, its "by" is who."""
    agents: list[Token] = []
    patients: list[Token] = []
    for child in verb.children:
        if child.dep_ in _SUBJECTS:
            agents.extend(_stands_for(child))
        elif child.dep_ in _PASSIVE or child.dep_ in _OBJECTS:
            patients.extend(_stands_for(child))
        elif child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by" and verb.tag_ == "VBN"):
            agents.extend(t for grand in child.children if grand.dep_ == "pobj" for t in _stands_for(grand))
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
    if not agents and not passive and verb.dep_ in ("conj", "xcomp", "advcl"):
        agents.extend(_subject_of(verb.head))
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and not patients:
        patients.append(verb.head)
    elif verb.dep_ == "acl" and verb.tag_ == "VBG" and not agents:
        agents.append(verb.head)
    return agents, patients


def _subject_of(verb: Token) -> list[Token]:
    for _ in range(6):
        subjects = [
            t for child in verb.children if child.dep_ in _SUBJECTS | _PASSIVE for t in _stands_for(child)
        ]
        if subjects or verb.dep_ not in ("conj", "xcomp", "advcl") or verb.head.i == verb.i:
            return subjects
        verb = verb.head
    return []


def _stands_for(token: Token) -> list[Token]:
    """The words meant: "who" is the noun its clause hangs on; joined nouns are all meant."""
    if token.lower_ in ("who", "which", "that", "whom") and token.head.dep_ == "relcl":
        return [token.head.head]
    meant = [token]
    meant.extend(child for child in token.conjuncts if child.i > token.i)
    meant.extend(child for child in token.children if child.dep_ == "appos")
    if token.dep_ != "appos":
        meant.extend(
            g
            for child in token.children
            if child.dep_ == "prep"
            and (child.lower_ == "of" or (child.lower_ == "in" and token.lemma_.lower() in _HOLDINGS))
            for g in child.children
            if g.dep_ == "pobj"
        )
    return meant
