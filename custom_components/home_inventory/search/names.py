"""How well what somebody said fits a name: for voice, where a wrong guess is worse than a question."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from .spelling import edits

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

_ENDINGS: Final = ("ies", "es", "en", "s", "n", "e")
_SHORTEST_STEM: Final = 3
_LETTERS_PER_TYPO: Final = 4
_SHORTEST_PART: Final = 4
_SHORTEST_FIRST_PART: Final = 3
"""Of a compound: "lamp" is no part of "clamp"."""
_SHORTEST_JOINED: Final = 6
_SHORTEST_SOUND: Final = 3
_SHORTEST_SKELETON: Final = 3
_LONGEST_DISTINCT: Final = 6
"""In so short a word a consonant that nobody hears for another makes another word: "piñas" are no "pilas"."""
_MOST_VOWELS: Final = 2
"""How many vowels may be heard wrong in a word with the right consonants."""
_SAME, _INFLECTED, _ENDING, _COMPOUND, _SOUND, _TYPO, _SKELETON = 1.0, 0.97, 0.95, 0.9, 0.85, 0.8, 0.65
_BY_MAKER: Final = 0.8
"""What it is worth when only the maker was named, and exactly."""
_ROMANCE_ENDING: Final = re.compile(r"(?:[aeio]+s?|[sx])$")
_DOUBLED: Final = re.compile(r"(.)\1+")
_OPEN: Final = frozenset("aeiou")
_VOWELS: Final = re.compile(r"[aeiou]")
_SOUNDS: Final = (
    *(
        ("pf", "f"),
        ("ny", "n"),
        ("eau", "o"),
        ("ight", "ait"),
        ("ght", "t"),
        ("sch", "s"),
        ("tch", "k"),
        ("sh", "s"),
        ("ch", "k"),
        ("ph", "f"),
    ),
    *(("th", "t"), ("ck", "k"), ("qu", "k"), ("q", "k"), ("gn", "n"), ("wr", "r"), ("kn", "n"), ("ij", "ei")),
    *(("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("x", "ks"), ("z", "s"), ("dt", "t"), ("ite", "ait")),
    *(
        ("ee", "i"),
        ("ea", "i"),
        ("ie", "i"),
        ("oo", "u"),
        ("ou", "u"),
        ("ew", "u"),
        ("ue", "u"),
        ("oe", "u"),
        ("oa", "o"),
    ),
    *(("ai", "e"), ("ay", "e"), ("ey", "e"), ("ei", "e"), ("au", "o"), ("aw", "o"), ("ow", "o"), ("h", "")),
    *(("v", "f"), ("w", "f"), ("d", "t"), ("b", "p"), ("g", "k"), ("j", "i"), ("y", "i")),
)
"""What letters are heard as, longer groups first. Voiced and voiceless sounds are one: they are what is misheard most."""
_LIKE_SOUNDS: Final = str.maketrans({"m": "n", "r": "l"})
"""Sounds that are heard for each other although they are not the same."""
_TAIL: Final = re.compile(r"\s*[,(;/].*|\s[-\u2013]\s.*|\s(?:of|for|with|from|von|mit|für|aus)\s.*", re.IGNORECASE)


def singular(word: str) -> str:
    """Return a word without a plural ending: "drills", "batteries" and "lampen" lose theirs.

    Less than the search takes away: of "sleeping" and "sled", what is left must not be alike.
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word


class Sureness(IntEnum):
    """How sure it is that a name was meant."""

    NONE = 0
    UNSURE = 1
    """It has to do with it; worth asking."""
    GOOD = 2
    """What was said names this kind of thing: "drill" for "Cordless drill", also with a typo."""
    EXACT = 3
    """It is this name, give or take a plural ending."""


@dataclass(frozen=True, slots=True, order=True)
class Fit:
    """How well something said fits a name."""

    sureness: Sureness
    score: float
    heard: float = 0.0
    """How much the words that were said are like those of the name, however many of these were not said."""

    @property
    def is_heard(self) -> bool:
        """Return whether the words that were said sound like those of the name, not just are spelt nearly so."""
        return self.heard >= _SOUND


