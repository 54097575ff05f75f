"""What was said before in a conversation, for what only makes sense with it: "and the screws?", "the red one"."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ..domain.text import name_key
from ..search.names import alike
from .language import Kind
from .words import key_words

if TYPE_CHECKING:
    from .heard import Heard
    from .reply import Option, Question

_SECONDS: Final = 180
"""Later than this, a conversation has turned to something else."""
_REPEATABLE: Final = frozenset(Kind) - {Kind.UNDO, Kind.LOW, Kind.FOLLOW, Kind.PICK}


@dataclass(slots=True)
class Talk:
    """One conversation."""

    heard: Heard | None = None
    """The last request that we have answered."""
    asked: Question | None = None
    """What we have asked back, until it is answered."""
    picks: dict[str, str] = field(default_factory=dict)
    """What names turned out to mean in this request, as ids."""
    at: float = 0.0

    def follow_up(self, name: str) -> Heard | None:
        """Return the last request about another thing; None when nothing was asked before."""
        return self.heard.about(name) if self.heard and self.heard.kind in _REPEATABLE else None

    def answered(self, answer: Heard) -> Heard | None:
        """Return the last request, now that a question of ours is answered; None if it was no answer to it."""
        if self.heard is None or self.asked is None:
            return None
        option = _picked(answer, self.asked.options)
        if option is None:
            return None
        self.picks = {**self.picks, name_key(self.asked.name): option.id}
        return self.heard


class Talks:
    """All conversations of the last minutes, by their id."""

    def __init__(self) -> None:
        """Start silent."""
        self._talks: dict[str, Talk] = {}

    def get(self, conversation_id: str) -> Talk:
        """Return what was said before in a conversation, as far as it counts."""
        now = time.monotonic()
        self._talks = {key: talk for key, talk in self._talks.items() if now - talk.at < _SECONDS}
        return self._talks.get(conversation_id) or Talk()

    def note(self, conversation_id: str, heard: Heard, asked: Question | None, picks: dict[str, str]) -> None:
        """Keep what was answered or asked back."""
        self._talks[conversation_id] = Talk(heard, asked, picks if asked else {}, time.monotonic())


def _picked(answer: Heard, options: tuple[Option, ...]) -> Option | None:
    """Return the one that an answer picks: by its number, by "yes" when there is one, or by words that only it has."""
    language = answer.language
    said = name_key(answer.text.strip(" .!?"))
    if said in language.yes:
        return options[0] if len(options) == 1 else None
    number = next((language.ordinals[word] for word in said.split() if word in language.ordinals), 0)
    if number and number <= len(options):
        return options[number - 1 if number > 0 else number]
    words = [word for word in name_key(answer.item or answer.text).split() if word not in language.trailing]
    return _told_apart(key_words(" ".join(words)), options)


def _told_apart(words: tuple[str, ...], options: tuple[Option, ...]) -> Option | None:
    """Return the option that has more of the words than any other."""
    worth = [
        sum(max((alike(word, other) for other in option.words), default=0.0) for word in words) for option in options
    ]
    best = max(worth, default=0.0)
    return options[worth.index(best)] if best > 0 and worth.count(best) == 1 else None
