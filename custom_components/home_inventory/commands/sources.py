"""Commands about sources of devices: how they are doing, running them, and taking in scan files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..domain.fields import REFERENCE, Flag
from ..source_views import differences_view, result_view, run_view, source_view
from ..sources.scans.inspecting import inspect_scan
from ..sources.scans.layouts import Column
from ..sources.scans.reading import MAX_MEGABYTES
from .base import PAGING, Call, Command
from .device_fields import Columns, LongText
from .scan_files import async_read_content

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..domain.fields import Reader
    from ..sources.scans.hosts import Problem
    from ..views import View

_HOW: Final[Mapping[str, Reader]] = {"dry_run": Flag(), "confirmed": Flag()}
_LONGEST: Final = MAX_MEGABYTES * 1_000_000
_CONTENT: Final[Mapping[str, Reader]] = {
    "path": REFERENCE,
    "content": LongText(_LONGEST),
    "data": LongText(_LONGEST * 4 // 3 + 4),
}


async def _list(call: Call) -> View:
    """Return all sources."""
    return {"sources": [source_view(call.inventory, status) for status in call.inventory.sources.statuses()]}


async def _sync(call: Call) -> View:
    """Ask a source now, or only look at what that would bring."""
    call.actor.require_write()
    source = call.inventory.sources.resolve(call.values["source"])
    result = await call.inventory.sources.async_sync(call.actor, source.id, **_how(call))
    return result_view(call.inventory, result)


async def _runs(call: Call) -> View:
    """Return a page of runs, of one source or of all."""
    source = call.values.get("source")
    source_id = None if source is None else call.inventory.sources.resolve(source).id
    page = await call.inventory.devices.async_runs(source_id, **call.paging())
    return {"runs": [run_view(run) for run in page.entries], "total": page.total}


async def _diff(call: Call) -> View:
    """Return what differs between two runs."""
    return {
        "differences": differences_view(
            await call.inventory.devices.async_diff(call.values["first"], call.values["second"])
        )
    }


async def _inspect_scan(call: Call) -> View:
    """Return what a scan file is, and what the columns of a table seem to hold; nothing is taken in."""
    call.actor.require_write()
    content = await async_read_content(call.hass, call.values)
    found = await call.hass.async_add_executor_job(inspect_scan, content)
    columns = [
        {"name": column.name, "holds": column.holds, "examples": list(column.examples)} for column in found.columns
    ]
    return {"format": found.format, "hosts": found.hosts, "columns": columns, "kinds": list(Column)}


async def _import_scan(call: Call) -> View:
    """Take in a scan file, or only look at what it would bring."""
    call.actor.require_write()
    values, sources = call.values, call.inventory.sources
    site = values.get("site")
    site_id = call.inventory.home_id if site is None else call.inventory.locations.resolve_location(site).id
    content = await async_read_content(call.hass, values)
    scan = await sources.async_read_scan(content, site_id=site_id, mapping=values.get("mapping"))
    result = await sources.async_import_scan(call.actor, scan, site_id=site_id, **_how(call))
    problems = [_problem_view(problem) for problem in scan.problems]
    return {**result_view(call.inventory, result), "format": scan.format, "problems": problems}


def _how(call: Call) -> dict[str, bool]:
    """Return whether it is only a look, and whether an implausible answer is believed."""
    return {name: bool(call.values.get(name)) for name in _HOW}


def _problem_view(problem: Problem) -> View:
    """Return what is wrong with a row of a scan file."""
    return {"line": problem.line, "reason": problem.reason.value, "value": problem.value}


SOURCE_COMMANDS: Final = (
    Command(name="source/list", run=_list, fields={}),
    Command(
        name="source/sync",
        action="sync_source",
        run=_sync,
        fields={"source": REFERENCE, **_HOW},
        required=("source",),
    ),
    Command(name="source/runs", run=_runs, fields={"source": REFERENCE, **PAGING}),
    Command(
        name="source/diff",
        run=_diff,
        fields={"first": REFERENCE, "second": REFERENCE},
        required=("first", "second"),
    ),
    Command(name="source/inspect_scan", run=_inspect_scan, fields=_CONTENT),
    Command(
        name="source/import_scan",
        action="import_scan",
        run=_import_scan,
        fields={
            **_CONTENT,
            "site": REFERENCE,
            "mapping": Columns(),
            **_HOW,
        },
    ),
)
