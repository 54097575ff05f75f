"""Lists of different lengths in one flat array, for numpy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

type Integers = NDArray[np.integer[Any]]
type Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Ragged:
    """`count` lists of whole numbers, one after the other in `flat`."""

    flat: Integers
    """[all numbers]"""
    starts: NDArray[np.int64]
    """[count] where each list begins in `flat`."""
    lengths: Integers
    """[count]"""
    filled: NDArray[np.int64] | None
    """The lists that are not empty; None if none is empty, which is what most searches meet."""

    @classmethod
    def of(cls, flat: Integers, lengths: Integers) -> Ragged:
        """Return the lists whose lengths are given. ValueError if the lengths do not add up."""
        ends = np.cumsum(lengths, dtype=np.int64)
        if (ends[-1] if len(ends) else 0) != len(flat) or (len(lengths) and lengths.min() < 0):
            raise ValueError("the lengths do not fit the numbers")
        return cls(flat, ends - lengths, lengths, None if lengths.all() else np.flatnonzero(lengths))

    def __len__(self) -> int:
        """Return how many lists there are."""
        return len(self.lengths)

    def __getitem__(self, row: int) -> Integers:
        """Return one of the lists."""
        return self.flat[self.starts[row] : self.starts[row] + self.lengths[row]]

    def take(self, rows: Integers) -> Ragged:
        """Return some of the lists, in the order asked for."""
        lengths = self.lengths[rows]
        ends = np.cumsum(lengths, dtype=np.int64)
        total = int(ends[-1]) if len(ends) else 0
        shifts = self.starts[rows] - (ends - lengths)
        return Ragged.of(self.flat[np.repeat(shifts, lengths) + np.arange(total)], lengths)

    def joined(self, other: Ragged) -> Ragged:
        """Return these lists and, after them, the other ones."""
        flat = np.concatenate([self.flat, other.flat])
        return Ragged.of(flat, np.concatenate([self.lengths, other.lengths]))

    def sums(self, values: Floats) -> Floats:
        """Return for each list the sum of what belongs to its numbers.

        `values` [all numbers, ...] has one value (or row of values) for each number of `flat`; an empty list has 0.
        """
        return self._reduced(np.add, values)

    def maxima(self, values: Floats) -> Floats:
        """Return for each list the greatest of what belongs to its numbers, as `sums`."""
        return self._reduced(np.maximum, values)

    def _reduced(self, how: np.ufunc, values: Floats) -> Floats:
        """Return for each list its values made one."""
        if not len(self.flat):
            return np.zeros((len(self), *values.shape[1:]), np.float32)
        if self.filled is None:
            result: Floats = how.reduceat(values, self.starts, axis=0)
            return result
        out = np.zeros((len(self), *values.shape[1:]), np.float32)
        out[self.filled] = how.reduceat(values, self.starts[self.filled], axis=0)
        return out
