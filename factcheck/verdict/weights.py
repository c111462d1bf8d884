"""Weights of `RuleStance`.

Fitted by multinomial logistic regression (L2; signs bounded, so that agreement never counts against
support and nothing open ever for it) on the 2,347 pairs written for this project. Each share of carried words
weighs alike under every label there, because in those pairs little overlap alone means supported.
"""

ORIGIN = "pairs-3"
BIAS = (0.41, 0.32)
"""Of supports and contradicts, against "settles nothing"."""
WEIGHTS: dict[str, tuple[float, float]] = {
    "all_words_carried": (0.42, 0.0),
    "figures_agree": (0.16, -0.06),
    "missing_names": (-0.02, -0.73),
    "missing_words": (-0.11, 0.0),
    "nothing_open": (0.9, 0.0),
    "nothing_opposes": (0.27, 0.0),
    "open_certainty": (-0.55, -0.14),
    "open_date": (-0.21, 0.0),
    "open_extra_detail": (-0.13, -0.24),
    "open_metric": (-0.5, -0.29),
    "open_name": (-0.02, -0.06),
    "open_number": (-0.49, 0.27),
    "open_period": (-0.52, -0.12),
    "open_quantifier": (-0.48, 0.0),
    "open_role": (0.0, -0.27),
    "open_scope": (-0.24, -0.2),
    "opposed_on_the_same_ground": (0.0, 1.31),
    "opposed_twice": (-0.02, 0.38),
    "opposed_with_all_carried": (-0.62, 0.22),
    "opposes_date": (-0.28, 0.0),
    "opposes_direction": (-0.17, 0.0),
    "opposes_hedge": (-0.15, 0.77),
    "opposes_name": (-0.47, 0.0),
    "opposes_negation": (0.0, 0.02),
    "opposes_number": (-0.32, 0.0),
    "opposes_opposite": (-0.3, 0.55),
    "opposes_ordinal": (-0.5, 0.44),
    "opposes_quantifier": (-0.31, 0.47),
    "opposes_quotation": (-0.45, 0.94),
    "opposes_role": (-0.0, 0.32),
    "opposes_unit": (-0.57, 0.98),
    "settled_apart": (-0.42, -0.46),
    "slots_broken": (0.0, 0.39),
    "specifics_told": (0.54, 0.0),
}
"""Feature to its weight for supports and for contradicts."""
