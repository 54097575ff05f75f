"""A small language for tests: a household that one talks to as its users do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from homeassistant.setup import async_setup_component

from custom_components.home_inventory.const import DOMAIN

if TYPE_CHECKING:
    from homeassistant.core import Context, HomeAssistant
    from pytest_homeassistant_custom_component.common import MockConfigEntry
    from pytest_homeassistant_custom_component.typing import WebSocketGenerator

    from custom_components.home_inventory.inventory import Inventory


class CommandError(Exception):
    """A websocket command answered with an error."""

    def __init__(self, error: dict[str, Any]) -> None:
        """Keep the whole error."""
        self.error = error
        self.code: str = error["code"]
        super().__init__(str(error))


class InventoryTestKit:
    """A household: set it up, ask it things, look at what it knows."""

    def __init__(self, hass: HomeAssistant, entry: MockConfigEntry, clients: WebSocketGenerator) -> None:
        """Take the parts."""
        self.hass = hass
        self.entry = entry
        self._clients = clients
        self._client: Any = None

    @property
    def inventory(self) -> Inventory:
        """Return the running inventory."""
        return self.entry.runtime_data

    async def async_setup(self) -> None:
        """Set the integration up as Home Assistant does at its start."""
        await async_setup_component(self.hass, "homeassistant", {})
        if self.entry.entry_id not in {known.entry_id for known in self.hass.config_entries.async_entries()}:
            self.entry.add_to_hass(self.hass)
        assert await self.hass.config_entries.async_setup(self.entry.entry_id)
        await self.hass.async_block_till_done(wait_background_tasks=False)

    async def client(self) -> Any:
        """Return the websocket client of the owner."""
        if self._client is None:
            self._client = await self._clients(self.hass)
        return self._client

    async def ws(self, command: str, **values: Any) -> Any:
        """Send a websocket command as `home_inventory/<command>` and return its result, or raise CommandError."""
        client = await self.client()
        await client.send_json_auto_id({"type": f"{DOMAIN}/{command}", **values})
        answer = await client.receive_json()
        if not answer["success"]:
            raise CommandError(answer["error"])
        return answer["result"]

    async def action(self, name: str, context: Context | None = None, **values: Any) -> Any:
        """Call an action and return its response."""
        return await self.hass.services.async_call(
            DOMAIN, name, values, blocking=True, return_response=True, context=context
        )

    async def given_location(self, name: str, **values: Any) -> str:
        """Add a place, in the home unless told otherwise, and return its id."""
        values.setdefault("parent", "Home")
        return (await self.ws("location/add", name=name, **values))["location"]["id"]

    async def given_item(self, name: str, **values: Any) -> str:
        """Add an item and return its id."""
        return (await self.ws("item/add", name=name, **values))["item"]["id"]

    async def item(self, reference: str) -> dict[str, Any]:
        """Return an item as the panel sees it."""
        return (await self.ws("item/get", item=reference))["item"]

    async def places_of(self, reference: str) -> dict[str | None, float]:
        """Return where an item is: quantities by path."""
        return {place["path"]: place["quantity"] for place in (await self.item(reference))["locations"]}

    async def names(self, **values: Any) -> list[str]:
        """Return the names of a list of items."""
        return [item["name"] for item in (await self.ws("item/list", **values))["items"]]
