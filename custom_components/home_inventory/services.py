"""Actions: the same commands as over the websocket, for automations and scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homeassistant.core import HomeAssistant, ServiceCall, ServiceResponse, SupportsResponse, callback

from .actors import async_actor
from .commands import COMMANDS, Command
from .const import DOMAIN
from .domain.actor import Source
from .errors import translated_errors

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any


@callback
def async_setup_services(hass: HomeAssistant) -> None:
    """Register the actions. Values are checked by the command, so that every error is a translated one."""
    for command in COMMANDS:
        if command.action is not None:
            response = SupportsResponse.ONLY if command.only_answers else SupportsResponse.OPTIONAL
            hass.services.async_register(DOMAIN, command.action, _handler(command), supports_response=response)


def _handler(command: Command) -> Callable[[ServiceCall], Coroutine[Any, Any, ServiceResponse]]:
    """Return what runs when an action is called."""

    async def handle(call: ServiceCall) -> ServiceResponse:
        source = Source.ACTION if call.context.user_id else Source.AUTOMATION
        with translated_errors():
            actor = await async_actor(call.hass, call.context, source)
            response = await command.async_run(call.hass, actor, call.data)
        return response if call.return_response else None

    return handle
