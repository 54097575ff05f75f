"""The command for the map of all devices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..topology_views import topology_view
from .base import Call, Command

if TYPE_CHECKING:
    from ..views import View


async def _get(call: Call) -> View:
    """Return all devices in use and what they hang on."""
    inventory = call.inventory
    topology = await inventory.devices.async_topology(inventory.sources.infos())
    return {**topology_view(inventory, topology)}


TOPOLOGY_COMMANDS: Final = (Command(name="topology/get", run=_get, fields={}),)
