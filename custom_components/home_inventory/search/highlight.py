"""Where in a text the words stand that made it fit a question, and putting right what was misspelt in one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from .asked import LEAST_WORTH
from .document import key_of
from .stems import is_inflection
from .text import fold, spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from .asked import AskedWord

    type Marks = list[list[int]]

_BESIDE_BEST: Final = 0.6
"""Of what one word may mean, only what comes near the best that a thing has is marked in it."""
_SHORTEST_KEY: Final = 4
_CODE_LENGTH: Final = 4
_fold_one: Final = lru_cache(maxsize=4096)(fold)


class Folded:
    """A text as words are compared, with the way back: where each of its characters comes from."""

    def __init__(self, text: str) -> None:
        """Fold a text sign by sign, which is the same as folding it at once."""
        self.text = text.lower() if text.isascii() else "".join(map(_fold_one, text))
        self._starts: Sequence[int] = range(len(text))
        self._ends: Sequence[int] = range(1, len(text) + 1)
        if not text.isascii():
            self._starts, self._ends = _ways_back(text)

    def words(self) -> Iterator[tuple[str, int, int]]:
        """Yield the folded words, and where in the folded text they begin and end."""
        return ((self.text[first:last], first, last) for first, last in spans(self.text))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return where a part of the folded text stands in the text as it is."""
        return self._starts[first], self._ends[last - 1]


def _ways_back(text: str) -> tuple[list[int], list[int]]:
    """Return for each folded character where the sign begins and ends that it comes from."""
    starts: list[int] = []
    ends: list[int] = []
    for place, sign in enumerate(text):
        count = len(_fold_one(sign))
        starts += [place] * count
        ends += [place + 1] * count
        if not count and ends:
            ends[-1] = place + 1  # an accent belongs to the letter before it
    return starts, ends


@dataclass(frozen=True, slots=True)
class _Match:
    """A part of a text that has to do with a word of the question."""

    field: str
    word: str
    worth: float
    start: int
    end: int


class Highlighter:
    """Marks words in texts: the same for all that one question has found."""

    def __init__(self, query: str, words: Sequence[AskedWord]) -> None:
        """Take a question, and what was made of its words."""
        self._asked: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
        for asked in words:
            for term, worth in {asked.word: 1.0, **asked.meanings}.items():
                if worth >= LEAST_WORTH:
                    self._asked[term].append((asked.word, worth))
        whole = key_of(query)
        parts = {key_of(part) for part in fold(query).split()}
        self._keys = {whole} | {part for part in parts if len(part) >= _SHORTEST_KEY}
        is_number = len(whole) >= _SHORTEST_KEY and any(sign.isdecimal() for sign in whole)
        self._beginning = whole if is_number else None

    def marks(self, texts: Mapping[str, str | None]) -> dict[str, Marks]:
        """Return for each text in which something is marked where: starts and ends in UTF-16 code units, ascending.

        All texts are those of one thing: a poorer match is not marked beside a better one.
        """
        matches = [match for field, text in texts.items() if text for match in self._matches(field, text)]
        best: defaultdict[str, float] = defaultdict(float)
        for match in matches:
            best[match.word] = max(best[match.word], match.worth)
        found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for match in matches:
            if match.worth >= _BESIDE_BEST * best[match.word]:
                found[match.field].append((match.start, match.end))
        return {field: _in_units(texts[field] or "", _merged(places)) for field, places in found.items()}

    def key_marks(self, keys: Mapping[str, str | None]) -> dict[str, Marks]:
        """Return the codes and numbers that were asked for, marked as a whole."""
        return {field: [[0, _units(text)]] for field, text in keys.items() if text and self._is_key(key_of(text))}

    def _is_key(self, key: str) -> bool:
        return key in self._keys or (self._beginning is not None and key.startswith(self._beginning))

    def _matches(self, field: str, text: str) -> Iterator[_Match]:
        """Yield what in a text has to do with a word of the question; two words may be one that is asked for."""
        folded = Folded(text)
        tokens = list(folded.words())
        for token, first, _last in tokens:
            for word, worth in self._asked.get(token, ()):
                start, end = _part(word, token)
                yield _Match(field, word, worth, *folded.span(first + start, first + end))
        for (left, first, _), (right, _, last) in pairwise(tokens):
            for word, worth in self._asked.get(left + right, ()):
                yield _Match(field, word, worth, *folded.span(first, last))


def put_right(question: str, words: Sequence[AskedWord], texts: Iterable[str] = ()) -> str:
    """Return a question with its misspelt words put right, spelt as they are in one of some texts.

    Codes are left alone, and so is what stands together with digits.
    """
    corrections = {asked.word: asked.correction for asked in words if asked.correction}
    spellings = {correction: correction for correction in corrections.values()}
    for text in texts:
        for token, start, end in _places(text):
            if spellings.get(token) == token:
                spellings[token] = text[start:end]
    parts, done = [], 0
    for token, start, end in _places(question):
        if token in corrections and not _is_code(question, start, end):
            parts += [question[done:start], spellings[corrections[token]]]
            done = end
    return "".join([*parts, question[done:]])


def _places(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the folded words of a text, and where in it they stand."""
    folded = Folded(text)
    return ((token, *folded.span(first, last)) for token, first, last in folded.words())


def _is_code(text: str, start: int, end: int) -> bool:
    """Return whether a word of a text is a code or a part of one, judging by what it is written together with."""
    before, after = text[:start].rpartition(" ")[2], text[end:].partition(" ")[0]
    chunk = before + text[start:end] + after
    return any(sign.isdecimal() for sign in chunk) or (len(chunk) == _CODE_LENGTH and chunk.isupper())


def _part(word: str, token: str) -> tuple[int, int]:
    """Return which part of a word of a text is marked: the part that was asked for, else the whole word."""
    place = token.find(word)
    if place < 0 or is_inflection(word, token):
        return 0, len(token)
    return place, place + len(word)


def _merged(places: list[tuple[int, int]]) -> Marks:
    """Return marks in their order, those that overlap or touch as one."""
    merged: Marks = []
    for start, end in sorted(places):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return merged


def _in_units(text: str, marks: Marks) -> Marks:
    """Return marks counted in UTF-16 code units, as JavaScript does."""
    if text.isascii():
        return marks
    return [[_units(text[:place]) for place in mark] for mark in marks]


def _units(text: str) -> int:
    """Return how long a text is as JavaScript counts."""
    return len(text.encode("utf-16-le")) // 2
