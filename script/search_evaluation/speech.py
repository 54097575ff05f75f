"""Mistakes of a speech recogniser: another word that sounds alike, word boundaries moved, the sound written otherwise."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from .sounds import SPELLINGS, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

_SHORTEST: Final = 4
"""Shorter words are what a recogniser gets right: articles, prepositions."""
_SHORTEST_PART: Final = 3
_VOWELS: Final = frozenset("aeiouyäöüáéíóúàèìòùâêîôû")
_PREFERENCE: Final = (("word", 6), ("boundary", 1), ("sound", 2))
"""How often each kind of mistake is made where all are possible: recognisers write real words."""


def misheard(text: str, language: str, chance: Random) -> str | None:
    """Return a text with one mistake of a speech recogniser, or None if there is nothing to mishear."""
    words = text.split()
    made = {
        "word": list(_other_words(words, language)),
        "boundary": list(_other_boundaries(words)),
        "sound": list(_other_spellings(words, language)),
    }
    kinds = [(kind, weight) for kind, weight in _PREFERENCE if made[kind]]
    if not kinds:
        return None
    (kind,) = chance.choices([kind for kind, _ in kinds], [weight for _, weight in kinds])
    return " ".join(chance.choice(made[kind]))


def _other_words(words: list[str], language: str) -> Iterator[list[str]]:
    """Yield the words with one of them taken for another that sounds alike."""
    alike = _alike(language)
    for number, word in enumerate(words):
        for other in alike.get(word.lower(), ()):
            yield [*words[:number], other, *words[number + 1 :]]


def _other_boundaries(words: list[str]) -> Iterator[list[str]]:
    """Yield the words with two of them run together, or a long one taken apart where a syllable begins."""
    for number, word in enumerate(words):
        if not word.isalpha():
            continue
        following = words[number + 1] if number + 1 < len(words) else ""
        if len(word) >= _SHORTEST_PART and len(following) >= _SHORTEST_PART and following.isalpha():
            yield [*words[:number], word + following.lower(), *words[number + 2 :]]
        for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            if (
                word[at].lower() not in _VOWELS
                and word[at + 1 : at + 2].lower() in _VOWELS
                and len(word) > 2 * _SHORTEST
            ):
                yield [*words[:number], word[:at], word[at:], *words[number + 1 :]]


def _other_spellings(words: list[str], language: str) -> Iterator[list[str]]:
    """Yield the words with one sound of one of them written otherwise."""
    pairs = [pair.partition(" ") for pair in SPELLINGS.get(language, SPELLINGS["en"]).split("; ")]
    for number, word in enumerate(words):
        folded = word.lower()
        if len(word) < _SHORTEST or not word.isalpha():
            continue
        for written, _, sound in pairs:
            at = folded.find(written, 1)
            if at > 0:
                other = folded[:at] + sound.strip() + folded[at + len(written) :]
                yield [*words[:number], other, *words[number + 1 :]]


@cache
def _alike(language: str) -> dict[str, tuple[str, ...]]:
    """Return for each word of the table those that sound alike."""
    groups = (group.split() for line in WORDS.get(language, WORDS["en"]).splitlines() for group in line.split(";"))
    found: dict[str, tuple[str, ...]] = {}
    for group in groups:
        for word in group:
            found[word] = tuple(dict.fromkeys((*found.get(word, ()), *(other for other in group if other != word))))
    return found
