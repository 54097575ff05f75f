"""What a word sounds like, so that what a speech recogniser wrote instead is found: English, harmless for the others."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"[a-z]{2,}")
_LETTERS: Final = str.maketrans(
    {**dict.fromkeys("aeiouy", "A"), **{letter: letter.upper() for letter in "bdfgjklmnpqrstv"}}
    | {"c": "K", "h": "", "w": "", "x": "KS", "z": "S"}
)
"""How letters sound that are no part of a spelling. All vowels are one: they are what is misheard most."""
_AT_THE_START: Final = {
    "kn": "N",
    "gn": "N",
    "wr": "R",
    "ps": "S",
    "wh": "W",
    "who": "HA",
    "rh": "R",
    "h": "H",
    "w": "W",
    "y": "Y",
} | {"x": "S", "ge": "GA", "gi": "GA", "sch": "SK", "ch": "C", "chr": "KR"}
_AT_THE_END: Final = (
    {"e": "", "es": "S", "ed": "D", "ue": "A", "gue": "G", "que": "K", "le": "AL", "lle": "L", "tre": "TAR"}
    | {"sed": "ST", "ssed": "ST", "ced": "ST", "ked": "KT", "cked": "KT", "ped": "PT", "pped": "PT"}
    | {"ces": "SAS", "ges": "JAS", "ge": "J", "dge": "J", "ce": "S", "the": "T", "ough": "AF", "augh": "AF"}
    | {"mb": "M", "mn": "M", "gn": "N", "bt": "T", "lk": "K", "tion": "XAN", "sion": "XAN", "cian": "XAN"}
)
_ANYWHERE: Final = (
    {"gh": "", "igh": "A", "ight": "AT", "aught": "AT", "ought": "AT", "ould": "AD", "isl": "ASL"}
    | {"alk": "AK", "alm": "AM", "alf": "AF", "sten": "SAN", "stle": "SAL", "scl": "SL", "sce": "SA", "sci": "SA"}
    | {"tch": "C", "ch": "C", "chr": "KR", "ck": "K", "cc": "K", "cce": "KSA", "cci": "KSA", "sch": "SK", "sh": "X"}
    | {"ce": "SA", "ci": "SA", "cy": "SA", "dge": "JA", "ge": "JA", "gi": "JA", "gy": "JA", "ph": "F", "pf": "F"}
    | {"qu": "KW", "th": "T", "tz": "S", "dt": "T", "tious": "XAS", "cious": "XAS", "ture": "CAR", "sure": "XAR"}
    | {"tial": "XAL", "cial": "XAL"}
)
_SPELLINGS: Final = (
    _ANYWHERE
    | {f"^{letters}": spoken for letters, spoken in _AT_THE_START.items()}
    | {f"{letters}$": spoken for letters, spoken in _AT_THE_END.items()}
)
_SPELLING: Final = re.compile("|".join(sorted(_SPELLINGS, key=len, reverse=True)))
_VOWEL: Final = re.compile(r"[aeiouyA]")
_DOUBLE: Final = re.compile(r"(.)\1+")
_VOICELESS: Final = str.maketrans({"B": "P", "D": "T", "G": "K", "V": "F", "J": "X", "C": "X", "M": "N"})


def sound(word: str) -> str:
    """Return a key that is equal for words that sound alike: "flour" and "flower", "knead" and "need".

    A word that is not of plain letters is its own key.
    """
    if not _WORD.fullmatch(word):
        return word
    return _DOUBLE.sub(r"\1", _SPELLING.sub(_spoken, word).translate(_LETTERS))


def rough_sound(sounding: str) -> str:
    """Return a coarser key for a key of `sound`: "b" and "p", "d" and "t", "m" and "n" are one, and so are their like.

    Vowels but the first don't count. Many words have it in common: it makes candidates, no more.
    """
    voiceless = sounding.translate(_VOICELESS)
    return _DOUBLE.sub(r"\1", voiceless[:1] + voiceless[1:].replace("A", ""))


def _spoken(found: re.Match[str]) -> str:
    """Return how the letters that were found sound where they are."""
    letters, word = found[0], found.string
    if found.end() == len(word) and (spoken := _AT_THE_END.get(letters)) is not None:
        # The only vowel of a word is heard: "red" is no "rd".
        return spoken if "A" in spoken or _VOWEL.search(word, 0, found.start()) else "A" + spoken
    if not found.start() and (spoken := _AT_THE_START.get(letters)) is not None:
        return spoken
    return _ANYWHERE[letters]
