"""Finding the references that may speak to a claim."""
