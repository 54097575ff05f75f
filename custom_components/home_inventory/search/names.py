"""How well what somebody said fits a name: for voice, where a wrong guess is worse than a question."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from .words import edits, stem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

_LETTERS_PER_TYPO: Final = 4
_SHORTEST_PART: Final = 4
_SHORTEST_FIRST_PART: Final = 3
"""Of a compound: "lamp" is no part of "clamp"."""
_SHORTEST_JOINED: Final = 6
_SAME, _INFLECTED, _COMPOUND, _TYPO = 1.0, 0.97, 0.9, 0.8
_TAIL: Final = re.compile(r"\s*[,(;/].*|\s[-\u2013]\s.*|\s(?:of|for|with|from|von|mit|für|aus)\s.*", re.IGNORECASE)


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
        return Fit(Sureness.EXACT, 1.0)
    best = {word: max((_alike(word, other), other) for other in (*name, *extra)) for word in said}
    known = {word: found for word, found in best.items() if found[0] > 0}
    found = {other for _, other in known.values()}
    covered = len(found & set(name)) / len(set(name))
    mean = sum(worth for worth, _ in best.values()) / len(best)
    if len(known) < len(best):
        is_close = said[-1] in known and len(known) * 2 >= len(best) and covered > 0
        return _joined_fit("".join(said), "".join(name)) or (
            Fit(Sureness.UNSURE, mean * covered) if is_close else NO_FIT
        )
    if covered == 1 and mean >= _INFLECTED:
        return Fit(Sureness.EXACT, mean)
    score = mean * (0.5 + 0.5 * covered)
    if found & heads:
        return Fit(Sureness.GOOD, score)
    return Fit(Sureness.UNSURE, score) if covered else NO_FIT


def heads(main: str, words: Sequence[str]) -> set[str]:
    """Return the words that say what a thing is: the last, and the one before a size or number ("Batteries AA").

    `main` is the main part of its name, `words` are its words as they are compared.
    """
    if not words:
        return set()
    last = main.rsplit(maxsplit=1)[-1]
    is_size = len(words) > 1 and (last.isupper() or any(char.isdecimal() for char in last))
    return {words[-1], words[-2]} if is_size else {words[-1]}


def _is_same(said: Sequence[str], name: Sequence[str]) -> bool:
    """Return whether both are the same words, give or take plural endings and blanks between them."""
    return [stem(word) for word in said] == [stem(word) for word in name] or (
        stem("".join(said)) == stem("".join(name)) and not any(word.isdecimal() for word in said)
    )


def _joined_fit(said: str, name: str) -> Fit | None:
    """Return how well two names fit that are alike as a whole: words may have been taken apart or put together."""
    if min(len(said), len(name)) < _SHORTEST_JOINED or any(char.isdecimal() for char in said + name):
        return None
    most = min(len(said) // _LETTERS_PER_TYPO, 2)
    is_typo = said[0] == name[0] and edits(said, name, most) <= most
    return Fit(Sureness.GOOD, _TYPO) if is_typo else None


def _alike(word: str, other: str) -> float:
    """Return how alike two words are."""
    if word == other:
        return _SAME
    if word.isdecimal() or other.isdecimal():
        return 0.0
    root = stem(word)
    if root == stem(other):
        return _INFLECTED
    if len(word) >= _SHORTEST_PART and stem(other).endswith(root) and len(other) - len(word) >= _SHORTEST_FIRST_PART:
        return _COMPOUND
    if len(word) <= _LETTERS_PER_TYPO:  # a letter within so short a word makes another word: "mich" is no "Milch"
        return _TYPO if len(word) == _LETTERS_PER_TYPO and other[:-1] == word else 0.0
    most = min(len(word) // _LETTERS_PER_TYPO, 2)
    is_typo = word[0] == other[0] and min(edits(word, other, most), edits(root, stem(other), most)) <= most
    return _TYPO if is_typo else 0.0
