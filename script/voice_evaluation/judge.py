"""Whether an answer is right: by what it has to name, and by what is different in the inventory afterwards."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from custom_components.home_inventory.domain.text import name_key
from custom_components.home_inventory.voice.languages import LANGUAGES

if TYPE_CHECKING:
    from .home import Household

_SHORTEST: Final = 3
_CUT: Final = 2
"""Letters at the end of a word that may be different in the answer: plurals."""


class Verdict(StrEnum):
    """What became of a question."""

    RIGHT = "right"
    ASKED = "asked back"
    WRONG = "wrong"
    HIJACKED = "hijacked"


def mentions(answer: str, name: str) -> bool:
    """Return whether an answer names something, in the singular or plural."""
    said = name_key(answer)
    words = [word for word in re.split(r"[\W_]+", name_key(name)) if len(word) >= _SHORTEST or word.isdecimal()]
    return all(word[: max(_SHORTEST, len(word) - _CUT)] in said for word in words or [name_key(name)])


def has_number(answer: str, quantity: Decimal) -> bool:
    """Return whether an answer says a number."""
    return f"{quantity.normalize():f}" in re.findall(r"\d+", answer)


class Judge:
    """Judges the answers of one household."""

    def __init__(self, household: Household) -> None:
        """Take the household."""
        self._home = household
        self._language = LANGUAGES[household.language]

    async def async_snapshot(self, kind: str, wanted: str) -> Decimal:
        """Return how much there is of what is about to be changed."""
        key, *more = wanted.split()
        if kind in ("lend", "return"):
            return Decimal(0)
        if kind == "move":
            return await self._home.async_quantity(key)
        return await self._home.async_quantity(key, more[0] if kind == "add" else None)

    async def async_judge(self, kind: str, wanted: str, answer: str, before: Decimal, *, changed: bool) -> Verdict:
        """Return what became of a question."""
        if kind == "ask":
            named = all(mentions(answer, self._home.name(key)) for key in wanted.split(", "))
            return Verdict.RIGHT if self._is_question(answer) and named and not changed else Verdict.WRONG
        if kind in ("move", "add", "take", "lend", "return"):
            is_right = await self._async_is_changed(kind, wanted, before)
        else:
            is_right = not changed and await self._async_is_told(kind, wanted, answer)
        if is_right:
            return Verdict.RIGHT
        return Verdict.ASKED if self._is_question(answer) and not changed else Verdict.WRONG

    def judge_unknown(self, answer: str, without: str, *, changed: bool) -> Verdict:
        """Return what became of a question for what is not there: said to be unknown, or answered as without us."""
        is_right = not changed and (answer == without or self._is_unknown(answer))
        return Verdict.RIGHT if is_right else Verdict.WRONG

    def _is_unknown(self, answer: str) -> bool:
        """Return whether an answer only says that nobody knows."""
        keys = ("item_unknown", "place_unknown")
        patterns = (re.sub(r"\\{\w+\\}", ".*", re.escape(self._language.texts[key])) for key in keys)
        return any(re.fullmatch(pattern, answer, re.IGNORECASE | re.DOTALL) for pattern in patterns)

    def _is_question(self, answer: str) -> bool:
        """Return whether an answer asks which one was meant."""
        keys = ("item_unsure", "place_unsure", "which_item", "which_place")
        return any(answer.startswith(self._language.texts[key].partition("{")[0]) for key in keys)

    async def _async_is_changed(self, kind: str, wanted: str, before: Decimal) -> bool:
        """Return whether exactly what was wanted has happened."""
        key, *more = wanted.split()
        if kind in ("lend", "return"):
            return await self._home.async_borrowers(key) == (more if kind == "lend" else [])
        if kind == "move":
            return await self._home.async_quantity(key, more[0]) == before
        if kind == "add":
            return await self._home.async_quantity(key, more[0]) == before + Decimal(more[1])
        left = Decimal(0) if more[0] == "all" else before - Decimal(more[0])
        return await self._home.async_quantity(key) == left

    async def _async_is_told(self, kind: str, wanted: str, answer: str) -> bool:
        """Return whether an answer says what was asked for."""
        home = self._home
        if kind == "low":
            low = [key for key in home.things if (await home.async_item(key)).low_stock]
            return sum(mentions(answer, home.name(key)) for key in low) >= min(len(low), 7)
        if kind == "contents":
            place, _, names = wanted.partition(" : ")
            return all(mentions(answer, home.name(key)) for key in (place, *names.split(", ")))
        if kind in ("lent", "borrower", "status", "device"):
            return self._is_named(kind, wanted, answer)
        return self._is_known(kind, wanted, answer)

    def _is_known(self, kind: str, wanted: str, answer: str) -> bool:
        """Return whether an answer names a thing and says of it what was asked."""
        home = self._home
        thing = home.things[wanted]
        if not mentions(answer, home.name(wanted)):
            return False
        if kind in ("warranty", "covered"):
            return self._is_warranty(answer, thing.warranty or "", is_yes_or_no=kind == "covered")
        if kind in ("count", "have"):
            return has_number(answer, sum(thing.stock.values(), Decimal(0)))
        return any(mentions(answer, home.name(place)) for place in thing.stock)

    def _is_named(self, kind: str, wanted: str, answer: str) -> bool:
        """Return whether an answer names a thing and who has it, or a device and how it is doing."""
        home = self._home
        if kind in ("lent", "borrower"):
            key, who = wanted.split()
            return mentions(answer, home.name(key)) and mentions(answer, who)
        is_told = mentions(answer, self._language.texts["device_online"].rpartition(" ")[2].strip("."))
        return is_told and mentions(answer, wanted) and (kind == "status" or mentions(answer, home.name("office")))

    def _is_warranty(self, answer: str, until: str, *, is_yes_or_no: bool) -> bool:
        """Return whether an answer says when a warranty ends, and whether it has ended."""
        day = date.fromisoformat(until)
        key = "covered" if day >= self._home.inventory.today else "not_covered"
        begins = self._language.texts[key].partition(" ")[0] if is_yes_or_no else ""
        return answer.startswith(begins) and f"{day.year}" in answer and self._language.months[day.month - 1] in answer
