"""The export that is made by itself: when it is due, what became of the last one, and a repair while it fails."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from homeassistant.core import HassJob, callback
from homeassistant.helpers import issue_registry as ir
from homeassistant.helpers.dispatcher import async_dispatcher_send
from homeassistant.helpers.event import async_track_point_in_utc_time
from homeassistant.helpers.start import async_at_started
from homeassistant.helpers.storage import Store
from homeassistant.helpers.translation import async_get_translations
from homeassistant.util import dt as dt_util

from .const import DOMAIN, LOGGER
from .domain.actor import SYSTEM
from .domain.errors import InventoryError
from .domain.export_errors import NothingScheduledError
from .export_folders import async_keep
from .export_memory import LastExport, kept_last, kept_moment, kept_plan, read_last, read_moment, read_plan
from .exports import scheduled_order

if TYPE_CHECKING:
    from asyncio import Task
    from datetime import datetime

    from homeassistant.core import CALLBACK_TYPE, HomeAssistant

    from .domain.actor import Actor
    from .domain.export_plans import ExportPlan
    from .inventory import Inventory, InventoryConfigEntry

SIGNAL_SCHEDULE: Final = f"{DOMAIN}_export_schedule"
"""Sent when there is something new to say about what is exported by itself."""
ISSUE_FAILED: Final = "export_failed"
AFTER_START: Final = timedelta(seconds=60)
"""How long what was missed waits after Home Assistant's start: first things first."""
AGAIN: Final = timedelta(hours=1)
"""How long after a failure it is tried again."""
_VERSION: Final = 1


class ExportSchedule:
    """Knows the plan, survives restarts, and wakes up when an export is due."""

    def __init__(self, hass: HomeAssistant, inventory: Inventory) -> None:
        """Read nothing yet."""
        self._hass, self._inventory = hass, inventory
        self._store: Store[dict[str, Any]] = Store(hass, _VERSION, f"{DOMAIN}.exports")
        self._entry: InventoryConfigEntry | None = None
        self._timer: CALLBACK_TYPE | None = None
        self._task: Task[None] | None = None
        self._since: datetime | None = None
        """Since when the plan is as it is, or when it was last done: what was due before is of no account."""
        self.plan: ExportPlan | None = None
        self.last: LastExport | None = None
        self.next_at: datetime | None = None

    async def async_start(self, entry: InventoryConfigEntry) -> None:
        """Read the plan, and wait for what is due once Home Assistant has started."""
        self._entry = entry
        kept = await self._store.async_load() or {}
        self.plan = read_plan(kept.get("plan"))
        self.last = read_last(kept.get("last"))
        self._since = read_moment(kept.get("since"))
        entry.async_on_unload(self.async_stop)
        entry.async_on_unload(async_at_started(self._hass, self._on_started))

    async def async_set(self, plan: ExportPlan | None) -> None:
        """Take another plan, or none; what was due before is not made up for."""
        self.plan, self._since = plan, dt_util.utcnow()
        if plan is None:
            ir.async_delete_issue(self._hass, DOMAIN, ISSUE_FAILED)
        await self._async_save()
        self._wait()

    @property
    def is_running(self) -> bool:
        """Whether the export is being made right now."""
        return self._task is not None and not self._task.done()

    async def async_run_now(self, actor: Actor) -> None:
        """Make the export that is planned now, whenever it is due; what becomes of it is in `last`.

        A run that is under way is waited for. Raises AdminRequiredError, NothingScheduledError.
        """
        actor.require_admin()
        if self.plan is None:
            raise NothingScheduledError
        if (task := self._begin()) is not None:
            await asyncio.shield(task)  # whoever asked may go away; the export is made all the same

    @callback
    def async_stop(self) -> None:
        """Wait no longer."""
        if self._timer is not None:
            self._timer()
            self._timer = None

    @callback
    def _on_started(self, _hass: HomeAssistant) -> None:
        self._wait(AFTER_START)

    @callback
    def _wait(self, soon: timedelta = timedelta(seconds=1)) -> None:
        """Wait until an export is due; one that was missed is due soon."""
        self.async_stop()
        self.next_at = None
        if self.plan is None or self._entry is None:
            self._tell()
            return
        now = dt_util.now()
        is_missed = self._since is None or self.plan.last_until(now) > self._since
        self.next_at = now + soon if is_missed else self.plan.next_after(now)
        job = HassJob(self._on_due, "home_inventory export", cancel_on_shutdown=True)
        self._timer = async_track_point_in_utc_time(self._hass, job, self.next_at)
        self._tell()

    @callback
    def _tell(self) -> None:
        async_dispatcher_send(self._hass, SIGNAL_SCHEDULE)

    @callback
    def _on_due(self, _now: datetime) -> None:
        self._timer = None
        self._begin()

    @callback
    def _begin(self) -> Task[None] | None:
        """Begin a run, unless there is one already."""
        if not self.is_running and self._entry is not None:
            self._task = self._entry.async_create_background_task(
                self._hass, self._async_run(), "home_inventory export", eager_start=False
            )
            self._task.add_done_callback(lambda _task: self._tell())
            self._tell()
        return self._task

    async def _async_run(self) -> None:
        """Make the export; what fails is shown as a repair until one succeeds."""
        plan, begun = self.plan, dt_util.utcnow()
        if plan is None:
            return
        order = scheduled_order(plan, self._hass.config.language)
        try:
            kept = await async_keep(self._hass, self._inventory, SYSTEM, order, plan.folder, plan.keep)
        except InventoryError as err:
            if not self._hass.is_running:  # it stops: it is made up for after the next start
                return
            self.last = LastExport(at=begun, error=err.code, placeholders=err.placeholders)
            LOGGER.warning("The export that was due could not be made: %s", err.code)
            await self._async_show_failure(plan, err)
            await self._async_save()
            self._wait(AGAIN)
            return
        self.last, self._since = LastExport(at=begun, path=kept.path, size=kept.size), begun
        ir.async_delete_issue(self._hass, DOMAIN, ISSUE_FAILED)
        await self._async_save()
        self._wait()

    async def _async_show_failure(self, plan: ExportPlan, err: InventoryError) -> None:
        """Say as a repair what went wrong, in the language of Home Assistant."""
        texts = await async_get_translations(self._hass, self._hass.config.language, "exceptions", [DOMAIN])
        reason = texts.get(f"component.{DOMAIN}.exceptions.{err.code}.message", err.code)
        ir.async_create_issue(
            self._hass,
            DOMAIN,
            ISSUE_FAILED,
            is_fixable=False,
            severity=ir.IssueSeverity.WARNING,
            translation_key=ISSUE_FAILED,
            translation_placeholders={"folder": plan.folder, "reason": reason.format_map(err.placeholders)},
        )

    async def _async_save(self) -> None:
        """Remember the plan and what became of it."""
        await self._store.async_save(
            {
                "plan": None if self.plan is None else kept_plan(self.plan),
                "last": kept_last(self.last),
                "since": kept_moment(self._since),
            }
        )
