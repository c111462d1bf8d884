"""The words of figures: numbers, magnitudes, fractions, hedges, movements, and what is never a figure."""

from decimal import Decimal
from typing import Final

from factcheck.domain.quantities import Direction, Hedge

SMALL: Final = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen".split()
    )
}
TENS: Final = {
    word: value
    for value, word in zip(
        range(20, 100, 10), "twenty thirty forty fifty sixty seventy eighty ninety".split(), strict=True
    )
}
SCALES: Final = {
    "thousand": Decimal(10**3),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "lakh": Decimal(10**5),
    "lakhs": Decimal(10**5),
    "crore": Decimal(10**7),
    "crores": Decimal(10**7),
}
SHORT_SCALES: Final = {
    "k": Decimal(10**3),
    "mn": Decimal(10**6),
    "mln": Decimal(10**6),
    "mio": Decimal(10**6),
    "bn": Decimal(10**9),
    "bln": Decimal(10**9),
    "b": Decimal(10**9),
    "tn": Decimal(10**12),
    "trn": Decimal(10**12),
    "trln": Decimal(10**12),
}
"""Abbreviations other than "m", which may also be metres."""
SPACED_SHORT_SCALES: Final = frozenset({"mn", "mln", "mio", "bn", "bln", "tn", "trn", "trln"})
"""Those that may stand apart from the digits ("9 bn")."""

PARTS: Final = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fourth": 4,
    "fourths": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "seventh": 7,
    "sevenths": 7,
    "eighth": 8,
    "eighths": 8,
    "ninth": 9,
    "ninths": 9,
    "tenth": 10,
    "tenths": 10,
    "twentieth": 20,
    "twentieths": 20,
    "hundredth": 100,
    "hundredths": 100,
    "thousandth": 1000,
    "thousandths": 1000,
    "millionth": 10**6,
    "millionths": 10**6,
}
"""Denominators as words."""

VULGAR: Final = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3,
    "⅕": Decimal("0.2"),
    "⅛": Decimal("0.125"),
    "⅜": Decimal("0.375"),
    "⅝": Decimal("0.625"),
    "⅞": Decimal("0.875"),
}

_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
ORDINALS: Final = {
    **{word: value for value, word in enumerate(_ORDINAL_WORDS, 1)},
    **{word.removesuffix("y") + "ieth": value for word, value in TENS.items()},
    "hundredth": 100,
    "thousandth": 1000,
}

MULTIPLES: Final = {
    "doubled": 2,
    "doubling": 2,
    "doubles": 2,
    "double": 2,
    "twice": 2,
    "twofold": 2,
    "tripled": 3,
    "tripling": 3,
    "triples": 3,
    "triple": 3,
    "trebled": 3,
    "trebling": 3,
    "treble": 3,
    "threefold": 3,
    "quadrupled": 4,
    "quadrupling": 4,
    "fourfold": 4,
    "quintupled": 5,
    "fivefold": 5,
    "sixfold": 6,
    "sevenfold": 7,
    "eightfold": 8,
    "ninefold": 9,
    "tenfold": 10,
}
HALVINGS: Final = frozenset({"halved", "halving", "halves"})

GROUPS: Final = {"dozen": 12, "fortnight": 14}

VAGUE: Final = {
    "dozens": (24, 200),
    "scores": (40, 400),
    "hundreds": (200, 1000),
    "thousands": (2000, 100_000),
    "millions": (2 * 10**6, 10**9),
    "billions": (2 * 10**9, 10**12),
    "trillions": (2 * 10**12, 10**15),
}
"""Plurals without a figure: the least and the most that they can mean."""
VAGUE_FACTORS: Final = {"tens": (20, 100), "dozens": (24, 200), "hundreds": (200, 1000)}
"""What stands before "of thousands" and the like."""

