"""Bytes to plain text, plain text to parsed sentences; offsets always map back."""
