"""Long work in a thread, beside an event loop that must not wait for it."""

from __future__ import annotations

import gc
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_TURN: Final = 0.001
"""Seconds that a thread keeps the interpreter while another wants it; Python's own are 0.005."""


class _Turns:
    """Shorter turns of the threads, for as long as anybody wants them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._wanted = 0
        self._usual = 0.0

    def shorten(self) -> None:
        """Begin."""
        with self._lock:
            self._wanted += 1
            if self._wanted == 1:
                self._usual = sys.getswitchinterval()
                sys.setswitchinterval(min(_TURN, self._usual))

    def restore(self) -> None:
        """End."""
        with self._lock:
            self._wanted -= 1
            if self._wanted == 0:
                sys.setswitchinterval(self._usual)


_TURNS: Final = _Turns()


@contextmanager
def short_turns() -> Iterator[None]:
    """Let the event loop's thread have the interpreter sooner.

    The loop gives it away with each system call, several times for one message, and then waits for it as long as a turn is. Without
    this, four calls are twenty milliseconds while a thread works on.
    """
    _TURNS.shorten()
    try:
        yield
    finally:
        _TURNS.restore()


@contextmanager
def sparing_the_loop() -> Iterator[None]:
    """Keep the collector from what was there before, and take short turns.

    Hundreds of thousands of rows that come and go make it look through the whole of Home Assistant, which stops every
    thread, the event loop's too, for a quarter of a second. What is made meanwhile is collected as ever. Where most of it is
    set apart already, this would only bring it back in the end, and all of it would be looked through at once.
    """
    is_apart = gc.get_freeze_count() > 0
    if not is_apart:
        gc.freeze()
    try:
        with short_turns():
            yield
    finally:
        if not is_apart:
            gc.unfreeze()


def set_apart() -> None:
    """Keep the collector from what there is now, until Home Assistant ends.

    For long work that happens once in a while: the first look at everything after it would stop every thread, too. Of
    what there is now, a circle that nobody refers to any more stays in memory.
    """
    gc.freeze()
