"""What people settle about devices stays, whatever sources say; and can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from custom_components.home_inventory.db import device_edits, devices
from custom_components.home_inventory.domain.device_errors import DeviceNotFoundError, NoIdentityError, NotMergedError
from custom_components.home_inventory.domain.devices import DeviceField
from custom_components.home_inventory.domain.errors import (
    ArchivedError,
    ItemNotFoundError,
    LocationNotFoundError,
    NotArchivedError,
)
from custom_components.home_inventory.domain.matching import CannotMergeError
from custom_components.home_inventory.domain.observations import Identity, IdentityKind
from tests.device_kit import DeviceTestKit
from tests.domain.matching_kit import LAMP, PLUG, TV, lan, ref
from tests.kit import CommandError, InventoryTestKit

if TYPE_CHECKING:
    from collections.abc import Callable

    from custom_components.home_inventory.domain.devices import Device

NOTHING = "01ARZ3NDEKTSV4RRFFQ69G5FAV"


@pytest.fixture
async def home(kit: InventoryTestKit) -> DeviceTestKit:
    """Return a household with a plug and a lamp in the network, and a lamp in HomeSeer that hangs on nothing."""
    made = DeviceTestKit(kit)
    await made.run(lan(PLUG, "192.168.1.10", "plug", "Plug"), lan(LAMP, "192.168.1.11", "lamp", "Lamp"))
    await made.run(ref("7", "Desk lamp"), source="hs")
    return made


async def ids(home: DeviceTestKit, *names: str) -> list[str]:
    """Return the ids of devices."""
    return [await home.id_of(name) for name in names]


def untouched(found: dict[str, Device]) -> dict[str, dict[str, Any]]:
    """Return devices without when they were last touched."""
    return {
        name: {field: getattr(device, field) for field in device.__slots__ if field != "updated_at"}
        for name, device in found.items()
    }


EDITS: dict[str, tuple[Callable[..., Any], dict[str, Any]]] = {
    "name": (device_edits.set_field, {"name": DeviceField.NAME, "value": "Coffee machine"}),
    "no model": (device_edits.set_field, {"name": DeviceField.MODEL, "value": None}),
    "ignored": (device_edits.mark_device, {"ignored": True}),
    "sleeps": (device_edits.mark_device, {"sleeps": True}),
    "archived": (device_edits.remove_device, {}),
    "deleted": (device_edits.remove_device, {"permanently": True}),
}


@pytest.mark.parametrize("edit", EDITS)
async def test_what_a_person_does_is_undone(home: DeviceTestKit, edit: str) -> None:
    """And what a run sees meanwhile doesn't change it back."""
    use_case, values = EDITS[edit]
    before = untouched(await home.all())
    rows = await home.kit.tables("batches", "changes", "devices", "sync_runs")

    batch = await home.batch_of(use_case, await home.id_of("Plug"), **values)
    assert untouched(await home.all()) != before
    await home.undo(batch)

    assert untouched(await home.all()) == before
    assert await home.kit.tables("batches", "changes", "devices", "sync_runs") == rows


async def test_a_settled_name_is_kept_and_the_other_offered(home: DeviceTestKit) -> None:
    """Until it is cleared."""
    [plug] = await ids(home, "Plug")
    await home.do(device_edits.set_field, plug, DeviceField.NAME, "Coffee machine")

    await home.run(lan(PLUG, "192.168.1.10", "plug", "Plug 2"), lan(LAMP))

    fact = (await home.all())["Coffee machine"].facts[DeviceField.NAME]
    assert (fact.is_locked, fact.offered) == (True, "Plug 2")
    await home.do(device_edits.clear_field, plug, DeviceField.NAME)
    assert (await home.all())["Plug 2"].id == plug


async def test_a_device_is_put_somewhere_and_goes_with_what_is_there(home: DeviceTestKit) -> None:
    """Its place is never removed with the device in it; undoing brings both back."""
    garage, cellar = await home.kit.given_location("Garage"), await home.kit.given_location("Cellar")
    [plug] = await ids(home, "Plug")
    await home.do(device_edits.set_field, plug, DeviceField.LOCATION, garage)

    moved = await home.kit.ws("location/remove", location="Garage", move_contents_to="Cellar", permanently=True)
    assert (await home.all())["Plug"].location_id == cellar
    gone = await home.kit.ws("location/remove", location="Cellar", permanently=True)
    assert (await home.all())["Plug"].location_id is None

    await home.undo(gone["batch"])
    await home.undo(moved["batch"])
    assert (await home.all())["Plug"].location_id == garage


