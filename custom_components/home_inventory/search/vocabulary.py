"""All words of a collection, and which of them a word of a question may mean."""

from __future__ import annotations

from itertools import pairwise
from threading import Lock
from typing import TYPE_CHECKING, Final, Self

import numpy as np

from .expansion import Expansion
from .recent import Recent
from .settled import KeyIndex, Keys, Settled, is_word, settled_nothing
from .stems import stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

_KNOWN, _REAL = 0.35, 0.5
"""What guesses count when the word occurs in the collection, or is a word of the language."""
_KNOWN_START, _KNOWN_LAST_START = 0.4, 0.6
_KNOWN_COMPOUND: Final = 0.8
_REAL_SOUND: Final = 0.9
"""Speech recognisers write words that exist: that a word is one says little against its having been misheard."""
_LONGEST: Final = 64
"""What is longer is no word: it means itself at most, and costs no time."""
_SHORTEST_START: Final = 3
_JOINED: Final = 0.95
_SHORTEST_JOINED: Final = 5
_SHORTEST_CORRECTED: Final = 4
_SURE: Final = 0.6
_SURE_BY: Final = 0.04
_SEPARATOR: Final = "\n"
_KEYS: Final = ("stems", "sounds", "roughs")


class Vocabulary:
    """Terms and their ids, which count from 0. Terms that start with "@" are marks: never found by spelling.

    `add` is for one thread at a time; everything else may be called from others meanwhile. A term is never
    forgotten: `frequency` tells which terms are in use, by returning how many documents have a term.
    """

    def __init__(self) -> None:
        """Start empty."""
        self._terms: list[str] = []
        self._ids: dict[str, int] = {}
        self._settled = settled_nothing()
        self._recent = Recent(0)
        self._settling = Lock()

    @classmethod
    def from_terms(cls, terms: Iterable[str]) -> Self:
        """Return a settled vocabulary of different terms, their ids in this order."""
        vocabulary = cls()
        vocabulary._terms = list(terms)
        vocabulary._ids = {term: number for number, term in enumerate(vocabulary._terms)}
        vocabulary._recent = Recent(len(vocabulary._terms))
        vocabulary._settled = vocabulary._settled.with_more(vocabulary._terms, vocabulary._ids)
        return vocabulary

    def __len__(self) -> int:
        """Return how many terms there are."""
        return len(self._terms)

    def add(self, term: str) -> int:
        """Return the id of a term, which may be new. A term has no line feeds."""
        if (known := self._ids.get(term)) is not None:
            return known
        if self._settled.count > self._recent.start:
            self._recent = self._recent.since(self._settled.count)
        number = len(self._terms)
        self._terms.append(term)
        self._ids[term] = number
        self._recent.append(term)
        return number

    def get(self, term: str) -> int | None:
        """Return the id of a term, None if there is none."""
        return self._ids.get(term)

    def term(self, term_id: int) -> str:
        """Return the term with an id. Raises IndexError if there is none."""
        return self._terms[term_id]

    def settle(self) -> None:
        """Sort new terms in with the others. Takes some ten milliseconds: for a worker thread."""
        with self._settling:
            if (count := len(self._ids)) > self._settled.count:  # another thread may be adding more, the id comes last
                self._settled = self._settled.with_more(self._terms[:count], self._ids)

    def expand(
        self, word: str, frequency: Callable[[int], int], *, is_last: bool = False, is_real: bool = False
    ) -> dict[int, float]:
        """Return the ids of terms in use that a folded word may mean, with what they are worth from 0 to 1.

        The last word of a question may still be being typed. A real word, one of the language, is less likely to be a
        misspelling of another.
        """
        if not word or not is_word(word):
            return {}
        expansion = self._expansion(word, frequency)
        expansion.add_forms()
        is_known = bool(expansion.found)
        if len(word) > _LONGEST:
            return expansion.result()
        if not word.isalpha():
            if is_last and len(word) > 1:
                expansion.add_starts(_KNOWN_LAST_START)
            return expansion.result()
        damping = _KNOWN if is_known else _REAL if is_real else 1.0
        if is_last or len(word) >= _SHORTEST_START:
            known_start = _KNOWN_LAST_START if is_last else _KNOWN_START
            expansion.add_starts(known_start if is_known else max(damping, known_start))
        expansion.add_cousins(damping)
        expansion.add_compounds(_KNOWN_COMPOUND if is_known else 1.0)
        expansion.add_parts(damping)
        expansion.add_guesses(damping, _KNOWN if is_known else _REAL_SOUND if is_real else 1.0)
        return expansion.result()

    def expand_all(
        self, words: Sequence[str], frequency: Callable[[int], int], is_real: Callable[[str], bool]
    ) -> list[dict[int, float]]:
        """Return for each word of a question what it may mean, also together with its neighbours.

        "head phones" are headphones too: both words then mean that term.
        """
        found = [
            self.expand(word, frequency, is_last=place == len(words) - 1, is_real=is_real(word))
            for place, word in enumerate(words)
        ]
        for place, (left, right) in enumerate(pairwise(words)):
            for number, worth in self._joined(left, right, frequency).items():
                for meanings in found[place : place + 2]:
                    meanings[number] = max(meanings.get(number, 0.0), _JOINED * worth)
        return found

    def parts(self, word: str, frequency: Callable[[int], int]) -> tuple[str, str] | None:
        """Return the two words in use that a word is made of, None if it occurs itself or isn't made of two.

        "stockpot" is a "stock" "pot": asked for as two words, what has both is worth more than what has one.
        """
        expansion = self._expansion(word, frequency)
        expansion.add_forms()
        return None if expansion.found or len(word) > _LONGEST else expansion.split()

    def correct(self, word: str, frequency: Callable[[int], int]) -> str | None:
        """Return the word of the collection that a folded word is surely a misspelling of, None if that isn't sure."""
        if not _SHORTEST_CORRECTED <= len(word) <= _LONGEST or not word.isalpha():
            return None
        expansion = self._expansion(word, frequency)
        expansion.add_forms()
        if expansion.found:
            return None
        expansion.add_guesses(1.0, 0.0)
        ranked = sorted(expansion.result().items(), key=lambda pair: -pair[1])
        if not ranked or ranked[0][1] < _SURE:
            return None
        best = self._terms[ranked[0][0]]
        others = (self._terms[number] for number, worth in ranked[1:] if worth > ranked[0][1] - _SURE_BY)
        return best if all(stem(other) == stem(best) for other in others) else None

    def pack(self) -> dict[str, NDArray[np.generic]]:
        """Return arrays that `unpack` makes the same vocabulary of. Settles first, so it is for a worker thread."""
        self.settle()
        settled = self._settled
        text = _SEPARATOR.join(self._terms[: settled.count])
        packed: dict[str, NDArray[np.generic]] = {
            "terms": np.frombuffer(text.encode(), np.uint8),
            "count": np.array([settled.count], np.int32),
            "alphabetical": settled.ids,
        }
        for name in _KEYS:
            index: KeyIndex = getattr(settled.keys, name)
            packed |= {f"{name}_keys": index.keys, f"{name}_ids": index.ids}
        return packed

    @classmethod
    def unpack(cls, arrays: Mapping[str, NDArray[np.generic]]) -> Self:
        """Return the vocabulary that was packed. Raises KeyError or ValueError if these are other arrays."""
        count = int(arrays["count"].item())
        vocabulary = cls()
        vocabulary._terms = terms = arrays["terms"].tobytes().decode().split(_SEPARATOR) if count else []
        vocabulary._ids = ids = {term: number for number, term in enumerate(terms)}
        indexes = {
            name: KeyIndex(arrays[f"{name}_keys"].astype(np.uint32), arrays[f"{name}_ids"].astype(np.int32))
            for name in _KEYS
        }
        alphabetical = arrays["alphabetical"]
        numbers = [alphabetical, *(index.ids for index in indexes.values())]
        is_fitting = all(not part.size or 0 <= int(part.min()) <= int(part.max()) < count for part in numbers)
        if len(ids) != count or not is_fitting or any(len(index.keys) != len(index.ids) for index in indexes.values()):
            raise ValueError("These arrays are no vocabulary")
        words = [terms[number] for number in alphabetical.tolist()]
        vocabulary._settled = Settled.of(count, words, ids, Keys(**indexes))
        vocabulary._recent = Recent(count)
        return vocabulary

    def _expansion(self, word: str, frequency: Callable[[int], int]) -> Expansion:
        """Return a new expansion of a word."""
        recent = self._recent  # before what is settled: that may take over from it, never the other way round
        settled = self._settled
        if settled.count > recent.start:  # it is only cut when the next new term comes
            recent = recent.since(settled.count)
        return Expansion(word, self._terms, self._ids, (settled, recent), frequency)

    def _joined(self, left: str, right: str, frequency: Callable[[int], int]) -> dict[int, float]:
        """Return what two words of a question mean if they are written as one."""
        if not (left + right).isalpha() or len(left + right) < _SHORTEST_JOINED:
            return {}
        expansion = self._expansion(left + right, frequency)
        expansion.add_forms()
        return expansion.found
