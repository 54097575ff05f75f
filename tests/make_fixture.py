"""Makes the stored home of the newest revision. Run by hand, once for each migration: see README.md.

    .venv/bin/python -m pytest tests/make_fixture.py

A home that is stored already is left as it is: it stands for what people have.
"""

# ruff: noqa: RUF001 - names as people write them

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.helpers.recorder import get_instance

from custom_components.home_inventory.db import device_edits, runs
from custom_components.home_inventory.db.migrations import HEAD
from custom_components.home_inventory.db.migrations.mark import data_tables
from custom_components.home_inventory.db.table_dump import one_moment, write_dump
from custom_components.home_inventory.domain.devices import DeviceField
from custom_components.home_inventory.domain.observations import (
    Component,
    Identity,
    IdentityKind,
    Link,
    Observation,
    Origin,
    Told,
)
from tests.device_kit import DeviceTestKit
from tests.domain.matching_kit import LAMP, PHONE, PLUG, TV, lan, ref
from tests.pictures import a_pdf, a_picture
from tests.stored_homes import expectation_of, path_of, prepare_house, read_everything

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant

    from tests.kit import InventoryTestKit

PLACES: list[dict[str, Any]] = [
    {"name": "Garage", "area": "Garage", "description": "Key under the pot"},
    {"name": "Kitchen", "area": "Kitchen"},
    {"name": "Cellar", "parent": "Home"},
    {"name": "Shelf", "parent": "Garage", "capacity": 40},
    {"name": "Box 7", "parent": "Shelf", "kind": "box", "capacity": 12},
    {"name": "1", "parent": "Box 7", "kind": "slot"},
    {"name": "2", "parent": "Box 7", "kind": "slot"},
    {"name": "Oberschränkchen", "parent": "Kitchen"},
    {"name": "Kühlschrank 🧊", "parent": "Kitchen", "description": "Türfach: 乳製品\nunten: لبن"},
    {"name": "Old crate", "parent": "Cellar", "kind": "box"},
]
DRILL: dict[str, Any] = {
    "name": "Cordless drill",
    "location": "Shelf",
    "description": "18 V,\ntwo batteries\tand a case",
    "unit": "set",
    "quantity": 1,
    "minimum_quantity": 1,
    "manufacturer": "Müller & Söhne",
    "model": "GSR 18V-55",
    "serial_number": "SN-20441",
    "aliases": ["Bohrschrauber", "the blue thing 🔵", "Dremel\u0301"],
    "barcodes": ["4006381333931", "0012345678905"],
    "purchase_date": "2024-02-29",
    "purchase_price": 129.9,
    "currency": "EUR",
    "vendor": "Hardware store",
    "vendor_url": "https://www.example.com/drill?a=1&b=ü",
    "warranty_until": "2029-03-14",
    "warranty_notes": "Receipt in the blue folder",
    "notes": "Lent every spring — 👩🏽‍🔧 back by \u202emay\u202c",
    "custom": {"voltage": "18 V", "gears": 2, "brushless": True, "torque": 55.5, "Öl": "ja 🛢", "spare": ""},
    "categories": ["Tools / Power tools", "Lendable"],
    "labels": ["Insured"],
}
ITEMS: list[dict[str, Any]] = [
    DRILL,
    {
        "name": "Milk",
        "location": "Kühlschrank 🧊",
        "quantity": 6,
        "unit": "l",
        "best_before": "2026-12-01",
        "lot": "L-7",
    },
    {"name": "Flour", "location": "Oberschränkchen", "quantity": 2.375, "unit": "kg", "minimum_quantity": 0.5},
    {"name": "Sand", "location": "Garage", "quantity": 123456.789, "unit": "kg"},
    {"name": "Screws 4×40", "location": "1", "quantity": 1000000, "minimum_quantity": 100},
    {"name": "Screws 5×60", "location": "2", "quantity": 250, "custom": {"head": "Torx", "length": 60}},
    {"name": "Painting", "purchase_price": 999999999.99, "currency": "USD", "labels": ["Insured", "Holiday"]},
    {"name": "Stamp", "purchase_price": 0.01, "currency": "CHF", "purchase_date": "1957-01-31"},
    {"name": "Gift", "purchase_price": 0, "currency": "EUR", "vendor": "Grandma"},
    {"name": "Pan", "location": "Kitchen", "lifetime_warranty": True, "warranty_notes": "For life, they said"},
    {"name": "Tent", "location": "Cellar", "labels": ["Holiday"], "categories": ["Camping / Sleeping", "Lendable"]},
    {"name": "e\u0301clair and Éclair", "location": "Kitchen", "description": "The same letter in two forms"},
    {"name": "家族の写真", "location": "Cellar", "notes": "日本語 한국어 ไทย ქართული"},
    {"name": "ספר \u200fישן", "location": "Cellar", "notes": "مرحبا"},
    {"name": "🧑‍🚀🪐 set", "location": "Shelf", "custom": {"🔑": "𝔊𝔯𝔬ß", "n": -1.5, "off": False}},
    {"name": "'; DROP TABLE items; --", "location": "Cellar", "notes": '"quoted" \\ % _ {{ x }} <b>&amp;</b>'},
    {"name": "x" * 255, "location": "Cellar", "notes": "long " * 400},
    {"name": "Void", "quantity": 0},
    *(
        {"name": f"Jar {number}", "location": "Cellar", "quantity": number, "barcodes": [f"{number:08}"]}
        for number in range(1, 17)
    ),
]
FILES = (a_picture("front"), a_pdf("receipt"), a_picture("back"))
DIGESTS = [hashlib.sha256(content).hexdigest() for content in FILES]
HISTORY: list[tuple[str, dict[str, Any]]] = [
    ("item/add", {"name": "Batteries", "location": "Shelf", "quantity": 20, "unit": "pack"}),
    ("item/move", {"item": "Batteries", "to": "Kitchen", "quantity": 4}),
    ("item/move", {"item": "Batteries", "to": "Cellar", "from": "Shelf", "quantity": 3}),
    ("item/adjust", {"item": "Batteries", "by": -2, "location": "Kitchen"}),
    ("item/update", {"item": "Cordless drill", "notes": "Back again", "custom": {"gears": 3}, "promoted": True}),
    ("item/update", {"item": "Cordless drill", "vendor": None, "barcodes": ["4006381333931"]}),
    ("item/update", {"item": "the blue thing 🔵", "aliases": ["Bohrschrauber", "Screwdriver"]}),
    ("change/undo", {}),
    ("change/undo", {}),
    ("change/undo", {}),
    ("item/update", {"item": "Gift", "aliases": ["Vase"]}),
    ("item/adjust", {"item": "Flour", "by": -0.125}),
    ("change/undo", {}),
    ("item/remove", {"item": "Jar 1"}),
    ("item/remove", {"item": "Jar 2"}),
    ("item/restore", {"item": "Jar 2"}),
    ("item/remove", {"item": "Jar 3", "permanently": True}),
    ("item/remove", {"item": "Jar 4", "permanently": True}),
    ("change/undo", {}),
    ("location/update", {"location": "Shelf", "name": "Regal", "description": "Schwerlast"}),
    ("location/move", {"location": "Box 7", "to": "Cellar"}),
    ("location/remove", {"location": "Old crate"}),
    ("location/add", {"name": "Loft", "parent": "Home"}),
    ("location/remove", {"location": "Loft", "permanently": True}),
    ("category/add", {"name": "Empty 🗑", "parent": "Tools"}),
    (
        "item/lend",
        {"item": "Jar 16", "borrower": "Änne 🔵", "quantity": 2, "due_on": "2027-02-28", "note": "Two,\nempty"},
    ),
    ("item/lend", {"item": "Jar 16", "borrower": "Ben", "lent_on": "2024-02-29"}),
    ("item/lend", {"item": "Flour", "borrower": "änne 🔵", "quantity": 0.125}),
    ("item/lend", {"item": "Tent", "borrower": 'O\'Neill "Jr"'}),
    ("item/lend", {"item": "Pan", "borrower": "Ben"}),
    ("item/return", {"item": "Jar 16", "borrower": "Ben", "quantity": 4}),
    ("item/return", {"item": "Pan"}),
    ("category/update", {"category": "Lendable", "name": "Verleihbar"}),
    ("attachment/add", {"item": "Cordless drill", "file": DIGESTS[0], "title": "Vorn 🔵"}),
    ("attachment/add", {"item": "Cordless drill", "file": DIGESTS[1], "title": 'Receipt "2024"', "kind": "receipt"}),
    ("attachment/add", {"item": "Cordless drill", "file": DIGESTS[2], "title": ""}),
    ("attachment/add", {"item": "Tent", "url": "https://www.example.com/tent?a=1&b=ü", "title": "Aufbau, 日本語"}),
    ("attachment/add", {"item": "Pan", "file": DIGESTS[0]}),
    ("item/remove", {"item": "Pan", "permanently": True}),
    ("change/undo", {}),
]


