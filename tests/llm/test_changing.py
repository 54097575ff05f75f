"""What a model can change, and take back."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("action", "quantity", "left"), [("take_out", 4, 20), ("put_in", 4, 28), ("set", 4, 4), ("set", 0, 0)]
)
async def test_stock_is_taken_out_put_in_and_set(ask, action, quantity, left):
    result = await ask("adjust_stock", item="AA batteries", action=action, quantity=quantity)
    assert result.data["item"]["quantity"] == left


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"item": "AA batteries", "action": "take_out", "quantity": 25}, "not_enough_stock"),
        ({"item": "AA batteries", "action": "take_out", "quantity": -1}, "value_out_of_range"),
        ({"item": "AA batteries", "action": "take_out", "quantity": 0.5}, "fractional_quantity"),
        ({"item": "AA batteries", "action": "take_out", "quantity": 10**400}, "invalid_value"),
        ({"item": "AA batteries", "action": "take_out", "quantity": float("inf")}, "invalid_value"),
        ({"item": "AA batteries", "action": "throw", "quantity": 1}, "invalid_value"),
        ({"item": "AA batteries", "action": "set"}, "invalid_value"),
        ({"item": "Rope", "action": "put_in", "quantity": 1}, "item_not_found"),
        ({"item": "AA batteries", "action": "put_in", "quantity": 1, "location": "Attic"}, "location_not_found"),
    ],
)
async def test_an_impossible_adjustment_changes_nothing(ask, household, values, code):
    before = await household.ws("change/list")
    result = await ask("adjust_stock", values=values)
    assert (result.error, result.data["error"]) == (True, code)
    assert await household.ws("change/list") == before


async def test_of_what_is_at_several_places_one_has_to_be_named(ask, household):
    await household.ws("item/move", item="AA batteries", to="Garage", quantity=4)
    taken = {"item": "AA batteries", "action": "take_out", "quantity": 1}
    result = await ask("adjust_stock", values=taken)
    assert result.data["error"] == "location_required"
    assert {place["path"] for place in result.data["candidates"]} == {"Home / Garage", "Home / Kitchen"}
    await ask("adjust_stock", values=taken, location="Garage")
    assert await household.places_of("AA batteries") == {"Home / Garage": 3, "Home / Kitchen": 20}


async def test_more_of_something_in_another_unit_is_refused(ask, household):
    result = await ask("add_item", name="AA batteries", quantity=2, unit="kg")
    assert result.data["error"] == "invalid_value"
    assert "AA batteries is counted in pieces" in result.data["message"]
    assert (await household.item("AA batteries"))["quantity"] == 24


async def test_less_of_a_known_thing_is_not_added(ask, household):
    assert (await ask("add_item", name="AA batteries", quantity=-4)).data["error"] == "value_out_of_range"
    assert (await household.item("AA batteries"))["quantity"] == 24


async def test_undo_takes_back_the_last_change_and_says_what_it_was(ask, household):
    await ask("move_item", item="AA batteries", to="Garage")
    result = await ask("undo")
    assert result.data["undone"] == ["AA batteries: 24 moved from Home / Kitchen to Home / Garage"]
    assert result.data["item"]["locations"] == [{"path": "Home / Kitchen", "quantity": 24}]
    assert await household.places_of("AA batteries") == {"Home / Kitchen": 24}


async def test_undo_takes_back_what_was_added(ask, household):
    await ask("add_item", name="Light bulb", location="Kitchen", quantity=2)
    result = await ask("undo")
    assert result.data == {"undone": ["Light bulb: added", "Light bulb: 2 put in Home / Kitchen"]}
    assert "Light bulb" not in await household.names()


async def test_undo_goes_back_step_by_step_and_ends(ask, household):
    await ask("adjust_stock", item="AA batteries", action="take_out", quantity=4)
    await ask("adjust_stock", item="AA batteries", action="take_out", quantity=6)
    assert (await ask("undo")).data["item"]["quantity"] == 20
    assert (await ask("undo")).data["item"]["quantity"] == 24
    assert (await ask("undo")).data["error"] == "nothing_to_undo"


async def test_what_was_done_in_the_panel_is_not_undone(ask, household, hass_admin_user):
    await household.ws("item/move", item="Cordless drill", to="Kitchen")
    assert (await ask("undo")).data["error"] == "nothing_to_undo"
    assert await household.places_of("Cordless drill") == {"Home / Kitchen": 1}


async def test_what_somebody_else_did_is_not_undone(ask, household, hass_admin_user, hass_owner_user):
    await ask("move_item", hass_admin_user, item="Cordless drill", to="Kitchen")
    assert (await ask("undo", hass_owner_user)).data["error"] == "nothing_to_undo"
    assert (await ask("undo", hass_admin_user, device="kitchen")).data["error"] == "nothing_to_undo"
    assert (await ask("undo", None)).data["error"] == "nothing_to_undo"
    assert await household.places_of("Cordless drill") == {"Home / Kitchen": 1}


async def test_nobody_is_taken_for_another_nobody(ask, household):
    await ask("move_item", None, item="Cordless drill", to="Kitchen")
    assert (await ask("undo", None)).data["error"] == "nothing_to_undo"


async def test_a_voice_device_undoes_what_was_said_to_it(ask, household):
    await ask("move_item", None, device="kitchen", item="Cordless drill", to="Kitchen")
    assert not (await ask("undo", None, device="kitchen")).error
    assert await household.places_of("Cordless drill") == {"Home / Garage / Shelf 2": 1}


async def test_a_later_change_stands_in_the_way_until_it_is_gone(ask, household):
    await ask("adjust_stock", item="AA batteries", action="take_out", quantity=4)
    await household.ws("item/adjust", item="AA batteries", by=1)
    refused = await ask("undo")
    assert refused.data["error"] == "undo_conflict"
    assert (await household.item("AA batteries"))["quantity"] == 21

    await household.ws("change/undo")
    assert (await ask("undo")).data["item"]["quantity"] == 24


async def test_what_was_undone_in_the_panel_is_not_undone_twice(ask, household):
    await ask("adjust_stock", item="AA batteries", action="take_out", quantity=4)
    await household.ws("change/undo", batch=(await household.ws("change/list"))["batches"][0]["batch"])
    assert (await ask("undo")).data["error"] == "already_undone"
    assert (await household.item("AA batteries"))["quantity"] == 24


@pytest.mark.parametrize(
    ("tool", "values"),
    [
        ("add_item", {"name": "Rope"}),
        ("adjust_stock", {"item": "AA batteries", "action": "set", "quantity": 0}),
        ("move_item", {"item": "Cordless drill", "to": "Kitchen"}),
        ("undo", {}),
        ("move_item", {"item": "No such thing", "to": "Nowhere"}),
    ],
)
async def test_a_read_only_user_changes_nothing_and_is_told_whom_to_ask(
    ask, household, hass_read_only_user, tool, values
):
    before = await household.ws("change/list")
    refused = await ask(tool, hass_read_only_user, language="de", values=values)
    assert (refused.error, refused.data["error"]) == (True, "unauthorized")
    assert "Bitte einen Administrator" in refused.data["message"]
    assert "tell the user" in refused.data["next"]
    assert await household.ws("change/list") == before
