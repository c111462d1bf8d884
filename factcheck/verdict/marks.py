"""Words that set the scope, the measure or the extent of a statement; see `word_lists/marks.txt`."""

import re
from functools import cache

from factcheck.verdict.certainty import CUES
from factcheck.verdict.lists import lines
from factcheck.verdict.parts import Mark

SCOPE = "scope "
"""Topics of scope begin with this: "scope trading session"."""

EXTENT = "extent"
"""How much of the whole is meant: "all", "most", "only", "first"."""

DENIAL = "denial"
"""Words that deny, and words that take something out."""

CUE = "cue"
"""Words that show how sure the sentence is."""


def find_marks(text: str) -> tuple[Mark, ...]:
    """All marks of the sentence, in order and apart from each other."""
    pattern, meaning = _marks()
    marks = []
    for match in pattern.finditer(text):
        topic, value = meaning[match.lastgroup or ""]
        marks.append(Mark(match.start(), match.end(), topic, value))
    return tuple(marks)


@cache
def _marks() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """One pattern for all marks, and what its groups mean."""
    listed = [
        (*head.split(": ", 1), pattern) for head, pattern in (line.split(" = ", 1) for line in lines("marks"))
    ]
    cues = [(CUE, kind, "|".join(sorted(cues, key=len, reverse=True))) for kind, cues in CUES.items()]
    meaning: dict[str, tuple[str, str]] = {}
    alternatives: list[str] = []
    for topic, value, pattern in [*listed, *cues]:
        name = f"g{len(alternatives)}"
        meaning[name] = (topic, value)
        alternatives.append(f"(?P<{name}>{pattern})")
    # "n't" begins in the middle of a word.
    bounded = rf"(?:(?<![\w-])|(?=n['’]t\b))(?:{'|'.join(alternatives)})(?![\w-])"
    return re.compile(bounded, re.IGNORECASE), meaning