SPEAKER = Observation(
    identities=(
        Identity(IdentityKind.MAC, TV),
        Identity(IdentityKind.SERIAL, "müller & söhne/sn-1🔵"),
        Identity(IdentityKind.UDN, "uuid:" + "x" * 400),
        Identity(IdentityKind.HOST_NAME, "stue-høyttaler", "home"),
        Identity(IdentityKind.ADDRESS, "192.168.1.9", "home"),
        Identity(IdentityKind.ADDRESS, "fe80::1", "home"),
    ),
    names=(Told("Stue-høyttaler 🔊", Origin.DHCP),),
    manufacturer=Told("Müller & Söhne", Origin.SSDP),
    model=Told("日本語", Origin.SSDP),
    serial_number=Told("SN-1🔵", Origin.SSDP),
    firmware=Told("1.0", Origin.SSDP),
    device_type="Speaker",
    link=Link.WIFI,
    components=(Component(key="1", name="Left"), Component(key="2", name="Right", type="Channel")),
)


async def live_with_attachments(kit: InventoryTestKit) -> None:
    """Put the attachments of the drill in another order, and take one off."""
    attachments = (await kit.ws("item/get", item="Cordless drill"))["attachments"]
    await kit.ws("attachment/update", attachment=attachments[2]["id"], position=0, title="Hinten")
    await kit.ws("attachment/remove", attachment=attachments[0]["id"])
    await kit.ws("attachment/add", item="Cordless drill", url="https://www.example.com/drill.pdf", kind="manual")


