"""The profile of a sentence: what it holds, and how it is made from a parse."""

from factcheck.verdict.parts import PROFILE_VERSION, Mark, Name, Predicate, Profile, Word
from factcheck.verdict.reading import profile

__all__ = ["PROFILE_VERSION", "Mark", "Name", "Predicate", "Profile", "Word", "profile"]
