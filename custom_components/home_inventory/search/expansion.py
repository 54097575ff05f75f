"""What one word of a question may mean: the rules, and what a term is worth that was found by each of them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from .sounds import rough_sound, sound
from .spelling import closeness, edits
from .stems import INFLECTIONS, is_inflection, shared_start, stem, without_s

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from .recent import Recent
    from .settled import Settled

_EXACT: Final = 1.0
_INFLECTED: Final = 0.95
_DERIVED: Final = 0.8
_BARE: Final = 0.9
"""Only an ending more or less, as in "box" and "boxes"."""
_PREFIX: Final = 0.8
_COUSIN: Final = 0.6
_SHARED: Final = 0.65
"""So much of both words has to be the same."""
_SHORTEST_SHARED: Final = 5
_MOST_COUSINS: Final = 100
_HEAD: Final = 0.8
"""What a compound is: a "Stehlampe" is a "Lampe"."""
_LIKELY_HEAD: Final = 0.6
_INSIDE: Final = 0.45
_PART: Final = 0.65
_OTHER_PART: Final = 0.5
_TYPO: Final = 0.9
_SOUND: Final = 0.7
_ROUGH_SOUND: Final = 0.5
_MEANT_FORM: Final = 0.85
"""Another form of what a guess found."""
_LEAST: Final = 0.2
_KNOWN_DAMPING: Final = 0.35
"""A word that occurs means itself: guesses count so much less."""
_REAL_DAMPING: Final = 0.5
_COMMONER: Final = 0.06

_MOST_STARTS: Final = 1000
_MOST_TERMS: Final = 40
_MOST_MEANT: Final = 3
"""So many of the best guesses may be meant in another form than the one that was found."""
_SHORTEST_PREFIX: Final = 3
_SHORTEST_PART: Final = 4
_SHORTEST_REST: Final = 3
"""Of a compound: there is no "lamp" in a "clamp"."""
_SHORTEST_GUESSED: Final = 3
_LETTERS_PER_TYPO: Final = 4
_TWO_TYPOS: Final = 5
_THREE_TYPOS: Final = 9
_BARE_ENDINGS: Final = ("s", "es", "n", "en", "e")
_LINKS: Final = ("s", "es", "n", "en", "e", "er")
"""Letters that tie the parts of a German or Dutch compound: "Arbeit-s-licht"."""


class Expansion:
    """Collects the terms that a folded word may mean, the best worth of each."""

    def __init__(
        self,
        word: str,
        terms: Sequence[str],
        ids: Mapping[str, int],
        shelves: Sequence[Settled | Recent],
        frequency: Callable[[int], int],
    ) -> None:
        """Start with nothing found. The shelves may hold a term twice, and terms that are no longer in use."""
        self.found: dict[int, float] = {}
        self._word = word
        self._terms = terms
        self._ids = ids
        self._shelves = shelves
        self._frequency = frequency
        self._guesses: dict[int, float] = {}

    def add_forms(self) -> None:
        """Add the word itself and its forms."""
        self._add(self._ids.get(self._word, -1), _EXACT)
        if len(self._word) < _SHORTEST_PREFIX or not self._word.isalpha():
            return
        for ending in _BARE_ENDINGS:
            if self._word.endswith(ending) and len(self._word) - len(ending) >= _SHORTEST_PREFIX:
                self._add(self._ids.get(self._word.removesuffix(ending), -1), _BARE)
        for number in self._same_stem(stem(self._word)):
            is_form = is_inflection(self._word, self._terms[number])
            self._add(number, _INFLECTED if is_form else _DERIVED)

    def add_starts(self, damping: float) -> None:
        """Add terms that the word is the beginning of."""
        length = len(self._word)
        for number in {number for shelf in self._shelves for number in shelf.starting_with(self._word, _MOST_STARTS)}:
            term = self._terms[number]
            if length >= _SHORTEST_PREFIX and term[length:] in _BARE_ENDINGS:
                self._add(number, _BARE)
            else:
                self._add(number, damping * _PREFIX * math.sqrt(length / len(term)))

    def add_cousins(self, damping: float) -> None:
        """Add terms that begin with most of the word's letters, whatever ending they have: "televisor", "television"."""
        length = len(self._word)
        shared = max(_SHORTEST_SHARED, math.ceil(length * _SHARED))
        if length <= shared:
            return
        start = self._word[:shared]
        for number in {number for shelf in self._shelves for number in shelf.starting_with(start, _MOST_COUSINS)}:
            alike = len(shared_start(self._word, self._terms[number])) / max(length, len(self._terms[number]))
            self._add(number, damping * _COUSIN * alike if alike >= _SHARED else 0.0)

    def add_compounds(self, damping: float) -> None:
        """Add terms that the word is a later part of: "bohrmaschine" is in "schlagbohrmaschine"."""
        base = shared_start(self._word, stem(self._word))
        base = base if len(base) >= _SHORTEST_PART else self._word
        if len(base) < _SHORTEST_PART:
            return
        least = len(base) + _SHORTEST_REST
        for number in {number for shelf in self._shelves for number in shelf.containing(base, least)}:
            before, _, after = self._terms[number].rpartition(base)
            if len(before) < _SHORTEST_REST:
                continue
            worth = _INSIDE
            if after == self._word[len(base) :] or after in INFLECTIONS:
                worth = _HEAD if self._is_part(before) else _LIKELY_HEAD
            self._add(number, worth * damping)

    def add_parts(self, damping: float) -> None:
        """Add terms that are a part of the word: of "schlagbohrmaschine" also "bohrmaschine"."""
        word, length = self._word, len(self._word)
        for place in range(_SHORTEST_REST, length - _SHORTEST_REST + 1):
            first, last = word[:place], word[place:]
            head = self._form(last)
            start = self._form(first)
            if head is not None and len(last) >= _SHORTEST_REST and start is not None:
                self._add(head, damping * _PART)
                self._add(start, damping * _OTHER_PART)
            elif head is not None and len(last) > _SHORTEST_PART:
                self._add(head, damping * _HEAD * math.sqrt(len(last) / length))
            elif start is not None and len(first) >= _SHORTEST_PART:
                self._add(start, damping * _OTHER_PART * math.sqrt(len(first) / length))

    def split(self) -> tuple[str, str] | None:
        """Return two terms in use that the word is made of, as evenly long as can be."""
        word, length = self._word, len(self._word)
        if not word.isalpha():
            return None
        places = range(_SHORTEST_REST, length - _SHORTEST_REST + 1)
        for place in sorted(places, key=lambda place: abs(2 * place - length)):
            first, last = self._form(word[:place]), self._form(word[place:])
            if first is not None and last is not None:
                return self._terms[first], self._terms[last]
        return None

    def add_guesses(self, typo_damping: float, sound_damping: float) -> None:
        """Add terms that the word may be a misspelling of or that may have been heard as it."""
        word, length = self._word, len(self._word)
        if length < _SHORTEST_GUESSED:
            return
        sounding = sound(word)
        alike = {number for shelf in self._shelves for number in shelf.same_sound(sounding)}
        most = 3 if length >= _THREE_TYPOS else 2 if length >= _TWO_TYPOS else 1
        for number, count in self._near(most, rough_sound(sounding)):
            term = self._terms[number]
            close = closeness(word, term, count)
            if number in alike:
                self._guess(number, sound_damping * _SOUND * (0.7 + 0.3 * close))
            elif count > most:
                self._guess(number, sound_damping * _ROUGH_SOUND * close)
            if count <= most:
                self._guess(number, typo_damping * _TYPO * self._typo_closeness(term, count, close))

    def _typo_closeness(self, term: str, count: int, close: float) -> float:
        """Return how close a term is that the word may be a misspelling of, 0 if too many letters are wrong.

        A wrong ending besides is no mistake of typing: the "paper" may be asked for as "pxpers".
        """
        word = self._word
        if count > 1 and word[-1] != term[-1] and len(term) >= _SHORTEST_PART:
            bare_word, bare_term = without_s(word), without_s(term)
            if edits(bare_word, bare_term, 1) == 1:
                return _INFLECTED * closeness(bare_word, bare_term, 1)
        longest = max(len(word), len(term))
        is_framed = word[0] == term[0] and (longest > _TWO_TYPOS or word[-1] == term[-1])
        return close if is_framed or count * _LETTERS_PER_TYPO <= longest + 1 else 0.0

    def _near(self, most: int, rough: str) -> list[tuple[int, int]]:
        """Return the ids of terms that are spelt or sound like the word, and how many edits away they are."""
        found = {pair for shelf in self._shelves for pair in shelf.neighbours(self._word, most, rough)}
        return [(number, count) for number, count in found if count]

    def result(self) -> dict[int, float]:
        """Return the best terms with their worth: of two equally close guesses, the commoner term is worth more."""
        heights = {number: math.log1p(self._frequency(number)) for number in self._guesses}
        highest = max(heights.values(), default=0.0) or 1.0
        guesses = {
            number: worth * (1 - _COMMONER + _COMMONER * heights[number] / highest)
            for number, worth in self._guesses.items()
            if heights[number]
        }
        for number, worth in guesses.items():
            self._add(number, worth)
        for number in sorted(guesses, key=guesses.__getitem__, reverse=True)[:_MOST_MEANT]:
            for form in self._same_stem(stem(self._terms[number])):
                self._add(form, guesses[number] * _MEANT_FORM)
        if len(self.found) <= _MOST_TERMS:
            return self.found
        best = sorted(self.found.items(), key=lambda pair: (-pair[1], -self._frequency(pair[0])))
        return dict(best[:_MOST_TERMS])

    def _same_stem(self, root: str) -> list[int]:
        """Return the ids of terms with a stem."""
        found = {number for shelf in self._shelves for number in shelf.same_stem(root)}
        return [number for number in found if stem(self._terms[number]) == root]

    def _add(self, number: int, worth: float) -> None:
        """Add a term unless it is gone, with the highest of its worths."""
        if number >= 0 and worth > self.found.get(number, _LEAST) and self._frequency(number):
            self.found[number] = worth

    def _guess(self, number: int, worth: float) -> None:
        """Note a term that the word may have been meant to be."""
        if worth > self._guesses.get(number, 0.0):
            self._guesses[number] = worth

    def _form(self, part: str) -> int | None:
        """Return a term in use that a part of the word is, linking letters or an ending aside."""
        for ending in ("", *_LINKS):
            if part.endswith(ending):
                number = self._ids.get(part.removesuffix(ending) if ending else part)
                if number is not None and len(part) - len(ending) >= _SHORTEST_REST and self._frequency(number):
                    return number
        return None

    def _is_part(self, part: str) -> bool:
        """Return whether a part of a compound is a word of the collection."""
        return self._form(part) is not None
