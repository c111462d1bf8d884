"""Which words of a parsed sentence are denied by it."""

from spacy.tokens import Token

from factcheck.verdict.opposites import denies

_BOUNDS = frozenset({"other", "more", "fewer", "less", "later", "earlier", "only", "but", "least", "until"})
"""After these "no" and "not" bound a figure, a time or a row: "no fewer than", "not only", "nothing but"."""


def denied(token: Token) -> bool:
    """Whether the sentence denies the word; two denials make none."""
    turned = _own_negation(token) or _contrasted(token)
    if token.dep_ in ("attr", "acomp", "oprd") and token.head.lemma_ == "be":
        turned ^= _own_negation(token.head)
    return turned ^ _governed_by_denial(token)


def _contrasted(token: Token) -> bool:
    """Whether the word is the "not the city" of "the army, not the city"."""
    if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False
    top = token.head if token.dep_ == "pobj" and token.head.dep_ in ("prep", "agent") else token
    first = top.left_edge.i
    if top is not token and token.doc[first].lower_ == "not":
        # "not by the sirens"
        first += 1
    if first < 2:
        return False
    if [word.lower_ for word in token.doc[first : first + 2]] == ["rather", "than"]:
        return True
    before = token.doc[first - 2].lower_, token.doc[first - 1].lower_
    if before in (("rather", "than"), ("instead", "of")):
        return True
    if before[1] not in ("not", "nor"):
        return False
    return token.doc[first - 2].pos_ not in ("AUX", "VERB") and token.doc[first - 2].lower_ != "if"


def _own_negation(token: Token) -> bool:
    for child in token.children:
        if child.lower_ in ("no", "not", "nothing") and _next(child) in _BOUNDS:
            continue
        # A "not" behind the word belongs to a contrast ("by bus, not by train", "the army, not the city").
        if child.dep_ == "neg" and token.pos_ != "AUX" and child.i > token.i:
            continue
        if child.dep_ == "neg" or (
            child.lower_ in ("no", "never", "neither", "not", "n't", "n’t", "hardly", "scarcely")
            and child.dep_ in ("det", "advmod", "neg", "preconj", "cc")
        ):
            return True
        if (
            token.pos_ in ("VERB", "AUX")
            and child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "pobj")
            and (
                child.lower_ in ("none", "nobody", "nothing", "neither")
                or any(
                    g.lower_ in ("no", "neither")
                    and g.dep_ in ("det", "neg", "preconj")
                    and _next(g) not in _BOUNDS
                    for g in child.children
                )
            )
        ):
            return True
    if token.dep_ == "pobj" and token.head.lower_ == "without":
        return True
    if token.dep_ == "pcomp" and token.head.lower_ in ("without", "from"):
        governor = token.head.head
        return token.head.lower_ == "without" or (denies(governor.lemma_.lower()) ^ _own_negation(governor))
    if token.dep_ == "conj" and token.pos_ == "VERB" and token.i > 0:
        between = token.doc[max(0, token.head.i + 1) : token.i]
        return any(word.lower_ in ("not", "nor") and word.dep_ in ("neg", "cc") for word in between)
    return False


def _governed_by_denial(token: Token) -> bool:
    if token.dep_ in ("xcomp", "ccomp") and token.pos_ in ("VERB", "AUX"):
        governor = token.head
        if set_apart(token, governor):
            return False
        if token.i < governor.i and governor.lemma_.lower() != "deny":
            # "12 were counted, 8 rejected": a row of clauses; only a denial is told behind what it denies.
            return False
        return (denies(governor.lemma_.lower()) and governor.pos_ == "VERB") ^ (
            token.dep_ == "xcomp" and _own_negation(governor)
        )
    return False


def set_apart(token: Token, governor: Token) -> bool:
    """Whether a semicolon parts the two, so that neither governs the other: "it resigned; he denies it"."""
    first, last = sorted((token.i, governor.i))
    return any(between.text == ";" for between in token.doc[first:last])


def _next(token: Token) -> str:
    return str(token.doc[token.i + 1].lower_) if token.i + 1 < len(token.doc) else ""
