"""Nouns within a sentence: with their article, and with their adjectives as the case wants them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Self, override

if TYPE_CHECKING:
    from .language import Language


class Name(str):
    """A name; "{item:the}" in a text stands for it with its article, as far as that is known."""

    __slots__ = ("definite",)
    definite: str

    def __new__(cls, name: str, definite: str) -> Self:
        """Take the name, and the name with its article."""
        made = super().__new__(cls, name)
        made.definite = definite
        return made

    @override
    def __format__(self, how: str) -> str:
        """Return the name, with its article for "the"."""
        return self.definite if how == "the" else str(self)


def article_of(name: str, language: Language) -> str:
    """Return the article of a name with the blank after it; empty if its gender is not known."""
    key = name.casefold()
    return next((article for pattern, article in language.articles if re.search(pattern, key)), "")


def with_article(name: str, language: Language) -> Name:
    """Return a name that knows its article, of one thing or of several."""
    article = article_of(name, language)
    ending = "en" if language.many_names and re.search(language.many_names, name, re.IGNORECASE) else "e"
    return Name(name, f"{article}{declined(name, language, ending)}" if article else name)


def declined(name: str, language: Language, ending: str = "en") -> str:
    """Return a name as it stands after an article: "alten Koffer" of "Alter Koffer"."""
    if not language.declined:
        return name
    return re.sub(language.declined, lambda match: match[1].lower() + ending, name, flags=re.IGNORECASE)
