"""Fitting the stance model: a cross-encoder that says whether a reference supports or contradicts a claim."""
