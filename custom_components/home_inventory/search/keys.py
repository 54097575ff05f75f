"""Codes, serial numbers and barcodes: found as a whole or by how they begin, never by words or sound."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_LONGEST: Final = 32
"""Characters that are kept of a key."""
_MOST: Final = 50


class Keys:
    """Which documents have which key: a large sorted table, and the few that were added since."""

    def __init__(self, keys: np.ndarray | None = None, documents: np.ndarray | None = None) -> None:
        """Take sorted keys (bytes, shape (n,)) and the number of the document that each belongs to."""
        self._keys = np.zeros(0, f"S{_LONGEST}") if keys is None else keys
        self._documents = np.zeros(0, np.int32) if documents is None else documents
        self._recent: list[tuple[bytes, int]] = []

    def add(self, document: int, keys: Iterable[str]) -> None:
        """Note the keys of a document."""
        for key in keys:
            if key:
                insort(self._recent, (key.encode()[:_LONGEST], document))

    def find(self, text: str) -> Iterator[int]:
        """Yield the documents that have this key."""
        key = text.encode()[:_LONGEST]
        first, last = (int(np.searchsorted(self._keys, np.bytes_(key), side)) for side in ("left", "right"))
        yield from self._documents[first:last].tolist()
        yield from (document for known, document in self._recent_from(key) if known == key)

    def starting_with(self, text: str) -> list[int]:
        """Return some documents that have a key that begins so."""
        key = text.encode()[:_LONGEST]
        first = int(np.searchsorted(self._keys, np.bytes_(key)))
        nearby = self._keys[first : first + _MOST].tolist()
        found = [int(self._documents[first + at]) for at, known in enumerate(nearby) if known.startswith(key)]
        return found + [document for known, document in self._recent_from(key) if known.startswith(key)]

    def _recent_from(self, key: bytes) -> list[tuple[bytes, int]]:
        """Return what was added lately, from a key on."""
        first = bisect_left(self._recent, (key, -1))
        return self._recent[first : first + _MOST]

    def renumbered(self, numbers: np.ndarray) -> Keys:
        """Return the keys of the documents that have a new number; -1 is one that is gone.

        `numbers` are the new numbers by the old ones, shape (documents,).
        """
        recent = [(key, document) for key, document in tuple(self._recent) if document < len(numbers)]
        keys = np.concatenate([self._keys, np.array([key for key, _ in recent], f"S{_LONGEST}")])
        documents = np.concatenate([self._documents, np.array([number for _, number in recent], np.int32)])
        documents = numbers[documents]
        kept = documents >= 0
        keys, documents = keys[kept], documents[kept]
        order = np.argsort(keys, kind="stable")
        return Keys(keys[order], documents[order].astype(np.int32))

    def pack(self) -> dict[str, np.ndarray]:
        """Return the arrays that a cache keeps; only what is settled is in them."""
        return {"keys": self._keys, "key_documents": self._documents}

    @classmethod
    def unpack(cls, arrays: Mapping[str, np.ndarray]) -> Keys:
        """Return what `pack` has packed."""
        return cls(arrays["keys"], arrays["key_documents"])
