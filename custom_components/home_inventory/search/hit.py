"""What a search answers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found, and how well it fits, from 0 to 1: the same fit has the same score whatever is asked."""

    id: str
    score: float
