"""Words by which a claim speaks of another thing of the kind than its reference does."""

from factcheck.verdict.lists import words

ELSEWHERE = words(
    "other another others previous earlier before elsewhere former next rival own second last preceding "
    "neighbouring whole entire overall nationwide"
)
"""Words by which a claim speaks of something beside what the reference speaks of."""
