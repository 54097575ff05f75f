"""A small grammar for what people type into a search box: "drills in the garage", "warranty ending this year"."""

from __future__ import annotations

from .household import Household, Name, NameIndex
from .understand import understand
from .understood import Chip, ChipKind, Understood

__all__ = ["Chip", "ChipKind", "Household", "Name", "NameIndex", "Understood", "understand"]
