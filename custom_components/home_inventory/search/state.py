"""What an index is made of at one time: what is settled, and what was added since."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from .keys import Keys
from .meaning import Meaning
from .postings import Postings

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

    ids: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    dead: set[int] = field(default_factory=set)
    postings: Postings = field(default_factory=Postings)
    keys: Keys = field(default_factory=Keys)
    meaning: Meaning | None = None
    recent: list[Recent] = field(default_factory=list)

    @property
    def settled(self) -> int:
        """How many documents are settled."""
        return len(self.ids) - len(self.recent)

    def add(self, document: Recent, weights: Mapping[int, float]) -> None:
        """Add a document with its BM25 weights by term, or replace the one of this id."""
        self.discard(document.id)
        number = len(self.ids)
        if self.meaning is not None:
            self.meaning.add(document.tokens, document.gloss)
        self.postings.add(weights)
        self.keys.add(number, document.keys)
        self.recent.append(document)
        self.numbers[document.id] = number
        self.ids.append(document.id)  # last: a search looks at as many documents as there are ids

    def discard(self, document_id: str) -> None:
        """Forget a document."""
        if (number := self.numbers.pop(document_id, None)) is not None:
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
        ids = [document_id for document_id, is_alive in zip(self.ids[:end], alive.tolist(), strict=True) if is_alive]
        meaning = None if self.meaning is None else self.meaning.keep(np.flatnonzero(alive))
        state = State(
            ids=ids,
            numbers={document_id: number for number, document_id in enumerate(ids)},
            postings=Postings(self.postings.settled(numbers, terms), len(ids)),
            keys=self.keys.renumbered(numbers),
            meaning=meaning,
        )
        return state, numbers

    def pack(self) -> dict[str, np.ndarray]:
        """Return the arrays that a cache keeps. Everything has to be settled."""
        ids = np.frombuffer("\n".join(self.ids).encode(), np.uint8)
        meaning = {} if self.meaning is None else _prefixed("meaning_", self.meaning.pack())
        return {
            "ids": ids,
            "dead": np.array(sorted(self.dead), np.int32),
            **_prefixed("postings_", self.postings.pack()),
            **_prefixed("keys_", self.keys.pack()),
            **meaning,
        }

    @classmethod
    def unpack(cls, arrays: Mapping[str, np.ndarray], embeddings: Embeddings | None) -> State:
        """Return what `pack` has packed."""
        ids = arrays["ids"].tobytes().decode().split("\n") if len(arrays["ids"]) else []
        dead = set(arrays["dead"].tolist())
        return cls(
            ids=ids,
            numbers={document_id: number for number, document_id in enumerate(ids) if number not in dead},
            dead=dead,
            postings=Postings.unpack(_without("postings_", arrays), len(ids)),
            keys=Keys.unpack(_without("keys_", arrays)),
            meaning=None if embeddings is None else Meaning.unpack(_without("meaning_", arrays), embeddings),
        )


def _prefixed(prefix: str, arrays: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    return {prefix + name: array for name, array in arrays.items()}


def _without(prefix: str, arrays: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    return {name.removeprefix(prefix): array for name, array in arrays.items() if name.startswith(prefix)}
