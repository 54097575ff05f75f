"""What only makes sense in a conversation, or near the speaker: follow-ups, answers to questions, the room around."""

from __future__ import annotations

import pytest
from homeassistant.components import conversation
from homeassistant.core import Context
from homeassistant.helpers import area_registry as ar
from homeassistant.helpers import device_registry as dr

RED_BOX = "Home / Garage / Shelf 2 / Red box"


@pytest.fixture
def talk(hass, kit):
    """Return what says several things in one conversation and gives the last answer."""

    async def _talk(*sentences: str, language: str = "en", device_id: str | None = None) -> str:
        conversation_id, speech = None, ""
        for text in sentences:
            result = await conversation.async_converse(
                hass, text, conversation_id, Context(), language=language, device_id=device_id
            )
            conversation_id = result.conversation_id
            speech = str(result.response.speech["plain"]["speech"])
        return speech

    return _talk


@pytest.fixture
def satellite_in(hass, kit):
    """Return what makes a place belong to an area, and gives the id of a device that hears people there."""

    async def _satellite_in(place: str) -> str:
        area = ar.async_get(hass).async_create(place)
        await kit.ws("location/update", location=place, area=area.id)
        device = dr.async_get(hass).async_get_or_create(
            config_entry_id=kit.entry.entry_id, identifiers={("test", "satellite")}
        )
        dr.async_get(hass).async_update_device(device.id, area_id=area.id)
        return device.id

    return _satellite_in


async def test_the_same_is_asked_about_another_thing(talk, english):
    assert await talk("where is the hammer", "and the scissors?") == "The scissors are in the kitchen."
    answer = await talk("how many nails are left", "what about light bulbs")
    assert answer == "You have 4 light bulbs, in the cellar."


async def test_the_same_is_asked_about_another_thing_in_german(talk, german):
    assert await talk("wo ist der Hammer", "und die Schere?", language="de") == "Die Schere liegt in der Küche."
    answer = await talk("wie viele Batterien haben wir", "und Schrauben?", language="de")
    assert answer == "Schrauben: 3 Packungen, im Keller."


async def test_a_follow_up_to_nothing_is_not_ours(say, english):
    assert "scissors are" not in await say("and the scissors?")


async def test_a_conversation_is_forgotten_after_a_while(hass, english, freezer):
    first = await conversation.async_converse(hass, "where is the hammer", None, Context(), language="en")
    freezer.tick(181)
    later = await conversation.async_converse(hass, "and the scissors", first.conversation_id, Context(), language="en")
    assert "scissors are" not in later.response.speech["plain"]["speech"]


@pytest.mark.parametrize("answer", ["the hammer drill", "the second one", "the one in the cellar", "the last one"])
async def test_a_question_asked_back_is_answered(talk, english, answer):
    await english.given_item("Hammer drill", location="Cellar")
    assert await talk("move the drill to the kitchen", answer) == "OK, the hammer drill is now in the kitchen."
    assert await english.places_of("Hammer drill") == {"Home / Kitchen": 1}
    assert await english.places_of("Cordless drill") == {RED_BOX: 1}


async def test_yes_is_an_answer_when_there_is_one_to_choose(talk, english):
    assert await talk("add two rakes to the kitchin", "yes") == (
        "OK, I added 2 rakes in the kitchen. That is new in the inventory."
    )


async def test_yes_to_nothing_changes_nothing(say, english):
    before = await english.ws("change/list")
    await say("yes")
    assert await english.ws("change/list") == before


async def test_of_two_that_fit_the_one_in_the_room_is_meant(talk, english, satellite_in):
    await english.given_item("Hammer drill", location="Cellar")
    answer = await talk("move the drill to the kitchen", device_id=await satellite_in("Cellar"))
    assert answer == "OK, the hammer drill is now in the kitchen."


async def test_of_two_that_fit_the_one_in_the_room_is_meant_in_german(talk, german, satellite_in):
    await german.given_item("Schlag-Bohrmaschine", location="Keller")
    answer = await talk("leg die Bohrmaschine in die Küche", language="de", device_id=await satellite_in("Keller"))
    assert answer == "OK, die Schlag-Bohrmaschine liegt jetzt in der Küche."


