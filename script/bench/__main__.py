"""Run everything for each size and print the figures as tables in Markdown."""

from __future__ import annotations

import argparse
import asyncio
import shutil
import sys
import tempfile
from contextlib import nullcontext
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.real.hass_config import CONFIGURATION, REPOSITORY, copy_integration, write_configuration
from tests.real.hass_process import NEWEST, HassProcess
from tests.servers import KINDS as SERVERS
from tests.servers import Server

from .devices import measure_devices
from .imports import KINDS, measure_imports
from .panel import measure_panel
from .runs import Figures, measure
from .searching import SEARCHES_A_SECOND, WRITES_A_SECOND

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

PAGE = REPOSITORY / "docs" / "benchmark.md"
_LOAD = f"{SEARCHES_A_SECOND} searches and {WRITES_A_SECOND} adds a second"
ITEMS, DEVICES, PANEL, IMPORTS = "figures", "devices", "panel", "imports"
"""The parts of the page, between <!-- name --> and <!-- /name -->."""


def main() -> None:
    """Measure, print, and write the page if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--adds", type=int, default=1000)
    parser.add_argument("--devices", action="store_true", help="measure the sources of devices instead")
    parser.add_argument("--panel", action="store_true", help="measure the panel in a browser instead")
    parser.add_argument("--import", action="store_true", dest="imports", help="measure the import of files instead")
    parser.add_argument("--rows", default="50000,100000", help="of the files that are imported")
    parser.add_argument("--server", choices=SERVERS, help="import into a database server instead of SQLite")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    if arguments.devices:
        part, tables = DEVICES, _table_of_devices(asyncio.run(_in_new_home(measure_devices)))
    elif arguments.imports:
        part = f"{IMPORTS}-{arguments.server}" if arguments.server else IMPORTS
        tables = _table_of_imports([int(rows) for rows in arguments.rows.split(",")], arguments.server)
    elif arguments.panel:
        size = max(int(size) for size in arguments.sizes.split(","))
        rows = asyncio.run(_in_new_home(lambda hass: measure_panel(hass, size), frontend=True))
        part, tables = PANEL, _table_of_panel(rows, size)
    else:
        sizes = [int(size) for size in arguments.sizes.split(",")]
        part, tables = ITEMS, _tables([_measured(size, arguments.adds) for size in sizes])
    sys.stdout.write(tables)
    if arguments.write:
        begin, end = f"<!-- {part} -->", f"<!-- /{part} -->"
        before, _, rest = PAGE.read_text().partition(begin)
        PAGE.write_text(f"{before}{begin}\n\n{tables}\n{end}{rest.partition(end)[2]}")


def _measured(size: int, adds: int) -> Figures:
    """Measure one size."""
    sys.stderr.write(f"{size} items ...\n")
    return asyncio.run(_in_new_home(lambda hass: measure(hass, size, adds)))


async def _in_new_home[T](
    work: Callable[[HassProcess], Awaitable[T]], *, frontend: bool = False, db_url: str | None = None
) -> T:
    """Measure in a folder of its own, whose event loop is watched."""
    with tempfile.TemporaryDirectory(prefix="home-inventory-bench-") as folder:
        config = Path(folder)
        copy_integration(config, frontend=frontend)
        shutil.copytree(Path(__file__).parent / "loop_watch", config / "custom_components" / "loop_watch")
        configuration = (
            CONFIGURATION.replace("recorder:\n", f"recorder:\n  db_url: {db_url}\n") if db_url else CONFIGURATION
        )
        (config / "configuration.yaml").write_text(f"{configuration}\nloop_watch:\n")
        hass = HassProcess(config, NEWEST)
        write_configuration(config, hass.port)
        try:
            return await work(hass)
        finally:
            await hass.kill()


def _table_of_devices(rows: list[tuple[str, str, str]]) -> str:
    """Return the figures of the sources."""
    body = "".join(f"| {' | '.join(row)} |\n" for row in rows)
    head = "| | takes | longest event-loop block |\n|---|---:|---:|\n"
    return f"Measured {datetime.now(UTC):%Y-%m-%d}.\n\n{head}{body}"


def _table_of_imports(sizes: list[int], kind: str | None) -> str:
    """Import files of these sizes, each into a home of its own, and return the figures."""
    with Server(kind) if kind else nullcontext() as server:
        rows = [
            row
            for file in KINDS
            for size in sizes
            for row in asyncio.run(
                _in_new_home(partial(measure_imports, kind=file, count=size), db_url=server and server.new_database())
            )
        ]
    body = "".join(f"| {' | '.join(row)} |\n" for row in rows)
    head = "| | takes | most memory above idle | longest event-loop block |\n|---|---:|---:|---:|\n"
    return f"Measured {datetime.now(UTC):%Y-%m-%d}.\n\n{head}{body}"


def _table_of_panel(rows: list[tuple[str, str]], size: int) -> str:
    """Return the figures of the panel."""
    body = "".join(f"| {' | '.join(row)} |\n" for row in rows)
    return f"Measured {datetime.now(UTC):%Y-%m-%d}.\n\n| | {size:,} items |\n|---|---:|\n{body}"


def _tables(measured: list[Figures]) -> str:
    """Return the figures."""
    rows: list[tuple[str, list[str]]] = []
    for name in ("add", "add without journal", "move", "list page", "search"):
        rows += [
            (f"{name}: p50 / p95 / max", [_spread(figures.latencies[name]) for figures in measured]),
            (f"{name}: CPU per call", [_ms(figures.cpu[name] / len(figures.latencies[name])) for figures in measured]),
        ]
        if name in measured[0].plain:
            rows += [
                (f"{name} in plain SQL: p50 / p95 / max", [_spread(figures.plain[name]) for figures in measured]),
                (f"{name}: times plain SQL (p50)", [f"{_ratio(figures, name):.1f}" for figures in measured]),
            ]
    rows += [
        (f"{measured[0].adds} adds: CPU seconds", [f"{figures.cpu['add']:.2f}" for figures in measured]),
        (
            f"{measured[0].adds} adds without journal: CPU seconds",
            [f"{figures.cpu['add without journal']:.2f}" for figures in measured],
        ),
        ("rebuild from the journal", [f"{figures.rebuild_seconds:.1f} s" for figures in measured]),
        ("rebuild from the journal: CPU seconds", [f"{figures.cpu['rebuild']:.1f}" for figures in measured]),
        ("snapshot", [_snapshot(figures) for figures in measured]),
        ("first 100 adds / last 100 adds: p50", [_drift(figures) for figures in measured]),
        (
            "100 parallel +1: total, all done after",
            [f"{figures.parallel_total:g}, {_ms(figures.parallel_seconds)}" for figures in measured],
        ),
        ("100 times +1 in plain SQL", [_ms(sum(figures.plain["+1"])) for figures in measured]),
        *[
            (f"{name}: p50 / p99 / max", [_tail(figures.latencies[name]) for figures in measured])
            for name in ("add in a flood", "add in a purge")
        ],
        ("bytes pushed per change: mean / most", [_bytes(figures) for figures in measured]),
        ("set-up (reload of the entry)", [_ms(figures.setup_seconds) for figures in measured]),
        ("first search index complete after", [f"{figures.first_index_seconds:.1f} s" for figures in measured]),
        ("set-up and search index from its file", [_ms(figures.index_seconds) for figures in measured]),
        ("search in its thread: p50 / p95 / max", [_spread(figures.searched) for figures in measured]),
        ("search right after an add: p50 / p95 / max", [_spread(figures.visible) for figures in measured]),
        ("added and not found at once, of 100", [f"{figures.unseen}" for figures in measured]),
        (f"{_LOAD}, search: p50 / p95 / max", [_spread(figures.load.searches) for figures in measured]),
        (f"{_LOAD}, add: p50 / p95 / max", [_spread(figures.load.writes) for figures in measured]),
        (f"{_LOAD}, stale answers", [f"{figures.load.stale}" for figures in measured]),
        ("memory above idle", [f"{(figures.memory - figures.idle_memory) / 2**20:.0f} MB" for figures in measured]),
    ]
    rows += [
        (f"longest event-loop block: {name}", [_ms(figures.blocks[name] / 1000) for figures in measured])
        for name in measured[0].blocks
    ]
    head = "| | " + " | ".join(f"{figures.size:,} items" for figures in measured) + " |\n"
    body = "".join(f"| {name} | {' | '.join(values)} |\n" for name, values in rows)
    return f"Measured {datetime.now(UTC):%Y-%m-%d}.\n\n{head}|---|{'---:|' * len(measured)}\n{body}"


def _ratio(figures: Figures, name: str) -> float:
    """Return how many times as long as plain SQL something takes."""
    return _part(figures.latencies[name], 0.5) / _part(figures.plain[name], 0.5)


def _drift(figures: Figures) -> str:
    """Return whether adding gets slower."""
    adds = figures.latencies["add"]
    return f"{_ms(_part(adds[:100], 0.5))} / {_ms(_part(adds[-100:], 0.5))}"


def _snapshot(figures: Figures) -> str:
    """Return how long a snapshot takes and how big it is."""
    return f"{figures.snapshot_seconds:.1f} s, {figures.snapshot_bytes / 2**20:.1f} MB"


def _bytes(figures: Figures) -> str:
    """Return the size of notices."""
    sizes = figures.notice_bytes
    return f"{sum(sizes) / len(sizes):.0f} / {max(sizes)}"


def _spread(durations: list[float]) -> str:
    """Return median, 95th percentile and maximum."""
    return " / ".join(f"{_part(durations, part) * 1000:.1f}" for part in (0.5, 0.95, 1)) + " ms"


def _tail(durations: list[float]) -> str:
    """Return median, 99th percentile and maximum."""
    return " / ".join(f"{_part(durations, part) * 1000:.1f}" for part in (0.5, 0.99, 1)) + " ms"


def _part(durations: list[float], part: float) -> float:
    """Return a percentile."""
    ordered = sorted(durations)
    return ordered[min(int(len(ordered) * part), len(ordered) - 1)]


def _ms(seconds: float) -> str:
    """Return a duration in milliseconds."""
    return f"{seconds * 1000:.1f} ms"


if __name__ == "__main__":
    main()
