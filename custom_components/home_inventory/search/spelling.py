"""How far one word is from another: typing mistakes are counted, and weighed by how easily they happen."""

from __future__ import annotations

from typing import Final

_KEYS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEIGHBOURS: Final = frozenset(
    key + other
    for row, keys in enumerate(_KEYS)
    for place, key in enumerate(keys)
    for other in "".join(line[max(0, place - 1) : place + 2] for line in _KEYS[max(0, row - 1) : row + 2])
    if other != key
)
"""Pairs of keys that lie side by side on a keyboard."""
_VOWELS: Final = frozenset("aeiouy")
_SWAPPED, _DOUBLED, _SLIPPED, _OTHER = 0.75, 0.65, 0.85, 1.0
_FIRST: Final = 0.5
"""People seldom mistype the first letter: what a mistake there costs more."""
_COST_PER_SHARE: Final = 1.3


def edits(left: str, right: str, most: int) -> int:
    """Return how many letters are wrong, missing, added or swapped with their neighbour; `most` + 1 if more.

    Optimal string alignment distance: all rows of a column are the bits of one number (Myers, Hyyrö).
    """
    if abs(len(left) - len(right)) > most:
        return most + 1
    if not left or not right:
        return max(len(left), len(right))
    places: dict[str, int] = {}
    for place, letter in enumerate(left):
        places[letter] = places.get(letter, 0) | 1 << place
    every = (1 << len(left)) - 1
    last = 1 << len(left) - 1
    more, less, same, before, count = every, 0, 0, 0, len(left)
    for letter in right:
        here = places.get(letter, 0)
        swapped = ((~same & here) << 1) & before
        same = (((here & more) + more) ^ more) | here | less | swapped
        up, down = less | ~(same | more), same & more
        count += bool(up & last) - bool(down & last)
        up = up << 1 | 1
        more, less, before = (down << 1 | ~(same | up)) & every, up & same & every, here
    return min(count, most + 1)


def closeness(word: str, term: str, count: int) -> float:
    """Return how likely a word was meant to be a term from which `count` edits part it: from 1 down to 0 and less."""
    cost = _single_cost(word, term) if count == 1 else count * 0.95
    if word[0] != term[0] and not (count == 1 and word[:2] == term[1::-1]):
        cost += _FIRST
    return 1 - _COST_PER_SHARE * cost / max(len(word), len(term))


def _single_cost(word: str, term: str) -> float:
    """Return what the one edit between two words costs: slips of a finger are cheaper than other mistakes."""
    start = 0
    while start < min(len(word), len(term)) and word[start] == term[start]:
        start += 1
    longer, shorter = (word, term) if len(word) > len(term) else (term, word)
    if len(longer) > len(shorter):
        return _DOUBLED if start and longer[start] == longer[start - 1] else _OTHER
    if word[start + 1 :] != term[start + 1 :]:
        return _SWAPPED
    pair = word[start] + term[start]
    return _SLIPPED if pair in _NEIGHBOURS or _VOWELS.issuperset(pair) else _OTHER
