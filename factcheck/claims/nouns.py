"""Nouns that newspapers use for people, bodies and places that they have named before."""

from factcheck.text.words import words

TITLES = words(
    """
    mr mrs ms miss dr prof professor sir dame lord lady president minister judge senator justice mx rev
    reverend father sister captain colonel general sergeant inspector detective constable superintendent
    king queen prince princess duke duchess baron baroness chancellor governor mayor congressman
    congresswoman representative councillor ambassador sheikh
    """
)
"""Words before a name that no longer belong to it; with or without a full stop."""

TITLES_OF_WOMEN = words("mrs ms miss dame lady queen princess duchess baroness congresswoman")
TITLES_OF_MEN = words("mr sir lord king prince duke baron congressman")

PERSONS = words(
    """
    archbishop auditor bishop cardinal chaplain comptroller controller convener dean envoy imam marshal
    pastor provost rabbi rector registrar whip academic accountant activist actor actress adviser
    advisor aide ally ambassador analyst architect artist astronaut athlete attorney aunt author baker
    banker barrister batsman billionaire biologist biographer blogger boss bowler boxer boy boyfriend
    broker brother builder businessman businesswoman campaigner candidate captain carer cartoonist
    celebrity champion chancellor chair chairman chairperson chairwoman chef chemist chief child
    choreographer citizen claimant cleaner clerk climber coach cofounder co-founder collector comedian
    commander commentator commissioner composer conductor congressman congresswoman consultant convict
    coroner correspondent councillor counsellor counterpart cousin critic curator cyclist dancer daughter
    dealer defendant defender democrat dentist deputy designer detective diplomat director doctor driver
    economist editor electrician employee engineer entrepreneur epidemiologist ex-husband ex-minister
    ex-wife executive expert explorer farmer father fighter filmmaker fisherman footballer forward
    founder friend gardener general geologist girl girlfriend goalkeeper golfer governor granddaughter
    grandfather grandmother grandson guard guitarist gunman gymnast headmaster headmistress headteacher
    hero historian husband illustrator immigrant incumbent inspector inventor investigator investor
    journalist judge juror justice keeper king lawmaker lawyer leader lecturer librarian lieutenant
    magistrate man manager mathematician mayor mechanic midfielder midwife millionaire minister mother
    mp musician nephew neuroscientist neurologist niece novelist nun nurse officer official oncologist
    opponent owner painter paramedic partner passenger patient pensioner philanthropist philosopher
    photographer physician physicist pianist pilot pitcher plaintiff player playwright plumber poet
    politician pope postman premier presenter president priest prince princess principal prisoner
    professor programmer prosecutor psychiatrist psychologist quarterback queen receptionist referee
    refugee reporter representative republican researcher resident rival rower runner sailor salesman
    saleswoman scholar scientist screenwriter sculptor secretary senator sergeant servant shopkeeper
    singer sister skater skier skipper sociologist soldier solicitor son songwriter speaker spokesman
    spokesperson spokeswoman sprinter statesman statistician stepfather stepmother striker student
    superintendent surgeon survivor suspect swimmer teacher technician teenager tenant theologian
    therapist trader trainer translator treasurer trustee tutor uncle undersecretary vet veteran vicar
    victim violinist virologist volunteer waiter waitress widow widower wife winger woman worker
    wrestler writer youngster zoologist
    """
)
"""Singular nouns for one person."""

OF_WOMEN = words(
    """
    actress aunt businesswoman chairwoman congresswoman daughter ex-wife girl girlfriend granddaughter
    grandmother headmistress midwife mother niece nun princess queen saleswoman sister spokeswoman
    stepmother waitress widow wife woman
    """
)
OF_MEN = words(
    """
    boy boyfriend brother businessman chairman congressman ex-husband father fisherman grandfather
    grandson gunman headmaster husband king man nephew postman priest prince salesman son spokesman
    statesman stepfather uncle waiter widower
    """
)

SECOND_NAMES = words(
    """
    actor actress astronaut athlete author batsman billionaire biologist bowler boxer businessman
    businesswoman chemist comedian composer cyclist defender economist engineer entrepreneur father
    filmmaker footballer forward goalkeeper golfer grandmother grandfather guitarist historian jockey
    journalist mathematician midfielder mother musician novelist painter pensioner philosopher
    photographer physicist pianist playwright poet politician quarterback rower runner sculptor singer
    skier songwriter sprinter striker swimmer teenager veteran violinist winger wrestler writer
    """
)
"""Nouns by which writers call somebody the second time without having said that he is one."""

