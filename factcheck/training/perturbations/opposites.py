"""Words that can stand in one another's place in a sentence and turn it round. Written for this product."""

from functools import cache
from random import Random
from typing import TYPE_CHECKING

from factcheck.claims.inflect import past, present

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBS = """
i | rise increase climb grow jump surge soar go_up | fall drop decline decrease slip slide plunge go_down
i | improve recover | worsen deteriorate
i | strengthen | weaken
i | expand widen lengthen | shrink contract narrow
i | open begin start | close end finish
i | win succeed | lose fail
i | arrive come enter join | leave depart
i | accelerate | slow
i | stay remain | leave
i | survive live recover | die
i | continue | stop end
i | advance | retreat withdraw
i | appear | disappear vanish
i | agree | disagree
i | strengthen harden | soften weaken
i | lead | trail
i | pass | fail
i | reopen | close
i | appreciate | depreciate
i | gain | slip
i | retreat | advance
i | step_up | step_down
i | speed_up | slow_down
i | ascend | descend
i | narrow | widen
t | raise increase lift boost | lower cut reduce trim
t | expand widen extend enlarge | shrink narrow shorten curtail
t | win | lose
t | gain | lose
t | approve back support accept endorse adopt | reject oppose block
t | accept | reject refuse decline
t | open reopen | close shut
t | start begin launch | end finish halt stop cancel
t | join enter | leave quit
t | allow permit legalise | ban forbid prohibit
t | legalize | ban
t | impose introduce | lift scrap remove
t | buy acquire purchase | sell
t | acquit clear | convict
t | uphold | overturn quash
t | hire appoint recruit | dismiss sack fire
t | appoint | remove
t | praise welcome hail | criticise condemn attack
t | applaud | condemn
t | confirm admit | deny
t | export | import
t | publish release disclose reveal | withhold suppress
t | keep retain | drop lose abandon
t | build | demolish
t | construct | demolish
t | create | destroy abolish
t | save rescue | kill
t | strengthen | weaken
t | improve | worsen
t | include | exclude
t | ease relax loosen | tighten
t | exceed beat | miss
t | outperform | trail
t | free release | jail detain
t | arrest | release
t | postpone delay | bring_forward
t | deploy | withdraw
t | grant award | refuse deny
t | grant | revoke
t | receive | send
t | lend | borrow
t | love like | hate dislike
t | remember | forget
t | attack | defend
t | add | remove
t | accelerate | slow
t | encourage | discourage
t | protect | endanger
t | follow | precede
t | lead | follow
t | precede | follow
t | succeed | precede
t | defeat | back
t | unite | divide
t | elect | oust
t | attend | boycott
t | renew | cancel
t | sign | reject
t | ratify | reject
t | suspend | resume
t | resume | suspend halt
t | nationalise | privatise
t | privatise | nationalise
t | cause | prevent
t | prevent | cause
t | favour favor | oppose
t | embrace | shun
t | meet | miss
t | double triple | halve
t | halve | double
t | evacuate | enter
t | load | unload
t | fill | empty
t | recognise recognize | ignore
t | obey | defy
t | fund | defund
t | pick_up | drop
t | take_on | lay_off
t | turn_down | accept
t | turn_on | turn_off
t | switch_on | switch_off
c | agree | refuse
c | refuse decline | agree
c | allow permit | forbid
c | encourage | discourage
c | begin start | stop
c | stop | start
c | confirm | deny
c | deny | confirm
c | accept | deny
c | remember | forget
c | continue | cease
c | fail | manage
c | manage | fail
c | succeed | fail
"""
_WORDS = """
up | down
upward | downward
upwards | downwards
higher | lower
high | low
highest | lowest
more | less
larger bigger | smaller
large big | small
largest biggest | smallest
best | worst
better | worse
faster | slower
fast quick | slow
quickly | slowly
longer | shorter
longest | shortest
stronger | weaker
strong | weak
strongest | weakest
earlier | later
early | late
before | after
above | below
inside | outside
older elder | younger
oldest | youngest
old | young
richer | poorer
rich wealthy | poor
richest | poorest
warmer hotter | cooler colder
warm hot | cold
warmest hottest | coldest
wetter | drier
wettest | driest
heavier | lighter
heaviest | lightest
cheaper | dearer
cheap | expensive
cheapest | dearest
cheaply | expensively
northern | southern
north | south
northeast | southwest
north-east | south-west
eastern | western
east | west
northwest | southeast
male | female
legal lawful | illegal unlawful
legally lawfully | illegally unlawfully
guilty | innocent
successful | unsuccessful
successfully | unsuccessfully
positive | negative
positively | negatively
temporary | permanent
temporarily | permanently
public | private
publicly | privately
voluntary | compulsory
voluntarily | compulsorily
domestic | foreign
urban | rural
unanimously | narrowly
unanimous | divided
safe | unsafe
likely | unlikely
possible | impossible
known | unknown
common | rare
often frequently | seldom rarely
always | never
full | empty
deep | shallow
wide | narrow
thick | thin
tall | short
senior | junior
maximum | minimum
major | minor
increase rise gain | decrease fall drop
increases gains | decreases drops
growth | decline
decline fall drop | rise
profit | loss
profits | losses
surplus | deficit
victory win triumph | defeat
majority | minority
success | failure
winner | loser
winners | losers
buyer | seller
buyers | sellers
exports | imports
beginning start | end
opening | closing
arrival | departure
improvement | deterioration
approval | rejection
support | opposition
supporters | opponents
supporter | opponent
friend | enemy
friends | enemies
ally | enemy
allies | enemies
employer | employee
employers | employees
landlord | tenant
landlords | tenants
teacher | pupil
teachers | pupils
father | mother
son | daughter
sons | daughters
brother | sister
brothers | sisters
husband | wife
uncle | aunt
king | queen
prince | princess
actor | actress
man boy | woman girl
men boys | women girls
summer | winter
morning | evening
day | night
daytime | night-time
spring | autumn
hero | villain
protagonist | antagonist
predecessor | successor
ancestor | descendant
fewer | more
upper | lower
indoor | outdoor
indoors | outdoors
left-wing | right-wing
left | right
liberal | conservative
fictional | real
fiction | non-fiction
professional | amateur
alive | dead
married | unmarried
single | married
modern | ancient
natural | artificial
accidental | deliberate
accidentally | deliberately
direct | indirect
directly | indirectly
formal | informal
active | inactive
popular | unpopular
able | unable
willing | unwilling
stable | unstable
paid | unpaid
fresh | frozen
armed | unarmed
friendly | hostile
optimistic | pessimistic
heavily | lightly
sharply steeply | slightly
slightly | sharply
comfortably easily | narrowly
narrowly | comfortably
partly partially | wholly
wholly entirely completely | partly
exclusively | partly
"""
_RULED_OUT = frozenset(
    {"left", "right", "close", "fall", "rise", "support", "back", "single", "spring", "end"}
)
"""Forms that are too often of another word class than the parser says, turned only as the class told."""


