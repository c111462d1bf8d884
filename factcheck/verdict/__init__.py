"""Holding a reference against a claim, and deciding the machine status."""
