"""Tools that look and change nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, override

import probatio
from homeassistant.helpers import label_registry as lr

from ..commands.base import get_inventory
from ..const import DOMAIN
from ..domain.findings import Findable
from .briefs import brief_device, brief_item, brief_place, detailed_item, told_changes, told_chip, told_device
from .tool import ITEM_HELP, LOCATION_HELP, READS, Asked, InventoryTool

if TYPE_CHECKING:
    from ..views import View

_MOST_ITEMS: Final = 10
_MOST_PLACES: Final = 20
_MOST_FOUND_PLACES: Final = 3
_MOST_FOUND_DEVICES: Final = 5
_LAST_CHANGES: Final = 3
_OFFSET_HELP: Final = "How many entries to skip, to read on in a long list: as many as you have seen"


class FindItemTool(InventoryTool):
    """Finds things, places and devices."""

    name = f"{DOMAIN}__find_item"
    title = "Find items"
    description = (
        "Search the household's belongings and devices by any words, in any language, also by a MAC or IP address. Filters may "
        'be said with the words: "batteries under 10", "warranty ending this year", "drills in the garage", "bought at Ikea", '
        '"lent to Anna", "overdue", "without a place", "offline devices". '
        "Returns the best matches with their quantity, where they are, and a score from 0 to 1 (a low one fits badly and is "
        "probably something else), the best places and devices with theirs, and what was understood as a filter. Devices that are "
        "one of the items stand with it. Empty lists mean that the inventory does not know it."
    )
    annotations = READS
    parameters = probatio.Schema(
        {
            probatio.Required(
                "query", description='What to look for, for example "drill" or "AA batteries in the kitchen"'
            ): str,
            probatio.Optional("location", description=f"{LOCATION_HELP}. Only look there"): str,
            probatio.Optional("offset", description=_OFFSET_HELP): int,
        }
    )

    @override
    async def _async_run(self, asked: Asked) -> View:
        """Search."""
        found = await _async_search(asked, Findable.ITEM, _MOST_ITEMS)
        items = [brief_item(hit["item"]) | told_device(hit["device"]) | _told_score(hit) for hit in found["results"]]
        answer: View = {"items": items, "total": found["total"]}
        if places := await _async_found_places(asked):
            answer["places"] = places
        if devices := await _async_found_devices(asked, {hit["id"] for hit in found["results"]}):
            answer["devices"] = devices
        if found["chips"]:
            answer["understood"] = [told_chip(chip) for chip in found["chips"]]
        for name in ("did_you_mean", "indexing"):
            if found.get(name):
                answer[name] = found[name]
        return answer


async def _async_found_places(asked: Asked) -> list[View]:
    """Return the best places; only things are read on."""
    if asked.values.get("offset"):
        return []
    found = await _async_search(asked, Findable.LOCATION, _MOST_FOUND_PLACES)
    return [brief_place(hit["location"]) | _told_score(hit) for hit in found["results"]]


async def _async_found_devices(asked: Asked, item_ids: set[str]) -> list[View]:
    """Return the best devices, but for those that are an item which is told."""
    if asked.values.get("offset"):
        return []
    found = await _async_search(asked, Findable.DEVICE, _MOST_FOUND_DEVICES)
    devices = [hit for hit in found["results"] if (item := hit["device"]["item"]) is None or item["id"] not in item_ids]
    return [brief_device(hit["device"]) | _told_score(hit) for hit in devices]


async def _async_search(asked: Asked, kind: Findable, limit: int) -> View:
    """Return the best of one kind, and what was understood: the one place that knows how things are searched for."""
    return await asked.async_run("search", types=[kind], limit=limit, language=asked.language, **asked.values)


def _told_score(hit: View) -> View:
    """Return how well something fits; nothing if there were only filters."""
    return {} if hit["score"] is None else {"score": round(hit["score"], 2)}


class GetItemTool(InventoryTool):
    """Tells everything about a thing."""

    name = f"{DOMAIN}__get_item"
    title = "Get details of an item"
    description = (
        "Everything that is known about one item: quantity at each place, best-before dates, warranty, price, maker, "
        "notes, and what was changed last. Fields that are not filled in are left out."
    )
    annotations = READS
    parameters = probatio.Schema({probatio.Required("item", description=ITEM_HELP): str})

    @override
    async def _async_run(self, asked: Asked) -> View:
        """Read the item and the end of its history."""
        item = (await asked.async_run("item/get", **asked.values))["item"]
        history = await asked.async_run("change/list", item=item["id"], limit=_LAST_CHANGES)
        registry = lr.async_get(asked.hass)
        labels = [label.name for label_id in item["labels"] if (label := registry.async_get_label(label_id))]
        details = detailed_item(item, labels, get_inventory(asked.hass).today)
        details["added"] = item["created_at"][:10]
        details["last_changes"] = [
            {"at": batch["at"][:16], "by": batch["source"], "what": told_changes(batch, item["id"])}
            for batch in history["batches"]
        ]
        return {"item": details}


class ListLocationTool(InventoryTool):
    """Looks into places."""

    name = f"{DOMAIN}__list_location"
    title = "List the contents of a place"
    description = (
        "List what is in a room, on a shelf or in a box, including what is in the boxes inside it, and which places are "
        "directly inside. Without a location, list all places."
    )
    annotations = READS
    parameters = probatio.Schema(
        {
            probatio.Optional("location", description=LOCATION_HELP): str,
            probatio.Optional("offset", description=_OFFSET_HELP): int,
        }
    )

    @override
    async def _async_run(self, asked: Asked) -> View:
        """List places, and the items in one if it is given."""
        offset = asked.values.get("offset", 0)
        if (location := asked.values.get("location")) is None:
            places = await asked.async_run("location/list", limit=_MOST_PLACES, offset=offset)
            return {"locations": [place["path"] for place in places["locations"]], "total": places["total"]}
        place = (await asked.async_run("location/get", location=location))["location"]
        inside = await asked.async_run("location/list", parent=place["id"], limit=_MOST_PLACES)
        found = await asked.async_run("item/list", location=place["id"], sort="name", limit=_MOST_ITEMS, offset=offset)
        return {
            "location": place["path"],
            "code": place["code"],
            "items": [brief_item(item) for item in found["items"]],
            "total": found["total"],
            "locations_inside": [node["name"] for node in inside["locations"]],
            "total_locations_inside": inside["total"],
        }
