"""Devices in the store: runs of sources as batches, undone and brought back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from custom_components.home_inventory.db import device_edits, device_rows, devices
from custom_components.home_inventory.domain.device_errors import DeviceExistsError, PlanOutdatedError
from custom_components.home_inventory.domain.devices import DeviceField
from custom_components.home_inventory.domain.matching import ImplausibleHarvestError, make_plan
from custom_components.home_inventory.domain.models import Noun, Operation
from custom_components.home_inventory.domain.observations import (
    Component,
    Harvest,
    Identity,
    IdentityKind,
    Link,
    Observation,
    Origin,
    Told,
)
from tests.device_kit import DeviceTestKit
from tests.domain.matching_kit import LAMP, PHONE, PLUG, TV, lan, ref
from tests.kit import CommandError, InventoryTestKit

FULL = Observation(
    identities=(
        Identity(IdentityKind.MAC, TV),
        Identity(IdentityKind.SERIAL, "müller/sn-1 🔵"),
        Identity(IdentityKind.UDN, "uuid:" + "x" * 400),
        Identity(IdentityKind.HOST_NAME, "stue-høyttaler", "home"),
        Identity(IdentityKind.ADDRESS, "192.168.1.9", "home"),
    ),
    names=(Told("Stue-høyttaler", Origin.DHCP),),
    manufacturer=Told("Müller & Söhne", Origin.SSDP),
    model=Told("日本語", Origin.SSDP),
    serial_number=Told("SN-1", Origin.SSDP),
    firmware=Told("1.0", Origin.SSDP),
    device_type="Speaker",
    link=Link.WIFI,
    components=(Component(key="1", name="Left"), Component(key="2", name="Right", type="Channel")),
)
TABLES = ("batches", "changes", "codes", "sync_runs")


@pytest.fixture
def home(kit: InventoryTestKit) -> DeviceTestKit:
    """Return a household without any devices."""
    return DeviceTestKit(kit)


async def test_what_a_run_has_seen_is_there(home: DeviceTestKit) -> None:
    """With all that its source tells, and with its sighting."""
    plan, notice = await home.run(FULL, lan(PLUG, "192.168.1.10", name="Plug"))

    state = await home.ask(devices.load_state)
    speaker, plug = (state.devices[device_id] for device_id, _ in plan.new)
    assert speaker.name == "Stue-høyttaler"
    assert speaker.identities == FULL.identities[:4]
    assert (speaker.components, speaker.link) == (FULL.components, Link.WIFI)
    assert speaker.value(DeviceField.MODEL) == "日本語"
    assert state.sightings[plug.id, "lan"].addresses == ("192.168.1.10",)
    assert notice is not None
    assert notice.devices == state.devices
    assert {(change.kind, change.operation) for change in notice.batch.changes} == {(Noun.DEVICE, Operation.CREATE)}


async def test_a_run_that_sees_the_same_is_no_change(home: DeviceTestKit) -> None:
    """Only when things were seen is written, and nobody is told."""
    await home.run(FULL, lan(PLUG, "192.168.1.10", name="Plug"))
    before = await home.all()

    _, notice = await home.run(FULL, lan(PLUG, "192.168.1.11", name="Plug"))

    assert notice is None
    assert await home.all() == before
    seen = (await home.ask(devices.load_state)).sightings[before["Plug"].id, "lan"]
    assert (seen.last_seen, seen.addresses) == (home.now, ("192.168.1.11",))


async def test_the_second_source_joins_the_same_device(home: DeviceTestKit) -> None:
    """One line of history says what is new about it."""
    await home.run(lan(PLUG, "192.168.1.10", host="plug"))

    _, notice = await home.run(lan(PLUG, host="plug-1", name="Coffee"), source="hs")

    [change] = notice.batch.changes if notice else []
    assert (change.operation, change.title) == (Operation.UPDATE, "Coffee")
    assert set(change.after or {}) == {"identities", "name"}
    assert len((await home.ask(devices.load_state)).sightings) == 2


async def test_a_run_is_undone_as_a_whole(home: DeviceTestKit) -> None:
    """And the undoing too."""
    await home.run(FULL)
    first, rows = await home.all(), await home.kit.tables(*TABLES, "sightings", "traces", "devices")
    _, notice = await home.run(FULL, lan(PLUG, name="Plug"), ref("7", "Lamp"), ref("8", "Lamp 2"))
    assert notice is not None
    lived = await home.all()

    await home.undo(notice.batch.id)

    assert await home.all() == first
    assert await home.kit.tables(*TABLES, "sightings", "traces", "devices") == rows
    await home.undo((await home.kit.ws("change/list", limit=1))["batches"][0]["batch"])
    again = await home.all()
    assert {name: replace(device, updated_at=lived[name].updated_at) for name, device in again.items()} == lived


async def test_a_name_is_taken_back_though_a_run_has_brought_new_firmware(home: DeviceTestKit) -> None:
    """Each field is undone by itself."""
    await home.run(FULL)
    device_id = await home.id_of("Stue-høyttaler")
    batch = await home.batch_of(device_edits.set_field, device_id, DeviceField.NAME, "Speaker")
    await home.run(replace(FULL, firmware=Told("2.0", Origin.SSDP)))

    await home.undo(batch)

    [device] = (await home.all()).values()
    assert (device.name, device.value(DeviceField.FIRMWARE)) == ("Stue-høyttaler", "2.0")


async def test_what_has_changed_since_stands_in_the_way_of_undoing(home: DeviceTestKit) -> None:
    """Nothing is changed then."""
    await home.run(FULL)
    device_id = await home.id_of("Stue-høyttaler")
    batch = await home.batch_of(device_edits.set_field, device_id, DeviceField.NAME, "Speaker")
    await home.do(device_edits.set_field, device_id, DeviceField.NAME, "Loudspeaker")
    before = await home.all()

    with pytest.raises(CommandError, match="undo_conflict"):
        await home.undo(batch)

    assert await home.all() == before


async def test_a_strong_identity_belongs_to_one_device(home: DeviceTestKit) -> None:
    """The database itself would refuse it; whoever asks is told whose it is."""
    await home.run(lan(PLUG, name="Plug"))

    with pytest.raises(DeviceExistsError) as refused:
        await home.do(device_edits.add_device, [Identity(IdentityKind.MAC, PLUG)], {DeviceField.NAME: "Another"})

    assert refused.value.placeholders == {"identity": PLUG, "name": "Plug"}
    with pytest.raises(Exception, match=r"(?i)unique|duplicate"):
        await home.kit.run_sql(
            "INSERT INTO home_inventory_identities (device_id, position, kind, value, scope, digest, strong_digest) "
            "SELECT device_id, 9, kind, value, scope, digest, strong_digest FROM home_inventory_identities"
        )


async def test_a_weak_identity_may_be_of_several(home: DeviceTestKit) -> None:
    """Phones make up their hardware addresses, and host names are anyone's."""
    await home.run(lan(PHONE, host="phone", name="Mine"), lan(PLUG, host="phone", name="Plug"))
    name = Identity(IdentityKind.HOST_NAME, "phone", "home")

    await home.do(device_edits.add_device, [Identity(IdentityKind.MAC, PHONE)], {DeviceField.NAME: "Copy"})

    assert len(await home.all()) == 3
    owners = await home.ask(device_rows.find_owners, [name, Identity(IdentityKind.MAC, PLUG)])
    assert (len(owners[name]), owners[Identity(IdentityKind.MAC, PLUG)]) == (2, (await home.id_of("Plug"),))


