"""Names that mean the same person, place or body. Written for this product; general knowledge only."""

from functools import lru_cache

from factcheck.verdict.lists import words

_ALIASES = """
world health organization | world health organisation | who
federal reserve | fed | us federal reserve | federal reserve board
united nations | un | u.n
european union | eu | e.u
european central bank | ecb
european commission | commission | ec
international monetary fund | imf
north atlantic treaty organization | nato
organization of the petroleum exporting countries | opec
united states | us | u.s | usa | u.s.a | america | united states of america | american | americans
united kingdom | uk | u.k | britain | great britain | british | britons
national health service | nhs
office for national statistics | ons
office for budget responsibility | obr
bank of england | boe | old lady of threadneedle street
bank of japan | boj
international olympic committee | ioc
international criminal court | icc
international court of justice | icj | world court
food and drug administration | fda
centers for disease control and prevention | cdc
securities and exchange commission | sec
department of justice | justice department | doj
environmental protection agency | epa
federal bureau of investigation | fbi
central intelligence agency | cia
central bureau of investigation | cbi
metropolitan police | met | scotland yard | met police
downing street | number 10 | no 10 | no. 10
white house | us administration
kremlin | russian government
élysée | elysee | french presidency
new york stock exchange | nyse
london stock exchange | lse
standard & poor's 500 | s&p 500
los angeles | la
new york | new york city | nyc
washington | washington dc | d.c | dc
premier league | epl
national aeronautics and space administration | nasa
european space agency | esa
reserve bank of india | rbi
reserve bank of australia | rba
alphabet | google
meta | facebook
burma | myanmar
turkey | türkiye
holland | netherlands | dutch
czech republic | czechia | czech
russia | russian | russians
china | chinese | beijing
france | french
germany | german | germans
italy | italian | italians
spain | spanish
portugal | portuguese
japan | japanese
india | indian | indians
canada | canadian | canadians
australia | australian | australians
ireland | irish
scotland | scottish
wales | welsh
england | english
brazil | brazilian
mexico | mexican
argentina | argentine | argentinian
sweden | swedish
norway | norwegian
denmark | danish
finland | finnish
poland | polish
ukraine | ukrainian
greece | greek
israel | israeli | israelis
egypt | egyptian
kenya | kenyan
nigeria | nigerian
ghana | ghanaian
south africa | south african
pakistan | pakistani
bangladesh | bangladeshi
vietnam | vietnamese
thailand | thai
indonesia | indonesian
malaysia | malaysian
switzerland | swiss
austria | austrian
belgium | belgian
hungary | hungarian
romania | romanian
bulgaria | bulgarian
serbia | serbian
croatia | croatian
slovenia | slovenian
iran | iranian
iraq | iraqi
syria | syrian
lebanon | lebanese
taiwan | taiwanese
south korea | south korean
north korea | north korean
new zealand | new zealander
europe | european | europeans
africa | african
asia | asian
"""
_COMPANY_FORMS = words(
    "ltd limited inc incorporated corp corporation co company plc llc lp gmbh ag sa spa nv bv group "
    "holdings holding the"
)
_OFFICES = words(
    "president prime minister chancellor secretary councillor mayor governor senator judge justice king "
    "queen prince princess captain general colonel bishop archbishop cardinal pope chief executive "
    "director chairman chairwoman chair professor sheriff marshal coach premier sultan emir baroness "
    "ambassador"
)
"""Words that stand before a name and are left out when names are compared."""


def _index() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_ALIASES.strip().splitlines()):
        for name in line.split("|"):
            found.setdefault(name.strip(), set()).add(number)
    return {name: frozenset(groups) for name, groups in found.items()}


_GROUPS = _index()


def alias_groups(parts: tuple[str, ...]) -> frozenset[int]:
    """The numbers of the alias groups that the name is in; empty for a name without aliases here."""
    return _GROUPS.get(" ".join(parts), frozenset())


@lru_cache(maxsize=20_000)
def core(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The name without company forms and without an office put before it; never empty for a name."""
    kept = tuple(part for part in parts if part not in _COMPANY_FORMS)
    while len(kept) > 1 and kept[0] in _OFFICES:
        kept = kept[1:]
    return kept or parts


def initials(parts: tuple[str, ...]) -> str:
    """The first letters of the name's parts, as an acronym would have them."""
    return "".join(part[0] for part in parts if part not in ("of", "the", "and", "for", "&"))
