"""Taking back complete exports: in place of an empty inventory, or into one that is in use."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from ..db.merge import MergeLookedAtError, look_at_merge, merge
from ..db.restore import check, restore
from ..db.untouched import is_untouched
from ..domain.complete import Section, Taken, Way
from ..domain.complete_records import read_item, read_line
from ..files import FILE_LIMIT
from ..sparing import sparing_the_loop
from .base import Manager, batch_of

if TYPE_CHECKING:
    from ..db.database import Database
    from ..domain.actor import Actor
    from ..files import FileStore
    from ..importing.complete import CompleteFile
    from .catalog import Catalog


class CompleteManager(Manager):
    """Looks at complete exports and takes them back."""

    def __init__(self, database: Database, catalog: Catalog, files: FileStore) -> None:
        """Take where the files of attachments are kept."""
        super().__init__(database, catalog)
        self._files = files

    async def async_way(self, actor: Actor) -> Way:
        """Return what can be done with an export: only an administrator puts one in place of what is there."""
        if not actor.is_admin:
            return Way.MERGE
        return Way.RESTORE if await self._database.async_read(is_untouched) else Way.MERGE

    async def async_look(self, actor: Actor, file: CompleteFile, *, history: bool) -> Taken:
        """Return what taking back an export would do. Raises what is wrong with it."""
        actor.require_write()
        if await self.async_way(actor) is Way.RESTORE:
            return await self._database.async_read(lambda _: _look_at_restore(file, history=history))
        try:
            await self._async_write(actor, look_at_merge, file.lines)
        except MergeLookedAtError as err:
            return err.taken
        raise AssertionError("a look ends with what was seen")

    async def async_take_in(self, actor: Actor, file: CompleteFile, *, history: bool, partial: bool) -> Taken:
        """Take back an export; after `Way.RESTORE` the inventory has to be opened anew.

        Raises what is wrong with the file, and ImportRejectedError if it has to be all, and some records can't be taken.
        """
        actor.require_write()
        way = await self.async_way(actor)
        with sparing_the_loop():
            await asyncio.to_thread(self._bring_files, file)
        if way is Way.RESTORE:
            return await self._async_restore(actor, file, history=history)
        with sparing_the_loop():
            taken, notice = await self._async_write(actor, merge, file.lines, all_or_nothing=not partial)
        taken.batch_id = batch_of(notice)
        return taken

    async def _async_restore(self, actor: Actor, file: CompleteFile, *, history: bool) -> Taken:
        """Put everything that an export holds in place of an inventory that nobody uses yet."""
        actor.require_admin()
        now, with_history = datetime.now(UTC), history and file.has_history

        def fill(session: Any) -> dict[Section, int]:
            with file.lines() as lines:
                return restore(session, lines, actor=actor, now=now, history=with_history)

        return _restored(await self._database.async_replace(fill), history=with_history)

    def _bring_files(self, file: CompleteFile) -> None:
        """Keep the files that come along and belong to attachments; they are on the disk before anybody refers to them."""
        if not file.is_packed:
            return
        wanted: dict[str, int] = {}
        with file.lines() as lines:
            for line in lines:
                if line.section is Section.ITEMS and "attachments" in line.record:
                    attached = read_line(line, read_item).attachments
                    wanted |= {each.digest: each.size or 0 for each in attached if each.digest}
        for content in file.files(set(wanted.values()), FILE_LIMIT):
            if sha256(content).hexdigest() in wanted:
                self._files.put(content)


def _look_at_restore(file: CompleteFile, *, history: bool) -> Taken:
    """Read an export to its end, and everything in it."""
    with file.lines() as lines:
        return _restored(check(lines), history=history and file.has_history)


def _restored(records: dict[Section, int], *, history: bool) -> Taken:
    """Return what a restore does: everything is new."""
    return Taken(
        way=Way.RESTORE,
        history=history,
        records=records,
        new=records[Section.ITEMS],
        places=[],
        categories=records[Section.CATEGORIES],
    )
