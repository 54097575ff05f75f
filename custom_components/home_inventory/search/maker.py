"""Makes indexes of arrays, and keeps them in files."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from . import cache
from .embeddings import AssetError, Embeddings
from .glossary import Glossary
from .index import SearchIndex
from .loading import Lacking

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from .loading import Index

_LOGGER: Final = logging.getLogger(__name__)
_LANGUAGES: Final = ("de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da")


class ArrayMaker:
    """Knows what meanings are taken from."""

    def __init__(self, embeddings: Embeddings | None, glossary: Glossary | None) -> None:
        """Take what was loaded, if anything was."""
        self._embeddings = embeddings
        self._glossary = glossary
        self.fingerprint = "" if embeddings is None else embeddings.fingerprint

    @classmethod
    def load(cls, assets: Path, language: str) -> tuple[ArrayMaker, Lacking | None]:
        """Load the meanings from a folder; without them search goes by words.

        Of a word that several languages have, the meaning in the language of the household counts, then the English one.
        """
        spoken = dict.fromkeys((language.partition("-")[0], "en", *_LANGUAGES))
        try:
            return cls(Embeddings.load(assets, tuple(spoken)), Glossary.load(assets)), None
        except AssetError as err:
            _LOGGER.info("Search goes without meanings: %s", err)
            return cls(None, None), Lacking.MEANINGS

    def new(self) -> Index:
        """Return an index without anything."""
        return SearchIndex(self._embeddings, self._glossary)

    def write(self, index: Index, path: Path, stamp: Mapping[str, str | int]) -> None:
        """Write an index to a file. Raises OSError."""
        assert isinstance(index, SearchIndex)  # noqa: S101 - it makes no others
        cache.write(path, {**stamp, "asset": self.fingerprint}, index.pack())

    def read(self, path: Path, stamp: Mapping[str, str | int]) -> tuple[int, Index] | None:
        """Return the index of a file, and up to which change it is; None if there is none that fits."""
        found = cache.read(path, {**stamp, "asset": self.fingerprint})
        if found is None:
            return None
        try:
            return found[0], SearchIndex.unpack(found[1], self._embeddings, self._glossary)
        except (KeyError, ValueError, IndexError) as err:
            _LOGGER.info("The search index is made anew: its file holds something else: %s", err)
            return None
