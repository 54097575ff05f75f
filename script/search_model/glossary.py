"""Makes the glossary: what an English noun of the household means, in a short sentence with its kinds and synonyms.

Where the project has a concept for the noun, what the thing is for is added, and helps to tell which meaning it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING, Final

from .concepts import concepts
from .text import phrase

if TYPE_CHECKING:
    from .inputs import Inputs, Synset
    from .table import Table

_WEIGHTS: Final = {
    "noun.artifact": 1.0,
    "noun.food": 0.95,
    "noun.substance": 0.9,
    "noun.plant": 0.7,
    "noun.communication": 0.7,
}
"""How likely a word of a household is meant in this field."""
_LONGEST: Final = 3
"""Words of a phrase at most."""

# Found by reading the outcome for a hundred household words with several meanings.
_PER_KIND: Final = 0.15
_FIRST: Final = 0.2


@dataclass(frozen=True, kw_only=True)
class _Meaning:
    """What a word may mean."""

    gloss: str
    weight: float
    commonness: float
    """How much speaks for it whatever the word: more for what has many kinds, or is called by this word first."""


def glossary(inputs: Inputs, table: Table) -> dict[str, str]:
    """Return the gloss of the likeliest meaning of each folded word or phrase."""
    kinds = Counter(key for synset in inputs.synsets.values() for key in synset.hypernyms)
    meanings: dict[str, list[_Meaning]] = defaultdict(list)
    for key, synset in inputs.synsets.items():
        weight = _WEIGHTS.get(synset.field)
        if weight is None:
            continue
        gloss = _gloss(synset, inputs)
        for place, word in enumerate(dict.fromkeys(phrase(member) for member in synset.members)):
            if word and len(word.split()) <= _LONGEST:
                commonness = _PER_KIND * log2(1 + kinds[key]) + (0 if place else _FIRST)
                meanings[word].append(_Meaning(gloss=gloss, weight=weight, commonness=commonness))
    own = _own_descriptions()
    hints = {word: own.get(word, word) for word in meanings}
    glosses = {word: _likeliest(hints[word], found, table).gloss for word, found in meanings.items()}
    return glosses | {word: f"{glosses.get(word, '')} {text}".strip() for word, text in own.items()}


def _own_descriptions() -> dict[str, str]:
    """Return what the project's concepts say about English words and phrases, the first that has the word."""
    found: dict[str, str] = {}
    for concept in concepts():
        for word in map(phrase, concept.names):
            if len(word.split()) <= _LONGEST:
                found.setdefault(word, concept.description)
    return found


def _gloss(synset: Synset, inputs: Inputs) -> str:
    """Return a definition with the words for the thing and for its kinds, each once."""
    kinds = [inputs.synsets[key] for key in synset.hypernyms if key in inputs.synsets]
    names = [*synset.members, *(member for kind in kinds for member in kind.members[:2])]
    return " ".join(dict.fromkeys([*synset.definitions[:1], *names]))


def _likeliest(hint: str, meanings: list[_Meaning], table: Table) -> _Meaning:
    """Return the meaning that fits a household and a hint, the word or what is known of it, best."""
    if len(meanings) == 1:
        return meanings[0]
    close = table.embed([meaning.gloss for meaning in meanings]) @ table.embed([hint])[0]
    scores = [
        meaning.weight * (1 + float(cosine) + meaning.commonness)
        for meaning, cosine in zip(meanings, close, strict=True)
    ]
    return meanings[scores.index(max(scores))]
