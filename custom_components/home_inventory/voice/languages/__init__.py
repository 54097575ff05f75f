"""The languages that are understood and spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .de import GERMAN
from .en import ENGLISH
from .es import SPANISH
from .fr import FRENCH
from .it import ITALIAN
from .nl import DUTCH

if TYPE_CHECKING:
    from ..language import Language

LANGUAGES: Final[dict[str, Language]] = {
    language.code: language for language in (ENGLISH, GERMAN, FRENCH, SPANISH, DUTCH, ITALIAN)
}


def find_language(tag: str | None, default: Language = ENGLISH) -> Language:
    """Return the language that a tag as "de-CH" names; the default if it is not spoken."""
    return LANGUAGES.get((tag or "").replace("_", "-").partition("-")[0].casefold(), default)
