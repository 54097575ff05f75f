"""The templates of a language, made into regular expressions over a line of folded words, each followed by a blank."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from .language import Bound, Language, Meaning, Period
from .languages import LANGUAGES
from .tokens import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_PIECE: Final = re.compile(r"\{\w+\}|[()|\[\]]|[^\s()|\[\]{}]+")
_PLAIN: Final = {"(": "(?:", ")": ")", "|": "|", "[": "(?:", "]": ")?"}
_MOST_NAME_WORDS: Final = 8
_NAME: Final = rf"(?P<name>(?:[^ \x00]+ ){{1,{_MOST_NAME_WORDS}}})"
_DIGITS: Final = r"\d+(?:[.,]\d+)*"
_GROUP: Final = re.compile(r"\?P<\w+>")
NAMED: Final = frozenset(
    (*(Meaning.PLACE, Meaning.CATEGORY, Meaning.LABEL, Meaning.VENDOR, Meaning.MAKER, Meaning.BORROWER, Meaning.CODE),)
)


@dataclass(frozen=True, slots=True)
class Grammar:
    """A language, ready to be used."""

    language: Language
    rules: Mapping[Meaning, tuple[re.Pattern[str], ...]]
    periods: tuple[tuple[Period, re.Pattern[str]], ...]
    """Of whole times."""
    bounded: re.Pattern[str]
    """Of a time with its bound at the end of a line: "until Friday"."""
    time: re.Pattern[str]
    """Of a time at the beginning of a line, with or without a bound."""
    lasting: re.Pattern[str]
    """Of how long something is to last, there: "for two weeks"."""
    weekdays: tuple[re.Pattern[str], ...]
    months: tuple[re.Pattern[str], ...]
    units: tuple[re.Pattern[str], ...]

    @property
    def may_follow(self) -> frozenset[str]:
        """Return the words that may follow a name."""
        return (self.language.links | self.language.after) - self.language.joins


@cache
def grammar_of(code: str) -> Grammar:
    """Return the grammar of a language that there is."""
    language = LANGUAGES[code]
    slots = _time_slots(language)
    times = {period: [_compile(text, slots) for text in texts] for period, texts in language.periods.items()}
    when = "|".join(_GROUP.sub("?:", pattern) for patterns in times.values() for pattern in patterns)
    slots |= _slots(language, when, slots)
    rules = {
        meaning: tuple(re.compile(rf"(?<![^ ])(?:{_compile(text, slots)})") for text in language.rules.get(meaning, ()))
        for meaning in Meaning
    }
    return Grammar(
        language,
        rules,
        periods=tuple((period, re.compile(pattern)) for period, patterns in times.items() for pattern in patterns),
        bounded=re.compile(rf"(?<![^ ]){_compile('{bounded}', slots)}$"),
        time=re.compile(_compile("{time}", slots)),
        lasting=re.compile(rf"(?<![^ ]){_compile(f'{language.lasting} {{stretch}}', slots)}$"),
        weekdays=_patterns(language.weekdays),
        months=_patterns(language.months),
        units=_patterns(language.units),
    )


def _patterns(templates: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    """Return templates without slots as regular expressions."""
    return tuple(re.compile(_compile(template, {})) for template in templates)


def _time_slots(language: Language) -> dict[str, str]:
    """Return what stands for the parts of a time."""
    number = "|".join((_DIGITS, *map(re.escape, map(fold, language.numbers))))
    return {
        "n": f"(?P<n>{number}) ",
        "unit": f"(?P<unit>{'|'.join(_compile(unit, {}) for unit in language.units)})",
        "d": r"(?P<d>[0-3]?\d)(?:st|nd|rd|th|er|e)? ",
        "m": f"(?P<m>{'|'.join(_compile(month, {}) for month in language.months)})",
        "w": f"(?P<w>{'|'.join(_compile(day, {}) for day in language.weekdays)})",
        "y": r"(?P<y>(?:19|20)\d\d) ",
        "iso": r"(?P<iso>\d{4}-\d\d-\d\d) ",
        "dmy": r"(?P<dmy>\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d) ",
    }


def _slots(language: Language, when: str, times: Mapping[str, str]) -> dict[str, str]:
    """Return what stands for names, money and times, given what stands for whole times and for their parts."""
    number = "|".join((_DIGITS, *map(re.escape, map(fold, language.numbers))))
    money = "|".join(re.escape(word) for word in map(fold, language.currencies))
    bounds = "|".join(f"(?P<{bound}>{_compile(text, {})})" for bound, text in language.bounds.items())
    return {
        **dict.fromkeys(("place", "category", "label", "vendor", "maker", "borrower"), _NAME),
        "code": r"(?P<name>[a-z]{4} )",
        "the": (the := f"(?:{_compile(language.the, {})})?"),
        "stretch": f"{the}(?:{times['n']})?{times['unit']}",
        "box": f"(?:{_compile(language.box, {})})",
        "money": rf"(?:(?P<c1>{money}) (?P<n1>{number}) |(?P<n2>{number}) (?P<c2>{money}) )",
        "sum": rf"(?:(?P<c1>{money}) )?(?P<n1>{number}) (?:(?P<c2>{money}) )?",
        "bought": "(?P<bought>)",
        "time": f"(?:{bounds})?(?P<when>{when})",
        "bounded": f"(?:{bounds})(?P<when>{when})",
    }


def _compile(template: str, slots: Mapping[str, str]) -> str:
    """Return a template as a regular expression."""
    pieces = _PIECE.findall(template)
    return f"(?:{''.join(_piece(piece, slots) for piece in pieces)})"


def _piece(piece: str, slots: Mapping[str, str]) -> str:
    """Return a word, a slot or a sign of a template as a part of a regular expression."""
    if piece.startswith("{"):
        return slots[piece[1:-1]]
    return _PLAIN.get(piece) or re.escape(fold(piece)) + " "


def bound_of(match: re.Match[str]) -> Bound:
    """Return how the time of a match bounds what is asked for."""
    given = match.groupdict()
    return next((bound for bound in Bound if given.get(bound)), Bound.IN)
