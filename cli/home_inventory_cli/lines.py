"""What comes in over standard input."""

from __future__ import annotations

import sys

from .errors import UsageError


def lines_of(given: str) -> list[str]:
    """Return what was given, or for `-` the lines of standard input without empty ones. Raises UsageError if there are none."""
    if given != "-":
        return [given]
    found = [line.strip() for line in sys.stdin if line.strip()]
    if not found:
        raise UsageError("Nothing came in over standard input.")
    return found
