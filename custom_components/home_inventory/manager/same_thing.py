"""An item and the device that it is are one thing, and one answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from ..search.hit import Hit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_ALONE: Final = 0.3
"""An item that fits less than so many times as well as its device was not asked for: a number that only the device has was."""


class Pairing(NamedTuple):
    """What is told of items and devices, each the best first."""

    items: list[Hit]
    devices: list[Hit]
    instead: Mapping[str, str]
    """The items that stand for devices, by the ids of the devices."""


def pair(items: Sequence[Hit], devices: Sequence[Hit], item_of: Callable[[str], str | None]) -> Pairing:
    """Let each item stand for the devices that it is, with the score of the best of them, unless they fit far better.

    `item_of` returns the id of the item that a device is. Devices stay among the hits: their item may not fit a filter.
    """
    scores = {hit.id: hit.score for hit in items}
    best: dict[str, float] = {}
    linked: dict[str, str] = {}
    for hit in devices:
        item_id = item_of(hit.id)
        if item_id is not None and item_id in scores:
            linked[hit.id] = item_id
            best[item_id] = max(best.get(item_id, 0.0), hit.score)
    if not linked:
        return Pairing(list(items), list(devices), {})
    alone = {item_id for item_id, score in best.items() if scores[item_id] < _ALONE * score}
    told = [Hit(hit.id, max(hit.score, best.get(hit.id, 0.0))) for hit in items if hit.id not in alone]
    told.sort(key=lambda hit: (-hit.score, hit.id))
    return Pairing(
        told, list(devices), {device_id: item_id for device_id, item_id in linked.items() if item_id not in alone}
    )
