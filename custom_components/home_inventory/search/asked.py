"""What somebody has typed: a code, a number, or words that may be misspelt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .document import key_of
from .text import fold, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from .embeddings import Embeddings
    from .keys import Keys
    from .vocabulary import Vocabulary

_SHORTEST_START: Final = 4
"""Characters that must be there of a key that is not whole, or that is one word of several."""
_SHORTEST_CORRECTED: Final = 4
LEAST_WORTH: Final = 0.3
"""What a term has to be worth to be marked: a word that is known is no misspelling of another."""


@dataclass(frozen=True, slots=True)
class AskedWord:
    """A word of a question, folded, and what the collection makes of it."""

    word: str
    meanings: Mapping[str, float]
    """The words of the collection that it may mean, with their worth from 0 to 1."""
    correction: str | None = None
    """The word of the collection that it is surely a misspelling of."""

    @property
    def terms(self) -> Iterator[str]:
        """Return the word and what it is worth taking it for."""
        return (term for term, worth in {**self.meanings, self.word: 1.0}.items() if worth >= LEAST_WORTH)


def known_as(keys: Keys, vocabulary: Vocabulary, query: str, words: Sequence[str]) -> set[int]:
    """Return the documents whose code or number was typed: as the whole question, its beginning, or as one word of it."""
    whole = key_of(query)
    found = set(keys.find(whole))
    is_number = len(whole) >= _SHORTEST_START and any(char.isdecimal() for char in whole)
    if not found and is_number:
        found.update(keys.starting_with(whole))
    if not found and len(words) > 1:
        parts = (key_of(part) for part in fold(query).split())
        codes = [part for part in parts if len(part) >= _SHORTEST_START and vocabulary.get(part) is None]
        found.update(document for code in codes for document in keys.find(code))
    return found


def corrected(query: str, vocabulary: Vocabulary, embeddings: Embeddings, count: Callable[[int], int]) -> str:
    """Return a question with its misspelt words put right, as its meaning is looked up.

    `count` says how many documents have a term of the vocabulary.
    """
    words = []
    for word in tokens(query):
        is_doubtful = len(word) >= _SHORTEST_CORRECTED and word.isalpha() and vocabulary.get(word) is None
        if is_doubtful and not embeddings.knows(word):
            words.append(vocabulary.correct(word, count) or embeddings.correct(word) or word)
        else:
            words.append(word)
    return " ".join(words)


def words_of(
    words: Sequence[str],
    groups: Iterable[Mapping[int, float]],
    vocabulary: Vocabulary,
    count: Callable[[int], int],
    is_real: Callable[[str], bool],
) -> list[AskedWord]:
    """Return the words of a question that say what is looked for, with what each may mean: groups of terms.

    `count` says how many documents have a term of the vocabulary, `is_real` whether a word is one of a language.
    """
    asked = []
    for word, group in zip(words, groups, strict=True):
        meanings = {vocabulary.term(number): worth for number, worth in group.items()}
        is_doubtful = is_misspelt(word, meanings, is_last=word == words[-1]) and not is_real(word)
        asked.append(AskedWord(word, meanings, vocabulary.correct(word, count) if is_doubtful else None))
    return asked


def together(words: Iterable[AskedWord], others: Iterable[AskedWord]) -> list[AskedWord]:
    """Return what two collections make of the words of a question: what one of them has is not misspelt."""
    made = {asked.word: asked for asked in others}
    both = []
    for asked in words:
        if (other := made.get(asked.word)) is None:
            both.append(asked)
            continue
        known = asked.word in asked.meanings or asked.word in other.meanings
        correction = None if known else asked.correction or other.correction
        both.append(AskedWord(asked.word, {**other.meanings, **asked.meanings}, correction))
    return both


def is_misspelt(word: str, meanings: Mapping[str, float], *, is_last: bool) -> bool:
    """Return whether a word may be misspelt: it is in no use itself, nor the beginning of a word that is being typed."""
    is_begun = is_last and any(term.startswith(word) for term in meanings)
    return len(word) >= _SHORTEST_CORRECTED and word.isalpha() and word not in meanings and not is_begun
