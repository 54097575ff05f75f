"""What importing costs: files of many rows as CSV and XLSX, looked at, taken in, taken in once more and taken back."""

from __future__ import annotations

import asyncio
import csv
import io
import time
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiohttp
from openpyxl import Workbook

from tests.real.hass_config import DOMAIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.real.hass_client import HassClient
    from tests.real.hass_process import HassProcess

    type Row = tuple[str, str, str, str]
    """What was done, how long it took, the most memory above idle in it, and how long the event loop stood still."""

HEAD = (
    "Name",
    "Location",
    "Quantity",
    "Category",
    "Manufacturer",
    "Model",
    "Serial number",
    "Price",
    "Purchase date",
    "Barcode",
    "Notes",
)
KINDS = ("csv", "xlsx")
_ROOMS, _SHELVES = 20, 15
_THINGS = ("Cordless drill", "Extension lead", "Storage box", "Table lamp", "Garden hose", "Router", "Kettle")
_MAKERS = ("Bosch", "Philips", "IKEA", "Makita", "Gardena", "AVM")
_FIRST_DAY = date(2010, 1, 1)


def rows_of(count: int) -> Iterator[tuple[Any, ...]]:
    """Yield rows of a household's table; no two mean the same item."""
    for number in range(count):
        thing, maker = _THINGS[number % len(_THINGS)], _MAKERS[number % len(_MAKERS)]
        place = f"Room {number % _ROOMS} / Shelf {number // _ROOMS % _SHELVES}"
        bought = _FIRST_DAY + timedelta(days=number % 5000)
        more = (f"M-{number % 997}", f"SN-{number:08}", 5 + number % 500 / 2, bought, f"40{number:011}")
        yield (
            f"{thing} {number}",
            place,
            1 + number % 9,
            f"Group {number % 40}",
            maker,
            *more,
            "Keep the bill with it",
        )


def file_of(kind: str, count: int) -> bytes:
    """Return a file of so many rows."""
    made = io.BytesIO()
    if kind == "csv":
        text = io.TextIOWrapper(made, encoding="utf-8", newline="", write_through=True)
        csv.writer(text).writerows([HEAD, *rows_of(count)])
        return made.getvalue()
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Things")
    for row in (HEAD, *rows_of(count)):
        sheet.append(row)
    book.save(made)
    return made.getvalue()


async def measure_imports(hass: HassProcess, kind: str, count: int) -> list[Row]:
    """Return the rows of the table for one file; starts Home Assistant."""
    content = await asyncio.to_thread(file_of, kind, count)
    client = await hass.start()
    await client.set_up(DOMAIN, name="Home", places_from_areas=False)
    await asyncio.sleep(5)  # what Home Assistant has to do after a start is over
    meter = _Meter(hass, f"{count:,} rows as {kind.upper()} ({len(content) / 1e6:.1f} MB)")
    preview = await meter.measure("look", _look, client, content)
    counts = preview["answer"]["counts"]
    if counts["new"] != count:
        message = f"Of {count} rows {counts} would have been taken"
        raise RuntimeError(message)
    taken = await meter.measure("take in", client.call, f"{DOMAIN}/import/apply", token=preview["token"])
    again = await meter.measure("the same once more", _look, client, content)
    if again["answer"]["counts"]["unchanged"] != count:
        message = f"The second time there was something to do: {again['answer']['counts']}"
        raise RuntimeError(message)
    await meter.measure("undo", client.call, f"{DOMAIN}/change/undo", batch=taken["batch"])
    await hass.stop()
    return meter.rows


class _Meter:
    """Takes the time and the memory of what is done."""

    def __init__(self, hass: HassProcess, what: str) -> None:
        """Remember how much memory is used when nothing is done."""
        self._hass = hass
        self._what = what
        self._idle = hass.memory()
        self.rows: list[Row] = []

    async def measure(self, name: str, work: Any, *given: Any, **fields: Any) -> Any:
        """Do something and write its row; returns its answer."""
        await self._hass.client.call("loop_watch/read")
        (Path("/proc") / str(self._hass.pid) / "clear_refs").write_text("5")  # the peak is counted from here on
        before = time.perf_counter()
        answer = await work(*given, **fields)
        seconds = time.perf_counter() - before
        peak = (_peak(self._hass.pid) - self._idle) / 2**20
        block = (await self._hass.client.call("loop_watch/read"))["longest_ms"]
        self.rows.append((f"{self._what}: {name}", f"{seconds:.1f} s", f"{peak:.0f} MB", f"{block:.0f} ms"))
        return answer


def _peak(pid: int) -> int:
    """Return the most memory in bytes that a process has held since its peak was forgotten."""
    lines = (Path("/proc") / str(pid) / "status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) * 1024


async def _look(client: HassClient, content: bytes) -> Any:
    """Send a file as the panel does, and look at what it would do."""
    form = aiohttp.FormData()
    form.add_field("file", content, filename="things", content_type="application/octet-stream")
    headers = {"Authorization": f"Bearer {client.tokens['access_token']}"}
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.post(f"{client.url}/api/file_upload", data=form) as response,
    ):
        response.raise_for_status()
        upload = (await response.json())["file_id"]
    return await client.call(f"{DOMAIN}/import/preview", upload=upload)
