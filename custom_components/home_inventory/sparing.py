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


class _Sparing:
    """How the interpreter works, as long as anybody wants it otherwise."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._wanted = 0
        self._turn = 0.0
        self._collects = True

    def begin(self) -> None:
        """Short turns, and no collecting."""
        with self._lock:
            self._wanted += 1
            if self._wanted == 1:
                self._turn, self._collects = sys.getswitchinterval(), gc.isenabled()
                sys.setswitchinterval(min(_TURN, self._turn))
                gc.disable()

    def end(self) -> None:
        """As before, when the last one has ended."""
        with self._lock:
            self._wanted -= 1
            if self._wanted == 0:
                sys.setswitchinterval(self._turn)
                if self._collects:
                    gc.enable()


_SPARING: Final = _Sparing()


@contextmanager
def sparing_the_loop() -> Iterator[None]:
    """Let the event loop's thread have the interpreter soon, for work of seconds to a minute in another thread.

    - The loop gives the interpreter away with each system call, several times for one message, and then waits for it as long as
      a turn is: four calls would be twenty milliseconds while a thread works on.
    - Hundreds of thousands of rows that come and go make the garbage collector look through the whole of Home Assistant, which
      stops every thread for a quarter of a second. They go without it, when nobody refers to them any more; circles have to
      wait until the work is done.
    """
    _SPARING.begin()
    try:
        yield
    finally:
        _SPARING.end()


def set_apart() -> None:
    """Keep the collector from what there is now, until Home Assistant ends.

    For long work that happens once in a while: the first look at everything after it would stop every thread, too. Of
    what there is now, a circle that nobody refers to any more stays in memory.
    """
    gc.freeze()
