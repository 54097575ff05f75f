"""The warranty report: what ends soon first, then what runs, holds for life and has ended."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from ..domain.report_documents import Block, Column, Document, Part, Section, Table, ValueKind
from ..domain.report_entries import WarrantyState
from .heading import block, count_table, item_block, item_columns, item_values

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..domain.report_documents import Value
    from ..domain.report_entries import WarrantyEntry, WarrantyReport
    from .heading import Heading
    from .writing import Writer


def warranty_document(report: WarrantyReport, heading: Heading, writer: Writer) -> Document:
    """Return the report as it is written down; a section for each state."""
    counts = Counter(entry.state for entry in report.entries)
    return Document(
        title=writer.say("warranty"),
        household=heading.household,
        facts=(
            *heading.facts(writer),
            (writer.say("as_of"), report.on),
            *((_name(state, report, writer), Decimal(counts[state])) for state in WarrantyState),
            (writer.say("without_warranty"), Decimal(report.without)),
        ),
        summaries=(_by_place(report, writer),),
        body=Table(writer.say("warranty"), _columns(writer), _blocks(writer), tuple(_sections(report, writer))),
        nothing=writer.say("nothing"),
        made_on=heading.made_on(writer),
    )


def _name(state: WarrantyState, report: WarrantyReport, writer: Writer) -> str:
    """Return what a state is called."""
    return writer.days(state.value, report.days)


def _columns(writer: Writer) -> tuple[Column, ...]:
    """Return all columns."""
    return (
        Column("state", writer.say("state"), width=24),
        *item_columns(writer),
        Column("place", writer.say("place"), width=36),
        Column("purchase_date", writer.say("purchase_date"), ValueKind.DAY, 13),
        Column("vendor", writer.say("vendor"), width=18),
        Column("warranty_until", writer.say("warranty_until"), ValueKind.DAY, 13),
        Column("days_left", writer.say("days_left"), ValueKind.NUMBER, 10),
        Column("when", writer.say("warranty_until"), width=0),
        Column("warranty_notes", writer.say("warranty_notes"), width=40),
    )


def _blocks(writer: Writer) -> tuple[Block, ...]:
    """Return the columns on paper."""
    return (
        item_block(writer, 0.32),
        block(writer.say("place"), 0.22, "place"),
        block(writer.say("purchase"), 0.16, "purchase_date", "vendor"),
        Block(writer.say("warranty_until"), (Part(("warranty_until",), is_strong=True), Part(("when",))), 0.15),
        block(writer.say("warranty_notes"), 0.15, "warranty_notes"),
    )


def _sections(report: WarrantyReport, writer: Writer) -> Iterable[Section]:
    """Return a section for each state that there is."""
    for state in WarrantyState:
        here = [entry for entry in report.entries if entry.state is state]
        if here:
            name = _name(state, report, writer)
            yield Section(tuple(_row(entry, name, report, writer) for entry in here), name)


def _row(entry: WarrantyEntry, state: str, report: WarrantyReport, writer: Writer) -> tuple[Value, ...]:
    """Return a line."""
    item = entry.item
    until = None if item.lifetime_warranty else item.warranty_until
    left = None if until is None else (until - report.on).days
    said = "" if left is None else writer.days("left" if left >= 0 else "ago", abs(left))
    return (
        state,
        *item_values(item),
        "; ".join(entry.places) or writer.say("no_place"),
        item.purchase_date,
        item.vendor,
        until,
        None if left is None else Decimal(left),
        said or state,
        item.warranty_notes,
    )


def _by_place(report: WarrantyReport, writer: Writer) -> Table:
    """Return how many warranties of each state there are at each place; what is at two counts at both."""
    nowhere = (writer.say("no_place"),)
    counts = Counter((place, entry.state) for entry in report.entries for place in entry.places or nowhere)
    places = sorted({place for place, _state in counts}, key=str.casefold)
    return count_table(
        writer.say("warranties_by_place"),
        writer.say("place"),
        [(place, *(Decimal(counts[place, state]) for state in WarrantyState)) for place in places],
        [_name(state, report, writer) for state in WarrantyState],
    )
