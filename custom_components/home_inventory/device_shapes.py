"""The shapes of devices in the search; shapes.py lists them for the front end."""

from typing import Literal, TypedDict


class LinkedDevice(TypedDict):
    """The device that a found item is: how it is doing, and where it was last seen."""

    id: str
    name: str
    status: Literal["online", "offline", "missing", "unknown"]
    address: str | None


class LinkedItem(TypedDict):
    """The item that a found device is."""

    id: str
    name: str
    code: str


class FoundDevice(LinkedDevice):
    """A device that was found; `device/get` has the rest."""

    manufacturer: str | None
    model: str | None
    type: str | None
    location_id: str | None
    path: str | None
    item: LinkedItem | None
    archived: bool


class DeviceResult(TypedDict):
    """A device that was found, and that is no item that was."""

    type: Literal["device"]
    id: str
    score: float | None
    device: FoundDevice
    highlights: dict[str, list[list[int]]]
