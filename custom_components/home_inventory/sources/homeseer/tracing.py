"""What has changed between two bodies, so that an incremental run looks at nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from .models import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What is kept of a ref until the next body."""

    digest: str
    """Of everything that defines it; 16 hexadecimal digits, the same in every process."""
    last_changed: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Refs by what happened to them since the last body."""

    added: frozenset[int]
    changed: frozenset[int]
    """Renamed, moved, of another type, or related to others."""
    gone: frozenset[int]
    """Not in the body: deleted or only hidden from it, so missing at most."""
    active: frozenset[int]
    """With a new value since; their definition may be the same."""


def traces_of(entries: Iterable[Entry]) -> dict[int, Trace]:
    """Return what to keep of a body."""
    return {entry.ref: Trace(digest=_digest(entry), last_changed=entry.last_changed) for entry in entries}


def difference_between(before: Mapping[int, Trace], now: Mapping[int, Trace]) -> Difference:
    """Return what happened between two bodies."""
    both = before.keys() & now.keys()
    return Difference(
        added=frozenset(now.keys() - before.keys()),
        changed=frozenset(ref for ref in both if before[ref].digest != now[ref].digest),
        gone=frozenset(before.keys() - now.keys()),
        active=frozenset(ref for ref in both if before[ref].last_changed != now[ref].last_changed),
    )


def _digest(entry: Entry) -> str:
    """Return a digest of what defines a ref: everything but when its value changed."""
    definition = (
        entry.name,
        entry.location,
        entry.location2,
        entry.device_type,
        entry.subtype,
        entry.interface,
        entry.relationship,
        entry.api,
        entry.is_hidden,
        sorted(entry.associated),
    )
    return blake2b(repr(definition).encode(), digest_size=8).hexdigest()
