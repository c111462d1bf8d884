"""The newsroom's words and rules: frozen dataclasses and pure functions, no framework."""
