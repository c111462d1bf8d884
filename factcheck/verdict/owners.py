"""Whose a figure is: the named thing that it is said of."""

from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Doc, Token

from factcheck.domain.quantities import Quantity

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BEFORE = frozenset({"poss", "compound", "amod", "nmod"})
_BEHIND = frozenset({"of", "for", "by"})
_STEPS = 10
"""How many words up the sentence the owner is looked for."""

Naming = Callable[[Token], bool]


def find_owners(
    doc: Doc, quantities: Sequence[Quantity], place: dict[int, int], names: Naming
) -> tuple[tuple[int, ...], ...]:
    """For each quantity the words that name its owner, as places in `Profile.words`, head first.

    `place` leads from a token to its place; `names` says whether a token names something. Empty where the
    clause names nobody: "it scored 80%", "sales rose by 4%".
    """
    return tuple(
        tuple(
            place[token.i]
            for token in _owner(top_of(doc, quantity), names, ranked=quantity.unit == "ordinal")
            if token.i in place
        )
        for quantity in quantities
    )


def top_of(doc: Doc, quantity: Quantity) -> Token | None:
    """The word of the figure that hangs on a word outside it."""
    span = quantity.span
    inside = [token for token in doc if span.start <= token.idx < span.end]
    return next(
        (t for t in reversed(inside) if t.head.i == t.i or not span.start <= t.head.idx < span.end), None
    )


def _owner(token: Token | None, names: Naming, *, ranked: bool) -> list[Token]:
    """A rank is its subject's, not of what it is a rank in ("Norway's third bank")."""
    for _ in range(_STEPS):
        if token is None:
            return []
        found = [] if ranked else list(_belonging(token, names))
        if found:
            return found
        if token.pos_ in ("VERB", "AUX"):
            subjects = [child for child in token.children if child.dep_ in _SUBJECTS]
            if subjects:
                return [word for subject in subjects for word in _named(subject, names)]
        if token.head.i == token.i:
            return []
        if token.dep_ in ("appos", "acl", "relcl") and names(token.head):
            return _whole(token.head, names)
        token = token.head
    return []


def _belonging(token: Token, names: Naming) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ in _BEFORE and names(child):
            yield from _whole(child, names)
        elif child.dep_ == "prep" and child.lower_ in _BEHIND and child.i > token.i:
            for grand in child.children:
                if grand.dep_ == "pobj":
                    yield from _named(grand, names)


def _named(token: Token, names: Naming) -> list[Token]:
    """The name that the word is, or else the one that belongs to it: "Marlow's harbour"."""
    if names(token):
        return _whole(token, names)
    found = list(_belonging(token, names))
    if found:
        return found
    return [word for child in token.children if child.dep_ == "appos" for word in _whole(child, names)]


def _whole(token: Token, names: Naming) -> list[Token]:
    if not names(token):
        return []
    return [token, *(child for child in token.children if child.dep_ in _BEFORE and names(child))]
