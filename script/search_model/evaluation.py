"""Measures the vectors of the asset alone on households with graded questions.

The households are text files (`key|name|...` and `kind|question|exact keys|partial keys`; those of
several languages have the language in front). The figure is nDCG@10 with gain 1 for an exact and
0.5 for a partial answer. Search itself is measured elsewhere: this only tells tables apart.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from functools import cached_property
from math import log2
from typing import TYPE_CHECKING, Final

import numpy as np

from .text import words
from .wordpieces import Tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from .table import Vectors

_FIRST: Final = 10
_ENDINGS: Final = ("", "s", "n", "e", "i", "en", "es", "er", "nen", "x")
_LINKS: Final = ("", "s", "n", "en", "es", "e")
"""What German and Dutch put between the words of a compound."""
_SHORTEST: Final = 3
_COMPOUND: Final = 7


@dataclass(frozen=True, kw_only=True)
class Household:
    """Things with their names, and questions with the gains of the things that answer them."""

    names: list[str]
    questions: list[tuple[str, dict[int, float]]]


class Asset:
    """The vectors of the asset, with the dictionary of one language."""

    def __init__(self, folder: Path, language: str) -> None:
        with np.load(folder / "embeddings.npz", allow_pickle=False) as file:
            names = file["names"].tobytes().decode().split("\n")
            self._vectors: Vectors = file["vectors"] * file["scales"].astype(np.float32)[:, None]
            self._tokenizer = Tokenizer(names, int(file["pieces"]))
        self._path = folder / f"dictionary_{language}.json.gz"

    @cached_property
    def _dictionary(self) -> dict[str, list[int]]:
        return json.loads(gzip.decompress(self._path.read_bytes())) if self._path.exists() else {}

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return the unit vectors of texts."""
        found = np.zeros((len(texts), self._vectors.shape[1]), np.float32)
        for number, text in enumerate(texts):
            for word in words(text):
                found[number] += self._word(word)
        return found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)

    def _word(self, word: str) -> Vectors:
        if word in self._dictionary:
            return self._mean(word)
        parts = [] if self._tokenizer.is_whole(word) else self._compound(word)
        if parts:
            return sum((self._mean(part) for part in parts), np.zeros_like(self._vectors[0]))
        return self._vectors[self._tokenizer.rows(word)].sum(0)

    def _mean(self, word: str) -> Vectors:
        return self._vectors[self._dictionary[word]].mean(0)

    def _form(self, word: str) -> str | None:
        """Return the entry that a word is a form of."""
        bases = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
        forms = (
            form for base in bases if len(base) >= _SHORTEST for form in (base, f"{base}e", f"{base}o", f"{base}a")
        )
        return next((form for form in forms if form in self._dictionary), None)

    def _compound(self, word: str) -> list[str]:
        """Return the entries that a word is made of, the longest last one first tried."""
        if form := self._form(word):
            return [form]
        if len(word) < _COMPOUND:
            return []
        for start in range(_SHORTEST, len(word) - _SHORTEST):
            tail = self._form(word[start:])
            if tail is None:
                continue
            for link in _LINKS:
                head = word[:start].removesuffix(link)
                if word[:start].endswith(link) and len(head) >= _SHORTEST and (parts := self._compound(head)):
                    return [*parts, tail]
            if len(word) - start > _SHORTEST + 1:
                return [tail]
        return []


def report(assets: Path, households: Path) -> None:
    """Print a figure for each language that there is a household of."""
    for language in ("en", "de", "fr", "es", "it", "nl"):
        household = read_household(households, language)
        if household.questions:
            figure = measure(Asset(assets, language), household)
            print(f"{language}: nDCG@10 {figure:.3f} over {len(household.questions)} questions")


def measure(asset: Asset, household: Household) -> float:
    """Return the mean nDCG@10 of the questions."""
    close = asset.embed([question for question, _ in household.questions]) @ asset.embed(household.names).T
    figures = []
    for (_, gains), row in zip(household.questions, close, strict=True):
        got = [gains.get(int(number), 0.0) for number in np.argsort(-row, kind="stable")[:_FIRST]]
        best = sorted(gains.values(), reverse=True)[:_FIRST]
        figures.append(_discounted(got) / _discounted(best))
    return sum(figures) / len(figures)


def read_household(folder: Path, language: str) -> Household:
    """Return the household of a language in a folder; empty when there is none."""
    if language == "en":
        things = [line[:2] for line in _lines(folder / "household_items.txt")]
        asked = list(_lines(folder / "household_queries.txt"))
    else:
        things = [line[1:3] for line in _lines(folder / "household_ml.txt") if line[0] == language]
        asked = [line[1:] for line in _lines(folder / "household_ml_queries.txt") if line[0] == language]
    numbers = {key: number for number, (key, _) in enumerate(things)}
    questions = []
    for _, question, exact, partial in asked:
        gains = {numbers[key]: 0.5 for key in partial.split(",") if key}
        questions.append((question, gains | {numbers[key]: 1.0 for key in exact.split(",") if key}))
    return Household(names=[name for _, name in things], questions=questions)


def _lines(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("|")


def _discounted(gains: list[float]) -> float:
    return sum(gain / log2(place + 2) for place, gain in enumerate(gains))
