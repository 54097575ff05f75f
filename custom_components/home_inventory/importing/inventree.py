"""InvenTree's records as one JSON, which `invoke export-records` writes: parts, stock, places, suppliers and kits."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from ..domain.import_notes import NotCarriedNote
from ..domain.imports import PlaceRow, Remark
from .amounts import fit_amount, fit_price, unit_of
from .errors import ImportPartMissingError
from .inventree_columns import INVENTREE_COLUMNS
from .records import by_id, id_of, is_yes, record_table, records_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .documents import Document
    from .records import Record
    from .tables import Table

_STATES: Final = {
    "50": "attention needed", "55": "damaged", "60": "destroyed", "65": "rejected", "70": "lost", "75": "quarantined",
    "85": "returned",
}  # fmt: skip
_ELSEWHERE: Final = {
    "belongs_to": "installed in another item",
    "customer": "at a customer",
    "sales_order": "sold",
    "consumed_by": "used up",
}
_LOST: Final = frozenset(("60", "65", "70"))
_DEEPEST: Final = 30


def is_inventree(document: Document) -> bool:
    """Return whether a file is a dump of InvenTree's records."""
    content = next(iter(document.values()), None)
    return any(str(each.get("model")) in ("part.part", "stock.stockitem") for each in records_of(content))


