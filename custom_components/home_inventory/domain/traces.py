"""How long each source has known a device by what: the history of its addresses, and since when it has had each identity."""

from __future__ import annotations

from dataclasses import dataclass, replace
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final

from .observations import IdentityKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from .observations import Identity

LONGEST_VALUE: Final = 255
"""So much of an identity is kept in a trace."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A time in which a source knew a device by one identity."""

    source_id: str
    kind: IdentityKind
    value: str
    since: datetime
    until: datetime | None = None
    """None as long as the source knows the device by it: whenever it sees the device, it sees this."""

    @property
    def slot(self) -> tuple[IdentityKind, int]:
        """Return what it takes turns with: an address of the same family, a name with another name."""
        is_address = self.kind is IdentityKind.ADDRESS
        return self.kind, ip_address(self.value).version if is_address else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """What a run adds to the traces that a source has of a device."""

    begun: tuple[Trace, ...] = ()
    ended: tuple[Trace, ...] = ()
    """With their ends."""
    resumed: tuple[Trace, ...] = ()
    """As they are to be: there was nothing else in between."""

    def __bool__(self) -> bool:
        """Return whether anything is to be written."""
        return bool(self.begun or self.ended or self.resumed)


def trace_of(source_id: str, identity: Identity, since: datetime) -> Trace:
    """Return the trace that an identity begins."""
    return Trace(source_id=source_id, kind=identity.kind, value=identity.value[:LONGEST_VALUE], since=since)


def follow(known: Sequence[Trace], seen: Sequence[Trace], last_seen: datetime) -> Steps:
    """Return what a run adds to the traces of one device by one source.

    `known` are all that there are, `seen` is what the device is known by in this run, as it would begin now;
    `last_seen` is when it was there before.

    A trace ends when something else takes its place. That a name could not be looked up this time ends nothing, and what
    was away for a while without anything in its place goes on: so a network that answers badly writes no history.
    """
    slots = {trace.slot for trace in seen}
    values = {(trace.kind, trace.value) for trace in seen}
    open_ones = [trace for trace in known if trace.until is None]
    ended = [trace for trace in open_ones if trace.slot in slots and (trace.kind, trace.value) not in values]
    new = {(trace.kind, trace.value): trace for trace in seen}
    for trace in open_ones:
        new.pop((trace.kind, trace.value), None)
    resumed = {key: before for key, trace in new.items() if (before := _interrupted(known, trace)) is not None}
    return Steps(
        begun=tuple(trace for key, trace in new.items() if key not in resumed),
        ended=tuple(replace(trace, until=max(trace.since, last_seen)) for trace in ended),
        resumed=tuple(replace(trace, until=None) for trace in resumed.values()),
    )


def _interrupted(known: Iterable[Trace], new: Trace) -> Trace | None:
    """Return the trace that a new one goes on with: the last of its kind, if nothing has begun since it ended."""
    mine = [trace for trace in known if trace.slot == new.slot]
    same = max((trace for trace in mine if trace.value == new.value), key=lambda trace: trace.since, default=None)
    if same is None or same.until is None:
        return None
    return None if any(trace.since > same.until for trace in mine) else same
