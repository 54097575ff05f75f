"""Imports: looking at files of other programs, and taking them in."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from ulid_transform import ulid_now

from ..db import imports
from ..domain.import_progress import Phase, watched
from ..domain.imports import ImportExpiredError
from .base import Manager, batch_of
from .import_progress import ImportProgress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..db.database import Database
    from ..domain.actor import Actor
    from ..domain.import_progress import Report
    from ..domain.imports import ImportPlan, Reading
    from ..files import FileStore
    from .catalog import Catalog

type Portions = Callable[[str], Iterable[bytes]]
"""Gives a file of an archive by its name, portion by portion."""
_KEPT_FOR: Final = 20 * 60.0
"""Seconds for which a file is kept that somebody looks at."""
_MOST_KEPT: Final = 3
"""Files: they are in memory."""


@dataclass(frozen=True, slots=True)
class Planned:
    """What was done, or would be; the batch is None when nothing was."""

    plan: ImportPlan
    paths: dict[str, str]
    """The whole paths of places by their ids."""
    batch_id: str | None = None


@dataclass(frozen=True, slots=True)
class _Kept:
    """A file that somebody looks at."""

    file: Any
    user_id: str | None
    until: float


class ImportManager(Manager):
    """Plans and does imports, and keeps files between the look and the doing."""

    def __init__(self, database: Database, catalog: Catalog, files: FileStore) -> None:
        """Keep no file yet. Take where the files of attachments are kept."""
        super().__init__(database, catalog)
        self._store = files
        self._files: dict[str, _Kept] = {}
        self.progress = ImportProgress()

    def keep(self, actor: Actor, file: Any) -> str:
        """Keep a file for a while; return what to ask for it with."""
        self._forget_old()
        while len(self._files) >= _MOST_KEPT:
            del self._files[next(iter(self._files))]
        token = ulid_now()
        self._files[token] = _Kept(file, actor.user_id, time.monotonic() + _KEPT_FOR)
        return token

    def kept(self, actor: Actor, token: str) -> Any:
        """Return a file that this user looks at. Raises ImportExpiredError."""
        self._forget_old()
        kept = self._files.get(token)
        if kept is None or kept.user_id != actor.user_id:
            raise ImportExpiredError
        return kept.file

    def let_go(self, token: str | None) -> None:
        """Keep a file no longer."""
        self._files.pop(token or "", None)

    async def async_preview(self, actor: Actor, reading: Reading, currency: str) -> Planned:
        """Return what taking in a file would do."""
        actor.require_write()
        report = self.progress.reporter(actor)
        return Planned(*await self._database.async_read(imports.preview, reading, currency, report))

    async def async_take_in(
        self, actor: Actor, reading: Reading, currency: str, *, all_or_nothing: bool, portions: Portions | None = None
    ) -> Planned:
        """Take in a file as one batch. `portions` gives the photos and papers that come along, by their names in the archive.

        Raises ImportRejectedError, and FileNotKeptError if the disk refuses a file.
        """
        actor.require_write()
        report = self.progress.reporter(actor)
        if portions is not None and not (all_or_nothing and reading.rejected):
            await asyncio.to_thread(self._bring_files, reading, portions, report)
        result, notice = await self._async_write(
            actor, imports.take_in, reading, currency, report, all_or_nothing=all_or_nothing
        )
        return Planned(*result, batch_of(notice))

    def _bring_files(self, reading: Reading, portions: Portions, report: Report) -> None:
        """Keep the photos and papers of all rows: they are on the disk before anybody refers to them."""
        attached = (each for row in reading.rows for each in row.attached)
        wanted = {each.stored.digest: each.source for each in attached if each.stored is not None}
        missing = self._store.missing(wanted)
        for digest, source in watched(tuple(wanted.items()), Phase.FILES, report, step=1):
            if digest in missing:
                self._store.take_portions(portions(source))
            else:
                self._store.claim(digest)

    def _forget_old(self) -> None:
        """Let go of files that nobody has asked for."""
        now = time.monotonic()
        self._files = {token: kept for token, kept in self._files.items() if kept.until > now}
