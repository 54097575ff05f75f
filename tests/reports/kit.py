"""Reports made in a moment, and read again."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pypdfium2
from openpyxl import load_workbook

from custom_components.home_inventory.domain.models import Item, Stock
from custom_components.home_inventory.domain.report_entries import InsuranceReport, InsuredEntry
from custom_components.home_inventory.domain.reports import Depreciation, DepreciationKind, Money, ReportFormat
from custom_components.home_inventory.reports.heading import Heading
from custom_components.home_inventory.reports.making import write_report

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

TODAY = date(2026, 11, 22)
HEADING = Heading(household="Home", made_at=datetime(2026, 11, 22, 7, 30, tzinfo=UTC), place="Home")
RULE = Depreciation(kind=DepreciationKind.STRAIGHT_LINE, years=8, residual=Decimal(10))


def item(name: str = "Drill", **values: Any) -> Item:
    """Return an item; one piece of it without a place unless something else is said."""
    there = (Stock(id="1", item_id="1", location_id=None, quantity=Decimal(1)),)
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    return Item(
        **{
            "id": "1",
            "code": "BXKQ",
            "name": name,
            "created_at": moment,
            "updated_at": moment,
            "stock": there,
            **values,
        }
    )


def insured(name: str = "Drill", *, price: Money | None = None, quantity: int = 1, **values: Any) -> InsuredEntry:
    """Return a line of an insurance report."""
    of_item = {key: values.pop(key) for key in ("purchase_date", "vendor", "manufacturer") if key in values}
    thing = item(name, **of_item)
    value = price and RULE.value(price, thing.purchase_date, TODAY, RULE.years)
    return InsuredEntry(
        item=thing,
        quantity=Decimal(quantity),
        unit_price=price,
        price=price and price.times(Decimal(quantity)),
        value=value and value.times(Decimal(quantity)),
        **values,
    )


def insurance(entries: Iterable[InsuredEntry], **values: Any) -> InsuranceReport:
    """Return an insurance report."""
    return InsuranceReport(entries=tuple(entries), rule=RULE, on=TODAY, **values)


def made(report: Any, folder: Path, kind: ReportFormat = ReportFormat.PDF, language: str = "en") -> Path:
    """Return the file of a report."""
    file = folder / f"report.{kind}"
    write_report(report, HEADING, file, kind=kind, language=language)
    return file


def pages_of(file: Path) -> list[str]:
    """Return the text of each page of a PDF; spaces that do not break are spaces."""
    with pypdfium2.PdfDocument(file) as document:
        return [
            page.get_textpage().get_text_bounded().replace("\u00a0", " ").replace("\r\n", "\n") for page in document
        ]


def sheets_of(file: Path) -> list[list[tuple[Any, ...]]]:
    """Return the rows of each sheet of a workbook."""
    book = load_workbook(file)
    return [[tuple(cell.value for cell in row) for row in sheet.iter_rows()] for sheet in book.worksheets]
