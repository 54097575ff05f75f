"""Who may do what: readers read, members write, admins delete for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.auth.const import GROUP_ID_USER
from homeassistant.core import Context
from homeassistant.exceptions import ServiceValidationError

from custom_components.home_inventory.commands import COMMANDS
from tests.commands.sourced import SourcedHome
from tests.domain.matching_kit import lan

if TYPE_CHECKING:
    from pytest_homeassistant_custom_component.common import MockUser

    from tests.kit import InventoryTestKit

READING: dict[str, dict[str, Any]] = {
    "item/list": {"query": "Drill"},
    "search": {"query": "Drill"},
    "item/get": {"item": "Drill"},
    "code/find": {"text": "Drill"},
    "code/qr": {"code": "BXKQ"},
    "label_sheet/layouts": {},
    "label_sheet/preview": {"items": ["Drill"]},
    "label_sheet/print": {"items": ["Drill"]},
    "report/make": {"report": "stock"},
    "item/similar": {"item": "Drill"},
    "location/list": {},
    "location/get": {"location": "Home"},
    "category/list": {},
    "change/list": {},
    "change/people": {},
    "borrower/list": {},
    "info": {},
    "store/info": {},
    "device/list": {},
    "device/get": {"device": "Lamp"},
    "device/suggestions": {},
    "device/conflicts": {},
    "device/overview": {},
    "device/types": {},
    "network/list": {},
    "topology/get": {},
    "site/figures": {},
    "network/addresses": {"source": "192.168.1.0/24"},
    "source/list": {},
    "source/runs": {},
    "source/diff": {},
    "export/columns": {},
    "export/make": {},
}
WRITING: dict[str, dict[str, Any]] = {
    "item/add": {"name": "Saw", "categories": ["New"], "manufacturer": "Stanley"},
    "item/update": {"item": "Drill", "notes": "Lent"},
    "item/move": {"item": "Drill", "to": "Garage"},
    "item/adjust": {"item": "Drill", "by": 1},
    "item/lend": {"item": "Drill", "borrower": "Anna"},
    "item/return": {"item": "Drill"},
    "attachment/add": {"item": "Drill", "url": "https://example.com/manual"},
    "attachment/attach": {"item": "Drill", "url": "https://example.com/warranty"},
    "attachment/update": {},
    "attachment/remove": {},
    "item/remove": {"item": "Drill"},
    "item/restore": {"item": "Rag"},
    "items/move": {"wanted": {}, "to": "Home"},
    "items/update": {"wanted": {}, "fields": {"notes": "Lent"}},
    "items/remove": {"wanted": {}, "skip_refused": True},
    "items/restore": {"wanted": {"archived": True, "manufacturer": "Stanley"}},
    "location/add": {"name": "Attic"},
    "location/update": {"location": "Garage", "description": "Cold"},
    "location/move": {"location": "Garage", "to": "Shed"},
    "location/add_slots": {"location": "Box", "count": 2},
    "location/remove": {"location": "Garage"},
    "location/restore": {"location": "Old shed"},
    "category/add": {"name": "Gifts"},
    "category/update": {"category": "Tools", "name": "Machines"},
    "category/merge": {"category": "Gifts", "into": "Machines"},
    "category/remove": {"category": "Unused"},
    "change/undo": {},
    "device/update": {"device": "Lamp", "name": "Light"},
    "device/adopt": {"device": "Plug"},
    "device/unlink": {"device": "Plug"},
    "device/split": {},
    "device/merge": {"keep": "Light", "gone": "Plug"},
    "device/split_off": {"device": "Light", "identities": [{"kind": "hostname", "value": "lamp-host", "scope": ""}]},
    "device/refuse": {"first": "Light", "second": "TV"},
    "device/remove": {"device": "TV"},
    "device/restore": {"device": "TV"},
    "import/apply": {"content": "Name\nHammer\n"},
    "source/import_scan": {"content": "192.168.1.5 dev eth0 lladdr 00:17:88:00:00:09 REACHABLE"},
}
ADMINISTERING: dict[str, dict[str, Any]] = {
    "store/snapshot": {},
    "export/schedule": {},
    "export/set_schedule": {},
    "export/run_schedule": {},
}
ASKING: dict[str, dict[str, Any]] = {"source/sync": {"source": "hass"}}
"""What may change nothing, if there is nothing new."""
LOOKING: dict[str, dict[str, Any]] = {
    "import/preview": {"content": "Name\nHammer\n"},
    "source/inspect_scan": {"content": "192.168.1.5 dev eth0 lladdr 00:17:88:00:00:09 REACHABLE"},
}
"""What changes nothing, and is of use only to those who may."""
NOT_FOR_READERS = WRITING | ADMINISTERING | ASKING | LOOKING
ACTIONS = {command.name: command.action for command in COMMANDS if command.action}


@pytest.fixture
async def household(kit: InventoryTestKit) -> InventoryTestKit:
    """Return a household of which everything can be changed."""
    for place in ("Garage", "Shed", "Old shed"):
        await kit.given_location(place)
    await kit.given_location("Box", kind="box")
    await kit.ws("location/remove", location="Old shed")
    await kit.given_item("Drill", categories=["Tools"])
    await kit.given_item("Rag")
    await kit.ws("item/remove", item="Rag")
    await kit.ws("category/add", name="Unused")
    link = (await kit.ws("attachment/add", item="Drill", url="https://example.com/parts"))["attachment"]
    attached = {"update": {"attachment": link, "title": "Parts"}, "remove": {"attachment": link}}
    WRITING.update({f"attachment/{verb}": values for verb, values in attached.items()})
    NOT_FOR_READERS.update(WRITING)
    home = SourcedHome(kit)
    names = ("Lamp", "Plug", "TV", "Twin")
    seen = [
        lan(f"00:17:88:00:00:1{place}", host=f"{name.lower()}-host", name=name, site="")
        for place, name in enumerate(names)
    ]
    runs = [result.run.id for result in (await home.bring(*seen), await home.bring(*seen)) if result.run is not None]
    READING["source/diff"] = dict(zip(("first", "second"), runs, strict=True))
    WRITING["device/split"] = NOT_FOR_READERS["device/split"] = {
        "batch": (await kit.ws("device/merge", keep="TV", gone="Twin"))["batch"]
    }
    return kit


@pytest.fixture
async def member(hass_read_only_user: MockUser, kit: InventoryTestKit) -> MockUser:
    """Turn the reader into an ordinary user."""
    hass_read_only_user.groups = [await kit.hass.auth.async_get_group(GROUP_ID_USER)]
    hass_read_only_user.invalidate_cache()
    return hass_read_only_user


def test_every_command_either_reads_or_writes() -> None:
    """A new command belongs into one of the lists above."""
    assert {*READING, *NOT_FOR_READERS} == {command.name for command in COMMANDS}


async def test_a_reader_reads(household: InventoryTestKit, hass_read_only_access_token: str) -> None:
    """Everything; and is told that they can't write."""
    reader = household.signed_in(hass_read_only_access_token)

    answers = {name: await reader.ws(name, **values) for name, values in READING.items()}

    assert (answers["info"]["can_write"], answers["info"]["is_admin"]) == (False, False)
    assert answers["item/get"]["item"]["name"] == "Drill"


