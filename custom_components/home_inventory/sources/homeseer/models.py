"""What HomeSeer's JSON interface answers, once it has been read: its own words, but one type for each value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

API_DEVICE: Final = 512
"""HS4: `Device_API` of a device (Plugin SDK, EApiType)."""
API_FEATURE: Final = 513
"""HS4: `Device_API` of a feature, a part of a device."""


class Relationship(IntEnum):
    """How a ref belongs to others. Virtual devices have 0 in every capture."""

    NOT_SET = 0
    INDETERMINATE = 1
    ROOT = 2
    STANDALONE = 3
    CHILD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """The answer to `hsversion`, as "4.2.22.4"."""

    text: str

    @property
    def generation(self) -> int | None:
        """Return 3 for HS3 and 4 for HS4; None if the text doesn't begin with a number."""
        first = self.text.partition(".")[0]
        return int(first) if first.isascii() and first.isdigit() else None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionConfig:
    """The answer to `getsessionconfig`; the defaults are HomeSeer's own."""

    version: str = ""
    is_location1_first: bool = False
    """Whether location is the outer one (the floor) and location2 the inner one (the room)."""
    uses_location2: bool = True
    location1_label: str = ""
    location2_label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Locations:
    """The answer to `getlocations`, without what stands for no place."""

    location1: tuple[str, ...] = ()
    location2: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceInfo:
    """The answer to `getdeviceinfo`: two that are equal list the same refs. It does not tell of renames."""

    count: int | None = None
    added_at: datetime | None = None
    removed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One ref of `getstatus`: a device, or a feature of one. Texts have no control characters and no spaces around."""

    ref: int
    name: str = ""
    location: str = ""
    location2: str = ""
    device_type: str = ""
    subtype: str = ""
    """`Device_SubType_Description`, where HS4's plug-ins put the type."""
    interface: str = ""
    """`interface_name`; HS3 mostly leaves it out."""
    relationship: int = Relationship.NOT_SET
    api: int = 0
    is_hidden: bool = False
    associated: tuple[int, ...] = ()
    """Of a root its features, of a feature its root; any of them may be missing from the body."""
    last_changed: datetime | None = None
    """When its value last changed, in UTC; says nothing about when it was last heard of."""

    @property
    def is_feature(self) -> bool:
        """Return whether it calls itself a part of another ref."""
        if self.relationship == Relationship.ROOT or self.api == API_DEVICE:
            return False
        return self.relationship == Relationship.CHILD or self.api == API_FEATURE


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusBody:
    """The answer to `getstatus`."""

    entries: tuple[Entry, ...]
    """In HomeSeer's order, each ref once."""
    doubles: int = 0
    """How often a ref came again; the first counts."""
    unreadable: int = 0
    """How many elements were no device at all."""
