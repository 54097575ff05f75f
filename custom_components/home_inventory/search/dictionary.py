"""Words of other languages in the space of the English table: what a dictionary says they mean."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .texts import Numbered
from .wordpiece import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .wordpiece import WordPieces

_SHORTEST_STEM: Final = 3
_ENDINGS: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "da": (("n", ""), ("r", ""), ("e", ""), ("en", ""), ("et", ""), ("er", ""), ("ne", ""), ("erne", "")),
    "de": (("s", ""), ("n", ""), ("e", ""), ("en", ""), ("es", ""), ("er", ""), ("nen", ""), ("en", "e"), ("er", "e")),
    "es": (("s", ""), ("es", ""), ("ces", "z"), ("as", "o"), ("a", "o"), ("se", "")),
    "fr": (("s", ""), ("x", ""), ("es", ""), ("e", ""), ("aux", "al")),
    "it": (
        *(("i", "o"), ("e", "a"), ("i", "e"), ("a", "o"), ("he", "a"), ("hi", "o"), ("i", "io")),
        *(("ce", "cia"), ("ge", "gia"), ("rsi", "re")),
    ),
    "nl": (("s", ""), ("en", ""), ("n", ""), ("e", ""), ("ven", "f"), ("zen", "s"), ("tje", ""), ("je", "")),
    "pl": (("y", "a"), ("i", "a"), ("e", "a"), ("y", ""), ("i", ""), ("ow", ""), ("a", "o"), ("e", "")),
    "pt": (("s", ""), ("es", ""), ("oes", "ao"), ("is", "l"), ("ns", "m"), ("as", "o"), ("a", "o")),
    "sv": (("n", ""), ("r", ""), ("en", ""), ("et", ""), ("ar", ""), ("or", "a"), ("er", ""), ("na", ""), ("arna", "")),
}
"""What an inflected word may end with, and what the word of the dictionary has there instead."""
_LINKS: Final[Mapping[str, tuple[str, ...]]] = {
    "da": ("s", "e", "er"),
    "de": ("s", "n", "en", "es", "e", "er"),
    "nl": ("s", "en", "e", "n"),
    "sv": ("s", "e", "o"),
}
"""Languages that write compounds as one word, and what may stand between the parts."""
_LOST_ENDINGS: Final = ("e", "n", "en")
"""What a part that is not the last may have lost: "Wander-" of "wandern", "Schul-" of "Schule"."""
_SHORTEST_COMPOUND: Final = 7
_LONGEST_COMPOUND: Final = 30
_SHORTEST_PART: Final = 3
_SHORTEST_ENGLISH_PART: Final = 4
_SURE_PART: Final = 5
"""One part should be so long. Names of makers fall into short words, too, that have nothing to do with them."""
_EXACT, _ALTERED, _UNKNOWN, _UNKNOWN_LETTER, _SHORT = 1.0, 1.3, 2.0, 0.15, 0.5
"""What a way to read a compound costs for each part, more for each letter of an unknown one, or if it is very short."""
_VOWELS: Final = "aeou"


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to read the first letters of a compound."""

    cost: float
    parts: tuple[tuple[int | None, int], ...]
    """The number of each part, None if it is unknown, and how many letters it has."""