NO_FIT: Final = Fit(Sureness.NONE, 0.0)


def main_part(name: str) -> str:
    """Return the part of a name whose last word says what the thing is: "Box" of "Box of screws (small)"."""
    return _TAIL.sub("", name, count=1) or name


def fit(said: Sequence[str], name: Sequence[str], heads: AbstractSet[str], extra: Sequence[str] = ()) -> Fit:
    """Return how well words that were said fit the words of a name.

    `heads` are the words that say what the thing is, `extra` are words that may be said besides, as the maker's name or
    the places around. All words are folded, with digits for numbers and without articles.
    """
    if not said or not name:
        return NO_FIT
    if _is_same(said, name):
        return Fit(Sureness.EXACT, 1.0, _SAME)
    best = {word: _best_match(word, name, extra) for word in said}
    known = {word: found for word, found in best.items() if found[0] > 0}
    found = {other for _, other in known.values()}
    covered = len(found & set(name)) / len(set(name))
    mean = sum(worth for worth, _ in best.values()) / len(best)
    is_heard = any(worth >= _SOUND for worth, _ in best.values())
    if len(known) < len(best):
        is_close = (said[-1] in known or said[0] in known) and len(known) * 2 >= len(best) and covered > 0
        return _joined_fit(singular("".join(said)), singular("".join(name))) or (
            Fit(Sureness.UNSURE, mean * covered) if is_close and max(best.values())[0] >= _COMPOUND else NO_FIT
        )
    if covered == 1 and mean >= _INFLECTED:
        return Fit(Sureness.EXACT, mean, mean)
    is_by_maker = all(worth == _SAME and other in extra for worth, other in best.values())
    score = mean * (0.5 + 0.5 * max(covered, _BY_MAKER if is_by_maker else 0.0))
    if found & heads:
        return Fit(Sureness.GOOD if mean > _SKELETON else Sureness.UNSURE, score, mean)
    return Fit(Sureness.UNSURE, score) if covered and is_heard else NO_FIT


def _best_match(word: str, name: Sequence[str], extra: Sequence[str]) -> tuple[float, str]:
    """Return the word of a name that is most alike, and how much; what may be said besides must be heard well."""
    matches = [(alike(word, other), other) for other in name]
    more = ((alike(word, other), other) for other in extra)
    return max((*matches, *((worth, other) for worth, other in more if worth >= _SOUND)))


def heads(main: str, words: Sequence[str], *, first: bool = False) -> set[str]:
    """Return the words that say what a thing is: the last, and the one before a size or number ("Batteries AA").

    `main` is the main part of its name, `words` are its words as they are compared; in Romance languages the `first`
    word says it.
    """
    if not words:
        return set()
    if first:
        return {words[0]}
    last = main.rsplit(maxsplit=1)[-1]
    is_size = len(words) > 1 and (last.isupper() or any(char.isdecimal() for char in last))
    return {words[-1], words[-2]} if is_size else {words[-1]}


def _is_same(said: Sequence[str], name: Sequence[str]) -> bool:
    """Return whether both are the same words, give or take plural endings and blanks between them."""
    return [singular(word) for word in said] == [singular(word) for word in name] or (
        singular("".join(said)) == singular("".join(name)) and not any(word.isdecimal() for word in said)
    )


