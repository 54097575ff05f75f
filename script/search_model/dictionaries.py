"""Makes the dictionaries that bring words of other languages into the space of the English table.

Wiktionary's translations are sorted by meaning. A foreign word is close to the English words that
share most meanings with it, nouns first, since a household is asked about things. Where the
project has a concept for the word, that is what it means.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from wordfreq import zipf_frequency

from .concepts import translations
from .text import phrase

if TYPE_CHECKING:
    from .inputs import Inputs
    from .table import Table

_THINGS: Final = frozenset({"noun.artifact", "noun.food"})
_HOUSEHOLD: Final = _THINGS | {
    *("noun.body", "noun.plant", "noun.substance"),
    *("verb.change", "verb.consumption", "verb.contact", "verb.creation"),
}
_TRANSLATIONS: Final = 2
"""How many English words stand for a foreign one at most: more make the meaning vague."""
_SHARE: Final = 0.5
"""Translations that share less than this part of the best one's meanings are left out."""
_COMMON: Final = 2.5
"""English words said less often than this (log10 of uses in a billion words) are seldom what is meant."""
_KNOWN: Final = 1.0
"""Foreign words used less often than this are left out for the size of the file, unless they name things."""
_ENGLISH: Final = 0.3
"""How much more common in its own language a word has to be for its English reading to be dropped."""


@dataclass(slots=True)
class _Foreign:
    """A folded word of another language."""

    frequency: float = 0.0
    """How common its commonest spelling is; frequencies are known with accents only."""
    shared: Counter[str] = field(default_factory=Counter)
    """How many meanings it shares with which English words; nouns count twice."""


def dictionary(inputs: Inputs, table: Table, language: str) -> dict[str, list[int]]:
    """Return the rows of the table for each single, folded word of a language."""
    household = _words_of(inputs, _HOUSEHOLD)
    things = _words_of(inputs, _THINGS)
    chosen: dict[str, list[str]] = {}
    for word, foreign in _foreign_words(inputs, language).items():
        best = _best(foreign.shared, household)
        wanted = foreign.frequency >= _KNOWN or not things.isdisjoint(best)
        if wanted and not _is_english(word, foreign.frequency, table):
            chosen[word] = best
    for word, names in translations(language).items():
        if word in chosen or not _is_english(word, zipf_frequency(word, language), table):
            chosen[word] = names
    rows = {word: [row for name in names for row in table.tokenizer.rows(name)] for word, names in chosen.items()}
    return {word: found for word, found in rows.items() if found}


def _english(inputs: Inputs) -> dict[str, list[str]]:
    """Return the English words of each meaning."""
    found = defaultdict(list)
    for meaning, lemma in inputs.lemmas("en"):
        if words := phrase(lemma):
            found[meaning].append(words)
    return found


def _words_of(inputs: Inputs, fields: frozenset[str]) -> frozenset[str]:
    """Return the English words for what is in these fields."""
    synsets = (synset for synset in inputs.synsets.values() if synset.field in fields)
    return frozenset(phrase(member) for synset in synsets for member in synset.members)


def _foreign_words(inputs: Inputs, language: str) -> dict[str, _Foreign]:
    """Return the single words of a language that have English translations."""
    english = _english(inputs)
    found: dict[str, _Foreign] = defaultdict(_Foreign)
    for meaning, lemma in inputs.lemmas(language):
        word = phrase(lemma)
        if len(word) > 1 and " " not in word and meaning in english:
            foreign = found[word]
            foreign.frequency = max(foreign.frequency, zipf_frequency(lemma, language))
            for translation in english[meaning]:
                foreign.shared[translation] += 2 if meaning.endswith("-n") else 1
    return found


def _is_english(word: str, frequency: float, table: Table) -> bool:
    """Whether a word is at least as much English as it is of its own language ("radio", "computer")."""
    return table.tokenizer.is_whole(word) and zipf_frequency(word, "en") >= frequency - _ENGLISH


def _best(shared: Counter[str], household: frozenset[str]) -> list[str]:
    """Return the translations that are kept, the most common ones first."""
    least = _SHARE * max(shared.values())
    ranked = sorted(shared, key=lambda word: (-shared[word], -_frequency(word), word))
    close = [word for word in ranked if shared[word] >= least][: _TRANSLATIONS + 1]
    things = [word for word in close if word in household and _frequency(word) >= _COMMON]
    return sorted(things or close, key=lambda word: (-_frequency(word), word))[:_TRANSLATIONS]


def _frequency(words: str) -> float:
    """Return how common the rarest of some English words is: log10 of its uses in a billion words."""
    return min(zipf_frequency(word, "en") for word in words.split())
