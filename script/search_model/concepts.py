"""The project's own knowledge of household things: words in six languages, what they are for, what kind they are.

One thing a line in `concepts/*.txt`, eight columns. It was written from general knowledge; whoever
adds to it does not look at the questions that search is measured with.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from .text import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOLDER: Final = Path(__file__).parent / "concepts"
_LANGUAGES: Final = ("en", "de", "fr", "es", "it", "nl")


@dataclass(frozen=True, kw_only=True)
class Concept:
    """A thing."""

    words: dict[str, tuple[str, ...]]
    """The words for it by language, the usual one first."""
    uses: tuple[str, ...]
    """What is done with it, in English: "cut the grass"."""
    kinds: tuple[str, ...]
    """What it is, in English: "garden machine"."""

    @property
    def names(self) -> tuple[str, ...]:
        """The English words, the usual one first."""
        return self.words["en"]

    @property
    def description(self) -> str:
        """What it is called, is for and is, in one line."""
        return " ".join((*self.names, *self.uses, *self.kinds))

    def texts(self) -> Iterator[str]:
        """Yield texts that are about it."""
        yield from self.names
        yield from self.uses
        yield from (f"something to {use}" for use in self.uses)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Yield what should be close to its names."""
        usual, *others = self.names
        yield from ((usual, other) for other in others)
        for name in self.names:
            yield from ((use, name) for use in self.uses)
            yield from ((f"something to {use}", name) for use in self.uses)
            yield from ((kind, name) for kind in self.kinds)


@cache
def concepts() -> tuple[Concept, ...]:
    """Return all things."""
    return tuple(
        _concept(line)
        for path in sorted(_FOLDER.glob("*.txt"))
        for line in path.read_text(encoding="utf8").splitlines()
        if line and not line.startswith("#")
    )


def translations(language: str) -> dict[str, list[str]]:
    """Return for each single, folded word of a language the usual English words of the things that it names."""
    found: dict[str, list[str]] = {}
    for concept in concepts():
        for word in concept.words.get(language, ()):
            if " " not in (key := phrase(word)):
                found.setdefault(key, []).append(concept.names[0])
    return found


def _concept(line: str) -> Concept:
    columns = [tuple(entry.strip() for entry in column.split(",")) for column in line.split("|")]
    *words, uses, kinds = columns
    return Concept(words=dict(zip(_LANGUAGES, words, strict=True)), uses=uses, kinds=kinds)
