"""What was understood: the kind of request, its language, and the names in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from hassil import Intents, recognize_all

from ..domain.text import name_key
from .language import Kind
from .languages import LANGUAGES, find_language
from .words import splits

if TYPE_CHECKING:
    from hassil.recognize import RecognizeResult
    from homeassistant.components.conversation import ConversationInput

    from .language import Language

_TEMPLATES: Final[dict[str, dict[str, tuple[Kind, Language]]]] = {}
for _language in LANGUAGES.values():
    for _kind, _templates in _language.sentences.items():
        for _template in _templates:
            _TEMPLATES.setdefault(_template, {})[_language.code] = (_kind, _language)
_BROAD: Final = (Kind.FOLLOW, Kind.PICK)
_GENERAL: Final = (Kind.FIND, Kind.HAVE, Kind.TAKE)
"""What others begin as: "I used up {item}" begins as "I used {item}" does."""


def _breadth(template: str) -> int:
    """Return how much a template fits besides what it is for: those with a fixed end fit least."""
    kinds = {kind for kind, _ in _TEMPLATES[template].values()}
    if not kinds.isdisjoint(_BROAD):
        return 3
    if not template.endswith("}") or Kind.LENT in kinds:  # "cosa ho prestato" begins as "cosa ho" in a place does
        return 0
    return 1 if kinds.isdisjoint(_GENERAL) else 2


SENTENCES: Final = sorted(_TEMPLATES, key=_breadth)
"""All templates of all languages, each once: Assist matches triggers whatever the language of the request.

The first that matches counts, so those that fit nearly everything come last.
"""

_SWITCHING: Final = frozenset(("on", "off", "an", "aus", "aan", "uit", "zu", "dicht", "open", "auf"))
_WITH_PLACE: Final = (Kind.MOVE, Kind.PUT, Kind.ADD)
_OURS: Final = (Kind.MOVE, Kind.EMPTY, Kind.WARRANTY, Kind.COVERED, Kind.LEND)
"""What nobody else is asked for."""
_ANYBODYS: Final = (Kind.PUT, Kind.ADD, Kind.TAKE)
"""What lights, music and lists are asked for in the same words."""
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A request as it was understood."""

    kind: Kind
    language: Language
    """The language of the sentence."""
    answer_in: Language
    text: str = ""
    """All that was said."""
    item: str = ""
    place: str = ""
    ways: tuple[tuple[str, str], ...] = ()
    """Every way to split the request into an item and a place, when it has both."""
    many: bool = False
    """Whether the thing was spoken of in the plural."""

    def is_about_ours(self, name: str, *, is_like_ours: bool = False) -> bool:
        """Return whether this plainly is about a belonging, so that not to know it is an answer: "where is my trumpet".

        What is in the news, where the pharmacy is and who has the ball are for others to say. `is_like_ours` is for names
        that may be those of something: then most questions are worth asking back, but not "put some music on".
        """
        if not self.language.elsewhere.isdisjoint(_WORD.findall(name_key(name))):
            return False
        if self.kind in _OURS or (is_like_ours and self.kind not in _ANYBODYS):
            return True
        return not self.language.ours.isdisjoint(_WORD.findall(name_key(self.text)))

    def about(self, name: str) -> Heard:
        """Return the same request about another thing; about another place when it named no thing."""
        if not self.item:
            return replace(self, place=name)
        return replace(self, item=name, ways=tuple((name, place) for _, place in self.ways), many=False)


def understand(user_input: ConversationInput, result: RecognizeResult) -> Heard:
    """Return what a match of one of our sentences means, as a sentence of the language of the request if it is one."""
    sentence = result.intent_sentence
    meanings = _TEMPLATES[(sentence and sentence.text) or ""]
    first_language = next(iter(meanings.values()))[1]
    asked_in = find_language(user_input.language, first_language)
    if asked_in.code not in meanings:
        other = next(iter(recognize_all(user_input.text, _intents(asked_in.code))), None)
        if other is not None and other.intent_sentence is not None:
            result, meanings = other, _TEMPLATES[other.intent_sentence.text or ""]
    kind, language = meanings.get(asked_in.code, next(iter(meanings.values())))
    item, place = (_slot(result, name) for name in ("item", "place"))
    said = {name_key(word) for word in user_input.text.split()}
    return Heard(
        kind=kind,
        language=language,
        answer_in=asked_in,
        text=user_input.text,
        item=item,
        place=place,
        ways=_ways(kind, language, user_input.text, item, place),
        many=bool(said & language.many_verbs),
    )


@cache
def _intents(code: str) -> Intents:
    """Return the sentences of one language, ready to be matched: "leg" begins requests in German and in Dutch."""
    sentences = [template for template in SENTENCES if code in _TEMPLATES[template]]
    wildcards = {name: {"wildcard": True} for name in ("item", "place")}
    return Intents.from_dict(
        {"language": code, "intents": {code: {"data": [{"sentences": sentences}]}}, "lists": wildcards}
    )


def _ways(kind: Kind, language: Language, text: str, item: str, place: str) -> tuple[tuple[str, str], ...]:
    """Return every way to split a request into an item and a place, if it has both."""
    if kind not in _WITH_PLACE:
        return ()
    last = name_key(text.strip(" .!?").rsplit(maxsplit=1)[-1])
    if last in language.prepositions or last in _SWITCHING:  # "put the lamps in the kitchen on"
        return ()
    if not place:
        return tuple(splits(item, language))
    return tuple(splits(_between(text, item, place), language) or [(item, place)])


def _slot(result: RecognizeResult, name: str) -> str:
    """Return the words of a wildcard."""
    entity = result.entities.get(name)
    return "" if entity is None else (entity.text or str(entity.value)).strip()


def _between(text: str, item: str, place: str) -> str:
    """Return the part of a sentence from an item to its place, with the preposition that the match has swallowed."""
    folded = text.casefold()
    start, end = folded.find(item.casefold()), folded.rfind(place.casefold())
    return "" if start < 0 or end < start else text[start : end + len(place)]
