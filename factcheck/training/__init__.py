"""Reproducible fitting of the small weights that ship beside the code that uses them, with their cards."""
