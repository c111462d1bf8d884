"""Numbers, units, hedges and periods: finding them in a sentence, and comparing two."""
