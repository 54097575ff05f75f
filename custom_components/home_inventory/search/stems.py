"""From the forms of a word to one: plurals and inflections of six languages, without knowing which language it is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_SHORTEST: Final = 4
_WORD: Final = re.compile(r"[a-z]{4,}")
_VOWEL: Final = re.compile(r"[aeiouy]")
_UMLAUT: Final = re.compile(r"(?<![aeiouq])([aou])e(?=[^aeiouy])")
"""An umlaut that was typed without one: "saege" and "säge", "tuer" and "tür"."""
_LONG_VOWEL: Final = re.compile(r"(aa|oo|uu)(?=[^aeiou]$)")
"""Dutch writes "draad" and "draden", "knoop" and "knopen"."""
_SHORT_SYLLABLE: Final = re.compile(r"[^aeiou][aeiou][^aeiouywx]")
"""What English ends with an "e" that it loses before "-ing", "-ed" and "-er": "hik(e)", "wir(e)"."""

INFLECTIONS: Final = frozenset(
    [
        *("", "s", "es", "e", "n", "en", "er", "ern", "em", "x", "a", "o", "i", "as", "os", "is", "y", "ies", "ie"),
        *("ien", "he", "hi", "f", "ves", "ve", "fe", "se", "ze", "zen", "ces", "z", "l", "ux"),
    ]
)
"""Endings that change a word's number, gender or case but not what it names; "-ing" and "-ed" may."""


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Return what the forms of a folded word have in common: it is compared, never shown.

    Short words and all that is not written in plain letters stay as they are. Nothing shorter than three letters is left.
    """
    if not _WORD.fullmatch(word):
        return word
    word = _UMLAUT.sub(r"\1", word)
    if len(word) >= _SHORTEST:
        word = _without_ending(_without_plural_s(word))
    if len(word) > _SHORTEST:
        word = _LONG_VOWEL.sub(lambda found: found[0][0], word)
    return _with_plain_end(word)


def is_inflection(left: str, right: str) -> bool:
    """Return whether two words of one stem are forms of one word, not of two that come from each other.

    "drill" and "drills" are, "drill" and "drilling" are not.
    """
    shared = len(shared_start(left, right))
    return left[shared:] in INFLECTIONS and right[shared:] in INFLECTIONS


def shared_start(left: str, right: str) -> str:
    """Return the letters with which both words start."""
    for place, (one, other) in enumerate(zip(left, right, strict=False)):
        if one != other:
            return left[:place]
    return min(left, right, key=len)


def without_s(word: str) -> str:
    """Return a word without the commonest ending of a plural."""
    return word[:-1] if word[-1:] in {"s", "n"} and len(word) >= _SHORTEST else word


def _without_plural_s(word: str) -> str:
    """Return a word without the ending that English, French, Spanish and Dutch give to many things."""
    if word.endswith(("xes", "ches", "shes", "sses", "zzes")):
        return word[:-2]
    if word.endswith("aux") and not word.endswith("eaux"):
        return word[:-1]
    if word.endswith(("eux", "oux", "eaux")) and len(word) > _SHORTEST:
        return word[:-1]
    if word.endswith("s") and word[-2] not in "siu" and not (len(word) == _SHORTEST and word[-2] == "a"):
        return word[:-1]
    return word  # a "cactus" and a German "Glas" are not many


def _without_ending(word: str) -> str:
    """Return a word without the ending of a case, a gender, a verb or of who does it."""
    for ending in ("ing", "ed", "er", "en"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= _SHORTEST - 1 and _VOWEL.search(rest) and rest[-1] not in "aeiu":
            if ending == "er" and rest.endswith("en") and len(rest) >= _SHORTEST + 2:
                return rest[:-2]  # what is "sharp", one can "sharpen" with a "sharpener"
            return _without_verb_ending(word, rest, ending)
    if word.endswith(("eln", "ern", "ien")) and len(word) > _SHORTEST + 1:
        word = word[:-1]
    if word.endswith("y") and len(word) >= _SHORTEST and word[-2] not in "aeiou":
        return word[:-1] + "i"
    return _without_last_vowel(word) if word[-1] in "aeio" and len(word) >= _SHORTEST else word


def _without_last_vowel(word: str) -> str:
    """Return a word without the vowel that says how many there are in Italian, which gender they have in Spanish."""
    rest = word[:-1]
    if len(word) == _SHORTEST:
        return rest + "e"  # "vite" and "viti" are one word, "tap" and "tape" are two
    if rest.endswith(("ch", "gh")) and word[-1] in "ei" and len(rest) > _SHORTEST:
        return rest[:-1]  # Italian: "banco", "banchi"
    return rest[:-1] + "s" if rest[-1] == "c" and word[-1] == "e" else rest  # Spanish: "lápiz", "lápices"


def _without_verb_ending(word: str, rest: str, ending: str) -> str:
    """Return what is left of a word, as it is written without its ending."""
    if len(rest) >= _SHORTEST:
        # "hammer" has nothing to do with ham: of so short a rest, the double letter belongs to the word.
        return word if ending == "er" and len(rest) == _SHORTEST and rest[-1] == rest[-2] else rest
    if ending == "en":
        return rest + "e"
    if _SHORT_SYLLABLE.fullmatch(rest):
        return rest + "e"
    return word if ending == "er" else rest


def _with_plain_end(word: str) -> str:
    """Return a word with its last letters as they are in all of its forms."""
    if len(word) >= _SHORTEST:
        if word[-1] == word[-2]:
            word = word[:-1]
        elif word.endswith("al"):
            word = word[:-1] + "u"  # French: "bocal", "bocaux"
    if len(word) >= _SHORTEST and word[-1] in "vz":
        word = word[:-1] + ("f" if word[-1] == "v" else "s")  # "shelf", "shelves"; Dutch "huis", "huizen"
    return word
