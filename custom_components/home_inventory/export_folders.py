"""Exports and reports that are kept in a folder: written whole or not at all, and no more of them than are wanted."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from homeassistant.util import dt as dt_util
from homeassistant.util import raise_if_invalid_path

from .domain.export_errors import ExportFolderError, ExportFolderPublicError
from .exports import storage_error
from .sparing import sparing_the_loop

if TYPE_CHECKING:
    from collections.abc import Callable

    from homeassistant.core import HomeAssistant

    from .domain.actor import Actor
    from .domain.exports import DatedName
    from .exports import ExportOrder
    from .inventory import Inventory

_MEDIA: Final = "media-source://media_source/"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptExport:
    """An export in a folder."""

    path: str
    size: int
    """In bytes."""
    rows: int
    removed: tuple[str, ...]
    """The names of older exports that had to make room."""


async def async_keep(
    hass: HomeAssistant, inventory: Inventory, actor: Actor, order: ExportOrder, folder: str, keep: int | None
) -> KeptExport:
    """Make an export and put it into a folder; the oldest of its kind go when there are more than `keep`.

    Whoever chooses a folder says where all data go: admins and automations only. Raises AdminRequiredError,
    ExportFolderError, ExportFolderPublicError, and what `Exporter.async_making` raises.
    """
    actor.require_admin()
    target = await hass.async_add_executor_job(_folder, hass, folder)
    async with inventory.exporter.async_making(actor, order) as (file, rows):
        name = order.name.at(dt_util.now())
        kept, removed = await hass.async_add_executor_job(_put, file, target, name, order.name, keep)
        return KeptExport(
            path=str(kept), size=(await hass.async_add_executor_job(kept.stat)).st_size, rows=rows, removed=removed
        )


async def async_keep_written(
    hass: HomeAssistant, actor: Actor, write: Callable[[Path], None], name: DatedName, folder: str, keep: int | None
) -> tuple[Path, int]:
    """Let a file be written, in a thread, and put it into a folder; return where it is, and its size in bytes.

    For admins and automations. Raises AdminRequiredError, ExportFolderError, ExportFolderPublicError and what is wrong with the disk.
    """
    actor.require_admin()
    target = await hass.async_add_executor_job(_folder, hass, folder)
    now = dt_util.now()

    def work() -> tuple[Path, int]:
        with tempfile.TemporaryDirectory(prefix="home_inventory-") as made:
            file = Path(made, "file")
            try:
                write(file)
            except OSError as err:
                raise storage_error(err, str(file)) from err
            kept, _ = _put(file, target, name.at(now), name, keep)
            return kept, kept.stat().st_size

    with sparing_the_loop():
        return await hass.async_add_executor_job(work)


async def async_check_folder(hass: HomeAssistant, folder: str) -> None:
    """Raise ExportFolderError, ExportFolderPublicError or what is wrong with the disk, unless exports may go there."""
    await hass.async_add_executor_job(_folder, hass, folder)


def _folder(hass: HomeAssistant, name: str) -> Path:
    """Return the folder that a path or the id of a media folder means; it is made if it is not there yet."""
    path = _of_media(hass, name) if name.startswith(_MEDIA) else Path(hass.config.path(name))
    try:
        raise_if_invalid_path(str(path).lstrip("/"))
        path = path.resolve()
    except OSError, ValueError, RuntimeError:
        raise ExportFolderError(folder=name[:255]) from None
    if path.is_relative_to(Path(hass.config.path("www")).resolve()):
        raise ExportFolderPublicError(folder=name[:255])
    if not hass.config.is_allowed_path(str(path / "export")):
        raise ExportFolderError(folder=name[:255])
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as err:
        raise storage_error(err, str(path)) from err
    return path


def _of_media(hass: HomeAssistant, name: str) -> Path:
    """Return the folder of an id as media browsers show it: "media-source://media_source/local/exports"."""
    source, _, inner = name.removeprefix(_MEDIA).partition("/")
    if source not in hass.config.media_dirs:
        raise ExportFolderError(folder=name[:255])
    return Path(hass.config.media_dirs[source], inner.strip("/"))


def _put(file: Path, folder: Path, name: str, kind: DatedName, keep: int | None) -> tuple[Path, tuple[str, ...]]:
    """Put an export into its folder under its name once all of it is there; then let older ones go."""
    part, target = folder / f".{name}.part", folder / name
    try:
        shutil.copyfile(file, part)
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        part.replace(target)
        removed = _make_room(folder, kind, keep)
    except OSError as err:
        part.unlink(missing_ok=True)
        raise storage_error(err, str(target)) from err
    return target, removed


def _make_room(folder: Path, kind: DatedName, keep: int | None) -> tuple[str, ...]:
    """Delete the oldest exports of a kind, told by their names; nothing else in the folder is touched."""
    if keep is None:
        return ()
    exports = sorted(entry.name for entry in folder.iterdir() if kind.is_one(entry.name) and entry.is_file())
    removed = exports[: max(0, len(exports) - keep)]
    for name in removed:
        (folder / name).unlink(missing_ok=True)
    return tuple(removed)
