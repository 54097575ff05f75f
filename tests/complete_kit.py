"""A household in which a little of everything has happened, and its complete export."""

from __future__ import annotations

import asyncio
import shutil
from typing import TYPE_CHECKING

from homeassistant.helpers.recorder import get_instance

from custom_components.home_inventory.db import device_edits
from custom_components.home_inventory.db.tables import drop_tables
from custom_components.home_inventory.domain.actor import SYSTEM
from custom_components.home_inventory.domain.devices import DeviceField
from tests.device_kit import DeviceTestKit
from tests.domain.matching_kit import LAMP, PLUG, lan, ref
from tests.pictures import a_pdf, a_picture

if TYPE_CHECKING:
    from pathlib import Path

    from tests.kit import InventoryTestKit

EVERY_FIELD = {
    "aliases": ["Borer", "Bohrer"], "description": "Blue\nand heavy", "unit": "box", "manufacturer": "Makita",
    "model": "DDF484", "serial_number": "SN-1", "barcodes": ["4006381333931", "B2"], "purchase_date": "2024-02-29",
    "purchase_price": 149.9, "currency": "EUR", "vendor": "Hardware store", "vendor_url": "https://example.com/drill?a=1",
    "warranty_until": "2027-02-28", "warranty_notes": "Receipt in the folder", "minimum_quantity": 1,
    "notes": "“Quoted”, 😀, \u2028 and a tab", "custom": {"Watts": 750.5, "ö": "ü", "Insured": True, "n": 7},
    "categories": ["Tools"], "quantity": 5,
}  # fmt: skip


async def live(kit: InventoryTestKit) -> None:
    """Let a household live: things, places, loans and devices come, change and go."""
    garage = await kit.given_location("Garage", kind="room", description="Behind the house")
    box = await kit.given_location("Box", parent=garage, kind="box", capacity=9)
    await kit.ws("location/add_slots", location=box, count=3)
    old = await kit.given_location("Old shed")
    await kit.ws("category/add", name="Tools")
    await kit.ws("category/add", name="Power tools", parent="Tools")
    drill = await kit.given_item("Drill", location="Box", **EVERY_FIELD)
    await kit.ws("item/move", item=drill, to="Garage", quantity=2)
    await kit.ws("item/lend", item=drill, borrower="Anna", quantity=1, due_on="2027-01-06", note="With bits")
    await kit.given_item("Milk", quantity=2, lot="L1", best_before="2027-01-01", unit="l")
    await kit.ws("item/update", item="Milk", minimum_quantity=1.125, custom={"Fat": "3.5 %"})
    await kit.ws("item/remove", item=await kit.given_item("Old lamp", location="Garage", lifetime_warranty=True))
    broken = await kit.given_item("Broken cup", location=old)
    await kit.ws("item/remove", item=broken, permanently=True)
    await kit.ws("location/remove", location=old)
    photo = kit.inventory.files.put(a_picture("front")).digest
    await kit.ws("attachment/add", item=drill, file=photo)
    await kit.ws(
        "attachment/add", item=drill, file=kit.inventory.files.put(a_pdf()).digest, kind="receipt", title="R 1"
    )
    await kit.ws("attachment/add", item="Milk", url="https://example.com/milk", title="Farm")
    await kit.ws("change/undo", batch=(await kit.ws("item/update", item=drill, name="Big drill"))["batch"])
    devices = DeviceTestKit(kit)
    await devices.run(lan(PLUG, "192.168.1.10", "plug", "Plug"), lan(LAMP, name="Lamp"))
    await devices.run(ref("7", "Lamp"), ref("8", "Fan"), source="hs")
    plug, fan = await devices.id_of("Plug"), await devices.id_of("Fan")
    await devices.do(device_edits.link_item, plug, drill)
    await devices.do(device_edits.set_field, plug, DeviceField.LOCATION, garage)
    await devices.do(device_edits.refuse, plug, fan)
    await devices.do(device_edits.hang_on, fan, plug)


async def begin_anew(kit: InventoryTestKit) -> None:
    """Let the household move into a new home: another store, as set-up makes it."""
    recorder, folder = get_instance(kit.hass), kit.hass.config.path("home_inventory")
    assert await kit.hass.config_entries.async_unload(kit.entry.entry_id)

    def forget() -> None:
        drop_tables(recorder.engine)
        shutil.rmtree(folder)

    await recorder.async_add_executor_job(forget)
    assert await kit.hass.config_entries.async_setup(kit.entry.entry_id)
    await kit.hass.async_block_till_done(wait_background_tasks=False)


async def exported(kit: InventoryTestKit, file: Path, *, history: bool = True) -> bytes:
    """Return the complete export."""
    await kit.inventory.exports.async_write_complete(SYSTEM, file, history=history)
    return await asyncio.to_thread(file.read_bytes)
