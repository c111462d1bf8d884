"""Writing long lists of words as running text."""


def words(text: str) -> list[str]:
    """The words of `text`, split at spaces and line ends."""
    return text.split()