async def test_a_plan_is_done_once_and_not_on_other_devices(home: DeviceTestKit) -> None:
    """Again it changes nothing; after a person has changed something it is refused."""
    await home.run(lan(PLUG, name="Plug"))
    state = await home.ask(devices.load_state)
    run = home.run_of("lan")
    plan = make_plan(state, Harvest(observations=(lan(PLUG, host="new"), lan(LAMP)), is_complete=True), run)

    await home.do(devices.apply, plan, run)
    _, notice = await home.told(devices.apply, plan, run)
    assert notice is None
    await home.do(device_edits.mark_device, await home.id_of("Plug"), sleeps=True)
    before = await home.all()

    with pytest.raises(PlanOutdatedError):
        await home.do(devices.apply, plan, run)
    assert await home.all() == before


async def test_a_plan_for_what_another_source_has_made_meanwhile_is_refused(home: DeviceTestKit) -> None:
    """There would be two devices with one hardware address."""
    run = home.run_of("lan")
    plan = make_plan(await home.ask(devices.load_state), Harvest(observations=(lan(PLUG),), is_complete=True), run)
    await home.run(lan(PLUG, name="Plug"), source="hs")

    with pytest.raises(PlanOutdatedError):
        await home.do(devices.apply, plan, run)

    assert list(await home.all()) == ["Plug"]


async def test_an_implausible_run_changes_nothing(home: DeviceTestKit) -> None:
    """Not even when things were seen."""
    await home.run(lan(PLUG), lan(LAMP), lan(TV))
    before = await home.kit.tables()

    with pytest.raises(ImplausibleHarvestError):
        await home.run(lan(PLUG))

    assert await home.kit.tables() == before


async def test_a_place_that_is_gone_says_nothing(home: DeviceTestKit) -> None:
    """A mapping is remembered longer than the place."""
    cellar = await home.kit.given_location("Cellar")
    places = {("Cellar",): cellar, ("Loft",): "01ARZ3NDEKTSV4RRFFQ69G5FAV"}

    await home.run(ref("1", "Lamp", ("Cellar",)), ref("2", "Fan", ("Loft",)), source="hs", places=places)

    found = await home.all()
    assert [found[name].location_id for name in ("Lamp", "Fan")] == [cellar, None]
    _, notice = await home.run(ref("1", "Lamp", ("Cellar",)), ref("2", "Fan", ("Loft",)), source="hs", places=places)
    assert notice is None
