"""Words turned into their opposites, and opposites denied."""

from random import Random
from typing import TYPE_CHECKING

from factcheck.training.perturbations.negations import inserted
from factcheck.training.perturbations.opposites import opposites_of, turned_word
from factcheck.training.perturbations.pair import Edit, Edits, Held
from factcheck.training.perturbations.verbs import auxiliaries, end_of, inflected, main_verb, negation

if TYPE_CHECKING:
    from spacy.tokens import Token

_HELD_BACK = frozenset({"not", "n't", "no", "never", "neither", "without"})


def wrong_direction(held: Held, rng: Random) -> Edits | None:
    """One verb, adjective, noun or adverb of the claim turned into its opposite."""
    tokens = [token for token in held.claim if held.free(token.idx, end_of(token))]
    rng.shuffle(tokens)
    theirs = {token.lemma_.lower() for token in held.reference}
    for token in tokens:
        if token.lemma_.lower() not in theirs and token.dep_ != "ROOT":
            continue
        edits = _turned(token, rng)
        if edits is not None and not _reads_ill(held, edits):
            return edits
    return None


def _reads_ill(held: Held, edits: Edits) -> bool:
    """Whether the opposite stands in the claim already ("from low to high")."""
    present = {token.lower_ for token in held.claim}
    return any(edit.text and edit.text.lower().split()[-1] in present for edit in edits)


def _turned(token: "Token", rng: Random) -> Edits | None:
    if token.ent_type_ in ("PERSON", "ORG", "GPE", "WORK_OF_ART", "FAC", "PRODUCT", "EVENT", "LOC"):
        return None
    if token.pos_ == "VERB":
        if negation(token) is not None:
            return None
        return _turned_verb(token, rng)
    if token.pos_ in ("ADJ", "ADV", "NOUN", "ADP") and not any(
        c.lower_ in _HELD_BACK for c in token.children
    ):
        other = turned_word(token, rng)
        owning = token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "POS"
        if other is not None and not (owning and other.endswith("s")):
            return _with_article(token, other)
    return None


def _with_article(token: "Token", other: str) -> Edits:
    edit = Edit(token.idx, end_of(token), other.capitalize() if token.text[:1].isupper() else other)
    if token.i == 0:
        return (edit,)
    before = token.nbor(-1)
    if before.lower_ not in ("a", "an"):
        return (edit,)
    article = "an" if other[0] in "aeiou" else "a"
    if before.text[0].isupper():
        article = article.capitalize()
    return (Edit(before.idx, end_of(before), article), edit)


def _turned_verb(token: "Token", rng: Random) -> Edits | None:
    transitive = any(child.dep_ in ("dobj", "nsubjpass") for child in token.children) or (
        token.tag_ == "VBN" and token.dep_ == "acl"
    )
    particle = next((c for c in token.children if c.dep_ == "prt"), None)
    lemma = token.lemma_.lower() + (f"_{particle.lower_}" if particle is not None else "")
    if any(child.dep_ in ("ccomp", "xcomp", "dative") for child in token.children):
        frame = "c"
    else:
        frame = "t" if transitive else "i"
    options = opposites_of(lemma, frame)
    if not options:
        return None
    return _verb_edits(token, particle, rng.choice(options))


def _verb_edits(token: "Token", particle: "Token | None", other: str) -> Edits | None:
    verb, _, behind = other.partition("_")
    form = inflected(verb, token.tag_)
    if form is None:
        return None
    form = form.capitalize() if token.text[:1].isupper() else form
    if particle is None:
        return (Edit(token.idx, end_of(token), f"{form} {behind}" if behind else form),)
    if behind:
        return (Edit(token.idx, end_of(token), form), Edit(particle.idx, end_of(particle), behind))
    gone = Edit(particle.idx - 1, end_of(particle), "")
    return (Edit(token.idx, end_of(token), form), gone)


def opposite_denied(held: Held, rng: Random) -> Edits | None:
    """ "Did not fall" for what rose: right, and with a "not" that the reference has not."""
    verb = main_verb(held.claim)
    if verb is not None and verb.lemma_.lower() == "be":
        return _quality_denied(verb, rng)
    if verb is None or not held.free(verb.idx, end_of(verb)) or not _may_be_denied(held, verb):
        return None
    turned = _turned_verb(verb, rng)
    denied = inserted(verb)
    if turned is None or denied is None or len(turned) != 1 or len(denied) != 1:
        return None
    if auxiliaries(verb):
        return (*denied, *turned)
    verb_text = turned[0].text
    options = _base_of(verb, verb_text)
    if options is None:
        return None
    word = denied[0].text.rsplit(" ", 1)[0]
    return (Edit(verb.idx, end_of(verb), f"{word} {options}"),)


_MORE = frozenset({"advmod", "conj", "prt", "prep", "advcl", "npadvmod", "neg"})


def _may_be_denied(held: Held, verb: "Token") -> bool:
    """Whether a "not" denies the verb alone: nothing else in the clause could be what is denied."""
    if verb.pos_ != "VERB" or any(child.dep_ in _MORE for child in verb.children):
        return False
    if any(q.span.start > verb.idx for q in held.quantities):
        return False
    # The parser errs on who does what where there is a second verb.
    return sum(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in held.claim) == 1


def _quality_denied(verb: "Token", rng: Random) -> Edits | None:
    """ "Was not small" for what was large."""
    quality = next((c for c in verb.children if c.dep_ == "acomp"), None)
    if quality is None or negation(verb) is not None or any(True for _ in quality.lefts):
        return None
    other, denied = turned_word(quality, rng), inserted(verb)
    if other is None or denied is None:
        return None
    return (*denied, Edit(quality.idx, end_of(quality), other))


def _base_of(verb: "Token", form: str) -> str | None:
    """The opposite without its inflection."""
    transitive = any(child.dep_ in ("dobj", "nsubjpass") for child in verb.children)
    clause = any(child.dep_ in ("ccomp", "xcomp", "dative") for child in verb.children)
    frame = "c" if clause else "t" if transitive else "i"
    for other in opposites_of(verb.lemma_.lower(), frame):
        base, _, behind = other.partition("_")
        whole = inflected(base, verb.tag_)
        if whole is not None and form.lower() == (f"{whole} {behind}" if behind else whole):
            return f"{base} {behind}" if behind else base
    return None
