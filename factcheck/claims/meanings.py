"""What each pronoun, surname and "the company" of an article means, read once from top to bottom."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.claims.cast import Cast
from factcheck.claims.discourse import OBJECT, Said, Seen, rank_of, root_subject_of
from factcheck.claims.furniture import BYLINE, FURNITURE, is_row_of_credits
from factcheck.claims.mentions import Kind, Named, is_quoted
from factcheck.claims.nouns import BODIES, OF_MEN, OF_WOMEN, PERSONS, SITES
from factcheck.claims.pronouns import GENDERS, meant_person, meant_thing, plural_here
from factcheck.claims.roles import noun_before
from factcheck.claims.signals import Signals
from factcheck.claims.stand_ins import is_stand_in, meant_name, person_of_age, unnamed
from factcheck.claims.topics import sum_up
from factcheck.text.parser import Sentence
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_THINGS = words("it its")
_MANY = words("they their")
_ALL = frozenset(GENDERS) | _THINGS
_RECENT = 6
_REMEMBERED = 60
"""Sentences after which a name is no longer in the reader's mind."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What `count` tokens from `first` mean; `name` is how a sentence calls it."""

    first: int
    count: int
    name: str
    possessive: bool = False


class Meanings:
    """The meanings in one document; `of(number)` are those of its sentence `number`, by first token."""

    def __init__(self, sentences: Sequence[tuple[Sentence, Signals]], text: str) -> None:
        self._text = text
        self.cast = Cast(sentences, text)
        self._said: list[Said] = []
        self._meant: list[dict[int, Meant]] = []
        self._runs: list[dict[int, int]] = []
        for number, (sentence, signals) in enumerate(sentences):
            reading = _Reading(number, sentence, signals, self.cast, self._said, text)
            said, meant = reading.read()
            self._said.append(said)
            self._meant.append(meant)
            self._runs.append(reading.runs)

    def of(self, number: int) -> dict[int, Meant]:
        """What is meant in sentence `number`, by the first token of each."""
        return self._meant[number]

    def runs(self, number: int) -> dict[int, int]:
        """Where each name in sentence `number` starts, and before which token it ends, in order."""
        return self._runs[number]

    def opened(self, number: int) -> bool:
        """Whether sentence `number` begins inside of a quotation."""
        return self._said[number].opened

    def topic_before(self, number: int) -> Named | None:
        """What the sentence before was about."""
        return self._said[number - 1].topic if number else None


