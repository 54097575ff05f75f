"""What reports say, in each language. Data only, but for finding a language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from . import de, en, es, fr, it, nl

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES: Final[Mapping[str, Mapping[str, str]]] = {
    "de": de.TEXTS,
    "en": en.TEXTS,
    "es": es.TEXTS,
    "fr": fr.TEXTS,
    "it": it.TEXTS,
    "nl": nl.TEXTS,
}


def texts_of(language: str) -> Mapping[str, str]:
    """Return the texts of a language, as "de"; English for one that is not here."""
    return LANGUAGES.get(language, en.TEXTS)
