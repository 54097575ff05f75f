"""The door to scan files: which format it is, and what it says."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Final, NoReturn

from ...domain.decoding import decode
from ...domain.observations import Harvest
from .errors import ScanEmptyError, ScanFormatError, ScanTooLargeError, ScanUnreadableError
from .hosts import Reason, conflicts_of, observations_of
from .lines import is_arp_scan, is_leases, is_neighbours, read_arp_scan, read_leases, read_neighbours
from .nmap import read_nmap
from .own import FORMAT, read_own
from .tables import layout_of, read_csv, read_rows

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo

    from ...domain.models import Json
    from .hosts import Problem, Reading
    from .layouts import Column

MAX_MEGABYTES: Final = 10
_LISTS: Final = ("data", "hosts", "devices", "clients", "result", "results", "nodes")
"""Where programs put the list of what they have found: UniFi and NetAlertX under "data", Omada under "result.data"."""
_DEEPEST: Final = 3
_SAMPLE: Final = 20
_LINE_FORMATS: Final = (
    ("arp_scan", is_arp_scan, read_arp_scan),
    ("ip_neigh", is_neighbours, read_neighbours),
    ("dnsmasq", is_leases, read_leases),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """What a scan file says."""

    format: str
    """Which program's it is: "home-inventory-scan", "nmap", "arp_scan", "ip_neigh", "dnsmasq", "get_net_neighbor",
    "fing_log", "netalertx", "watchyourlan", "unifi", "omada", or "table" for any other."""
    encoding: str
    harvest: Harvest
    problems: tuple[Problem, ...]
    """The rows that were not taken, in the order of the file, at most `hosts.MAX_PROBLEMS`."""
    site: str | None = None
    """The site that the file says it is of; only our own format says one."""


def read_scan(
    content: bytes, mapping: Mapping[str, Column] | None = None, *, site: str = "", zone: tzinfo = UTC
) -> Scan:
    """Return what a scan file says; its encoding and format are told by its content.

    `mapping` says what the columns of a table of an unknown program hold; `site` is the scope of IP addresses and host
    names; `zone` is the zone of times that are written without one. Blocks for up to some seconds with 10 MB.

    Raises ScanTooLargeError, ScanTooManyHostsError, ScanEmptyError, ScanFormatError, ScanColumnsError,
    ScanUnreadableError, ScanVersionError and ScanUnsafeError.
    """
    text, encoding = text_of(content)
    name, reading = _read(text, mapping, zone)
    # A row that could not be read may be the very device that would be called missing.
    networks = () if any(problem.reason is not Reason.BAD_NETWORK for problem in reading.problems) else reading.networks
    harvest = Harvest(
        observations=observations_of(reading.hosts, site),
        is_complete=bool(networks),
        networks=networks,
        conflicts=conflicts_of(reading.hosts) if reading.names_conflicts else (),
        mode=name,
        notes=tuple(reading.notes),
    )
    problems = tuple(sorted(reading.problems, key=lambda problem: problem.line))
    return Scan(format=name, encoding=encoding, harvest=harvest, problems=problems, site=reading.site)


def text_of(content: bytes) -> tuple[str, str]:
    """Return the text of a scan file, and how it was encoded. Raises ScanTooLargeError or ScanEmptyError."""
    if len(content) > MAX_MEGABYTES * 1_000_000:
        raise ScanTooLargeError(MAX_MEGABYTES)
    text, encoding = decode(content)
    text = text.removeprefix("\ufeff").strip("\x00\r\n ")
    if text in {"", "null", "[]"}:
        raise ScanEmptyError
    return text, encoding


def _read(text: str, mapping: Mapping[str, Column] | None, zone: tzinfo) -> tuple[str, Reading]:
    """Return the name of the format, and what its reader brings."""
    if text[0] == "<":
        return "nmap", read_nmap(text)
    if text[0] in "[{":
        return _read_json(text, mapping, zone)
    if mapping is None:
        for name, is_it, reads in _LINE_FORMATS:
            if is_it(text):
                return name, reads(text)
    head = text.partition("\n")[0]
    if not head.replace("\t", " ").rstrip("\r").isprintable() or not any(delimiter in head for delimiter in ",;\t|"):
        raise ScanFormatError
    return read_csv(text, zone, mapping)


def _read_json(text: str, mapping: Mapping[str, Column] | None, zone: tzinfo) -> tuple[str, Reading]:
    """Return the format and hosts of JSON. Half of it may be half of every value, so it is refused as a whole."""
    try:
        data: Json = json.loads(text, strict=False, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise ScanUnreadableError("JSON", error.lineno) from None
    except ValueError, RecursionError:
        raise ScanUnreadableError("JSON", 0) from None
    if isinstance(data, dict) and data.get("format") == FORMAT:
        return FORMAT, read_own(data, zone)
    rows = [(place, row) for place, row in enumerate(_rows(data), 1) if isinstance(row, dict)]
    if not rows:
        raise ScanFormatError
    names, sample = _sample_of([row for _, row in rows])
    layout = layout_of(names, sample, mapping)
    return layout.format, read_rows(rows, layout, zone)


def json_table(text: str) -> tuple[list[str], list[list[str]]]:
    """Return the names of the columns of a table that `read_scan` reads as JSON, and its first rows."""
    return _sample_of([row for row in _rows(json.loads(text, strict=False)) if isinstance(row, dict)])


def _sample_of(rows: list[dict[str, Json]]) -> tuple[list[str], list[list[str]]]:
    """Return the names of columns, and the cells of the first rows in their order."""
    names = list(dict.fromkeys(key for row in rows for key in row))
    return names, [[_cell(row.get(name)) for name in names] for row in rows[:_SAMPLE]]


def _rows(data: Json, depth: int = 0) -> list[Json]:
    """Return the list of hosts in JSON: the list itself, the one under a known key, or a single host."""
    if isinstance(data, list):
        return data
    if not isinstance(data, dict) or depth > _DEEPEST:
        return []
    inner = next(
        (value for key, value in data.items() if key.casefold() in _LISTS and isinstance(value, list | dict)), None
    )
    return [data] if inner is None else _rows(inner, depth + 1)


def _cell(value: Json) -> str:
    """Return a value as the guesser of columns reads it."""
    return value if isinstance(value, str) else ""


def _no_number(_constant: str) -> NoReturn:
    """Refuse NaN and Infinity: they are no JSON, and no database keeps them."""
    raise ValueError
