"""Search by words in plain Python, for where numpy can't be loaded: smaller, slower, and without meanings."""

from __future__ import annotations

import heapq
import math
from array import array
from bisect import bisect_left, insort
from collections import defaultdict
from threading import Lock
from typing import TYPE_CHECKING, Final

from .asked import AskedWord, is_misspelt
from .document import ALIAS_WORTH, key_of
from .hit import Hit
from .spelling import edits
from .stems import stem
from .text import STOP_WORDS, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence

    from .document import Document

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
_KEY_WORTH: Final = 0.8
_LEAST_SHARE: Final = 0.34
"""An item has to have about a third of what is asked for."""


class PlainIndex:
    """Words of items. Changed, searched and settled in any threads, at the same time.

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
        self._lock = Lock()

    def __len__(self) -> int:
        """Return how many items are in the index."""
        return len(self._documents)

    def put(self, document: Document) -> None:
        """Add a document or replace it."""
        self.put_all([document], ())

    def put_all(self, documents: Iterable[Document], but: Container[str]) -> None:
        """Add many documents; those whose ids are in `but`, at the time when it is their turn, are left out."""
        for document in documents:
            marks, weights = _weighed(document)
            with self._lock:
                if document.id not in but:
                    self._put(document.id, marks, weights)

    def _put(self, document_id: str, marks: Container[str], weights: Mapping[str, int]) -> None:
        """Add a document by the weights of its terms."""
        self._forget(document_id)
        number = self._documents[document_id] = len(self._ids)
        self._ids.append(document_id)
        for term, weight in weights.items():
            if (postings := self._postings.get(term)) is None:
                postings = self._postings[term] = array("Q")
                if term not in marks:
                    self._learn(term)
            postings.append(number << _WEIGHT_BITS | weight)

    def discard(self, document_id: str) -> None:
        """Forget a document."""
        with self._lock:
            self._forget(document_id)

    def _forget(self, document_id: str) -> None:
        if (document := self._documents.pop(document_id, None)) is not None:
            self._ids[document] = None

    @property
    def wants_settling(self) -> bool:
        """Whether most of it is about documents that were replaced."""
        return len(self._ids) > 2 * len(self._documents) + 1000

    def settle(self) -> None:
        """Forget what was replaced."""
        with self._lock:
            numbers = {number: place for place, number in enumerate(self._documents.values())}
            for term, postings in self._postings.items():
                pairs = ((posting >> _WEIGHT_BITS, posting & _WEIGHT_MASK) for posting in postings)
                kept = (numbers[old] << _WEIGHT_BITS | weight for old, weight in pairs if old in numbers)
                self._postings[term] = array("Q", kept)
            known = list(self._documents)
            self._ids = [*known]
            self._documents = {document_id: number for number, document_id in enumerate(known)}

    def pack(self) -> None:
        """Return nothing: it is made anew at each start."""

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
        asked = list(dict.fromkeys(tokens(query)))
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

    def words_of(self, query: str) -> list[AskedWord]:
        """Return what is made of the words of a question."""
        asked = list(dict.fromkeys(tokens(query)))
        asked = [word for word in asked if word not in STOP_WORDS] or asked
        return [AskedWord(word, self._terms_for(word), self._correction(word, asked[-1])) for word in asked]

    def _correction(self, word: str, last: str) -> str | None:
        """Return the word that another is surely a misspelling of."""
        terms = self._terms_for(word)
        alike = self._similar(word) if is_misspelt(word, terms, is_last=word == last) else {}
        best = [term for term, worth in alike.items() if worth == max(alike.values())]
        return best[0] if len({stem(term) for term in best}) == 1 and alike == terms else None

    def _documents_with(self, marks: Collection[str]) -> set[int]:
        """Return the documents that have one of the marks."""
        found = (self._postings.get(mark, ()) for mark in marks)
        return {posting >> _WEIGHT_BITS for postings in found for posting in postings}

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


def trigrams(word: str) -> set[str]:
    """Return the groups of three letters of a word, its edges marked."""
    marked = f"^{word}$"
    return {marked[start : start + 3] for start in range(len(marked) - 2)}


def _weighed(document: Document) -> tuple[Mapping[str, int], dict[str, int]]:
    """Return the marks of a document, and all its terms, with what each is worth."""
    marks = {term: round(worth * MOST_WEIGHT) for term, worth in document.marks}
    texts = (
        (document.name, 1.0),
        *((alias, ALIAS_WORTH) for alias in document.aliases),
        *document.texts,
        *((key_of(key), _KEY_WORTH) for key in document.keys),
    )
    weights: dict[str, int] = dict(marks)
    for text, worth in texts:
        for word in tokens(text):
            weights[word] = max(weights.get(word, 0), round(worth * MOST_WEIGHT))
    return marks, weights
