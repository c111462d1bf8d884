"""Words that mean the same in their sentences though no list knows it: by the encoder's vectors of tokens."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from factcheck.matching.encoder import TokenVectors
from factcheck.verdict.alignment import Alignment
from factcheck.verdict.opposites import opposed
from factcheck.verdict.parts import Word

NEAR = 0.45
"""From this cosine on two words stand for each other, if each is the other's nearest."""
_COMPARED = frozenset("nvar")
"""Nouns, verbs, adjectives and adverbs; names and numbers are never near, they are the same or not."""


def with_near_words(alignment: Alignment, claim: TokenVectors, reference: TokenVectors) -> Alignment:
    """The alignment with its missing words laid beside their nearest in the reference, as loose ones.

    Only words that have no counterpart on either side are asked, none that are opposites.
    """
    taken = set(alignment.words.values())
    mine = [n for n in alignment.missing if alignment.claim.words[n].tag in _COMPARED]
    theirs = [
        n for n, word in enumerate(alignment.reference.words) if word.tag in _COMPARED and n not in taken
    ]
    if not mine or not theirs:
        return alignment
    cosines = (
        _vectors([alignment.claim.words[n] for n in mine], claim)
        @ _vectors([alignment.reference.words[n] for n in theirs], reference).T
    )
    found = {}
    for row, place in enumerate(cosines.argmax(axis=1)):
        if cosines[row, place] < NEAR or cosines[:, place].argmax() != row:
            continue
        word, other = alignment.claim.words[mine[row]], alignment.reference.words[theirs[int(place)]]
        if not opposed(word.lemma, other.lemma) and word.negated == other.negated:
            found[mine[row]] = theirs[int(place)]
    return replace(
        alignment,
        words=alignment.words | found,
        loose=alignment.loose | found.keys(),
        near=frozenset(found),
        missing=tuple(n for n in alignment.missing if n not in found),
    )


def _vectors(words: list[Word], tokens: TokenVectors) -> NDArray[np.float32]:
    """A unit vector for each word, the mean of its tokens'; zeros for a word beyond the encoder's reach."""
    made = np.zeros((len(words), tokens.vectors.shape[1]), dtype=np.float32)
    for row, word in enumerate(words):
        inside = (tokens.spans[:, 0] < word.end) & (tokens.spans[:, 1] > word.start)
        if inside.any():
            mean = tokens.vectors[inside].mean(axis=0)
            made[row] = mean / max(float(np.linalg.norm(mean)), 1e-9)
    return made
