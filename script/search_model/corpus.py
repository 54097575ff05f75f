"""Makes the texts that the table learns from: what people write on things, ask for and explain."""

from __future__ import annotations

import json
import random
import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

from wordfreq import top_n_list, zipf_frequency

from .concepts import concepts
from .lists import COLOURS, MAKERS, NUMBERS, QUALITIES, QUESTIONS, SIZES
from .text import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from .inputs import Inputs, Synset

_SEED: Final = 20
_TITLES: Final = 50_000
_SPOKEN: Final = 8_000
_OTHER_DEFINITIONS: Final = 0.15
"""The part of definitions that is taken of what no household holds: the table should know these words too."""
_DEFINITION: Final = range(4, 140)
_EXAMPLE: Final = range(6, 150)
"""Letters of a definition and of an example that are taken."""
_OWN: Final = 8
"""How often the pairs of the project's concepts are learned for each time that one of WordNet's is."""

# What a household holds, and what happens to it or describes it.
_NAMED: Final = frozenset(
    f"noun.{name}" for name in ("artifact", "food", "substance", "object", "communication", "act", "body")
)
_DEFINED: Final = (
    _NAMED
    | {"noun.plant", "noun.attribute", "noun.shape"}
    | {f"verb.{name}" for name in ("change", "consumption", "contact", "creation")}
)
_THINGS: Final = {"noun.artifact": 3.0, "noun.food": 1.0, "noun.substance": 1.0, "noun.plant": 1.0}
"""What item names are invented for, and how often."""

# How often a name has a maker or a size, and a model, a purpose or a colour.
_OFTEN: Final = 0.35
_SELDOM: Final = 0.12

# A definition says what a thing is for; people ask for it so.
_PURPOSES: Final = (
    (re.compile(r"\b(?:used (?:for|in)|for) (\w+ing\b[^;,]{3,60})"), "something for {}"),
    (re.compile(r"\bused to ([^;,]{4,60})"), "something to {}"),
    (re.compile(r"\bthat (\w+s\b [^;,]{4,60})"), "a thing that {}"),
    (re.compile(r"\bused by ([^;,]{4,60})"), "things used by {}"),
)

_PIECE: Final = re.compile(r"(##)?[a-z0-9]+")
_WORD: Final = re.compile(r"[a-z]{3,}")
_WORDS: Final = 60_000
"""The commonest English words that are looked at for rows of their own."""
_COMMON: Final = 2.3
_HOUSEHOLD: Final = 1.5
"""How common a word has to be for its own row: any word, and a word for a thing (log10 in a billion words)."""


@dataclass(frozen=True, kw_only=True)
class Corpus:
    """What is learned from."""

    names: list[str]
    """The names of the table's rows, word pieces first."""
    pieces: int
    texts: list[str]
    pairs: list[tuple[str, str]]
    """Texts that should be close: a definition or a purpose, and a word for the thing."""

    def save(self, path: Path) -> None:
        """Write the corpus."""
        path.write_text(json.dumps(asdict(self)), encoding="utf8")


def load(path: Path) -> Corpus:
    """Read what `Corpus.save` wrote."""
    content = json.loads(path.read_text(encoding="utf8"))
    content["pairs"] = [(left, right) for left, right in content["pairs"]]
    return Corpus(**content)


def make_corpus(inputs: Inputs, vocabulary: Sequence[str]) -> Corpus:
    """Return the corpus for a teacher with this vocabulary of word pieces."""
    # Not secret, but the same every time.
    dice = random.Random(_SEED)  # noqa: S311
    synsets = list(inputs.synsets.values())
    pieces = [name for name in vocabulary if _PIECE.fullmatch(name)]
    texts = {*_explanations(synsets, dice), *_names(synsets)}
    texts |= {question for synset in synsets for question in _purposes(synset)}
    texts |= set(_invented(synsets, dice))
    texts |= {text for concept in concepts() for text in concept.texts()}
    shuffled = sorted(texts)
    dice.shuffle(shuffled)
    names = pieces + _whole_words(synsets, set(pieces))
    return Corpus(names=names, pieces=len(pieces), texts=shuffled, pairs=_pairs(inputs))


