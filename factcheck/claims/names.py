"""Names in a draft: whom "it", "she", "the company" or a surname alone mean is put in its place."""

from factcheck.claims.draft import Draft, owner
from factcheck.claims.meanings import Meanings, Meant
from factcheck.claims.mentions import Named
from factcheck.claims.signals import Signals


class Names:
    """Fills into one draft what the sentence `number` of a document means."""

    def __init__(self, draft: Draft, signals: Signals, meanings: Meanings, number: int) -> None:
        self._draft = draft
        self._cast = meanings.cast
        self._runs = self._cast.runs(draft.sentence, signals)
        self._meant = meanings.of(number)
        self._opened = meanings.opened(number)
        self._filled: dict[str, int] = {}

    @property
    def opened(self) -> bool:
        """Whether the sentence begins inside of a quotation."""
        return self._opened

    def resolve(self, start: int, end: int) -> None:
        """Fill in whom the pronouns, "the company" and a surname alone mean, among these tokens."""
        told = self._told(start, end)
        for i in range(start, end):
            meant = self._meant.get(i)
            if meant is None or i in self._draft.forms or meant.first + meant.count > end:
                continue
            named_at = told.get(meant.name)
            again = named_at is not None and named_at < i and not self._is_name(i)
            if again or self._filled.get(_bare(meant.name), i) < i:
                continue  # later in the clause the short form is clear
            later = self._filled.get(_bare(meant.name))
            if later is not None and not self._is_name(later):
                self._draft.take_back(later)
            self._filled[_bare(meant.name)] = i
            self._fill(meant)

    def _is_name(self, i: int) -> bool:
        return any(a <= i < b for a, b in self._runs)

    def _told(self, start: int, end: int) -> dict[str, int]:
        """The names that stand in these tokens, each with its first token."""
        told: dict[str, int] = {}
        for first, last in self._runs:
            if start <= first and last <= end:
                named: Named = self._cast.meant_by(self._draft.sentence, first, last)
                told.setdefault(named.name, first)
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
