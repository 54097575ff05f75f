"""The languages in which questions are understood; English is tried first after the user's own."""

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
