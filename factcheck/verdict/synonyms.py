"""Which words may stand for each other (`word_lists/synonyms.txt`), and the stem of a word's family."""

from functools import cache, lru_cache

from factcheck.verdict.lists import lines

_SUFFIXES = (
    "isation", "ization", "ational", "fulness", "iveness", "ousness", "ements", "ations", "itions", "ation",
    "ition", "ement", "ments", "ances", "ences", "ments", "ment", "ance", "ence", "ness", "ings", "ions",
    "ists", "isms", "ers", "ors", "ing", "ion", "ism", "ist", "ity", "ive", "ous", "ful", "ant", "ent", "als",
    "ise", "ize", "ally", "ly", "ed", "er", "or", "al", "es", "y", "e", "s",
)  # fmt: skip
_LEAST_STEM = 4


@cache
def _senses() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(lines("synonyms")):
        for word in line.split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(groups) for word, groups in found.items()}


_NONE: frozenset[int] = frozenset()


def senses(lemma: str) -> frozenset[int]:
    """The numbers of the groups that `lemma` is in; none for a word without synonyms here."""
    return _senses().get(lemma, _NONE)


@lru_cache(maxsize=20_000)
def stem(lemma: str) -> str:
    """What the members of a word's family share ("resign", "resignation"), roughly; at least four letters."""
    word = lemma.replace("-", "")
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _LEAST_STEM:
            word = word[: -len(suffix)]
            break
    if len(word) > _LEAST_STEM and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] if len(word) > _LEAST_STEM and word[-1] in "eiy" else word


def akin(first: str, second: str) -> bool:
    """Whether two lemmas may stand for each other: the same word, its family, or a shared sense."""
    if first == second:
        return True
    if not senses(first).isdisjoint(senses(second)) or of_the_place(first, second):
        return True
    return len(first) >= _LEAST_STEM <= len(second) and stem(first) == stem(second)


_OF_A_PLACE = ("i", "n", "an", "ian", "ese", "ish", "ic", "er", "s", "ns", "ians")


def of_the_place(first: str, second: str) -> bool:
    """Whether one word is the other with the ending of a people or a plural: "Qatar", "Qatari"."""
    short, long = sorted((first, second), key=len)
    root = short[:-1] if short[-1:] in ("a", "o", "y", "e") and not long.startswith(short) else short
    return len(root) >= 4 and long.startswith(root) and long[len(root) :] in _OF_A_PLACE
