"""Things that a household asks for aloud: move it, add some, take that back."""

from __future__ import annotations

import pytest
from homeassistant.core import Context

RED_BOX = "Home / Garage / Shelf 2 / Red box"


@pytest.mark.parametrize(
    "request_text",
    [
        "move the drill to the kitchen",
        "put the drill in the kitchen",
        "I put the cordless drill in the kitchen",
        "Move the dril into the kichen, please!",
        "put the drill back in the kitchen",
        "I've moved my Makita to the kitchen",
    ],
)
async def test_a_thing_is_moved(say, english, request_text):
    assert await say(request_text) == "OK, the cordless drill is now in the kitchen."
    assert await english.places_of("Cordless drill") == {"Home / Kitchen": 1}


@pytest.mark.parametrize(
    "request_text",
    [
        "leg die Bohrmaschine in die Küche",
        "stell meine Bohrmaschine in die Küche",
        "Verschiebe die Akkubohrmaschine in die Küche!",
        "ich habe die Bohrmaschine in die Küche gelegt",
        "räum die Bohrmaschine bitte in die Küche",
    ],
)
async def test_a_thing_is_moved_in_german(say, german, request_text):
    assert await say(request_text, "de") == "OK, die Akku-Bohrmaschine liegt jetzt in der Küche."
    assert await german.places_of("Akku-Bohrmaschine") == {"Home / Küche": 1}


async def test_a_place_may_be_told_from_the_inside_out(say, english):
    answer = "OK, the scissors are now in the red box on shelf 2 in the garage."
    assert await say("put the scissors in the red box on shelf two in the garage") == answer
    assert await english.places_of("Scissors") == {RED_BOX: 1}


async def test_a_preposition_in_a_name_is_no_place(say, english):
    await english.given_item("Letter to grandma", location="Kitchen")
    assert await say("move the letter to grandma to the cellar") == "OK, the letter to grandma is now in the cellar."


async def test_some_of_a_thing_are_moved_from_where_they_are_taken(say, english):
    answer = "OK, 3 AA batteries are now in the cellar."
    assert await say("move three AA batteries from the kitchen to the cellar") == answer
    assert (await english.places_of("AA batteries"))["Home / Cellar"] == 3


async def test_some_of_a_thing_at_several_places_asks_from_where(say, english):
    answer = await say("move three AA batteries to the cellar")
    assert answer == "The AA batteries is in several places: Kitchen, Toolbox. Say from where."


@pytest.mark.parametrize(
    ("request_text", "name", "places"),
    [
        ("add two light bulbs to the kitchen", "Light bulb", {"Home / Cellar": 4, "Home / Kitchen": 2}),
        ("put 2 light bulbs in the cellar", "Light bulb", {"Home / Cellar": 6}),
        ("add two ligt bulbs to the cellar", "Light bulb", {"Home / Cellar": 6}),
        ("add twenty five nails to the toolbox", "Nail", {"Home / Workshop / Toolbox": 225}),
        ("add a rake to the garage", "Rake", {"Home / Garage": 1}),
        ("we added a dozen eggs to the kitchen", "Eggs", {"Home / Kitchen": 12}),
    ],
)
async def test_things_are_added(say, english, request_text, name, places):
    assert (await say(request_text)).startswith("OK, I added")
    assert await english.places_of(name) == places


@pytest.mark.parametrize(
    ("request_text", "name", "places"),
    [
        ("füge zwei Glühbirnen in der Küche hinzu", "Glühbirnen", {"Home / Küche": 2}),
        ("leg zwei Glühbirnen in die Küche", "Glühbirnen", {"Home / Küche": 2}),
        ("füg eine Harke zur Garage hinzu", "Harke", {"Home / Garage": 1}),
        ("leg fünfundzwanzig AA-Batterien in die Küche", "AA-Batterien", None),
        ("füge zwei Packungen Schrauben zum Keller hinzu", "Schrauben", {"Home / Keller": 5}),
        ("leg eine Packung Schrauben in den Keller", "Schrauben", {"Home / Keller": 4}),
    ],
)
async def test_things_are_added_in_german(say, german, request_text, name, places):
    assert (await say(request_text, "de")).startswith("OK,")
    assert await german.places_of(name) == (places or {"Home / Küche": 41, "Home / Keller / Werkzeugkiste": 4})


async def test_a_box_of_something_is_counted_in_boxes(say, english):
    first = "OK, I added 1 box of screws in the workshop. That is new in the inventory."
    assert await say("add a box of screws to the workshop") == first
    assert (await english.item("Screws"))["unit"] == "box"
    assert await say("add two boxes of screws to the workshop") == (
        "OK, I added 2 boxes of screws in the workshop. That makes 3."
    )
    assert await say("how many screws do we have") == "You have 3 boxes of screws, in the workshop."


