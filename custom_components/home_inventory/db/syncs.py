"""What a run of a source does in the database: looked at beforehand, or done in one transaction with the line about the run."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..domain.matching import apply_plan, count, make_plan
from ..sparing import sparing_the_loop
from . import devices, runs

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy.orm import Session

    from ..domain.devices import Device, Plan
    from ..domain.matching import Run, State
    from ..domain.observations import Harvest
    from ..domain.sync_runs import SyncRun
    from .work import Work


@sparing_the_loop()
def load_known(session: Session) -> tuple[State, Mapping[str, datetime]]:
    """Return all devices, and when each source ran well for the first time."""
    return devices.load_state(session), runs.baselines(session)


@sparing_the_loop()
def plan(session: Session, harvest: Harvest, run: Run) -> Plan:
    """Return what a run would do."""
    return make_plan(devices.load_state(session), harvest, replace(run, refused=devices.refused_pairs(session)))


@sparing_the_loop()
def preview(session: Session, harvest: Harvest, run: Run) -> tuple[Plan, Mapping[str, Device]]:
    """Return what a run would do, and the devices that it would touch as they would be."""
    state = devices.load_state(session)
    run = replace(run, refused=devices.refused_pairs(session))
    made = make_plan(state, harvest, run)
    after = apply_plan(state, made, run).devices
    return made, {device_id: after[device_id] for device_id in touched(made)}


def touched(made: Plan) -> list[str]:
    """Return the ids of the devices that a plan makes or changes."""
    return [*(device_id for device_id, _ in made.new), *(update.device.id for update in made.changed)]


@sparing_the_loop()
def do(work: Work, plan: Plan, harvest: Harvest, run: Run, begun: SyncRun) -> tuple[Plan, SyncRun]:
    """Do what was planned, and write the run in the same transaction. Raises PlanOutdatedError."""
    devices.apply(work, plan, run)
    return plan, runs.finish(work, begun, harvest, count(plan))


@sparing_the_loop()
def take_in(work: Work, harvest: Harvest, run: Run, begun: SyncRun) -> tuple[Plan, SyncRun]:
    """Do what a run has brought, and write the run in the same transaction."""
    plan = devices.take_in(work, harvest, run)
    return plan, runs.finish(work, begun, harvest, count(plan))
