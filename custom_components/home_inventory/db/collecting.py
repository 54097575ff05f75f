"""Long work in a thread, and Python's garbage collector."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def sparing_the_loop() -> Iterator[None]:
    """Keep the collector from what was there before.

    Hundreds of thousands of rows that come and go make it look through the whole of Home Assistant, which stops every
    thread, the event loop's too, for a quarter of a second. What is made meanwhile is collected as ever.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def set_apart() -> None:
    """Keep the collector from what there is now, until Home Assistant ends.

    For long work that happens once in a while: the first look at everything after it would stop every thread, too. Of
    what there is now, a circle that nobody refers to any more stays in memory.
    """
    gc.freeze()
