"""A running Home Assistant that is given one list of things after the other, and asked."""

from __future__ import annotations

import asyncio
import time
from itertools import batched
from typing import TYPE_CHECKING, Any, Final

from .measures import ASKED_FOR, Answer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.real.hass_client import HassClient

    from .sets import Question, QuestionSet

_AT_ONCE: Final = 100
"""Commands that wait for their answers together: more would wait longer than a client does."""
_PAGE: Final = 1000


def score_of(found: Sequence[Mapping[str, Any]]) -> float:
    """Return the score of the best of some items; a question that was read as filters alone has none: all of it fits."""
    if not found:
        return 0.0
    score = found[0]["score"]
    return 1.0 if score is None else float(score)


class Household:
    """What is done with the home of a client; things are known by their keys, as in the set."""

    def __init__(self, client: HassClient, entry_id: str) -> None:
        """Take the owner of a home that is set up."""
        self._client = client
        self._entry_id = entry_id
        self._keys: dict[str, str] = {}

    async def fill(self, asked: QuestionSet) -> float:
        """Replace everything by the things of a set, at people who speak its language; return the seconds that the search took to know them all.

        The entry is loaded again in between: the index then knows no word of the set before.
        """
        await self._clear()
        place_ids = {"": (await self._client.call("home_inventory/info"))["home_site_id"]}
        for path in asked.places:
            above, _, name = path.rpartition(" / ")
            added = await self._client.call("home_inventory/location/add", name=name, parent=place_ids[above])
            place_ids[path] = added["location"]["id"]
        self._keys = {}
        for thing in asked.things:  # one after the other: answers that are equally good come in the order of their age
            added = await self._client.call("home_inventory/item/add", **thing.fields(place_ids))
            self._keys[added["item"]["id"]] = thing.key
        await self._client.call("config/core/update", language=asked.language)
        before = time.perf_counter()
        await self._client.post(f"/api/config/config_entries/entry/{self._entry_id}/reload", {})
        while (await self._client.call("home_inventory/info"))["indexing"]:  # noqa: ASYNC110 - a server is asked
            await asyncio.sleep(0.05)
        return time.perf_counter() - before

    async def ask(self, question: Question) -> Answer:
        """Return what the search finds."""
        before = time.perf_counter()
        page = await self._client.call("home_inventory/item/list", query=question.text, limit=ASKED_FOR)
        seconds = time.perf_counter() - before
        found = page["items"]
        best = score_of(found)
        return Answer(tuple(self._keys[item["id"]] for item in found), best, seconds)

    async def _clear(self) -> None:
        """Remove everything but the home itself."""
        while items := (await self._client.call("home_inventory/item/list", limit=_PAGE))["items"]:
            for portion in batched(items, _AT_ONCE, strict=False):
                await asyncio.gather(*(self._remove("item", item["id"]) for item in portion))
        places = (await self._client.call("home_inventory/location/list", limit=_PAGE))["locations"]
        # The deepest come first: a place can only go when nothing is in it.
        for place in sorted(places, key=lambda place: -place["path"].count(" / ")):
            if place["kind"] != "site":
                await self._remove("location", place["id"])
        categories = (await self._client.call("home_inventory/category/list", limit=_PAGE))["categories"]
        for category in reversed(categories):
            await self._client.call("home_inventory/category/remove", category=category["id"])

    async def _remove(self, noun: str, record_id: str) -> None:
        """Remove an item or a place for good."""
        await self._client.call(f"home_inventory/{noun}/remove", **{noun: record_id}, permanently=True)
