"""One search for everything."""

from __future__ import annotations

from typing import Final

from homeassistant.helpers import label_registry as lr

from ..domain.fields import Choices, Flag
from ..domain.findings import Findable
from ..found_views import facets_view, result_view
from ..manager.search import Search
from ..views import View, chip_view
from .base import PAGING, Call, Command
from .filters import FILTERS, QUESTION, async_wanted


async def _search(call: Call) -> View:
    """Return a page of whatever was found."""
    values, inventory = call.values, call.inventory
    wanted, understood = await async_wanted(call)
    answer = await inventory.search.async_search(
        Search(
            text=values.get("query") or "",
            words=understood.words,
            wanted=wanted,
            kinds=values.get("types") or tuple(Findable),
            facets=bool(values.get("facets")),
            **call.paging(),
        )
    )
    view: View = {
        "results": [result_view(inventory, result) for result in answer.results],
        "total": sum(answer.totals.values()),
        "totals": {kind.value: count for kind, count in answer.totals.items()},
        "query": values.get("query"),
        "words": understood.words,
        "chips": [chip_view(chip) for chip in understood.chips],
        "did_you_mean": answer.did_you_mean,
        "indexing": inventory.is_indexing,
    }
    if answer.facets is not None:
        labels = {label.label_id: label.name for label in lr.async_get(call.hass).async_list_labels()}
        view["facets"] = facets_view(inventory, answer.facets, labels)
    return view


SEARCH_COMMANDS: Final = (
    Command(
        name="search",
        action="search",
        run=_search,
        fields={**QUESTION, "types": Choices(Findable), **FILTERS, "facets": Flag(), **PAGING},
        only_answers=True,
    ),
)