def _explanations(synsets: list[Synset], dice: random.Random) -> Iterator[str]:
    for synset in synsets:
        wanted = synset.field in _DEFINED
        for text in synset.definitions:
            if len(text) in _DEFINITION and (wanted or dice.random() < _OTHER_DEFINITIONS):
                yield text
        if synset.field in _NAMED:
            yield from (text for text in synset.examples if len(text) in _EXAMPLE)


def _names(synsets: list[Synset]) -> Iterator[str]:
    for synset in synsets:
        if synset.field in _NAMED:
            yield from (member for member in synset.members if _frequency(member) > 0)


def _purposes(synset: Synset) -> Iterator[str]:
    """Yield questions for a thing by what it is for."""
    if synset.field in ("noun.artifact", "noun.food", "noun.substance"):
        for definition in synset.definitions:
            for pattern, question in _PURPOSES:
                if match := pattern.search(definition):
                    yield question.format(match[1].strip())


def _invented(synsets: list[Synset], dice: random.Random) -> Iterator[str]:
    """Yield item names and spoken questions about things, common things more often."""
    things = [(member, synset.field) for synset in synsets if synset.field in _THINGS for member in synset.members]
    weights = [max(0.05, _frequency(thing) - 1) * _THINGS[field] for thing, field in things]
    drawn = iter(dice.choices([thing for thing, _ in things], weights, k=2 * _TITLES + _SPOKEN))
    for _ in range(_TITLES):
        yield _title(next(drawn), next(drawn), dice)
    for _ in range(_SPOKEN):
        yield dice.choice(QUESTIONS).format(next(drawn))


def _title(thing: str, other: str, dice: random.Random) -> str:
    """Return a name as on a label: maker, model, qualities, thing, what it goes with, size, colour."""
    parts = []
    if dice.random() < _OFTEN:
        parts.append(dice.choice(MAKERS))
    if dice.random() < _SELDOM:
        parts.append("".join(dice.choices("ABCDEGHKLMPRSTVWX", k=dice.randint(1, 3))) + str(dice.randint(2, 9999)))
    parts += dice.sample(QUALITIES, dice.choice((0, 0, 1, 1, 2)))
    parts.append(thing)
    if dice.random() < _SELDOM:
        parts += [dice.choice(("with", "for")), other]
    if dice.random() < _OFTEN:
        parts.append(dice.choice(SIZES).format(dice.choice(NUMBERS)))
    if dice.random() < _SELDOM:
        parts += ["in", dice.choice(COLOURS)]
    return " ".join(parts)


def _pairs(inputs: Inputs) -> list[tuple[str, str]]:
    """Return texts that should be close, those of the project's own concepts several times: they are about households."""
    own = {pair for concept in concepts() for pair in concept.pairs()}
    return sorted(set(_word_pairs(inputs))) + _OWN * sorted(own)


def _word_pairs(inputs: Inputs) -> Iterator[tuple[str, str]]:
    for synset in inputs.synsets.values():
        if synset.field in _THINGS:
            for text in (*synset.definitions, *_purposes(synset)):
                yield from ((text, member) for member in synset.members)
            yield from ((left, right) for left in synset.members for right in synset.members if left < right)
            kinds = [inputs.synsets[key].members[0] for key in synset.hypernyms if key in inputs.synsets]
            yield from ((kind, member) for kind in kinds for member in synset.members)


def _whole_words(synsets: list[Synset], pieces: set[str]) -> list[str]:
    """Return the words with rows of their own, the commonest first."""
    common = [word for word in top_n_list("en", _WORDS) if zipf_frequency(word, "en") >= _COMMON]
    members = {
        word for synset in synsets if synset.field in _DEFINED for member in synset.members for word in words(member)
    }
    household = sorted(word for word in members if zipf_frequency(word, "en") >= _HOUSEHOLD)
    return [word for word in dict.fromkeys([*common, *household]) if _WORD.fullmatch(word) and word not in pieces]


def _frequency(text: str) -> float:
    """Return how common the rarest word of a text is: log10 of its uses in a billion words."""
    return min((zipf_frequency(word, "en") for word in words(text)), default=0.0)
