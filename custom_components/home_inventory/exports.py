"""Making exports: what is wanted is written into a file, which is then fetched or kept in a folder."""

from __future__ import annotations

import asyncio
import errno
import shutil
import tempfile
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from mimetypes import guess_extension
from pathlib import Path
from typing import TYPE_CHECKING, Final

from homeassistant.helpers import area_registry as ar
from homeassistant.helpers import floor_registry as fr
from homeassistant.helpers import label_registry as lr
from homeassistant.util import dt as dt_util

from .domain.export_errors import ExportDiskFullError, ExportUnwritableError, NothingToExportError
from .domain.exports import ALL_COLUMNS, MEDIA_TYPES, DatedName, ExportFormat, keys_wanted
from .domain.list_columns import Listed, column_of, list_title, titles_of
from .exporting.archives import ArchiveWriter, Member, safe_name
from .exporting.csv_tables import CsvLayout, CsvWriter
from .exporting.readme import README_NAME, readme_text
from .exporting.tables import Heading
from .exporting.workbooks import WorkbookWriter
from .manager.list_exports import ListQuery
from .sparing import sparing_the_loop

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from homeassistant.core import HomeAssistant

    from .domain.actor import Actor
    from .domain.attachments import Attachment
    from .domain.export_plans import ExportPlan
    from .downloads import DownloadLink
    from .exporting.around import Around
    from .exporting.tables import TableWriter
    from .inventory import Inventory

_IN_ARCHIVE: Final = (Listed.ITEMS, Listed.LOCATIONS, Listed.DEVICES, Listed.LOANS)
_FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableOrder:
    """A list that is written as a table."""

    query: ListQuery
    columns: tuple[str, ...] = ()
    """Keys, in order; the usual ones if there is none."""
    language: str | None = None
    """Of what stands above the columns; None for the keys."""
    layout: CsvLayout = field(default_factory=CsvLayout)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOrder:
    """An export as it is wanted."""

    kind: ExportFormat
    table: TableOrder | None = None
    """Only for a table."""
    has_history: bool = True
    """For what holds everything."""

    @property
    def name(self) -> DatedName:
        """Return what it is called."""
        return DatedName(self.kind, None if self.table is None else self.table.query.listed)


