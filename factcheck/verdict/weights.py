"""Weights of `RuleStance`.

Fitted by multinomial logistic regression (L2; signs bounded, so that agreement never counts against
support and nothing open ever for it) on the 2,347 pairs written for this project. Each share of carried words
weighs alike under every label there, because in those pairs little overlap alone means supported.
"""

ORIGIN = "1"
BIAS = (0.41, 0.39)
"""Of supports and contradicts, against "settles nothing"."""
WEIGHTS: dict[str, tuple[float, float]] = {
    "all_words_carried": (0.83, 0.0),
    "figures_agree": (0.35, 0.0),
    "missing_names": (0.0, -0.47),
    "missing_words": (-0.2, 0.0),
    "nothing_open": (0.96, 0.0),
    "nothing_opposes": (0.27, 0.0),
    "open_certainty": (-0.58, -0.03),
    "open_date": (-0.27, 0.0),
    "open_extra_detail": (0.0, -0.18),
    "open_name": (0.0, -0.05),
    "open_number": (-0.35, -0.52),
    "open_period": (-0.56, -0.12),
    "open_quantifier": (-0.96, 0.0),
    "open_scope": (-0.06, -0.57),
    "opposed_on_the_same_ground": (0.0, 0.83),
    "opposed_twice": (-0.35, 0.14),
    "opposed_with_all_carried": (-0.96, 0.53),
    "opposes_date": (-0.54, 0.0),
    "opposes_hedge": (-0.25, 0.54),
    "opposes_negation": (0.0, 0.09),
    "opposes_number": (-0.22, 0.0),
    "opposes_opposite": (-0.71, 0.7),
    "opposes_ordinal": (-0.4, 0.75),
    "opposes_quantifier": (-0.29, 0.53),
    "opposes_quotation": (-0.43, 0.95),
    "opposes_role": (0.0, 0.46),
    "opposes_unit": (-0.63, 1.12),
    "settled_apart": (-0.36, -0.76),
    "slots_broken": (0.0, 0.37),
    "words_exchanged": (-0.02, 0.14),
}
"""Feature to its weight for supports and for contradicts."""
