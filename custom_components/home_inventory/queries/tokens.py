"""From a question to its words, each with the place where it stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ..domain.text import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_TOKEN: Final = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{4}|[^\W_]+(?:[.,]\d+)*|[€$£<>]")
_QUOTED: Final = re.compile(r'"[^"]+"|“[^”]+”|„[^“”]+[“”]|«[^»]+»')
_BREAK: Final = re.compile(r"[,;:.!?()]")
_HIDDEN: Final = "\x00"
_SHORTEST_ROOT: Final = 3


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it is compared, and where it stands in the question."""

    key: str
    start: int
    end: int


class Sentence:
    """A question as one line of folded words, of which those that are taken are hidden from further rules."""

    def __init__(self, text: str) -> None:
        """Take the question apart; what stands in quotation marks is hidden from the beginning."""
        self.text = text
        self.tokens = tokenize(text)
        self.line = "".join(f"{token.key} " for token in self.tokens)
        self._starts: list[int] = []
        position = 0
        for token in self.tokens:
            self._starts.append(position)
            position += len(token.key) + 1
        for quoted in _QUOTED.finditer(text):
            self.hide(self._inside(quoted.start(), quoted.end()))

    def at(self, position: int) -> int:
        """Return the number of the word that begins at a position of the line; the number of words at its end."""
        return bisect_left(self._starts, position)

    def position(self, number: int) -> int:
        """Return where a word begins in the line."""
        return self._starts[number] if number < len(self._starts) else len(self.line)

    def hide(self, numbers: Iterable[int]) -> None:
        """Hide words from further rules."""
        line = list(self.line)
        for number in numbers:
            start = self._starts[number]
            line[start : start + len(self.tokens[number].key)] = _HIDDEN * len(self.tokens[number].key)
        self.line = "".join(line)

    def hide_phrase(self, phrase: str) -> None:
        """Hide every occurrence of some words that follow each other."""
        wanted = [token.key for token in tokenize(phrase)]
        keys = [token.key for token in self.tokens]
        for start in range(len(keys) - len(wanted) + 1 if wanted else 0):
            if keys[start : start + len(wanted)] == wanted:
                self.hide(range(start, start + len(wanted)))

    def is_hidden(self, number: int) -> bool:
        """Return whether a word is hidden."""
        return self.line[self._starts[number]] == _HIDDEN

    def breaks_before(self, number: int) -> bool:
        """Return whether the question ends, or a comma or the like stands, before a word."""
        if number == len(self.tokens):
            return True
        between = self.text[self.tokens[number - 1].end : self.tokens[number].start]
        return bool(_BREAK.search(between))

    def part(self, first: int, last: int) -> str:
        """Return the question's own letters from one word to another, both included."""
        return self.text[self.tokens[first].start : self.tokens[last].end]

    def _inside(self, start: int, end: int) -> list[int]:
        """Return the numbers of the words in a part of the text."""
        return [number for number, token in enumerate(self.tokens) if start <= token.start < end]


def tokenize(text: str) -> list[Token]:
    """Return the words of a text, folded: no capitals, no accents."""
    found = ((fold(match[0]), match.start(), match.end()) for match in _TOKEN.finditer(text))
    return [Token(key, start, end) for key, start, end in found if key]


def fold(word: str) -> str:
    """Return a word as words are compared: without capitals, accents and blanks (a sign may be written out as words)."""
    return name_key(word).replace(" ", "").replace(_HIDDEN, "")


@lru_cache(maxsize=20_000)
def keys(name: str) -> tuple[str, ...]:
    """Return the words of a name, folded."""
    return tuple(token.key for token in tokenize(name))


def roots(words: Sequence[str]) -> tuple[str, ...]:
    """Return words without what plural and case put at their ends, the same way for all languages.

    "shelves" and "shelf", "Kisten" and "Kiste", "armadi" and "armadio" become equal; different words seldom do.
    """
    return tuple(_root(word) for word in words)


def _root(word: str) -> str:
    """Return the root of a word."""
    bare = word
    for ending in ("s", "n", "aeiou"):
        while len(bare) > _SHORTEST_ROOT and bare[-1] in ending:
            bare = bare[:-1]
    return bare[:-1] + "f" if bare.endswith("v") else bare
