"""Devices that sources have seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import typer

from .. import completion
from ..command import PAGING, argument, command, flag, option
from ..item_views import remaining
from ..output import details, moment, table, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rich.console import RenderableType

    from ..session import Session

app = typer.Typer(name="devices", help="Devices: list, show.", no_args_is_help=True)

_STATUSES: Final = ("online", "offline", "missing", "unknown")
_COLUMNS: Final[dict[str, Callable[[dict[str, Any]], object]]] = {
    "Name": lambda device: device["name"],
    "Status": lambda device: device["status"],
    "Address": lambda device: next(iter(device["addresses"]), None),
    "Maker": lambda device: device["manufacturer"],
    "Model": lambda device: device["model"],
    "Type": lambda device: device["type"],
    "Place": lambda device: device["path"],
    "Item": lambda device: device["item"] and device["item"]["code"],
}


@command(
    app,
    "list",
    argument("text", "Part of a name, maker, model or address.", required=False),
    option("site", "At this site.", complete=completion.places),
    option("location", "In this place or anywhere inside.", "--location", "-l", complete=completion.places),
    option("source", "Seen by this source.", complete=completion.sources),
    option("status", f"{', '.join(_STATUSES)}.", many=True, complete=completion.words(*_STATUSES)),
    option("device_type", "Of this type.", "--type"),
    option("item", "The device that this item is.", complete=completion.items),
    flag("new", "Has come in the last seven days."),
    flag("battery_low", "Its battery is low."),
    flag("linked", "Is an item, or none.", opposite="--not-linked"),
    flag("ignored", "Those that are ignored."),
    flag("archived", "Archived ones instead of those in use."),
    *PAGING,
)
def list_devices(session: Session, given: dict[str, Any]) -> None:
    """List devices, all of them or those that fit."""
    everything, limit = given.pop("all", False), given.pop("limit", None)
    answer = session.page("device/list", "devices", limit=limit, everything=everything, **given)
    session.answer(answer, lambda found: [table(found["devices"], _COLUMNS)])
    if not session.as_json:
        tell(remaining(len(answer["devices"]), answer["total"], given.get("offset", 0)))


@command(app, "show", argument("device", "Name, address, hardware address or id.", complete=completion.devices))
def show_device(session: Session, given: dict[str, Any]) -> None:
    """Show all that is known about a device."""
    session.answer(session.ask("device/get", **given), _all_of)


def _all_of(answer: dict[str, Any]) -> Iterable[RenderableType]:
    """Return what is known about a device."""
    device, battery = answer["device"], answer["device"]["battery"]
    item, parent = device["item"], device["parent"]
    level = battery and ("low" if battery["level"] is None else f"{battery['level']} %")
    yield details(
        [
            ("Name", device["name"]),
            ("Status", device["status"]),
            ("Maker", device["manufacturer"]),
            ("Model", device["model"]),
            ("Type", device["type"]),
            ("Serial number", device["serial_number"]),
            ("Firmware", device["firmware"]),
            ("Place", device["path"]),
            ("Addresses", device["addresses"]),
            ("Hardware addresses", device["macs"]),
            ("Hangs on", parent and parent["name"]),
            ("Connection", device["link"]),
            ("Battery", level),
            ("Item", item and f"{item['name']} ({item['code']})"),
            ("Last seen", moment(device["last_seen"])),
            ("Missing since", moment(device["missing_since"])),
            ("Parts", [part["name"] for part in answer["components"]]),
            ("Under it", [child["name"] for child in answer["children"]]),
            ("Id", device["id"]),
        ]
    )
