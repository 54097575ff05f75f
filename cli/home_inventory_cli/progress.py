"""How far something is, for a person who waits at a terminal."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SMALL: Final = 2_000_000
"""Bytes that have gone before anybody could read how far they are."""


@contextmanager
def sending(name: str, size: int) -> Iterator[Callable[[int], None]]:
    """Show how much of a file has been sent; give what is told how many bytes more have."""
    if size < _SMALL or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.progress import Progress  # noqa: PLC0415 - big files alone

    from .output import console  # noqa: PLC0415

    with Progress(console=console(stderr=True), transient=True) as progress:
        task = progress.add_task(f"Sending {name}", total=size)
        yield lambda count: progress.update(task, advance=count)
