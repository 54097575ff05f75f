"""A part of Part-DB: its lots, suppliers, parameters and files, from cells that are called by their paths."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final, override

from .amounts import fit_amount, fit_price, unit_of
from .markup import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_YES: Final = frozenset(("1", "true"))
_OWN: Final = {
    "mass": "mass (g)",
    "manufacturing_status": "manufacturing status",
    "manufacturer_product_url": "manufacturer page",
    "eda_info.kicad_symbol": "KiCad symbol",
    "kicad_symbol": "KiCad symbol",
    "eda_kicad_symbol": "KiCad symbol",
    "eda_info.reference_prefix": "KiCad reference",
    "eda_info.value": "KiCad value",
    "eda_info.kicad_footprint": "KiCad footprint",
    "kicad_footprint": "KiCad footprint",
    "eda_kicad_footprint": "KiCad footprint",
}
"""Cells that become fields of the household's own, by how these are called."""
_FLAGS: Final = {"favorite": "favorite", "needs_review": "needs review"}
_ARROW: Final = "->"
_NOTHING: Final = frozenset(("0", "false"))
_ITS_OWN: Final = frozenset(("id", "type", "addeddate", "lastmodified", "total_instock"))
"""What Part-DB keeps for itself, or works out."""
_SMALL_PARTS: Final = "eda_info."


class _Cells(dict[str, str]):
    """Cells that remember which of them somebody has looked at."""

    def __init__(self, cells: Mapping[str, str]) -> None:
        """Take the cells; nobody has looked at any."""
        super().__init__(cells)
        self.read: set[str] = set()

    @override
    def __getitem__(self, name: str) -> str:
        self.read.add(name)
        return super().__getitem__(name)


