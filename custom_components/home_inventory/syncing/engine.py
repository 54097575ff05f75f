"""The engine: which sources there are, one run of each at a time, and who hears how it went."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from homeassistant.core import callback
from homeassistant.util import dt as dt_util

from ..const import LOGGER
from ..domain.actor import SYSTEM
from ..domain.errors import InventoryError
from ..domain.sync import SourceInfo, SourceKind, SourceStatus
from ..domain.sync_errors import SourceNotFoundError, SyncRunningError
from ..source_settings import async_hear_sources, settings_of
from ..sources.scans.reading import read_scan
from ..sources.vendors import Vendors
from .fetching import REGISTRY_ID, RegistryFetcher, ScanFetcher, fetcher_of
from .schedule import Schedule

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from homeassistant.core import CALLBACK_TYPE, HomeAssistant

    from ..domain.actor import Actor
    from ..domain.sync import Brought, DeviceAlert, SyncResult
    from ..inventory import InventoryConfigEntry
    from ..source_settings import SourceSettings
    from ..sources.scans.layouts import Column
    from ..sources.scans.reading import Scan
    from .fetching import Fetcher

SCANS = "scan_"
"""What the id of a site's scan files begins with."""


class SyncEngine:
    """Asks sources, by itself and when somebody wants it."""

    def __init__(self, hass: HomeAssistant, entry: InventoryConfigEntry) -> None:
        """Take the entry; its inventory is open."""
        self._hass, self._entry = hass, entry
        self._syncs = entry.runtime_data.syncs
        self._vendors = Vendors()
        self._settings: tuple[SourceSettings, ...] = ()
        self._fetchers: dict[str, Fetcher] = {}
        self._running: set[str] = set()
        self._scanning = asyncio.Lock()
        self._listeners: list[Callable[[str], None]] = []
        self._alert_listeners: list[Callable[[DeviceAlert], None]] = []
        self._schedule = Schedule(hass, self._run_by_itself)

    @callback
    def async_start(self) -> None:
        """Take the sources there are, and ask them when it is time."""
        self._take_sources(settings_of(self._entry))
        self._entry.async_on_unload(async_hear_sources(self._hass, self._entry, self._on_sources))
        self._entry.async_on_unload(self._schedule.async_stop)
        self._schedule.async_start(self._entry)

    def infos(self) -> tuple[SourceInfo, ...]:
        """Return all sources, the ones that Home Assistant has been told of first."""
        asked = tuple(fetcher.info for fetcher in self._fetchers.values())
        scans = (self._scans_of(source_id) for source_id in self._syncs.last if source_id.startswith(SCANS))
        return (*asked, *(info for info in scans if info is not None))

    def statuses(self) -> tuple[SourceStatus, ...]:
        """Return how all sources are doing."""
        return tuple(self._status(info) for info in self.infos())

    def status(self, source_id: str) -> SourceStatus:
        """Return how a source is doing. Raises SourceNotFoundError."""
        return self._status(self.resolve(source_id))

    def resolve(self, reference: str) -> SourceInfo:
        """Return the source with an id or a title. Raises SourceNotFoundError."""
        wanted = reference.strip().casefold()
        for info in self.infos():
            if info.id == reference or info.title.casefold() == wanted:
                return info
        raise SourceNotFoundError(reference, [info.title for info in self.infos() if info.title])

    async def async_sync(
        self, actor: Actor, source_id: str, *, dry_run: bool = False, confirmed: bool = False
    ) -> SyncResult:
        """Ask a source and do what it brings, or only say what that would be.

        Raises InventoryError; a failed run is written down, unless it was only a look.
        """
        actor.require_write()
        info = self.resolve(source_id)
        if (fetcher := self._fetchers.get(info.id)) is None:
            raise SourceNotFoundError(source_id)
        return await self._async_ask(actor, fetcher, dry_run=dry_run, confirmed=confirmed)

    async def async_read_scan(
        self, content: bytes, *, site_id: str, mapping: Mapping[str, Column] | None = None
    ) -> Scan:
        """Return what a scan file says. Raises InventoryError."""
        zone = await dt_util.async_get_time_zone(self._hass.config.time_zone)
        read = partial(read_scan, content, mapping, site=site_id, zone=zone or dt_util.UTC)
        return await self._hass.async_add_executor_job(read)

    async def async_import_scan(
        self, actor: Actor, scan: Scan, *, site_id: str, dry_run: bool = False, confirmed: bool = False
    ) -> SyncResult:
        """Do what a scan file says, or only say what that would be. Raises InventoryError."""
        actor.require_write()
        info = self._scans_of(f"{SCANS}{site_id}")
        if info is None:
            raise SourceNotFoundError(site_id)
        is_first = info.id not in self._syncs.last
        fetcher = ScanFetcher(info, scan.harvest, self._vendors)
        result = await self._async_ask(actor, fetcher, dry_run=dry_run, confirmed=confirmed)
        if is_first and not dry_run:
            self._syncs.set_sources(self.infos())
            self._tell("")
        return result

    @callback
    def async_listen(self, heard: Callable[[str], None]) -> CALLBACK_TYPE:
        """Tell the id of a source whenever its status changes, "" when sources came or went; return how to stop."""
        self._listeners.append(heard)
        return lambda: self._listeners.remove(heard)

    @callback
    def async_listen_alerts(self, heard: Callable[[DeviceAlert], None]) -> CALLBACK_TYPE:
        """Tell what runs find out; return how to stop."""
        self._alert_listeners.append(heard)
        return lambda: self._alert_listeners.remove(heard)

    async def _async_ask(self, actor: Actor, fetcher: Fetcher, *, dry_run: bool, confirmed: bool) -> SyncResult:
        """Run a source that is not running."""
        info = fetcher.info
        if info.id in self._running:
            raise SyncRunningError(info.title)
        self._running.add(info.id)
        self._tell(info.id)
        try:
            if dry_run:
                return await self._syncs.async_preview(info, await self._async_fetch(fetcher), confirmed=confirmed)
            return await self._async_run(actor, fetcher, confirmed=confirmed)
        finally:
            self._running.discard(info.id)
            if not dry_run:
                self._schedule.async_plan(info, dt_util.utcnow())
            self._tell(info.id)

    async def _async_run(self, actor: Actor, fetcher: Fetcher, *, confirmed: bool) -> SyncResult:
        """Ask a source, take in what it brings and tell of it; a failure is written down."""
        info = fetcher.info
        begun = self._syncs.begin(info)
        try:
            brought = await self._async_fetch(fetcher)
            result = await self._syncs.async_take_in(actor, info, brought, begun, confirmed=confirmed)
        except InventoryError as err:
            await self._syncs.async_fail(actor, begun, err)
            raise
        for alert in await self._syncs.async_find_alerts(result):
            for heard in tuple(self._alert_listeners):
                heard(alert)
        await self._syncs.async_forget()
        return result

    async def _async_fetch(self, fetcher: Fetcher) -> Brought:
        """Ask a source; networks one after the other, since each of them keeps the neighbour cache busy."""
        if fetcher.info.kind is not SourceKind.NETWORK:
            return await fetcher.async_fetch()
        async with self._scanning:
            return await fetcher.async_fetch()

    async def _run_by_itself(self, source_id: str) -> None:
        """Run a source because it is time."""
        if source_id not in self._fetchers or source_id in self._running:
            return
        try:
            await self._async_ask(SYSTEM, self._fetchers[source_id], dry_run=False, confirmed=False)
        except InventoryError as err:
            LOGGER.info("A source could not be asked: %s", err.code)

    @callback
    def _on_sources(self, settings: tuple[SourceSettings, ...]) -> None:
        """Take the sources there are now, ask those that are new or were changed, and say so."""
        before = self._settings
        self._take_sources(settings)
        for source in settings:
            if source not in before:
                self._schedule.async_hurry(source.source_id)
        self._tell("")

    @callback
    def _take_sources(self, settings: tuple[SourceSettings, ...]) -> None:
        """Ask these sources from now on, and Home Assistant's registry."""
        registry = SourceInfo(
            id=REGISTRY_ID, kind=SourceKind.HASS, title="Home Assistant", interval=Schedule.REGISTRY_INTERVAL
        )
        self._settings = settings
        self._fetchers = {
            source.source_id: fetcher_of(self._hass, self._entry, source, self._vendors) for source in settings
        }
        self._fetchers[REGISTRY_ID] = RegistryFetcher(self._hass, self._entry, registry)
        self._syncs.set_sources(self.infos())
        self._schedule.async_take(
            {
                fetcher.info.id: (
                    fetcher.info,
                    run.started_at if (run := self._syncs.last.get(fetcher.info.id)) else None,
                )
                for fetcher in self._fetchers.values()
            }
        )

    def _scans_of(self, source_id: str) -> SourceInfo | None:
        """Return the scan files of a site as a source; None without such a site."""
        site = self._entry.runtime_data.locations.get(source_id.removeprefix(SCANS))
        if site is None or site.archived_at is not None:
            return None
        return SourceInfo(id=source_id, kind=SourceKind.SCAN, title=site.name, site_id=site.id)

    def _status(self, info: SourceInfo) -> SourceStatus:
        return SourceStatus(
            source=info,
            is_running=info.id in self._running,
            last_run=self._syncs.last.get(info.id),
            last_good=self._syncs.last_good.get(info.id),
            next_at=self._schedule.next_at(info.id),
        )

    @callback
    def _tell(self, source_id: str) -> None:
        for heard in tuple(self._listeners):
            heard(source_id)


@callback
def async_attach(hass: HomeAssistant, entry: InventoryConfigEntry) -> None:
    """Ask sources as long as the entry is loaded."""
    engine = entry.runtime_data.sources = SyncEngine(hass, entry)
    engine.async_start()
