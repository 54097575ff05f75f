"""The languages that are understood and spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .de import GERMAN
from .en import ENGLISH

if TYPE_CHECKING:
    from ..language import Language

LANGUAGES: Final[dict[str, Language]] = {language.code: language for language in (ENGLISH, GERMAN)}


def find_language(tag: str | None, default: Language = ENGLISH) -> Language:
    """Return the language that a tag as "de-CH" names; the default if it is not spoken."""
    return LANGUAGES.get((tag or "").replace("_", "-").partition("-")[0].casefold(), default)