def inventree_table(document: Document) -> Table:
    """Return parts, each with its stock, as one table. Raises ImportPartMissingError."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for each in records_of(next(iter(document.values()))):
        if isinstance(fields := each.get("fields"), dict):
            found[text_of(each.get("model"))].append({**fields, "pk": each.get("pk")})
    if "part.part" not in found:
        raise ImportPartMissingError("part.part")
    records = _Records(found)
    rows: list[tuple[int, dict[str, str]]] = []
    remarks: list[Remark] = []
    for row, notes in records.rows():
        rows.append((len(rows) + 1, row))
        remarks += [Remark.of(len(rows), row["name"], NotCarriedNote(note)) for note in notes]
    return record_table(rows, INVENTREE_COLUMNS, records.places(), remarks)


class _Records:
    """All records of a dump, by what they are."""

    def __init__(self, found: Mapping[str, list[Record]]) -> None:
        self._found = found
        self._parts = by_id(found["part.part"], "pk")
        self._categories = by_id(found.get("part.partcategory", []), "pk")
        self._locations = by_id(found.get("stock.stocklocation", []), "pk")
        self._companies = by_id(found.get("company.company", []), "pk")
        self._supplied = by_id(found.get("company.supplierpart", []), "pk")
        self._made = by_id(found.get("company.manufacturerpart", []), "pk")
        self._templates = by_id(
            [*found.get("part.partparametertemplate", []), *found.get("common.parametertemplate", [])], "pk"
        )
        self._stock = self._by_part("stock.stockitem", "part")
        self._supplies = self._by_part("company.supplierpart", "part")
        self._makes = self._by_part("company.manufacturerpart", "part")
        self._parameters = self._by_part("part.partparameter", "part") | self._by_part("common.parameter", "model_id")
        self._kits = self._by_part("part.bomitem", "part")
        self._uses = self._by_part("part.bomitem", "sub_part")
        self._files = self._by_part("part.partattachment", "part") | self._by_part("common.attachment", "model_id")

    def _by_part(self, model: str, key: str) -> dict[str, list[Record]]:
        """Return records by the part that they belong to; those of newer versions may belong to something else."""
        groups: defaultdict[str, list[Record]] = defaultdict(list)
        for each in self._found.get(model, []):
            if text_of(each.get("model_type")) in ("", "part"):
                groups[id_of(each.get(key))].append(each)
        return dict(groups)

    def places(self) -> list[PlaceRow]:
        """Return the places."""
        return [
            PlaceRow(line=number, path=path, description=text_of(each.get("description"))[:4000])
            for number, (place_id, each) in enumerate(self._locations.items(), 1)
            if (path := tuple(name[:255] for name in _path(self._locations, place_id)))
        ]

    def rows(self) -> Iterator[tuple[dict[str, str], list[str]]]:
        """Give a row for each part and each of its lots, with what can't be carried over."""
        for part_id, part in self._parts.items():
            unit = unit_of(text_of(part.get("units")))
            notes = [f"attachment {_file(each)}" for each in self._files.get(part_id, [])]
            if image := text_of(part.get("image")):
                notes.append(f"image {image}")
            whole = self._whole(part_id, part, unit)
            lots = [lot for each in self._stock.get(part_id, []) if (lot := self._lot(each, unit, notes))]
            plain = [lot for lot in lots if not lot["serial"]]
            single = [lot for lot in lots if lot["serial"]]
            if plain or not single:
                first, *others = plain or [{"location": self._place(part.get("default_location")), "quantity": "0"}]
                yield {**whole, **first}, notes
                for lot in others:
                    yield {"name": whole["name"], **lot, "reference": whole["reference"]}, []
                notes = []
            for lot in single:
                yield {**whole, "minimum stock": "", **lot}, notes
                notes = []

    def _whole(self, part_id: str, part: Record, unit: str) -> dict[str, str]:
        """Return what is said of a part wherever it is."""
        minimum = fit_amount(text_of(part.get("minimum_stock")), unit).text
        supply: Record = next(iter(self._supplies.get(part_id, [])), {})
        made: Record = next(iter(self._makes.get(part_id, [])), {})
        link = text_of(part.get("link")) or text_of(supply.get("link"))
        return {
            "name": text_of(part.get("name")),
            "reference": f"part/{part_id}",
            "description": text_of(part.get("description")),
            "notes": text_of(part.get("notes")),
            "ipn": text_of(part.get("IPN")),
            "revision": text_of(part.get("revision")),
            "category": "/".join(_path(self._categories, id_of(part.get("category")))),
            "keywords": "\n".join(word.strip() for word in text_of(part.get("keywords")).split(",")),
            "unit": unit,
            "minimum stock": "" if minimum == "0" else minimum,
            "link": link if link.startswith(("http://", "https://")) else "",
            "supplier": self._name(self._companies, supply.get("supplier")),
            "sku": text_of(supply.get("SKU")),
            "manufacturer": self._name(self._companies, made.get("manufacturer")),
            "mpn": text_of(made.get("MPN")),
            "variant of": self._name(self._parts, part.get("variant_of")),
            "contains": ", ".join(self._amount_of(each, "sub_part") for each in self._kits.get(part_id, []))[:1000],
            "used in": ", ".join(self._name(self._parts, each.get("part")) for each in self._uses.get(part_id, []))[
                :1000
            ],
            "archived": "" if is_yes(part.get("active", True)) else "true",
            **self._parameters_of(part_id),
        }

    def _parameters_of(self, part_id: str) -> dict[str, str]:
        """Return the parameters of a part, by the names of their templates."""
        found = {}
        for each in self._parameters.get(part_id, []):
            template = self._templates.get(id_of(each.get("template")), {})
            if name := text_of(template.get("name")):
                words = (text_of(each.get("data")), text_of(template.get("units")))
                found[f"parameter {name}"] = " ".join(filter(None, words))
        return found

    def _lot(self, stock: Record, unit: str, notes: list[str]) -> dict[str, str] | None:
        """Return stock as a row has it; None for what is not there any more."""
        status, number = id_of(stock.get("status")), id_of(stock.get("pk"))
        away = next((words for field, words in _ELSEWHERE.items() if id_of(stock.get(field))), "")
        if away or status in _LOST:
            notes.append(f"stock item {number}: {away or _STATES[status]}")
            return None
        if status in _STATES:
            notes.append(f"stock item {number}: {_STATES[status]}")
        price = fit_price(text_of(stock.get("purchase_price")))
        supply = self._supplied.get(id_of(stock.get("supplier_part")), {})
        serial = text_of(stock.get("serial"))
        lot = {
            "reference": f"stock/{number}",
            "location": self._place(stock.get("location")),
            "quantity": fit_amount(text_of(stock.get("quantity")), unit).text,
            "batch": text_of(stock.get("batch"))[:64],
            "serial": serial,
            "expiry date": text_of(stock.get("expiry_date")),
            "packaging": text_of(stock.get("packaging")),
            "price": price.text,
            "exact price": price.was,
            "currency": text_of(stock.get("purchase_price_currency")) if price.text else "",
        }
        if supplier := self._name(self._companies, supply.get("supplier")):
            lot |= {"supplier": supplier, "sku": text_of(supply.get("SKU"))}
        if not serial:
            del lot["reference"]
        return lot

    def _amount_of(self, line: Record, key: str) -> str:
        """Return what a line of a kit says."""
        amount = fit_amount(text_of(line.get("quantity")), "kg").text
        return f"{amount} x {self._name(self._parts, line.get(key))}"

    def _place(self, key: Any) -> str:
        """Return the path of a place."""
        return "/".join(_path(self._locations, id_of(key)))

    def _name(self, records: Mapping[str, Record], key: Any) -> str:
        """Return what the record is called that another one points at."""
        return text_of(records.get(id_of(key), {}).get("name"))


def _path(records: Mapping[str, Record], key: str) -> list[str]:
    """Return the names from the outermost record to this one; a slash in a name would be another place."""
    names: list[str] = []
    while (record := records.get(key)) is not None and len(names) < _DEEPEST:
        names.insert(0, " ".join(text_of(record.get("name")).replace("/", "-").split()))
        key = id_of(record.get("parent"))
    return [name for name in names if name]


def _file(record: Record) -> str:
    """Return what a file or link is called."""
    return text_of(record.get("attachment")) or text_of(record.get("link")) or text_of(record.get("comment"))
