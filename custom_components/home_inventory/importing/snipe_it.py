"""Snipe-IT up to 8: what its sample files, its custom report, its lists and the files for its importer call their columns."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Final

from ..domain.errors import InventoryError
from ..domain.imports import Target
from .columns import is_for_one
from .reshaping import iso_days, names_of, plain_name, reshaped, without_repeats
from .snipe_it_places import PLACE_COLUMNS, are_places, as_places
from .values import Dialect, has_month_first, read_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from .reshaping import Cells
    from .tables import Table

_TAG: Final = "asset tag"
_NAMES: Final = ("item name", "asset name", "accessory name", "consumable name", "component name", "name")
_MODELS: Final = ("model", "model name", "asset model")
_TARGETS: Final[Mapping[str, Target]] = {
    **dict.fromkeys(_NAMES, Target.NAME),
    **dict.fromkeys(_MODELS, Target.MODEL),
    _TAG: Target.REFERENCE,
    **dict.fromkeys(("category", "accessory category"), Target.CATEGORIES),
    **dict.fromkeys(("serial", "serial number", "serial no.", "serial no", "product key", "key"), Target.SERIAL_NUMBER),
    "manufacturer": Target.MANUFACTURER,
    "supplier": Target.VENDOR,
    "location": Target.LOCATION,
    **dict.fromkeys(("purchase date", "purchased"), Target.PURCHASE_DATE),
    **dict.fromkeys(("purchase cost", "cost"), Target.PURCHASE_PRICE),
    "warranty expires": Target.WARRANTY_UNTIL,
    **dict.fromkeys(("qty", "quantity", "total"), Target.QUANTITY),
    **dict.fromkeys(
        ("min amount", "min. qty", "min qty", "minimum amount", "min quantity", "minimum quantity"),
        Target.MINIMUM_QUANTITY,
    ),
    **dict.fromkeys(("notes", "asset notes", "item notes"), Target.NOTES),
    "archived": Target.ARCHIVED,
}
_NUMBERS_OF_MODELS: Final = ("model number", "model no.", "model no", "model num.", "model num")
_DAYS: Final = frozenset((
    "asset eol date", "eol date", "eol", "expected checkin", "expected checkin date", "last audit", "next audit",
    "next audit date", "checkout date", "last checkout", "last checkout date", "last checkin date",
))  # fmt: skip
_PERSON: Final = (
    "checked out to: full name", "checked out to: name", "checked out to", "checked out", "full name", "fullname",
)  # fmt: skip
_FIRST_NAMES: Final = ("checked out to: first name", "first name")
_LAST_NAMES: Final = ("checked out to: last name", "last name", "lastname")
_USER_NAMES: Final = ("checked out to: username", "username", "user name")
_LENT_PLACE: Final = ("checked out to: location", "checkout to location", "checkout location")
_LEFT_OUT: Final = PLACE_COLUMNS | frozenset((
    "id", "url", "image", "device image", "image filename", "actions", "change", "checkin/checkout", "created at",
    "updated at", "created by", "checkouts", "checkins", "requests", "age", "diff", "current value",
    "employee no.", "employee number", "department", "title", "phone",
))  # fmt: skip
"""Numbers and links of the old server, what follows from other columns, and what is about people and not about things."""
_MERGED: Final = frozenset((*_PERSON, *_FIRST_NAMES, *_LAST_NAMES, *_LENT_PLACE, "checkout type", "deleted"))
_TITLES: Final[Mapping[str, str]] = {
    _TAG: "Snipe-IT asset tag",
    "checked out to: username": "Checked out to (user name)",
    "username": "Checked out to (user name)",
    "user name": "Checked out to (user name)",
    "checked out to: email": "Checked out to (e-mail)",
    "email": "Checked out to (e-mail)",
    "asset eol date": "End of life",
    "eol date": "End of life",
    "eol": "End of life",
    "order number": "Order number",
    "item number": "Item number",
    "item no.": "Item number",
    "item #": "Item number",
    "model notes": "Model notes",
    "expected checkin": "Expected back",
    "expected checkin date": "Expected back",
    **dict.fromkeys(_NUMBERS_OF_MODELS, "Model number"),
}
_NOTHING: Final = frozenset(("0000-00-00", "0000-00-00 00:00:00", "null"))
_UNSAID: Final = frozenset(("0", "no", "n", "false", "off"))
_ZERO_IS_NOTHING: Final = frozenset((
    "min amount", "min. qty", "min qty", "minimum amount", "min quantity", "minimum quantity", "requestable", "byod",
))  # fmt: skip
_MONTHS: Final = re.compile(r"(\d{1,4})(?:\.0+)?\s*(?:months?)?", re.IGNORECASE)
_DEAD: Final = re.compile(r"archived|.*\(archived\)", re.IGNORECASE)


def is_snipe_it(names: frozenset[str]) -> bool:
    """Return whether columns with these names are of Snipe-IT."""
    if are_places(names) or {"company", "order number", "purchase cost"} <= names:
        return True
    if _TAG in names:
        return bool(names & {*_MODELS, *_NUMBERS_OF_MODELS, *_LENT_PLACE, "status", "company", "checkout type"})
    return {"company", "category"} <= names and bool(names & {"min amount", "min. qty", "item no."})


def snipe_it_mapping(columns: Iterable[str]) -> dict[str, Target]:
    """Return what the columns hold; of two that hold the same the first counts, the other becomes a field of its own."""
    mapping: dict[str, Target] = {}
    has_model = any(column.casefold() in _MODELS for column in columns)
    for column in columns:
        small = plain_name(column)
        if small in _LEFT_OUT:
            continue
        target = _TARGETS.get(small, Target.CUSTOM)
        if small in _NUMBERS_OF_MODELS and not has_model:
            target = Target.MODEL
        is_taken = is_for_one(target) and target in mapping.values()
        mapping[column] = Target.CUSTOM if is_taken else target
    return mapping


def snipe_it_title(column: str) -> str:
    """Return how a field of the household's own is called that keeps a column."""
    return _TITLES.get(column.casefold(), column)


