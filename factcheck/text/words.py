"""Word lists written as running text."""


def words(listing: str) -> frozenset[str]:
    """The words of `listing`, which are separated by white space."""
    return frozenset(listing.split())
