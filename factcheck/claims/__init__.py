"""Parsed sentences to checkable claims."""
