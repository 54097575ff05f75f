"""Runs of sources: what they would change, what they have changed, and what people are told of it."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from ulid_transform import ulid_now

from ..db import expiry, runs, syncs
from ..domain.actor import SYSTEM
from ..domain.device_errors import PlanOutdatedError
from ..domain.matching import Run, count, gaps_between
from ..domain.observations import Origin
from ..domain.store_errors import StoreUnavailableError
from ..domain.sync import ORIGINS, SyncResult
from ..sparing import sparing_the_loop
from .alarms import Alarms
from .base import Manager, batch_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..db.database import Database
    from ..domain.actor import Actor
    from ..domain.devices import Device, Plan
    from ..domain.errors import InventoryError
    from ..domain.matching import Gap
    from ..domain.observations import Conflict
    from ..domain.sync import Brought, DeviceAlert, SourceInfo
    from ..domain.sync_runs import SyncRun
    from .catalog import Catalog

_USUAL: Final = timedelta(minutes=15)
_REMEMBERED: Final = timedelta(days=365)
_LATE: Final = 2
"""Times the interval of a source after which nobody looked: a run that comes late is no gap."""


class SyncManager(Manager):
    """Takes in what sources bring, and remembers how their runs went."""

    def __init__(self, database: Database, catalog: Catalog) -> None:
        """Know of no source yet."""
        super().__init__(database, catalog)
        self._sources: dict[str, SourceInfo] = {}
        self._looked: dict[str, datetime] = {}
        """When each source was looked through completely the last time."""
        self._gaps: dict[str, tuple[Gap, ...]] = {}
        """When nobody looked through it."""
        self._times: dict[str, tuple[datetime, ...]] = {}
        """When each was looked through before Home Assistant started, until it is known how often it should be."""
        self._alarms = Alarms()
        self._telling = asyncio.Lock()
        """Of two runs that end at once, one after the other says what is new."""
        self.last: dict[str, SyncRun] = {}
        """The newest run of each source, however it ended."""
        self.last_good: dict[str, SyncRun] = {}

    def set_sources(self, sources: Iterable[SourceInfo]) -> None:
        """Take which sources there are: statuses depend on who watches, and where."""
        self._sources = {source.id: source for source in sources}
        self._alarms.set_sources(self._sources)
        for source_id in self._times.keys() & self._sources.keys():
            times = self._times.pop(source_id)
            self._gaps[source_id] = gaps_between(times, self._longest(source_id))
            self._looked[source_id] = times[-1]

    async def async_load(self) -> None:
        """Read how the last runs went, and what was told of already. Raises what the database raises."""
        self.last = await self._database.async_read(runs.last_runs)
        self.last_good = await self._database.async_read(runs.last_runs, only_good=True)
        for source_id in self.last_good:
            if times := await self._database.async_read(runs.complete_runs, source_id):
                self._times[source_id] = times
        self._alarms.begin(*await self._database.async_read(syncs.load_known), datetime.now(UTC))

    def run_context(self, at: datetime | None = None) -> Run:
        """Return what the statuses of devices depend on: who watches, and when nobody did."""
        return Run(
            source_id="",
            origin=Origin.SCAN,
            at=at or datetime.now(UTC),
            new_id=ulid_now,
            sites=self._sites(),
            watching=frozenset(source.id for source in self._sources.values() if source.watches),
            gaps_of=dict(self._gaps),
        )

    async def async_preview(self, source: SourceInfo, brought: Brought, *, confirmed: bool = False) -> SyncResult:
        """Return what a run would change. Raises ImplausibleHarvestError."""
        run = self._run(source, brought, datetime.now(UTC), confirmed=confirmed)
        plan, after = await self._database.async_read(syncs.preview, brought.harvest, run)
        return _result(source, plan, after)

    async def async_take_in(
        self, actor: Actor, source: SourceInfo, brought: Brought, begun: SyncRun, *, confirmed: bool = False
    ) -> SyncResult:
        """Do what a run has brought, as one batch, and write down that it went well. Raises ImplausibleHarvestError."""
        run = self._run(source, brought, begun.started_at, confirmed=confirmed)
        plan = await self._database.async_read(syncs.plan, brought.harvest, run)
        try:  # planning takes longer than doing: nobody has to wait for it
            (plan, written), notice = await self._async_write(actor, syncs.do, plan, brought.harvest, run, begun)
        except PlanOutdatedError:
            (plan, written), notice = await self._async_write(actor, syncs.take_in, brought.harvest, run, begun)
        written = replace(written, batch_id=batch_of(notice))
        self.last[source.id] = self.last_good[source.id] = written
        if written.is_complete:
            self._gaps[source.id] = self._gaps_until(source.id, written.started_at)
            self._looked[source.id] = written.started_at
        await self._async_tell_finder(plan)
        after: Mapping[str, Device | None] = {} if notice is None else notice.devices
        result = _result(source, plan, {device_id: device for device_id, device in after.items() if device is not None})
        return replace(result, run=written, batch_id=written.batch_id)

    async def _async_tell_finder(self, plan: Plan) -> None:
        """Let the new be found, now rather than in the next search; that one tries again if the database is away."""
        finder = self._catalog.finder.devices
        finder.note_sightings(plan.sightings)
        with suppress(StoreUnavailableError):
            await finder.async_refresh(self._database)

    async def async_forget(self) -> int:
        """Delete devices that were known only by a made-up hardware address and have long gone; return how many."""
        run, sources = self.run_context(), frozenset(self._sources)
        if not await self._database.async_read(expiry.is_any_expired, run, sources):
            return 0
        count_of, _ = await self._async_write(SYSTEM, expiry.forget_expired, run, sources)
        return count_of

    async def async_fail(self, actor: Actor, begun: SyncRun, error: InventoryError) -> SyncRun:
        """Write down that a run failed; nothing else is changed by it."""
        written, _ = await self._async_write(actor, runs.fail, begun, error.code, error.placeholders)
        self.last[begun.source_id] = written
        return written

    async def async_find_alerts(self, result: SyncResult) -> tuple[DeviceAlert, ...]:
        """Return what people are to be told of after a run, each thing once."""
        # In a list, so that the thread has it last: giving back a home of thousands of devices takes a while, too.
        known = [await self._database.async_read(syncs.load_known)]
        async with self._telling:
            with sparing_the_loop():
                return await asyncio.to_thread(lambda: self._alarms.after(result, *known.pop()))

    def conflicts(self) -> Mapping[str, frozenset[Conflict]]:
        """Return the addresses that several devices answered to in the last run of each source."""
        return self._alarms.conflicts()

    def begin(self, source: SourceInfo) -> SyncRun:
        """Return a run that begins now."""
        return runs.begin(source.id, datetime.now(UTC))

    def _run(self, source: SourceInfo, brought: Brought, at: datetime, *, confirmed: bool) -> Run:
        """Return a run of a source, with all that the rules of matching ask for."""
        context = self.run_context(at)
        gaps = {**context.gaps_of, source.id: self._gaps_until(source.id, at)}
        in_use = {
            place: location_id
            for place, location_id in brought.places.items()
            if (location := self._catalog.locations.get(location_id)) is not None and location.archived_at is None
        }
        return replace(
            context,
            source_id=source.id,
            origin=ORIGINS[source.kind],
            site=source.site_id or "",
            places=in_use,
            gaps_of=gaps,
            tells_all=source.tells_all,
            is_confirmed=confirmed or source.is_authoritative,
        )

    def _gaps_until(self, source_id: str, at: datetime) -> tuple[Gap, ...]:
        """Return when nobody looked through a source, up to a run of it; what is older than anybody cares for is left out."""
        looked, known = self._looked.get(source_id, at), self._gaps.get(source_id, ())
        recent = tuple(gap for gap in known if gap[1] > at - _REMEMBERED)
        return (*recent, *gaps_between((looked, at), self._longest(source_id)))

    def _longest(self, source_id: str) -> timedelta:
        """Return how far runs of a source are apart at most when all is well."""
        source = self._sources.get(source_id)
        return _LATE * ((source and source.interval) or _USUAL)

    def _sites(self) -> dict[str, str]:
        """Return the site of each source that has one."""
        return {source.id: source.site_id for source in self._sources.values() if source.site_id is not None}


def _result(source: SourceInfo, plan: Plan, after: Mapping[str, Device]) -> SyncResult:
    """Return what a plan comes to."""
    return SyncResult(source=source, plan=plan, counts=dict(count(plan)), devices=after, seen=dict(plan.new))
