"""Hears what Assist passes on, and answers what is ours."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ..actors import async_actor
from ..domain.actor import Source
from ..domain.errors import InventoryError
from . import assist, questions
from .heard import understand
from .language import Kind
from .memory import Memory
from .reply import Turn
from .requests import Requests
from .speech import Speech
from .words import take_quantity

if TYPE_CHECKING:
    from hassil.recognize import RecognizeResult
    from homeassistant.components.conversation import ConversationInput
    from homeassistant.core import HomeAssistant

    from ..inventory import Inventory
    from .heard import Heard
    from .reply import Reply

type Speaker = tuple[str | None, str | None]


class Listener:
    """Listens for one inventory."""

    def __init__(self, hass: HomeAssistant, inventory: Inventory) -> None:
        """Take the inventory."""
        self._hass = hass
        self._inventory = inventory
        self._memories: defaultdict[Speaker, Memory] = defaultdict(Memory)

    async def async_hear(self, user_input: ConversationInput, result: RecognizeResult) -> str | None:
        """Return the answer; None when the household has a sentence of its own for this."""
        if await assist.async_is_claimed(self._hass, user_input, result.intent.name):
            return None
        heard = understand(user_input, result)
        try:
            reply = await self._async_reply(heard, user_input)
            return await self._async_take_turns(heard, reply, user_input)
        except InventoryError as err:
            return Speech(self._inventory, heard.answer_in).error(err)

    async def _async_take_turns(self, heard: Heard, reply: Reply, user_input: ConversationInput) -> str | None:
        """Let those answer who come before us; answer ourselves if none does."""
        if reply.turn is Turn.FIRST and reply.speak is not None:
            return await reply.speak()
        if (answer := await assist.async_ask_home(self._hass, user_input)) is not None:
            return answer
        if reply.turn is Turn.LAST:
            if (answer := await assist.async_ask_agent(self._hass, user_input)) is not None:
                return answer
            if self._may_mean_entity(heard):
                answer = await assist.async_default_answer(self._hass, user_input, only_if_understood=True)
                if answer is not None:
                    return answer
        if reply.speak is None:
            return await assist.async_default_answer(self._hass, user_input)
        return await reply.speak()

    def _may_mean_entity(self, heard: Heard) -> bool:
        """Return whether a request that we don't fully understand may be about a cover or light: "move the blinds to 50"."""
        names = (take_quantity(item, heard.language)[1] for item, _ in heard.ways)
        return any(assist.is_exposed(self._hass, name) for name in names)

    async def _async_reply(self, heard: Heard, user_input: ConversationInput) -> Reply:
        """Return what we would answer."""
        match heard.kind:
            case Kind.FIND:
                return await questions.async_find(self._inventory, heard)
            case Kind.CONTENTS:
                return await questions.async_list_contents(self._inventory, heard)
            case Kind.COUNT | Kind.HAVE:
                return await questions.async_count(self._inventory, heard)
        requests = Requests(
            inventory=self._inventory,
            heard=heard,
            actor=await async_actor(self._hass, user_input.context, Source.VOICE),
            memory=self._memories[user_input.context.user_id, user_input.satellite_id or user_input.device_id],
        )
        if heard.kind is Kind.UNDO:
            return await requests.async_undo()
        is_move = heard.kind is Kind.MOVE or (heard.kind is Kind.PUT and not requests.has_number())
        return await (requests.async_move() if is_move else requests.async_add())