async def test_nothing_new_is_put_at_a_place_that_was_not_heard_clearly(say, english):
    before = await english.ws("change/list")
    assert await say("add two rakes to the kitchin") == "I am not sure which place you mean. Is it the kitchen?"
    assert await english.ws("change/list") == before


@pytest.mark.parametrize(
    ("request_text", "answer"),
    [
        ("move the drill to the attic", "I don't know a place called attic."),
        ("move the unicorn to the garage", "I could not find unicorn in the inventory."),
        ("move the bit of rope to the garage", "I could not find bit of rope in the inventory."),
        ("add two light bulbs to the attic", "I don't know a place called attic."),
        ("move 300 nails to the garage", "There are only 200 of Nail."),
    ],
)
async def test_what_can_not_be_done_is_said_and_changes_nothing(say, english, request_text, answer):
    before = await english.ws("change/list")
    assert await say(request_text) == answer
    assert await english.ws("change/list") == before


async def test_with_several_of_a_kind_one_is_asked_which(say, english):
    await english.given_item("Hammer drill", location="Cellar")
    before = await english.ws("change/list")
    answer = await say("move the drill to the kitchen")
    assert answer == (
        "There are several. Do you mean the cordless drill in the red box on shelf 2 in the garage"
        " or the hammer drill in the cellar?"
    )
    assert await english.ws("change/list") == before


async def test_a_full_box_takes_no_more(say, english):
    await english.given_location("Tin", parent="Kitchen", kind="box", capacity=1)
    await english.given_item("Tea", location="Tin")
    assert await say("put the scissors in the tin") == "There is no more room in Tin."


async def test_the_last_change_is_taken_back(say, english):
    await say("move the drill to the kitchen")
    assert await say("undo that") == "OK, I took that back."
    assert await english.places_of("Cordless drill") == {RED_BOX: 1}
    assert await say("undo that") == "There is nothing that I could take back."


async def test_the_last_change_is_taken_back_in_german(say, german):
    await say("leg zwei Glühbirnen in die Küche", "de")
    assert await say("mach das rückgängig", "de") == "OK, das habe ich zurückgenommen."
    assert "Glühbirnen" not in await german.names()


async def test_nobody_takes_back_what_another_has_said(say, english, hass_admin_user, hass_owner_user):
    await say("move the drill to the kitchen", user=hass_admin_user)
    assert await say("undo that", user=hass_owner_user) == "There is nothing that I could take back."
    assert await english.places_of("Cordless drill") == {"Home / Kitchen": 1}


async def test_a_change_of_long_ago_is_not_taken_back(say, english, freezer):
    await say("move the drill to the kitchen")
    freezer.tick(301)
    assert await say("undo that") == "There is nothing that I could take back."


async def test_what_was_changed_again_is_not_taken_back(say, english):
    await say("move the drill to the kitchen")
    await english.ws("item/move", item="Cordless drill", to="Cellar")
    assert await say("undo that") == "That can't be taken back, because Cordless drill was changed later."


@pytest.mark.parametrize(
    "request_text",
    ["move the drill to the kitchen", "add two light bulbs to the kitchen", "add a rake to the garage"],
)
async def test_a_read_only_user_is_refused(say, english, hass_read_only_user, request_text):
    before = await english.ws("change/list")
    answer = await say(request_text, user=hass_read_only_user)
    assert answer == "You may look things up, but not change anything in the inventory."
    assert await english.ws("change/list") == before


async def test_a_read_only_user_is_refused_in_german(say, german, hass_read_only_user):
    answer = await say("leg die Schere in die Garage", "de", user=hass_read_only_user)
    assert answer == "Du darfst nachsehen, aber im Inventar nichts ändern."


async def test_a_read_only_user_may_ask(say, english, hass_read_only_user):
    assert await say("where is the hammer", user=hass_read_only_user) == "The hammer is in the toolbox in the workshop."


async def test_the_history_says_who_said_it(say, english, hass_admin_user):
    await say("move the drill to the kitchen", user=hass_admin_user)
    batch = (await english.ws("change/list"))["batches"][0]
    assert (batch["source"], batch["user_id"]) == ("voice", hass_admin_user.id)


async def test_the_room_of_a_satellite_without_a_user_may_change_things(hass, say, english):
    assert Context().user_id is None
    await say("move the drill to the kitchen")
    assert (await english.ws("change/list"))["batches"][0]["source"] == "voice"
