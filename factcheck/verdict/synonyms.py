"""Words that newsrooms use for one another, and the common stem of a word's family.

Written for this product. A group holds lemmas that may stand for each other in a news sentence; a word may be
in several groups, one for each sense. `rise_up` is a verb with its particle. Wider than a thesaurus where
desks use words loosely, narrower where they must not: "injured" is not "killed", "suspended" is not "banned",
"acquitted" is not "discharged".
"""

from functools import lru_cache

_GROUPS = """
rise increase climb grow gain jump surge soar advance go_up up higher growth expand edge_up swell mount rocket leap upturn tick_up
fall drop decline decrease slip slide plunge plummet tumble sink shrink dip go_down down lower contract ease edge_down slump shed recede dwindle downturn cut_back
reduce cut lower trim slash lessen cut_back scale_back shave pare curb
raise increase lift boost hike put_up push_up
hold keep maintain leave_unchanged unchanged retain steady stand_pat
win victory triumph beat prevail take_title secure clinch
beat defeat overcome see_off edge rout thrash knock_out eliminate down
lose loss beaten lost go_down
resign resignation step_down quit stand_down leave_office give_up_post step_aside
dismiss sack fire oust remove dismissal sacking removal kick_out throw_out
leave depart quit exit departure go walk_out
appoint name hire appointment install choose pick select designate tap
join recruit move_to
succeed replace take_over successor follow replacement
approve approval back pass endorse adopt clear ratify green-light agree accept vote_through authorise authorize sanction permit
reject rejection turn_down refuse dismiss throw_out vote_down rebuff decline spurn veto block
block halt stop prevent bar veto ban prohibit
ban prohibit outlaw forbid bar prohibition
allow permit let authorise authorize licence license
agree agreement deal accord pact settlement settle
sign signing ink conclude
uphold affirm confirm back let_stand
overturn quash reverse strike_down annul set_aside void throw_out
acquit clear acquittal not_guilty
convict conviction find_guilty guilty
sentence jail imprison lock_up send_prison
jail prison gaol imprisonment
fine penalty penalise penalize
charge indict indictment accuse prosecute prosecution
sue lawsuit suit take_court bring_case legal_action litigation
arrest detain detention hold custody seize
release free freed set_free let_go
kill die dead death fatality fatal claim_life lose_life
injure hurt wound injury
attack assault raid strike
raid search swoop
start begin open launch commence get_under_way kick_off set_off
end finish conclude close cease stop wind_up come_end expire
launch unveil introduce release present roll_out bring_out
close shut closure shut_down shutter
open reopen inaugurate
build construct erect construction put_up
destroy demolish wreck flatten ruin raze gut
damage harm
buy purchase acquire acquisition take_over takeover snap_up
sell sale dispose offload divest auction
pay spend cost payment hand_over
cost price
earn make pay_packet
fund finance funding pay_for bankroll
give grant award hand donate present bestow
receive get obtain
lend loan
borrow loan debt
owe debt
invest investment
own owner ownership belong hold
lead head run chair helm
chief boss head
executive boss
ceo chief_executive boss
chairman chair chairwoman chairperson
president head_state
government ministers cabinet administration
minister secretary
parliament legislature assembly
lawmaker legislator mp deputy parliamentarian
council authority
court judge bench tribunal
judge justice court
lawyer attorney solicitor barrister counsel
police officer force
official officer
company firm business group corporation enterprise maker
maker manufacturer producer company
make produce manufacture
plant factory works
shop store retailer outlet chain
retailer shop chain
bank lender
airline carrier
broadcaster station channel
newspaper paper daily
film movie picture
book novel
song track
singer vocalist
actor actress
doctor physician medic
hospital clinic infirmary
patient sufferer
child kid youngster pupil
pupil schoolchild student
student undergraduate learner
teacher schoolteacher
woman female
man male
people person
resident inhabitant local people
population inhabitants people
worker employee staff workforce job
staff employee workforce personnel worker
job post position role
post position job
strike walkout stoppage industrial_action walk_out
union
fan supporter
supporter backer
opponent critic
critic opponent
voter elector electorate
vote ballot poll
election poll vote
seat
party
turnover revenue sales takings
profit earnings
price cost
rent rental
wage pay salary earnings
share stock
shareholder investor
stake holding share
market
car vehicle automobile
vehicle car
lorry truck
train service
ship vessel boat
plane aircraft jet aeroplane
flight
bridge crossing
road highway motorway
flat apartment
house home
home house dwelling
building property
town
city
village
country nation state
border frontier
war conflict fighting
ceasefire truce
army military troops force soldier
soldier troop
rebel insurgent
weapon arm
storm gale
flood flooding
fire blaze
crash collision
accident crash
disease illness
drug medicine
vaccine jab shot
study research paper survey
researcher scientist academic
scientist researcher
expert specialist
survey poll study
report account
find discover detect establish spot turn_up uncover
find conclude
say tell state announce declare report add note
show reveal indicate suggest demonstrate
confirm verify acknowledge
deny reject denial
warn caution warning
criticise criticize blame attack condemn fault
praise hail
blame attribute fault accuse
accuse allege accusation allegation
claim allege assert
admit acknowledge concede confess
apologise apologize apology sorry
promise pledge vow undertake commit
plan intend propose aim proposal
ask request seek call urge demand
demand call_for insist
want seek wish
decide resolve decision rule opt
rule ruling judgment decide verdict
verdict ruling
postpone delay put_off defer push_back
delay hold_up postpone
cancel scrap call_off drop axe abandon ditch
withdraw pull_out pull withdrawal drop_out
suspend suspension
extend extension prolong lengthen renew
renew extend
change alter amend
move shift relocate transfer
return come_back go_back
reach hit attain climb_to
exceed top surpass pass
total amount sum add_up
average mean
number amount count
record all-time
record log register
highest top biggest largest peak most
lowest smallest least bottom
big large huge great
large big
small little
new fresh latest
former ex one-time
annual yearly
monthly
twice double
double twofold
half
quarter
most majority
majority most
nearly almost
use employ deploy
carry transport convey bring
carry hold
visit trip
visitor tourist
travel go journey
meet gather hold_talk convene
talk negotiation discussion
hold stage
host stage
take_place happen occur
occur happen
help aid assist
aid assistance help relief
protest demonstrate demonstration rally
escape flee
flee escape
hide conceal
steal theft rob
fraud
bribe bribery
evidence proof
inquiry investigation probe
investigate probe inquiry
investigation inquiry probe
hearing
trial
appeal
bail
contract deal
tender bid
bid offer
offer bid
cause trigger lead_to bring_about spark prompt
trigger set_off spark
follow come_after
lack absence
need require
require oblige oblige_to
test trial
complete finish completion
miss fail
fail failure
succeed success
survive live
birth bear
marry wed
age old
live reside
lake
sea
warming heating
emission
power electricity
energy
oil crude
gas
coal
water
food
tax levy duty
tariff duty levy
budget
spending expenditure outlay
deficit shortfall
surplus
debt borrowing
interest
inflation
recession
unemployment jobless joblessness
unemployed jobless
export
import
growth expansion
economy gdp
tournament competition
competition contest
match game fixture
final
season campaign
goal
coach manager
manager boss
player
team side squad
club side
champion winner
title championship crown
medal
race
score net
debut first
premiere debut
award prize
prize award
nominate shortlist
exhibition show
show programme
programme program scheme
scheme programme plan project
project scheme
centre center
theatre theater
defence defense
labour labor
licence license
metre meter
kilometre kilometer
organisation organization body
organise organize
recognise recognize
regulator watchdog
watchdog regulator ombudsman
agency body authority
authority agency body
chain group
unit subsidiary arm division
customer client shopper
user subscriber
passenger traveller rider
tourist visitor holidaymaker
migrant immigrant
refugee asylum
prisoner inmate detainee
victim casualty
suspect
witness
crew
captain skipper
pilot
driver motorist
founder founding establish
found set_up establish create
set_up found establish
establish set_up create
create set_up establish
merge merger combine
split divide
spin_off
list listing float
float flotation listing ipo
early start beginning
late
shortage lack
decade
fortnight
weekend
spread
treat treatment
cure
diagnose diagnosis
donate donation
teach
learn
write author pen
author writer
writer author
publish publication release bring_out
read
photograph picture photo
paint painting
discover discovery find
invent invention
land landing touch_down
explode explosion blast
shoot shooting gunfire
stab
drown
search hunt
rescue save
evacuate evacuation
collapse
recover recovery rebound
restore restoration reinstate
repair mend fix
replace substitute
remove withdraw take_down
add addition
include contain
exclude omit leave_out
oppose opposition against
support back favour endorse
favour favor support
abstain
dissent disagree
unanimous unanimously all
elect election choose
candidate contender
mayor
governor
leader head
deputy vice
spokesman spokeswoman spokesperson
mine colliery pit
farm
farmer grower
crop harvest
fish
ask_price
first
only sole
sole only single
whole entire
empty vacant
free gratis
cheap inexpensive
expensive costly dear
rich wealthy
poor
quick fast rapid
slow
hot warm
cold
dry drought
heavy
rain rainfall downpour
snow snowfall
temperature
site
area region zone
region area
part portion
hour
offence crime offense
crime offence
murder
manslaughter
theft steal
guilty
insult
hate
pension
benefit
school
university
degree
exam
hold_on cling
"""

