"""Labelled variants of true pairs, made in code: wrong ones of many kinds and right ones of as many."""

from factcheck.training.perturbations.make import balanced, perturb, true_pairs
from factcheck.training.perturbations.pair import Perturbed, TruePair

__all__ = ["Perturbed", "TruePair", "balanced", "perturb", "true_pairs"]
