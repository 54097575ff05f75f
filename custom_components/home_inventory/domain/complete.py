"""The complete export: what it is made of. Its format is described in docs/export-format.md."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from .devices import Device
    from .imports import Rejected, Remark

HEAD: Final = "home_inventory"
"""The first name in the file: by it such a file is known."""
END: Final = "end"
"""The last name in the file: how many records there are, and the sum over everything before."""
FORMAT: Final = 1
"""Counts up when an older program could misread a file."""
PACKED_NAME: Final = "inventory.json"
"""What the file is called inside a ZIP."""


class Section(StrEnum):
    """The lists of a file, in their order: a record refers only to what stands in a list before its own, or in the same."""

    LOCATIONS = "locations"
    CATEGORIES = "categories"
    ITEMS = "items"
    DEVICES = "devices"
    CODES = "codes"
    """Codes whose owner is gone. Those of items and places stand there."""
    BATCHES = "batches"
    CHANGES = "changes"

    @property
    def is_history(self) -> bool:
        """Return whether it is left out of a file without history."""
        return self in (Section.BATCHES, Section.CHANGES)


class Way(StrEnum):
    """What taking back an export does."""

    RESTORE = "restore"
    """Everything is put in place of an inventory that nobody uses yet."""
    MERGE = "merge"
    """What differs is changed, what is missing is added, the rest stays."""


class Line(NamedTuple):
    """A record, and the number of the line in which it stands."""

    number: int
    section: Section
    record: dict[str, Any]


def is_settled(device: Device) -> bool:
    """Return whether a person has said anything of a device, so that it is more than what sources find anew."""
    said = device.item_id is not None or device.ignored or device.sleeps or bool(device.refused)
    return said or any(fact.is_locked for fact in device.facts.values())


_MOST_SHOWN: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenRecord:
    """A record that is new, or changed by the file."""

    line: int
    id: str
    name: str
    is_new: bool
    fields: tuple[str, ...] = ()
    """Those that change."""


@dataclass(slots=True, kw_only=True)
class Taken:
    """What taking back an export has done, or would do."""

    way: Way
    history: bool
    """Whether the history comes along."""
    records: dict[Section, int] = field(default_factory=lambda: dict.fromkeys(Section, 0))
    """How many the file has."""
    new: int = 0
    """Items and devices; places and categories are counted by themselves."""
    updated: int = 0
    unchanged: int = 0
    shown: list[TakenRecord] = field(default_factory=list)
    """The first of those that are new or updated."""
    places: list[str] = field(default_factory=list)
    """The paths of places that are made."""
    categories: int = 0
    """How many are made."""
    rejected: list[Rejected] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    batch_id: str | None = None

    def note(self, line: int, record_id: str, name: str, fields: tuple[str, ...] = ()) -> None:
        """Note that a record is new, or which of its fields have changed."""
        is_new = not fields
        self.new += is_new
        self.updated += not is_new
        if len(self.shown) < _MOST_SHOWN:
            self.shown.append(TakenRecord(line=line, id=record_id, name=name, is_new=is_new, fields=fields))
