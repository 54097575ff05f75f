"""Brings the demo household into a running Home Assistant over its websocket."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

from tests.real.hass_client import HassClient

type Json = dict[str, Any]

DESCRIPTION = Path(__file__).with_name("home.yaml")

# What home.yaml calls things, to keep its lines short, and what the interface calls them.
NAMES = {"maker": "manufacturer", "serial": "serial_number", "url": "vendor_url", "minimum": "minimum_quantity"}
SAME = ("name", "description", "model", "notes", "quantity", "unit", "vendor")


def read_household() -> Json:
    """Return the description of the demo household."""
    household: Json = yaml.safe_load(DESCRIPTION.read_text())
    return household


def _from_today(days: int) -> str:
    today: date = datetime.now(UTC).date()
    return (today + timedelta(days=days)).isoformat()


def item_fields(item: Json) -> Json:
    """Return the fields with which an item of home.yaml is added."""
    fields = {name: item[name] for name in SAME if name in item}
    fields |= {theirs: item[ours] for ours, theirs in NAMES.items() if ours in item}
    if "category" in item:
        fields["categories"] = [item["category"]]
    if "label" in item:
        fields["labels"] = [item["label"]]
    if "barcode" in item:
        fields["barcodes"] = [item["barcode"]]
    if "price" in item:
        fields |= {"purchase_price": item["price"], "currency": "EUR"}
    if item.get("lifetime"):
        fields["lifetime_warranty"] = True
    if "bought" in item:
        fields["purchase_date"] = _from_today(-item["bought"])
    if "warranty" in item:
        fields["warranty_until"] = _from_today(item["warranty"])
    if "best_before" in item:
        fields["best_before"] = _from_today(item["best_before"])
    return fields


async def prepare_rooms(client: HassClient, household: Json) -> None:
    """Make the floors, areas and labels that Home Assistant itself keeps."""
    floors = {floor["name"]: floor["floor_id"] for floor in await client.call("config/floor_registry/list")}
    for floor in household["floors"]:
        if floor["name"] not in floors:
            made = await client.call("config/floor_registry/create", **floor)
            floors[floor["name"]] = made["floor_id"]
    areas = {area["name"]: area["area_id"] for area in await client.call("config/area_registry/list")}
    for area in household["areas"]:
        fields = area | {"floor_id": floors[area["floor"]]}
        del fields["floor"]
        if area["name"] in areas:
            await client.call("config/area_registry/update", area_id=areas[area["name"]], **fields)
        else:
            await client.call("config/area_registry/create", **fields)
    labels = {label["name"] for label in await client.call("config/label_registry/list")}
    for label in household["labels"]:
        if label["name"] not in labels:
            await client.call("config/label_registry/create", **label)


@dataclass
class Places:
    """The place tree of the home, made as far as it is missing."""

    client: HassClient
    site: str
    known: dict[str, str] = field(default_factory=dict)

    async def load(self) -> None:
        """Learn what is there, for instance what was made from areas."""
        answer = await self.client.call("home_inventory/location/list", limit=1000)
        self.known = {place["path"]: place["id"] for place in answer["locations"]}

    async def get(self, path: str, **fields: Any) -> str:
        """Return the id of a place inside the site, making what is missing of the way to it."""
        full = f"{self.site} / {path}"
        if full not in self.known:
            outer, _, name = path.rpartition(" / ")
            parent = await self.get(outer) if outer else self.known[self.site]
            kind = fields.pop("kind", "room" if outer else "floor")
            answer = await self.client.call(
                "home_inventory/location/add", name=name, parent=parent, kind=kind, **fields
            )
            self.known[full] = answer["location"]["id"]
        return self.known[full]


def _items(household: Json) -> Iterator[tuple[str, Json]]:
    for path, items in household["items"].items():
        for item in items:
            yield path, item


async def load_household(client: HassClient, household: Json) -> int:
    """Add the places and items that are missing; returns how many items there are then."""
    info = await client.call("home_inventory/info")
    site = await client.call("home_inventory/location/get", location=info["home_site_id"])
    places = Places(client, site["location"]["path"])
    await places.load()
    for place in household["places"]:
        slots = place.get("slots", 0)
        await places.get(**{name: value for name, value in place.items() if name != "slots"})
        for number in range(1, slots + 1):
            await places.get(f"{place['path']} / {number}", kind="slot")
    there = {item["name"] for item in (await client.call("home_inventory/item/list", limit=1000))["items"]}
    for path, item in _items(household):
        if item["name"] in there:
            continue
        await client.call("home_inventory/item/add", location=await places.get(path), **item_fields(item))
    for more in household["also_at"]:
        await _add_stock(client, places, more)
    return int((await client.call("home_inventory/info"))["counts"]["items"])


async def lend_things(client: HassClient, household: Json) -> None:
    """Lend what the description says is lent, unless it is already."""
    for loan in household["lent"]:
        known = await client.call("home_inventory/item/get", item=loan["item"])
        if not known["item"]["loans"]:
            await client.call(
                "home_inventory/item/lend",
                item=loan["item"],
                borrower=loan["to"],
                lent_on=_from_today(-loan["days"]),
                due_on=_from_today(loan["due"]),
            )


async def find_devices(client: HassClient, household: Json) -> int:
    """Take in what a look through the network would find; return how many devices there are then."""
    hosts = [_host(device, household["devices"]) for device in household["devices"]]
    await client.call("home_inventory/source/import_scan", content=json.dumps(hosts), confirmed=True)
    for device in household["devices"]:
        known = (await client.call("home_inventory/device/get", device=device["name"]))["device"]
        if "item" in device and known["item"] is None:
            await client.call("home_inventory/device/adopt", device=known["id"], item=device["item"])
    return int((await client.call("home_inventory/device/overview"))["total"])


def _host(device: Json, devices: list[Json]) -> Json:
    """Return a device as a controller's list of clients has it."""
    macs = {each["name"]: f"f8:ff:ff:00:53:{each['address']:02x}" for each in devices}
    return {
        "mac": macs[device["name"]],
        "ip": f"192.168.178.{device['address']}",
        "name": device["name"],
        "vendor": device.get("maker", ""),
        "deviceType": device["type"],
        "active": not device.get("away", False),
        "wireless": "wifi" in device,
        "apMac": macs.get(device.get("wifi", ""), ""),
        "switchMac": macs.get(device.get("at", ""), ""),
    }


async def _add_stock(client: HassClient, places: Places, more: Json) -> None:
    """Put some of an item at a second place: it is bought where the rest is, and carried over."""
    known = await client.call("home_inventory/item/get", item=more["item"])
    if len(known["item"]["locations"]) > 1:
        return
    item = await client.call("home_inventory/item/adjust", item=more["item"], by=more["quantity"])
    await client.call(
        "home_inventory/item/move",
        item=item["item"]["id"],
        to=await places.get(more["location"]),
        quantity=more["quantity"],
    )