async def test_what_is_around_the_speaker_is_told_first(talk, english, satellite_in):
    await english.given_item("Hammer drill", location="Cellar")
    answer = await talk("where is the drill", device_id=await satellite_in("Cellar"))
    assert answer.startswith("The hammer drill is in the cellar. The cordless drill is")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("where is the pram", "I am not sure what you mean. Is it the stroller?"),
        ("where is the step latter", "I am not sure what you mean. Is it the step stool?"),
    ],
)
async def test_what_is_called_otherwise_is_asked_back(talk, english, question, answer):
    """The index knows another word for it, or half of its name."""
    await english.given_item("Stroller", location="Garage")
    await english.given_item("Step stool", location="Cellar")
    assert await talk(question) == answer


async def test_what_was_asked_back_for_another_word_is_answered_with_yes(talk, english):
    await english.given_item("Stroller", location="Garage")
    assert await talk("where is the pram", "yes") == "The stroller is in the garage."


async def test_some_is_used_and_taken_back_in_german(say, german):
    assert (await say("ich habe zwei Packungen Schrauben verbraucht", "de")).startswith("OK")
    assert await german.places_of("Schrauben") == {"Home / Keller": 1}
    assert await say("mach das rückgängig", "de") == "OK, das habe ich zurückgenommen."
    assert await german.places_of("Schrauben") == {"Home / Keller": 3}


async def test_a_read_only_user_uses_up_nothing_in_german(say, german, hass_read_only_user):
    before = await german.ws("change/list")
    answer = await say("ich habe zwei Packungen Schrauben verbraucht", "de", user=hass_read_only_user)
    assert answer == "Du darfst nachsehen, aber im Inventar nichts ändern."
    assert await german.ws("change/list") == before


async def test_some_is_used_and_taken_back(say, english):
    assert await say("I used two light bulbs") == "OK, I took 2 light bulbs off. 2 left."
    assert await say("undo that") == "OK, I took that back."
    assert await english.places_of("Light bulb") == {"Home / Cellar": 4}


async def test_a_read_only_user_uses_up_nothing(say, english, hass_read_only_user):
    before = await english.ws("change/list")
    answer = await say("I used two light bulbs", user=hass_read_only_user)
    assert answer == "You may look things up, but not change anything in the inventory."
    assert await english.ws("change/list") == before


async def test_a_warranty_is_told(say, english):
    await english.ws("item/update", item="Cordless drill", warranty_until="2099-03-14")
    expected = "The warranty of the cordless drill runs until 14 March 2099."
    assert await say("when does the warranty of the drill expire") == expected
    assert await say("is the drill still under warranty") == f"Yes, {expected[0].lower()}{expected[1:]}"
    assert await say("is the hammer under warranty") == "I don't know of a warranty for the hammer."


async def test_what_is_running_low_is_told(say, english):
    assert await say("what are we running out of") == "Nothing is running low."
    await english.ws("item/update", item="Light bulb", minimum_quantity=6)
    assert await say("what are we running out of") == "Running low: light bulb (4 left)."


async def test_nobody_is_noted_as_having_anything(say, english):
    assert await say("who has the hammer") == (
        "Nobody is noted as having the hammer. It is kept in the toolbox in the workshop."
    )


@pytest.mark.parametrize(
    ("language", "room", "box", "name", "question", "answer"),
    [
        (
            "fr",
            "Cuisine",
            "Caisse rouge",
            "Perceuse sans fil",
            "où est la perceuse",
            "dans la caisse rouge, dans la cuisine.",
        ),
        ("fr", "Atelier", "Tiroir", "Marteau", "où est le marteau", "dans le tiroir, dans l'atelier."),
        ("es", "Cocina", "Cajón", "Martillo", "dónde está el martillo", "en el cajón, en la cocina."),
        ("nl", "Keuken", "Rode doos", "Hamer", "waar is de hamer", "in de rode doos, in de keuken."),
        ("it", "Cucina", "Armadietto", "Martello", "dov'è il martello", "nell'armadietto, in cucina."),
    ],
)
async def test_places_are_told_from_the_inside_out_with_their_articles(
    kit, say, language, room, box, name, question, answer
):
    await kit.given_location(room)
    await kit.given_location(box, parent=room, kind="box")
    await kit.given_item(name, location=box)
    said = await say(question, language)
    assert said.startswith(name)
    assert said.endswith(answer)


async def test_one_of_several_places_is_picked_by_its_colour(talk, english):
    """Also one that was too many to be told."""
    for name in ("Blue box", "Green box", "Box 12"):
        await english.given_location(name, parent="Garage", kind="box")

    assert await talk("what is in the box", "the red one") == "In the red box: cordless drill."


async def test_what_is_used_up_is_gone(talk, english):
    assert await talk("I used up the light bulbs") == "OK, I took 4 light bulbs off. 0 left."
