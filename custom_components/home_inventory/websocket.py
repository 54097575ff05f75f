"""The panel's interface: every command as `home_inventory/<noun>/<verb>`, and the stream of notices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import probatio
from homeassistant.components import websocket_api
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import ServiceValidationError
from homeassistant.helpers.dispatcher import async_dispatcher_connect

from . import import_shapes
from .activity import async_find_inventory
from .actors import user_actor
from .commands import COMMANDS, Command
from .commands.base import get_inventory
from .const import DOMAIN, SIGNAL_REPLACED
from .domain.actor import Source
from .errors import translated_errors
from .export_schedule import SIGNAL_SCHEDULE
from .export_views import schedule_view
from .inventory import SIGNAL_NOTICE
from .store_watch import StoreWatch
from .views import notice_view, replaced_view

if TYPE_CHECKING:
    from homeassistant.components.websocket_api.const import WebSocketCommandHandler

    from . import store_shapes
    from .domain.import_progress import Phase
    from .domain.models import Notice

_ANYTHING: Final = probatio.Schema({}, extra=probatio.ALLOW_EXTRA)
"""The commands check values themselves: an error of the schema's would reach the user untranslated."""


@callback
def async_register_commands(hass: HomeAssistant) -> None:
    """Register every command."""
    for command in COMMANDS:
        websocket_api.async_register_command(hass, f"{DOMAIN}/{command.name}", _handler(command), _ANYTHING)
    websocket_api.async_register_command(hass, f"{DOMAIN}/subscribe", ws_subscribe, _ANYTHING)
    websocket_api.async_register_command(hass, f"{DOMAIN}/store/subscribe", ws_subscribe_store, _ANYTHING)
    websocket_api.async_register_command(hass, f"{DOMAIN}/import/watch", ws_watch_imports, _ANYTHING)
    websocket_api.async_register_command(hass, f"{DOMAIN}/export/subscribe", ws_subscribe_exports, _ANYTHING)


def _handler(command: Command) -> WebSocketCommandHandler:
    """Return what runs when a command arrives."""

    @websocket_api.async_response
    async def handle(hass: HomeAssistant, connection: websocket_api.ActiveConnection, msg: dict[str, Any]) -> None:
        given = {name: value for name, value in msg.items() if name not in ("id", "type")}
        actor = user_actor(connection.user, connection.context(msg), Source.WEBSOCKET)
        try:
            with translated_errors():
                result = await command.async_run(hass, actor, given)
        except ServiceValidationError as err:
            _send_error(connection, msg, err)
        else:
            connection.send_result(msg["id"], result)

    return handle


@callback
def ws_subscribe(hass: HomeAssistant, connection: websocket_api.ActiveConnection, msg: dict[str, Any]) -> None:
    """Stream a notice of every commit, also across reloads of the integration."""

    @callback
    def forward(notice: Notice) -> None:
        connection.send_event(msg["id"], notice_view(notice))

    @callback
    def forward_all() -> None:
        connection.send_event(msg["id"], replaced_view())

    stops = (
        async_dispatcher_connect(hass, SIGNAL_NOTICE, forward),
        async_dispatcher_connect(hass, SIGNAL_REPLACED, forward_all),
    )
    connection.subscriptions[msg["id"]] = lambda: [stop() for stop in stops]
    connection.send_result(msg["id"])


@callback
def ws_subscribe_store(hass: HomeAssistant, connection: websocket_api.ActiveConnection, msg: dict[str, Any]) -> None:
    """Stream how the store is doing: at once, and whenever it is doing differently."""

    @callback
    def forward(info: store_shapes.StoreInfo) -> None:
        connection.send_event(msg["id"], info)

    watch = StoreWatch(hass, forward)
    connection.subscriptions[msg["id"]] = watch.stop
    connection.send_result(msg["id"])
    watch.look()


@callback
def ws_watch_imports(hass: HomeAssistant, connection: websocket_api.ActiveConnection, msg: dict[str, Any]) -> None:
    """Stream how far the imports of this user have come, a few times a second while there is one."""

    @callback
    def forward(phase: Phase, done: int, total: int) -> None:
        connection.send_event(msg["id"], import_shapes.ImportStep(phase=phase, done=done, total=total))

    try:
        with translated_errors():
            progress = get_inventory(hass).imports.progress
    except ServiceValidationError as err:
        _send_error(connection, msg, err)
        return
    connection.subscriptions[msg["id"]] = progress.listen(connection.user.id, forward)
    connection.send_result(msg["id"])


@callback
def ws_subscribe_exports(hass: HomeAssistant, connection: websocket_api.ActiveConnection, msg: dict[str, Any]) -> None:
    """Stream what is exported by itself, for admins: at once and whenever there is news, also across reloads."""

    @callback
    def forward() -> None:
        if (inventory := async_find_inventory(hass)) is not None:
            connection.send_event(msg["id"], schedule_view(inventory.export_schedule))

    try:
        with translated_errors():
            get_inventory(hass)
            user_actor(connection.user, connection.context(msg), Source.WEBSOCKET).require_admin()
    except ServiceValidationError as err:
        _send_error(connection, msg, err)
        return
    connection.subscriptions[msg["id"]] = async_dispatcher_connect(hass, SIGNAL_SCHEDULE, forward)
    connection.send_result(msg["id"])
    forward()


def _send_error(connection: websocket_api.ActiveConnection, msg: dict[str, Any], err: ServiceValidationError) -> None:
    """Send a domain error so that the panel can branch on its code and show it translated."""
    connection.send_error(
        msg["id"],
        err.translation_key or "invalid_value",
        str(err),
        translation_key=err.translation_key,
        translation_domain=DOMAIN,
        translation_placeholders=err.translation_placeholders,
    )