async def test_a_reader_writes_nothing(
    household: InventoryTestKit, hass_read_only_access_token: str, hass_read_only_user: MockUser
) -> None:
    """Neither over the websocket nor with actions."""
    reader = household.signed_in(hass_read_only_access_token)
    context = Context(user_id=hass_read_only_user.id)
    before = await household.tables()

    errors = [await reader.refused(name, **values) for name, values in NOT_FOR_READERS.items()]
    refused = [
        await refusal(household, ACTIONS[name], context, values)
        for name, values in NOT_FOR_READERS.items()
        if name in ACTIONS
    ]

    assert {error.code for error in errors} == {"unauthorized"}
    assert set(refused) == {"unauthorized"}
    assert await household.tables() == before


async def refusal(kit: InventoryTestKit, action: str, context: Context, values: dict[str, Any]) -> str | None:
    """Return the code of the error that an action answers with."""
    with pytest.raises(ServiceValidationError) as refused:
        await kit.action(action, context, values)
    return refused.value.translation_key


async def test_a_member_writes(household: InventoryTestKit, member: MockUser, hass_read_only_access_token: str) -> None:
    """Everything but deleting for good."""
    user = household.signed_in(hass_read_only_access_token)
    before = await household.tables()

    errors = [
        await user.refused("item/remove", item="Drill", permanently=True),
        await user.refused("location/remove", location="Garage", permanently=True),
        await user.refused("device/remove", device="Lamp", permanently=True),
        await user.refused("store/snapshot"),
    ]
    unchanged = await household.tables() == before
    answers = {name: await user.ws(name, **values) for name, values in WRITING.items()}
    info = await user.ws("info")

    assert {error.code for error in errors} == {"admin_required"}
    assert unchanged
    asked = {name: await user.ws(name, **values) for name, values in ASKING.items()}
    assert all([await user.ws(name, **values) for name, values in LOOKING.items()])
    assert all(answer["batch"] for answer in answers.values())
    assert all(answer["run"] for answer in asked.values())
    assert (info["can_write"], info["is_admin"]) == (True, False)


async def test_an_admin_deletes_for_good(household: InventoryTestKit) -> None:
    """Items and places."""
    await household.ws("item/remove", item="Drill", permanently=True)
    await household.ws("location/remove", location="Garage", permanently=True)

    assert (await household.refused("item/get", item="Drill")).code == "item_not_found"
    assert (await household.refused("location/get", location="Garage")).code == "location_not_found"


async def test_a_member_does_not_delete_for_good_by_undoing_an_undo(
    household: InventoryTestKit, member: MockUser, hass_read_only_access_token: str
) -> None:
    """What an administrator has deleted and brought back stays; the administrator may."""
    user = household.signed_in(hass_read_only_access_token)
    await household.ws("item/remove", item="Drill", permanently=True)
    undone = await household.ws("change/undo")

    refused = await user.refused("change/undo", batch=undone["batch"])
    still_there = await household.names()
    await household.ws("change/undo", batch=undone["batch"])

    assert (refused.code, still_there) == ("admin_required", ["Drill"])
    assert await household.names() == []


async def test_an_automation_acts_as_the_system(household: InventoryTestKit) -> None:
    """It may do everything."""
    deleted = await household.action("remove_item", item="Drill", permanently=True)

    batch = (await household.ws("change/list"))["batches"][0]
    assert (batch["batch"], batch["user_id"], batch["source"]) == (deleted["batch"], None, "automation")


async def test_a_user_who_is_gone_does_nothing(household: InventoryTestKit, hass_read_only_user: MockUser) -> None:
    """Nor does one who was shut out."""
    hass_read_only_user.is_active = False
    contexts = [Context(user_id=hass_read_only_user.id), Context(user_id="gone")]

    codes = [await refusal(household, "add_item", context, {"name": "Saw"}) for context in contexts]

    assert codes == ["unauthorized", "unauthorized"]


async def test_actions_remember_the_context_they_were_called_in(kit: InventoryTestKit) -> None:
    """So that the logbook can say what led to it."""
    context = Context()
    await kit.action("add_item", context, name="Saw")

    assert context.id in {row[4] for row in (await kit.tables())["home_inventory_batches"]}
