"""Sentences that sound like the inventory's and are not: who answered before still does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, override

import pytest
from homeassistant.components import conversation
from homeassistant.components.conversation.agent_manager import get_agent_manager
from homeassistant.components.homeassistant.exposed_entities import async_expose_entity
from homeassistant.helpers import area_registry as ar
from homeassistant.helpers import intent
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.common import MockConfigEntry, async_mock_service

from custom_components.home_inventory.voice.heard import SENTENCES

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant

    from tests.kit import InventoryTestKit

TEMPTING = (
    *(
        "Den lamp",
        "Phone",
        "Handy",
        "Anna's bicycle",
        "Blinds",
        "Milk",
        "News magazine",
        "Heating oil",
        "Timer",
        "Music box",
        "Kitchen light",
    ),
    *("Annas Fahrrad", "Rollladen", "Milch", "Heizöl", "Wecker", "Küchenlicht"),
)
"""Things that have words in common with what people say to other parts of Home Assistant."""

ENGLISH = (
    "where is Anna",
    "where's Anna?",
    "add milk to the shopping list",
    "add milk to my shopping list",
    "put eggs on the shopping list",
    "add two light bulbs to the shopping list",
    "move the blinds to 50 percent",
    "set the blinds to 50 percent",
    "put the kitchen light on",
    "turn on the kitchen light",
    "add five minutes to the timer",
    "add 5 minutes to the kitchen timer",
    "how many lights are on",
    "how many people are in the kitchen zone",
    "is the kitchen light on",
    "put some music on in the bedroom",
    "place a call to grandma",
    "undo the blinds",
    "put the heating on in the bathroom",
    "what is in the news",
    "what's on TV",
    "what is on my calendar",
    "where is the nearest pharmacy",
    "where is Peter",
    "where is the satellite",
    "where is Anna's phone",
    "where is the den",
    "who has the ball",
    "do we have any appointments",
    "how many days are there",
    "take a picture",
)
GERMAN = (
    "wo ist Anna",
    "wo ist Anna?",
    "füge Milch zur Einkaufsliste hinzu",
    "füge zwei Glühbirnen zu meiner Einkaufsliste hinzu",
    "setze Milch auf die Einkaufsliste",
    "stelle den Rollladen auf 50 Prozent",
    "stell die Rollladen auf 50 %",
    "stelle die Heizung auf 21 Grad",
    "stelle das Küchenlicht auf rot",
    "stell einen Timer auf fünf Minuten",
    "schalte das Küchenlicht ein",
    "wie viele Lichter sind an",
    "mach das Küchenlicht aus",
    "bring mich zum Lachen",
    "ist das Küchenlicht an",
    "stelle den Wecker auf sieben Uhr",
    "leg dich auf die Couch",
    "was ist im Fernsehen",
    "was steht auf dem Kalender",
    "wo ist die nächste Apotheke",
    "wo ist Peter",
    "wo ist Annas Handy",
    "wer hat den Ball",
    "haben wir heute Regen",
    "wie viele Termine habe ich",
)


@pytest.fixture
async def busy(hass: HomeAssistant, kit: InventoryTestKit) -> InventoryTestKit:
    """Return a home with a person, a shopping list, blinds, lights, and things of similar names."""
    assert await async_setup_component(hass, "assist_pipeline", {})  # before the server starts, which the kit does
    assert await async_setup_component(hass, "person", {})
    shopping = MockConfigEntry(domain="shopping_list")
    shopping.add_to_hass(hass)
    assert await hass.config_entries.async_setup(shopping.entry_id)
    for domain, service in (("cover", "set_cover_position"), ("light", "turn_on"), ("light", "turn_off")):
        async_mock_service(hass, domain, service)
    for entity_id, name, state in (
        ("person.anna", "Anna", "home"),
        ("device_tracker.phone", "Anna's phone", "home"),
        ("device_tracker.handy", "Annas Handy", "home"),
        ("cover.blinds", "Blinds", "open"),
        ("cover.rollladen", "Rollladen", "open"),
        ("light.kitchen", "Kitchen light", "off"),
        ("light.kuche", "Küchenlicht", "off"),
    ):
        hass.states.async_set(entity_id, state, {"friendly_name": name, "supported_features": 15})
        async_expose_entity(hass, conversation.DOMAIN, entity_id, should_expose=True)
    ar.async_get(hass).async_create("Den")
    for name in ("Kitchen", "Bathroom", "Küche", "Couch"):
        await kit.given_location(name)
    _ = [await kit.given_item(name, location="Kitchen") for name in TEMPTING]
    return kit


async def _answers(say: Any, sentences: tuple[str, ...], language: str) -> dict[str, str]:
    """Return what Assist answers to each sentence."""
    return {sentence: await say(sentence, language) for sentence in sentences}


@pytest.mark.parametrize(("sentences", "language"), [(ENGLISH, "en"), (GERMAN, "de")])
async def test_what_is_not_ours_is_answered_as_without_us(hass, busy, say, sentences, language):
    before = await busy.ws("change/list")
    with_us = await _answers(say, sentences, language)
    assert await busy.ws("change/list") == before
    assert await hass.config_entries.async_unload(busy.entry.entry_id)
    assert with_us == await _answers(say, sentences, language)


async def test_a_person_is_still_found(busy, say):
    assert "Anna" in await say("where is Anna")
    assert "home" in await say("where is Anna")


@pytest.mark.parametrize(
    ("sentence", "language", "answer"),
    [
        ("where are my keys", "en", "I could not find keys in the inventory."),
        ("where did I put the trumpet", "en", "I could not find trumpet in the inventory."),
        ("do we have any pineapples", "en", "I could not find pineapples in the inventory."),
        ("wo ist meine Trompete", "de", "Trompete habe ich im Inventar nicht gefunden."),
        ("haben wir noch Zitronen", "de", "Zitronen habe ich im Inventar nicht gefunden."),
    ],
)
async def test_a_belonging_that_nobody_knows_is_said_to_be_unknown(busy, say, sentence, language, answer):
    before = await busy.ws("change/list")
    assert await say(sentence, language) == answer
    assert await busy.ws("change/list") == before


@pytest.mark.parametrize(("sentence", "language"), [("where is the robot", "en"), ("wo ist der Robot", "de")])
async def test_what_is_tracked_is_not_taken_for_a_thing_of_a_like_name(hass, busy, say, sentence, language):
    await busy.given_item("Toy robot", location="Kitchen")
    assert "Toy robot" in (await say(sentence, language)).replace("toy robot", "Toy robot")
    hass.states.async_set("device_tracker.robot", "home", {"friendly_name": "Robot"})
    assert "robot is in" not in await say(sentence, language)
    assert "Toy robot" not in await say(sentence, language)


@pytest.mark.parametrize("is_first", [True, False])
@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("where is the unicorn", "where is the unicorn"),
        ("where is the hammer", "where is the hammer"),
        ("put the hammer in the oven", "put the hammer in the oven"),
        ("what is in the {thing}", "what is in the toolbox"),
    ],
)
async def test_the_households_own_sentences_come_first(hass, english, say, is_first, command, sentence):
    assert await hass.config_entries.async_unload(english.entry.entry_id) is is_first or not is_first
    _ = is_first or await english.async_setup()
    automation = {
        "trigger": {"platform": "conversation", "command": command},
        "action": {"set_conversation_response": "My own answer"},
    }
    assert await async_setup_component(hass, "automation", {"automation": [automation]})
    _ = is_first and await english.async_setup()
    assert await say(sentence) == "My own answer"


async def test_the_sentences_go_with_the_integration(hass, english, say):
    assert set(SENTENCES) <= set(get_agent_manager(hass).trigger_sentences)
    assert await hass.config_entries.async_unload(english.entry.entry_id)
    assert not set(SENTENCES) & set(get_agent_manager(hass).trigger_sentences)
    assert "hammer is in" not in await say("where is the hammer")


class Model(conversation.AbstractConversationAgent):
    """A language model that knows everything."""

    @property
    @override
    def supported_languages(self) -> str:
        """Return that it speaks every language."""
        return "*"

    @override
    async def async_process(self, user_input: conversation.ConversationInput) -> conversation.ConversationResult:
        """Answer."""
        response = intent.IntentResponse(language=user_input.language)
        response.async_set_speech(f"The model heard: {user_input.text}")
        return conversation.ConversationResult(response=response, conversation_id=user_input.conversation_id)


@pytest.fixture
async def ask_pipeline(hass: HomeAssistant, busy: InventoryTestKit) -> Any:
    """Return what asks a pipeline whose agent is a language model."""
    model = MockConfigEntry(domain="model", title="Model")
    model.add_to_hass(hass)
    conversation.async_set_agent(hass, model, Model())
    client = await busy.client()
    no_speech = dict.fromkeys(("stt_engine", "stt_language", "tts_engine", "tts_language", "tts_voice"))
    no_speech |= dict.fromkeys(("wake_word_entity", "wake_word_id"))
    await client.send_json_auto_id(
        {
            "type": "assist_pipeline/pipeline/create",
            "name": "Model",
            "language": "en",
            "conversation_engine": model.entry_id,
            "conversation_language": "en",
            **no_speech,
        }
    )
    pipeline = (await client.receive_json())["result"]["id"]

    async def _ask(text: str) -> str:
        request = {"type": "assist_pipeline/run", "start_stage": "intent", "end_stage": "intent"}
        await client.send_json_auto_id({**request, "input": {"text": text}, "pipeline": pipeline})
        kinds: dict[str, Any] = {}
        while "run-end" not in kinds:
            event = (await client.receive_json()).get("event") or {}
            kinds[event.get("type", "")] = event.get("data")
        return str(kinds["intent-end"]["intent_output"]["response"]["speech"]["plain"]["speech"])

    return _ask


async def test_in_a_models_pipeline_our_things_are_answered_by_us(ask_pipeline):
    assert await ask_pipeline("where is the music box") == "The music box is in the kitchen."


async def test_in_a_models_pipeline_a_person_is_still_found(ask_pipeline):
    assert "home" in await ask_pipeline("where is Anna")


@pytest.mark.parametrize(
    "sentence",
    [
        "where is the nearest pharmacy",
        "what is in the news",
        "put some jazz on in the attic",
        "where is my magazine rack",
    ],
)
async def test_in_a_models_pipeline_the_model_answers_what_we_do_not_know(ask_pipeline, sentence):
    assert await ask_pipeline(sentence) == f"The model heard: {sentence}"
