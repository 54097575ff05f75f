"""What things are and what kind they are of: a line of a dictionary for the words of a name."""

from __future__ import annotations

import gzip
import json
import zlib
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from .embeddings import GLOSSARY_FILE, AssetError
from .texts import Numbered, Texts
from .wordpiece import fold, split_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

_LONGEST_PHRASE: Final = 3
_KEPT: Final = 5_000
"""So many endings of names are looked up once: a home has many things of a kind."""
_MOST_GLOSSES: Final = 2
"""The last things that a name mentions say what it is; what stands before them rather describes it."""
_PLURALS: Final = (("", ""), ("s", ""), ("es", ""), ("ies", "y"))


class Glossary:
    """Short descriptions of things by their English names: there are thousands."""

    def __init__(self, glosses: Mapping[str, str]) -> None:
        """Keep the glosses. A name is one word or a phrase of up to three."""
        self._names = Numbered(map(fold, glosses))
        self._last_words = Numbered({name.rpartition(" ")[2] for name in self._names})
        self._texts = Texts(glosses.values())
        self._ending = lru_cache(maxsize=_KEPT)(self._ending_at)

    @classmethod
    def load(cls, folder: Path) -> Glossary:
        """Return the glossary of a folder. In a thread. AssetError if it is missing or damaged."""
        try:
            strings = list(_strings(gzip.decompress((folder / GLOSSARY_FILE).read_bytes()).decode()))
            return cls(dict(zip(strings[::2], strings[1::2], strict=True)))
        except (OSError, EOFError, ValueError, zlib.error) as error:
            raise AssetError(f"{GLOSSARY_FILE}: {error}") from error

    def __len__(self) -> int:
        """Return how many names it knows."""
        return len(self._names)

    def gloss(self, name: str) -> str:
        """Return what is known about the things that a name mentions, the last one first; "" if nothing is."""
        words = split_words(name)
        found: list[str] = []
        end = len(words)
        while end and len(found) < _MOST_GLOSSES:
            if words[end - 1].isdigit() and words[end - 1] not in self._last_words:
                end -= 1  # things are often numbered, and no number is worth keeping
                continue
            count, text = self._ending(*words[max(0, end - _LONGEST_PHRASE) : end])
            if text:
                found.append(text)
            end -= count
        return " ".join(found)

    def gloss_of(self, called: Sequence[Sequence[str]]) -> str:
        """Return what is known about things, each by what it may be called in English; the last one first."""
        found = (text for names in reversed(called) if (text := self._first_of(names)))
        return " ".join(islice(found, _MOST_GLOSSES))

    def _first_of(self, names: Sequence[str]) -> str:
        """Return the gloss of the longest phrase among names, of equally long ones that of the first; "" if there is none."""
        for count in range(min(len(names), _LONGEST_PHRASE), 0, -1):
            for first in range(len(names) - count + 1):
                taken, text = self._ending(*names[first : first + count])
                if text and taken == count:
                    return text
        return ""

    def _ending_at(self, *words: str) -> tuple[int, str]:
        """Return how many of the last words are a thing, and its gloss; of two things the longer name counts."""
        if not any(word in self._last_words for word in _singulars(words[-1])):  # true of most, and told at once
            return 1, ""
        for first in range(len(words)):
            for phrase in _singulars(" ".join(words[first:])):
                if (number := self._names.get(phrase)) is not None:
                    return len(words) - first, self._texts[number]
        return 1, ""


def _strings(text: str) -> Iterator[str]:
    """Yield the strings of a JSON object that holds nothing else, names and values by turns. ValueError if it does not.

    Read whole, a text of megabytes would keep every other thread waiting, the event loop among them.
    """
    decode = json.JSONDecoder().raw_decode
    place = len(text) - len(text.lstrip("{ \n"))
    while not text.startswith("}", place):
        value, place = decode(text, place)
        if not isinstance(value, str):
            raise ValueError("not a list of names and texts")  # noqa: TRY004 - it is the file that is wrong
        yield value
        while text[place : place + 1] in {",", ":", " ", "\n"}:
            place += 1


def _singulars(phrase: str) -> Iterator[str]:
    """Yield what a phrase may be the plural of, itself first."""
    for ending, instead in _PLURALS:
        if phrase.endswith(ending):
            yield phrase.removesuffix(ending) + instead
