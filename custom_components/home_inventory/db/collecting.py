"""Long work in a thread, and Python's garbage collector."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def sparing_the_loop(*, for_good: bool = False) -> Iterator[None]:
    """Keep the collector from what was there before.

    Hundreds of thousands of rows that come and go make it look through the whole of Home Assistant, which stops every
    thread, the event loop's too, for a quarter of a second. What is made meanwhile is collected as ever. For good: also
    afterwards, until Home Assistant ends, since the first look after long work would be such a one. That is for what
    happens once in years: what was there before stays in memory even if it becomes part of a circle nobody refers to.
    """
    gc.freeze()
    try:
        yield
    finally:
        if not for_good:
            gc.unfreeze()
