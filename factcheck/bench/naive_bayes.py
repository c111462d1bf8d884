"""Naive Bayes over words: what a classifier of the simplest kind makes of labelled sentences."""

import re
from collections.abc import Sequence

FOLDS = 5


def held_out_scores(texts: Sequence[str], true: Sequence[bool], seed: int) -> list[float]:
    """The probability of True for each text, by a model fitted on the other folds of these very texts.

    0.5 for all where there are too few of either label to leave a fold out.
    """
    if min(sum(true), len(true) - sum(true)) < FOLDS:
        return [0.5] * len(true)
    # scikit-learn is slow to import and is needed for this baseline only.
    from sklearn.feature_extraction.text import CountVectorizer  # noqa: PLC0415
    from sklearn.model_selection import StratifiedKFold, cross_val_predict  # noqa: PLC0415
    from sklearn.naive_bayes import MultinomialNB  # noqa: PLC0415
    from sklearn.pipeline import make_pipeline  # noqa: PLC0415

    words = CountVectorizer(
        tokenizer=re.compile(r"\w+|[%$€£?]").findall, token_pattern=None, ngram_range=(1, 2)
    )
    model = make_pipeline(words, MultinomialNB())
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=seed)
    found = cross_val_predict(model, list(texts), list(true), cv=folds, method="predict_proba")
    return [float(one) for one in found[:, 1]]
