"""Telling those who look on how far an import has come."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..domain.actor import Actor
    from ..domain.import_progress import Phase, Report

type Listener = Callable[[Phase, int, int], None]
_PAUSE: Final = 0.25
"""Seconds between two things that are said of one import: nobody reads faster."""


class ImportProgress:
    """Those who look on. Each is told of the imports of one user, in the event loop."""

    def __init__(self) -> None:
        """Know nobody yet."""
        self._listeners: dict[object, tuple[str | None, Listener]] = {}

    def listen(self, user_id: str | None, listener: Listener) -> Callable[[], None]:
        """Tell somebody of the imports of a user; return what ends that."""
        key = object()
        self._listeners[key] = (user_id, listener)
        return lambda: self._listeners.pop(key, None) and None

    def reporter(self, actor: Actor) -> Report:
        """Return what an import of somebody reports to, from any thread. Called in the event loop."""
        loop, user_id, last = asyncio.get_running_loop(), actor.user_id, 0.0

        def report(phase: Phase, done: int, total: int) -> None:
            nonlocal last
            now = time.monotonic()
            if now - last >= _PAUSE:
                last = now
                loop.call_soon_threadsafe(self._tell, user_id, phase, done, total)

        return report

    def _tell(self, user_id: str | None, phase: Phase, done: int, total: int) -> None:
        """Tell everybody who looks on."""
        for wanted, listener in list(self._listeners.values()):
            if wanted == user_id:
                listener(phase, done, total)
