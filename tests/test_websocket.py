"""The panel's interface: what is common to all commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from custom_components.home_inventory.commands import COMMANDS

from .kit import Watcher

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant

    from .kit import InventoryTestKit


async def test_an_error_can_be_branched_on_and_shown(kit: InventoryTestKit) -> None:
    """It has a code, and everything that a translation needs."""
    await kit.given_item("Rag", quantity=3)

    error = await kit.refused("item/adjust", item="Rag", by=-5)

    assert error.error == {
        "code": "not_enough_stock",
        "message": "There is not enough of Rag: 3 available, 5 wanted",
        "translation_domain": "home_inventory",
        "translation_key": "not_enough_stock",
        "translation_placeholders": {"item": "Rag", "available": "3", "wanted": "5"},
    }


async def test_without_the_inventory_every_command_says_so(kit: InventoryTestKit, hass: HomeAssistant) -> None:
    """The integration was unloaded while the panel was open."""
    await hass.config_entries.async_unload(kit.entry.entry_id)

    codes = {command.name: (await kit.refused(command.name)).code for command in COMMANDS}
    assert set(codes.values()) == {"not_loaded"}, codes


async def test_every_writing_command_answers_with_the_record_and_its_batch(kit: InventoryTestKit) -> None:
    """So that the panel can show it, and offer to undo it."""
    answers = [
        await kit.ws("item/add", name="Drill", categories=["Tools"]),
        await kit.ws("item/update", item="Drill", notes="Lent"),
        await kit.ws("item/move", item="Drill", to="Home"),
        await kit.ws("item/adjust", item="Drill", by=1),
        await kit.ws("item/remove", item="Drill"),
        await kit.ws("item/restore", item="Drill"),
        await kit.ws("location/add", name="Garage", parent="Home"),
        await kit.ws("location/update", location="Garage", description="Cold"),
        await kit.ws("location/move", location="Garage", to=None),
        await kit.ws("location/remove", location="Garage"),
        await kit.ws("location/restore", location="Garage"),
        await kit.ws("category/add", name="Gifts"),
        await kit.ws("category/update", category="Gifts", parent="Tools"),
        await kit.ws("category/remove", category="Gifts"),
    ]

    batches = [answer["batch"] for answer in answers]
    assert len(set(batches)) == len(answers)
    assert [next(iter(answer)) for answer in answers] == [*["item"] * 6, *["location"] * 5, *["category"] * 3]
    assert (answers[4]["item"]["archived"], answers[9]["location"]["archived"]) == (True, True)


async def test_info_is_what_a_face_needs_first(kit: InventoryTestKit) -> None:
    """Before it shows anything."""
    await kit.until_indexed()
    info = await kit.ws("info")

    assert {name: info[name] for name in ("name", "currency", "warning_days", "can_write", "is_admin")} == {
        "name": "Home",
        "currency": kit.hass.config.currency,
        "warning_days": 30,
        "can_write": True,
        "is_admin": True,
    }
    assert info["home_site_id"] == (await kit.location("Home"))["id"]
    assert info["kinds"] == ["organization", "site", "floor", "room", "furniture", "box", "slot"]
    assert {"unit": "pack", "countable": True} in info["units"]
    assert {"unit": "kg", "countable": False} in info["units"]
    assert info["indexing"] is False
    assert info["version"]


async def test_a_subscription_ends_with_its_connection(kit: InventoryTestKit) -> None:
    """The others are told all the same."""
    gone, staying = Watcher(await kit.new_client()), await kit.watch()
    await gone.async_start()
    await gone.close()

    added = await kit.ws("item/add", name="Drill")

    assert (await staying.next())["batch"] == added["batch"]
