"""The history of addresses and identities in the database, through merges and their undoing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from custom_components.home_inventory.db import device_edits, traces
from custom_components.home_inventory.domain.observations import Identity, IdentityKind
from tests.device_kit import START, DeviceTestKit
from tests.domain.matching_kit import LAMP, PHONE, PLUG, lan

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit

DAY = timedelta(days=1)


async def history(
    home: DeviceTestKit, name: str, kind: IdentityKind = IdentityKind.ADDRESS
) -> list[tuple[str, int, int | None]]:
    """Return the traces of a kind of a device: value, and the days after the start on which each began and ended."""
    found = await home.ask(traces.load_traces, await home.id_of(name))
    return [
        (trace.value, (trace.since - START).days, None if trace.until is None else (trace.until - START).days)
        for trace in found
        if trace.kind is kind
    ]


async def test_addresses_are_remembered_with_their_times(kit: InventoryTestKit) -> None:
    home = DeviceTestKit(kit)
    for address in ("192.168.1.10", "192.168.1.10", "192.168.1.20", "192.168.1.10"):
        await home.run(lan(PLUG, address, "plug", "Plug"), after=DAY)
    assert await history(home, "Plug") == [("192.168.1.10", 4, None), ("192.168.1.20", 3, 3), ("192.168.1.10", 1, 2)]
    assert await history(home, "Plug", IdentityKind.MAC) == [(PLUG, 1, None)]
    assert await history(home, "Plug", IdentityKind.HOST_NAME) == [("plug", 1, None)]


async def test_a_run_that_sees_the_same_writes_no_trace(kit: InventoryTestKit) -> None:
    home = DeviceTestKit(kit)
    await home.run(lan(PLUG, "192.168.1.10", "plug", "Plug"))
    before = (await kit.tables())["home_inventory_traces"]
    await home.run(lan(PLUG, "192.168.1.10", "plug", "Plug"))
    assert (await kit.tables())["home_inventory_traces"] == before


async def test_a_merge_joins_the_histories_and_undoing_it_parts_them(kit: InventoryTestKit) -> None:
    home = DeviceTestKit(kit)
    await home.run(lan(PLUG, "192.168.1.10", "plug", "Plug"), lan(LAMP, "192.168.1.11", "lamp", "Lamp"), after=DAY)
    batch = await home.batch_of(device_edits.merge_devices, await home.id_of("Plug"), await home.id_of("Lamp"))
    assert {value for value, *_ in await history(home, "Plug")} == {"192.168.1.10", "192.168.1.11"}
    await home.undo(batch)
    assert await history(home, "Plug") == [("192.168.1.10", 1, None)]
    assert await history(home, "Lamp") == [("192.168.1.11", 1, None)]


async def test_what_is_split_off_takes_its_history_along_and_brings_it_back(kit: InventoryTestKit) -> None:
    home = DeviceTestKit(kit)
    await home.run(lan(PLUG, "192.168.1.10", "plug", "Plug"), after=DAY)
    plug = await home.id_of("Plug")
    name = Identity(IdentityKind.HOST_NAME, "plug", "home")
    batch = await home.batch_of(device_edits.split_off, plug, [name])
    assert await history(home, "Plug", IdentityKind.HOST_NAME) == []
    assert await history(home, "plug", IdentityKind.HOST_NAME) == [("plug", 1, None)]
    await home.undo(batch)
    assert await history(home, "Plug", IdentityKind.HOST_NAME) == [("plug", 1, None)]


async def test_a_device_that_is_deleted_and_brought_back_keeps_its_history(kit: InventoryTestKit) -> None:
    home = DeviceTestKit(kit)
    await home.run(lan(PLUG, "192.168.1.10", "plug", "Plug"), lan(PHONE, "192.168.1.12", "phone", "Phone"), after=DAY)
    batch = await home.batch_of(device_edits.remove_device, await home.id_of("Plug"), permanently=True)
    await home.undo(batch)
    assert await history(home, "Plug") == [("192.168.1.10", 1, None)]


async def test_what_is_gone_for_a_month_is_forgotten(kit: InventoryTestKit) -> None:
    home = DeviceTestKit(kit)
    await home.run(lan(PLUG, "192.168.1.10", "plug", "Plug"), lan(PHONE, "192.168.1.12", "phone", "Phone"), after=DAY)
    await home.do(device_edits.remove_device, await home.id_of("Plug"), permanently=True)
    await home.run(lan(PHONE, "192.168.1.12", "phone", "Phone"), after=31 * DAY)
    await home.run(lan(PHONE, "192.168.1.12", "phone", "Phone"), after=31 * DAY)
    rows = (await kit.tables())["home_inventory_traces"]
    assert rows
    assert "192.168.1.10" not in str(rows)


async def test_only_the_newest_hundred_addresses_are_kept(kit: InventoryTestKit) -> None:
    home = DeviceTestKit(kit)
    await home.run(lan(PLUG, "192.168.1.10", "plug", "Plug"))
    plug = await home.id_of("Plug")
    seen = [lan(PLUG, f"192.168.{number}.1", "plug", "Plug") for number in range(120)]
    _ = [await home.run(one) for one in seen]
    kept = [trace for trace in await home.ask(traces.load_traces, plug) if trace.kind is IdentityKind.ADDRESS]
    assert len(kept) <= 102
    assert kept[0].value == "192.168.119.1"
