"""Runs of sources: what they would change, what they have changed, and what people are told of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from ulid_transform import ulid_now

from ..db import runs, syncs
from ..domain.device_errors import PlanOutdatedError
from ..domain.matching import Run, count, gaps_between
from ..domain.observations import Origin
from ..domain.sync import ORIGINS, SyncResult
from .alarms import Alarms
from .base import Manager, batch_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..db.database import Database
    from ..domain.actor import Actor
    from ..domain.devices import Device, Plan
    from ..domain.errors import InventoryError
    from ..domain.observations import Conflict
    from ..domain.sync import Brought, DeviceAlert, SourceInfo
    from ..domain.sync_runs import SyncRun
    from .catalog import Catalog

_USUAL: Final = timedelta(minutes=15)
_LATE: Final = 2
"""Times the interval of a source after which nobody looked: a run that comes late is no gap."""


class SyncManager(Manager):
    """Takes in what sources bring, and remembers how their runs went."""

    def __init__(self, database: Database, catalog: Catalog) -> None:
        """Know of no source yet."""
        super().__init__(database, catalog)
        self._sources: dict[str, SourceInfo] = {}
        self._looked: defaultdict[str, tuple[datetime, ...]] = defaultdict(tuple)
        """When each source was looked through completely."""
        self._alarms = Alarms()
        self.last: dict[str, SyncRun] = {}
        """The newest run of each source, however it ended."""
        self.last_good: dict[str, SyncRun] = {}

    def set_sources(self, sources: Iterable[SourceInfo]) -> None:
        """Take which sources there are: statuses depend on who watches, and where."""
        self._sources = {source.id: source for source in sources}

    async def async_load(self) -> None:
        """Read how the last runs went, and what was told of already. Raises what the database raises."""
        self.last = await self._database.async_read(runs.last_runs)
        self.last_good = await self._database.async_read(runs.last_runs, only_good=True)
        for source_id in self.last_good:
            self._looked[source_id] = await self._database.async_read(runs.complete_runs, source_id)
        self._alarms.begin(*await self._database.async_read(syncs.load_known), datetime.now(UTC))

    def run_context(self, at: datetime | None = None) -> Run:
        """Return what the statuses of devices depend on: who watches, and when nobody did."""
        watching = [source for source in self._sources.values() if source.watches]
        times = sorted({time for source in watching for time in self._looked[source.id]})
        return Run(
            source_id="",
            origin=Origin.SCAN,
            at=at or datetime.now(UTC),
            new_id=ulid_now,
            sites=self._sites(),
            watching=frozenset(source.id for source in watching),
            gaps=gaps_between(times, _longest(watching)),
        )

    async def async_preview(self, source: SourceInfo, brought: Brought, *, confirmed: bool = False) -> SyncResult:
        """Return what a run would change. Raises ImplausibleHarvestError."""
        run = self._run(source, brought, datetime.now(UTC), confirmed=confirmed)
        plan, after = await self._database.async_read(syncs.preview, brought.harvest, run)
        return _result(source, plan, {device_id: after[device_id] for device_id in _touched(plan)})

    async def async_take_in(
        self, actor: Actor, source: SourceInfo, brought: Brought, begun: SyncRun, *, confirmed: bool = False
    ) -> SyncResult:
        """Do what a run has brought, as one batch, and write down that it went well. Raises ImplausibleHarvestError."""
        run = self._run(source, brought, begun.started_at, confirmed=confirmed)
        plan, _ = await self._database.async_read(syncs.preview, brought.harvest, run)
        try:  # planning takes longer than doing: nobody has to wait for it
            (plan, written), notice = await self._async_write(actor, syncs.do, plan, brought.harvest, run, begun)
        except PlanOutdatedError:
            (plan, written), notice = await self._async_write(actor, syncs.take_in, brought.harvest, run, begun)
        written = replace(written, batch_id=batch_of(notice))
        self.last[source.id] = self.last_good[source.id] = written
        if written.is_complete:
            self._looked[source.id] += (written.started_at,)
        after: Mapping[str, Device | None] = {} if notice is None else notice.devices
        result = _result(source, plan, {device_id: device for device_id, device in after.items() if device is not None})
        return replace(result, run=written, batch_id=written.batch_id)

    async def async_fail(self, actor: Actor, begun: SyncRun, error: InventoryError) -> SyncRun:
        """Write down that a run failed; nothing else is changed by it."""
        written, _ = await self._async_write(actor, runs.fail, begun, error.code, error.placeholders)
        self.last[begun.source_id] = written
        return written

    async def async_find_alerts(self, result: SyncResult) -> tuple[DeviceAlert, ...]:
        """Return what people are to be told of after a run, each thing once."""
        state, baselines = await self._database.async_read(syncs.load_known)
        return self._alarms.after(result, state, baselines)

    def conflicts(self) -> Mapping[str, frozenset[Conflict]]:
        """Return the addresses that several devices answered to in the last run of each source."""
        return self._alarms.conflicts()

    def begin(self, source: SourceInfo) -> SyncRun:
        """Return a run that begins now."""
        return runs.begin(source.id, datetime.now(UTC))

    def _run(self, source: SourceInfo, brought: Brought, at: datetime, *, confirmed: bool) -> Run:
        """Return a run of a source, with all that the rules of matching ask for."""
        context = self.run_context(at)
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
            gaps=gaps_between(self._looked[source.id], _longest([source])),
            tells_all=source.tells_all,
            is_confirmed=confirmed or source.is_authoritative,
        )

    def _sites(self) -> dict[str, str]:
        """Return the site of each source that has one."""
        return {source.id: source.site_id for source in self._sources.values() if source.site_id is not None}


def _touched(plan: Plan) -> list[str]:
    """Return the ids of the devices that a plan makes or changes."""
    return [*(device_id for device_id, _ in plan.new), *(update.device.id for update in plan.changed)]


def _result(source: SourceInfo, plan: Plan, after: Mapping[str, Device]) -> SyncResult:
    """Return what a plan comes to."""
    return SyncResult(source=source, plan=plan, counts=dict(count(plan)), devices=after, seen=dict(plan.new))


def _longest(sources: Iterable[SourceInfo]) -> timedelta:
    """Return how far runs are apart at most when all is well."""
    return _LATE * max((source.interval or _USUAL for source in sources), default=_USUAL)
