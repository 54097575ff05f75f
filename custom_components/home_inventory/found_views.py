"""The shapes of what the search for everything finds, as docs/api.md describes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import device_shapes, shapes
from .device_views import address_of
from .domain.devices import DeviceField
from .domain.shown_devices import ShownDevice
from .manager.locations import Place
from .views import found_view, place_view

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .domain.findings import Facet, Facets
    from .inventory import Inventory
    from .manager.search import Result


def result_view(
    inventory: Inventory, result: Result
) -> shapes.ItemResult | shapes.LocationResult | device_shapes.DeviceResult:
    """Return something that was found, with what it is."""
    marks = dict(result.highlights)
    if isinstance(result.found, Place):
        place = place_view(result.found)
        return shapes.LocationResult(
            type="location", id=place["id"], score=result.score, location=place, highlights={"name": [], **marks}
        )
    if isinstance(result.found, ShownDevice):
        device = found_device_view(inventory, result.found)
        return device_shapes.DeviceResult(
            type="device", id=device["id"], score=result.score, device=device, highlights=marks
        )
    item = found_view(inventory, result.found)
    linked = None if result.device is None else linked_device_view(result.device)
    return shapes.ItemResult(type="item", id=item["id"], score=result.score, item=item, device=linked, highlights=marks)


def linked_device_view(shown: ShownDevice) -> device_shapes.LinkedDevice:
    """Return a device in a few words."""
    return device_shapes.LinkedDevice(
        id=shown.id,
        name=shown.known.device.name,
        status=shown.known.status.value,
        address=address_of(shown.known.sightings),
    )


def found_device_view(inventory: Inventory, shown: ShownDevice) -> device_shapes.FoundDevice:
    """Return a device as the search tells of it."""
    device, item = shown.known.device, shown.item
    return device_shapes.FoundDevice(
        **linked_device_view(shown),
        manufacturer=device.value(DeviceField.MANUFACTURER),
        model=device.value(DeviceField.MODEL),
        type=device.value(DeviceField.TYPE),
        location_id=device.location_id,
        path=inventory.locations.path(device.location_id),
        item=None if item is None else device_shapes.LinkedItem(id=item.id, name=item.name, code=item.code),
        archived=device.archived_at is not None,
    )


def facets_view(inventory: Inventory, facets: Facets, labels: Mapping[str, str]) -> shapes.Facets:
    """Return what found items have in common; `labels` are Home Assistant's names by their ids."""

    def named(entries: tuple[Facet, ...], name: Callable[[str], str | None]) -> list[shapes.Facet]:
        return [shapes.Facet(id=entry.id, name=name(entry.id) or entry.id, count=entry.count) for entry in entries]

    return shapes.Facets(
        location=named(facets.locations, inventory.locations.name),
        category=named(facets.categories, inventory.categories.name),
        label=named(facets.labels, labels.get),
        manufacturer=named(facets.manufacturers, str),
        borrower=named(facets.borrowers, str),
    )
