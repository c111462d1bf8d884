"""What in a sentence speaks for or against a check, as named features that an editor can read.

Each is a pure function of the words; no parser and no model is asked, so that a score can be explained and a
training run repeated by anybody. The names are stored with the trained weights (see `worthiness`).
"""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from factcheck.domain.quantities import Quantity
from factcheck.quantities.find import find_periods, find_quantities
from factcheck.text.words import words

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*", re.UNICODE)
_CURRENCY = re.compile(r"[A-Z]{3}\Z")
_NAME = re.compile(r"(?<=[\w,;:] )(?:[A-Z][\w’'-]+)(?: (?:[A-Z][\w’'-]+))*")
_SAYING = words("said says told added claimed argued announced reported according stated insisted warned")
_HAPPENED = words(
    """
    was were had did got made took went came gave found left lost won cut rose fell grew built bought sold
    paid spent held kept led met sent shot stood told wrote became began broke brought chose drew drove flew
    fought put ran set shut struck sank
    """
)
_PERFECT = words("has have has've had've")
_LOOKS_AHEAD = words("will shall won't i'll we'll you'll he'll she'll they'll it'll going tomorrow")
_DEMANDS = words("should must ought shouldn't mustn't need needs let")
_MAYBE = words("may might could perhaps maybe possibly probably")
_SUPPOSES = words("if would wouldn't i'd we'd he'd she'd they'd unless whether suppose")
_BELIEVES = words("think believe feel hope guess suspect wish want love hate know understand")
_SELF = words("i me my mine myself i'm i've i'd i'll")
_OURS = words("we us our ours ourselves we're we've we'd we'll")
_READER = words("you your yours yourself you're you've you'd you'll")
_NEGATIONS = words(
    "not no never none nobody nothing neither nor don't doesn't didn't isn't wasn't can't cannot"
)
_SWEEPING = words("all every always everyone everybody nobody never none only entire any")
_COMPARES = words(
    """
    more less fewer higher lower larger bigger smaller than better worse most least highest lowest largest
    biggest smallest greatest best worst first last twice double half
    """
)
_MOVES = words(
    """
    increase increased increases increasing decrease decreased rise rising rose risen fall falling fell fallen
    grew grown grow growing gained lost losing cut cuts doubled tripled halved raised reduced dropped climbed
    declined shrank soared slumped surged
    """
)
_JUDGES = words(
    """
    good bad great terrible wonderful awful important right wrong fair unfair proud strong weak clear
    beautiful ridiculous tremendous incredible disgraceful wise foolish
    """
)
_COURTESIES = words(
    "thank thanks please welcome sorry hello yes well okay senator governor mr mrs president sir"
)
_MONEY = words(
    """
    tax taxes budget deficit debt spending cost costs price prices income wage wages salary salaries profit
    profits revenue revenues bank trade tariff tariffs economy economic inflation interest loan loans
    """
)
_WORK = words("job jobs unemployment unemployed employment employed workers workforce poverty welfare")
_HEALTH = words(
    """
    health hospital hospitals doctor doctors patients disease vaccine vaccines drug drugs medicare medicaid
    insurance abortion cancer died deaths virus infection infected
    """
)
_LAW = words(
    """
    crime crimes law laws court courts police prison convicted arrested charged murder gun guns illegal voted
    vote votes bill treaty act sentence judge jury trial ban banned
    """
)


@dataclass(frozen=True, slots=True)
class Sighted:
    """A sentence with what the traits look at; made once for all of them."""

    text: str
    words: tuple[str, ...] = field(init=False)
    quantities: tuple[Quantity, ...] = field(init=False)
    has_period: bool = field(init=False)

    def __post_init__(self) -> None:
        # A frozen dataclass can set its derived fields in no other way.
        lowered = tuple(m[0].lower().replace("’", "'") for m in _WORD.finditer(self.text))
        object.__setattr__(self, "words", lowered)
        object.__setattr__(self, "quantities", find_quantities(self.text))
        object.__setattr__(self, "has_period", bool(find_periods(self.text)))

    def count(self, among: frozenset[str]) -> int:
        """How many of the words are `among` these."""
        return sum(word in among for word in self.words)


