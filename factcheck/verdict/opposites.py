"""Words that cannot both be true of the same thing, and the words that turn a sentence round.

Written for this product. Each line of `_PAIRS` holds two camps divided by `|`: a word of one camp said of
something excludes each word of the other camp said of the same thing.
"""

from factcheck.verdict.lists import words

_PAIRS = """
rise increase climb grow gain jump surge soar go_up rocket upturn growth rally mount swell edge_up tick_up expand widen | fall drop decline decrease slip slide plunge plummet tumble sink shrink dip go_down slump contract recede dwindle downturn edge_down shed narrow
raise increase lift boost hike put_up | lower cut reduce trim slash lessen
raise cut lower hike reduce trim lift slash change | hold maintain leave_unchanged unchanged steady freeze
rise fall increase drop grow shrink climb decline | unchanged steady stagnate flat
up higher upward | down lower downward
more | fewer less
above over exceed | below under
high higher highest | low lower lowest
best top | worst bottom
most majority | fewest minority
largest biggest longest tallest heaviest fastest strongest richest oldest hottest warmest wettest | smallest shortest lightest slowest weakest poorest youngest newest coldest driest coolest
win beat victory defeat triumph gain | lose loss draw
lose | keep retain win regain
gain | lose
uphold affirm confirm | overturn quash reverse strike_down annul set_aside overrule void
uphold accept allow | reject dismiss throw_out
reject dismiss turn_down refuse decline spurn rebuff veto vote_down throw_out block bar | approve accept pass back adopt grant clear ratify endorse agree allow welcome authorise authorize wave_through
oppose object resist reject vote_against | support back favour favor endorse approve
against | for favour
acquit clear exonerate acquittal | convict conviction guilty find_guilty
guilty | innocent not_guilty
convict | discharge acquit
jail imprison imprisonment | fine acquit free discharge spare
charge indict prosecute | clear exonerate drop discharge
arrest detain | release free
remand | bail
allow permit let authorise authorize legalise legalize licence license | ban prohibit outlaw forbid bar block prevent stop criminalise
impose introduce tighten | lift remove scrap abolish repeal ease relax loosen end withdraw
tighten | loosen ease relax
ease | worsen intensify
open reopen | close shut closed shut_down
reopen | close shut demolish
open launch start begin commence | end finish close stop cease expire
start begin launch resume commence | stop end halt cease finish suspend cancel scrap abandon
first early earlier earliest before | last late later latest after
before | after
early | late
join enter | leave quit exit withdraw
join | split
stay remain keep stay_on | leave quit depart resign go move step_down
appoint hire name install promote reinstate recruit | dismiss sack fire oust remove suspend demote
resign quit step_down | dismiss sack fire oust
resign quit dismiss sack oust step_down | remain stay stay_on
elect | oust defeat unseat
accept | refuse reject decline deny turn_down
admit acknowledge concede confess | deny dispute
confirm | deny refute
agree | refuse disagree dissent
praise hail welcome applaud | criticise criticize condemn attack blame denounce lambast
blame | clear exonerate absolve praise
buy acquire purchase | sell dispose offload divest
borrow | lend
import | export
hire recruit take_on | fire dismiss sack lay_off
add list | remove delist drop
add | subtract remove
include contain | exclude omit
create | destroy cut abolish
build erect | demolish destroy
save | lose
save rescue survive | kill die drown
survive live alive | die dead kill perish fatal
pass | fail
succeed success successful | fail failure unsuccessful
meet hit reach exceed beat surpass | miss
exceed beat top | undershoot
fit | unfit
safe | unsafe dangerous
legal lawful | illegal unlawful
legally lawfully | illegally unlawfully
valid | invalid
public publicly | private privately secret secretly
publish release disclose reveal | withhold suppress hide conceal
find trace locate | lose miss
discover find | lose
fill | empty drain
full | empty
hot warm hotter warmer | cold cool colder cooler
wet wetter | dry drier
wettest | driest
strong stronger strengthen | weak weaker weaken
rich richer | poor poorer
young younger youngest | old older oldest
male man men boy husband father son brother he | female woman women girl wife mother daughter sister she
northern north | southern south
eastern east | western west
home | away
inside indoors | outside outdoors
urban city | rural countryside
domestic | foreign overseas
temporary temporarily provisional provisionally interim | permanent permanently
part-time | full-time
voluntary voluntarily | compulsory mandatory obligatory
mandatory compulsory binding | optional voluntary non-binding
binding | non-binding
unanimous unanimously | split divided dissent narrowly
narrowly | comfortably easily
surplus | deficit shortfall
profit | loss
profitable | loss-making
accelerate speed_up quicken | slow decelerate slow_down
worsen deteriorate | improve recover better
improve improvement | worsen deteriorate deterioration
expand enlarge extend widen grow | shrink narrow contract cut shorten curtail
lengthen extend prolong | shorten curtail
postpone delay | bring_forward
delay postpone cancel scrap call_off | proceed go_ahead
cancel scrap abandon axe drop | keep retain revive restore reinstate go_ahead
attack | defend
attack invade | withdraw retreat
advance | retreat withdraw
capture seize | lose liberate
deploy send | withdraw recall
deport expel | admit welcome
employ | unemploy
grant award | refuse deny revoke strip
win receive | lose
freeze | unfreeze thaw release
unite merge | split divide separate demerge
merge | demerge split
marry | divorce
encourage urge promote | discourage deter warn
recommend | advise_against
protect | harm endanger
heal recover | relapse
rare rarely seldom | common frequent often usual usually
always | never
often | seldom rarely
all every | none
everyone everybody | nobody
majority | minority
senior | junior
major | minor
maximum | minimum
heavy heavily | light lightly
thick | thin
deep | shallow
wide | narrow
long | short
tall | short
fast quick | slow
cheap cheaper | expensive dearer costlier
true | false
right correct | wrong incorrect
present | absent
attend | boycott skip miss
sober | drunk
armed | unarmed
stable | unstable critical
comfortable | critical
minor slight | serious severe major
alone | together
known | unknown
likely | unlikely
possible | impossible
willing | unwilling
able | unable
happy pleased | unhappy
satisfied | dissatisfied
conscious | unconscious
opener | closer
debut | farewell
friendly | hostile
head lead | trail
ahead | behind
lead | trail
cheaply | expensively
natural | artificial man-made
accidental accident accidentally | deliberate deliberately intentional arson
deliberate deliberately | inadvertently unintentionally
directly direct | indirectly indirect
approve accept pass back decide agree | defer postpone delay shelve reject
vote | abstain
for | against
request invitation consent | objection protest refusal opposition
consent | objection protest
majority | dissent minority
suspend reprimand fine | oust remove sack dismiss fire jail
suspend | ban expel reinstate
resign step_down quit | dismiss sack oust fire
plead | deny
paid | unpaid
superior better | inferior worse
better well good | worse badly bad poor
double triple quadruple treble grow increase rise | halve fall drop shrink decline
expansion expand | contraction contract shrink
found find detect discover identify locate | undetected missing
dry | flood wet soak inundate
continue go_on resume proceed carry_on | stop halt suspend end cease cancel pause abandon
replace succeed | remain
pick_up rise speed_up | slow fall drop
allow let admit welcome | refuse deny bar block exclude turn_away ban
refuse decline | let allow agree accept
compulsory | voluntary
leave resign | join remain stay return
arrive come | leave depart go
attack bomb raid | spare
survive | destroy wreck
raise | drop
drop | pursue press bring
acquit clear free | jail convict imprison sentence
lend | borrow
give hand donate | take receive
send export | receive import
teacher | pupil student
employer | employee worker
landlord | tenant
buyer | seller
parent | child
winner | loser runner-up
victim | attacker
ally | enemy rival
innocent | guilty
unbeaten undefeated | beaten defeat
opposition | government
upper | lower
earlier | later
summer | winter
morning | evening night
weekday | weekend
day | night
heads | tails
import | export
increase raise widen | narrow reduce
in-person person | online virtual remotely
fresh | frozen stale
outsell outnumber outperform outpoll outweigh lead | trail lag
beat exceed surpass | miss undershoot
accelerate | brake
intact unharmed undamaged unhurt | damage destroy harm injure hurt
voluntary voluntarily willingly | forcibly forced
online remotely virtual remote | in-person
"""

