"""Names in a draft: whom "it", "she", "the company" or a surname alone mean is put in its place."""

from factcheck.claims.draft import Draft, owner
from factcheck.claims.meanings import Meanings, Meant
from factcheck.claims.mentions import Named
from factcheck.claims.signals import Signals

Holes = tuple[tuple[int, int], ...]


class Names:
    """Fills into one draft what the sentence `number` of a document means."""

    def __init__(self, draft: Draft, signals: Signals, meanings: Meanings, number: int) -> None:
        self._draft = draft
        self._cast = meanings.cast
        self._runs = meanings.runs(number).items()
        self._meant = meanings.of(number)
        self._filled: dict[str, int] = {}

    def resolve(self, start: int, end: int, holes: Holes = (), *, ahead: bool = False) -> None:
        """Fill in whom the pronouns, "the company" and a surname alone mean, among these tokens.

        A name that the words resolved before hold needs no second mention; with `ahead`, these tokens are to
        stand before those.
        """
        told = self._told(start, end, holes)
        mine: dict[str, int] = {}
        for i in range(start, end):
            meant = self._meant.get(i)
            if meant is None or i in self._draft.forms or meant.first + meant.count > end:
                continue
            if any(a <= i < b for a, b in holes):
                continue
            name = _bare(meant.name)
            again = told.get(name, i) < i and not self._is_name(i)
            if again or mine.get(name, i) < i or (name in self._filled and not ahead):
                continue  # later in the clause the short form is clear
            later = self._filled.get(name)
            if later is not None and not self._is_name(later):
                self._draft.take_back(later)
            mine[name] = i
            self._fill(meant)
        self._filled |= told | mine

    def _is_name(self, i: int) -> bool:
        return any(a <= i < b for a, b in self._runs)

    def _told(self, start: int, end: int, holes: Holes) -> dict[str, int]:
        """The names that stand in these tokens, each with its first token."""
        told: dict[str, int] = {}
        for first, last in self._runs:
            if start <= first and last <= end and not any(a <= first < b for a, b in holes):
                named: Named = self._cast.meant_by(self._draft.sentence, first, last)
                if first not in self._meant:  # what is to be completed names nobody before that is done
                    told.setdefault(_bare(named.name), first)
        return told

    def _fill(self, meant: Meant) -> None:
        written = self._draft.tokens[meant.first].text
        name = owner(meant.name) if meant.possessive else meant.name
        before = self._draft.tokens[meant.first - 1].lower_ if meant.first else ""
        if before == "the" and name.startswith("the "):
            name = name.removeprefix("the ")
        self._draft.fill(meant.first, meant.count, _capital_like(name, written, meant.first))


def _bare(name: str) -> str:
    return name.split(" (", maxsplit=1)[0].removeprefix("the ")


def _capital_like(meant: str, written: str, first: int) -> str:
    """`meant`, with a small first letter where an article or noun stands inside a sentence."""
    if first == 0 and written[:1].isupper():
        return meant[:1].upper() + meant[1:]
    return "the" + meant[3:] if meant.startswith("The ") else meant
