"""Typing mistakes as fingers make them on the keyboard of a language; the same question always gets the same ones."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from random import Random

LETTERS_PER_TYPO: Final = 4
"""At most one letter in four is wrong: beyond that people can't tell what was meant either."""
_QWERTY: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_KEYBOARDS: Final = {
    "de": ("qwertzuiopü", "asdfghjklöä", "yxcvbnm"),
    "fr": ("azertyuiop", "qsdfghjklm", "wxcvbn"),
    "es": ("qwertyuiop", "asdfghjklñ", "zxcvbnm"),
    "it": ("qwertyuiopè", "asdfghjklòà", "zxcvbnm"),
}
_FIRST_LETTER: Final = 0.1
"""How often the first letter is hit: it is the one that people get right."""
_TRIES: Final = 20


def with_typos(text: str, count: int, language: str, chance: Random) -> str | None:
    """Return a text with so many typing mistakes, or None if its words are too short to bear them."""
    words = text.split()
    room = {number: len(word) // LETTERS_PER_TYPO for number, word in enumerate(words) if word.isalpha()}
    if sum(room.values()) < count:
        return None
    spoilt = dict.fromkeys(room, 0)
    for _ in range(count):
        number = chance.choice([number for number in room if room[number] > spoilt[number]])
        spoilt[number] += 1
    for number, wanted in spoilt.items():
        words[number] = _spoil(words[number], wanted, language, chance)
    return " ".join(words)


def _spoil(word: str, count: int, language: str, chance: Random) -> str:
    """Return a word with so many mistakes; the second is made behind or before the first, never within it."""
    if not count:
        return word
    if count == 1:
        return _mistake(word, language, chance)
    middle = len(word) // 2
    return _mistake(word[:middle], language, chance) + _spoil(word[middle:], count - 1, language, chance)


def _mistake(word: str, language: str, chance: Random) -> str:
    """Return a word with one letter too many, too few, wrong, or swapped with the next."""
    for _ in range(_TRIES):
        at = 0 if chance.random() < _FIRST_LETTER else chance.randrange(1, len(word))
        before, letter, after = word[:at], word[at], word[at + 1 :]
        near = neighbours(letter, language)
        made = chance.choice(
            (
                before + after,
                before + letter + chance.choice((letter.lower(), *near)) + after,
                before + chance.choice(near) + after if near else word,
                before + after[:1] + letter + after[1:],
            )
        )
        if made != word:
            return made
    return word[:-1]


@cache
def neighbours(letter: str, language: str) -> tuple[str, ...]:
    """Return the keys around a letter's; of a letter with an accent that has no key, those around the plain letter."""
    rows = _KEYBOARDS.get(language, _QWERTY)
    letter = letter.lower()
    if not any(letter in row for row in rows):
        letter = unicodedata.normalize("NFD", letter)[0]
    for number, row in enumerate(rows):
        if (column := row.find(letter)) >= 0:
            around = [row[max(column - 1, 0) : column + 2]]
            # Each row stands half a key to the right of the one above it.
            around += [rows[number - 1][column : column + 2]] if number else []
            around += [rows[number + 1][max(column - 1, 0) : column + 1]] if number + 1 < len(rows) else []
            return tuple(sorted(set("".join(around)) - {letter}))
    return ()