class Dictionary:
    """The words of one language; each has a number, from `first` on, that stands for its vector."""

    def __init__(
        self, language: str, words: Mapping[str, Sequence[int]], first: int, *, is_after_english: bool = False
    ) -> None:
        """Number the words. `words` maps a word to the rows of the table whose mean is its vector.

        `is_after_english`: part of a compound that is an English word, too, is taken for that.
        """
        self.language = language
        self.is_after_english = is_after_english
        self._first = first
        self._words = Numbered(map(fold, words))
        self._endings = _ENDINGS.get(language, ())
        self._links = _LINKS.get(language, ())

    def __iter__(self) -> Iterator[str]:
        """Yield the words."""
        return iter(self._words)

    def exact(self, word: str) -> int | None:
        """Return the number of a word as it stands in the dictionary."""
        number = self._words.get(word)
        return None if number is None else self._first + number

    def find(self, word: str) -> int | None:
        """Return the number of a word, which may have the ending of a plural, a case or a gender."""
        if (number := self.exact(word)) is not None:
            return number
        for ending, instead in self._endings:
            if len(word) - len(ending) + len(instead) >= _SHORTEST_STEM and word.endswith(ending):
                stem = word[: -len(ending)] + instead
                if (number := self.exact(stem)) is not None:
                    return number
                if self.language == "nl" and (number := self.exact(_dutch_singular(stem))) is not None:
                    return number
        return None

    def parts(self, word: str, english: WordPieces) -> list[int] | None:
        """Return the numbers of the words that a compound is made of, as far as they are known; None if it is none.

        A part may be an English word; then its row is in the list. At least one is a word of this dictionary.
        """
        size = len(word)
        if not self._links or not _SHORTEST_COMPOUND <= size <= _LONGEST_COMPOUND:
            return None
        ways: list[_Way | None] = [_Way(0.0, ()), *[None] * size]
        for start in range(size - _SHORTEST_PART + 1):
            if (before := ways[start]) is None:
                continue
            for end in (*range(start + _SHORTEST_PART, size - _SHORTEST_PART + 1), *([size] if start else [])):
                number, cost = self._read(word[start:end], english, is_last=end == size)
                best = ways[end]
                if best is None or before.cost + cost < best.cost:
                    ways[end] = _Way(before.cost + cost, (*before.parts, (number, end - start)))
        whole = ways[size]
        return None if whole is None else self._judged(whole.parts)

    def _judged(self, parts: Sequence[tuple[int | None, int]]) -> list[int] | None:
        """Return the numbers of known parts if they are more than chance. Each part comes with how long it is."""
        longest = max((size for number, size in parts if number is not None and number >= self._first), default=0)
        is_sure = longest >= _SURE_PART or (
            longest and all(number is not None and size > _SHORTEST_PART for number, size in parts)
        )
        return [number for number, _ in parts if number is not None] if is_sure else None

    def _read(self, part: str, english: WordPieces, *, is_last: bool) -> tuple[int | None, float]:
        """Return the number of a part of a compound, None if it is unknown, and what it costs to read it so."""
        is_english = len(part) >= _SHORTEST_ENGLISH_PART and part in english
        number, cost = (None, 0.0) if is_english and self.is_after_english else self._part(part, is_last=is_last)
        if number is None and is_english:
            number, cost = english.split(part)[0], _EXACT
        return number, cost + _SHORT if len(part) == _SHORTEST_PART else cost

    def _part(self, part: str, *, is_last: bool) -> tuple[int | None, float]:
        """Return the number of a part among the words of this dictionary, and what it costs to read it so."""
        if (number := self.exact(part)) is not None:
            return number, _EXACT
        if is_last:
            number = self.find(part)
            return number, _UNKNOWN + _UNKNOWN_LETTER * len(part) if number is None else _ALTERED
        for link in ("", *self._links):
            if part.endswith(link) and len(part) - len(link) >= _SHORTEST_PART:
                for ending in ("", *_LOST_ENDINGS):
                    if (number := self.exact(part.removesuffix(link) + ending)) is not None:
                        return number, _ALTERED
        return None, _UNKNOWN + _UNKNOWN_LETTER * len(part)


def read_words(packed: bytes) -> dict[str, list[int]]:
    """Return what is in the file of a dictionary: word to rows of the table. ValueError or OSError if damaged."""
    words = json.loads(gzip.decompress(packed))
    if not isinstance(words, dict) or not all(isinstance(rows, list) and rows for rows in words.values()):
        raise ValueError("not a dictionary of words and rows")
    return words


def _dutch_singular(stem: str) -> str:
    """Return a stem as Dutch writes it without an ending: "pann" is "pan", "bor" is "boor"."""
    if stem[-1] == stem[-2]:
        return stem[:-1]
    if stem[-2] in _VOWELS and stem[-3] not in _VOWELS:
        return stem[:-1] + stem[-2:]
    return stem
