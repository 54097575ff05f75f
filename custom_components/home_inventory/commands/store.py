"""Commands about the store itself: how it is doing, and a copy of everything."""

from __future__ import annotations

from typing import Final

from ..views import View, snapshot_view, store_view
from .base import Call, Command


async def _info(call: Call) -> View:
    """Return how the store is doing."""
    return dict(store_view(await call.inventory.store.async_status()))


async def _snapshot(call: Call) -> View:
    """Write everything into one file."""
    return dict(snapshot_view(await call.inventory.store.async_snapshot(call.actor)))


STORE_COMMANDS: Final = (
    Command(name="store/info", run=_info, fields={}),
    Command(name="store/snapshot", action="create_snapshot", run=_snapshot, fields={}),
)
