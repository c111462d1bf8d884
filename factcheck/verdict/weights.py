"""Weights of `RuleStance`.

Fitted by multinomial logistic regression (L2; signs bounded, so that agreement never counts against
support and nothing open ever for it) on the 2,347 pairs written for this project. Each share of carried words
weighs alike under every label there, because in those pairs little overlap alone means supported.
"""

ORIGIN = "pairs-1"
BIAS = (0.5, 0.14)
"""Of supports and contradicts, against "settles nothing"."""
WEIGHTS: dict[str, tuple[float, float]] = {
    "all_words_carried": (0.47, 0.0),
    "figures_agree": (0.37, -0.0),
    "missing_names": (-0.09, -0.81),
    "missing_words": (-0.17, 0.0),
    "nothing_open": (0.75, 0.0),
    "nothing_opposes": (0.29, 0.0),
    "open_certainty": (-0.44, -0.07),
    "open_date": (-0.15, 0.0),
    "open_extra_detail": (-0.16, -0.07),
    "open_metric": (-0.55, -0.31),
    "open_name": (-0.07, 0.0),
    "open_number": (-0.43, 0.23),
    "open_period": (-0.71, -0.1),
    "open_quantifier": (-0.57, 0.0),
    "open_role": (0.0, -0.3),
    "open_scope": (-0.15, -0.3),
    "opposed_on_the_same_ground": (0.0, 1.25),
    "opposed_twice": (-0.17, 0.41),
    "opposed_with_all_carried": (-0.49, 0.38),
    "opposes_date": (-0.54, 0.05),
    "opposes_direction": (-0.16, 0.0),
    "opposes_hedge": (-0.26, 0.87),
    "opposes_name": (-0.53, 0.0),
    "opposes_number": (-0.5, 0.0),
    "opposes_opposite": (-0.31, 0.68),
    "opposes_ordinal": (-0.6, 0.45),
    "opposes_quantifier": (-0.35, 0.55),
    "opposes_quotation": (-0.47, 0.95),
    "opposes_role": (-0.07, 0.29),
    "opposes_unit": (-0.63, 1.08),
    "settled_apart": (-0.4, -0.27),
    "slots_broken": (0.0, 0.42),
}
"""Feature to its weight for supports and for contradicts."""
