"""Sortly: its exports as of 2026, CSV or XLSX, in which folders and items stand in one sheet."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ..domain.import_notes import NotCarriedNote
from ..domain.imports import Remark, Target
from .columns import is_for_one, propose
from .place_rows import PlaceRows
from .reshaping import Cells, reshaped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from .tables import Table

_FOLDERS: Final = ("primary folder", *(f"subfolder-level{number}" for number in range(1, 11)))
_SID: Final = ("sid", "sortly id (sid)", "sortly id")
_REFERENCE: Final = "Sortly ID"
_PHOTOS: Final = tuple(f"photo{number}" for number in range(1, 9))
_CODES: Final = tuple(f"barcode/qr{number}-data" for number in range(1, 9))
_VARIANTS: Final = tuple((f"attribute {number} name", f"attribute {number} option") for number in range(1, 10))
_TARGETS: Final[Mapping[str, Target]] = {
    "entry name": Target.NAME,
    "sortly id": Target.REFERENCE,
    "folder": Target.LOCATION,
    "quantity": Target.QUANTITY,
    "unit": Target.UNIT,
    "min level": Target.MINIMUM_QUANTITY,
    "price": Target.PURCHASE_PRICE,
    "notes": Target.NOTES,
    "tags": Target.CATEGORIES,
    "product link": Target.VENDOR_URL,
    "barcodes": Target.BARCODES,
}
_MAY_BE: Final = frozenset((
    Target.SERIAL_NUMBER, Target.MANUFACTURER, Target.MODEL, Target.PURCHASE_DATE, Target.VENDOR, Target.WARRANTY_UNTIL,
    Target.BEST_BEFORE, Target.LOT, Target.DESCRIPTION,
))  # fmt: skip
"""What fields that people have made there are called as, and mean the same here."""
_MERGED: Final = frozenset((
    "entry type", "value", "item group name", *_SID, *_FOLDERS, *_PHOTOS, *_CODES,
    *(f"barcode/qr{number}-type" for number in range(1, 9)), *(name for pair in _VARIANTS for name in pair),
))  # fmt: skip
"""What is put together, and the value, which is the price of all."""
_OF_STOCK: Final = frozenset(("quantity", "folder", "sortly id"))
_NOTHING: Final = frozenset(("0", "0.0", "0.00"))


def is_sortly(names: frozenset[str]) -> bool:
    """Return whether columns with these names are of Sortly: what is exported can be chosen there."""
    return "entry name" in names and bool(names & {"entry type", *_SID, "primary folder", "min level"})


def sortly_mapping(columns: Iterable[str]) -> dict[str, Target]:
    """Return what the columns hold; fields that people have made there mean what they are called."""
    mapping: dict[str, Target] = {}
    guesses = propose(columns)
    for column in columns:
        guess = guesses[column] if guesses[column] in _MAY_BE else Target.CUSTOM
        target = _TARGETS.get(column.casefold(), guess)
        is_taken = is_for_one(target) and target in mapping.values()
        mapping[column] = Target.CUSTOM if is_taken else target
    return mapping


def sortly_is_empty(column: str, text: str) -> bool:
    """Return whether a cell says that there is nothing."""
    match column.casefold():
        case "price" | "min level":
            return text in _NOTHING
        case "unit":
            return text.casefold() in ("unit", "units")
        case "ordered":
            return text.casefold() in ("false", "no", "0")
        case _:
            return False


def sortly_tidy(table: Table) -> Table:
    """Return the items, each with its path and reference; folders become places, and photos are told of."""
    folders = _folders(table)
    references = _References(table)
    added: dict[str, Callable[[Cells], str]] = {
        "Folder": lambda row: " / ".join(_path(row)),
        "Variant": _variant,
        "Variant of": lambda row: row("item group name"),
        "Barcodes": lambda row: "\n".join(filter(None, map(row, _CODES))),
        _REFERENCE: references.of,
    }
    if "quantity" not in {name.casefold() for name in table.columns}:
        added["Quantity"] = lambda _: "1"
    photos = _photos(table)
    items = _without_empty(reshaped(table, added, without=_MERGED - {_REFERENCE.casefold()}, only=_is_item), set(added))
    remarks = (*table.remarks, *folders.remarks, *photos, *_differences(items))
    return replace(items, places=folders.rows, rejected=folders.rejected, remarks=remarks)


def _is_item(row: Cells) -> bool:
    """Return whether a row is about an item; those without a kind are."""
    return row("entry type").casefold() != "folder"


def _path(row: Cells) -> list[str]:
    """Return the folders that something is in, outermost first."""
    return [folder.replace(" / ", "/") for name in _FOLDERS if (folder := row(name))]


def _folders(table: Table) -> PlaceRows:
    """Return the folders as places. Their tags, photos and own fields have no place here."""
    row, places = Cells(table.columns), PlaceRows()
    own = [
        name
        for name in table.columns
        if name.casefold() not in {*_TARGETS, *_MERGED, "ordered"} - {"tags", "price", *_PHOTOS}
    ]
    for line, cells in table.rows:
        if _is_item(row.of(cells)):
            continue
        name = row("entry name")
        places.add(line, (*_path(row), name.replace(" / ", "/")), row("notes"))
        left = (
            f"{column}: {text}"
            for column in own
            if (text := row(column.casefold())) and not sortly_is_empty(column, text)
        )
        places.leave(line, name, left)
    return places


class _References:
    """Tells what items are known by. Copies of an item share its SID: the one with the shortest name keeps it alone."""

    def __init__(self, table: Table) -> None:
        """Look at all names of each SID."""
        row = Cells(table.columns)
        names: defaultdict[str, set[str]] = defaultdict(set)
        for _, cells in table.rows:
            if _is_item(row.of(cells)) and (sid := row(*_SID)):
                names[sid].add(row("entry name"))
        self._first = {sid: min(known, key=lambda name: (len(name), name)) for sid, known in names.items()}

    def of(self, row: Cells) -> str:
        """Return the SID, with the name of a copy that is called differently."""
        sid, name = row(*_SID), row("entry name")
        return f"{sid} {name}" if sid and self._first[sid] != name else sid


def _variant(row: Cells) -> str:
    """Return what makes a variant different: "Size: XL, Colour: red"."""
    return ", ".join(f"{row(name)}: {row(option)}" for name, option in _VARIANTS if row(option))


def _photos(table: Table) -> Iterable[Remark]:
    """Tell of the photos, which are behind links that only those open who are signed in there."""
    row = Cells(table.columns)
    for line, cells in table.rows:
        row.of(cells)
        links = [link for name in _PHOTOS if (link := row(name))]
        if links and _is_item(row):
            yield Remark.of(line, row("entry name"), NotCarriedNote(", ".join(links)))


def _differences(table: Table) -> Iterable[Remark]:
    """Tell what rows say otherwise than the first of the same item: only their places and quantities come along."""
    row = Cells(table.columns)
    first: dict[str, tuple[str, ...]] = {}
    for line, cells in table.rows:
        reference = row.of(cells)(_REFERENCE.casefold())
        known = first.setdefault(reference, cells) if reference else cells
        pairs = zip(table.columns, cells, known, strict=True)
        left = [
            f"{name}: {text}"
            for name, text, other in pairs
            if text not in ("", other) and name.casefold() not in _OF_STOCK
        ]
        if left:
            yield Remark.of(line, row("entry name"), NotCarriedNote("; ".join(left)))


def _without_empty(table: Table, names: set[str]) -> Table:
    """Return a table without those of some columns in which nothing stands."""
    unused = {
        name.casefold()
        for place, name in enumerate(table.columns)
        if name in names and not any(cells[place] for _, cells in table.rows)
    }
    return reshaped(table, {}, without=unused) if unused else table
