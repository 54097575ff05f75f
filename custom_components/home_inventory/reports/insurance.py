"""The insurance report: what there is, where, what it has cost and what it is worth."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Final

from ..domain.report_documents import Block, Column, Document, Part, Section, Table, ValueKind
from ..domain.reports import DepreciationKind, Sums
from ..domain.text import name_key
from .heading import block, item_block, item_columns, item_values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from ..domain.report_documents import Value
    from ..domain.report_entries import InsuranceReport, InsuredEntry
    from ..domain.reports import Depreciation
    from .heading import Heading
    from .writing import Writer

_AMOUNT: Final = 0.115
_ALL: Final = Decimal(100)
_MONTHS: Final = 12


def insurance_document(report: InsuranceReport, heading: Heading, writer: Writer) -> Document:
    """Return the report as it is written down; a section for each place."""
    entries = report.entries
    all_of_them = _added(entries)
    facts = [*heading.facts(writer), (writer.say("valued_on"), report.on), (writer.say("lines"), Decimal(len(entries)))]
    for total in all_of_them:
        facts += [(writer.say("total_price"), total.price), (writer.say("total_value"), total.value)]
    unpriced = sum(entry.price is None for entry in entries)
    if unpriced:
        facts.append((writer.say("no_price_count"), Decimal(unpriced)))
    has_photos = any(entry.photo is not None for entry in entries)
    return Document(
        title=writer.say("insurance"),
        household=heading.household,
        facts=tuple(facts),
        summaries=(
            _totals(writer, "by_place", "place", entries, lambda entry: entry.room or writer.say("no_place")),
            _totals(
                writer,
                "by_category",
                "category",
                sorted(entries, key=lambda entry: (entry.category is None, name_key(entry.category or ""))),
                lambda entry: entry.category or writer.say("no_category"),
            ),
        ),
        body=Table(
            writer.say("insurance"),
            _columns(writer, has_photos=has_photos),
            _blocks(writer, has_photos=has_photos),
            tuple(_sections(entries, writer, has_photos=has_photos)),
        ),
        notes=tuple(_notes(report, writer, currencies=len(list(all_of_them)))),
        signature=writer.say("signature"),
        nothing=writer.say("nothing"),
        made_on=heading.made_on(writer),
    )


def _added(entries: Iterable[InsuredEntry]) -> Sums:
    """Return what lines come to."""
    sums = Sums()
    for entry in entries:
        sums.add(entry.price, entry.value)
    return sums


def _columns(writer: Writer, *, has_photos: bool) -> tuple[Column, ...]:
    """Return all columns."""
    photo = (Column("photo", writer.say("photo"), ValueKind.PHOTO, 12),) if has_photos else ()
    return (
        *photo,
        Column("place", writer.say("place"), width=36),
        Column("category", writer.say("category"), width=24),
        *item_columns(writer),
        Column("purchase_date", writer.say("purchase_date"), ValueKind.DAY, 13),
        Column("vendor", writer.say("vendor"), width=18),
        Column("quantity", writer.say("quantity"), ValueKind.NUMBER, 10),
        Column("unit", writer.say("unit"), width=8),
        Column("unit_price", writer.say("unit_price"), ValueKind.MONEY, 16),
        Column("price", writer.say("price"), ValueKind.MONEY, 16),
        Column("value", writer.say("value"), ValueKind.MONEY, 16),
        Column("receipts", writer.say("receipts"), width=30),
    )


def _blocks(writer: Writer, *, has_photos: bool) -> tuple[Block, ...]:
    """Return the columns on paper."""
    purchase = Block(
        writer.say("purchase"),
        (Part(("purchase_date",)), Part(("vendor",)), Part(("receipts",), label=f"{writer.say('receipts')}:")),
        0.2,
    )
    photo = (block(writer.say("photo"), 0.1, "photo"),) if has_photos else ()
    return (
        *photo,
        item_block(writer, 0.8 - 4 * _AMOUNT + 0.03 - (0.1 if has_photos else 0)),
        purchase,
        Block(writer.say("quantity"), (Part(("quantity", "unit"), joint=" "),), _AMOUNT - 0.03, is_right=True),
        block(writer.say("unit_price"), _AMOUNT, "unit_price", is_right=True),
        block(writer.say("price"), _AMOUNT, "price", is_right=True),
        block(writer.say("value"), _AMOUNT, "value", is_right=True),
    )


def _sections(entries: tuple[InsuredEntry, ...], writer: Writer, *, has_photos: bool) -> Iterable[Section]:
    """Return a section for each place; entries come in the order of places."""
    for place, group in groupby(entries, key=lambda entry: entry.place):
        here = tuple(group)
        yield Section(
            tuple(_row(entry, writer, has_photos=has_photos) for entry in here),
            place or writer.say("no_place"),
            tuple({"name": writer.say("total"), "price": total.price, "value": total.value} for total in _added(here)),
        )


def _row(entry: InsuredEntry, writer: Writer, *, has_photos: bool) -> tuple[Value, ...]:
    """Return a line; what has no price says so."""
    item = entry.item
    photo = (entry.photo,) if has_photos else ()
    return (
        *photo,
        entry.place or writer.say("no_place"),
        entry.category,
        *item_values(item),
        item.purchase_date,
        item.vendor,
        entry.quantity,
        item.unit,
        entry.unit_price,
        entry.price or writer.say("no_price"),
        entry.value,
        ", ".join(entry.receipts) or None,
    )


def _totals(
    writer: Writer, title: str, name: str, entries: Sequence[InsuredEntry], key: Callable[[InsuredEntry], str]
) -> Table:
    """Return what the lines of each place or category come to, a row for each currency, and all of them."""
    groups: defaultdict[str, Sums] = defaultdict(Sums)
    for entry in entries:
        groups[key(entry)].add(entry.price, entry.value)
    rows: list[tuple[Value, ...]] = []
    for group, sums in groups.items():
        totals = list(sums)
        amounts: tuple[Value, Value] = (totals[0].price, totals[0].value) if totals else (None, None)
        rows.append((group, Decimal(sums.lines), *amounts))
        rows += [(None, None, more.price, more.value) for more in totals[1:]]
    every: tuple[Mapping[str, Value], ...] = tuple(
        {"name": writer.say("total"), "price": total.price, "value": total.value} for total in _added(entries)
    )
    return Table(
        writer.say(title),
        (
            Column("name", writer.say(name), width=40),
            Column("lines", writer.say("lines"), ValueKind.NUMBER, 10),
            Column("price", writer.say("price"), ValueKind.MONEY, 18),
            Column("value", writer.say("value"), ValueKind.MONEY, 18),
        ),
        (
            block(writer.say(name), 0.5, "name"),
            block(writer.say("lines"), 0.1, "lines", is_right=True),
            block(writer.say("price"), 0.2, "price", is_right=True),
            block(writer.say("value"), 0.2, "value", is_right=True),
        ),
        (Section(tuple(rows), totals=every),),
    )


def _notes(report: InsuranceReport, writer: Writer, *, currencies: int) -> Iterable[str]:
    """Return by which rule values were found, and what somebody has to know besides."""
    yield from _rule(report.rule, writer)
    if report.category_years:
        named = [
            writer.say("rule_category" if years else "rule_keeps", category=category, years=years)
            for category, years in report.category_years.items()
        ]
        yield writer.say("rule_categories", list="; ".join(named))
    if undated := sum(entry.is_undated for entry in report.entries):
        yield writer.say("rule_undated", count=writer.number(undated))
    if report.later:
        yield writer.say("rule_later", day=writer.day(report.on), count=writer.number(report.later))
    if currencies > 1:
        yield writer.say("rule_currencies")
    if any(len(entry.item.category_ids) > 1 for entry in report.entries):
        yield writer.say("rule_one_category")


def _rule(rule: Depreciation, writer: Writer) -> Iterable[str]:
    """Return the rule with its numbers."""
    if rule.kind is DepreciationKind.NONE:
        yield writer.say("rule_none")
        return
    yield writer.say(
        "rule_line",
        years=rule.years,
        residual=writer.percent(rule.residual),
        lost=writer.percent(_ALL - rule.residual),
        months=rule.years * _MONTHS,
    )
