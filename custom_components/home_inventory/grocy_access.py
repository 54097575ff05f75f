"""A Grocy as Home Assistant reaches it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homeassistant.helpers.aiohttp_client import async_get_clientsession

from .importing.grocy_server import GrocyServer
from .importing.opening import open_document
from .sparing import sparing_the_loop

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant

    from .importing.opening import Opened


async def async_ask_grocy(hass: HomeAssistant, url: str, key: str) -> Opened:
    """Return what a Grocy holds, as if it were a file of its answers. Raises an error of `importing/errors.py`."""
    document = await GrocyServer(async_get_clientsession(hass), url, key).async_fetch()
    with sparing_the_loop():
        return await hass.async_add_executor_job(open_document, document)