async def test_an_item_that_is_deleted_leaves_its_devices(home: DeviceTestKit) -> None:
    """Undoing links them again; an item that devices are linked to is not taken back by undoing that it was added."""
    added = await home.kit.ws("item/add", name="Coffee machine")
    [plug] = await ids(home, "Plug")
    await home.do(device_edits.link_item, plug, added["item"]["id"])
    with pytest.raises(CommandError, match="undo_conflict"):
        await home.undo(added["batch"])

    deleted = await home.kit.ws("item/remove", item="Coffee machine", permanently=True)
    assert (await home.all())["Plug"].item_id is None
    await home.undo(deleted["batch"])

    assert (await home.all())["Plug"].item_id == added["item"]["id"]


async def test_two_devices_become_one_and_two_again(home: DeviceTestKit) -> None:
    """With when they were seen."""
    keep, gone = await ids(home, "Lamp", "Desk lamp")
    await home.do(device_edits.hang_on, await home.id_of("Plug"), gone)
    before, seen = untouched(await home.all()), (await home.ask(devices.load_state)).sightings

    batch = await home.batch_of(device_edits.merge_devices, keep, gone)

    state = await home.ask(devices.load_state)
    assert set(await home.all()) == {"Plug", "Desk lamp"}
    assert {key for key in state.sightings if key[0] == keep} == {(keep, "lan"), (keep, "hs")}
    assert (await home.all())["Plug"].parent_id == keep
    await home.undo(batch)
    assert untouched(await home.all()) == before
    assert (await home.ask(devices.load_state)).sightings.items() >= seen.items()


async def test_a_merge_is_taken_apart_whatever_has_happened_since(home: DeviceTestKit) -> None:
    """What has changed since stays with the one that was kept."""
    keep, gone = await ids(home, "Lamp", "Desk lamp")
    batch = await home.batch_of(device_edits.merge_devices, keep, gone)
    await home.run(lan(LAMP, "192.168.1.11", "lamp-2", "Lamp"), lan(PLUG))
    await home.do(device_edits.set_field, keep, DeviceField.MODEL, "L1")
    with pytest.raises(CommandError, match="undo_conflict"):
        await home.undo(batch)

    apart = await home.batch_of(device_edits.split_merged, batch)

    found = await home.all()
    assert [found[name].id for name in ("Lamp", "Desk lamp")] == [keep, gone]
    assert found["Lamp"].value(DeviceField.MODEL) == "L1"
    assert Identity(IdentityKind.HOST_NAME, "lamp-2", "home") in found["Lamp"].identities
    assert [identity.kind for identity in found["Desk lamp"].identities] == [IdentityKind.HOMESEER]
    with pytest.raises(NotMergedError):
        await home.do(device_edits.split_merged, batch)
    await home.undo(apart)
    assert gone not in {device.id for device in (await home.all()).values()}


async def test_only_a_merge_is_taken_apart(home: DeviceTestKit) -> None:
    """Not any batch, and not one whose device is gone."""
    keep, gone = await ids(home, "Lamp", "Desk lamp")
    named = await home.batch_of(device_edits.set_field, keep, DeviceField.NAME, "Light")
    with pytest.raises(NotMergedError):
        await home.do(device_edits.split_merged, named)
    merged = await home.batch_of(device_edits.merge_devices, keep, gone)
    await home.do(device_edits.remove_device, keep, permanently=True)

    with pytest.raises(NotMergedError):
        await home.do(device_edits.split_merged, merged)


async def test_two_items_stay_two_devices(home: DeviceTestKit) -> None:
    """And a device is not made one with itself."""
    keep, gone = await ids(home, "Lamp", "Desk lamp")
    for device_id in (keep, gone):
        await home.do(device_edits.link_item, device_id, await home.kit.given_item("Lamp"))
    before = await home.all()

    for pair in ((keep, gone), (keep, keep)):
        with pytest.raises(CannotMergeError):
            await home.do(device_edits.merge_devices, *pair)

    assert await home.all() == before


async def test_what_is_wrongly_known_as_one_becomes_two(home: DeviceTestKit) -> None:
    """The new one takes along what it is known by; nobody asks whether the two are one."""
    [lamp] = await ids(home, "Lamp")
    wrong = Identity(IdentityKind.HOST_NAME, "lamp", "home")

    new = await home.do(device_edits.split_off, lamp, [wrong])

    found = {device.id: device for device in (await home.all()).values()}
    assert (found[new].identities, wrong in found[lamp].identities) == ((wrong,), False)
    assert (lamp, new) in await home.ask(devices.refused_pairs)
    with pytest.raises(NoIdentityError):
        await home.do(device_edits.split_off, lamp, found[lamp].identities)


