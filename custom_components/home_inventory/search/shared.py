"""Lists of whole numbers that many have in common: each different list is kept once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from .ragged import Integers, Ragged


@dataclass(frozen=True, slots=True)
class Shared:
    """The list of each document: what is known of drills is the same for every drill."""

    lists: Ragged
    """The different lists."""
    numbers: Integers
    """[documents] which of them each document has."""

    @classmethod
    def of(cls, lists: Ragged, numbers: Integers) -> Shared:
        """Return the lists of documents. ValueError if a document has one that there is not."""
        is_whole = numbers.ndim == 1 and np.issubdtype(numbers.dtype, np.integer)
        if not is_whole or (len(numbers) and not 0 <= numbers.min() <= numbers.max() < len(lists)):
            raise ValueError("documents with lists that there are not")
        return cls(lists, numbers)

    def __len__(self) -> int:
        """Return how many documents there are."""
        return len(self.numbers)

    def keep(self, documents: Integers) -> Shared:
        """Return the lists of some documents, in the order asked for, with only those lists that they have."""
        used, numbers = np.unique(self.numbers[documents], return_inverse=True)
        return Shared(self.lists.take(used), numbers.astype(np.int32))

    def joined(self, other: Shared) -> Shared:
        """Return the lists of these documents and, after them, of the other ones; no list is there twice."""
        lists = self.lists.joined(other.lists)
        first: dict[bytes, int] = {}
        same = [first.setdefault(lists[number].tobytes(), number) for number in range(len(lists))]
        numbers = np.concatenate([self.numbers, other.numbers + len(self.lists)])
        return Shared(lists, np.array(same, np.int32)[numbers]).keep(np.arange(len(numbers)))
