"""Keys of stored records: 26 characters that sort by the time they were made."""

import secrets
import threading
import time

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_RANDOM_BITS = 80
LENGTH = 26


class _Source:
    """Makes keys that rise strictly within this process, even inside one millisecond."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0

    def next(self) -> int:
        fresh = (time.time_ns() // 1_000_000) << _RANDOM_BITS | secrets.randbits(_RANDOM_BITS)
        with self._lock:
            # Records made together keep their order: the queue falls back on the key where all else is equal.
            if fresh >> _RANDOM_BITS <= self._last >> _RANDOM_BITS:
                fresh = self._last + 1
            self._last = fresh
        return fresh


_source = _Source()


def new_id() -> str:
    """A new key: 48 bits of milliseconds since 1970 and 80 random bits, in Crockford's base 32 (a ULID)."""
    number = _source.next()
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(5 * (LENGTH - 1), -1, -5))