def _joined_fit(said: str, name: str) -> Fit | None:
    """Return how well two names fit that are alike as a whole: words may have been taken apart or put together."""
    if min(len(said), len(name)) < _SHORTEST_JOINED or any(char.isdecimal() for char in said + name):
        return None
    if sound(said) == sound(name) or (len(said) > _SHORTEST_JOINED and skeleton(said) == skeleton(name)):
        return Fit(Sureness.GOOD, _TYPO)
    most = min(len(said) // _LETTERS_PER_TYPO, 2)
    is_typo = _starts_alike(said, name) and edits(said, name, most) <= most
    return Fit(Sureness.GOOD, _TYPO) if is_typo else None


def alike(word: str, other: str) -> float:
    """Return how alike two folded words are, from 0 to 1."""
    if word == other:
        return _SAME
    if word.isdecimal() or other.isdecimal():
        return 0.0
    root, base = singular(word), singular(other)
    if root == base:
        return _INFLECTED
    if bare_ending(word) == bare_ending(other):
        return _ENDING
    return _alike_roots(word, other, root, base)


def _alike_roots(word: str, other: str, root: str, base: str) -> float:
    """Return how alike two words are whose roots are not the same."""
    if len(word) >= _SHORTEST_PART and base.endswith(root) and len(other) - len(word) >= _SHORTEST_FIRST_PART:
        return _COMPOUND
    if len(word) >= _SHORTEST_SOUND and _sounds_like(word, other):
        return _SOUND
    if len(word) <= _LONGEST_DISTINCT and (_differs_in_a_consonant(word, other) or _differs_in_a_consonant(root, base)):
        return 0.0
    if len(word) <= _LETTERS_PER_TYPO:  # a letter within so short a word makes another word: "mich" is no "Milch"
        return _TYPO if len(word) == _LETTERS_PER_TYPO and word in (other[:-1], other[:-2]) else 0.0
    most = min(len(word) // _LETTERS_PER_TYPO, 2)
    if _starts_alike(word, other) and min(edits(word, other, most), edits(root, base, most)) <= most:
        return _TYPO
    is_near = len(skeleton(root)) >= _SHORTEST_SKELETON and skeleton(root) == skeleton(base)
    return _SKELETON if is_near and edits(sound(root), sound(base), _MOST_VOWELS) <= _MOST_VOWELS else 0.0


@lru_cache(maxsize=8192)
def bare_ending(word: str) -> str:
    """Return a word without the ending that makes its plural in a Romance language: "viti" and "vite" are both "vit"."""
    return _ROMANCE_ENDING.sub("", word) if len(word) > _SHORTEST_SKELETON else word


@lru_cache(maxsize=8192)
def sound(word: str) -> str:
    """Return how a folded word sounds, roughly and in any of our languages: "latter" and "ladder" are the same."""
    for letters, heard in _SOUNDS:
        word = word.replace(letters, heard)
    word = _DOUBLED.sub(r"\1", word)
    if word.endswith("er"):
        return f"{word[:-2]}a"
    return word[:-1] if len(word) > _SHORTEST_SOUND and word.endswith("e") else word


@lru_cache(maxsize=8192)
def skeleton(word: str) -> str:
    """Return the consonants that are heard in a folded word: what is left when vowels are heard wrong."""
    heard = sound(word)
    return _DOUBLED.sub(r"\1", heard[:1] + _VOWELS.sub("", heard[1:]))


def _differs_in_a_consonant(word: str, other: str) -> bool:
    """Return whether two words are the same but for one consonant that sounds otherwise."""
    if len(word) != len(other):
        return False
    pairs = [(left, right) for left, right in zip(word, other, strict=True) if left != right]
    if len(pairs) != 1 or not _OPEN.isdisjoint(pairs[0]):
        return False
    left, right = (sound(letter).translate(_LIKE_SOUNDS) for letter in pairs[0])
    return left != right


def _sounds_like(word: str, other: str) -> bool:
    """Return whether two words sound the same, give or take a plural ending; to Spanish ears "b" and "v", "ll" and "y" do."""
    pairs = [(word, other), (word.removesuffix("s"), other.removesuffix("s")), (bare_ending(word), bare_ending(other))]
    if min(len(word), len(other)) >= _SHORTEST_JOINED:
        pairs.append((singular(word), singular(other)))
    if any(sound(left) == sound(right) for left, right in pairs):
        return True
    left, right = pairs[1]
    return "w" not in left + right and _spanish_sound(left) == _spanish_sound(right)


def _spanish_sound(word: str) -> str:
    """Return how a folded word sounds where "b" is "v" and "ll" is "y": "bombiya", "yave"."""
    return sound(word.replace("ll", "y").replace("b", "v"))


def _starts_alike(word: str, other: str) -> bool:
    """Return whether two words begin with letters that sound the same."""
    first, other_first = sound(word)[:1], sound(other)[:1]
    return word[0] == other[0] or first == other_first or (first in _OPEN and other_first in _OPEN)