@cache
def _verbs() -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], list[str]] = {}
    for line in _VERBS.strip().splitlines():
        frame, *camps = (part.strip() for part in line.split("|"))
        left, right = (camp.split() for camp in camps)
        for camp, other in ((left, right), (right, left)):
            for word in camp:
                kept = found.setdefault((word, frame), [])
                kept.extend(one for one in other if one not in kept and one != word)
    return {key: tuple(others) for key, others in found.items()}


@cache
def _words() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for line in _WORDS.strip().splitlines():
        left, right = (camp.split() for camp in line.split("|"))
        for camp, other in ((left, right), (right, left)):
            for word in camp:
                kept = found.setdefault(word, [])
                kept.extend(one for one in other if one not in kept and one != word)
    return {word: tuple(others) for word, others in found.items()}


@cache
def _verb_forms() -> frozenset[str]:
    lemmas = {word for word, _ in _verbs()}
    forms = {present(lemma, plural=False) for lemma in lemmas} | {past(lemma) for lemma in lemmas}
    return frozenset(lemmas | forms)


def opposites_of(lemma: str, frame: str) -> tuple[str, ...]:
    """Verbs that turn the lemma round; `frame` is i without an object, t with one, c with a clause."""
    return _verbs().get((lemma, frame), ())


_FITTING = {
    "ADJ": ("JJ", "JJR", "JJS"),
    "ADV": ("RB", "RBR", "RBS"),
    "NOUN": ("NN", "NNS"),
    "ADP": ("IN", "RP"),
}
_PREPOSITIONS = frozenset({"before", "after", "above", "below", "inside", "outside", "up", "down"})


def turned_word(token: "Token", rng: Random) -> str | None:
    """The opposite of an adjective, adverb, noun or preposition as it stands; None where it has none."""
    others = _words().get(token.lower_)
    if others is None or token.tag_ not in _FITTING.get(token.pos_, ()):
        return None
    if token.pos_ == "ADP" and token.lower_ not in _PREPOSITIONS:
        return None
    if (
        token.lower_ in _RULED_OUT
        and (token.pos_ != "NOUN" or token.lower_ in _verb_forms())
        and token.i == 0
    ):
        return None
    if token.lower_ in ("more", "less", "up", "down", "above", "below") and _bounds_figure(token):
        return None
    return rng.choice(others)


def _bounds_figure(token: "Token") -> bool:
    """Whether it belongs to a hedge ("more than 12") or a phrasal verb."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if following is None:
        return token.dep_ == "prt"
    return token.dep_ == "prt" or following.lower_ in ("than", "to") or following.like_num
