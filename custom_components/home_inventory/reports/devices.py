"""The device and address report: what hangs on which network, house by house."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from ..domain.addresses import order_of
from ..domain.devices import DeviceField, Status
from ..domain.observations import IdentityKind
from ..domain.report_documents import Block, Column, Document, Part, Section, Table
from .heading import block, count_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..domain.report_documents import Value
    from ..domain.report_entries import DeviceEntry, DeviceReport
    from .heading import Heading
    from .writing import Writer


def device_document(report: DeviceReport, heading: Heading, writer: Writer) -> Document:
    """Return the report as it is written down; a section for each site."""
    counts = Counter(entry.shown.known.status for entry in report.entries)
    return Document(
        title=writer.say("devices"),
        household=heading.household,
        facts=(
            *heading.facts(writer),
            (writer.say("as_of"), report.on),
            (writer.say("device_count"), Decimal(len(report.entries))),
            *((writer.say(status.value), Decimal(counts[status])) for status in Status if counts[status]),
        ),
        summaries=(_by_site(report, writer),),
        body=Table(writer.say("devices"), _columns(writer), _blocks(writer), tuple(_sections(report, writer))),
        nothing=writer.say("nothing"),
        made_on=heading.made_on(writer),
    )


def _columns(writer: Writer) -> tuple[Column, ...]:
    """Return all columns."""
    widths = {
        "site": 18,
        "device": 30,
        "type": 16,
        "manufacturer": 18,
        "model": 18,
        "serial_number": 18,
        "firmware": 14,
        "addresses": 24,
        "macs": 20,
        "status": 12,
        "last_seen": 18,
        "network": 24,
        "place": 36,
        "linked_item": 30,
    }
    return tuple(Column(key, writer.say(key), width=width) for key, width in widths.items())


def _blocks(writer: Writer) -> tuple[Block, ...]:
    """Return the columns on paper."""
    device = (
        Part(("device",), is_strong=True),
        Part(("type",)),
        Part(("manufacturer", "model")),
        Part(("serial_number",), label=writer.say("serial")),
    )
    return (
        Block(writer.say("device"), device, 0.27),
        block(writer.say("addresses"), 0.2, "addresses", "macs"),
        Block(writer.say("status"), (Part(("status",), is_strong=True), Part(("last_seen",))), 0.13),
        block(writer.say("place"), 0.22, "place", "network"),
        block(writer.say("linked_item"), 0.18, "linked_item"),
    )


def _sections(report: DeviceReport, writer: Writer) -> Iterable[Section]:
    """Return a section for each site; entries come in the order of sites."""
    for site, group in groupby(report.entries, key=lambda entry: entry.site):
        yield Section(tuple(_row(entry, writer) for entry in group), site)


def _row(entry: DeviceEntry, writer: Writer) -> tuple[Value, ...]:
    """Return a line."""
    device, item = entry.shown.known.device, entry.shown.item
    addresses = {address for seen in entry.shown.known.sightings for address in seen.addresses}
    macs = [identity.value for identity in device.identities if identity.kind is IdentityKind.MAC]
    return (
        entry.site,
        device.name,
        device.value(DeviceField.TYPE),
        device.value(DeviceField.MANUFACTURER),
        device.value(DeviceField.MODEL),
        device.value(DeviceField.SERIAL_NUMBER),
        device.value(DeviceField.FIRMWARE),
        ", ".join(sorted(addresses, key=order_of)) or None,
        ", ".join(macs) or None,
        writer.say(entry.shown.known.status.value),
        None if entry.last_seen is None else writer.moment(entry.last_seen),
        ", ".join(entry.networks) or None,
        entry.place,
        None if item is None else f"{item.name} ({item.code})",
    )


def _by_site(report: DeviceReport, writer: Writer) -> Table:
    """Return how many devices each site has, and how they are doing."""
    counts = Counter((entry.site, entry.shown.known.status) for entry in report.entries)
    sites = dict.fromkeys(entry.site for entry in report.entries)
    return count_table(
        writer.say("by_site"),
        writer.say("site"),
        [(site, *(Decimal(counts[site, status]) for status in Status)) for site in sites],
        [writer.say(status.value) for status in Status],
    )
