"""The products of Grocy with their batches: each a row of the thing, and one for each further batch."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from ..domain.import_notes import NotCarriedNote
from ..domain.imports import Remark
from .amounts import fit_amount, fit_price, unit_of
from .markup import plain
from .records import by_id, id_of, is_yes, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from .records import Record

type Told = Callable[[int, str], list[Remark]]
"""Takes the number and name of a row, and returns what has to be told of it."""

_NEVER: Final = "2999-12-31"
"""The best-before date of what keeps for ever."""
_LONGEST_LOT: Final = 64
_KEPT_AS_IT_IS: Final = ("calories", "default_best_before_days")


def telling(notes: list[str]) -> Told:
    """Return what tells of a row what could not be carried over."""
    return lambda number, name: [Remark.of(number, name, NotCarriedNote(note)) for note in notes]


def group_by(records: list[Record], key: str) -> dict[str, list[Record]]:
    """Return records by what they belong to."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        found[id_of(record.get(key))].append(record)
    return found


def captions(lists: Mapping[str, list[Record]], entity: str) -> dict[str, str]:
    """Return how people have called the userfields of an object, by the names that the program has for them."""
    return {
        text_of(each.get("name")): text_of(each.get("caption")) or text_of(each.get("name"))
        for each in lists.get("userfields", [])
        if each.get("entity") == entity
    }


def userfields_of(record: Record, names: Mapping[str, str]) -> dict[str, str]:
    """Return the userfields of a record as cells."""
    found: Any = record.get("userfields")
    if not isinstance(found, dict):
        return {}
    return {f"userfields.{names.get(name, name)}": text_of(value) for name, value in found.items()}


