"""An inverted index: for each word the items that have it and how much it says about them."""

from __future__ import annotations

import heapq
import math
from array import array
from bisect import bisect_left, insort
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .words import STOP_WORDS, edits, stem, trigrams, words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

_WEIGHT_BITS: Final = 4
_WEIGHT_MASK: Final = (1 << _WEIGHT_BITS) - 1
MOST_WEIGHT: Final = _WEIGHT_MASK

_PREFIX_WORTH: Final = 0.8
_STEM_WORTH: Final = 0.95
_INSIDE_WORTH: Final = 0.6
_TYPO_WORTH: Final = 0.6
_SHORTEST_PREFIX: Final = 2
_SHORTEST_INSIDE: Final = 4
_MOST_EXPANSIONS: Final = 60
_LETTERS_PER_TYPO: Final = 4
"""At most one letter in four may be wrong: with more, chance hits outnumber the meant ones."""
_LEAST_SHARE: Final = 0.34
"""An item has to have about a third of what is asked for."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An item that was found, and how well it fits, from 0 to 1."""

    id: str
    score: float


class SearchIndex:
    """Words of items. Changed on the event loop only; searching may run in another thread at the same time.

    Postings are one number each, document << 4 | weight: an item that is put again gets a new document number, the
    old one is skipped until the index is compacted.
    """

    def __init__(self) -> None:
        """Start empty."""
        self._ids: list[str | None] = []
        self._documents: dict[str, int] = {}
        self._postings: dict[str, array[int]] = {}
        self._vocabulary: list[str] = []
        self._by_trigram: defaultdict[str, list[str]] = defaultdict(list)

    def __len__(self) -> int:
        """Return how many items are in the index."""
        return len(self._documents)

    def put(self, item_id: str, texts: Mapping[str, int], marks: Mapping[str, int]) -> None:
        """Add an item or replace it. `texts` maps texts to the weight (1 to 15) of their words.

        `marks` are terms that are no words, as a place's id; only `search`'s `expand` asks for them.
        """
        self.discard(item_id)
        weights: dict[str, int] = dict(marks)
        for text, weight in texts.items():
            for word in words(text):
                weights[word] = max(weights.get(word, 0), weight)
        document = len(self._ids)
        self._ids.append(item_id)
        self._documents[item_id] = document
        for term, weight in weights.items():
            if (postings := self._postings.get(term)) is None:
                postings = self._postings[term] = array("Q")
                if term not in marks:
                    self._learn(term)
            postings.append(document << _WEIGHT_BITS | weight)

    def discard(self, item_id: str) -> None:
        """Forget an item."""
        if (document := self._documents.pop(item_id, None)) is not None:
            self._ids[document] = None

    @property
    def is_wasteful(self) -> bool:
        """Whether most of the index is about items that were replaced: time to build it anew."""
        return len(self._ids) > 2 * len(self._documents) + 1000

    def search(
        self,
        query: str,
        expand: Callable[[str], Mapping[str, float]],
        *,
        within: Sequence[Collection[str]] = (),
        most_hits: int | None = None,
    ) -> list[Hit]:
        """Return the items that fit, the best first.

        `expand` returns terms that a word may mean besides itself with their worth from 0 to 1, as the marks of the
        places of that name. `within` are groups of marks: an item has to have one of each group.
        """
        asked = list(dict.fromkeys(words(query)))
        asked = [word for word in asked if word not in STOP_WORDS] or asked
        scores: defaultdict[int, float] = defaultdict(float)
        most = 0.0
        for word in asked:
            terms = self._terms_for(word) | dict(expand(word))
            most += self._add_scores(terms, scores) if terms else 1.0
        ids, least = self._ids, most * _LEAST_SHARE
        fitting = ((document, score) for document, score in scores.items() if score >= least and ids[document])
        if within:
            allowed = set.intersection(*(self._documents_with(marks) for marks in within))
            fitting = ((document, score) for document, score in fitting if document in allowed)
        best = heapq.nsmallest(most_hits or len(scores), fitting, key=lambda found: (-found[1], ids[found[0]] or ""))
        return [Hit(ids[document] or "", round(min(score / most, 1.0), 4)) for document, score in best]

    def _documents_with(self, marks: Collection[str]) -> set[int]:
        """Return the documents that have one of the marks."""
        found = (self._postings.get(mark, ()) for mark in marks)
        return {posting >> _WEIGHT_BITS for postings in found for posting in postings}

    def suggest(self, query: str, count: int) -> list[str]:
        """Return the ids of items that may have been meant, the likeliest first."""
        return [hit.id for hit in self.search(query, lambda _word: {}, most_hits=count)]

    def _learn(self, word: str) -> None:
        """Take a new word into the vocabulary."""
        insort(self._vocabulary, word)
        for trigram in trigrams(word):
            self._by_trigram[trigram].append(word)

    def _add_scores(self, terms: Mapping[str, float], scores: defaultdict[int, float]) -> float:
        """Add to each item what its best term for one word of the question is worth; return the most there could be."""
        best: dict[int, float] = {}
        for term, worth in terms.items():
            postings = self._postings.get(term)
            if postings is None:
                continue
            for posting in postings:
                document = posting >> _WEIGHT_BITS
                value = worth * (0.5 + 0.5 * (posting & _WEIGHT_MASK) / MOST_WEIGHT)
                if value > best.get(document, 0.0):
                    best[document] = value
        rarity = 1.0 + math.log1p(len(self._documents) / (1 + len(best)))
        for document, value in best.items():
            scores[document] += rarity * value
        return rarity

    def _terms_for(self, word: str) -> dict[str, float]:
        """Return the words of the vocabulary that a word of the question may mean, with their worth."""
        terms: dict[str, float] = {word: 1.0} if word in self._postings else {}
        root = stem(word)
        for term in self._starting_with(root.removesuffix("y")):  # "batteries" do not start with "battery"
            if stem(term) == root:
                terms.setdefault(term, _STEM_WORTH)
            elif len(word) >= _SHORTEST_PREFIX and term.startswith(word):
                terms.setdefault(term, _PREFIX_WORTH)
        if len(word) >= _SHORTEST_INSIDE:
            for term in self._containing(word):
                terms.setdefault(term, _INSIDE_WORTH)
        return terms or self._similar(word)

    def _starting_with(self, start: str) -> list[str]:
        """Return words of the vocabulary that start so."""
        first = bisect_left(self._vocabulary, start)
        found = []
        for term in self._vocabulary[first : first + _MOST_EXPANSIONS]:
            if not term.startswith(start):
                break
            found.append(term)
        return found

    def _containing(self, part: str) -> list[str]:
        """Return words of the vocabulary that a word is a part of, as German writes its compounds."""
        inner = {part[start : start + 3] for start in range(len(part) - 2)}
        rarest = min((self._by_trigram.get(trigram, []) for trigram in inner), key=len)
        return [term for term in rarest if part in term][:_MOST_EXPANSIONS]

    def _similar(self, word: str) -> dict[str, float]:
        """Return words of the vocabulary that a word may be a misspelling of."""
        most = min(len(word) // _LETTERS_PER_TYPO, 2)
        if not most:
            return {}
        shared: defaultdict[str, int] = defaultdict(int)
        for trigram in trigrams(word):
            for term in self._by_trigram.get(trigram, ()):
                shared[term] += 1
        likely = sorted(shared, key=lambda term: (-shared[term], term))[:200]
        counted = ((term, edits(word, term, most)) for term in likely)
        return {term: _TYPO_WORTH / count for term, count in counted if count <= most}
