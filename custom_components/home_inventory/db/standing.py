"""What is still open after the last run of each source: devices that may be one, and addresses that several claim.

The last harvest of each source is planned anew on the devices as they are now; nothing of the plan is done.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from ..domain.devices import Reason
from ..domain.matching import Claim, make_plan, probable_conflicts
from ..domain.matching.run import suggest
from ..domain.observations import IdentityKind
from ..domain.shown_devices import Named, StandingConflict
from . import runs
from .devices import load_state, refused_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from sqlalchemy.orm import Session

    from ..domain.devices import Suggestion
    from ..domain.matching import Run, State
    from ..domain.observations import Conflict, Harvest
    from ..domain.sync_runs import SyncRun

_LOOKED_BACK: Final = 50
"""So many runs of a source are read to tell since when an address is in conflict."""
_RECENT: Final = timedelta(hours=1)
_MOST_RECENT: Final = 8
"""So many runs of that hour are read: who runs every minute finds out all the same."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What people should look at."""

    suggestions: tuple[Suggestion, ...] = ()
    conflicts: tuple[StandingConflict, ...] = ()


def load_standing(session: Session, context: Run) -> Standing:
    """Return what is open. `context` says of which site each source is; its time does not matter."""
    state, refused = load_state(session), refused_pairs(session)
    suggestions: dict[Suggestion, None] = {}
    conflicts: list[StandingConflict] = []
    for last in runs.last_runs(session, only_good=True).values():
        run = replace(
            context,
            source_id=last.source_id,
            site=context.site_of(last.source_id),
            at=last.started_at,
            refused=refused,
            is_confirmed=True,
        )
        plan = make_plan(state, runs.load_harvest(session, last.id), run)
        suggestions.update(dict.fromkeys(plan.suggestions))
        conflicts += _conflicts(session, state, last, plan.conflicts)
    suggestions.update(dict.fromkeys(_at_two_sites(session, state, replace(context, refused=refused))))
    wanted = [found for found in suggestions if _is_shown(state, found.first_id) and _is_shown(state, found.second_id)]
    return Standing(tuple(wanted), tuple(conflicts))


def _is_shown(state: State, device_id: str) -> bool:
    """Return whether anybody cares about a device: it is there, in use and not ignored."""
    device = state.devices.get(device_id)
    return device is not None and device.archived_at is None and not device.ignored


def _conflicts(
    session: Session, state: State, last: SyncRun, certain: tuple[Conflict, ...]
) -> Iterator[StandingConflict]:
    """Yield the conflicts of a source's last run, and those that the runs of the hour before it let one suppose."""
    back = list(_back_from(session, last))
    for conflict in certain:
        since = last.started_at
        for run in back:
            if not run.counts.get("conflicts") or not _has(runs.load_harvest(session, run.id), conflict.address):
                break
            since = run.started_at
        yield _standing(state, conflict, last, since)
    recent = [run for run in back[:_MOST_RECENT] if run.started_at >= last.started_at - _RECENT]
    claims = [claim for run in (last, *recent) for claim in _claims(runs.load_harvest(session, run.id), run)]
    known = {conflict.address for conflict in certain}
    for conflict in probable_conflicts(claims, state.devices.values()):
        if conflict.address not in known:
            times = [claim.at for claim in claims if claim.address == conflict.address]
            yield _standing(state, conflict, last, min(times))


def _at_two_sites(session: Session, state: State, context: Run) -> Iterator[Suggestion]:
    """Yield the devices that were seen at a site, at another, and at the first again within an hour: an address was copied.

    Both ids of such a suggestion are the same: there is one record for two devices.
    """
    owners = {
        identity.value: device.id
        for device in state.devices.values()
        for identity in device.identities
        if identity.kind is IdentityKind.MAC and identity.is_strong
    }
    seen: dict[str, list[tuple[datetime, str]]] = {}
    for last in runs.last_runs(session, only_good=True).values():
        site = context.site_of(last.source_id)
        if site and last.source_id in context.watching:
            back = list(_back_from(session, last))[:_MOST_RECENT]
            for run in (last, *(run for run in back if run.started_at >= last.started_at - _RECENT)):
                for claim in _claims(runs.load_harvest(session, run.id), run):
                    seen.setdefault(claim.mac, []).append((claim.at, site))
    for mac, history in seen.items():
        if mac in owners and _takes_turns(sorted(history)):
            yield from suggest(owners[mac], owners[mac], Reason.TWO_SITES, context.refused)


def _takes_turns(history: list[tuple[datetime, str]]) -> bool:
    """Return whether something was at a site, at another and at the first again within an hour."""
    return any(
        later[1] == earlier[1]
        and later[0] - earlier[0] <= _RECENT
        and any(between[1] != later[1] for between in history[first + 1 : second])
        for first, earlier in enumerate(history)
        for second, later in enumerate(history[first + 1 :], first + 1)
    )


def _back_from(session: Session, last: SyncRun) -> Iterator[SyncRun]:
    """Yield the runs of a source before its last good one that went well, the newest first."""
    page = runs.list_runs(session, last.source_id, limit=_LOOKED_BACK)
    return (run for run in page.entries if run.error is None and run.id < last.id)


def _has(harvest: Harvest, address: str) -> bool:
    """Return whether several answered to an address in one run."""
    if any(conflict.address == address for conflict in harvest.conflicts):
        return True
    macs = {
        mac
        for seen in harvest.observations
        if address in seen.of_kind(IdentityKind.ADDRESS)
        for mac in seen.of_kind(IdentityKind.MAC)[:1]
    }
    return len(macs) > 1


def _claims(harvest: Harvest, run: SyncRun) -> Iterator[Claim]:
    """Yield which hardware address answered to which address in a run; what several claimed at once is certain, not supposed."""
    by_address: dict[str, set[str]] = {}
    for seen in harvest.observations:
        for address in seen.of_kind(IdentityKind.ADDRESS):
            by_address.setdefault(address, set()).update(seen.of_kind(IdentityKind.MAC)[:1])
    for address, macs in by_address.items():
        if len(macs) == 1:
            yield Claim(address=address, mac=min(macs), at=run.started_at)


def _standing(state: State, conflict: Conflict, run: SyncRun, since: datetime) -> StandingConflict:
    """Return a conflict with the devices that are known of it."""
    devices = [
        Named(id=device.id, name=device.name)
        for device in state.devices.values()
        if any(identity.kind is IdentityKind.MAC and identity.value in conflict.macs for identity in device.identities)
    ]
    return StandingConflict(
        address=conflict.address,
        macs=conflict.macs,
        devices=tuple(sorted(devices, key=lambda device: (device.name, device.id))),
        source_id=run.source_id,
        since=since,
    )