HEDGES_BEFORE: Final = {
    **dict.fromkeys(
        (
            "about",
            "around",
            "some",
            "roughly",
            "approximately",
            "approx",
            "circa",
            "close to",
            "an estimated",
            "estimated",
            "in the region of",
            "in the order of",
            "of the order of",
            "on the order of",
            "something like",
            "barely",
            "~",
            "≈",
        ),
        Hedge.ABOUT,
    ),
    **dict.fromkeys(
        (
            "nearly",
            "almost",
            "just under",
            "just below",
            "just short of",
            "just shy of",
            "shy of",
            "not quite",
            "approaching",
            "nearing",
            "virtually",
            "slightly under",
            "slightly below",
            "slightly less than",
            "slightly fewer than",
            "a little under",
            "a little below",
            "a little less than",
            "a little fewer than",
            "a shade under",
            "a fraction under",
            "just less than",
            "marginally under",
            "marginally below",
            "marginally less than",
            "a bit less than",
            "a bit under",
            "the best part of",
        ),
        Hedge.NEARLY,
    ),
    **dict.fromkeys(
        (
            "just over",
            "just above",
            "just more than",
            "slightly over",
            "slightly above",
            "slightly more than",
            "a little over",
            "a little above",
            "a little more than",
            "a shade over",
            "a fraction over",
            "marginally over",
            "marginally above",
            "marginally more than",
            "little more than",
            "a bit more than",
            "a bit over",
        ),
        Hedge.JUST_OVER,
    ),
    **dict.fromkeys(
        (
            "over",
            "more than",
            "in excess of",
            "well over",
            "well above",
            "far more than",
            "greater than",
            "higher than",
            "larger than",
            "longer than",
            "upwards of",
            "upward of",
            "north of",
            "above",
            "exceeding",
            "exceeded",
            "exceeds",
            "topped",
            "topping",
            "surpassed",
            "surpassing",
            "passed",
            ">",
        ),
        Hedge.OVER,
    ),
    **dict.fromkeys(
        (
            "under",
            "less than",
            "fewer than",
            "lower than",
            "smaller than",
            "well under",
            "well below",
            "below",
            "far less than",
            "far fewer than",
            "south of",
            "<",
        ),
        Hedge.UNDER,
    ),
    **dict.fromkeys(
        (
            "at least",
            "no fewer than",
            "no less than",
            "not less than",
            "a minimum of",
            "minimum of",
            "as few as",
            "≥",
        ),
        Hedge.AT_LEAST,
    ),
    **dict.fromkeys(
        (
            "up to",
            "no more than",
            "not more than",
            "at most",
            "at the most",
            "a maximum of",
            "maximum of",
            "as many as",
            "as much as",
            "as high as",
            "≤",
        ),
        Hedge.AT_MOST,
    ),
}
HEDGES_AFTER: Final = {
    "or more": Hedge.AT_LEAST,
    "or over": Hedge.AT_LEAST,
    "or above": Hedge.AT_LEAST,
    "or higher": Hedge.AT_LEAST,
    "or so": Hedge.ABOUT,
    "or thereabouts": Hedge.ABOUT,
    "or less": Hedge.AT_MOST,
    "or fewer": Hedge.AT_MOST,
    "or under": Hedge.AT_MOST,
    "at least": Hedge.AT_LEAST,
    "at most": Hedge.AT_MOST,
}
HEDGE_ENDS: Final = frozenset(phrase.rsplit(" ", 1)[-1] for phrase in HEDGES_BEFORE)
"""Last words of hedges: a quick test before the phrases are tried."""

_UP = (
    "rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth"
    " gain gains gained gaining climb climbs climbed climbing jump jumps jumped jumping surge surges surged"
    " surging soar soars soared soaring leap leaps leapt leaped leaping widen widens widened widening advance"
    " advances advanced advancing add adds added adding up higher upward expand expands expanded expanding"
    " rally rallied rallying rebound rebounded strengthen strengthened strengthening swell swelled swollen"
    " lift lifts lifted lifting raise raises raised raising hike hikes hiked spike spiked spiking boost boosted"
    " accelerated accelerate accelerating rocketed skyrocketed edged-up improved improve bigger larger more"
    " doubled tripled trebled quadrupled longer dearer heavier faster"
)
_DOWN = (
    "fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease"
    " decreases decreased decreasing plummet plummets plummeted plummeting plunge plunges plunged plunging"
    " tumble tumbles tumbled tumbling slide slides slid sliding slip slips slipped slipping sink sinks sank sunk"
    " sinking shed sheds shedding lose loses lost losing loss losses narrow narrows narrowed narrowing shrink"
    " shrinks shrank shrunk shrinking dip dips dipped dipping slump slumps slumped slumping crash crashes"
    " crashed crashing collapse collapses collapsed collapsing cut cuts cutting reduce reduces reduced reducing"
    " reduction slash slashes slashed slashing trim trims trimmed trimming wipe wipes wiped wiping erase erases"
    " erased erasing down lower downward contract contracts contracted contracting contraction ease eases eased"
    " easing weaken weakens weakened weakening retreat retreated retreating dive dives dived diving shave shaves"
    " shaved shaving lowered lowers lowering smaller less fewer cheaper halved shorter slower lighter"
    " nosedived axe axed axes axing"
)
MOVES: Final = {
    **dict.fromkeys(_UP.split(), Direction.UP),
    **dict.fromkeys(_DOWN.split(), Direction.DOWN),
}
"""Words that tell which way a figure near them moved."""
MOVES_AFTER: Final = frozenset(
    "lower higher down up less more smaller larger bigger cheaper dearer longer shorter faster slower heavier"
    " lighter fewer fall drop decline decrease rise increase gain loss jump surge climb slump plunge slide dip"
    " reduction cut growth contraction leap spike hike tumble falls drops declines rises increases gains losses"
    " jumps cuts crash collapse slip rally advance".split()
)
"""Of those, the ones that may stand right after the figure: "1.2% lower", "a 3% rise"."""
PASSIVES: Final = frozenset("wiped erased shaved slashed cut lost shed added knocked lopped trimmed".split())
"""Participles of "€9bn was wiped off"."""

