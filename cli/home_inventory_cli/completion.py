"""What the shell offers after TAB: names and places come from the inventory, and nothing at all if that takes long."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final

from .errors import CliError
from .session import Session
from .settings import settings_from

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_PATIENCE: Final = 2.0
_MOST: Final = 30
_FOR_BASH: Final = " \t\"'\\$`&|;<>()*?[]#~!{}"


def _ask(command: str, **fields: Any) -> dict[str, Any]:
    """Ask the inventory; nobody wants to see an error while typing."""
    try:
        session = Session(settings_from({"timeout": _PATIENCE}))
        try:
            return dict(session.ask(command, **fields))
        finally:
            session.close()
    except CliError:
        return {}


def _offer(incomplete: str, names: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the names that begin so, with what is said beside them."""
    wanted = incomplete.strip("\"'").replace("\\", "").casefold()
    found = [(_spelt(name), beside) for name, beside in names if name.casefold().startswith(wanted)]
    return list(dict.fromkeys(found))[:_MOST]


class _Name(str):
    """A name that was chosen already: Typer would leave out what is not spelt as it was typed, capitals and quotes included."""

    __slots__ = ()

    def startswith(self, *_: object) -> bool:
        """Fit."""
        return True


def _spelt(name: str) -> str:
    """Return a name as the shell wants it: bash takes what it is given, the others quote by themselves."""
    if not any(value.endswith("_bash") for key, value in os.environ.items() if key.endswith("_COMPLETE")):
        return _Name(name)
    return _Name("".join(f"\\{sign}" if sign in _FOR_BASH else sign for sign in name))


def items(incomplete: str) -> list[tuple[str, str]]:
    """Offer items by name."""
    words = incomplete.strip("\"'").replace("\\", "")
    answer = _ask("item/list", limit=_MOST, sort="relevance", **({"query": words} if words else {}))
    return _offer(incomplete, ((item["name"], item["code"]) for item in answer.get("items", ())))


def places(incomplete: str) -> list[tuple[str, str]]:
    """Offer places by name, and by path from the first slash on."""
    by_path = "/" in incomplete
    found = _ask("location/list", limit=1000).get("locations", ())
    return _offer(incomplete, ((place["path" if by_path else "name"], place["path"]) for place in found))


def devices(incomplete: str) -> list[tuple[str, str]]:
    """Offer devices by name."""
    words = incomplete.strip("\"'").replace("\\", "")
    answer = _ask("device/list", limit=_MOST, **({"text": words} if words else {}))
    return _offer(incomplete, ((device["name"], device["status"]) for device in answer.get("devices", ())))


def sources(incomplete: str) -> list[tuple[str, str]]:
    """Offer sources of devices by title."""
    found = _ask("source/list").get("sources", ())
    return _offer(incomplete, ((source["title"], source["kind"]) for source in found))


def categories(incomplete: str) -> list[tuple[str, str]]:
    """Offer categories by path."""
    found = _ask("category/list", limit=1000).get("categories", ())
    return _offer(incomplete, ((category["path"], f"{category['item_count']}") for category in found))


def borrowers(incomplete: str) -> list[tuple[str, str]]:
    """Offer who has something."""
    found = _ask("borrower/list").get("borrowers", ())
    return _offer(incomplete, ((borrower["name"], f"{borrower['items']}") for borrower in found))


def words(*known: str) -> Callable[[str], list[str]]:
    """Return what offers words that are always the same."""

    def complete(incomplete: str) -> list[str]:
        return [word for word in known if word.startswith(incomplete)]

    return complete
