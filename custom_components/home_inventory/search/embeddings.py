"""The meaning of words as numbers: a table of vectors that was trained once, and dictionaries that lead into it."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from threading import Lock
from typing import TYPE_CHECKING, Final

import numpy as np

from .dictionary import Dictionary, read_words
from .lexicon import Lexicon
from .ragged import Floats, Integers, Ragged
from .texts import Texts
from .tongues import Tongues
from .wordpiece import INNER, WordPieces, fold, split_words

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

EMBEDDINGS_FILE: Final = "embeddings.npz"
GLOSSARY_FILE: Final = "glossary.json.gz"
_DICTIONARY_FILE: Final = "dictionary_{}.json.gz"
_FORMAT: Final = 1
_ENCODING: Final = 3
"""To be raised when `encode` comes to other token ids for the same files: caches are not used then."""
_TABLE_LANGUAGE: Final = "en"
_HEAD_FIRST: Final = frozenset({"es", "fr", "it", "pt"})
"""Languages that say what a thing is before what it is like: "scie à métaux"."""

_COMMON_ROWS: Final = 20_000
"""The first word pieces are in the order of how often they are written."""
_COMMON_WORTH: Final = 0.4
_PLURALS: Final = (("ies", "y"), ("es", ""), ("s", ""))
_SHORTEST_INFLECTED: Final = 4
_SAMPLED_ROWS: Final = slice(0, 20_000, 7)
_LEAST_WEIGHT, _MOST_WEIGHT = 0.2, 1.6


class AssetError(Exception):
    """A file of the search's knowledge is missing, damaged or of another format."""


@dataclass(frozen=True, slots=True)
class Table:
    """The vectors of word pieces, words and phrases, one byte for each dimension."""

    names: Texts
    pieces: int
    """So many of the names are word pieces; they come first."""
    vectors: NDArray[np.int8]
    """[names, dimensions]"""
    scales: NDArray[np.float16]
    """[names] what a vector's bytes are multiplied by."""

    @classmethod
    def read(cls, content: bytes) -> Table:
        """Return the table of a file. ValueError and others if it is damaged or of another format."""
        with np.load(io.BytesIO(content), allow_pickle=False) as file:
            if int(file["format"]) != _FORMAT:
                raise ValueError(f"format {int(file['format'])} instead of {_FORMAT}")
            names = Texts(file["names"].tobytes().decode().split("\n"))
            table = cls(names, int(file["pieces"]), file["vectors"], file["scales"])
        vectors, scales = table.vectors, table.scales
        has_types = vectors.dtype == np.int8 and scales.dtype == np.float16 and vectors.ndim == 2  # noqa: PLR2004
        if not has_types or not len(names) == len(vectors) == len(scales) or not 0 < table.pieces <= len(names):
            raise ValueError("the parts do not fit each other")
        return table

    def rows(self, numbers: Integers) -> Floats:
        """Return vectors, [numbers, dimensions]."""
        return self.vectors[numbers] * self.scales[numbers].astype(np.float32)[:, None]


def _rows_of(dictionaries: Mapping[str, Mapping[str, Sequence[int]]], names: int) -> Ragged:
    """Return the rows that make up each word of the dictionaries, one after the other. ValueError if the table lacks one."""
    entries = [rows for words in dictionaries.values() for rows in words.values()]
    flat = np.fromiter((row for rows in entries for row in rows), np.int64)
    if len(flat) and not (flat.min() >= 0 and flat.max() < names):
        raise ValueError("a dictionary names rows that the table does not have")
    return Ragged.of(flat.astype(np.uint32), np.fromiter(map(len, entries), np.uint32, len(entries)))


