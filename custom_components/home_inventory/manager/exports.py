"""Exports: everything that there is, as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..db.complete import export_records, one_moment_of
from ..exporting.complete import write_complete
from ..sparing import sparing_the_loop
from .base import Manager

if TYPE_CHECKING:
    from pathlib import Path

    from ..domain.actor import Actor


class ExportManager(Manager):
    """Writes files of what is in the inventory."""

    async def async_write_complete(self, actor: Actor, file: Path, *, history: bool) -> int:
        """Write everything there is, as docs/export-format.md describes it; return how many records that is.

        Whoever is signed in may have it: they can read all of it. With the history go the ids of the users who have done
        something, as the activity gives them, but no names. Raises OSError when the file can't be written to its end, and
        StoreUnavailableError; what was begun is worth nothing then.
        """
        del actor  # everybody reads everything

        def write(session: Any) -> int:
            with one_moment_of(session) as moment, file.open("wb") as opened:
                return write_complete(opened, export_records(moment, history=history), history=history)

        with sparing_the_loop():
            return await self._database.async_read(write)
