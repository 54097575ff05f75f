"""The stock report: what runs low first, then everything else, place by place and lot by lot."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from ..domain.report_documents import Block, Column, Document, Part, Section, Table, ValueKind
from .heading import block, count_table, item_columns, item_values

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..domain.report_documents import Value
    from ..domain.report_entries import StockEntry, StockReport
    from .heading import Heading
    from .writing import Writer


def stock_document(report: StockReport, heading: Heading, writer: Writer) -> Document:
    """Return the report as it is written down."""
    low = {entry.item.id for entry in report.entries if entry.item.low_stock}
    past = sum(_is_past(entry, report) for entry in report.entries)
    return Document(
        title=writer.say("stock"),
        household=heading.household,
        facts=(
            *heading.facts(writer),
            (writer.say("as_of"), report.on),
            (writer.say("lines"), Decimal(len(report.entries))),
            (writer.say("low_stock"), Decimal(len(low))),
            (writer.say("best_before_past"), Decimal(past)),
        ),
        summaries=(_by_place(report, writer),),
        body=Table(writer.say("stock"), _columns(writer), _blocks(writer), tuple(_sections(report, writer))),
        nothing=writer.say("nothing"),
        made_on=heading.made_on(writer),
    )


def _columns(writer: Writer) -> tuple[Column, ...]:
    """Return all columns."""
    return (
        Column("state", writer.say("state"), width=20),
        *item_columns(writer),
        Column("place", writer.say("place"), width=36),
        Column("quantity", writer.say("quantity"), ValueKind.NUMBER, 10),
        Column("unit", writer.say("unit"), width=8),
        Column("there", writer.say("there"), ValueKind.NUMBER, 10),
        Column("minimum", writer.say("minimum"), ValueKind.NUMBER, 10),
        Column("lot", writer.say("lot"), width=14),
        Column("best_before", writer.say("best_before"), ValueKind.DAY, 13),
        Column("past", writer.say("past").capitalize(), width=12),
    )


def _blocks(writer: Writer) -> tuple[Block, ...]:
    """Return the columns on paper."""
    item = Block(
        writer.say("item"), (Part(("name",), is_strong=True), Part(("manufacturer", "model")), Part(("code",))), 0.28
    )
    return (
        item,
        block(writer.say("place"), 0.25, "place"),
        Block(writer.say("quantity"), (Part(("quantity", "unit"), is_strong=True, joint=" "),), 0.1, is_right=True),
        block(writer.say("there"), 0.09, "there", is_right=True),
        block(writer.say("minimum"), 0.14, "minimum", is_right=True),
        Block(
            writer.say("best_before"), (Part(("best_before", "past")), Part(("lot",), label=writer.say("lot"))), 0.14
        ),
    )


def _sections(report: StockReport, writer: Writer) -> Iterable[Section]:
    """Return what runs low, then the rest."""
    for key, is_low in (("low_stock", True), ("enough_stock", False)):
        here = [entry for entry in report.entries if entry.item.low_stock is is_low]
        if here:
            name = writer.say(key)
            yield Section(tuple(_row(entry, name, report, writer) for entry in here), name)


def _row(entry: StockEntry, state: str, report: StockReport, writer: Writer) -> tuple[Value, ...]:
    """Return a line."""
    item = entry.item
    return (
        state,
        *item_values(item),
        entry.place or writer.say("no_place"),
        entry.quantity,
        item.unit,
        item.quantity,
        item.minimum_quantity,
        entry.lot,
        entry.best_before,
        writer.say("past") if _is_past(entry, report) else None,
    )


def _is_past(entry: StockEntry, report: StockReport) -> bool:
    """Return whether there is some of a lot that is past its date."""
    return entry.best_before is not None and entry.best_before < report.on and entry.quantity > 0


def _by_place(report: StockReport, writer: Writer) -> Table:
    """Return how many lines there are at each place, and how many of them run low or are past their date."""
    lines: Counter[str] = Counter()
    low: Counter[str] = Counter()
    past: Counter[str] = Counter()
    for entry in report.entries:
        place = entry.place or writer.say("no_place")
        lines[place] += 1
        low[place] += entry.item.low_stock
        past[place] += _is_past(entry, report)
    return count_table(
        writer.say("by_place"),
        writer.say("place"),
        [
            (place, Decimal(lines[place]), Decimal(low[place]), Decimal(past[place]))
            for place in sorted(lines, key=str.casefold)
        ],
        [writer.say("lines"), writer.say("low_stock"), writer.say("best_before_past")],
    )
