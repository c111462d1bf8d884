"""The words around a number that are no part of it: what it counts or names, where a phrase ends."""

from typing import Final

from factcheck.quantities.wordlist import words

RANKS: Final = frozenset(words("category level tier grade phase stage division band"))
"""Nouns whose bare number is a rank: "category 3"."""
LABELS: Final = frozenset(
    words(
        """
no number nos chapter page pages figure table room gate flight route platform section article
act clause paragraph volume vol episode season version model type junction highway motorway
interstate channel unit block apartment flat suite floor lot exhibit appendix annex item part
book psalm verse question option resolution directive regulation form schedule rule step day
week year sector zone district ward area building terminal bus line ep v ver report match game
window stand aisle pier berth lane size call dial ring
"""
    )
)
"""Words whose bare number is a name."""
NAMED_NUMBERS: Final = frozenset(
    words(
        """
ftse stoxx nasdaq nikkei dow cac dax ibex russell topix sensex nifty asx tsx smi bovespa csi aex
omx formula boeing airbus iphone ipad windows android galaxy pixel playstation xbox apollo
falcon starship soyuz artemis fortune chandrayaan voyager gemini euro area covid sars gpt llama
claude qwen deepseek gaza catch top big group g
"""
    )
)
"""Names that take a number as part of the name: "FTSE 100", "Formula 1"."""

CLAUSE_ENDS: Final = frozenset(',;:.!?()[]—–…"“”')
INDICES: Final = frozenset(
    words(
        """
ftse stoxx nasdaq nikkei dow cac dax ibex russell topix sensex nifty asx fortune euronext
formula
"""
    )
)
"""Of those, the ones whose number is a name even before a plural: "FTSE 100 companies"."""

FUNCTION_WORDS: Final = frozenset(
    words(
        """
a an the of in on at to for from by with and or but nor so yet as than that which who whom whose
when where while after before since until till during over under into onto out off up down about
above below across against between among through is are was were be been being has have had
having do does did will would shall should can could may might must its their his her our your
my it they he she we you i this these those there here not no nor if because though although per
each every both either all any some more most less fewer least now then also just only even
still again too very much many such own same via amid despite said says say told according
compared versus vs v plus minus worth ago earlier later lower higher once yesterday today tomorrow
tonight him them us me himself herself itself themselves what how why including last next except
without within toward towards upon around along behind beyond near
"""
    )
)
"""Words at which a noun phrase is over."""
SINGULARS: Final = frozenset(
    words(
        """
diabetes measles mumps rabies physics maths mathematics economics politics athletics gymnastics
linguistics ethics gas christmas canvas atlas bias chaos cosmos lens alias texas wales perhaps
always afterwards besides towards nowadays overseas downstairs upstairs indoors outdoors
"""
    )
)
"""Words that end like plurals and are none."""
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
    "loaves": "loaf",
    "thieves": "thief",
    "shelves": "shelf",
    "calves": "calf",
    "geese": "goose",
    "oxen": "ox",
    "fishermen": "fisherman",
    "firemen": "fireman",
    "calories": "calorie",
    "movies": "movie",
    "cookies": "cookie",
    "zombies": "zombie",
    "selfies": "selfie",
    "rookies": "rookie",
    "junkies": "junkie",
    "taxis": "taxi",
    "axes": "axe",
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
