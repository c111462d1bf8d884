"""Words that set the scope, the measure or the extent of a statement.

Written for this product. Two sentences that name different values of one topic do not speak of the same thing.
"""

import re

from factcheck.verdict.certainty import CUES
from factcheck.verdict.parts import Mark

SCOPES: dict[str, dict[str, str]] = {
    "trading session": {
        "before the opening": "pre-?market|premarket|before the (?:opening|open|bell)|before markets? (?:had )?opened|ahead of the open(?:ing)?|early trading|at the open(?:ing)?|futures trading",
        "at the close": "at the close|by the close|closed|closing|close of trading|ended the (?:day|session)|finished the (?:day|session)|after markets? (?:had )?closed",
        "after hours": "after[- ]hours|extended trading",
        "during the day": "intraday|midday|in mid-?morning",
    },
    "market": {"futures": "futures", "index": "index|indices|composite", "options": "options"},
    "nation": {
        "the UK": "u\\.?k\\.?|united kingdom|britain|british|uk-wide",
        "England": "england|english",
        "Scotland": "scotland|scottish|scots",
        "Wales": "wales|welsh",
        "Northern Ireland": "northern ireland|northern irish",
    },
    "area": {
        "the city": "city|citywide|metropolitan|in town|borough",
        "the county": "county|countywide",
        "the state": "statewide|state's|across the state",
        "the country": "nationwide|national|nationally|countrywide|across the country",
        "the world": "worldwide|global|globally|world's|across the world",
        "the region": "regional|regionwide",
    },
    "average": {"the median": "median", "the mean": "mean|average"},
    "frequency": {
        "a year": "annual|annually|yearly|a year|per year|full[- ]year|12 months|twelve months|each year|every year",
        "a quarter": "quarterly|a quarter|per quarter|quarter-on-quarter|three months",
        "a month": "monthly|a month|per month|each month|every month|month-on-month",
        "a week": "weekly|a week|per week|each week|every week",
        "a day": "daily|a day|per day|each day|every day",
    },
    "result": {
        "sales": "revenues?|turnover|sales|takings|income",
        "profit": "profits?|earnings|surplus",
        "loss": "loss(?:es)?",
        "orders": "orders",
        "cash flow": "cash flow",
        "market value": "market value|market capitalisation|valuation",
    },
    "harm": {
        "cases": "cases|infections?|infected",
        "deaths": "deaths?|died|dead|killed|kills?|fatalities",
        "injuries": "injur(?:ed|y|ies)|wounded|hurt",
        "hospital admissions": "hospitali[sz]ed|hospitali[sz]ations?|admissions|admitted to hospital",
        "missing": "missing",
    },
    "election count": {
        "seats": "seats?",
        "votes": "votes|vote share|share of the vote",
        "turnout": "turnout",
        "polls": "polls|polling|opinion poll",
    },
    "measure": {"gross": "gross", "net": "net", "underlying": "underlying|adjusted", "pre-tax": "pre-?tax|before tax"},
    "inflation": {"core": "core inflation|core prices", "food": "food inflation|food prices", "headline": "headline inflation"},
    "terms": {"real": "in real terms|inflation-adjusted|after inflation", "cash": "in cash terms|nominal(?:ly)?"},
    "sex": {
        "men": "men|men's|males?|boys?|boys'",
        "women": "women|women's|females?|girls?|girls'",
    },
    "age": {
        "children": "child|children|under-?1[0-9]s?|teenagers?|pupils|minors",
        "young people": "under-?2[0-9]s?|youths?|young people|young adults",
        "adults": "adults?",
        "older people": "pensioners?|over-?[67][05]s?|elderly|older people",
    },
    "place kind": {"towns": "urban", "the country": "rural"},
    "stage": {
        "provisional": "provisional(?:ly)?|preliminary|first estimate|flash|interim",
        "final": "final figures|finalised|definitive|revised",
    },
    "match part": {"at half-time": "half-?time|first half", "at full time": "full-?time|final whistle"},
    "event kind": {"singles": "singles", "doubles": "doubles", "relay": "relay"},
    "price kind": {"wholesale": "wholesale", "retail": "retail|consumer prices", "producer": "producer prices|factory gate"},
    "trade": {"imports": "imports?|imported", "exports": "exports?|exported"},
    "sector": {"public": "public sector|state-run|state schools?|public schools?", "private": "private sector|private schools?|privately"},
    "work": {"full-time": "full-time work|full-time jobs?|full-time", "part-time": "part-time"},
    "season": {"summer": "summer", "winter": "winter", "autumn": "autumn|fall semester", "spring": "springtime|in (?:the )?spring"},
    "time of day": {"by day": "by day|daytime", "by night": "by night|night-?time|overnight|at night", "morning": "morning", "evening": "evening", "afternoon": "afternoon"},
    "count": {"applications": "applications?|applied", "approvals": "approvals?|permits?", "completions": "completions?|completed"},
    "transport": {"buses": "bus(?:es)?", "trains": "trains?|rail|railway", "trams": "trams?", "underground": "underground|tube|metro|subway", "ferries": "ferr(?:y|ies)"},
    "capacity": {"capacity": "capacity", "output": "output|generated|production"},
    "kind of vote": {"first round": "first round", "second round": "second round|run-?off"},
    "court": {"first court": "district court|magistrates|crown court|trial court|jury", "appeal court": "court of appeal|appeals? court|appellate", "supreme court": "supreme court"},
    "plan": {"target": "target|goal of|quota"},
    "wear": {"single": "single|one-off", "cumulative": "cumulative|in total|altogether|since records|running total"},
}  # fmt: skip
"""Topic, then the value people read, then the patterns that name it."""

