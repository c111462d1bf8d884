"""Words that exclude each other (`word_lists/opposites.txt`), and words that turn a clause round."""

from functools import cache

from factcheck.verdict.lists import lines, words

_NEGATORS = words(
    "not n't n’t no never neither nor none nobody nothing nowhere without cannot hardly scarcely barely"
)
_DENYING = words(
    "fail refuse decline deny avoid escape stop prevent forbid ban bar block reject rule_out lack miss "
    "unable forget neglect cease refrain dismiss abandon short"
)


@cache
def _camps() -> dict[str, tuple[frozenset[int], frozenset[int]]]:
    camps: dict[str, tuple[set[int], set[int]]] = {}
    for number, line in enumerate(lines("opposites")):
        for side, camp in enumerate(line.split("|")):
            for word in camp.split():
                camps.setdefault(word, (set(), set()))[side].add(number)
    return {word: (frozenset(left), frozenset(right)) for word, (left, right) in camps.items()}


def opposed(first: str, second: str) -> bool:
    """Whether the lemmas stand in opposite camps of some line."""
    if first == second:
        return False
    camps = _camps()
    one, other = camps.get(first), camps.get(second)
    if one is None or other is None:
        return _negative_of(first, second) or _negative_of(second, first)
    return not (one[0].isdisjoint(other[1]) and one[1].isdisjoint(other[0]))


_APART = words(
    "men man women woman male female boy girl he she northern north southern south eastern east western "
    "west summer winter morning evening night day weekday weekend urban city rural countryside young "
    "old younger older youngest oldest teacher pupil student employer employee worker landlord tenant "
    "buyer seller parent child father mother son daughter brother sister husband wife debut farewell "
    "upper lower senior junior home away adult domestic foreign overseas public private full-time part- "
    "time good bad well badly best worst major minor"
)


def sets_apart(first: str, second: str) -> bool:
    """Whether the two say of whom, where or when it is told, so that both sentences may be true."""
    return first in _APART and second in _APART


_CONVERSE = words(
    "buy acquire purchase sell dispose lend borrow give hand donate receive take import export send "
    "teach learn win lose beat defeat hire rent lease pay"
)


def is_converse(lemma: str) -> bool:
    """Whether the verb and its contrary tell one deed from its two ends: "buy" and "sell"."""
    return lemma in _CONVERSE


def has_opposite(lemma: str) -> bool:
    """Whether the lemma is in any camp."""
    return lemma in _camps()


def _negative_of(word: str, negative: str) -> bool:
    return len(word) > 3 and negative in (
        f"un{word}",
        f"in{word}",
        f"im{word}",
        f"il{word}",
        f"dis{word}",
        f"non-{word}",
    )


def negates(word: str) -> bool:
    """Whether the lower-case word turns the clause it stands in into its opposite."""
    return word in _NEGATORS


def denies(lemma: str) -> bool:
    """Whether the verb says that what depends on it did not happen ("refused to quash")."""
    return lemma in _DENYING
