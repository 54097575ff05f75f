"""What the inventory would answer, and whose turn it is before it does."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from ..search.names import Sureness

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


class Turn(Enum):
    """When the inventory answers. The household's own sentences always come first."""

    FIRST = auto()
    """It is ours: the name is one of the inventory's."""
    AFTER_HOME = auto()
    """It is ours unless Home Assistant's own intents understand it exactly: "where is Anna"."""
    LAST = auto()
    """It is not ours; if nobody else has an answer either, we say what we don't know."""


@dataclass(frozen=True, slots=True)
class Option:
    """One of the things or places that may be meant."""

    id: str
    words: tuple[str, ...]
    """What it can be told by: its name, then its maker and where it is. Folded."""


@dataclass(frozen=True, slots=True)
class Question:
    """What we ask back: which of these was meant by a name."""

    name: str
    """The name as it was said."""
    options: tuple[Option, ...]


type Speak = Callable[[], Awaitable[str]]


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that is not given yet: nothing is done before it is our turn."""

    turn: Turn
    speak: Speak | None
    """None: Home Assistant's own words are better than ours."""
    asks: Question | None = None
    """The question that the answer ends with."""


def said(turn: Turn, text: str, asks: Question | None = None) -> Reply:
    """Return a reply that only says something, or asks something back."""

    async def _speak() -> str:
        return text

    return Reply(turn, _speak, asks)


def turn_of(*sureness: Sureness) -> Turn:
    """Return when it is our turn for what was understood with this sureness."""
    least = min(sureness)
    if least is Sureness.EXACT:
        return Turn.FIRST
    return Turn.AFTER_HOME if least is Sureness.GOOD else Turn.LAST
