"""What was understood: the kind of request, its language, and the names in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..domain.text import name_key
from .languages import LANGUAGES, find_language
from .words import splits

if TYPE_CHECKING:
    from hassil.recognize import RecognizeResult
    from homeassistant.components.conversation import ConversationInput

    from .language import Kind, Language

_TEMPLATES: Final[dict[str, tuple[Kind, Language]]] = {
    template: (kind, language)
    for language in LANGUAGES.values()
    for kind, templates in language.sentences.items()
    for template in templates
}
SENTENCES: Final = list(_TEMPLATES)
"""All templates of all languages: Assist matches triggers whatever the language of the request."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A request as it was understood."""

    kind: Kind
    language: Language
    """The language of the sentence."""
    answer_in: Language
    item: str = ""
    place: str = ""
    ways: tuple[tuple[str, str], ...] = ()
    """Every way to split the request into an item and a place, when it has both."""
    many: bool = False
    """Whether the thing was spoken of in the plural."""


def understand(user_input: ConversationInput, result: RecognizeResult) -> Heard:
    """Return what a match of one of our sentences means."""
    sentence = result.intent_sentence
    kind, language = _TEMPLATES[(sentence and sentence.text) or ""]
    item, place = (_slot(result, name) for name in ("item", "place"))
    said = {name_key(word) for word in user_input.text.split()}
    ways = [(item, place)] if item and place else []
    if ways:
        ways = splits(_between(user_input.text, item, place), language) or ways
    return Heard(
        kind=kind,
        language=language,
        answer_in=find_language(user_input.language, language),
        item=item,
        place=place,
        ways=tuple(ways),
        many=bool(said & language.many_verbs),
    )


def _slot(result: RecognizeResult, name: str) -> str:
    """Return the words of a wildcard."""
    entity = result.entities.get(name)
    return "" if entity is None else (entity.text or str(entity.value)).strip()


def _between(text: str, item: str, place: str) -> str:
    """Return the part of a sentence from an item to its place, with the preposition that the match has swallowed."""
    folded = text.casefold()
    start, end = folded.find(item.casefold()), folded.rfind(place.casefold())
    return "" if start < 0 or end < start else text[start : end + len(place)]
