"""What a model of limited reach is shown of a long reference: the sentences nearest to the claim."""

import re

LONGEST_WORDS = 150
"""Words of a reference that surely fit beside a claim into the model's reach."""
_SENTENCE = re.compile(r"(?<=[.!?])[”\"’)]*\s+(?=[“\"‘(A-Z0-9])|\n+")
_WORD = re.compile(r"\w+")
_LEAST_TELLING = 4
"""Words of fewer letters are mostly grammar."""


def excerpt(claim: str, title: str, reference: str) -> str:
    """The reference behind its title; of a long one the sentences nearest to the claim, in order."""
    head = f"{title}: " if title and not reference.startswith(title) else ""
    if len(reference.split()) <= LONGEST_WORDS:
        return head + reference
    sentences = [sentence for sentence in _SENTENCE.split(reference) if sentence and sentence.strip()]
    asked = _telling(claim)
    order = sorted(range(len(sentences)), key=lambda n: (-len(asked & _telling(sentences[n])), n))
    left = LONGEST_WORDS
    shown = []
    for number in order:
        size = len(sentences[number].split())
        if size <= left:
            shown.append(number)
            left -= size
    if not shown:
        return head + " ".join(sentences[order[0]].split()[:LONGEST_WORDS])
    return head + " ".join(sentences[number] for number in sorted(shown))


def _telling(text: str) -> set[str]:
    return {
        word[:6]  # the beginning of a word stands for its family
        for word in _WORD.findall(text.lower())
        if len(word) >= _LEAST_TELLING or word.isdigit()
    }
