"""Which language a short text is written in, as far as its words tell."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from .text import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .dictionary import Dictionary

_ENGLISH: Final = "en"
_WORD, _FUNCTION_WORD = 1, 2
"""What a word says for a language that has it: words like "de" stand in texts of that language only."""
_NOTHING: Final[frozenset[str]] = frozenset()


class Tongues:
    """Knows which languages have which words. Many words are written alike in several: neighbours tell which is meant."""

    def __init__(self, dictionaries: Sequence[Dictionary], is_english: Callable[[str], bool]) -> None:
        """Take the dictionaries, those that count more first, and what tells whether a word is English."""
        self._dictionaries = dictionaries
        self._is_english = is_english
        self._names = (*(dictionary.language for dictionary in dictionaries), _ENGLISH)
        self._spoken = [dictionary.language for dictionary in dictionaries if not dictionary.is_after_english]
        self._having = lru_cache(maxsize=50_000)(self._look_up)

    def of(self, words: Sequence[str], *, is_plain: bool) -> str | None:
        """Return the language that has the most of some folded words, None if no language has more than all others.

        Of foreign languages that are equal the first one counts. Letters that are not plain are not English.
        """
        if len(words) == 1 and is_plain:
            return None
        votes = [0] * len(self._names)
        for word in words:
            if word.isalpha():  # units and numbers are of no language, and there are too many to remember each
                for place, worth in self._having(word):
                    votes[place] += worth
        english = votes.pop() - (not is_plain)
        most = max(votes, default=0)
        if most == english:  # then it is in the language of the household, or nobody knows
            return next((name for name, has in zip(self._spoken, votes, strict=False) if has == most and most), None)
        return self._names[votes.index(most)] if most > english else _ENGLISH

    def function_words(self, language: str | None) -> frozenset[str]:
        """Return the words of a foreign language that say nothing; the English ones were learned to say little."""
        return _NOTHING if language in {None, _ENGLISH} else FUNCTION_WORDS.get(language or "", _NOTHING)

    def _look_up(self, word: str) -> tuple[tuple[int, int], ...]:
        """Return the places of the languages that have a word, and what it says for each."""
        if len(word) == 1:
            return ()
        places = list(enumerate(self._dictionaries))
        found = [
            (place, _FUNCTION_WORD if word in FUNCTION_WORDS.get(dictionary.language, _NOTHING) else _WORD)
            for place, dictionary in places
            if self._has(dictionary, word)
        ]
        if word in FUNCTION_WORDS[_ENGLISH]:
            found.append((len(places), _FUNCTION_WORD))
        elif self._is_english(word):
            found.append((len(places), _WORD))
        return tuple(found or ((place, _WORD) for place, dictionary in places if dictionary.find(word) is not None))

    def _has(self, dictionary: Dictionary, word: str) -> bool:
        """Return whether a language has a word as it stands; inflected, too, in the language of the household."""
        if word in FUNCTION_WORDS.get(dictionary.language, _NOTHING):
            return True
        find = dictionary.exact if dictionary.is_after_english else dictionary.find
        return find(word) is not None