async def test_a_refused_suggestion_is_not_made_again(home: DeviceTestKit) -> None:
    """Until the refusal is taken back; also after it was brought back by undoing."""
    plan, _ = await home.run(ref("7", "Desk lamp"), ref("8", "Lamp"), source="hs")
    [suggestion] = plan.suggestions
    pair = suggestion.second_id, suggestion.first_id

    batch = await home.batch_of(device_edits.refuse, *pair)

    again, _ = await home.run(ref("7", "Desk lamp"), ref("8", "Lamp"), source="hs")
    assert again.suggestions == ()
    await home.undo(batch)
    again, _ = await home.run(ref("7", "Desk lamp"), ref("8", "Lamp"), source="hs")
    assert again.suggestions == plan.suggestions


async def test_an_archived_device_is_restored_as_it_was(home: DeviceTestKit) -> None:
    """A run that sees it doesn't bring it back by itself; meanwhile nothing else is done to it."""
    [plug] = await ids(home, "Plug")
    await home.do(device_edits.remove_device, plug)
    with pytest.raises(ArchivedError):
        await home.do(device_edits.mark_device, plug, ignored=True)
    await home.run(lan(PLUG, "192.168.1.10", "plug", "Plug"), lan(LAMP))

    assert await home.names() == ["Desk lamp", "Lamp"]
    await home.do(device_edits.restore_device, plug)

    assert await home.names() == ["Desk lamp", "Lamp", "Plug"]
    with pytest.raises(NotArchivedError):
        await home.do(device_edits.restore_device, plug)


async def test_what_hangs_on_a_deleted_device_hangs_on_nothing(home: DeviceTestKit) -> None:
    """Undoing hangs it there again."""
    plug, lamp = await ids(home, "Plug", "Lamp")
    await home.do(device_edits.hang_on, plug, lamp)

    batch = await home.batch_of(device_edits.remove_device, lamp, permanently=True)

    assert (await home.all())["Plug"].parent_id is None
    await home.undo(batch)
    assert (await home.all())["Plug"].parent_id == lamp


REFUSED: dict[str, tuple[type[Exception], Callable[..., Any], tuple[Any, ...]]] = {
    "no device": (DeviceNotFoundError, device_edits.mark_device, (NOTHING,)),
    "no place": (LocationNotFoundError, device_edits.set_field, ("Plug", DeviceField.LOCATION, NOTHING)),
    "no item": (ItemNotFoundError, device_edits.link_item, ("Plug", NOTHING)),
    "no other": (DeviceNotFoundError, device_edits.merge_devices, ("Plug", NOTHING)),
    "no parent": (DeviceNotFoundError, device_edits.hang_on, ("Plug", NOTHING)),
    "no batch": (Exception, device_edits.split_merged, (NOTHING,)),
    "no identity": (NoIdentityError, device_edits.add_device, ([], {DeviceField.NAME: "Ghost"})),
}


@pytest.mark.parametrize("case", REFUSED)
async def test_what_makes_no_sense_is_refused(home: DeviceTestKit, case: str) -> None:
    """And changes nothing."""
    error, use_case, args = REFUSED[case]
    before = await home.kit.tables()
    args = (await home.id_of("Plug"), *args[1:]) if args[0] == "Plug" else args

    with pytest.raises(error):
        await home.do(use_case, *args)

    assert await home.kit.tables() == before


async def test_a_device_that_no_source_sees_is_added_by_hand(home: DeviceTestKit) -> None:
    """What is said of it is settled; a source that sees it later finds it."""
    garage = await home.kit.given_location("Garage")
    item = await home.kit.given_item("Television")
    values = {DeviceField.NAME: "TV", DeviceField.LOCATION: garage}

    device_id = await home.do(device_edits.add_device, [Identity(IdentityKind.MAC, TV)], values, item)
    await home.run(lan(TV, "192.168.1.12", "tv", "Fernseher"), lan(PLUG), lan(LAMP))

    device = (await home.all())["TV"]
    assert (device.id, device.location_id, device.item_id) == (device_id, garage, item)
    assert device.facts[DeviceField.NAME].offered == "Fernseher"
