"""Errors as a model can use them: what is wrong in the user's language, what may be meant, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homeassistant.helpers.translation import async_get_translations

from ..const import DOMAIN
from ..domain.errors import InventoryError
from ..domain.findings import Findable
from ..domain.text import name_key
from .briefs import brief_item, brief_place, place_names

if TYPE_CHECKING:
    from ..views import View
    from .tool import Asked

_MOST_CANDIDATES: Final = 3
_MOST_HITS: Final = 20
_LONGEST_QUERY: Final = 500
_NEXT: Final = {
    "item_not_found": f"Call {DOMAIN}__find_item with other words and use the code of what it finds.",
    "item_ambiguous": "Ask which one is meant, then use its code.",
    "location_not_found": f"Call {DOMAIN}__list_location to see which places there are. Only people make new ones.",
    "location_ambiguous": "Ask which one is meant, then use its code.",
    "location_required": "Ask which place is meant, then say it as the place that it is taken from or put to.",
    "not_enough_stock": f"Call {DOMAIN}__get_item to see how much there is, and where.",
    "archived": "Tell the user: it has to be restored in the inventory's panel first.",
    "unauthorized": "Do not try again: tell the user.",
    "nothing_to_undo": (
        "Only changes that this user has made through these tools within the last hour can be undone here. Tell the user "
        "that the history in the inventory's panel has all others."
    ),
    "already_undone": "Do not try again: tell the user.",
    "undo_conflict": "Do not try again: tell the user that the history in the inventory's panel has the later change.",
    "invalid_value": "Mend the arguments and call again.",
    "required_value": "Ask for what is missing and call again.",
}


async def async_refusal(asked: Asked, err: InventoryError) -> View:
    """Return what a model is told instead of an answer."""
    candidates = await _async_candidates(asked, err)
    placeholders = err.placeholders
    if "candidates" in placeholders:
        named = [candidate.get("name") or candidate["path"] for candidate in candidates]
        placeholders = placeholders | {"candidates": ", ".join(named) or "-"}
    refusal: View = {"error": err.code, "message": await _async_message(asked, err.code, placeholders)}
    if candidates:
        refusal["candidates"] = candidates
    if err.code in _NEXT:
        refusal["next"] = _NEXT[err.code]
    return refusal


async def _async_message(asked: Asked, code: str, placeholders: dict[str, str]) -> str:
    """Return the text of an error in the language of the conversation; the frontend's way is not open to a model."""
    texts = await async_get_translations(asked.hass, asked.language, "exceptions", [DOMAIN])
    text = texts.get(f"component.{DOMAIN}.exceptions.{code}.message", code)
    try:
        return text.format(**placeholders)
    except KeyError:
        return text


async def _async_candidates(asked: Asked, err: InventoryError) -> list[View]:
    """Return at most three records that may have been meant; none when the inventory can't say."""
    reference = err.placeholders.get("reference", "")
    try:
        if err.code in ("item_not_found", "item_ambiguous"):
            found = await _async_items(asked, reference)
        elif err.code in ("location_not_found", "location_ambiguous"):
            found = await _async_places(asked, reference)
        elif err.code == "location_required":
            found = place_names((await asked.async_run("item/get", item=asked.values["item"]))["item"])
        else:
            return []
    except InventoryError:  # the first error is the one to tell
        return []
    return found[:_MOST_CANDIDATES]


async def _async_items(asked: Asked, reference: str) -> list[View]:
    """Return the items that may be meant, those of exactly this name first."""
    return [brief_item(hit["item"]) for hit in await _async_search(asked, Findable.ITEM, reference)]


async def _async_places(asked: Asked, reference: str) -> list[View]:
    """Return the places that may be meant, those of exactly this name first."""
    return [brief_place(hit["location"]) for hit in await _async_search(asked, Findable.LOCATION, reference)]


async def _async_search(asked: Asked, kind: Findable, reference: str) -> list[View]:
    """Return what a name finds, those of exactly this name first; nothing in a name narrows the search."""
    words = reference[:_LONGEST_QUERY]
    found = await asked.async_run("search", types=[kind], query=words, keep_as_words=[words], limit=_MOST_HITS)
    key = name_key(reference)
    return sorted(found["results"], key=lambda hit: name_key(hit[kind]["name"]) != key)
