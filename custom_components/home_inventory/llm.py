"""Tools for agents that are language models: the same abilities as the voice sentences, also over MCP."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, Final, override

import probatio
from homeassistant.components.llm import LLMTools
from homeassistant.core import Context, HomeAssistant, callback
from homeassistant.exceptions import ServiceValidationError
from homeassistant.helpers.llm import LLM_API_ASSIST, Tool, ToolAnnotations, ToolResult

from .actors import async_actor
from .commands import COMMANDS
from .const import DOMAIN
from .domain.actor import Source
from .domain.errors import InvalidValueError, ItemNotFoundError
from .errors import translated_errors

if TYPE_CHECKING:
    from homeassistant.helpers.llm import LLMContext, ToolInput

    from .domain.actor import Actor
    from .views import View

_MOST_HITS: Final = 10
_COMMANDS: Final = {command.name: command for command in COMMANDS}
_PROMPT: Final = (
    f"The home inventory knows the household's belongings and where they are. Use {DOMAIN}__find_item for questions about "
    f"where something is, how much there is or whether there is any, and {DOMAIN}__list_location for what is in a room, "
    "on a shelf or in a box. Never guess a place."
)
_LOCATION_HELP: Final = 'A room, piece of furniture or box: its name, or its path as "Garage / Shelf 2"'


class InventoryTool(Tool):
    """A tool that runs commands of the inventory as the user of the conversation."""

    integration = DOMAIN

    @override
    async def async_call(self, hass: HomeAssistant, tool_input: ToolInput, llm_context: LLMContext) -> ToolResult:
        """Run the tool; whatever is wrong with the request becomes an answer that says how to mend it."""
        actor = await async_actor(hass, llm_context.context or Context(), Source.LLM)
        try:
            with translated_errors():
                return ToolResult(data=await self._async_run(hass, actor, self._read(tool_input)))
        except ServiceValidationError as err:
            return ToolResult(data={"error": err.translation_key, "message": str(err)}, error=True)

    def _read(self, tool_input: ToolInput) -> dict[str, Any]:
        """Return the arguments, clean."""
        try:
            values: dict[str, Any] = self.parameters(tool_input.tool_args)
        except probatio.Invalid as err:
            raise InvalidValueError("arguments", str(err)) from err
        return {name: value for name, value in values.items() if value is not None}

    @abstractmethod
    async def _async_run(self, hass: HomeAssistant, actor: Actor, values: dict[str, Any]) -> View:
        """Do what the tool is for."""


class FindItemTool(InventoryTool):
    """Finds things."""

    name = f"{DOMAIN}__find_item"
    title = "Find items"
    description = (
        "Search the household's belongings by any words. Returns the best matches with their quantity and where they are. "
        "An empty result means that the inventory does not know the item."
    )
    annotations = ToolAnnotations(read_only=True, destructive=False, idempotent=True, open_world=False)
    parameters = probatio.Schema(
        {
            probatio.Required("query", description='What to look for, for example "drill" or "AA batteries"'): str,
            probatio.Optional("location", description=f"{_LOCATION_HELP}. Only look there"): str,
        }
    )

    @override
    async def _async_run(self, hass: HomeAssistant, actor: Actor, values: dict[str, Any]) -> View:
        """Search."""
        found = await _COMMANDS["item/list"].async_run(hass, actor, values | {"limit": _MOST_HITS})
        return {"items": [_brief(item) for item in found["items"]], "total": found["total"]}


class ListLocationTool(InventoryTool):
    """Looks into places."""

    name = f"{DOMAIN}__list_location"
    title = "List the contents of a place"
    description = (
        "List what is in a room, on a shelf or in a box, including what is in the boxes inside it, and which places are "
        "directly inside. Without a location, list the outermost places."
    )
    annotations = ToolAnnotations(read_only=True, destructive=False, idempotent=True, open_world=False)
    parameters = probatio.Schema(
        {
            probatio.Optional("location", description=_LOCATION_HELP): str,
            probatio.Optional("offset", description="How many items to skip, to read on in a long list"): int,
        }
    )

    @override
    async def _async_run(self, hass: HomeAssistant, actor: Actor, values: dict[str, Any]) -> View:
        """List places, and the items in one if it is given."""
        page = {"limit": _MOST_HITS, "offset": values.get("offset", 0)}
        if (location := values.get("location")) is None:
            places = await _COMMANDS["location/list"].async_run(hass, actor, page)
            return {"locations": [place["path"] for place in places["locations"]], "total": places["total"]}
        place = await _COMMANDS["location/get"].async_run(hass, actor, {"location": location})
        place_id = place["location"]["id"]
        inside = await _COMMANDS["location/list"].async_run(hass, actor, {"parent": place_id, "limit": _MOST_HITS})
        found = await _COMMANDS["item/list"].async_run(hass, actor, {"location": place_id, "sort": "name", **page})
        return {
            "location": place["location"]["path"],
            "locations_inside": [place["name"] for place in inside["locations"]],
            "items": [_brief(item) for item in found["items"]],
            "total": found["total"],
        }


class AddItemTool(InventoryTool):
    """Adds things."""

    name = f"{DOMAIN}__add_item"
    title = "Add an item"
    description = (
        "Put something new into the inventory. If there is already an item of exactly this name, its stock is increased "
        "instead. The location must exist."
    )
    annotations = ToolAnnotations(read_only=False, destructive=False, idempotent=False, open_world=False)
    parameters = probatio.Schema(
        {
            probatio.Required("name", description="What it is, without a quantity"): str,
            probatio.Optional("location", description=f"{_LOCATION_HELP}. Where it is put"): str,
            probatio.Optional("quantity", description="How many or how much; 1 if left out"): probatio.Coerce(float),
            probatio.Optional("unit", description='For example "pack", "kg" or "m"; left out for single pieces'): str,
            probatio.Optional("description", description="Anything else that was said about it"): str,
        }
    )

    @override
    async def _async_run(self, hass: HomeAssistant, actor: Actor, values: dict[str, Any]) -> View:
        """Add to the stock of the item of this name, or a new item."""
        if (known := await _async_item_named(hass, actor, values["name"])) is None:
            done = await _COMMANDS["item/add"].async_run(hass, actor, values)
            return {"item": _brief(done["item"]), "new": True}
        change = {"item": known, "by": values.get("quantity", 1)}
        if "location" in values:
            change["location"] = values["location"]
        done = await _COMMANDS["item/adjust"].async_run(hass, actor, change)
        return {"item": _brief(done["item"]), "new": False}


class MoveItemTool(InventoryTool):
    """Moves things."""

    name = f"{DOMAIN}__move_item"
    title = "Move an item"
    description = (
        "Record that an item is somewhere else now. The item is named by its code or exact name: find it first. "
        "The location must exist."
    )
    annotations = ToolAnnotations(read_only=False, destructive=True, idempotent=False, open_world=False)
    parameters = probatio.Schema(
        {
            probatio.Required("item", description="Code or exact name of the item"): str,
            probatio.Required("to", description=f"{_LOCATION_HELP}. Where it is now"): str,
            probatio.Optional("quantity", description="How many of them; all of them if left out"): probatio.Coerce(
                float
            ),
            probatio.Optional(
                "from", description=f"{_LOCATION_HELP}. Needed for a part of what is at several places"
            ): str,
        }
    )

    @override
    async def _async_run(self, hass: HomeAssistant, actor: Actor, values: dict[str, Any]) -> View:
        """Move."""
        done = await _COMMANDS["item/move"].async_run(hass, actor, values)
        return {"item": _brief(done["item"])}


_TOOLS: Final[tuple[Tool, ...]] = (FindItemTool(), ListLocationTool(), AddItemTool(), MoveItemTool())


@callback
def async_get_tools(hass: HomeAssistant, llm_context: LLMContext, api_id: str) -> LLMTools | None:
    """Return the tools of the household's inventory, if it is set up."""
    if api_id != LLM_API_ASSIST or not hass.config_entries.async_loaded_entries(DOMAIN):
        return None
    return LLMTools(tools=list(_TOOLS), prompt=_PROMPT)


async def _async_item_named(hass: HomeAssistant, actor: Actor, name: str) -> str | None:
    """Return the id of the item in use that has this name."""
    try:
        found = await _COMMANDS["item/get"].async_run(hass, actor, {"item": name})
    except ItemNotFoundError:
        return None
    item = found["item"]
    return None if item["archived"] or item["code"] == name.upper() else str(item["id"])


def _brief(item: View) -> View:
    """Return what a model needs to know about an item, and no more."""
    brief: View = {"name": item["name"], "code": item["code"], "quantity": item["quantity"]}
    if item["unit"]:
        brief["unit"] = item["unit"]
    brief["locations"] = [
        {"path": place["path"], "quantity": place["quantity"]} for place in item["locations"] if place["path"]
    ]
    return brief