_SUFFIXES = (
    "isation", "ization", "ational", "fulness", "iveness", "ousness", "ements", "ations", "itions", "ation",
    "ition", "ement", "ments", "ances", "ences", "ments", "ment", "ance", "ence", "ness", "ings", "ions",
    "ists", "isms", "ers", "ors", "ing", "ion", "ism", "ist", "ity", "ive", "ous", "ful", "ant", "ent", "als",
    "ise", "ize", "ally", "ly", "ed", "er", "or", "al", "es", "y", "e", "s",
)  # fmt: skip
_LEAST_STEM = 4


def _index() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_GROUPS.strip().splitlines()):
        for word in line.split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(groups) for word, groups in found.items()}


_SENSES = _index()
_NONE: frozenset[int] = frozenset()


def senses(lemma: str) -> frozenset[int]:
    """The numbers of the groups that `lemma` is in; none for a word without synonyms here."""
    return _SENSES.get(lemma, _NONE)


@lru_cache(maxsize=20_000)
def stem(lemma: str) -> str:
    """What the members of a word's family share ("resign", "resignation"), roughly; at least four letters."""
    word = lemma.replace("-", "")
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _LEAST_STEM:
            word = word[: -len(suffix)]
            break
    if len(word) > _LEAST_STEM and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] if len(word) > _LEAST_STEM and word[-1] in "eiy" else word


def akin(first: str, second: str) -> bool:
    """Whether two lemmas may stand for each other: the same word, its family, or a shared sense."""
    if first == second:
        return True
    if not senses(first).isdisjoint(senses(second)):
        return True
    return len(first) >= _LEAST_STEM <= len(second) and stem(first) == stem(second)
