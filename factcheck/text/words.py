"""Word lists written as running text."""


def words(listing: str) -> frozenset[str]:
    """The words of `listing`, which are separated by white space."""
    return frozenset(listing.split())


def phrases(listing: str) -> tuple[str, ...]:
    """The phrases of `listing`, which are separated by " / " or line breaks."""
    parts = listing.replace("\n", " / ").split(" / ")
    return tuple(stripped for part in parts if (stripped := part.strip()))
