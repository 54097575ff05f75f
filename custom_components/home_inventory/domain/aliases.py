"""The other names that a thing goes by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .text import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable


def other_names(name: str, aliases: Iterable[str]) -> tuple[str, ...]:
    """Return the aliases that say more than the name: one that is the name, however it is written, is left out."""
    own = name_key(name)
    return tuple(alias for alias in aliases if name_key(alias) != own)
