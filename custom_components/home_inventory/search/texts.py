"""Tens of thousands of words in a few blocks of memory: as strings in lists and dicts they take five times as much."""

from __future__ import annotations

from array import array
from itertools import chain
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SLOTS_PER_TEXT: Final = 2
"""Half of the slots stay empty at least: most words that are looked for are not there, and an empty slot tells at once."""


class Texts:
    """A list of texts that only grows."""

    __slots__ = ("_block", "_ends")

    def __init__(self, texts: Iterable[str] = ()) -> None:
        """Take the texts."""
        self._block = bytearray()
        self._ends = array("I", [0])
        for text in texts:
            self.append(text)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._ends) - 1

    def __getitem__(self, number: int) -> str:
        """Return a text by its number, from 0 on. Raises IndexError."""
        return self._block[self._ends[number] : self._ends[number + 1]].decode()

    def __iter__(self) -> Iterator[str]:
        """Yield the texts in their order."""
        return (self[number] for number in range(len(self)))

    def append(self, text: str) -> None:
        """Add a text; it gets the next number."""
        self._block += text.encode()
        self._ends.append(len(self._block))


class Numbered:
    """Different texts, and the number of each: its place among them. Never changed, so it may be asked in all threads.

    A hash table with open addressing. Python's own hash of a text differs from process to process: not to be stored.
    """

    __slots__ = ("_mask", "_slots", "texts")

    def __init__(self, texts: Iterable[str]) -> None:
        """Number the texts; of two that are equal the first counts, and both take a number."""
        self.texts = Texts(texts)
        size = 1 << (_SLOTS_PER_TEXT * len(self.texts)).bit_length()
        self._mask = size - 1
        self._slots = slots = array("I", bytes(4 * size))
        for number, text in enumerate(self.texts):
            slot = hash(text) & self._mask
            while slots[slot] and self.texts[slots[slot] - 1] != text:
                slot = (slot + 1) & self._mask
            slots[slot] = slots[slot] or number + 1

    def __len__(self) -> int:
        """Return how many numbers are given out."""
        return len(self.texts)

    def __contains__(self, text: str) -> bool:
        """Return whether a text is among them."""
        return self.get(text) is not None

    def __iter__(self) -> Iterator[str]:
        """Yield the texts in their order."""
        return iter(self.texts)

    def get(self, text: str) -> int | None:
        """Return the number of a text, None if it is not there."""
        slots, mask = self._slots, self._mask
        slot = hash(text) & mask
        while number := slots[slot]:
            if self.texts[number - 1] == text:
                return number - 1
            slot = (slot + 1) & mask
        return None


class Growing:
    """Texts that are numbered as they come, most of them at once; one that comes again is known by its last number.

    `append` is for one thread at a time, everything else for any.
    """

    __slots__ = ("_count", "_first", "_late", "_numbers")

    def __init__(self, texts: Iterable[str] = ()) -> None:
        """Take those that there are, all different."""
        self._first = Numbered(texts)
        self._count = len(self._first)  # asked for all the time
        self._late: list[str] = []
        self._numbers: dict[str, int] = {}

    def __len__(self) -> int:
        """Return how many numbers are given out."""
        return self._count + len(self._late)

    def __getitem__(self, number: int) -> str:
        """Return a text by its number. Raises IndexError."""
        count = self._count
        return self._first.texts[number] if number < count else self._late[number - count]

    def __iter__(self) -> Iterator[str]:
        """Yield the texts in the order of their numbers."""
        return chain(self._first, self._late)

    def of(self, numbers: Iterable[int]) -> list[str]:
        """Return the texts of many numbers. Raises IndexError. A search asks for a thousand: one call saves their calls."""
        count, late, text_of = self._count, self._late, self._first.texts.__getitem__
        return [text_of(number) if number < count else late[number - count] for number in numbers]

    def append(self, text: str) -> None:
        """Give a text the next number."""
        self._numbers[text] = len(self)
        self._late.append(text)  # last: whoever counts what there is finds everything about it

    def get(self, text: str) -> int | None:
        """Return the number of a text, None if it never came."""
        late = self._numbers.get(text)
        return self._first.get(text) if late is None else late
