"""Which index can be had here: the one of arrays, with or without meanings, or the plain one."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from .plain import PlainIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence

    from .asked import AskedWord
    from .document import Document
    from .hit import Hit

ASSETS: Final = Path(__file__).parent / "assets"


class Lacking(StrEnum):
    """What search has to do without."""

    NUMPY = "numpy"
    MEANINGS = "meanings"


class Index(Protocol):
    """What finds: changed, searched and settled in any threads, at the same time."""

    def __len__(self) -> int:
        """Return how many documents there are."""

    def put(self, document: Document) -> None:
        """Add a document or replace it."""

    def put_all(self, documents: Iterable[Document], but: Container[str]) -> None:
        """Add many documents, in a thread, except those whose ids are in `but`."""

    def discard(self, document_id: str) -> None:
        """Forget a document."""

    @property
    def wants_settling(self) -> bool:
        """Whether so much has changed that it is worth settling."""

    def settle(self) -> None:
        """Fold in what has changed. In a thread."""

    def search(
        self,
        query: str,
        expand: Callable[[str], Mapping[str, float]],
        *,
        within: Sequence[Collection[str]],
        most_hits: int | None,
    ) -> list[Hit]:
        """Return what fits, the best first. In a thread."""

    def words_of(self, query: str) -> list[AskedWord]:
        """Return what is made of the words of a question. In a thread."""


class Maker(Protocol):
    """Makes indexes, and keeps them in a file if that is worth it."""

    fingerprint: str
    """Of what meanings are taken from; empty without."""

    def new(self) -> Index:
        """Return an index without anything."""

    def write(self, index: Index, path: Path, stamp: Mapping[str, str | int]) -> None:
        """Write an index to a file. Raises OSError."""

    def read(self, path: Path, stamp: Mapping[str, str | int]) -> tuple[int, Index] | None:
        """Return the index of a file, and up to which change it is; None if there is none that fits."""


class PlainMaker:
    """Makes indexes of plain Python."""

    fingerprint = ""

    def new(self) -> Index:
        """Return an index without anything."""
        return PlainIndex()

    def write(self, index: Index, path: Path, stamp: Mapping[str, str | int]) -> None:
        """Write nothing: it is made anew at each start."""

    def read(self, path: Path, stamp: Mapping[str, str | int]) -> None:
        """Return nothing."""


@lru_cache(maxsize=1)
def load_maker(language: str, assets: Path = ASSETS) -> tuple[Maker, Lacking | None]:
    """Return the best maker that can be had for a household that speaks this language, and what it lacks.

    In a thread: it reads ten megabytes. What it has read stays in memory, for the next time that the entry is loaded.
    """
    try:
        from .maker import ArrayMaker  # noqa: PLC0415 - numpy is no matter of course everywhere
    except ImportError, RuntimeError:  # the latter where the processor is too old for it
        return PlainMaker(), Lacking.NUMPY
    return ArrayMaker.load(assets, language)
