"""What stands in cells of tables that people open in spreadsheets, and how it is read again: guarded texts, lists, paths."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LIST_SEPARATOR: Final = "; "
PATH_SEPARATOR: Final = " / "
_RUNS: Final = re.compile(r"'*[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]")
"""How a text begins that a spreadsheet would run, and one that would be taken for such a text with its guard."""
_GUARDED: Final = re.compile(r"'+[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]")
_SEPARATES: Final = re.compile(r"(?<=\s)/|/(?=\s)|^/|/$|:(?=\s\d)")
_ENTRY: Final = re.compile(
    r"(?P<path>.*)(?<!\\): (?P<quantity>\d+([.,]\d+)?)( \((?P<day>\d{4}-\d\d-\d\d)?( ?#(?P<lot>.*))?\))?", re.DOTALL
)
_NOWHERE: Final = "?"
"""What stands for the place of what has none."""


class Entry(NamedTuple):
    """How much of a thing is where, as it stands in a cell that names several places."""

    path: tuple[str, ...]
    quantity: str
    day: str | None = None
    """When it is best before, in ISO 8601."""
    lot: str | None = None


def guard(text: str) -> str:
    """Return a text as a spreadsheet shows and never runs it: "=1+1" becomes "'=1+1"."""
    return f"'{text}" if _RUNS.match(text) else text


def guard_again(text: str) -> str:
    """Return a text for a cell that is marked as text anyway, so that `unguard` returns what it was."""
    return f"'{text}" if _GUARDED.match(text) else text


def unguard(text: str) -> str:
    """Return a text without the guard that `guard` may have given it."""
    return text[1:] if _GUARDED.match(text) else text


def join_path(names: Iterable[str]) -> str:
    """Return a path "Home / Garage"; what in a name could be taken for a separator gets a backslash before it."""
    return PATH_SEPARATOR.join(_escaped(name) for name in names)


def join_list(texts: Iterable[str]) -> str:
    """Return a list of texts in one cell."""
    return join_ready(_escaped(text) for text in texts)


def join_ready(texts: Iterable[str]) -> str:
    """Return a list of paths, or of other texts that have their backslashes, in one cell."""
    return LIST_SEPARATOR.join(texts)


def join_entries(entries: Iterable[Entry]) -> str:
    """Return how much is where: "Home / Cellar: 4 (2027-01-31 #A1); Home / Kitchen: 2"."""
    return join_ready(_entry_text(entry) for entry in entries)


def split_entries(text: str) -> tuple[Entry, ...] | None:
    """Return how much is where; None for a cell that only names a place."""
    found = [_ENTRY.fullmatch(part) for part in split_ready(text)]
    entries = []
    for match in found:
        if match is None:
            return None
        path = () if match["path"] == _NOWHERE else split_path(match["path"])
        lot = match["lot"] and _plain(match["lot"])
        entries.append(Entry(path, match["quantity"].replace(",", "."), match["day"], lot))
    return tuple(entries) or None


def split_path(text: str) -> tuple[str, ...]:
    """Return the names of a path, outermost first."""
    return tuple(filter(None, (_plain(part) for part in _split(text, PATH_SEPARATOR))))


def split_list(text: str) -> tuple[str, ...]:
    """Return the texts of a list, each once."""
    return tuple(dict.fromkeys(filter(None, map(_plain, split_ready(text)))))


def split_ready(text: str) -> tuple[str, ...]:
    """Return the parts of a list with their backslashes: paths, that are split further."""
    return tuple(part.strip() for part in _split(text, LIST_SEPARATOR.strip()) if part.strip())


def _entry_text(entry: Entry) -> str:
    """Return how much is at one place."""
    about = " ".join(filter(None, (entry.day, entry.lot and f"#{_escaped(entry.lot)}")))
    return f"{join_path(entry.path) or _NOWHERE}: {entry.quantity}{about and f' ({about})'}"


def _escaped(text: str) -> str:
    """Return a text with a backslash before what separates."""
    return _SEPARATES.sub(r"\\\g<0>", text.replace("\\", "\\\\").replace(";", "\\;"))


def _plain(text: str) -> str:
    """Return a text without its backslashes."""
    return re.sub(r"\\(.)", r"\1", text).strip()


def _split(text: str, separator: str) -> Iterator[str]:
    """Give the parts between separators; what has a backslash before it separates nothing."""
    start = place = 0
    while place < len(text):
        if text[place] == "\\":
            place += 2
        elif text.startswith(separator, place):
            yield text[start:place]
            place = start = place + len(separator)
        else:
            place += 1
    yield text[start:]
