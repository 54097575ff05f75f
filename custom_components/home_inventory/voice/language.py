"""What there is to know about a language: how people ask, and how they are answered. Data only."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Kind(StrEnum):
    """What somebody wants."""

    FIND = "find"
    CONTENTS = "contents"
    COUNT = "count"
    HAVE = "have"
    MOVE = "move"
    PUT = "put"
    """Adds when a number leads ("put two bulbs in the kitchen"), else moves."""
    ADD = "add"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language. A new one is a module in `languages/` like the others, and nothing else."""

    code: str
    sentences: Mapping[Kind, tuple[str, ...]]
    """Hassil templates with the wildcards {item} and {place}.

    No optional word stands next to a wildcard: it would match twice, and Assist stops looking for the household's own
    sentences as soon as one of ours has matched twice. Such words belong into `leading` and `trailing`.
    """
    leading: frozenset[str]
    """Words before a name that are no part of it: articles, possessives, fillers. Folded as `name_key` does."""
    trailing: frozenset[str]
    """Words after a name that are no part of it."""
    ones: frozenset[str]
    """Articles that also count: one."""
    numbers: Mapping[str, int]
    prepositions: frozenset[str]
    """Words between an item and its place."""
    origins: frozenset[str]
    """Words between an item and the place that it comes from."""
    units: Mapping[str, str]
    """What people call a unit, to the unit that is kept."""
    unit_of: str
    """The word between a unit and the thing: "of" in "a box of screws"; empty where there is none."""
    unit_names: Mapping[str, tuple[str, str]]
    """How a unit is spoken, one and many; "" is a piece."""
    many_verbs: frozenset[str]
    """Words in a question that say that the thing is spoken of in the plural."""
    many_names: str = ""
    """Regular expression for names that are plurals; empty where names do not show it."""
    plurals: tuple[tuple[str, str], ...] = ()
    """How a name gets its plural, the first that fits; empty where names stay as they are."""
    lowers_names: bool = False
    """Whether "Cordless drill" is spoken of as "cordless drill"."""
    inside_out: bool = False
    """Whether a place is told from the box to the room, or from the room to the box."""
    between_places: str = ", "
    place_in: str = "{place}"
    place_on: str = "{place}"
    on_words: str = ""
    """Regular expression for furniture that things are on, not in."""
    article: str = ""
    no_article: str = ""
    """Regular expression for names that have no article, as "shelf 2"."""
    decimal_point: str = "."
    texts: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    """What is said when a use case was refused, by the code of the error."""