RANKS: Final = frozenset("category level tier grade phase stage division band".split())
"""Nouns whose bare number is a rank: "category 3"."""
LABELS: Final = frozenset(
    "no number nos chapter page pages figure table room gate flight route platform section article act clause"
    " paragraph volume vol episode season version model type junction highway motorway interstate channel unit"
    " block apartment flat suite floor lot exhibit appendix annex item part book psalm verse question option"
    " resolution directive regulation form schedule rule step day week year sector zone district ward area"
    " building terminal bus line ep v ver report match game window stand aisle".split()
)
"""Nouns whose bare number is a name."""
NAMED_NUMBERS: Final = frozenset(
    "ftse stoxx nasdaq nikkei dow cac dax ibex russell topix sensex nifty asx tsx smi bovespa csi aex omx formula"
    " boeing airbus iphone ipad windows android galaxy pixel playstation xbox apollo falcon starship soyuz"
    " artemis fortune chandrayaan voyager gemini euro area covid sars gpt llama claude qwen deepseek gaza"
    " catch top big group g".split()
)
"""Names that take a number as part of the name: "FTSE 100", "Formula 1"."""

CLAUSE_ENDS: Final = frozenset(',;:.!?()[]—–…"“”')
FUNCTION_WORDS: Final = frozenset(
    "a an the of in on at to for from by with and or but nor so yet as than that which who whom whose when where"
    " while after before since until till during over under into onto out off up down about above below across"
    " against between among through is are was were be been being has have had having do does did will would"
    " shall should can could may might must its their his her our your my it they he she we you i this these"
    " those there here not no nor if because though although per each every both either all any some more most"
    " less fewer least now then also just only even still again too very much many such own same via amid"
    " despite said says say told according compared versus vs v plus minus worth ago earlier later lower higher"
    " yesterday today tomorrow tonight him them us me himself herself itself themselves what how why including"
    " except without within toward towards upon around along behind beyond near".split()
)
"""Words at which a noun phrase is over."""
IRREGULAR_PLURALS: Final = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "sheep": "sheep",
    "fish": "fish",
    "salmon": "salmon",
    "cattle": "cattle",
    "deer": "deer",
    "aircraft": "aircraft",
    "spacecraft": "spacecraft",
    "staff": "staff",
    "police": "police",
    "teeth": "tooth",
    "feet": "foot",
    "mice": "mouse",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "leaves": "leaf",
    "wolves": "wolf",
    "halves": "half",
    "series": "series",
    "species": "species",
    "criteria": "criterion",
    "media": "medium",
    "crises": "crisis",
    "bases": "base",
    "viruses": "virus",
    "buses": "bus",
    "grouse": "grouse",
    "personnel": "personnel",
    "troops": "troop",
    "shares": "share",
    "houses": "house",
    "horses": "horse",
    "cases": "case",
    "nurses": "nurse",
    "doses": "dose",
    "courses": "course",
    "licences": "licence",
    "policewomen": "policewoman",
    "policemen": "policeman",
    "votes": "vote",
    "premises": "premises",
    "news": "news",
}
