"""Commands about files of other programs: looking at them and taking them in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from ..domain.errors import InvalidValueError, RequiredValueError, ValueTooLongError
from ..domain.fields import REFERENCE, Choice, Flag, Reader, Text, Url
from ..domain.imports import ImportNameMissingError, Target
from ..files import FILE_LIMIT
from ..grocy_access import async_ask_grocy
from ..import_views import answer_view, preview_view
from ..importing.complete import CompleteFile, open_complete
from ..importing.errors import ImportTooLargeError
from ..importing.formats import FORMATS, Format, format_of
from ..importing.homebox_archive import open_collection
from ..importing.limits import MAX_COLUMNS, MAX_MEGABYTES
from ..importing.opening import Opened, open_file
from ..importing.reading import read_table
from ..sparing import sparing_the_loop
from .base import Call, Command
from .complete_imports import async_apply_complete, async_preview_complete
from .device_fields import LongText
from .scan_files import async_read_content

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..domain.imports import Reading
    from ..views import View

_LONGEST: Final = MAX_MEGABYTES * 1_000_000
_WAYS: Final = ("content", "data", "path", "upload")


@dataclass(frozen=True, slots=True)
class TargetColumns(Reader):
    """What the columns of a table hold: our words by the names of the columns; null leaves a column out."""

    def read(self, field: str, raw: object) -> dict[str, Target]:
        """Return the words."""
        if not isinstance(raw, dict) or not raw:
            raise InvalidValueError(field, "names of columns and what they hold expected")
        if len(raw) > MAX_COLUMNS:
            raise ValueTooLongError(field=field, limit=MAX_COLUMNS)
        read: dict[str, Target] = {}
        for name, word in raw.items():
            key = Text(300).read(field, name)
            if key is None:
                raise InvalidValueError(field, "a name is empty")
            if word is not None:
                Choice(Target).read(f"{field}.{key[:40]}", word)
                read[key] = Target(str(word))
        return read


@dataclass(frozen=True, slots=True)
class FormatName(Reader):
    """One of the programs whose files are known."""

    def read(self, field: str, raw: object) -> str:
        """Return the name."""
        if not isinstance(raw, str) or raw not in FORMATS:
            raise InvalidValueError(field, f"one of {', '.join(FORMATS)} expected")
        return raw


_FILE: Final[Mapping[str, Reader]] = {
    "path": REFERENCE,
    "content": LongText(_LONGEST),
    "data": LongText(_LONGEST * 4 // 3 + 4),
    "upload": REFERENCE,
    "token": REFERENCE,
    "format": FormatName(),
    "sheet": Text(255),
    "mapping": TargetColumns(),
}


@dataclass(frozen=True, slots=True)
class _File:
    """A file, whose it is, and what its columns hold."""

    raw: Opened
    """As it was opened, for the next look at it with other eyes."""
    opened: Opened
    known: Format
    mapping: dict[str, Target]


async def _preview(call: Call) -> View:
    """Return what a file is and what it would do; it is kept for a while under a token."""
    call.actor.require_write()
    raw = await _async_raw(call)
    if isinstance(raw, CompleteFile):
        return await async_preview_complete(call, raw)
    file = await _async_open(call, raw)
    imports = call.inventory.imports
    token = call.values.get("token") or imports.keep(call.actor, file.raw)
    try:
        planned = await imports.async_preview(call.actor, await _async_read(call, file), call.inventory.currency)
    except ImportNameMissingError:
        planned = None
    return dict(preview_view(token, file.opened, file.known, file.mapping, planned))


async def _apply(call: Call) -> View:
    """Take in a file, or only look at what it would do."""
    call.actor.require_write()
    raw = await _async_raw(call)
    if isinstance(raw, CompleteFile):
        return await async_apply_complete(call, raw)
    file = await _async_open(call, raw)
    imports, currency = call.inventory.imports, call.inventory.currency
    reading = await _async_read(call, file)
    if call.values.get("dry_run"):
        planned = await imports.async_preview(call.actor, reading, currency)
        return dict(answer_view(file.opened, file.known, planned))
    all_or_nothing = not call.values.get("partial")
    portions = None if file.raw.packed is None else file.raw.packed.portions
    planned = await imports.async_take_in(
        call.actor, reading, currency, all_or_nothing=all_or_nothing, portions=portions
    )
    imports.let_go(call.values.get("token"))
    if call.values.get("mapping"):
        await call.inventory.import_memory.async_keep(file.opened.table.columns, file.mapping)
    return dict(answer_view(file.opened, file.known, planned))


async def _async_raw(call: Call) -> Opened | CompleteFile:
    """Return the file that is meant as it was opened: sent with the call, asked for at its program, or looked at before."""
    if (token := call.values.get("token")) is not None:
        kept: Opened | CompleteFile = call.inventory.imports.kept(call.actor, token)
        return kept
    if call.values.get("url"):
        return await _async_ask(call)
    too_large = lambda: ImportTooLargeError(MAX_MEGABYTES)  # noqa: E731 - made where it is raised
    with sparing_the_loop():
        content: bytes | Opened | CompleteFile = await async_read_content(
            call.hass, call.values, _WAYS, too_large, _LONGEST, of_any_size=_open_large
        )
        if isinstance(content, bytes):
            return await call.hass.async_add_executor_job(open_file, content)
        return content


def _open_large(file: BinaryIO) -> Opened | CompleteFile | None:
    """Return what may be larger than a table: a complete export, or a collection with its photos and papers."""
    return open_complete(file) or open_collection(file, FILE_LIMIT)


async def _async_open(call: Call, raw: Opened) -> _File:
    """Return whose a file is, and what its columns hold."""
    values = call.values
    if (sheet := values.get("sheet")) is not None:
        with sparing_the_loop():
            raw = await call.hass.async_add_executor_job(raw.on_sheet, sheet)
    name = values.get("format") or raw.format
    known = FORMATS[name] if name else format_of(raw.table.columns)
    with sparing_the_loop():
        table = await call.hass.async_add_executor_job(known.tidy, raw.table)
    columns = table.columns
    mapping = values.get("mapping") or await _async_remembered(call, columns) or known.mapping(columns)
    return _File(raw, replace(raw, table=table), known, mapping)


async def _async_ask(call: Call) -> Opened:
    """Return what a Grocy holds. Only for administrators: Home Assistant may reach what its users may not."""
    call.actor.require_admin()
    if any(call.values.get(name) for name in _WAYS):
        raise RequiredValueError(field=" / ".join((*_WAYS, "url")))
    if not call.values.get("key"):
        raise RequiredValueError(field="key")
    return await async_ask_grocy(call.hass, call.values["url"], call.values["key"])


async def _async_remembered(call: Call, columns: tuple[str, ...]) -> dict[str, Target] | None:
    """Return what was said about these columns the last time; who names a format wants its own."""
    return None if call.values.get("format") else await call.inventory.import_memory.async_recall(columns)


async def _async_read(call: Call, file: _File) -> Reading:
    """Return what the rows of a file say."""
    month_first = call.hass.config.country == "US"
    report = call.inventory.imports.progress.reporter(call.actor)

    def read() -> Reading:
        return read_table(file.opened.table, file.known, file.mapping, month_first=month_first, report=report)

    with sparing_the_loop():
        return await call.hass.async_add_executor_job(read)


_HOW: Final[Mapping[str, Any]] = {"partial": Flag(), "dry_run": Flag(), "history": Flag()}
_ASKED: Final[Mapping[str, Reader]] = {"url": Url(), "key": Text(255)}
IMPORT_COMMANDS: Final = (
    Command(name="import/preview", run=_preview, fields={**_FILE, **_ASKED}),
    Command(name="import/apply", action="import_items", run=_apply, fields={**_FILE, **_HOW}),
)
