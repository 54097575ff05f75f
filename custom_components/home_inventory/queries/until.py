"""Until when, at the end of what somebody says: "until Friday", "before 3 May", "for two weeks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .grammar import bound_of, grammar_of
from .language import Bound
from .languages import LANGUAGES
from .tokens import Sentence
from .values import bounded, read_stretch, read_time

if TYPE_CHECKING:
    import re
    from datetime import date

    from .grammar import Grammar


def split_until(text: str, language: str, today: date) -> tuple[str, date | None]:
    """Return a text without the time that it ends with, and the last day of that; None where it ends with none.

    `language` is a code as "de". A text that is nothing but a time stays as it is.
    """
    if language not in LANGUAGES:
        return text, None
    grammar, sentence = grammar_of(language), Sentence(text)
    for pattern, read in ((grammar.bounded, _bounded), (grammar.lasting, _lasting)):
        match = pattern.search(sentence.line)
        if match and match.start() and (day := read(match, grammar, today)):
            return text[: sentence.tokens[sentence.at(match.start())].start].rstrip(), day
    return text, None


def _bounded(match: re.Match[str], grammar: Grammar, today: date) -> date | None:
    """Return the last day of a time with a bound; None where it bounds something else: "on Friday", "since May"."""
    bound = bound_of(match)
    days = read_time(match["when"], grammar, today, is_past=False) if bound in (Bound.BY, Bound.BEFORE) else None
    return bounded(days, bound).high if days else None


def _lasting(match: re.Match[str], grammar: Grammar, today: date) -> date | None:
    """Return the last day of so many days, weeks, months or years; without a number it is one."""
    days = read_stretch({"n": match["n"] or "1", "unit": match["unit"]}, grammar, today, 1)
    return days.high if days else None
