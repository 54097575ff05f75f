"""A small language for tests: a household that one talks to as its users do."""

from __future__ import annotations

import asyncio
import logging
import threading
from typing import TYPE_CHECKING, Any

from homeassistant.helpers.recorder import get_instance
from homeassistant.setup import async_setup_component
from sqlalchemy import text
from sqlalchemy.orm import Session

from custom_components.home_inventory.const import DOMAIN
from custom_components.home_inventory.db.schema import PREFIX, Base

if TYPE_CHECKING:
    from collections.abc import Iterable

    from homeassistant.core import Context, HomeAssistant
    from pytest_homeassistant_custom_component.common import MockConfigEntry
    from pytest_homeassistant_custom_component.typing import WebSocketGenerator

    from custom_components.home_inventory.inventory import Inventory

# The plug-in has every statement logged, which takes longer than running it.
logging.getLogger("sqlalchemy.engine").setLevel(logging.WARNING)


class CommandError(Exception):
    """A websocket command answered with an error."""

    def __init__(self, error: dict[str, Any]) -> None:
        """Keep the whole error."""
        self.error = error
        self.code: str = error["code"]
        self.placeholders: dict[str, str] = error.get("translation_placeholders") or {}
        super().__init__(str(error))


class Watcher:
    """Somebody who has subscribed to notices."""

    def __init__(self, client: Any) -> None:
        """Take a client of its own, so that notices do not mix with answers."""
        self._client = client

    async def async_start(self) -> None:
        """Subscribe."""
        await self._client.send_json_auto_id({"type": f"{DOMAIN}/subscribe"})
        assert (await self._client.receive_json())["success"]

    async def next(self) -> dict[str, Any]:
        """Return the next notice."""
        return (await self._client.receive_json())["event"]

    async def stop(self) -> None:
        """Unsubscribe."""
        await self._client.send_json_auto_id({"type": "unsubscribe_events", "subscription": 1})
        assert (await self._client.receive_json())["success"]

    async def close(self) -> None:
        """Close the connection."""
        await self._client.close()

    async def sees_nothing(self) -> bool:
        """Return whether no notice has come up to now: the answer to a ping is the next thing to arrive."""
        await self._client.send_json_auto_id({"type": "ping"})
        return (await self._client.receive_json())["type"] == "pong"


