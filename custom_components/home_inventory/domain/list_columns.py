"""The columns of exported lists: what there is, what a list has unless it is said otherwise, and how wide it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from .list_titles import LIST_TITLES, TITLES
from .text import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CUSTOM_PREFIX: Final = "custom."
"""What stands before the name of a field of the household's own, where it could be taken for a column of ours."""
CODE_HEADING: Final = "home_inventory_code"
"""What stands above codes where keys do: by it our lists are told from those of other programs."""
LANGUAGES: Final = ("en", "de", "es", "fr", "it", "nl")
"""In the order in which titles stand in `list_titles.py`."""


class Listed(StrEnum):
    """What a list is of."""

    ITEMS = "items"
    LOCATIONS = "locations"
    DEVICES = "devices"
    LOANS = "loans"
    HISTORY = "history"


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column: its key, whether a list has it unless it is said otherwise, and how wide it is in a workbook, in letters."""

    key: str
    is_usual: bool = False
    width: int = 14
    is_money: bool = False


def _columns(usual: str, others: str) -> tuple[ListColumn, ...]:
    """Return columns of lists of keys: those that every list has, then those that have to be asked for."""
    kinds = ((usual, True), (others, False))
    return tuple(
        ListColumn(key, is_usual, _WIDTHS.get(key, 14), key in _MONEY)
        for keys, is_usual in kinds
        for key in keys.split()
    )


_WIDTHS: Final[Mapping[str, int]] = {
    "code": 10,
    "name": 32,
    "location": 36,
    "path": 40,
    "quantity": 10,
    "unit": 8,
    "categories": 26,
    "description": 40,
    "notes": 40,
    "currency": 9,
    "warranty_notes": 30,
    "vendor_url": 30,
    "item_name": 32,
    "before": 40,
    "after": 40,
    "id": 29,
    "batch": 29,
    "addresses": 22,
    "macs": 20,
    "created_at": 19,
    "updated_at": 19,
    "last_seen": 19,
    "at": 19,
}
_MONEY: Final = frozenset(("purchase_price", "value"))
COLUMNS: Final[Mapping[Listed, tuple[ListColumn, ...]]] = {
    Listed.ITEMS: _columns(
        "code name location quantity unit categories manufacturer model serial_number purchase_date purchase_price "
        "currency vendor warranty_until minimum_quantity notes",
        "lot best_before labels description aliases barcodes vendor_url lifetime_warranty warranty_notes value "
        "lent_quantity borrowers low_stock promoted archived created_at updated_at id",
    ),
    Listed.LOCATIONS: _columns(
        "code path name kind item_count capacity description", "area archived created_at updated_at id"
    ),
    Listed.DEVICES: _columns(
        "name device_type manufacturer model serial_number firmware status addresses macs location item_code item_name "
        "last_seen",
        "sources hangs_on sleeps ignored archived created_at updated_at id",
    ),
    Listed.LOANS: _columns("item_code item_name borrower quantity unit lent_on due_on overdue note", "location id"),
    Listed.HISTORY: _columns("at person source kind operation name before after", "undone batch id"),
}


def keys_of(listed: Listed) -> tuple[str, ...]:
    """Return the keys of all columns of a list that are ours."""
    return tuple(column.key for column in COLUMNS[listed])


def usual_keys(listed: Listed) -> tuple[str, ...]:
    """Return the keys of the columns that a list has unless it is said otherwise."""
    return tuple(column.key for column in COLUMNS[listed] if column.is_usual)


def column_of(listed: Listed, key: str) -> ListColumn | None:
    """Return the column with a key; one of the household's own is as any other. None for what there is not."""
    if listed is Listed.ITEMS and key.startswith(CUSTOM_PREFIX) and len(key) > len(CUSTOM_PREFIX):
        return ListColumn(key, width=20)
    return next((column for column in COLUMNS[listed] if column.key == key), None)


def titles_of(listed: Listed, keys: Iterable[str], language: str | None) -> tuple[str, ...]:
    """Return what stands above columns: the words of a language, or without one the keys, which never change.

    A field of the household's own has its own name, unless that could be taken for a column of ours.
    """
    return tuple(_title_of(listed, key, language) for key in keys)


def _title_of(listed: Listed, key: str, language: str | None) -> str:
    """Return what stands above a column."""
    if not key.startswith(CUSTOM_PREFIX):
        return _heading(key) if language is None else title(key, language)
    own = key.removeprefix(CUSTOM_PREFIX)
    is_clear = language is not None and name_key(own) not in _ITEM_KEYS and not own.startswith(CUSTOM_PREFIX)
    return own if is_clear and listed is Listed.ITEMS else key


def list_title(listed: Listed, language: str) -> str:
    """Return what a list is called in a language."""
    return _in_language(LIST_TITLES[listed], language)


def _heading(key: str) -> str:
    """Return the key that stands above a column."""
    return CODE_HEADING if key == "code" else key


def title(key: str, language: str) -> str:
    """Return what a column is called in a language."""
    return _in_language(TITLES[key], language)


def _in_language(words: str, language: str) -> str:
    """Return the one of six words that is of a language; the English one where it is none of ours."""
    base = language.partition("-")[0]
    return words.split("; ")[LANGUAGES.index(base) if base in LANGUAGES else 0]


def item_key(heading: str) -> str | None:
    """Return the key of the column of items that has this above it, in whatever language; None for what is none of ours."""
    return _ITEM_KEYS.get(name_key(heading))


_ITEM_KEYS: Final[Mapping[str, str]] = {
    name_key(word): key for key in keys_of(Listed.ITEMS) for word in (_heading(key), *TITLES[key].split("; "))
}
