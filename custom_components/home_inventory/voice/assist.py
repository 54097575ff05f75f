"""The one place that knows the parts of Assist that are not quite public.

Assist tries sentence triggers before everything else, and a trigger that has matched can't say "not mine": so what is
not ours is handed on here, to those who would have been asked without us, in the same order.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Final

from homeassistant.components import conversation
from homeassistant.components.conversation.agent_manager import get_agent_manager
from homeassistant.components.conversation.chat_log import current_chat_log
from homeassistant.helpers import area_registry as ar
from homeassistant.helpers import device_registry as dr
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers import intent

from ..domain.text import name_key

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from hassil.recognize import RecognizeResult
    from homeassistant.components.conversation import ConversationInput
    from homeassistant.core import CALLBACK_TYPE, HomeAssistant

type Hear = Callable[[ConversationInput, RecognizeResult], Awaitable[str | None]]

_asking: ContextVar[bool] = ContextVar("home_inventory_asking", default=False)
_SPEECH: Final = "plain"
_TRACKED: Final = ("person", "device_tracker")


def listen(hass: HomeAssistant, sentences: list[str], hear: Hear) -> CALLBACK_TYPE:
    """Call `hear` for everything that matches one of the sentences; return how to stop.

    All sentences are one trigger: of several, each that matches would act.
    """
    return get_agent_manager(hass).register_trigger(sentences, hear)


async def async_is_claimed(hass: HomeAssistant, user_input: ConversationInput, own: str) -> bool:
    """Return whether the household has a sentence of its own that matches too: that one answers."""
    if (agent := get_agent_manager(hass).default_agent) is None:
        return False
    result = await agent.async_recognize_sentence_trigger(user_input)
    return result is not None and bool(result.matched_triggers.keys() - {own})


def is_exposed(hass: HomeAssistant, name: str) -> bool:
    """Return whether Assist knows a light, cover or anything else of this name."""
    wanted = intent.MatchTargetsConstraints(name=name, assistant=conversation.DOMAIN)
    return intent.async_match_targets(hass, wanted).is_match


def is_tracked(hass: HomeAssistant, name: str) -> bool:
    """Return whether a person, a tracked device or an area has this name: "where is Anna" is about her."""
    key = name_key(name)
    states = hass.states.async_all(_TRACKED)
    areas = ar.async_get(hass).async_list_areas()
    names = (*(state.name for state in states), *(each for area in areas for each in (area.name, *area.aliases)))
    return any(isinstance(each, str) and name_key(each) == key for each in names)


def conversation_id(user_input: ConversationInput) -> str:
    """Return what the sentences of one conversation have in common; empty outside of any."""
    chat_log = current_chat_log.get()
    return (chat_log.conversation_id if chat_log else user_input.conversation_id) or ""


def area_of(hass: HomeAssistant, user_input: ConversationInput) -> str | None:
    """Return the id of the area that somebody speaks in, if the device or satellite that hears it has one."""
    device_id = user_input.device_id
    if user_input.satellite_id and (entity := er.async_get(hass).async_get(user_input.satellite_id)):
        if entity.area_id:
            return entity.area_id
        device_id = entity.device_id
    device = dr.async_get(hass).async_get(device_id) if device_id else None
    return device.area_id if device else None


async def async_ask_home(hass: HomeAssistant, user_input: ConversationInput) -> str | None:
    """Return what Home Assistant's own intents answer, if one of them understands it exactly."""
    if (chat_log := current_chat_log.get()) is None:
        return None
    try:
        response = await conversation.async_handle_intents(hass, user_input, chat_log)
    except intent.IntentError:  # understood, but nothing that could do it is set up
        return None
    return None if response is None else _speech(response)


async def async_ask_agent(hass: HomeAssistant, user_input: ConversationInput) -> str | None:
    """Return what the pipeline's agent answers, if it is another than Home Assistant's own.

    Never asked twice for one sentence: it may itself hand sentences on to Home Assistant.
    """
    if user_input.agent_id in (None, conversation.HOME_ASSISTANT_AGENT) or _asking.get():
        return None
    chat_log = current_chat_log.get()
    token = _asking.set(True)
    try:
        result = await conversation.async_converse(
            hass,
            user_input.text,
            user_input.conversation_id if chat_log is None else chat_log.conversation_id,
            user_input.context,
            language=user_input.language,
            agent_id=user_input.agent_id,
            device_id=user_input.device_id,
            satellite_id=user_input.satellite_id,
            extra_system_prompt=user_input.extra_system_prompt,
        )
    finally:
        _asking.reset(token)
    return _speech(result.response)


async def async_default_answer(
    hass: HomeAssistant, user_input: ConversationInput, *, only_if_understood: bool = False
) -> str | None:
    """Return what Home Assistant's own agent says to something that it understands in part or not at all.

    `only_if_understood` returns None instead of the phrase that it has for what it does not understand.
    """
    agent, chat_log = get_agent_manager(hass).default_agent, current_chat_log.get()
    answer = getattr(agent, "_async_process_intent_result", None)
    guess = getattr(agent, "_async_gazetteer_fallback", None)
    if agent is None or chat_log is None or answer is None or guess is None:
        return None
    result = await agent.async_recognize_intent(user_input)
    response: intent.IntentResponse | None = None
    if result is None or result.unmatched_entities:
        response = await guess(result, user_input, chat_log)
    said = _speech(response or await answer(result, user_input, chat_log))
    if only_if_understood and said == _speech(await answer(None, user_input, chat_log)):
        return None
    return said


def _speech(response: intent.IntentResponse) -> str:
    """Return the words of a response."""
    return str(response.speech.get(_SPEECH, {}).get("speech", ""))
