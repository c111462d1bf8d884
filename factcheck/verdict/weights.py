"""Weights of `RuleStance`.

Fitted by multinomial logistic regression (L2, signs bounded so that agreement never counts against support and
an open finding never for it) on the 2,347 pairs that were written for this project, each share of carried words
weighted alike under every label, because the pairs themselves let little overlap mean supported.
"""

ORIGIN = "1"
BIAS = (0.69, -1.2)
"""Of supports and contradicts, against "settles nothing"."""
WEIGHTS: dict[str, tuple[float, float]] = {
    "all_words_carried": (0.42, 0.35),
    "figures_agree": (0.1, -0.06),
    "missing_names": (-0.01, -0.36),
    "missing_words": (-0.82, 0.0),
    "nothing_open": (0.67, 0.0),
    "nothing_opposes": (0.48, -0.03),
    "open_certainty": (-0.56, -0.22),
    "open_date": (-0.64, 0.0),
    "open_extra_detail": (0.0, -0.08),
    "open_name": (0.0, -0.15),
    "open_period": (-0.31, -0.09),
    "open_quantifier": (-0.96, 0.0),
    "open_scope": (-0.15, -0.64),
    "opposed_on_the_same_ground": (0.0, 0.74),
    "opposed_twice": (-0.36, 0.27),
    "opposes_hedge": (-0.26, 0.61),
    "opposes_negation": (0.0, 0.49),
    "opposes_opposite": (-0.21, 0.77),
    "opposes_ordinal": (-0.51, 0.92),
    "opposes_quantifier": (-0.4, 0.58),
    "opposes_quotation": (-0.43, 0.81),
    "opposes_role": (-0.0, 0.53),
    "opposes_unit": (-0.68, 1.21),
    "reference_carried": (0.0, 1.12),
    "settled_apart": (-0.46, -0.49),
    "similarity": (0.0, 1.24),
    "slots_broken": (0.0, 0.22),
    "words_exchanged": (0.0, 0.24),
}
"""Feature to its weight for supports and for contradicts."""
