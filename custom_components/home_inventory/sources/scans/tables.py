"""Rows of a table of hosts, from CSV or JSON, by their layout."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final

from ...domain.addresses import normalize_ip, normalize_mac
from ...domain.observations import Link, Origin, Presence
from .errors import ScanColumnsError, ScanUnreadableError
from .hosts import MAX_HOSTS, Host, Reading, Reason, clean
from .layouts import Column, Layout, guessed_layout, known_layout, mapped_layout
from .times import parse_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import tzinfo

    from ...domain.models import Json

_DELIMITERS: Final = ",;\t|"
_SAMPLE: Final = 20
_FING_LOG: Final = re.compile(r"\d{4}/\d\d/\d\d \d\d:\d\d:\d\d;\w+;[^;]*;[^;]*;[^;]*;[^;]*;")
_FING_LAYOUT: Final = Layout(
    # Fing's command line, `-o log,csv`: time; state; address; (empty); host name; hardware address; maker.
    format="fing_log",
    columns={
        "1": Column.LAST_SEEN,
        "2": Column.STATE,
        "3": Column.IP,
        "5": Column.HOST_NAME,
        "6": Column.MAC,
        "7": Column.VENDOR,
    },
)

_HOST_FIELDS: Final = {
    Column.VENDOR: "vendor",
    Column.MODEL: "model",
    Column.SERIAL: "serial",
    Column.FIRMWARE: "firmware",
    Column.TYPE: "device_type",
    Column.PLACE: "place",
}


def read_csv(text: str, zone: tzinfo, mapping: Mapping[str, Column] | None = None) -> tuple[str, Reading]:
    """Return the format's name and its hosts.

    Columns without a header are called "1", "2", ...; `mapping` names columns of a program that is not known. Raises
    ScanColumnsError if no column holds addresses, ScanUnreadableError for what is no CSV.
    """
    if _FING_LOG.match(text):
        numbered = ((line, _numbered(cells)) for line, cells in _records(text, ";"))
        return _FING_LAYOUT.format, read_rows(numbered, _FING_LAYOUT, zone)
    names, body = csv_table(text)
    layout = layout_of(names, [cells for _, cells in body[:_SAMPLE]], mapping)
    rows = ((line, dict(zip(names, cells, strict=False))) for line, cells in body)
    return layout.format, read_rows(rows, layout, zone)


def csv_table(text: str) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """Return the names of the columns of a CSV, and its rows with their lines. Raises ScanUnreadableError."""
    delimiter = max(_DELIMITERS, key=text.partition("\n")[0].count)
    records = list(_records(text, delimiter))
    first = records[0][1] if records else []
    has_header = not any(normalize_mac(cell) or normalize_ip(cell) for cell in first)
    names = [name.strip() for name in first] if has_header else [str(place) for place in range(1, len(first) + 1)]
    return names, records[1:] if has_header else records


def layout_of(names: list[str], sample: list[list[str]], mapping: Mapping[str, Column] | None) -> Layout:
    """Return what columns mean. Raises ScanColumnsError if none holds addresses."""
    layout = mapped_layout(mapping) if mapping else known_layout(names) or guessed_layout(names, sample)
    present = {layout.columns.get(name.casefold()) for name in names}
    if not present & {Column.MAC, Column.IP}:
        raise ScanColumnsError(tuple(cleaned for name in names[:50] if (cleaned := clean(name))))
    return layout


def read_rows(rows: Iterable[tuple[int, Mapping[str, Json]]], layout: Layout, zone: tzinfo) -> Reading:
    """Return the hosts of rows, each with its line and its cells by the names of their columns."""
    reading = Reading()
    for line, cells in rows:
        if not any(cells.values()):
            continue
        host = Host(line=line, presence=layout.default)
        taken = [
            _take(reading, host, layout, column, value, zone)
            for name, value in cells.items()
            if (column := layout.columns.get(name.casefold())) is not None
        ]
        if not all(taken) or (layout.needs_mac and host.mac is None):
            continue
        if host.mac or host.ips:
            reading.add(host)
        else:
            reading.complain(line, Reason.NO_ADDRESS)
    return reading


def _take(reading: Reading, host: Host, layout: Layout, column: Column, value: Json, zone: tzinfo) -> bool:
    """Take one cell; return whether the row can still be a host."""
    if column is Column.STATE:
        presence = _presence(value, layout)
        host.presence = presence or host.presence
        return presence is not None or not layout.drops_other_states
    if column is Column.IP:
        _take_addresses(reading, host, layout, value)
    elif column is Column.MAC:
        # A table of such a program has rows for what is no device: they are no mistake.
        host.mac = normalize_mac(clean(value) or "") if layout.needs_mac else reading.mac_of(host.line, value)
    elif column in {Column.NAME, Column.HOST_NAME}:
        named = Origin.SCAN if layout.format == "table" else Origin.CONTROLLER
        host.add_name(value, named if column is Column.NAME else layout.host_names)
    elif column is Column.UPLINK:
        host.uplink = host.uplink or normalize_mac(clean(value) or "")
    elif column is Column.LAST_SEEN:
        host.seen_at = parse_time(value, zone)
    elif column in {Column.WIRED, Column.WIRELESS}:
        if isinstance(value, bool):
            host.link = Link.WIFI if value is (column is Column.WIRELESS) else Link.ETHERNET
    else:
        setattr(host, _HOST_FIELDS[column], clean(value))
    return True


def _take_addresses(reading: Reading, host: Host, layout: Layout, value: Json) -> None:
    """Take the addresses of a cell: one, or several between commas or blanks."""
    written = value if isinstance(value, list) else re.split(r"[\s,;]+", value) if isinstance(value, str) else []
    for text in written[:_SAMPLE]:
        known = normalize_ip(clean(text) or "") if layout.needs_mac else reading.ip_of(host.line, text)
        if known and known not in host.ips:
            host.ips.append(known)


def _presence(value: Json, layout: Layout) -> Presence | None:
    """Return what a state says. `ip -j neigh` gives a list of words, others a word, a number or yes and no."""
    if isinstance(value, list):
        value = value[0] if value else None
    text = str(value).casefold() if isinstance(value, bool) else (clean(value) or "").casefold()
    return layout.states.get(text)


def _numbered(cells: list[str]) -> dict[str, Json]:
    """Return cells by their places, from 1."""
    return {str(place): cell for place, cell in enumerate(cells, 1)}


def _records(text: str, delimiter: str) -> Iterable[tuple[int, list[str]]]:
    """Give the rows that are not empty, each with its first line. Stops where there are too many anyway."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
            if line > MAX_HOSTS * 20:
                return
    except csv.Error:
        raise ScanUnreadableError("csv", reader.line_num) from None
