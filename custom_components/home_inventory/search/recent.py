"""The terms that have come since a vocabulary was settled: some hundred, looked through one by one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Self

from .settled import is_spelt_word, is_word
from .shapes import WIDTH, signature
from .sounds import rough_sound, sound
from .spelling import edits
from .stems import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

_NO_WORD: Final = ""


@dataclass(frozen=True, slots=True)
class Recent:
    """What finds recent words. Only ever appended to, by one thread; others may look at the same time.

    All lists go by id, from `start` on: empty texts for terms that aren't found that way. `words` is the last to be
    appended to, and the others are read as far as that goes.
    """

    start: int
    stems: list[str] = field(default_factory=list)
    sounds: list[str] = field(default_factory=list)
    roughs: list[str] = field(default_factory=list)
    signatures: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def append(self, term: str) -> None:
        """Take the next term."""
        is_spelt = is_spelt_word(term)
        sounding = sound(term) if is_spelt else _NO_WORD
        self.stems.append(stem(term) if is_spelt else _NO_WORD)
        self.sounds.append(sounding)
        self.roughs.append(rough_sound(sounding) if is_spelt else _NO_WORD)
        self.signatures.append(signature(term) if is_spelt else 0)
        self.words.append(term if is_word(term) else _NO_WORD)

    def since(self, count: int) -> Self:
        """Return the same without the terms that have been settled, those with ids below `count`."""
        first = count - self.start
        return type(self)(
            count,
            self.stems[first:],
            self.sounds[first:],
            self.roughs[first:],
            self.signatures[first:],
            self.words[first:],
        )

    def starting_with(self, start: str, most: int) -> list[int]:
        """Return the ids of words that start so."""
        return [number for number, word in enumerate(self.words, self.start) if word.startswith(start)][:most]

    def containing(self, part: str, least: int) -> list[int]:
        """Return the ids of words of at least so many letters that a part is in."""
        found = (number for number, word in enumerate(self.words, self.start) if part in word)
        return [number for number in found if len(self.words[number - self.start]) >= least]

    def same_stem(self, key: str) -> list[int]:
        """Return the ids of words with this stem."""
        return self._with(key, self.stems)

    def same_sound(self, key: str) -> list[int]:
        """Return the ids of words with this sound."""
        return self._with(key, self.sounds)

    def neighbours(self, word: str, most: int, rough: str) -> list[tuple[int, int]]:
        """Return the ids of words at most so many edits away or with this rough sound, and how many edits they are away."""
        shape = signature(word)
        found = []
        for place, (other, sounding) in enumerate(zip(self.signatures, self.roughs, strict=False)):
            if not other or (sounding != rough and (shape ^ other).bit_count() > 2 * most):
                continue
            if place >= len(self.words) or len(self.words[place]) > WIDTH:
                continue
            limit = max(most, len(word) // 2) if sounding == rough else most
            if (count := edits(word, self.words[place], limit)) <= limit:
                found.append((self.start + place, count))
        return found

    def _with(self, key: str, keys: Sequence[str]) -> list[int]:
        """Return the ids of words with a key."""
        last = self.start + len(self.words)
        return [number for number, other in enumerate(keys, self.start) if other == key and number < last]
