"""What all tools have in common: who asks, clean arguments, refusals that say what to do, short answers."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, override

import probatio
from homeassistant.core import Context
from homeassistant.helpers.llm import Tool, ToolAnnotations, ToolResult

from ..actors import async_actor
from ..commands import COMMANDS
from ..const import DOMAIN
from ..domain.actor import Source
from ..domain.errors import InvalidValueError, InventoryError
from .answers import shorten
from .recent import Speaker
from .refusals import async_refusal

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant
    from homeassistant.helpers.llm import LLMContext, ToolInput

    from ..domain.actor import Actor
    from ..views import View

READS: Final = ToolAnnotations(read_only=True, destructive=False, idempotent=True, open_world=False)
ADDS: Final = ToolAnnotations(read_only=False, destructive=False, idempotent=False, open_world=False)
CHANGES: Final = ToolAnnotations(read_only=False, destructive=True, idempotent=False, open_world=False)
"""Replaces what was there before, even if `undo` brings it back."""

LOCATION_HELP: Final = 'A room, piece of furniture or box: its name, its code, or its path as "Garage / Shelf 2"'
ITEM_HELP: Final = "Code or exact name of the item: find it first"

_COMMANDS: Final = {command.name: command for command in COMMANDS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One call of a tool: who asks, in which conversation, and what was given, clean."""

    hass: HomeAssistant
    actor: Actor
    language: str
    """The language of whoever reads the answer."""
    speaker: Speaker
    values: dict[str, Any]

    async def async_run(self, command: str, /, **values: Any) -> View:
        """Run a command of the inventory as the one who asks. Raises InventoryError."""
        return await _COMMANDS[command].async_run(self.hass, self.actor, values)


class InventoryTool(Tool):
    """A tool that runs commands of the inventory as the user of the conversation."""

    integration = DOMAIN

    @override
    async def async_call(self, hass: HomeAssistant, tool_input: ToolInput, llm_context: LLMContext) -> ToolResult:
        """Run the tool; whatever is wrong with the request becomes an answer that says how to mend it."""
        context = llm_context.context or Context()
        asked = Asked(
            hass=hass,
            actor=await async_actor(hass, context, Source.LLM),
            language=_language(hass, llm_context),
            speaker=Speaker.of(context, llm_context.device_id),
            # Small models fill in what they leave out.
            values={name: value for name, value in tool_input.tool_args.items() if value not in (None, "")},
        )
        try:
            self._check(asked)
            return ToolResult(data=shorten(await self._async_run(asked)))
        except InventoryError as err:
            return ToolResult(data=shorten(await async_refusal(asked, err)), error=True)

    def _check(self, asked: Asked) -> None:
        """Refuse what this user may not do, and arguments of the wrong form. Raises InventoryError."""
        if not self.annotations.read_only:
            asked.actor.require_write()
        try:
            asked.values.update(self.parameters(asked.values))
        except (probatio.Invalid, OverflowError) as err:
            raise InvalidValueError("arguments", str(err)) from err

    @abstractmethod
    async def _async_run(self, asked: Asked) -> View:
        """Do what the tool is for."""


def _language(hass: HomeAssistant, llm_context: LLMContext) -> str:
    """Return the language of the conversation; that of the household when any will do, as over MCP."""
    language = llm_context.language
    return language if language and language != "*" else hass.config.language
