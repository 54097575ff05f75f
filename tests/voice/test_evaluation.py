"""How well questions are understood, on the project's own sets; script/evaluate_voice asks all of them and prints the table."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from homeassistant.components import conversation
from homeassistant.components.homeassistant.exposed_entities import async_expose_entity
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.common import MockConfigEntry, async_mock_service

from script.voice_evaluation.home import Household
from script.voice_evaluation.judge import Verdict
from script.voice_evaluation.run import (
    LEAST_HELD_OUT,
    LEAST_RIGHT,
    UNKNOWN,
    Score,
    async_ask,
    async_ask_others,
    async_say,
    judge_others,
    judge_unknown,
    report,
)
from script.voice_evaluation.sets import LANGUAGES, read_not_ours, read_places, read_questions, read_things

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant

    from tests.kit import InventoryTestKit

REPORT = os.environ.get("HOME_INVENTORY_VOICE_REPORT")
"""A folder for the figures, when all questions are to be asked; else every third is."""

NAMES = {
    "en": ("Kitchen light", "Blinds", "Thermostat"),
    "de": ("Küchenlicht", "Rollladen", "Thermostat"),
    "fr": ("Lumière de la cuisine", "Volets", "Thermostat"),
    "es": ("Luz de la cocina", "Persianas", "Termostato"),
    "nl": ("Keukenlamp", "Gordijnen", "Thermostaat"),
    "it": ("Luce della cucina", "Tapparelle", "Termostato"),
}


@pytest.fixture
async def home(hass: HomeAssistant) -> None:
    """Give the home a person, a shopping list, blinds and lights, before the inventory is set up."""
    for name in ("homeassistant", "sqlalchemy", "hassil", "custom_components", "asyncio", "aiohttp"):
        logging.getLogger(name).setLevel(logging.ERROR)
    assert await async_setup_component(hass, "homeassistant", {})
    assert await async_setup_component(hass, "assist_pipeline", {})
    assert await async_setup_component(hass, "person", {})
    shopping = MockConfigEntry(domain="shopping_list")
    shopping.add_to_hass(hass)
    assert await hass.config_entries.async_setup(shopping.entry_id)
    services = ("set_cover_position", "open_cover", "close_cover")
    for domain, service in (("light", "turn_on"), ("light", "turn_off"), *(("cover", name) for name in services)):
        async_mock_service(hass, domain, service)


def _expose(hass: HomeAssistant, language: str) -> None:
    """Let Assist know a person, a light, blinds and a thermostat."""
    light, blinds, thermostat = NAMES[language]
    for entity_id, name, state in (
        ("person.anna", "Anna", "home"),
        ("light.kitchen", light, "off"),
        ("cover.blinds", blinds, "open"),
        ("climate.home", thermostat, "heat"),
    ):
        hass.states.async_set(entity_id, state, {"friendly_name": name, "supported_features": 15})
        async_expose_entity(hass, conversation.DOMAIN, entity_id, should_expose=True)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_questions_are_understood_and_others_are_left_alone(hass, home, kit: InventoryTestKit, language):
    step = 1 if REPORT else 3
    household, score, held_out = Household(kit.inventory, language), Score(language), Score(language)
    await household.async_fill(hass)
    await kit.until_indexed()
    _expose(hass, language)
    questions = read_questions(language)[::step]
    await async_ask(hass, household, questions, score)
    await async_ask(hass, household, read_questions(language, held_out=True)[::step], held_out)
    sentences, absent = read_not_ours(language)[::step], [asked for asked in questions if asked.kind == UNKNOWN]
    others = await async_ask_others(hass, household, sentences)
    unknown = await async_ask_others(hass, household, [asked.said[-1] for asked in absent])
    assert await hass.config_entries.async_unload(kit.entry.entry_id)
    without = {text: (await async_say(hass, text, language))[0] for text in (*others, *unknown)}
    judge_others(others, without, score)
    judge_unknown(household, absent, unknown, without, score)
    if REPORT:
        _write_report(Path(REPORT), score, held_out)
    assert score.by_kind["not ours"][Verdict.HIJACKED] == 0, "\n".join(score.faults)
    assert score.right >= LEAST_RIGHT, "\n".join(score.faults)
    assert not REPORT or held_out.right >= LEAST_HELD_OUT, "\n".join(held_out.faults)  # a third of them is too few


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_set_has_as_many_questions_as_it_should(language):
    questions, others = read_questions(language), read_not_ours(language)
    misheard = sum(asked.is_misheard for asked in questions)
    assert len({asked.said for asked in questions}) >= 200
    assert misheard * 2 >= len(questions)
    assert len(set(others)) >= 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_question_that_is_held_out_is_tuned_on(language):
    known, held_out = read_questions(language), read_questions(language, held_out=True)
    said = {asked.said for asked in held_out}
    assert len(said) >= 40
    assert sum(asked.is_misheard for asked in held_out) * 2 >= len(held_out)
    assert len(said & {asked.said for asked in known}) <= 4, "only what chance has made the same"


def test_the_household_is_of_the_size_of_one():
    assert len(read_things()) >= 150
    assert len(read_places()) >= 40


def _write_report(folder: Path, score: Score, held_out: Score) -> None:
    """Leave the figures for the script."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{score.language}.json").write_text(json.dumps(report(score, held_out)))
