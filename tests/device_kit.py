"""A household whose sources run: what they see, what people settle about it, and what the store says then."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Concatenate

from ulid_transform import ulid_now

from custom_components.home_inventory.db import device_lists, devices, runs
from custom_components.home_inventory.domain.actor import SYSTEM, Actor, Source
from custom_components.home_inventory.domain.device_filters import DeviceFilter
from custom_components.home_inventory.domain.matching import Run, count
from custom_components.home_inventory.domain.observations import Harvest, Observation, Origin

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from custom_components.home_inventory.db.work import Work
    from custom_components.home_inventory.domain.devices import Device, Plan
    from custom_components.home_inventory.domain.models import Notice
    from tests.kit import InventoryTestKit

START = datetime(2026, 1, 1, 12, tzinfo=UTC)
PERSON = Actor(source=Source.WEBSOCKET, is_admin=True)
SITES = {"lan": "home", "hs": "home", "far": "cabin"}


class DeviceTestKit:
    """Its sources run a quarter of an hour apart."""

    def __init__(self, kit: InventoryTestKit) -> None:
        """Begin with nothing."""
        self.kit = kit
        self.now = START
        self.template = Run(
            source_id="lan",
            origin=Origin.PTR,
            at=START,
            new_id=ulid_now,
            site="home",
            sites=SITES,
            watching={"lan", "far"},
        )

    def run_of(self, source: str, **settings: Any) -> Run:
        """Return a run of a source at this moment."""
        return replace(self.template, source_id=source, site=SITES[source], at=self.now, **settings)

    async def told[**P, T](
        self, use_case: Callable[Concatenate[Work, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> tuple[T, Notice | None]:
        """Let a person do something; return its result and what was told of it."""
        database = self.kit.inventory._database
        return await database.async_write(PERSON, use_case, *args, **kwargs)

    async def do[**P, T](self, use_case: Callable[Concatenate[Work, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Let a person do something."""
        return (await self.told(use_case, *args, **kwargs))[0]

    async def batch_of[**P, T](
        self, use_case: Callable[Concatenate[Work, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> str:
        """Let a person do something; return the id of its batch."""
        _, notice = await self.told(use_case, *args, **kwargs)
        assert notice is not None
        return notice.batch.id

    async def ask[**P, T](self, func: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Read something."""
        return await self.kit.inventory._database.async_read(func, *args, **kwargs)

    async def run(
        self,
        *seen: Observation,
        source: str = "lan",
        complete: bool = True,
        after: timedelta = timedelta(minutes=15),
        **settings: Any,
    ) -> tuple[Plan, Notice | None]:
        """Let a source run; return what was planned and what was told."""
        self.now += after
        harvest = Harvest(observations=seen, is_complete=complete, mode="arp")
        run = self.run_of(source, **settings)

        def sync(work: Work) -> Plan:
            plan = devices.take_in(work, harvest, run)
            runs.finish(work, runs.begin(source, self.now), harvest, count(plan))
            return plan

        return await self.kit.inventory._database.async_write(SYSTEM, sync)

    async def all(self) -> dict[str, Device]:
        """Return every device by its name."""
        state = await self.ask(devices.load_state)
        return {device.name: device for device in state.devices.values()}

    async def id_of(self, name: str) -> str:
        """Return the id of a device."""
        return (await self.all())[name].id

    async def names(self, **wanted: Any) -> list[str]:
        """Return the names of the devices that fit a filter."""
        page = await self.ask(device_lists.list_devices, DeviceFilter(**wanted), self.run_of("lan"), limit=100)
        assert page.total == len(page.entries)
        return [known.device.name for known in page.entries]

    async def undo(self, batch: str | None) -> None:
        """Undo a batch."""
        await self.kit.ws("change/undo", batch=batch)
