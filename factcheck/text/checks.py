"""Refuses text that no article can be: empty, binary, damaged, or too long."""

import unicodedata

from factcheck.domain.errors import InvalidInput, TooLarge

_ALLOWED_CONTROLS = frozenset("\n\t")


def check_text(text: str, max_chars: int, *, field: str = "text") -> None:
    """Raise unless `text` (normalised) can be an article of at most `max_chars` code points.

    Raises `TooLarge` above the limit; `InvalidInput` for blank text, control characters other than tab and
    newline (a binary file read as text), and lone surrogates (half a character, which cannot be stored).
    """
    if len(text) > max_chars:
        raise TooLarge(f"The text has {len(text):,} characters; the limit is {max_chars:,}.", field=field)
    visible = False
    for position, character in enumerate(text):
        if character.isalnum():
            visible = True
            continue
        kind = unicodedata.category(character)
        if kind == "Cc" and character not in _ALLOWED_CONTROLS:
            raise InvalidInput(
                f"The text holds a control character (U+{ord(character):04X} at position {position:,}); "
                "it looks like a binary file.",
                field=field,
            )
        if kind == "Cs":
            raise InvalidInput(
                f"The text holds half a character (U+{ord(character):04X} at position {position:,}).",
                field=field,
            )
        if kind[0] not in "ZC":
            visible = True
    if not visible:
        raise InvalidInput("The text is empty.", field=field)
