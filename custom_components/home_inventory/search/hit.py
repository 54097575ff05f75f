"""What a search answers."""

from __future__ import annotations

from typing import NamedTuple


class Hit(NamedTuple):
    """Something that was found, and how well it fits, from 0 to 1: the same fit has the same score whatever is asked.

    A tuple, since one search makes up to a thousand of them.
    """

    id: str
    score: float