class Products:
    """Makes rows of products, with all that points at them."""

    def __init__(self, lists: Mapping[str, list[Record]]) -> None:
        """Take the lists of objects by their names."""
        self._products = by_id(lists["products"])
        self._groups = by_id(lists.get("product_groups", []))
        self._units = by_id(lists.get("quantity_units", []))
        self._locations = by_id(lists.get("locations", []))
        self._stores = by_id(lists.get("shopping_locations", []))
        self._lots = group_by(lists["stock"], "product_id")
        self._barcodes = group_by(lists.get("product_barcodes", []), "product_id")
        self._wanted = group_by(lists.get("shopping_list", []), "product_id")
        self._captions = captions(lists, "products")
        self._lot_captions = captions(lists, "stock")

    def rows(self) -> Iterator[tuple[dict[str, str], Told]]:
        """Give the rows, each with what has to be told of it."""
        for product_id, product in self._products.items():
            unit = unit_of(self._name(self._units, product.get("qu_id_stock")))
            lots = self._lots.get(product_id, [])
            notes: list[str] = []
            row = self._row_of(product_id, product, unit, notes) | self._bought(product, lots, notes)
            first, *others = [self._lot(product, lot, unit, notes) for lot in lots] or [self._no_lot(product)]
            yield {**row, **first}, telling(notes)
            for lot in others:
                yield {"name": row["name"], "reference": row["reference"], **lot}, telling([])

    def _row_of(self, product_id: str, product: Record, unit: str, notes: list[str]) -> dict[str, str]:
        """Return what is said of a product wherever it is."""
        minimum = fit_amount(text_of(product.get("min_stock_amount")), unit)
        if minimum.was:
            notes.append(f"minimum stock {minimum.was}, kept as {minimum.text}")
        if picture := text_of(product.get("picture_file_name")):
            notes.append(f"picture {picture}")
        row = {
            "name": text_of(product.get("name")),
            "reference": f"products/{product_id}",
            "description": plain(text_of(product.get("description"))),
            "group": self._name(self._groups, product.get("product_group_id")),
            "unit": unit,
            "min_stock_amount": minimum.text.strip("0") and minimum.text,
            "barcode": "\n".join(self._codes(product_id, product, notes)),
            "parent_product": self._name(self._products, product.get("parent_product_id")),
            "shopping_list": self._to_buy(product_id, unit),
            "archived": "true" if "active" in product and not is_yes(product["active"]) else "",
            **{name: _unless_zero(product.get(name)) for name in _KEPT_AS_IT_IS},
            **userfields_of(product, self._captions),
        }
        if is_yes(product.get("enable_tare_weight_handling")):
            row["tare_weight"] = _unless_zero(product.get("tare_weight"))
        return row

    def _codes(self, product_id: str, product: Record, notes: list[str]) -> Iterator[str]:
        """Give the barcodes; before version 3 they were in the product itself."""
        yield from filter(None, (code.strip() for code in text_of(product.get("barcode")).split(",")))
        for each in self._barcodes.get(product_id, []):
            code = text_of(each.get("barcode"))
            if text_of(each.get("amount")) not in ("", "1", "1.0", "0"):
                notes.append(f"barcode {code}: amount {text_of(each.get('amount'))}")
            yield code

    def _to_buy(self, product_id: str, unit: str) -> str:
        """Return what the shopping lists say of a product."""
        entries = (each for each in self._wanted.get(product_id, []) if not is_yes(each.get("done")))
        words = (
            f"{fit_amount(text_of(each.get('amount')), unit).text} {plain(text_of(each.get('note')))}"
            for each in entries
        )
        return ", ".join(" ".join(each.split()) for each in words)

    def _bought(self, product: Record, lots: list[Record], notes: list[str]) -> dict[str, str]:
        """Return what the newest batch has cost, when and where; prices of older ones are told."""
        bought = sorted(lots, key=lambda lot: text_of(lot.get("purchased_date")))
        priced = [lot for lot in bought if _unless_zero(lot.get("price"))]
        newest: Record = (priced or bought or [{}])[-1]
        price = fit_price(_unless_zero(newest.get("price")))
        notes += [
            f"price {text_of(lot.get('price'))}, bought {text_of(lot.get('purchased_date'))}"
            for lot in priced[:-1]
            if text_of(lot.get("price")) != text_of(newest.get("price"))
        ]
        store = newest.get("shopping_location_id") or product.get("shopping_location_id")
        return {
            "price": price.text,
            "exact_price": price.was,
            "purchased_date": text_of(newest.get("purchased_date")),
            "store": self._name(self._stores, store),
        }

    def _lot(self, product: Record, lot: Record, unit: str, notes: list[str]) -> dict[str, str]:
        """Return a batch; the answer of /api/stock has one for each product, with all of it."""
        amount = fit_amount(text_of(lot.get("amount")), unit)
        if amount.was:
            notes.append(f"amount {amount.was}, kept as {amount.text}")
        if is_yes(lot.get("open")):
            opened = ("opened:", amount.text, unit, text_of(lot.get("opened_date")))
            notes.append(" ".join(filter(None, opened)))
        for caption, value in userfields_of(lot, self._lot_captions).items():
            if value:
                notes.append(f"{caption.removeprefix('userfields.')}: {value}")
        note = " ".join(plain(text_of(lot.get("note"))).split())
        if len(note) > _LONGEST_LOT:
            notes.append(f"note: {note}")
        best_before = text_of(lot.get("best_before_date"))
        return {
            "location": self._name(self._locations, lot.get("location_id") or product.get("location_id")),
            "amount": amount.text,
            "best_before_date": "" if best_before.startswith(_NEVER) else best_before,
            "note": note if len(note) <= _LONGEST_LOT else "",
        }

    def _no_lot(self, product: Record) -> dict[str, str]:
        """Return that there is none of a product, and where it would be."""
        return {"location": self._name(self._locations, product.get("location_id")), "amount": "0"}

    def _name(self, records: Mapping[str, Record], key: Any) -> str:
        """Return what the record is called that another one points at."""
        return text_of(records.get(id_of(key), {}).get("name"))


def _unless_zero(value: Any) -> str:
    """Return a number, or nothing where it says that there is none."""
    text = text_of(value)
    return text if text.strip("0.") else ""
