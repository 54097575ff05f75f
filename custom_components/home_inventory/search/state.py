"""What an index is made of at one time: what is settled, and what was added since."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import compress, islice
from typing import TYPE_CHECKING

import numpy as np

from .keys import Keys
from .meaning import Meaning
from .postings import Postings
from .texts import Growing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .embeddings import Embeddings


@dataclass(frozen=True, slots=True)
class Recent:
    """A document that is not settled yet, in the form in which it can be added again."""

    id: str
    keys: tuple[str, ...]
    tokens: tuple[int, ...]
    gloss: tuple[int, ...]


@dataclass(slots=True)
class State:
    """Documents are numbered in the order in which they came; one that is put again gets a new number."""

    ids: Growing = field(default_factory=Growing)
    dead: set[int] = field(default_factory=set)
    postings: Postings = field(default_factory=Postings)
    keys: Keys = field(default_factory=Keys)
    meaning: Meaning | None = None
    recent: list[Recent] = field(default_factory=list)

    @property
    def settled(self) -> int:
        """How many documents are settled."""
        return len(self.ids) - len(self.recent)

    def __len__(self) -> int:
        """Return how many documents there are that were not replaced or forgotten."""
        return len(self.ids) - len(self.dead)

    def number_of(self, document_id: str) -> int | None:
        """Return the number of a document, None if there is none of that id."""
        number = self.ids.get(document_id)
        return None if number in self.dead else number

    def add(self, document: Recent, weights: Mapping[int, float]) -> None:
        """Add a document with its BM25 weights by term, or replace the one of this id."""
        self.discard(document.id)
        number = len(self.ids)
        if self.meaning is not None:
            self.meaning.add(document.tokens, document.gloss)
        self.postings.add(weights)
        self.keys.add(number, document.keys)
        self.recent.append(document)
        self.ids.append(document.id)  # last: a search looks at as many documents as there are ids

    def discard(self, document_id: str) -> None:
        """Forget a document."""
        if (number := self.number_of(document_id)) is not None:
            self.dead.add(number)
            if number >= self.settled:
                self.postings.forget(number)

    def alive(self, end: int) -> np.ndarray:
        """Return a mask, bool, shape (end,), of the documents that were not replaced or forgotten."""
        mask = np.ones(end, bool)
        mask[[number for number in tuple(self.dead) if number < end]] = False
        return mask

    def compacted(self, end: int, terms: int) -> tuple[State, np.ndarray]:
        """Return a state in which all documents below `end` are settled, and their new numbers, -1 for those gone."""
        alive = self.alive(end)
        numbers = np.where(alive, np.cumsum(alive) - 1, -1).astype(np.int32)
        ids = Growing(compress(self.ids, alive.tolist()))
        meaning = None if self.meaning is None else self.meaning.keep(np.flatnonzero(alive))
        state = State(
            ids=ids,
            postings=Postings(self.postings.settled(numbers, terms), len(ids)),
            keys=self.keys.renumbered(numbers),
            meaning=meaning,
        )
        return state, numbers

    def pack(self) -> dict[str, np.ndarray]:
        """Return the arrays that a cache keeps; only what is settled is in them."""
        settled = self.settled
        ids = np.frombuffer("\n".join(islice(self.ids, settled)).encode(), np.uint8)
        meaning = {} if self.meaning is None else prefixed("meaning_", self.meaning.pack())
        return {
            "ids": ids,
            "dead": np.array(sorted(number for number in tuple(self.dead) if number < settled), np.int32),
            **prefixed("postings_", self.postings.pack()),
            **prefixed("keys_", self.keys.pack()),
            **meaning,
        }

    @classmethod
    def unpack(cls, arrays: Mapping[str, np.ndarray], embeddings: Embeddings | None) -> State:
        """Return what `pack` has packed."""
        ids = Growing(arrays["ids"].tobytes().decode().split("\n") if len(arrays["ids"]) else ())
        return cls(
            ids=ids,
            dead=set(arrays["dead"].tolist()),
            postings=Postings.unpack(without("postings_", arrays), len(ids)),
            keys=Keys.unpack(without("keys_", arrays)),
            meaning=None if embeddings is None else Meaning.unpack(without("meaning_", arrays), embeddings),
        )


def prefixed(prefix: str, arrays: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return arrays by longer names, so that those of several parts fit into one file."""
    return {prefix + name: array for name, array in arrays.items()}


def without(prefix: str, arrays: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return the arrays of one part, by their own names."""
    return {name.removeprefix(prefix): array for name, array in arrays.items() if name.startswith(prefix)}
