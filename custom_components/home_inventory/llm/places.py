"""Finding places by their names, as far as a name that was said by a model goes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from ..search.names import NO_FIT, Sureness, fit
from ..search.text import content, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..search.names import Fit
    from ..views import View
    from .tool import Asked

_PAGE: Final = 1000
_MOST_WORDS: Final = 20
"""Nobody calls a place by more; comparing takes as many steps."""


async def async_find_places(asked: Asked, words: str, *, unsure: bool = False) -> list[View]:
    """Return the places in use that words name, the likeliest first; on request those too that they only resemble."""
    said = content(tokens(words))[:_MOST_WORDS]
    if not said:
        return []
    places = await _async_all(asked)
    graded = await asyncio.to_thread(lambda: [(_fit(said, place), place) for place in places])
    least = Sureness.UNSURE if unsure else Sureness.GOOD
    best = sorted((pair for pair in graded if pair[0].sureness >= least), key=lambda pair: pair[0], reverse=True)
    return [place for _, place in best]


async def _async_all(asked: Asked) -> list[View]:
    """Return all places in use."""
    places: list[View] = []
    while True:
        page = await asked.async_run("location/list", limit=_PAGE, offset=len(places))
        places += page["locations"]
        if len(places) >= page["total"] or not page["locations"]:
            return places


def _fit(said: Sequence[str], place: View) -> Fit:
    """Return how well words fit a place; the names of the places around it may be said with its own."""
    around, _, _ = place["path"].rpartition(place["name"])
    name = tokens(place["name"])
    return fit(said, name, set(name), tokens(around)) if name else NO_FIT