_NEGATORS = words(
    "not n't n’t no never neither nor none nobody nothing nowhere without cannot hardly scarcely barely"
)
_DENYING = words(
    "fail refuse decline deny avoid escape stop prevent forbid ban bar block reject rule_out lack miss "
    "unable forget neglect cease refrain dismiss abandon short"
)


def _index() -> dict[str, tuple[frozenset[int], frozenset[int]]]:
    camps: dict[str, tuple[set[int], set[int]]] = {}
    for number, line in enumerate(_PAIRS.strip().splitlines()):
        for side, words in enumerate(line.split("|")):
            for word in words.split():
                camps.setdefault(word, (set(), set()))[side].add(number)
    return {word: (frozenset(left), frozenset(right)) for word, (left, right) in camps.items()}


_CAMPS = _index()


def opposed(first: str, second: str) -> bool:
    """Whether the lemmas stand in opposite camps of some line."""
    if first == second:
        return False
    one, other = _CAMPS.get(first), _CAMPS.get(second)
    if one is None or other is None:
        return _negative_of(first, second) or _negative_of(second, first)
    if not (one[0].isdisjoint(other[0]) and one[1].isdisjoint(other[1])):
        return False
    return not (one[0].isdisjoint(other[1]) and one[1].isdisjoint(other[0]))


def has_opposite(lemma: str) -> bool:
    """Whether the lemma is in any camp."""
    return lemma in _CAMPS


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
