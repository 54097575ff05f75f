"""The search index: words, codes and meanings of everything that can be found, derived and in memory."""

from __future__ import annotations

import threading
from functools import lru_cache, partial
from itertools import compress
from typing import TYPE_CHECKING, Final

import numpy as np

from . import lexical
from .asked import corrected, known_as, words_of
from .document import ALIAS_WORTH, alias_key, key_of
from .hit import Hit
from .meaning import Meaning
from .postings import term_weights, union
from .state import Recent, State, prefixed, without
from .text import content, tokens
from .vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence

    from .asked import AskedWord
    from .document import Document
    from .embeddings import Embeddings
    from .glossary import Glossary
    from .lexical import LexicalScores
    from .texts import Growing

_POOLED, _LATE, _GLOSS = 0.4, 0.8, 0.3
"""What meaning counts beside the squared share of the words, whose most is 1: measured in docs/search.md."""
_CANDIDATES: Final = 1000
_PERFECT: Final = 1.0 + _POOLED + _LATE
_LEAST_SHARE: Final = 0.34
"""What has about a third of what is asked for in words is told in any case."""
_NEAREST: Final = 10
_FAINTEST: Final = 0.2
"""So many of the nearest are told even if they are far, but none with less than this score,"""
_SURE, _BESIDE_SURE = 0.7, 0.3
"""and beside one that is surely meant none with less than this part of its score."""
_CLOSE: Final = 0.9
"""What has this part of the best one's score is told however many there are."""
_DOUBTFUL, _NEAREST_OF_DOUBTFUL = 0.3, 7
"""Where even the best has less, most probably nothing fits: then fewer are told. docs/search.md has what that costs."""
_SETTLE_AT: Final = 2000
_LEAST_IMPORTANCE: Final = 0.5
_WORDS: Final = "words_"
"""What the names of the vocabulary's arrays begin with in a cache."""