EXTENTS: dict[str, str] = {
    "all": "all|every|each|everyone|everybody|entire(?:ly)?|whole|unanimous(?:ly)?|completely|wholly|always|both",
    "most": "most|majority|mostly|mainly|largely|chiefly|more than half",
    "half": "half of|half the",
    "some": "some of|several|a few|a number of|a handful|many|partly|in part|partial(?:ly)?|sometimes|a minority|minority",
    "none": "none of|not one of",
    "only": "only|solely|sole|exclusively|nothing but|lone|alone",
    "first": "first|first-ever|for the first time|unprecedented|never before",
    "last": "final",
    "most of all": "largest|biggest|highest|longest|tallest|heaviest|fastest|strongest|richest|oldest|hottest|warmest|wettest|busiest|deadliest|costliest|most expensive|best|record|worst|greatest|all-time",
    "least of all": "smallest|lowest|shortest|lightest|slowest|weakest|poorest|youngest|coldest|driest|fewest|least",
    "ranked": "(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)-?[ -](?:largest|biggest|highest|longest|tallest|heaviest|fastest|strongest|richest|oldest|hottest|warmest|wettest|busiest|best|worst|lowest|smallest)",
    "one of": "one of the|among the|some of the",
}  # fmt: skip
"""How much of the whole is meant."""

DENIALS: dict[str, str] = {
    "denial": "not|n't|n’t|cannot|no|never|none|nobody|no one|nothing|neither|nor|without|hardly|scarcely|yet to",
    "exception": "except|excepting|except for|bar|all but|but for|apart from|excluding|other than|unless|save for|with the exception of",
}  # fmt: skip
"""Words that deny, and words that take something out."""

DENIAL = "denial"
SCOPE = "scope:"
EXTENT = "extent"
CUE = "cue"


def _pattern() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    alternatives: list[str] = []
    meaning: dict[str, tuple[str, str]] = {}

    def add(topic: str, value: str, words: str) -> None:
        key = f"g{len(alternatives)}"
        meaning[key] = (topic, value)
        alternatives.append(f"(?P<{key}>{words})")

    add(DENIAL, "exception", DENIALS["exception"])
    add(EXTENT, "ranked", EXTENTS["ranked"])
    add(EXTENT, "one of", EXTENTS["one of"])
    add(DENIAL, "denial", DENIALS["denial"])
    for topic, values in SCOPES.items():
        for value, words in values.items():
            add(SCOPE + topic, value, words)
    for value, words in EXTENTS.items():
        add(EXTENT, value, words)
    for kind, cues in CUES.items():
        add(CUE, kind, "|".join(sorted(cues, key=len, reverse=True)))
    pattern = rf"(?:(?<![\w-])|(?=n['’]t\b))(?:{'|'.join(alternatives)})(?![\w-])"
    return re.compile(pattern, re.IGNORECASE), meaning


_PATTERN, _MEANING = _pattern()


def find_marks(text: str) -> tuple[Mark, ...]:
    """All marks of the sentence, in order; where two begin together, the one listed first."""
    marks = []
    for match in _PATTERN.finditer(text):
        topic, value = _MEANING[match.lastgroup or ""]
        marks.append(Mark(match.start(), match.end(), topic, value))
    return tuple(marks)
