"""The command that makes reports: for the insurance, about warranties, stock, and devices with their addresses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from homeassistant.util import dt as dt_util

from ..domain.device_filters import DeviceFilter
from ..domain.devices import Status
from ..domain.errors import InvalidValueError, ValueTooLongError
from ..domain.exports import DatedName
from ..domain.fields import REFERENCE, Choice, Choices, Day, Number, Reader, Text, Whole, read_fields
from ..domain.reports import Depreciation, DepreciationKind, ReportFormat, ReportKind
from ..export_folders import async_keep_written
from ..manager.reports import ReportQuery
from ..report_shapes import ReportFile
from .base import Call, Command
from .filters import FILTERS, QUESTION, async_wanted

if TYPE_CHECKING:
    from pathlib import Path

    from ..domain.report_entries import Report
    from ..downloads import DownloadLink
    from ..inventory import Inventory
    from ..views import View

_DEVICE_FILTERS: Final[Mapping[str, Reader]] = {"location": REFERENCE, "device_status": Choices(Status)}
_MOST_YEARS: Final = 100
_YEARS: Final = 10
_DAYS: Final = 36_500
_MOST_CATEGORIES: Final = 200
_SAID: Final = ("query", "manufacturer", "vendor", "borrower", "currency")
"""Fields of a filter that say by themselves what they ask for."""
_LETTER_COUNTRIES: Final = frozenset(
    {"US", "CA", "MX", "PH", "CL", "CO", "VE", "CR", "GT", "DO", "PA", "SV", "NI", "PR"}
)
"""Where paper has the size of a letter (8.5 by 11 inches)."""
_MEDIA_TYPES: Final[Mapping[ReportFormat, str]] = {
    ReportFormat.PDF: "application/pdf",
    ReportFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True)
class ReportFilter(Reader):
    """Fields of a filter by their names; which there are depends on what the report is about."""

    def read(self, field: str, raw: object) -> dict[str, object]:
        """Return them as they are."""
        if not isinstance(raw, Mapping):
            raise InvalidValueError(field, "fields of a filter by their names expected")
        return dict(raw)


@dataclass(frozen=True, slots=True)
class CategoryYears(Reader):
    """Years by the names or paths of categories."""

    def read(self, field: str, raw: object) -> dict[str, int]:
        """Return the years."""
        if not isinstance(raw, Mapping):
            raise InvalidValueError(field, "years by the names of categories expected")
        if len(raw) > _MOST_CATEGORIES:
            raise ValueTooLongError(field=field, limit=_MOST_CATEGORIES)
        read: dict[str, int] = {}
        for name, years in raw.items():
            key = Text(1000).read(field, name)
            if key is None:
                raise InvalidValueError(field, "a name is empty")
            read[key] = Whole(0, _MOST_YEARS).read(f"{field}.{key[:40]}", years)
        return read


_RULE: Final[Mapping[str, Reader]] = {
    "depreciation": Choice(DepreciationKind),
    "years": Whole(1, _MOST_YEARS),
    "residual": Number(Decimal(0), Decimal(100), 2),
    "category_years": CategoryYears(),
}
_FIELDS: Final[Mapping[str, Reader]] = {
    "report": Choice(ReportKind),
    "format": Choice(ReportFormat),
    "location": REFERENCE,
    "filter": ReportFilter(),
    "language": Text(35),
    "date": Day(),
    "days": Whole(0, _DAYS),
    "folder": REFERENCE,
    "keep": Whole(1, 1000),
    **_RULE,
}
_ONLY_FOR: Final[Mapping[str, ReportKind]] = {**dict.fromkeys(_RULE, ReportKind.INSURANCE), "days": ReportKind.WARRANTY}


async def _make(call: Call) -> View:
    """Make a report, and return where it is fetched."""
    values = call.values
    kind, form = values["report"], values.get("format") or ReportFormat.PDF
    wrong = next((name for name, only in _ONLY_FOR.items() if values.get(name) is not None and kind is not only), None)
    if wrong:
        raise InvalidValueError(wrong, f"only for a report of the kind {_ONLY_FOR[wrong]}")
    report = await (_async_devices(call) if kind is ReportKind.DEVICES else _async_items(call, kind))
    now, language = dt_util.now(), values.get("language") or call.hass.config.language
    write = partial(
        _write,
        report,
        household=call.inventory.name,
        place=_place_of(call),
        narrowed=_narrowed(values.get("filter") or {}),
        made_at=now,
        kind=form,
        language=language,
        is_letter=call.hass.config.country in _LETTER_COUNTRIES,
    )
    link = await _async_hand_over(call, DatedName(form, f"report-{kind}"), _MEDIA_TYPES[form], write)
    return dict(ReportFile(**link, report=kind, format=form, entries=len(report.entries)))


async def _async_hand_over(call: Call, name: DatedName, media_type: str, write: Callable[[Path], None]) -> DownloadLink:
    """Write a report to where it is fetched, or into a folder."""
    folder, keep = call.values.get("folder"), call.values.get("keep")
    if folder is not None:
        kept, size = await async_keep_written(call.hass, call.actor, write, name, folder, keep)
        return {"name": kept.name, "path": str(kept), "url": None, "size": size}
    if keep is not None:
        raise InvalidValueError("keep", "only with folder")
    return await call.inventory.downloads.async_make(name.at(dt_util.now()), media_type, write)


def _write(report: Report, file: Path, *, kind: ReportFormat, language: str, is_letter: bool, **heading: Any) -> None:
    """Write the file of a report; runs in a thread."""
    from ..reports.heading import Heading  # noqa: PLC0415 - heavy, and needed by few
    from ..reports.making import write_report  # noqa: PLC0415

    write_report(report, Heading(**heading), file, kind=kind, language=language, is_letter=is_letter)


async def _async_items(call: Call, kind: ReportKind) -> Report:
    """Return what stands in a report about items."""
    values, inventory = call.values, call.inventory
    given = dict(values.get("filter") or {})
    if values.get("location") is not None:
        given["location"] = values["location"]
    wanted, understood = await async_wanted(replace(call, values=read_fields({**QUESTION, **FILTERS}, given)))
    query = ReportQuery(
        on=values.get("date") or inventory.today,
        home_id=inventory.home_id,
        currency=inventory.currency,
        wanted=wanted,
        words=understood.words or None,
    )
    if kind is ReportKind.INSURANCE:
        return await inventory.reports.async_insurance(query, _rule(inventory, values))
    if kind is ReportKind.WARRANTY:
        days = values.get("days")
        return await inventory.reports.async_warranty(query, inventory.warning_days if days is None else days)
    return await inventory.reports.async_stock(query)


async def _async_devices(call: Call) -> Report:
    """Return what stands in a report about devices; only today is known how they are doing."""
    values, inventory = call.values, call.inventory
    if values.get("date") is not None:
        raise InvalidValueError("date", "not for a report about devices: it tells how they are today")
    given: dict[str, Any] = read_fields(_DEVICE_FILTERS, values.get("filter") or {})
    location, statuses = values.get("location") or given.get("location"), given.get("device_status")
    wanted = DeviceFilter(statuses=frozenset(statuses) if statuses else None)
    sources = inventory.sources.infos()
    if location is not None:
        place = inventory.locations.resolve_location(location)
        at_site = [source.id for source in sources if source.site_id == place.id]
        wanted = replace(wanted, site=inventory.devices.at_site(place.id, at_site))
    return await inventory.reports.async_devices(
        wanted, sources, on=inventory.today, home_id=inventory.home_id, zone=dt_util.get_default_time_zone()
    )


def _rule(inventory: Inventory, values: Mapping[str, Any]) -> Depreciation:
    """Return by which rule things lose value. Raises InventoryError for an unknown category."""
    kind = values.get("depreciation") or DepreciationKind.NONE
    numbers = next((name for name in _RULE if name != "depreciation" and values.get(name) is not None), None)
    if kind is DepreciationKind.NONE and numbers:
        raise InvalidValueError(numbers, f"only for the depreciation {DepreciationKind.STRAIGHT_LINE}")
    years = values.get("category_years") or {}
    return Depreciation(
        kind=kind,
        years=values.get("years") or _YEARS,
        residual=values.get("residual") or Decimal(0),
        category_years={inventory.categories.resolve(name).id: count for name, count in years.items()},
    )


def _place_of(call: Call) -> str | None:
    """Return the path of the place that a report covers."""
    reference: Any = call.values.get("location") or (call.values.get("filter") or {}).get("location")
    locations = call.inventory.locations
    return None if reference is None else locations.path(locations.resolve_location(str(reference)).id)


def _narrowed(given: Mapping[str, Any]) -> str | None:
    """Return by what a report was narrowed, in the words in which it was asked for."""
    parts = [
        str(value) if name in _SAID else f"{name}: {', '.join(value) if isinstance(value, list | tuple) else value}"
        for name, value in given.items()
        if name not in ("location", "language", "keep_as_words") and value not in (None, False, "")
    ]
    return " · ".join(parts) or None


REPORT_COMMANDS: Final = (
    Command(
        name="report/make",
        action="make_report",
        run=_make,
        fields=_FIELDS,
        required=("report",),
    ),
)