class Exporter:
    """Writes exports, one at a time: each of them reads everything."""

    def __init__(self, hass: HomeAssistant, inventory: Inventory) -> None:
        """Take what is exported."""
        self._hass, self._inventory = hass, inventory
        self._turn = asyncio.Lock()

    async def async_offer(self, actor: Actor, order: ExportOrder) -> tuple[DownloadLink, int]:
        """Make an export that is fetched by a link; return the link and how many rows or records it has.

        Raises NothingToExportError, UnknownColumnError, TooManyRowsError, ExportDiskFullError or ExportUnwritableError.
        """
        async with self.async_making(actor, order) as (file, count):
            name = order.name.at(dt_util.now())
            with _storing(file):
                link = await self._inventory.downloads.async_make(
                    name, MEDIA_TYPES[order.kind], lambda target: _move(file, target)
                )
        return link, count

    @asynccontextmanager
    async def async_making(self, actor: Actor, order: ExportOrder) -> AsyncIterator[tuple[Path, int]]:
        """Give a file with an export, and how many rows or records it has; it is gone afterwards unless it was moved."""
        async with self._turn:
            folder = Path(await self._hass.async_add_executor_job(tempfile.mkdtemp, None, "home_inventory-"))
            try:
                file = folder / f"export.{order.kind}"
                with _storing(file), sparing_the_loop():
                    count = await self._async_write(actor, order, file)
                yield file, count
            finally:
                await self._hass.async_add_executor_job(shutil.rmtree, folder, True)  # noqa: FBT003 - ignore_errors

    async def _async_write(self, actor: Actor, order: ExportOrder, file: Path) -> int:
        """Write an export; return how many rows or records it has."""
        if order.table is not None:
            return await self._async_write_table(actor, order.table, order.kind, file)
        if order.kind is ExportFormat.JSON:
            return await self._inventory.exports.async_write_complete(actor, file, history=order.has_history)
        return await self._async_write_archive(actor, order, file)

    async def _async_write_archive(self, actor: Actor, order: ExportOrder, file: Path) -> int:
        """Write everything, the lists that people look at and all files; return how many records there are."""
        complete = file.with_suffix(".json")
        count = await self._inventory.exports.async_write_complete(actor, complete, history=order.has_history)
        members = [Member(name="inventory.json", file=complete)]
        for listed in _IN_ARCHIVE:
            table = TableOrder(
                query=ListQuery(listed=listed, has_archived=True),
                columns=(ALL_COLUMNS,),
                language=self._hass.config.language,
            )
            part = file.with_name(f"{listed}.csv")
            with suppress(NothingToExportError):
                await self._async_write_table(actor, table, ExportFormat.CSV, part)
                members.append(Member(name=part.name, file=part))
        files = self._inventory.files
        members += [
            Member(name=_file_name(code, each), file=files.path_of(each.digest or ""), is_packed=True)
            for code, each in await self._inventory.list_exports.async_attachments()
        ]
        now = dt_util.now()
        readme = readme_text(self._hass.config.language, self._inventory.name, now)

        def pack() -> None:
            archive = ArchiveWriter(file, now)
            archive.add_text(README_NAME, readme)
            archive.add(members)
            archive.close()

        await self._hass.async_add_executor_job(pack)
        return count

    async def _async_write_table(self, actor: Actor, order: TableOrder, kind: ExportFormat, file: Path) -> int:
        """Write a list; return how many rows it has."""
        lists, query = self._inventory.list_exports, order.query
        is_of_items = query.listed in (Listed.ITEMS, Listed.LOANS)
        item_ids = await lists.async_item_ids(query) if is_of_items else None
        custom = await lists.async_custom_keys(item_ids) if query.listed is Listed.ITEMS else ()
        keys = keys_wanted(query.listed, order.columns, custom)
        headings = _headings(query.listed, keys, order.language)
        around = await self._async_around(actor)
        language = order.language or self._hass.config.language

        def begin() -> TableWriter:
            if kind is ExportFormat.XLSX:
                return WorkbookWriter(file, list_title(query.listed, language), headings)
            return CsvWriter(file, headings, order.layout)

        writer = await self._hass.async_add_executor_job(begin)
        try:
            count = await lists.async_write(query, keys, around, writer, item_ids)
        except BaseException:
            await self._hass.async_add_executor_job(writer.give_up)
            raise
        await self._hass.async_add_executor_job(writer.close)
        return count

    async def _async_around(self, actor: Actor) -> Around:
        """Return what rows name. What people are called is told to admins and automations only, as in the activity."""
        hass, inventory = self._hass, self._inventory
        names = {label.label_id: label.name for label in lr.async_get(hass).async_list_labels()}
        names |= {area.id: area.name for area in ar.async_get(hass).async_list_areas()}
        names |= {floor.floor_id: floor.name for floor in fr.async_get(hass).async_list_floors()}
        names |= {source.id: source.title for source in inventory.sources.infos()}
        if actor.is_admin:
            names |= {user.id: user.name for user in await hass.auth.async_get_users() if user.name}
        return inventory.list_exports.around(today=inventory.today, zone=dt_util.get_default_time_zone(), names=names)


def _file_name(code: str, attachment: Attachment) -> str:
    """Return what the file of an attachment is called in an archive; of two with one name the second gets a number."""
    ending = guess_extension(attachment.media_type or "") or ""
    name = safe_name(attachment.title or attachment.kind)
    return f"files/{code}-{name if name.lower().endswith(ending) else f'{name}{ending}'}"


def scheduled_order(plan: ExportPlan, language: str) -> ExportOrder:
    """Return what a plan exports: everything, or as a table all that is known of the items."""
    if not plan.kind.is_table:
        return ExportOrder(kind=plan.kind, has_history=plan.has_history)
    query = ListQuery(listed=Listed.ITEMS, has_archived=True)
    return ExportOrder(kind=plan.kind, table=TableOrder(query=query, columns=(ALL_COLUMNS,), language=language))


def _headings(listed: Listed, keys: tuple[str, ...], language: str | None) -> list[Heading]:
    """Return the columns of a list with what stands above them."""
    titles = titles_of(listed, keys, language)
    columns = [column_of(listed, key) for key in keys]
    return [
        Heading(title=words, column=column) for words, column in zip(titles, columns, strict=True) if column is not None
    ]


@contextmanager
def _storing(file: Path) -> Iterator[None]:
    """Say what is wrong with the disk."""
    try:
        yield
    except OSError as err:
        raise storage_error(err, file.name) from err


def storage_error(err: OSError, name: str) -> ExportDiskFullError | ExportUnwritableError:
    """Return what is wrong with a disk."""
    if err.errno in _FULL:
        return ExportDiskFullError(file=name)
    return ExportUnwritableError(file=name, reason=err.strerror or type(err).__name__)


def _move(file: Path, target: Path) -> None:
    """Put a file where it is wanted, on whatever disk that is."""
    try:
        file.replace(target)
    except OSError:
        shutil.copyfile(file, target)