@dataclass(frozen=True, slots=True)
class Trait:
    """A named feature: what a person reads of it, and how much of it a sentence has (0 = none).

    `less` is what is read where a sentence has less of it than most; nothing, where that goes without saying.
    """

    name: str
    phrase: str
    measure: Callable[[Sighted], float]
    less: str = ""


def _any(name: str, phrase: str, among: frozenset[str]) -> Trait:
    return Trait(name, phrase, lambda seen: float(seen.count(among) > 0))


def _has_unit(seen: Sighted, *units: str) -> float:
    return float(any(quantity.unit in units for quantity in seen.quantities))


def _figures(seen: Sighted) -> float:
    return math.log1p(sum(quantity.unit != "ordinal" for quantity in seen.quantities))


def _money(seen: Sighted) -> float:
    return float(any(_CURRENCY.match(quantity.unit) for quantity in seen.quantities))


def _vague(seen: Sighted) -> float:
    return float(any(quantity.vague for quantity in seen.quantities))


def _names(seen: Sighted) -> float:
    return math.log1p(sum(match[0].lower() not in _COURTESIES for match in _NAME.finditer(seen.text)))


def _happened(seen: Sighted) -> float:
    return float(any(word in _HAPPENED or (len(word) > 4 and word.endswith("ed")) for word in seen.words))


TRAITS: tuple[Trait, ...] = (
    Trait("figures", "has figures", _figures),
    Trait("percentage", "has a percentage", lambda s: _has_unit(s, "percent", "percentage_point")),
    Trait("money", "has a sum of money", _money),
    Trait("vague_magnitude", "speaks of thousands or millions", _vague),
    Trait("rank", "has a rank", lambda s: _has_unit(s, "ordinal")),
    Trait("period", "has a date or period", lambda s: float(s.has_period)),
    Trait("names", "names people, places or bodies", _names),
    Trait("happened", "tells what happened", _happened),
    _any("perfect", "tells what has been done", _PERFECT),
    _any("comparison", "compares or ranks", _COMPARES),
    _any("movement", "tells a rise or fall", _MOVES),
    _any("sweeping", "speaks of all, none or only", _SWEEPING),
    _any("negation", "denies something", _NEGATIONS),
    _any("saying", "hands on what somebody said", _SAYING),
    _any("public_money", "is about money", _MONEY),
    _any("work", "is about work", _WORK),
    _any("health", "is about health", _HEALTH),
    _any("law", "is about law or crime", _LAW),
    _any("looks_ahead", "looks ahead", _LOOKS_AHEAD),
    _any("demand", "says what should be", _DEMANDS),
    _any("possibility", "says what may be", _MAYBE),
    _any("supposition", "supposes", _SUPPOSES),
    _any("belief", "tells a belief or a wish", _BELIEVES),
    _any("judgement", "judges", _JUDGES),
    _any("courtesy", "greets or addresses somebody", _COURTESIES),
    _any("first_person", "speaks of the speaker", _SELF),
    _any("first_persons", "speaks as “we”", _OURS),
    _any("reader", "addresses “you”", _READER),
    Trait("question", "asks", lambda s: float(s.text.rstrip("\"'”’) ").endswith("?"))),
    Trait("length", "is long", lambda s: math.log1p(len(s.words)), "is short"),
)
"""All traits, in the order in which a trained model stores their weights."""


def traits_of(text: str) -> tuple[float, ...]:
    """The measure of every trait in `text`, in the order of `TRAITS`; works for any string."""
    seen = Sighted(text)
    return tuple(trait.measure(seen) for trait in TRAITS)
