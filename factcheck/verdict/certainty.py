"""Words that make a statement less, or other, than a fact."""

from factcheck.verdict.lists import words

FORECAST = words(
    "expect plan intend aim hope propose forecast predict project estimate schedule due set likely "
    "poise consider threaten promise pledge vow offer want seek try attempt prepare target budget ask "
    "urge demand recommend order tell call agree decide bid mean seek_to look"
)
"""Governing words: what depends on them lies ahead or is only intended."""

FORECAST_NOUNS = words(
    "plan proposal forecast projection estimate target bid intention threat promise pledge hope "
    "prospect expectation prediction ambition aim draft poll offer"
)

ALLEGED = words(
    "accuse allege claim suspect charge believe fear think assume presume reckon rumour deny dispute "
    "question doubt sue"
)
"""Governing words: what depends on them is somebody's charge or belief."""

ALLEGED_NOUNS = words("allegation accusation claim suspicion rumour fear belief charge doubt denial")

CUES = {
    "forecast": words(
        "forecast projected expected predicted planned proposed estimate estimated estimates target tipped "
        "likely prospective scheduled would-be"
    ),
    "alleged": words(
        "alleged allegedly reportedly purported purportedly rumoured suspected supposed supposedly "
        "apparently unconfirmed claims claimed accused accuses accusing accusation accusations allegation "
        "allegations"
    ),
    "opinion": words(
        "should ought deserve deserved deserves deserving disgrace disgraceful shameful scandal scandalous "
        "brilliant wonderful terrible awful dreadful superb stunning worst-ever finest overrated underrated "
        "unfair unfairly fair rightly wrongly sadly fortunately unfortunately thankfully foolish folly "
        "reckless cynical betrayal outrage outrageous masterpiece triumphant mistake wise unwise better-off "
        "overdue arguably surely undeniably"
    ),
    "possible": words("perhaps maybe possibly probably potentially"),
}
"""Words anywhere in the sentence that show how sure it is, by kind."""

MODALS = {
    "will": "forecast",
    "'ll": "forecast",
    "’ll": "forecast",
    "wo": "forecast",
    "shall": "forecast",
    "would": "forecast",
    "'d": "forecast",
    "may": "possible",
    "might": "possible",
    "could": "possible",
    "can": "",
    "should": "ought",
    "ought": "ought",
    "must": "ought",
}
CONDITIONS = frozenset({"if", "unless", "whether", "lest", "provided"})
SPEECH = words(
    "say tell state announce declare report add note explain write describe show find reveal confirm "
    "acknowledge comment remark insist stress argue according hear learn quote put"
)
"""Verbs that carry somebody's words and add nothing to what was said."""