class Part:
    """What the cells of one part say."""

    def __init__(self, cells: Mapping[str, str]) -> None:
        """Take the cells that are not empty, by their paths in small letters."""
        self._cells = _Cells(cells)
        self.name = self._first("name")
        self.notes: list[str] = []
        """What can't be carried over; complete once `rows` were read."""
        self._unit = unit_of(self._first("partunit.unit", "partunit.name", "partunit"))

    def rows(self) -> list[dict[str, str]]:
        """Return the rows of the part: the first has all that is said of it, each further one tells of another lot."""
        whole = self._whole() | self._bought()
        lots = list(self._lots())
        self.notes += [f"attachment {self._cells[f'{path}.name']}" for path in self._paths("attachments", "name")]
        first, *others = lots
        return [whole | first, *({"name": self.name, "reference": whole["reference"], **lot} for lot in others)]

    @property
    def left_out(self) -> list[str]:
        """Return the columns in which something stands that was not read; complete once `rows` were read.

        What is deep inside is the lists and trees of Part-DB, of which the names are enough.
        """
        plain = (name for name in self._cells if "." not in name.removeprefix(_SMALL_PARTS))
        unread = (name for name in plain if name not in self._cells.read and name not in _ITS_OWN)
        return [name for name in unread if self._cells.get(name, "").casefold() not in _NOTHING]

    def _first(self, *names: str) -> str:
        """Return the first of some cells in which something stands."""
        return next((self._cells[name] for name in names if name in self._cells), "")

    def _paths(self, kind: str, *names: str) -> list[str]:
        """Return the paths of all things of a kind inside the part, in their order."""
        pattern = re.compile(rf"({re.escape(kind)}\.(\d{{1,4}}))\.(?:.*)")
        found = {m.group(1): int(m.group(2)) for name in self._cells if (m := pattern.fullmatch(name))}
        paths = sorted(found, key=lambda path: found[path])
        return [path for path in paths if not names or any(f"{path}.{name}" in self._cells for name in names)]

    def _whole(self) -> dict[str, str]:
        """Return what is said of a part wherever it is."""
        cells, ipn = self._cells, self._first("ipn")
        known = ipn or (f"id {cells['id']}" if "id" in cells else "")
        minimum = fit_amount(self._first("minamount").replace(",", "."), self._unit)
        return {
            "name": self.name,
            "reference": known,
            "ipn": ipn,
            "description": plain(self._first("description")),
            "comment": plain(self._first("comment", "notes")),
            "category": self._path("category"),
            "tags": "\n".join(tag.strip() for tag in self._first("tags").split(",")),
            "unit": self._unit,
            "minimum amount": "" if minimum.text == "0" else minimum.text,
            "manufacturer": self._path("manufacturer").rsplit(_ARROW, 1)[-1],
            "mpn": self._first("manufacturer_product_number", "mpn"),
            "gtin": self._first("gtin"),
            "footprint": self._path("footprint"),
            **{title: cells[name] for name, title in _OWN.items() if name in cells},
            **{title: "true" for name, title in _FLAGS.items() if self._first(name).casefold() in _YES},
            **dict(self._parameters()),
        }

    def _path(self, name: str) -> str:
        """Return the whole path of a category, place or company, however much of it is in the file."""
        return self._first(f"{name}.full_name", f"{name}.name", name)

    def _parameters(self) -> Iterator[tuple[str, str]]:
        """Give the parameters of a part as fields."""
        for path in self._paths("parameters", "name"):
            value = self._first(f"{path}.formatted", f"{path}.value_text")
            number = " ".join(filter(None, (self._first(f"{path}.value_typical"), self._first(f"{path}.unit"))))
            yield self._cells[f"{path}.name"][:100], value or number

    def _lots(self) -> Iterator[dict[str, str]]:
        """Give the lots; without any, how much there is in all."""
        paths = self._paths("partlots")
        for path in paths:
            comment = plain(self._first(f"{path}.comment"))
            if comment:
                self.notes.append(f"comment of a lot: {comment}")
            yield self._lot(
                place=self._path(f"{path}.storage_location"),
                amount=self._first(f"{path}.amount"),
                is_unknown=self._first(f"{path}.instock_unknown").casefold() in _YES,
                lot=self._first(f"{path}.description"),
                until=self._first(f"{path}.expiration_date"),
            )
        if not paths:
            amount = self._first("quantity", "amount", "instock", "total_instock")
            place = self._first("storage_location", "storelocation")
            yield self._lot(place=place, amount=amount, is_unknown=bool(place) and not amount, lot="", until="")

    def _lot(self, *, place: str, amount: str, is_unknown: bool, lot: str, until: str) -> dict[str, str]:
        """Return a lot as a row has it."""
        fitted = fit_amount(amount.replace(",", ".") or "0", self._unit)
        if is_unknown:
            self.notes.append("an amount that is not known, kept as 1")
        elif fitted.was:
            self.notes.append(f"amount {fitted.was}, kept as {fitted.text}")
        return {
            "storage location": place,
            "amount": "1" if is_unknown else fitted.text,
            "lot": lot[:64],
            "expiration date": until,
        }

    def _bought(self) -> dict[str, str]:
        """Return where a part is bought and for how much; further suppliers are told."""
        if "supplier" in self._cells:
            price = fit_price(self._first("price").replace(",", "."))
            spn = self._first("supplier_part_number", "supplier_product_number", "spn")
            return {"supplier": self._cells["supplier"], "spn": spn, "price": price.text, "exact price": price.was}
        first: dict[str, str] = {}
        for path in self._paths("orderdetails"):
            price = fit_price(self._price(path))
            found = {
                "supplier": self._path(f"{path}.supplier").rsplit(_ARROW, 1)[-1],
                "spn": self._first(f"{path}.supplierpartnr"),
                "price": price.text,
                "exact price": price.was,
                "currency": self._first(f"{path}.pricedetails.0.currency.iso_code"),
                "product page": self._first(f"{path}.supplier_product_url"),
            }
            if first:
                self.notes.append(", ".join(f"{name} {text}" for name, text in found.items() if text))
            first = first or found
        return first

    def _price(self, path: str) -> str:
        """Return what one piece costs at the smallest order."""
        prices = self._paths(f"{path}.pricedetails", "price")
        if not prices:
            return ""
        cheapest = min(prices, key=lambda each: _number(self._first(f"{each}.min_discount_quantity")) or Decimal(1))
        price = self._first(f"{cheapest}.price")
        for_how_many = _number(self._first(f"{cheapest}.price_related_quantity")) or Decimal(1)
        number = _number(price)
        return price if number is None else format(number / for_how_many, "f")


def _number(text: str) -> Decimal | None:
    """Return a number that can be divided by."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() and Decimal(0) < number < Decimal(10) ** 12 else None
