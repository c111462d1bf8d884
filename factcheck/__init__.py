"""Checks an article's claims against a newsroom's own verified references, before it is published."""

__version__ = "0.1.0"
