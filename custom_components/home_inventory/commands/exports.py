"""Commands about exports: lists as tables, and everything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ..domain.errors import InvalidValueError, RequiredValueError
from ..domain.export_plans import LATEST_DAY, Every, ExportPlan
from ..domain.exports import ExportFormat
from ..domain.fields import REFERENCE, Choice, Flag, Reader, Text, Texts, Whole, read_fields
from ..domain.item_sort import ItemSort
from ..domain.list_columns import Listed, keys_of, titles_of, usual_keys
from ..export_folders import async_check_folder, async_keep
from ..export_views import schedule_view
from ..exporting.csv_tables import CsvLayout, Delimiter
from ..exports import ExportOrder, TableOrder
from ..manager.list_exports import ListQuery
from .base import Call, Command
from .devices import DEVICE_FILTERS, async_wanted_devices
from .filters import FILTERS, QUESTION, async_wanted
from .history import HISTORY_FILTERS, async_wanted_history

if TYPE_CHECKING:
    from ..views import View


class Headings(StrEnum):
    """What stands above columns."""

    WORDS = "words"
    KEYS = "keys"


_ITEM_FILTERS: Final[Mapping[str, Reader]] = {**QUESTION, **FILTERS, "sort": Choice(ItemSort)}
_FILTERS: Final[Mapping[Listed, Mapping[str, Reader]]] = {
    Listed.ITEMS: _ITEM_FILTERS,
    Listed.LOANS: _ITEM_FILTERS,
    Listed.LOCATIONS: {"location": REFERENCE, "archived": Flag()},
    Listed.DEVICES: DEVICE_FILTERS,
    Listed.HISTORY: HISTORY_FILTERS,
}


@dataclass(frozen=True, slots=True)
class ListFilter:
    """Fields of a filter by their names; which there are depends on what is listed."""

    def read(self, field: str, raw: object) -> dict[str, object]:
        """Return them as they are."""
        if not isinstance(raw, Mapping):
            raise InvalidValueError(field, "fields of a filter by their names expected")
        return dict(raw)


_TABLE: Final[Mapping[str, Reader]] = {
    "what": Choice(Listed),
    "filter": ListFilter(),
    "columns": Texts(300, 300),
    "headings": Choice(Headings),
    "language": Text(35),
    "delimiter": Choice(Delimiter),
    "mark": Flag(),
}
"""What only tables have."""
_ORDER: Final[Mapping[str, Reader]] = {"format": Choice(ExportFormat), **_TABLE, "history": Flag()}


async def _make(call: Call) -> View:
    """Make an export, and return where it is fetched, or where it was put."""
    order, values = await async_read_order(call), call.values
    folder, keep = values.get("folder"), values.get("keep")
    if folder is None:
        if keep is not None:
            raise InvalidValueError("keep", "only with folder")
        link, rows = await call.inventory.exporter.async_offer(call.actor, order)
        return {**link, "rows": rows}
    kept = await async_keep(call.hass, call.inventory, call.actor, order, folder, keep)
    return {
        "name": Path(kept.path).name,
        "path": kept.path,
        "url": None,
        "size": kept.size,
        "rows": kept.rows,
        "removed": list(kept.removed),
    }


async def _schedule(call: Call) -> View:
    """Return what is exported by itself, and what became of it; only admins may know where to."""
    call.actor.require_admin()
    return dict(schedule_view(call.inventory.export_schedule))


async def _set_schedule(call: Call) -> View:
    """Say what is exported by itself; without `every` nothing is any more."""
    call.actor.require_admin()
    values, plan = call.values, None
    if values.get("every") is not None:
        if values.get("folder") is None:
            raise RequiredValueError(field="folder")
        await async_check_folder(call.hass, values["folder"])
        given = {name: values[key] for key, name in _PLAN_FIELDS.items() if values.get(key) is not None}
        plan = ExportPlan(**{"at": time(3), **given})
    await call.inventory.export_schedule.async_set(plan)
    return dict(schedule_view(call.inventory.export_schedule))


async def _run_schedule(call: Call) -> View:
    """Make what is exported by itself now, and say what became of it."""
    await call.inventory.export_schedule.async_run_now(call.actor)
    return dict(schedule_view(call.inventory.export_schedule))


async def _columns(call: Call) -> View:
    """Return the columns that a list can have."""
    listed = call.values.get("what") or Listed.ITEMS
    own = await call.inventory.list_exports.async_custom_keys() if listed is Listed.ITEMS else ()
    keys, usual = (*keys_of(listed), *own), usual_keys(listed)
    titles = titles_of(listed, keys, call.values.get("language") or call.hass.config.language)
    return {
        "columns": [
            {"key": key, "title": title, "usual": key in usual} for key, title in zip(keys, titles, strict=True)
        ]
    }


async def async_read_order(call: Call) -> ExportOrder:
    """Return what is to be exported. Raises InventoryError for a filter that is wrong, or a field that means nothing here."""
    values = call.values
    kind: ExportFormat = values.get("format") or ExportFormat.CSV
    if not kind.is_table:
        if wrong := next((name for name in _TABLE if values.get(name) is not None), None):
            raise InvalidValueError(wrong, f"only for {ExportFormat.CSV} and {ExportFormat.XLSX}")
        return ExportOrder(kind=kind, has_history=values.get("history") is not False)
    if values.get("history") is not None:
        raise InvalidValueError("history", f"only for {ExportFormat.JSON} and {ExportFormat.ZIP}")
    language = values.get("language") or call.hass.config.language
    return ExportOrder(
        kind=kind,
        table=TableOrder(
            query=await _async_query(call, values.get("what") or Listed.ITEMS),
            columns=values.get("columns") or (),
            language=None if values.get("headings") is Headings.KEYS else language,
            layout=CsvLayout(
                delimiter=values.get("delimiter") or Delimiter.COMMA, has_mark=values.get("mark") is not False
            ),
        ),
    )


async def _async_query(call: Call, listed: Listed) -> ListQuery:
    """Return what of a list is wanted, by the fields by which that list is asked for elsewhere."""
    values: dict[str, Any] = read_fields(_FILTERS[listed], call.values.get("filter") or {})
    inner = replace(call, values=values)
    if listed is Listed.DEVICES:
        return ListQuery(listed=listed, devices=await async_wanted_devices(inner))
    if listed is Listed.HISTORY:
        return ListQuery(listed=listed, history=await async_wanted_history(inner))
    if listed is Listed.LOCATIONS:
        locations, around = call.inventory.locations, values.get("location")
        inside = locations.inside(locations.resolve_location(around).id) if around else None
        return ListQuery(listed=listed, inside=inside, archived_places=bool(values.get("archived")))
    wanted, understood = await async_wanted(inner)
    return ListQuery(
        listed=listed,
        items=wanted,
        words=understood.words or None,
        sort=values.get("sort") or (ItemSort.RELEVANCE if understood.words else ItemSort.NAME),
    )


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of the day."""

    def read(self, field: str, raw: object) -> time:
        """Return the time, to the minute."""
        try:
            return time.fromisoformat(raw).replace(second=0, microsecond=0, tzinfo=None)  # type: ignore[arg-type]
        except TypeError, ValueError:
            raise InvalidValueError(field, "time as 03:30 expected") from None


_PLAN_FIELDS: Final[Mapping[str, str]] = {
    "every": "every",
    "at": "at",
    "weekday": "weekday",
    "day": "day",
    "folder": "folder",
    "format": "kind",
    "history": "has_history",
    "keep": "keep",
}
_KEEP: Final = Whole(1, 1000)
EXPORT_COMMANDS: Final = (
    Command(name="export/columns", run=_columns, fields={"what": Choice(Listed), "language": Text(35)}),
    Command(
        name="export/make", action="export_items", run=_make, fields={**_ORDER, "folder": REFERENCE, "keep": _KEEP}
    ),
    Command(name="export/schedule", run=_schedule, fields={}),
    Command(name="export/run_schedule", run=_run_schedule, fields={}),
    Command(
        name="export/set_schedule",
        run=_set_schedule,
        fields={
            "every": Choice(Every),
            "at": ClockTime(),
            "weekday": Whole(0, 6),
            "day": Whole(1, LATEST_DAY),
            "folder": REFERENCE,
            "format": Choice(ExportFormat),
            "history": Flag(),
            "keep": _KEEP,
        },
    ),
)