COMPANIES = words("company firm group business corporation conglomerate")
"""Nouns that can stand for any commercial body."""

TRADES = words(
    """
    airline automaker bank bookmaker brewer brewery broadcaster broker builder carmaker carrier chain
    chipmaker contractor consultancy developer distiller distributor drugmaker exchange exporter fund
    grocer haulier housebuilder importer insurer landlord lender maker manufacturer miner operator
    outfitter planemaker platform processor producer publisher refiner restaurateur retailer seller
    shipbuilder shipper start-up startup steelmaker store studio supermarket supplier utility vendor
    wholesaler
    """
)
"""Nouns that say what a commercial body does."""

OTHER_BODIES = words(
    """
    academy administration agency alliance army assembly association authority board bureau cabinet
    centre charity church club coalition college commission committee confederation congress consortium
    cooperative council court delegation department federation force foundation gallery government
    hospital inquiry institute institution jury laboratory league library ministry mosque museum navy
    newspaper ngo non-profit office orchestra organisation organization panel paper parliament party
    police pharmacy regulator school senate service side society squad syndicate team theatre theater
    think-tank tribunal trust union university watchdog zoo
    """
)
"""Nouns for bodies that are no companies."""

BODIES = COMPANIES | TRADES | OTHER_BODIES

SITES = words(
    """
    airport archipelago area avenue base bay beach borough bridge canal capital castle cathedral city
    coast country county desert district glacier harbour hamlet hill hotel house island kingdom lake
    mill mine mountain nation neighbourhood ocean palace park peninsula plant port prison province reef
    region republic resort restaurant river road sea square stadium state station street suburb
    territory tower town valley village volcano
    """
)
"""Nouns for places and buildings."""

NAME_ENDINGS = words(
    """
    ag airlines airways alliance asa associates association authority bank board brewery brothers bureau
    capital centre club co college commission committee company corp corporation council court energy
    enterprises fc federation financial foods force foundation freight fund gmbh group holding holdings
    hospital inc industries institute institution insurance international labs laboratories league
    limited llc ltd media ministry motors museum nv organisation organization partners party pharma
    pharmaceuticals plc police press properties railways resources rangers retail rovers sa school se
    securities service services society software solutions steel systems team technologies technology
    telecom theatre trains tribunal trust union united university ventures wanderers water
    """
)
"""Last words of the names of bodies."""

SAME_KIND = (
    words("airline carrier"),
    words("carmaker automaker maker manufacturer producer"),
    words("chipmaker maker manufacturer producer"),
    words("drugmaker maker manufacturer"),
    words("planemaker maker manufacturer"),
    words("steelmaker maker manufacturer producer"),
    words("bank lender"),
    words("retailer chain grocer supermarket store seller"),
    words("start-up startup"),
    words("club side team"),
    words("side team squad"),
    words("regulator watchdog authority agency"),
    words("agency authority body"),
    words("charity foundation non-profit ngo organisation organization"),
    words("newspaper paper"),
    words("ministry department"),
    words("institute institution"),
    words("university institution"),
    words("council authority"),
    words("police force"),
    words("drug medicine treatment"),
    words("novel book"),
    words("boss chief manager coach"),
    words("chair chairman chairwoman chairperson"),
    words("author writer novelist"),
    words("lawyer solicitor barrister attorney"),
    words("ship vessel"),
    words("hurricane storm"),
    words("volcano mountain"),
    words("mp lawmaker politician"),
    words("senator lawmaker politician"),
    words("striker forward player"),
    words("midfielder player"),
    words("goalkeeper player keeper"),
    words("defender player"),
    words("winger player"),
    words("manager coach boss"),
    words("spokesman spokesperson"),
    words("spokeswoman spokesperson"),
    words("haulier carrier operator"),
)
"""Nouns that a writer may change for one another when speaking of the same."""


def same_kind(noun: str, other: str) -> bool:
    """Whether `noun` can take up what was called `other` before: "the lender" a bank."""
    if noun == other:
        return True
    if noun in COMPANIES and other in COMPANIES | TRADES:
        return True
    return any(noun in group and other in group for group in SAME_KIND)
