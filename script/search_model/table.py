"""The table of vectors on its way from training to the asset."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from .wordpieces import Tokenizer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import numpy.typing as npt

type Vectors = npt.NDArray[np.float32]
"""Shape [rows, dimensions]."""


@dataclass(frozen=True, kw_only=True)
class Table:
    """A vector for every word piece and every whole word."""

    names: tuple[str, ...]
    pieces: int
    """How many of the first rows are word pieces."""
    vectors: Vectors

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """What finds the rows of a text."""
        return Tokenizer(self.names, self.pieces)

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return the unit vectors of texts, shape [texts, dimensions]; zeros for a text without a known word."""
        found = np.zeros((len(texts), self.vectors.shape[1]), np.float32)
        for number, text in enumerate(texts):
            if rows := self.tokenizer.rows(text):
                found[number] = self.vectors[rows].sum(0)
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        return found / np.maximum(lengths, 1e-9)

    def save(self, path: Path) -> None:
        """Write the table with half precision."""
        blob = np.frombuffer("\n".join(self.names).encode(), np.uint8)
        np.savez(path, vectors=self.vectors.astype(np.float16), pieces=np.int32(self.pieces), names=blob)


def load(path: Path) -> Table:
    """Read a table that `Table.save` wrote."""
    with np.load(path, allow_pickle=False) as file:
        names = file["names"].tobytes().decode().split("\n")
        return Table(names=tuple(names), pieces=int(file["pieces"]), vectors=file["vectors"].astype(np.float32))
