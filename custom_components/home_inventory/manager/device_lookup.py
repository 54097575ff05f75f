"""Reading devices: lists, one with all that is around it, what is open, networks, and runs of sources."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..db import device_figures, device_lists, device_lookup, merges, runs, standing, topology, traces
from ..domain.device_errors import DeviceAmbiguousError, DeviceNotFoundError
from ..domain.device_filters import AtSite, new_at
from ..domain.matching import diff
from ..domain.shown_devices import DeviceDetail, ShownSuggestion
from ..domain.topology import connect
from .base import Manager

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from ipaddress import IPv4Network

    from ..db.database import Database
    from ..domain.device_filters import DeviceFilter
    from ..domain.devices import Device, Suggestion
    from ..domain.matching import Difference
    from ..domain.models import ItemFilter, Page
    from ..domain.shown_devices import AddressRow, DeviceOverview, ShownDevice, StandingConflict
    from ..domain.sync import SourceInfo
    from ..domain.sync_runs import SyncRun
    from ..domain.topology import Topology
    from .catalog import Catalog
    from .syncs import SyncManager

    type _Stamp = tuple[int, tuple[str, ...]]


class DeviceLookup(Manager):
    """Finding devices, and what is known of them."""

    def __init__(self, database: Database, catalog: Catalog, syncs: SyncManager) -> None:
        """Take besides who knows what statuses depend on."""
        super().__init__(database, catalog)
        self._syncs = syncs
        self._standing: tuple[_Stamp, standing.Standing] | None = None
        """What was open when it was last asked for, and after how many changes and which runs that was."""

    async def async_resolve(self, reference: str) -> Device:
        """Return the device that an id, a hardware address, an exact name or a HomeSeer ref means.

        Raises DeviceNotFoundError or DeviceAmbiguousError with devices that may be meant.
        """
        found = await self._database.async_read(device_lookup.find_devices, reference.strip())
        if not found:
            raise DeviceNotFoundError(
                reference, await self._database.async_read(device_lookup.similar_names, reference)
            )
        if len(found) > 1:
            raise DeviceAmbiguousError(reference, [self._describe(device) for device in found])
        return found[0]

    def at_site(self, reference: str, source_ids: Iterable[str]) -> AtSite:
        """Return a site by its reference, as filters take it; `source_ids` are of the sources that are there."""
        site = self.resolve_location(reference)
        return AtSite(location_ids=frozenset(self._catalog.locations.inside(site.id)), source_ids=frozenset(source_ids))

    async def async_list(self, wanted: DeviceFilter, *, limit: int, offset: int = 0) -> Page[ShownDevice]:
        """Return a page of the devices that fit a filter, by name."""
        return await self._database.async_read(
            device_lookup.list_shown, wanted, self._syncs.run_context(), limit=limit, offset=offset
        )

    async def async_show(self, device_id: str) -> ShownDevice:
        """Return a device as lists show it. Raises DeviceNotFoundError."""
        if (shown := (await self._async_show_many([device_id])).get(device_id)) is None:
            raise DeviceNotFoundError(device_id)
        return shown

    async def async_get(self, reference: str) -> DeviceDetail:
        """Return a device with all that is around it. Raises what `async_resolve` raises."""
        device = await self.async_resolve(reference)
        shown = await self.async_show(device.id)
        asked = [seen.source_id for seen in shown.known.sightings]
        about = [found for found in (await self._async_standing()).suggestions if _is_about(found, device.id)]
        return DeviceDetail(
            shown=shown,
            children=await self._database.async_read(device_lookup.list_children, device.id),
            suggestions=await self._async_suggested(about),
            matches=await self._database.async_read(device_lookup.match_items, device),
            merges=await self._database.async_read(merges.list_merges, device.id),
            traces=await self._database.async_read(traces.load_traces, device.id),
            said=await self._database.async_read(runs.load_said, asked, device.identities),
        )

    async def async_suggestions(self) -> tuple[ShownSuggestion, ...]:
        """Return the devices that may be one, for people to decide; what they have refused is left out."""
        return await self._async_suggested((await self._async_standing()).suggestions)

    async def async_conflicts(self) -> tuple[StandingConflict, ...]:
        """Return the addresses that several devices answer to, as far as the last runs tell."""
        return (await self._async_standing()).conflicts

    async def async_overview(self) -> DeviceOverview:
        """Return how all devices in use are doing, and what of that somebody should look at."""
        run, standing_now = self._syncs.run_context(), await self._async_standing()
        found = await self._database.async_read(device_figures.load_overview, run, new_at(run.at))
        return replace(found, conflicts=standing_now.conflicts, suggestions=len(standing_now.suggestions))

    async def async_narrow(self, wanted: ItemFilter) -> ItemFilter:
        """Return a filter with the items put in whose devices are doing as it asks."""
        if wanted.device_statuses is None:
            return wanted
        found = await self._database.async_read(
            device_lists.items_by_status, wanted.device_statuses, self._syncs.run_context()
        )
        return replace(wanted, item_ids=found)

    async def async_types(self) -> dict[str, int]:
        """Return how many devices in use there are of each type."""
        return await self._database.async_read(device_lists.list_types)

    async def async_network(self, network: IPv4Network, source_ids: Collection[str]) -> tuple[AddressRow, ...]:
        """Return who has which address of a network, as these sources have seen it, in the order of addresses."""
        return await self._database.async_read(
            device_lookup.list_network, network, source_ids, self._syncs.run_context()
        )

    async def async_gateway(self, source_id: str) -> str | None:
        """Return the address of the router that leads out of a network, as its last good run saw it."""
        return await self._database.async_read(runs.load_gateway, source_id)

    async def async_topology(self, sources: Collection[SourceInfo]) -> Topology:
        """Return the devices in use and what they hang on; `sources` are all that there are."""
        devices = await self._database.async_read(topology.load_topology, self._syncs.run_context())
        gateways = {source.id: await self.async_gateway(source.id) for source in sources if source.network}
        return connect(devices, sources, gateways)

    async def async_runs(self, source_id: str | None, *, limit: int, offset: int = 0) -> Page[SyncRun]:
        """Return a page of the runs of a source, or of all, the newest first."""
        return await self._database.async_read(runs.list_runs, source_id, limit=limit, offset=offset)

    async def async_diff(self, first: str, second: str) -> Difference:
        """Return what the second of two runs saw other than the first. Raises RunNotFoundError."""
        before = await self._database.async_read(runs.load_harvest, first)
        after = await self._database.async_read(runs.load_harvest, second)
        return diff(before, after)

    async def _async_standing(self) -> standing.Standing:
        """Return what is open; it is only worked out anew after a change or a run."""
        stamp = (self._database.sequence, tuple(sorted(run.id for run in self._syncs.last_good.values())))
        if self._standing is None or self._standing[0] != stamp:
            found = await self._database.async_read(standing.load_standing, self._syncs.run_context())
            self._standing = stamp, found
            return found
        return self._standing[1]

    async def _async_suggested(self, suggestions: Iterable[Suggestion]) -> tuple[ShownSuggestion, ...]:
        """Return suggestions with their devices; one that has gone meanwhile takes its suggestions with it."""
        wanted = tuple(suggestions)
        shown = await self._async_show_many([each for found in wanted for each in (found.first_id, found.second_id)])
        return tuple(
            ShownSuggestion(first=shown[found.first_id], second=shown[found.second_id], reason=found.reason)
            for found in wanted
            if found.first_id in shown and found.second_id in shown
        )

    async def _async_show_many(self, device_ids: list[str]) -> dict[str, ShownDevice]:
        """Return devices by id as lists show them."""
        return await self._database.async_read(
            device_lookup.show_devices, list(dict.fromkeys(device_ids)), self._syncs.run_context()
        )

    def _describe(self, device: Device) -> str:
        """Return what tells a device from others of the same name."""
        path = self._catalog.locations.path(device.location_id)
        return f"{device.name} ({', '.join(filter(None, (device.identities[0].value, path)))})"


def _is_about(suggestion: Suggestion, device_id: str) -> bool:
    """Return whether a device is one of the two."""
    return device_id in (suggestion.first_id, suggestion.second_id)