async def live_with_devices(kit: InventoryTestKit) -> None:
    """Let sources run, one of them in vain, and people settle things about what they see."""
    home = DeviceTestKit(kit)
    kitchen, drill = (await kit.location("Kitchen"))["id"], (await kit.item("Cordless drill"))["id"]
    lamp = lan(LAMP, "192.168.1.11", "lamp", "Lamp")
    await home.run(SPEAKER, lan(PLUG, "192.168.1.10", "plug", "Plug"), lamp, lan(PHONE, "192.168.1.12", "phone"))
    await home.run(ref("7", "Lamp", ("Kitchen",)), ref("8", "Fan"), source="hs", places={("Kitchen",): kitchen})
    plug, fan, phone = [await home.id_of(name) for name in ("Plug", "Fan", PHONE)]
    await home.do(device_edits.set_field, plug, DeviceField.NAME, "Charger 'of' the \"drill\"")
    await home.do(device_edits.set_field, plug, DeviceField.LOCATION, (await kit.location("Garage"))["id"])
    await home.do(device_edits.set_field, fan, DeviceField.MODEL, None)
    await home.do(device_edits.link_item, plug, drill)
    await home.do(device_edits.mark_device, fan, sleeps=True)
    await home.do(device_edits.mark_device, phone, ignored=True)
    await home.do(device_edits.hang_on, fan, plug)
    await home.do(device_edits.refuse, plug, fan)
    await home.do(device_edits.merge_devices, await home.id_of("Stue-høyttaler 🔊"), phone)
    added = [Identity(IdentityKind.MAC, "00:17:88:00:00:09")]
    await home.do(device_edits.remove_device, await home.do(device_edits.add_device, added, {DeviceField.NAME: "Old"}))
    await home.run(replace(SPEAKER, firmware=Told("2.0", Origin.SSDP)), lamp, lan(PLUG, "192.168.1.13", "plug", "Plug"))
    await home.run(lamp, lan(PLUG, "192.168.1.10"), after=timedelta(days=8))
    await home.do(runs.fail, runs.begin("hs", home.now), "source_unreachable", {"source": "hs", "reason": "timeout"})


async def test_make_the_stored_home(hass: HomeAssistant, kit: InventoryTestKit) -> None:
    """Live for a while, then write down the tables and what they look like."""
    path = path_of(HEAD)
    if path.exists():
        pytest.skip(f"{path.name} is there already")
    prepare_house(hass)
    for place in PLACES:
        await kit.given_location(**place)
    for item in ITEMS:
        await kit.ws("item/add", **item)
    [kit.inventory.files.put(content) for content in FILES]
    for command, values in HISTORY:
        await kit.ws(command, **values)
    await live_with_attachments(kit)
    await kit.action("add_item", name="Added by an action", location="Kitchen")
    await live_with_devices(kit)
    expected = await read_everything(kit)

    def write() -> None:
        with one_moment(get_instance(hass).engine) as connection:
            write_dump(connection, path, data_tables(connection), HEAD)

    await get_instance(hass).async_add_executor_job(write)
    text = json.dumps(expected, ensure_ascii=False, indent=1, sort_keys=True)
    expectation_of(path).write_text(f"{text}\n")