class _Reading:
    """Reads one sentence, given what the sentences before it left."""

    def __init__(
        self,
        number: int,
        sentence: Sentence,
        signals: Signals,
        cast: Cast,
        before: list[Said],
        text: str,
    ) -> None:
        self._number = number
        self._sentence = sentence
        self._text = text
        self._tokens = sentence.tokens
        self._cast = cast
        self._before = before[-_REMEMBERED:]
        self.runs = dict(cast.runs(sentence, signals))
        self._root_subject = root_subject_of(sentence.tokens)
        last = before[-1] if before else None
        opened = last is not None and last.in_quotation and "\n" not in text[last.end : sentence.span.start]
        marks = sum(t.text == '"' for t in sentence.tokens)
        self._here = Said(opened=opened, in_quotation=opened != (marks % 2 == 1), end=sentence.span.end)
        self._meant: dict[int, Meant] = {}
        described = (noun_before(sentence.tokens[end - 1]) for end in self.runs.values())
        self._described = {noun.i for noun in described if noun is not None}

    def read(self) -> tuple[Said, dict[int, Meant]]:
        """What the sentence leaves, and what is meant in it."""
        written = self._sentence.span.of(self._text).strip()
        if FURNITURE.match(written) or BYLINE.match(written) or is_row_of_credits(written):
            before = self._before[-1] if self._before else None
            self._here.topic = before.topic if before is not None else None
            return self._here, {}  # a byline names nobody whom the article speaks of
        # Names first: a pronoun may come before the name it stands for.
        for start, end in self.runs.items():
            self._see_name(start, end)
        inside = {i for start, end in self.runs.items() for i in range(start, end)}
        for token in self._tokens:
            if token.i in inside:
                continue
            if token.tag_ in ("PRP", "PRP$"):
                self._see_pronoun(token)
            elif token.lower_ == "old":
                self._see_age(token)
            elif token.tag_ in ("NN", "NNP"):
                self._see_noun(token)
            elif token.lower_ == "there" and token.dep_ == "advmod":
                self._see_there(token)
        self._here.seen.sort(key=lambda one: one.start)
        last = self._before[-1] if self._before else Said()
        sum_up(self._here, last, self._sentence, list(self.runs.items()), self._cast)
        return self._here, self._meant

    def _quoted(self, token: "Token") -> bool:
        return is_quoted(token, opened=self._here.opened)

    def _note(self, one: Seen) -> None:
        self._here.seen.append(one)

    def _see_name(self, start: int, end: int) -> None:
        last = self._tokens[end - 1]
        named = self._cast.meant_by(self._sentence, start, end)
        quoted = self._quoted(last)
        self._note(Seen(start, end, named.kind, rank_of(last, self._root_subject), named, quoted=quoted))
        written = self._cast.written(self._sentence, start, end)
        full = self._cast.full_name(written)
        following = self._tokens[end] if end < len(self._tokens) else None
        if full is None or quoted or last.dep_ in ("compound", "amod", "nmod"):
            return
        if following is not None and following.text in ("-", "(") and not self._tokens[end - 1].whitespace_:
            return
        if full.endswith(")"):
            owned = following is not None and following.tag_ == "POS"
            bracketed = following is not None and following.text == ")"
            if bracketed:
                return
            full = full.rsplit(" (", 1)[0] if owned else full
        self._meant[start] = Meant(start, end - start, full)

    def _see_pronoun(self, token: "Token") -> None:
        lower = token.lower_
        quoted = self._quoted(token)
        rank = rank_of(token, self._root_subject)
        if quoted or lower not in _ALL | _MANY:
            return
        if lower in _MANY:
            self._see_plural(token)
            return
        person = lower in GENDERS
        self._here.seen.sort(key=lambda one: one.start)
        if person:
            named = meant_person(token, self._here, self._before)
        else:
            named = meant_thing(token, self._here, self._before)
        if named is not None and person and not named.gender:
            named = self._learn_gender(named, GENDERS[lower])
        kind = Kind.PERSON if person else Kind.THING
        if named is None:
            self._note(Seen(token.i, token.i + 1, kind, rank, None, GENDERS.get(lower, ""), lower))
            return
        self._note(Seen(token.i, token.i + 1, named.kind, rank, named))
        self._meant[token.i] = Meant(token.i, 1, named.name, token.tag_ == "PRP$")

    def _learn_gender(self, named: Named, gender: str) -> Named:
        learnt = self._cast.learn_gender(named, gender)
        for said in (*self._before[-_RECENT:], self._here):
            said.seen = [replace(s, named=learnt) if s.key == named.name else s for s in said.seen]
        return learnt

    def _see_plural(self, token: "Token") -> None:
        text = None
        if token.i <= 1:
            text = self._before[-1].plural if self._before else None
        else:
            place = plural_here(token, self._here)
            text = self._cast.written(self._sentence, *place) if place is not None else None
        if text is not None:
            self._meant[token.i] = Meant(token.i, 1, text, token.tag_ == "PRP$")

    def _see_noun(self, token: "Token") -> None:
        quoted = self._quoted(token)
        rank = rank_of(token, self._root_subject)
        self._here.seen.sort(key=lambda one: one.start)
        if not quoted and is_stand_in(token):
            named = meant_name(token, self._cast, self._number, self._here, self._before)
            if named is not None:
                first = token.left_edge.i
                self._note(Seen(first, token.i + 1, named.kind, rank, named))
                self._meant[first] = Meant(first, token.i + 1 - first, named.name)
                return
        if not unnamed(token) or token.i in self._described:
            return
        lower = token.lower_
        gender = "f" if lower in OF_WOMEN else "m" if lower in OF_MEN else ""
        kind = Kind.PERSON if lower in PERSONS else Kind.BODY if lower in BODIES else Kind.THING
        kind = Kind.PLACE if lower in SITES and rank < OBJECT else kind
        fresh = any(c.lower_ in ("a", "an", "another") for c in token.lefts)
        self._note(Seen(token.i, token.i + 1, kind, rank, None, gender, lower, quoted=quoted, fresh=fresh))

    def _see_there(self, token: "Token") -> None:
        """Fill in "in Leeds", the one place that was just spoken of."""
        last = token.i + 1 >= len(self._tokens) or self._tokens[token.i + 1].is_punct
        verbal = token.head.pos_ in ("VERB", "AUX") or (token.head.pos_ == "NOUN" and last)
        if self._quoted(token) or not verbal:
            return
        sources = (self._here.before(token.i), *(said.seen for said in reversed(self._before[-2:])))
        for seen in sources:
            places = {one.key: one for one in seen if one.kind is Kind.PLACE and one.named and not one.quoted}
            if len(places) == 1:
                one = next(iter(places.values()))
                if one.named is not None:
                    self._meant[token.i] = Meant(token.i, 1, f"in {one.named.name}")
                return
            if places:
                return

    def _see_age(self, token: "Token") -> None:
        """“The 34-year-old”."""
        first = token.i - 5
        if first < 0 or self._quoted(token) or self._tokens[first].lower_ != "the":
            return
        written = "".join(t.text for t in self._tokens[first + 1 : token.i + 1])
        age = written.removesuffix("-year-old")
        after = self._tokens[token.i + 1] if token.i + 1 < len(self._tokens) else None
        if (
            not age.isdecimal()
            or len(age) > 2
            or (after is not None and after.pos_ in ("NOUN", "PROPN", "ADJ"))
        ):
            return
        named = person_of_age(int(age), self._cast, self._here, self._before)
        rank = rank_of(token, self._root_subject)
        if named is None:
            self._note(Seen(token.i, token.i + 1, Kind.PERSON, rank, None, "", "old"))
            return
        self._note(Seen(first, token.i + 1, Kind.PERSON, rank, named))
        self._meant[first] = Meant(first, token.i + 1 - first, named.name)
