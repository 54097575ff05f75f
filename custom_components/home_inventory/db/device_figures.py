"""What the devices of each site add up to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select

from ..domain.device_figures import DeviceFigures, add_up
from ..domain.device_filters import DeviceFilter
from ..domain.devices import Status
from ..domain.shown_devices import DeviceOverview
from .device_lists import load_statuses, select_devices
from .device_lookup import list_shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from ..domain.device_filters import AtSite
    from ..domain.matching import Run

_NAMED: Final = 5
"""How many devices an overview names of those that somebody should look at."""


def site_device_figures(
    session: Session, sites: Mapping[str, AtSite], run: Run, *, home_id: str
) -> dict[str, DeviceFigures]:
    """Return the figures of every site by its id, counted as lists of devices find them.

    What is at no site counts for the home, as it does for items. A device that two sites see counts for both.
    """
    statuses = load_statuses(session, run)
    in_use = frozenset(session.scalars(select_devices(DeviceFilter())))
    others = {site_id: at for site_id, at in sites.items() if site_id != home_id}
    found = {site_id: _ids(session, at) for site_id, at in others.items()}
    elsewhere = frozenset[str]().union(*found.values())
    if home_id in sites:
        # Asking who is at the home takes as long as all the rest, so it is asked only for what may be there as well.
        also_here = _ids(session, sites[home_id]) & elsewhere if elsewhere else elsewhere
        found[home_id] = (in_use - elsewhere) | also_here
    # Between two reads a device may come: it counts the next time.
    return {
        site_id: add_up(statuses.get(device_id, Status.UNKNOWN) for device_id in ids) for site_id, ids in found.items()
    }


def load_overview(session: Session, run: Run, new: DeviceFilter) -> DeviceOverview:
    """Return how devices are doing, without what is open about them. `new` says which devices are told of as new."""
    statuses = load_statuses(session, run)
    in_use = session.scalars(select_devices(DeviceFilter()))
    missing = DeviceFilter(statuses=frozenset({Status.MISSING}))
    return DeviceOverview(
        statuses=Counter(statuses.get(device_id, Status.UNKNOWN) for device_id in in_use),
        new=list_shown(session, new, run, limit=_NAMED, offset=0),
        missing=list_shown(session, missing, run, limit=_NAMED, offset=0),
    )


def count_devices(session: Session) -> int:
    """Return how many devices there are in use; ignored ones are none."""
    return session.scalar(select(func.count()).select_from(select_devices(DeviceFilter()).subquery())) or 0


def _ids(session: Session, at: AtSite) -> frozenset[str]:
    """Return the devices in use at a site."""
    return frozenset(session.scalars(select_devices(DeviceFilter(site=at))))
