"""Everybody and everything that an article names: what kind each is, its full name and what it is called."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.claims.evidence import Evidence, weigh_grammar, weigh_name
from factcheck.claims.first_names import gender_of_first_name
from factcheck.claims.mentions import NAMED_KINDS, Kind, Named, has_article, name_runs
from factcheck.claims.nouns import (
    BODIES,
    COMPANIES,
    NAME_ENDINGS,
    OF_MEN,
    OF_WOMEN,
    OTHER_BODIES,
    PERSONS,
    SITES,
    TRADES,
)
from factcheck.claims.roles import Role, roles_of
from factcheck.claims.signals import Signals
from factcheck.text.parser import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

_STORMS = frozenset({"hurricane", "typhoon", "cyclone", "storm", "operation"})
_OFTEN, _EARLY = 3, 4
"""Mentions, and sentences from the start, by which a body is the one that an article is about."""


class Cast:
    """All names of a document, with the evidence for what they name."""

    def __init__(self, sentences: Sequence[tuple[Sentence, Signals]], text: str) -> None:
        self._text = text
        self._found: defaultdict[str, Evidence] = defaultdict(Evidence)
        self._full: dict[str, str] = {}
        self._spelt_out: dict[str, str] = {}
        self._shared: set[str] = set()
        self._surnames = frozenset(_last_words(sentences)) - _small_words(sentences)
        for number, (sentence, signals) in enumerate(sentences):
            for start, end in self.runs(sentence, signals):
                self._weigh(sentence, start, end, number)
        self._join_surnames()
        self._join_short_forms()
        self._known = {name: self._named(name, seen) for name, seen in self._found.items()}
        self._known |= self._by_first_names()

    def meant_by(self, sentence: Sentence, start: int, end: int) -> Named:
        """Who or what the name in these tokens stands for, by its full name where the article gives one."""
        written = self.written(sentence, start, end)
        written = self._full.get(written, written)
        return self._known.get(written) or Named(written, Kind.THING)

    def runs(self, sentence: Sentence, signals: Signals) -> list[tuple[int, int]]:
        """The tokens of each name in a sentence, surnames that the parser took for plain words included."""
        found = name_runs(sentence.tokens, signals)
        inside = {i for start, end in found for i in range(start, end)}
        alone = (t.i for t in sentence.tokens if t.text in self._surnames and t.i not in inside)
        return sorted([*found, *((i, i + 1) for i in alone)])

    def roles(self, named: Named, number: int) -> list[Role]:
        """What is said of somebody up to and in sentence `number`."""
        key = named.name.removeprefix("the ")
        return [role for at, role in self._found[key].roles if at <= number] if key in self._found else []

    def protagonist(self) -> Named | None:
        """The company that the article is about: named early, and far more often than any other."""
        bodies = {}
        for name, named in self._known.items():
            if named.kind is Kind.BODY and name not in self._full:
                nouns = {role.noun for _, role in self._found[name].roles}
                if not nouns or (nouns & (COMPANIES | TRADES) and not nouns & OTHER_BODIES):
                    bodies[name] = self._found[name].written
        first, *rest = sorted(bodies, key=lambda name: -bodies[name]) or [""]
        if not first or bodies[first] < _OFTEN or (rest and 2 * bodies[rest[0]] > bodies[first]):
            return None
        return self._known[first] if self._found[first].first_in < _EARLY else None

    def is_person(self, name: str) -> bool:
        """Whether this is surely the full name of somebody: by gender, first name or the words around it."""
        named = self._known.get(name)
        if named is None or named.kind is not Kind.PERSON or not (" " in name or name in self._shared):
            return False
        if {word.lower() for word in name.split()} & (PERSONS | SITES | BODIES | _STORMS):
            return False
        if named.gender or gender_of_first_name(name.split(maxsplit=1)[0]):
            return True
        return name in self._found and self._found[name].kinds[Kind.PERSON] > 0

    def learn_gender(self, named: Named, gender: str) -> Named:
        """Take note that "he" or "she" was said of somebody."""
        learnt = replace(named, gender=gender)
        for name, known in self._known.items():
            if known.name == named.name:
                self._known[name] = learnt
        return learnt

    def ages(self, named: Named) -> frozenset[int]:
        """The ages that the article gives for somebody."""
        return frozenset(self._found[named.name].ages) if named.name in self._found else frozenset()

    def full_name(self, written: str) -> str | None:
        """First name and surname for a surname alone, or the spelt-out form of an acronym; else None."""
        full = self._full.get(written)
        if full is None or written not in self._found:
            return None
        if self._known[full].kind is Kind.PERSON:
            return full if full.endswith(f" {written}") and not full.split()[-1].isupper() else None
        return f"{full} ({written})" if self._spelt_out.get(written) == full else None

    def written(self, sentence: Sentence, start: int, end: int) -> str:
        """The tokens as the document has them, on one line."""
        return " ".join(sentence.place(start, end).of(self._text).split())

    # Evidence

    def _weigh(self, sentence: Sentence, start: int, end: int, number: int) -> None:
        tokens = sentence.tokens
        if start > 1 and tokens[start - 1].lower_ == "of" and tokens[start - 2].text[:1].isupper():
            after = end < len(tokens) and tokens[end].lower_ == "and"
            if after and tokens[start - 2].lower_ not in PERSONS:
                return  # in "Guests of Honour Cherie and Sean" the first name is no surname
        name = self.written(sentence, start, end)
        seen = self._found[name]
        seen.written += 1
        seen.first_in = min(seen.first_in, number)
        seen.articles += has_article(start, end, tokens)
        seen.after_the += start > 0 and tokens[start - 1].lower_ == "the"
        seen.free += tokens[end - 1].dep_ not in ("compound", "nmod", "amod")
        seen.roles.extend((number, role) for role in roles_of(start, end, tokens))
        weigh_name(seen, tokens, start, end)
        weigh_grammar(seen, tokens[end - 1])
        for _, role in seen.roles[-6:]:
            kinds = ((PERSONS, Kind.PERSON), (BODIES, Kind.BODY), (SITES, Kind.PLACE))
            for nouns, kind in kinds:
                seen.kinds[kind] += 3 * (role.noun in nouns)
            seen.genders["f"] += role.noun in OF_WOMEN
            seen.genders["m"] += role.noun in OF_MEN
        self._read_bracket(tokens, start, end, name)

    def _read_bracket(self, tokens: "Tokens", start: int, end: int, name: str) -> None:
        """Take note of "the Northern Water Authority (NWA)"."""
        if end + 2 >= len(tokens) or tokens[end].text != "(" or tokens[end + 2].text != ")":
            return
        short = tokens[end + 1].text
        initials = [word[0] for word in name.replace("-", " ").split() if word[:1].isupper()]
        if short.isupper() and 2 <= len(short) <= 6 and "".join(initials).upper() == short and " " in name:
            self._spelt_out[short] = name

    # One name for each

    def _join_surnames(self) -> None:
        surnames: defaultdict[str, set[str]] = defaultdict(set)
        for name, seen in self._found.items():
            words_of = name.split()
            person = self._kind(name, seen) is Kind.PERSON or self._is_called_by_surname(name, seen)
            if len(words_of) > 1 and person:
                surnames[words_of[-1]].add(name)
                given = bool(gender_of_first_name(words_of[1]))
                if len(words_of) > 2 and not given:  # "Amy Berman Jackson", later "Berman Jackson"
                    surnames[" ".join(words_of[-2:])].add(name)
        for last, names in surnames.items():
            shortest = min(names, key=len)
            if any(not _is_longer_form(name, shortest) for name in names - {shortest}):
                self._shared.add(last)
                continue
            for name in names - {shortest}:
                self._join(name, shortest, Kind.PERSON)
            alone = self._found.get(last)
            if alone is None or last in self._full or last in names:
                continue
            against = alone.kinds[Kind.BODY] + alone.kinds[Kind.PLACE]
            for_it = self._found[shortest].of(Kind.PERSON) + alone.of(Kind.PERSON)
            for_it += self._is_called_by_surname(shortest, self._found[shortest])
            company = any(role.noun in BODIES | SITES for _, role in alone.roles)
            namesake = any(name.startswith(f"{last} ") for name in self._found)
            if not company and not namesake and for_it > against:
                self._join(last, shortest, Kind.PERSON)

    def _is_called_by_surname(self, name: str, seen: Evidence) -> bool:
        """Whether the last of two words is used alone later on, as it is of people and not of firms."""
        first, *rest = name.split()
        alone = self._found.get(rest[0]) if len(rest) == 1 else None
        if alone is None or not first.isalpha() or rest[0].lower() in NAME_ENDINGS | NAMED_KINDS:
            return False
        if alone.labels[Kind.PLACE] and seen.labels[Kind.PLACE]:
            return False  # "Great Britain"
        sure = (Kind.BODY, Kind.PLACE)
        return not any(one.kinds[kind] for one in (seen, alone) for kind in sure) and not seen.articles

    def _join_short_forms(self) -> None:
        """“Solvane” for "Solvane Group", "NWA" for what it is the acronym of."""
        for short, name in self._spelt_out.items():
            if name in self._found and short in self._found:
                self._join(short, name, Kind.BODY)
        bodies = [n for n, s in self._found.items() if " " in n and self._kind(n, s) is not Kind.PERSON]
        for short in [n for n in self._found if " " not in n and n not in self._full]:
            longer = [n for n in bodies if n.startswith(f"{short} ") and n not in self._full]
            longer = [n for n in longer if not any(c.isdigit() for c in n[len(short) :])]  # a firm's product
            if len(longer) == 1 and not self._found[short].kinds[Kind.PLACE]:
                ending = longer[0].split()[-1].lower().rstrip(".")
                if ending in NAME_ENDINGS or self._kind(longer[0], self._found[longer[0]]) is Kind.BODY:
                    self._join(short, longer[0], Kind.BODY)

    def _by_first_names(self) -> dict[str, Named]:
        """“Sean”, for the one person of that first name."""
        first: defaultdict[str, set[str]] = defaultdict(set)
        for named in self._known.values():
            if named.kind is Kind.PERSON and " " in named.name:
                first[named.name.split()[0]].add(named.name)
        alone = {word: names for word, names in first.items() if word in self._known and len(names) == 1}
        free = {word for word in alone if self._known[word].kind in (Kind.THING, Kind.PERSON)}
        return {word: self._known[next(iter(alone[word]))] for word in free if word not in self._full}

    def _join(self, name: str, full: str, kind: Kind) -> None:
        """Take `name` for a form of `full`, whatever the parser has taken it for."""
        self._full[name] = full
        seen, short = self._found[full], self._found[name]
        seen.add(short)
        seen.kinds[kind] += short.labels.total() + 2

    def _kind(self, name: str, seen: Evidence) -> Kind:
        if name in self._shared and not seen.kinds[Kind.BODY] + seen.kinds[Kind.PLACE]:
            return Kind.PERSON  # one of several of that surname
        person, body, place = (seen.of(kind) for kind in (Kind.PERSON, Kind.BODY, Kind.PLACE))
        if " " not in name:
            person -= 1 + seen.labels[Kind.PERSON]  # people are introduced by first name and surname
        if name.rsplit(maxsplit=1)[-1].islower():
            person = 0  # "the Vela probe"
        if person > 0 and person > max(body, place):
            return Kind.PERSON
        if body > 0 and body >= place:
            return Kind.BODY
        return Kind.PLACE if place > 0 else Kind.THING

    def _named(self, name: str, seen: Evidence) -> Named:
        full = self._full.get(name)
        if full is not None:
            return self._named(full, self._found[full])
        kind = self._kind(name, seen)
        gender = ""
        if kind is Kind.PERSON:
            women, men = seen.genders["f"], seen.genders["m"]
            gender = "f" if women > men else "m" if men > women else ""
            return Named(name, kind, gender)
        article = 2 * seen.articles >= seen.free if seen.free else seen.after_the > 0
        return Named(f"the {name}" if article else name, kind)


def _last_words(sentences: Sequence[tuple[Sentence, Signals]]) -> Iterator[str]:
    """The last words of the names of two and more words that the parser takes for people."""
    for sentence, signals in sentences:
        for start, end in name_runs(sentence.tokens, signals):
            last = sentence.tokens[end - 1]
            gender = gender_of_first_name(sentence.tokens[start].text)
            known = (
                last.ent_type_ == "PERSON"
                or bool(gender)
                or (end - start == 2 and last.lower_ not in NAME_ENDINGS | NAMED_KINDS)
            )
            if end - start > 1 and known and last.text[:1].isupper() and last.is_alpha and len(last) > 1:
                yield last.text


def _small_words(sentences: Sequence[tuple[Sentence, Signals]]) -> frozenset[str]:
    """The words that the document writes small as well, with a capital."""
    small = {t.text for sentence, _ in sentences for t in sentence.tokens if t.is_lower}
    return frozenset(word[:1].upper() + word[1:] for word in small | PERSONS | BODIES | SITES)


def _is_longer_form(name: str, short: str) -> bool:
    """Whether one name of a person holds the other: "Amy Berman Jackson" and "Amy Jackson"."""
    first, last = short.split(maxsplit=1)[0], short.rsplit(maxsplit=1)[-1]
    return name.split(maxsplit=1)[0] == first and name.rsplit(maxsplit=1)[-1] == last
