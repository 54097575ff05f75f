"""Homebox: the archive of a whole collection (version 1 of its layout), with a JSON for each of its tables."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from ..domain.import_notes import NotCarriedNote
from ..domain.imports import Remark
from .errors import ImportUnreadableError
from .homebox_attachments import HomeboxAttachments, told
from .place_rows import PlaceRows
from .records import Record, by_id, id_of, is_yes, record_table, records_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..domain.imports import RowAttachment
    from .packed import PackedFiles
    from .tables import Table

_VERSION: Final = 1
TABLES: Final = (
    "entities", "entity_types", "entity_fields", "tags", "tag_entities", "attachments", "maintenance_entries",
)  # fmt: skip
_MOST_AROUND: Final = 30
_PLAIN: Final = (
    "name", "quantity", "description", "notes", "manufacturer", "model_number", "serial_number", "purchase_from",
    "purchase_price", "warranty_details", "sold_to", "sold_price", "sold_notes",
)  # fmt: skip
_FLAGS: Final = ("archived", "insured", "lifetime_warranty")
_DAYS: Final = ("purchase_date", "warranty_expires", "sold_date")
_COLUMNS: Final = tuple(
    f"HB.{name}"
    for name in (
        "import_ref", "parent_import_ref", "name", "location", "tags", "asset_id", *_PLAIN[1:8], "purchase_date", "purchase_price",
        "lifetime_warranty", "warranty_expires", "warranty_details", "archived", "insured", "sold_date", *_PLAIN[10:],
    )
)  # fmt: skip


def is_homebox_collection(files: Iterable[str]) -> bool:
    """Return whether files of these names in an archive are a collection."""
    names = {PurePosixPath(name).name for name in files}
    return {"manifest.json", "entities.json", "entity_types.json"} <= names


def homebox_collection_table(document: Mapping[str, Any], packed: PackedFiles) -> Table:
    """Return the items as its CSV has them with their photos and papers, and its locations as places.

    The document has what stands in the tables by their names. Raises ImportUnreadableError for another layout.
    """
    manifest = document["manifest.json"]
    if not isinstance(manifest, dict) or manifest.get("schemaVersion") != _VERSION:
        raise ImportUnreadableError("homebox")
    tables = {name: records_of(document.get(f"{name}.json")) for name in TABLES}
    attachments = HomeboxAttachments(packed)
    table = _Collection(tables, attachments).table()
    others = (name for name in packed.names if name not in attachments.names and not name.endswith(".json"))
    return replace(table, files=tuple(others))


class _Collection:
    """All records of a collection, by what they belong to."""

    def __init__(self, tables: Mapping[str, list[Record]], attachments: HomeboxAttachments) -> None:
        """Sort the records."""
        self._attachments = attachments
        self._entities = tables["entities"]
        self._by_id = by_id(self._entities)
        self._tags = by_id(tables["tags"])
        self._locations = {id_of(kind.get("id")) for kind in tables["entity_types"] if is_yes(kind.get("is_location"))}
        self._tags_of = _grouped(tables["tag_entities"], "entity_id")
        self._fields_of = _grouped(tables["entity_fields"], "entity_fields")
        self._files_of = _grouped(tables["attachments"], "entity_attachments")
        self._care_of = _grouped(tables["maintenance_entries"], "entity_id")

    def table(self) -> Table:
        """Return the table."""
        places = PlaceRows()
        rows: list[tuple[int, Mapping[str, str]]] = []
        remarks: list[Remark] = []
        attached: dict[int, tuple[RowAttachment, ...]] = {}
        for number, entity in enumerate(self._entities, 1):
            entity_id, name = id_of(entity.get("id")), text_of(entity.get("name"))
            files = self._files_of.get(entity_id, [])
            if self._is_place(entity):
                about = (text_of(entity.get("description")), text_of(entity.get("notes")))
                places.add(number, (*self._around(entity), _bare(name)), "\n".join(filter(None, about)))
                if files:
                    remarks.append(Remark.of(number, name, NotCarriedNote(", ".join(map(told, files)))))
                continue
            rows.append((number, self._row(entity, entity_id)))
            found, notes = self._attachments.of(files)
            attached[number] = tuple(found)
            remarks += [Remark.of(number, name, note) for note in notes]
        table = record_table(rows, _COLUMNS, places.rows, remarks)
        return replace(table, rejected=places.rejected, attached=attached)

    def _is_place(self, entity: Record) -> bool:
        """Return whether it is a location and not an item."""
        return id_of(entity.get("entity_type_entities")) in self._locations

    def _above(self, entity: Record) -> Iterator[Record]:
        """Give what an entity is in, innermost first; what leads back to itself ends."""
        for _ in range(_MOST_AROUND):
            found = self._by_id.get(id_of(entity.get("entity_children")))
            if found is None:
                return
            entity = found
            yield entity

    def _around(self, entity: Record) -> tuple[str, ...]:
        """Return the path of the location that an entity is in."""
        names = [_bare(text_of(each.get("name"))) for each in self._above(entity) if self._is_place(each)]
        return tuple(reversed(names))

    def _row(self, entity: Record, entity_id: str) -> dict[str, str]:
        """Return the cells of an item."""
        whole = next(self._above(entity), None)
        row = {f"HB.{name}": text_of(entity.get(name)) for name in _PLAIN}
        row |= {f"HB.{name}": "true" for name in _FLAGS if is_yes(entity.get(name))}
        row |= {f"HB.{name}": _day(entity.get(name)) for name in _DAYS}
        row["HB.import_ref"] = _reference(entity)
        row["HB.location"] = " / ".join(self._around(entity))
        row["HB.tags"] = ";".join(self._tag(each.get("tag_id")) for each in self._tags_of.get(entity_id, ()))
        row["HB.asset_id"] = _asset_id(entity.get("asset_id"))
        if whole is not None and not self._is_place(whole):
            row["HB.parent_import_ref"] = _reference(whole)
        for field in self._fields_of.get(entity_id, ()):
            row[f"HB.field.{text_of(field.get('name'))}"] = _value(field)
        row["HB.field.Maintenance"] = "; ".join(map(_care, self._care_of.get(entity_id, ())))
        return row

    def _tag(self, tag_id: Any) -> str:
        """Return the path of a tag."""
        names: list[str] = []
        while (tag := self._tags.get(id_of(tag_id))) is not None and len(names) < _MOST_AROUND:
            names.insert(0, _bare(text_of(tag.get("name"))).replace(";", ","))
            tag_id = tag.get("tag_children")
        return " / ".join(names)


def _grouped(records: list[Record], key: str) -> Mapping[str, list[Record]]:
    """Return records by what they belong to."""
    groups: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        groups[id_of(record.get(key))].append(record)
    return groups


def _bare(name: str) -> str:
    """Return a name that is not taken for a path."""
    return name.replace(" / ", "/")


def _reference(entity: Record) -> str:
    """Return what an item is known by, in its CSV as well if something was said there."""
    return text_of(entity.get("import_ref")) or id_of(entity.get("id"))


def _day(value: Any) -> str:
    """Return the day of a moment; SQLite has a blank where others have a T."""
    return text_of(value).partition("T")[0].partition(" ")[0]


def _asset_id(value: Any) -> str:
    """Return a number as it stands on labels: 1 is 000-001."""
    number = id_of(value)
    return f"{number.zfill(6)[:-3]}-{number.zfill(6)[-3:]}" if number.isdecimal() and number.strip("0") else ""


def _value(field: Record) -> str:
    """Return what stands in a field of the household's own."""
    match text_of(field.get("type")):
        case "number":
            return text_of(field.get("number_value"))
        case "boolean":
            return "true" if is_yes(field.get("boolean_value")) else "false"
        case "time":
            return _day(field.get("time_value"))
        case _:
            return text_of(field.get("text_value"))


def _care(entry: Record) -> str:
    """Return what was done, or is to be done, in a line."""
    day = _day(entry.get("date")) or _day(entry.get("scheduled_date"))
    cost = text_of(entry.get("cost"))
    about = (text_of(entry.get("name")), text_of(entry.get("description")), cost if cost.strip("0.") else "")
    return " ".join(filter(None, (day if not day.startswith("0001") else "", ", ".join(filter(None, about)))))
