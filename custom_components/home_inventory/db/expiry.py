"""Forgetting devices of which nothing is left but a made-up hardware address: `domain/matching/expiry.py` says which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from ..domain.matching import EXPIRE_AFTER, State, expired
from .devices import change, load_state
from .schema import DeviceRow, SightingRow

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session

    from ..domain.matching import Run
    from .work import Work


def is_any_expired(session: Session, run: Run, sources: Collection[str]) -> bool:
    """Return whether a device is to be forgotten. Nearly always one statement tells that none is."""
    recent = select(SightingRow.device_id).where(SightingRow.last_seen > run.at - EXPIRE_AFTER)
    old = select(DeviceRow.id).where(DeviceRow.item_id.is_(None), DeviceRow.archived_at.is_(None))
    if session.scalar(old.where(DeviceRow.id.not_in(recent)).limit(1)) is None:
        return False
    return any(True for _ in expired(load_state(session), run, sources))


def forget_expired(work: Work, run: Run, sources: Collection[str]) -> int:
    """Delete the devices that are to be forgotten, as one batch; return how many."""
    state: State = load_state(work.session)
    gone = [state.devices[device_id] for device_id in expired(state, run, sources)]
    # The headline of what is deleted is its last line: let that be the first by name.
    gone.sort(key=lambda device: (device.name, device.id), reverse=True)
    change(work, [(device, None) for device in gone])
    return len(gone)