class InventoryTestKit:
    """A household: set it up, ask it things, look at what it knows."""

    def __init__(
        self, hass: HomeAssistant, entry: MockConfigEntry, clients: WebSocketGenerator, token: str | None = None
    ) -> None:
        """Take the parts; with a token, what is said over the websocket is said by its user."""
        self.hass = hass
        self.entry = entry
        self._clients = clients
        self._token = token
        self._client: Any = None

    is_tampered = False
    """Whether rows were changed that the journal does not know of."""

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

    def signed_in(self, token: str) -> InventoryTestKit:
        """Return the same household, talked to by another user."""
        return InventoryTestKit(self.hass, self.entry, self._clients, token)

    async def until_indexed(self) -> None:
        """Wait until the search knows everything."""
        while self.inventory.is_indexing:
            # In a thread: a test may have stopped the clock that the loop sleeps by.
            await asyncio.to_thread(threading.Event().wait, 0.01)

    async def until_waiting(self, count: int = 1) -> None:
        """Wait until so many changes wait for the end of a backup."""
        async with asyncio.timeout(30):
            while (await self.ws("store/info"))["waiting"] != count:  # noqa: ASYNC110 - who watches is told of it later
                await asyncio.sleep(0.01)

    async def client(self) -> Any:
        """Return the websocket client of the user."""
        if self._client is None:
            self._client = await self.new_client()
        return self._client

    async def new_client(self) -> Any:
        """Return a further connection of the user."""
        return await (self._clients(self.hass, self._token) if self._token else self._clients(self.hass))

    async def ws(self, command: str, **values: Any) -> Any:
        """Send a websocket command as `home_inventory/<command>` and return its result, or raise CommandError."""
        client = await self.client()
        await client.send_json_auto_id({"type": f"{DOMAIN}/{command}", **values})
        answer = await client.receive_json()
        if not answer["success"]:
            raise CommandError(answer["error"])
        return answer["result"]

    async def refused(self, command: str, **values: Any) -> CommandError:
        """Send a websocket command that is refused; return the error."""
        try:
            result = await self.ws(command, **values)
        except CommandError as err:
            return err
        raise AssertionError(f"{command} was not refused: {result}")

    async def ws_at_once(self, command: str, many: Iterable[dict[str, Any]]) -> list[Any]:
        """Send a command many times without waiting in between; return the results, in any order."""
        client = await self.client()
        sent = [await client.send_json_auto_id({"type": f"{DOMAIN}/{command}", **values}) for values in many]
        return [(await client.receive_json())["result"] for _ in sent]

    async def watch(self) -> Watcher:
        """Return somebody who sees the notices from now on."""
        watcher = Watcher(await self.new_client())
        await watcher.async_start()
        return watcher

    async def action(
        self, action: str, context: Context | None = None, values: dict[str, Any] | None = None, **more: Any
    ) -> Any:
        """Call an action and return its response; `values` takes fields that are no names in Python, as `from`."""
        return await self.hass.services.async_call(
            DOMAIN, action, {**(values or {}), **more}, blocking=True, return_response=True, context=context
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

    async def location(self, reference: str) -> dict[str, Any]:
        """Return a place as the panel sees it."""
        return (await self.ws("location/get", location=reference))["location"]

    async def places_of(self, reference: str) -> dict[str | None, float]:
        """Return where an item is: quantities by path."""
        return {place["path"]: place["quantity"] for place in (await self.item(reference))["locations"]}

    async def names(self, **values: Any) -> list[str]:
        """Return the names of a list of items."""
        return [item["name"] for item in (await self.ws("item/list", **values))["items"]]

    async def changes(self, **values: Any) -> list[dict[str, Any]]:
        """Return all changes of a list of batches, oldest first."""
        batches = (await self.ws("change/list", limit=1000, **values))["batches"]
        return [change for batch in reversed(batches) for change in batch["changes"]]

    async def run_sql(self, statement: str, **values: Any) -> None:
        """Change the database behind everyone's back: the journal knows nothing of it."""
        self.is_tampered = True

        def run() -> None:
            with get_instance(self.hass).engine.begin() as connection:
                connection.execute(text(statement), values)

        await get_instance(self.hass).async_add_executor_job(run)

    async def tables(self, *but: str) -> dict[str, list[tuple[Any, ...]]]:
        """Return every row of every table of the inventory, except the tables named.

        What is known about the store itself changes by the clock, and is left out.
        """
        names = [name for name in Base.metadata.tables if name.removeprefix(PREFIX) not in ("meta", *but)]

        def dump() -> dict[str, list[tuple[Any, ...]]]:
            with Session(get_instance(self.hass).engine) as session:
                return {
                    name: sorted((tuple(row) for row in session.execute(text(f"SELECT * FROM {name}"))), key=repr)
                    for name in names
                }

        return await get_instance(self.hass).async_add_executor_job(dump)

    async def everything(self) -> dict[str, Any]:
        """Return all that the household knows as its faces show it, except when records were last touched."""
        return {
            "items": [*await self._all("item/list", "items"), *await self._all("item/list", "items", archived=True)],
            "locations": [
                *await self._all("location/list", "locations"),
                *await self._all("location/list", "locations", archived=True),
            ],
            "categories": await self._all("category/list", "categories"),
        }

    async def _all(self, command: str, key: str, **values: Any) -> list[dict[str, Any]]:
        """Return a whole list without `updated_at`."""
        found = (await self.ws(command, limit=1000, **values))[key]
        return [{name: value for name, value in record.items() if name != "updated_at"} for record in found]
