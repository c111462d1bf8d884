"""What the rules need of one sentence, computed once and kept with a reference.

A `Profile` holds the sentence, its content words with their place in the clause, names, quantities, periods
and quotations. `profile` (in `reading`) makes one from a parse; JSON keeps it beside the row.
"""

import json
from dataclasses import dataclass

from factcheck.domain.articles import Span
from factcheck.domain.errors import InvalidInput
from factcheck.domain.quantities import Period, Quantity
from factcheck.verdict import stored

PROFILE_VERSION = "5"
"""Rises whenever stored profiles have to be made anew."""


@dataclass(frozen=True, slots=True)
class Word:
    """A content word. `lemma` is lower-case, with the particle of a phrasal verb (`step_down`).

    `tag` is `n` noun, `p` proper noun, `v` verb, `a` adjective, `r` adverb. `head` is the place in
    `Profile.words` of the nearest content word above it, -1 at the top; `link` is how it hangs there, in the
    parser's own dependency labels. `negated` says that the sentence denies it. `certainty` is empty for a
    fact, else `forecast`, `possible`, `alleged`, `opinion`, `condition` or `ought`.
    """

    start: int
    end: int
    lemma: str
    tag: str
    head: int = -1
    link: str = ""
    negated: bool = False
    certainty: str = ""

    @property
    def span(self) -> Span:
        """Where it stands in the sentence."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: `parts` lower-case without possessive; `kind` as the parser sees it, or empty."""

    start: int
    end: int
    parts: tuple[str, ...]
    kind: str = ""

    @property
    def span(self) -> Span:
        """Where it stands in the sentence."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Mark:
    """A word or phrase with a fixed part to play: `topic` ("session", "quantifier", …) and its `value`."""

    start: int
    end: int
    topic: str
    value: str

    @property
    def span(self) -> Span:
        """Where it stands in the sentence."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb with who does it and to whom, as places in `Profile.words`; passives are turned round."""

    word: int
    agents: tuple[int, ...] = ()
    patients: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """One sentence as the rules see it. `tokens` are all its words, lower-case; spans count in `text`."""

    text: str
    tokens: frozenset[str] = frozenset()
    words: tuple[Word, ...] = ()
    names: tuple[Name, ...] = ()
    predicates: tuple[Predicate, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    periods: tuple[Period, ...] = ()
    quotes: tuple[Span, ...] = ()
    marks: tuple[Mark, ...] = ()
    owners: tuple[tuple[int, ...], ...] = ()
    """For each quantity the words that name whose it is, as places in `words`, the last of a name first."""

    sureness: tuple[str, ...] = ()
    """For each quantity how sure the sentence is of it, in the kinds of `Word.certainty`."""

    def sure(self, quantity: Quantity) -> str:
        """How sure the sentence is of the quantity; empty for a fact."""
        return next(
            (kind for q, kind in zip(self.quantities, self.sureness, strict=False) if q is quantity), ""
        )

    def owner(self, quantity: Quantity) -> tuple[int, ...]:
        """The words that name whose the quantity is; empty where nobody is named."""
        return next((own for q, own in zip(self.quantities, self.owners, strict=False) if q is quantity), ())

    def to_json(self) -> str:
        """A compact form that `from_json` reads back to an equal profile."""
        return json.dumps(
            {
                "v": PROFILE_VERSION,
                "x": self.text,
                "t": sorted(self.tokens),
                "w": [
                    [w.start, w.end, w.lemma, w.tag, w.head, w.link, int(w.negated), w.certainty]
                    for w in self.words
                ],
                "n": [[n.start, n.end, n.parts, n.kind] for n in self.names],
                "p": [[p.word, p.agents, p.patients] for p in self.predicates],
                "q": [stored.row(q) for q in self.quantities],
                "d": [stored.row(p) for p in self.periods],
                "s": [[s.start, s.end] for s in self.quotes],
                "o": self.owners,
                "c": self.sureness,
                "m": [[m.start, m.end, m.topic, m.value] for m in self.marks],
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )

    @classmethod
    def from_json(cls, raw: str) -> "Profile":
        """The profile that `to_json` wrote; raises `InvalidInput` for another version or broken text."""
        try:
            data = json.loads(raw)
            if data["v"] != PROFILE_VERSION:
                raise InvalidInput(f"This profile is of version {data['v']}, not {PROFILE_VERSION}.")
            return cls(
                text=data["x"],
                tokens=frozenset(data["t"]),
                words=tuple(
                    Word(row[0], row[1], row[2], row[3], row[4], row[5], bool(row[6]), row[7])
                    for row in data["w"]
                ),
                names=tuple(Name(start, end, tuple(parts), kind) for start, end, parts, kind in data["n"]),
                predicates=tuple(Predicate(word, tuple(a), tuple(p)) for word, a, p in data["p"]),
                quantities=tuple(stored.quantity(row) for row in data["q"]),
                periods=tuple(stored.period(row) for row in data["d"]),
                quotes=tuple(Span(start, end) for start, end in data["s"]),
                marks=tuple(Mark(*row) for row in data["m"]),
                owners=tuple(tuple(row) for row in data["o"]),
                sureness=tuple(data["c"]),
            )
        except (ValueError, KeyError, TypeError, ArithmeticError) as problem:
            raise InvalidInput(f"This is not a profile: {problem}") from problem