def snipe_it_is_empty(column: str, text: str) -> bool:
    """Return whether a cell says that there is nothing: no price, no minimum, a day that never was."""
    small = column.casefold()
    if text.casefold() in _NOTHING:
        return True
    if _TARGETS.get(small) is Target.PURCHASE_PRICE:
        return not re.sub(r"[^\d]", "", text).strip("0") and any(letter.isdigit() for letter in text)
    return small in _ZERO_IS_NOTHING and text.casefold() in _UNSAID


def snipe_it_tidy(table: Table) -> Table:
    """Return the table with one column for each name, place, end of warranty and borrower; a list of locations becomes places."""
    if are_places(names_of(table)):
        return as_places(table)
    table = without_repeats(table)
    names = names_of(table)
    added: dict[str, Callable[[Cells], str]] = {**iso_days(table, _DAYS, month_first=True)}
    name = next((known for known in _NAMES if known in names), "name")
    added[_as_written(table, name)] = lambda row: row(name, *_MODELS, *_NUMBERS_OF_MODELS, _TAG)
    added |= _places_and_people(names)
    added |= _warranty(table)
    if names & {"status", "deleted"}:
        added["Archived"] = _archived
    return reshaped(table, added, without=_MERGED | {"warranty", "warranty months"})


def _as_written(table: Table, name: str) -> str:
    """Return how a column is called in the table."""
    return next((column for column in table.columns if column.casefold() == name), name.capitalize())


def _places_and_people(names: frozenset[str]) -> dict[str, Callable[[Cells], str]]:
    """Return where things are and who has them: what is checked out to a place is there, and belongs to another one."""
    added: dict[str, Callable[[Cells], str]] = {}
    if names & {*_LENT_PLACE, "default location"}:
        added["Location"] = lambda row: row(*_LENT_PLACE, "location", "default location")
        added["Default location"] = _default_place
    if names & {*_PERSON, *_FIRST_NAMES, *_LAST_NAMES, *_USER_NAMES}:
        added["Checked out to"] = _person
    return added


def _default_place(row: Cells) -> str:
    """Return where a thing belongs that is elsewhere."""
    usual = row("default location", "location")
    return "" if usual == row(*_LENT_PLACE, "location", "default location") else usual


def _person(row: Cells) -> str:
    """Return who has a thing; accessories only say how many are out."""
    whole = row(*_PERSON)
    both = " ".join(filter(None, (row(*_FIRST_NAMES), row(*_LAST_NAMES))))
    return (whole if not whole.isdecimal() else "") or both or row(*_USER_NAMES)


def _archived(row: Cells) -> str:
    """Return whether a thing is gone: deleted, or with a status that says so."""
    return "true" if row("deleted") or _DEAD.fullmatch(row("status")) else ""


def _warranty(table: Table) -> dict[str, Callable[[Cells], str]]:
    """Return when warranties end: months from the purchase on, unless the day is said."""
    names = names_of(table)
    months_of = [name for name in ("warranty", "warranty months") if name in names]
    if not months_of:
        return {}
    bought = next((place for place, name in enumerate(table.columns) if _is_day_of_purchase(name)), None)
    texts = () if bought is None else (cells[bought] for _, cells in table.rows)
    dialect = Dialect(month_first=has_month_first(texts, usually=True))

    def until(row: Cells) -> str:
        said = row("warranty expires")
        found = _MONTHS.fullmatch(row(*months_of))
        if said or found is None:
            return said
        try:
            day = read_day("purchase_date", row("purchase date", "purchased"), dialect)
        except InventoryError:
            return ""
        return later(day, int(found.group(1))).isoformat() if day and int(found.group(1)) else ""

    def rest(row: Cells) -> str:
        months = row(*months_of)
        found = _MONTHS.fullmatch(months)
        if until(row) or (found and not int(found.group(1))):
            return ""
        return f"{found.group(1)} months" if found else months

    return {"Warranty expires": until, "Length of warranty": rest}


def _is_day_of_purchase(name: str) -> bool:
    """Return whether a column holds when things were bought."""
    return _TARGETS.get(name.casefold()) is Target.PURCHASE_DATE


def later(day: date, months: int) -> date:
    """Return the day some months later; the last of the month where it has fewer days."""
    years, month = divmod(day.month - 1 + months, 12)
    year = min(day.year + years, date.max.year)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
