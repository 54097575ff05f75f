"""What there is to know about a language: how people ask, and how they are answered. Data only."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text: how the longer lists of a language are written down."""
    return frozenset(text.split())


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
    TAKE = "take"
    """Used some of it, or took it out of somewhere."""
    EMPTY = "empty"
    """Used up all of it."""
    WARRANTY = "warranty"
    COVERED = "covered"
    """Is it still under warranty."""
    STATUS = "status"
    """Is a device online."""
    LAST = "last"
    """Where it was seen or put last, and when."""
    LOW = "low"
    """What is running low."""
    WHO = "who"
    LENT = "lent"
    """What has somebody borrowed; what is lent at all."""
    LEND = "lend"
    RETURNED = "returned"
    """It was given back."""
    UNDO = "undo"
    FOLLOW = "follow"
    """The same about another thing: "and the screws?"."""
    PICK = "pick"
    """The answer to a question of ours: "the red one", "the second", "yes"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language. A new one is a module in `languages/` like the others, and nothing else."""

    code: str
    sentences: Mapping[Kind, tuple[str, ...]]
    """Hassil templates with the wildcards {item} and {place}, which also stands for who has something. Languages may share a template.

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
    ours: frozenset[str]
    """Words that say that a sentence is about something of the household, known or not: "my", "we". Folded."""
    elsewhere: frozenset[str]
    """What a household has or looks for and no inventory holds: "appointments", "rain". Folded."""
    origins: frozenset[str]
    """Words between an item and the place that it comes from."""
    units: Mapping[str, str]
    """What people call a unit, to the unit that is kept."""
    unit_of: frozenset[str]
    """The words between a unit and the thing: "of" in "a box of screws"; empty where there is none."""
    unit_names: Mapping[str, tuple[str, str]]
    """How a unit is spoken, one and many; "" is a piece."""
    months: tuple[str, ...]
    date: str
    """How a day is spoken, of {day}, {month} and {year}."""
    ordinals: Mapping[str, int]
    """What one of several is called, from 1 on; -1 is the last."""
    yes: frozenset[str]
    said_as: Mapping[str, str] = field(default_factory=dict)
    """What is spoken otherwise than it is written: "double a" is "aa". Folded."""
    elided: tuple[str, ...] = ()
    """Words that are written together with what follows: "l'" in "l'armoire"; they are articles or prepositions too."""
    bare_stop_words: frozenset[str] = frozenset()
    """Words that say nothing when names are compared, besides those that the search leaves out. Folded."""
    many_verbs: frozenset[str] = frozenset()
    """Words in a question that say that the thing is spoken of in the plural."""
    many_names: str = ""
    """Regular expression for names that are plurals; empty where names do not show it."""
    plurals: tuple[tuple[str, str], ...] = ()
    """How a name gets its plural, the first that fits; empty where names stay as they are."""
    heads_first: bool = False
    """Whether the first word of a name says what it is, as in "perceuse sans fil"; else the last does."""
    lowers_names: bool = False
    """Whether "Cordless drill" is spoken of as "cordless drill"."""
    inside_out: bool = False
    """Whether a place is told from the box to the room, or from the room to the box."""
    between_places: str = ", "
    place_in: str = "{place}"
    place_on: str = "{place}"
    on_words: str = ""
    """Regular expression for furniture that things are on, not in."""
    place_phrases: tuple[tuple[str, str], ...] = ()
    """How a place is told whose name, in small letters, fits a regular expression; tried before `place_in`.

    Of {name}, or of {declined}: the name as it stands after an article of another case.
    """
    declined: str = ""
    """Regular expression for an adjective in a name without its ending, where adjectives are declined."""
    articles: tuple[tuple[str, str], ...] = ()
    """The article of names, in small letters, that fit a regular expression: what "{item:the}" in a text needs."""
    article: str = ""
    no_article: str = ""
    """Regular expression for names that have no article, as "shelf 2"."""
    decimal_point: str = "."
    texts: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    """What is said when a use case was refused, by the code of the error."""