class SearchIndex:
    """Changed, searched and settled in any threads, at the same time."""

    def __init__(self, embeddings: Embeddings | None = None, glossary: Glossary | None = None) -> None:
        """Start empty; without embeddings search goes by words alone."""
        self._embeddings = embeddings
        self._glossary = glossary
        # Not a method: the index would refer to itself, and stay in memory until somebody collects it.
        self._gloss_tokens = lru_cache(maxsize=5000)(partial(_encode_gloss, embeddings))
        self._vocabulary = Vocabulary()
        self._state = State(meaning=None if embeddings is None else Meaning(embeddings))
        self._lock = threading.Lock()
        self._settling = threading.Lock()
        self._kept: tuple[State, tuple[object, ...], list[dict[int, float]]] | None = None

    def __len__(self) -> int:
        """Return how many documents there are."""
        return len(self._state)

    def put(self, document: Document) -> None:
        """Add a document or replace it; some 100 microseconds."""
        prepared = self._prepare(document)
        with self._lock:
            self._state.add(*prepared)

    def put_all(self, documents: Iterable[Document], but: Container[str]) -> None:
        """Add many documents, in a thread; those whose ids are in `but`, at the time when it is their turn, are left out."""
        for document in documents:
            prepared = self._prepare(document)
            with self._lock:
                if document.id not in but:
                    self._state.add(*prepared)
            state = self._state
            if len(state.recent) >= max(
                _SETTLE_AT, state.settled
            ):  # each time twice as much, or it would take for ever
                self.settle()

    def discard(self, document_id: str) -> None:
        """Forget a document."""
        with self._lock:
            self._state.discard(document_id)

    @property
    def wants_settling(self) -> bool:
        """Whether so much was added or replaced that it is worth settling."""
        state = self._state
        return len(state.recent) >= _SETTLE_AT or len(state.dead) > max(_SETTLE_AT, len(state) // 10)

    def settle(self) -> None:
        """Fold what was added into the large arrays, and forget what is gone. In a thread; changes and searches go on."""
        with self._settling:
            self._vocabulary.settle()
            with self._lock:
                old, end, dead = self._state, len(self._state.ids), set(self._state.dead)
                terms = len(self._vocabulary)
            new, numbers = old.compacted(end, terms)
            with self._lock:
                for number in old.dead - dead:
                    if number < end and numbers[number] >= 0:
                        new.discard(old.ids[number])
                for number, document in enumerate(old.recent[end - old.settled :], end):
                    if old.number_of(document.id) == number:
                        new.add(document, old.postings.weights_of(number))
                self._state, self._kept = new, None

    def pack(self) -> dict[str, np.ndarray]:
        """Return the arrays that a cache keeps: everything up to now. In a thread."""
        self.settle()
        with self._settling:
            state = self._state
            return {**state.pack(), **prefixed(_WORDS, self._vocabulary.pack())}

    @classmethod
    def unpack(
        cls, arrays: Mapping[str, np.ndarray], embeddings: Embeddings | None, glossary: Glossary | None
    ) -> SearchIndex:
        """Return the index that was packed. In a thread; raises KeyError or ValueError for what is none."""
        index = cls(embeddings, glossary)
        index._vocabulary = Vocabulary.unpack(without(_WORDS, arrays))
        index._state = State.unpack(arrays, embeddings)
        return index

    # Searching

    def search(
        self,
        query: str,
        expand: Callable[[str], Mapping[str, float]] = lambda _word: {},
        *,
        within: Sequence[Collection[str]] = (),
        most_hits: int | None = None,
    ) -> list[Hit]:
        """Return what fits, the best first. In a thread.

        `expand` returns marks that a word may mean besides itself, with their worth from 0 to 1, as the places of that
        name. `within` are groups of marks: a document has to have one of each group.
        """
        with self._lock:
            state, end = self._state, len(self._state.ids)
        if not end:
            return []
        words = content(list(dict.fromkeys(tokens(query))))
        shares = self._score_words(state, end, words, expand).shares
        scores = self._fuse(state, end, query, words, shares)
        for document in state.keys.find(alias_key(query)):  # who says the whole of another name means it
            if document < end:
                meant = shares[document] ** 2 + (self._perfect - 1) * ALIAS_WORTH
                scores[document] = max(scores[document], meant)
        for document in known_as(state.keys, self._vocabulary, query, words):
            if document < end:
                scores[document] = _PERFECT + shares[document]
        # What would not be told, most of them, is not looked at any further.
        allowed = ((shares >= _LEAST_SHARE) & (scores > 0)) | (scores >= _FAINTEST * self._perfect)
        allowed &= state.alive(end)
        for marks in within:
            allowed &= union(state.postings, self._term_ids(marks), end)
        numbers, ids = _ranked(state.ids, scores, np.flatnonzero(allowed), most_hits)
        values = np.minimum(scores[numbers] / self._perfect, 1.0)
        told = _is_told(values, shares[numbers]).tolist()
        rounded = values.astype(np.float64).round(4).tolist()
        return list(map(Hit, compress(ids, told), compress(rounded, told), strict=True))

    def words_of(self, query: str) -> list[AskedWord]:
        """Return what is made of the words of a question. In a thread."""
        state, words = self._state, content(list(dict.fromkeys(tokens(query))))
        return words_of(words, self._meanings(state, words), self._vocabulary, state.postings.count, self._is_real)

    def _meanings(self, state: State, words: Sequence[str]) -> list[dict[int, float]]:
        """Return the terms that each word may mean; kept for the next one who asks the same before anything changes."""
        key = (len(state.ids), len(state.dead), *words)
        kept = self._kept
        if kept is None or kept[0] is not state or kept[1] != key:
            self._kept = kept = (state, key, self._vocabulary.expand_all(words, state.postings.count, self._is_real))
        return [dict(group) for group in kept[2]]

    @property
    def _perfect(self) -> float:
        """Return the score of what fits in every way."""
        return 1.0 if self._embeddings is None else _PERFECT

    def _score_words(
        self, state: State, end: int, words: Sequence[str], expand: Callable[[str], Mapping[str, float]]
    ) -> LexicalScores:
        """Score by words, and by what they are the names of."""
        groups = self._meanings(state, words)
        for word, group in zip(words, groups, strict=True):
            for mark, worth in expand(word).items():
                if (term := self._vocabulary.get(mark)) is not None:
                    group[term] = worth
        importance = [self._importance(word) for word in words]
        return lexical.score(state.postings, groups, importance, end=end, total=len(state))

    def _fuse(self, state: State, end: int, query: str, words: Sequence[str], shares: np.ndarray) -> np.ndarray:
        """Return scores, float32, shape (end,)."""
        scores: np.ndarray = shares**2
        meaning = state.meaning
        if meaning is None or self._embeddings is None or not words:
            return scores
        asked = corrected(query, self._vocabulary, self._embeddings, state.postings.count)
        scores = scores + np.float32(_POOLED) * meaning.cosine(asked)[:end]
        top = min(_CANDIDATES, end)
        candidates = np.argpartition(-scores, top - 1)[:top]
        scores[candidates] += np.float32(_LATE) * meaning.late(asked, candidates)
        scores[candidates] += np.float32(_GLOSS) * meaning.late_gloss(asked, candidates)
        return scores

    def _is_real(self, word: str) -> bool:
        return self._embeddings is not None and self._embeddings.knows(word)

    def _importance(self, word: str) -> float:
        """Return how much a word counts: function words that slipped through count less."""
        return 1.0 if self._embeddings is None else max(self._embeddings.weight(word), 0.0) ** _LEAST_IMPORTANCE

    def _term_ids(self, terms: Iterable[str]) -> list[int]:
        return [term_id for term in terms if (term_id := self._vocabulary.get(term)) is not None]

    def _prepare(self, document: Document) -> tuple[Recent, dict[int, float]]:
        """Return a document as it is added."""
        weights = term_weights(document)
        tokens_, gloss = self._tokens(document)
        with self._lock:
            terms = {self._vocabulary.add(term): weight for term, weight in weights.items()}
        return Recent(document.id, _keys(document), tokens_, gloss), terms

    def _tokens(self, document: Document) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return what the meaning of a document is made of, and of what is known of such things."""
        if self._embeddings is None:
            return (), ()
        name, meant = document.name, document.meaning
        ids = self._embeddings.encode(name)
        gloss = ""
        if self._glossary is not None:
            called = self._embeddings.in_english(name, ids)
            gloss = self._glossary.gloss_of(called) if called else self._glossary.gloss(name)
        return tuple(self._embeddings.encode(meant) if meant else ids), self._gloss_tokens(gloss)


def _encode_gloss(embeddings: Embeddings | None, gloss: str) -> tuple[int, ...]:
    """Return the tokens of what is known of things; many things are of one kind."""
    return () if embeddings is None else tuple(dict.fromkeys(embeddings.encode(gloss)))


def _keys(document: Document) -> tuple[str, ...]:
    """Return what a document is found by as a whole."""
    return (*map(key_of, document.keys), *map(alias_key, document.aliases))


def _ranked(ids: Growing, scores: np.ndarray, numbers: np.ndarray, most: int | None) -> tuple[np.ndarray, list[str]]:
    """Return the best documents, the best first, and their ids; those with the same score in the order of these."""
    if most is not None and most < len(numbers):
        numbers = numbers[np.argpartition(-scores[numbers], most - 1)[:most]]
    named = ids.of(numbers.tolist())
    order = np.array(sorted(range(len(named)), key=named.__getitem__), np.intp)
    order = order[np.argsort(-scores[numbers[order]], kind="stable")]
    return numbers[order], [named[place] for place in order.tolist()]


def _is_told(values: np.ndarray, shares: np.ndarray) -> np.ndarray:
    """Return a mask of what is worth telling, of scores from 0 to 1 in their order and of the shares in words."""
    if not len(values):
        return np.zeros(0, bool)
    best = values[0]
    least = max(_FAINTEST, _BESIDE_SURE * best if best >= _SURE else 0.0)
    most = _NEAREST_OF_DOUBTFUL if best < _DOUBTFUL else _NEAREST
    is_near = (np.arange(len(values)) < most) | (values >= _CLOSE * best)
    told: np.ndarray = (shares >= _LEAST_SHARE) | ((values >= least) & is_near)
    return told