class Embeddings:
    """Turns texts into token ids, and token ids into vectors.

    A token id is a row of the table or, from the table's length on, a word of a dictionary, whose vector is the mean of
    some rows. All of it belongs into threads, several at the same time.
    """

    def __init__(self, table: Table, dictionaries: Mapping[str, Mapping[str, Sequence[int]]], fingerprint: str) -> None:
        """Take a table and the dictionaries of languages, as `load` describes them. ValueError if they do not fit."""
        self.fingerprint = fingerprint
        self.dimensions: int = table.vectors.shape[1]
        self._table = table
        self._pieces = WordPieces(table.names, table.pieces)
        self._dictionaries: list[Dictionary] = []
        first = len(table.names)
        is_after_english = False
        for language, words in dictionaries.items():
            if language == _TABLE_LANGUAGE:
                is_after_english = True
                continue
            self._dictionaries.append(Dictionary(language, words, first, is_after_english=is_after_english))
            first += len(words)
        self._foreign = _rows_of(dictionaries, len(table.names))
        self.count = first
        """How many token ids there are."""
        self._tongues = Tongues(self._dictionaries, self._is_english)
        self._tokens_of = lru_cache(maxsize=50_000)(self._look_up)
        self._lexicon: Lexicon | None = None
        self._lexicon_lock = Lock()

    @classmethod
    def load(cls, folder: Path, languages: Sequence[str] | None = None) -> Embeddings:
        """Return the embeddings of a folder. In a thread. AssetError if a file is missing, damaged or of another format.

        `languages` are those spoken at home, the most important first: of a word that several have, the meaning in the
        first one counts. Among them "en" stands for the table's own words, which come last if it is not named. A language
        without a dictionary is left out. None takes all dictionaries.
        """
        before, after = _DICTIONARY_FILE.split("{}")
        files = folder.glob(_DICTIONARY_FILE.format("??"))
        there = sorted(path.name.removeprefix(before).removesuffix(after) for path in files)
        languages = there if languages is None else [name for name in languages if name in {*there, _TABLE_LANGUAGE}]
        digest = hashlib.sha256(" ".join([str(_ENCODING), *languages]).encode())
        name = EMBEDDINGS_FILE
        try:
            content = (folder / name).read_bytes()
            digest.update(content)
            table = Table.read(content)
            dictionaries: dict[str, dict[str, list[int]]] = {}
            for language in languages:
                if language == _TABLE_LANGUAGE:
                    dictionaries[language] = {}
                    continue
                name = _DICTIONARY_FILE.format(language)
                content = (folder / name).read_bytes()
                digest.update(content)
                dictionaries[language] = read_words(content)
            glossary = folder / (name := GLOSSARY_FILE)  # ids of glosses are in the caches, too
            digest.update(glossary.read_bytes() if glossary.exists() else b"")
            return cls(table, dictionaries, digest.hexdigest())
        except (OSError, EOFError, ValueError, TypeError, KeyError, zipfile.BadZipFile, zlib.error) as error:
            raise AssetError(f"{name}: {error}") from error

    def encode(self, text: str, without: Container[str] = ()) -> list[int]:
        """Return the token ids of a text; none for what the table has no letters for.

        Words that say nothing in the language of the text, and those in `without`, are left out if there are others.
        """
        words = split_words(text)
        language = self._tongues.of(words, is_plain=text.isascii()) if words else None
        empty = self._tongues.function_words(language)
        words = [word for word in words if word not in empty and word not in without] or words
        tokens: list[int] = []
        start = 0
        while start < len(words):
            if (found := self._pieces.phrase(words, start)) is not None:
                row, count = found
                tokens.append(row)
                start += count
            else:
                word = words[start]
                # No dictionary has numbers, and there are too many of them to remember each.
                tokens += self._pieces.split(word) if word.isdecimal() else self._tokens_of(word, language)
                start += 1
        return tokens

    def in_english(self, text: str, ids: Sequence[int]) -> list[list[str]]:
        """Return what the words of a foreign text may be called in English, what says least first; none of an English one.

        Words or phrases that mean one thing are in one list, each word by itself. `ids` are those of the text.
        """
        size = len(self._table.names)
        if max(ids, default=0) < size:
            return []
        names, own = self._table.names, self._foreign
        called = [
            [names[row] for row in own[number - size].tolist()] if number >= size else [names[number]] for number in ids
        ]
        whole = [
            words
            for words, (after, *_) in pairwise((*called, [""]))
            if not words[0].startswith(INNER) and not after.startswith(INNER)
        ]
        return whole[::-1] if self._tongues.of(split_words(text), is_plain=text.isascii()) in _HEAD_FIRST else whole

    def rows(self, ids: Integers) -> Floats:
        """Return the vectors of token ids, [ids, dimensions]."""
        is_foreign = ids >= len(self._table.names)
        if not is_foreign.any():
            return self._table.rows(ids)
        vectors = np.empty((len(ids), self.dimensions), np.float32)
        vectors[~is_foreign] = self._table.rows(ids[~is_foreign])
        meanings = self._foreign.take(ids[is_foreign].astype(np.int64) - len(self._table.names))
        vectors[is_foreign] = meanings.sums(self._table.rows(meanings.flat)) / meanings.lengths[:, None]
        return vectors

    def knows(self, word: str) -> bool:
        """Return whether this is a real word in one of the languages, perhaps inflected."""
        word = fold(word)
        return (
            word in self._pieces
            or self._singular(word) is not None
            or any(dictionary.find(word) is not None for dictionary in self._dictionaries)
        )

    def correct(self, word: str) -> str | None:
        """Return the known word that one is probably a misspelling of, None if none is close. In a thread."""
        with self._lexicon_lock:
            if self._lexicon is None:
                self._lexicon = self._make_lexicon()
        return self._lexicon.closest(fold(word))

    def weight(self, word: str) -> float:
        """Return how much a word says, as learned: about 1 for a content word, less for words like "with"."""
        ids = self.encode(word)
        if not ids:
            return 1.0
        length = float(np.linalg.norm(self.rows(np.array(ids)).sum(axis=0)))
        return min(max(length / self._usual_length, _LEAST_WEIGHT), _MOST_WEIGHT)

    @cached_property
    def _usual_length(self) -> float:
        """Return the length that vectors of common words usually have."""
        lengths = np.sort(np.linalg.norm(self._table.rows(np.arange(len(self._table.names))[_SAMPLED_ROWS]), axis=1))
        return float(lengths[len(lengths) // 2])  # the median; numpy's own loads 5 MB of code at the first search

    def _look_up(self, word: str, language: str | None) -> tuple[int, ...]:
        """Return the token ids of a folded word: what it is as it stands, inflected, compound, or else its pieces.

        The language of the text comes first if it is known.
        """
        if (number := self._meant(word, language)) is not None:
            return (number,)
        if (english := word if word in self._pieces else self._singular(word)) is not None:
            return self._pieces.split(english)
        if word.isalpha():
            for dictionary in self._dictionaries:
                if (number := dictionary.find(word)) is not None:
                    return (number,)
            for dictionary in self._dictionaries:
                if (numbers := dictionary.parts(word, self._pieces)) is not None:
                    return tuple(numbers)
        return self._pieces.split(word)

    def _meant(self, word: str, language: str | None) -> int | None:
        """Return the foreign word that counts before an English one: of the text's language, else of the household's."""
        for dictionary in self._dictionaries:
            if dictionary.language == language and (number := dictionary.find(word)) is not None:
                return number
        if language != _TABLE_LANGUAGE:
            for dictionary in self._dictionaries:
                if not dictionary.is_after_english and (number := dictionary.exact(word)) is not None:
                    return number
        return None

    def _is_english(self, word: str) -> bool:
        """Return whether a folded word is English, perhaps a plural."""
        return word in self._pieces or self._singular(word) is not None

    def _singular(self, word: str) -> str | None:
        """Return the English singular of a word if it is known."""
        if len(word) >= _SHORTEST_INFLECTED:
            for ending, instead in _PLURALS:
                if word.endswith(ending) and (singular := word.removesuffix(ending) + instead) in self._pieces:
                    return singular
        return None

    def _make_lexicon(self) -> Lexicon:
        """Return all words of all languages; common English ones and those of the first dictionary are preferred."""
        words = dict.fromkeys((word for word, row in self._pieces if row < _COMMON_ROWS), _COMMON_WORTH)
        for place, dictionary in enumerate(self._dictionaries):
            for word in dictionary:
                words.setdefault(word, 0.0 if place else _COMMON_WORTH)
        for word, _row in self._pieces:
            words.setdefault(word, 0.0)
        return Lexicon(list(words), list(words.values()))
