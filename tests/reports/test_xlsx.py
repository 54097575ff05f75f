"""Reports as workbooks: what is added up there is the same."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from PIL import Image

from custom_components.home_inventory.domain.reports import Money, ReportFormat

from .kit import insurance, insured, made, sheets_of

if TYPE_CHECKING:
    from pathlib import Path

PRICE = Money(Decimal("0.10"), "EUR")


def test_lines_can_be_added_up(tmp_path: Path) -> None:
    """Amounts are numbers, days are days, and the sum is the one on the first sheet."""
    report = insurance(insured(f"Thing {number}", price=PRICE, purchase_date=date(2026, 1, 2)) for number in range(300))

    summary, [head, *lines] = sheets_of(made(report, tmp_path, ReportFormat.XLSX, "de"))

    price = head.index("Kaufpreis")
    assert round(sum(line[price] for line in lines), 2) == 30.0
    assert next(row[1] for row in summary if row[0] == "Kaufpreis insgesamt") == 30.0
    assert lines[0][head.index("Gekauft am")] == datetime(2026, 1, 2)  # noqa: DTZ001 - a day


@pytest.mark.parametrize("name", ["=cmd|' /C calc'!A0", "+1+1", "-2", "@SUM(A1)", "=1+1", "\t=1"])
def test_what_begins_like_a_formula_is_a_text(tmp_path: Path, name: str) -> None:
    book = load_workbook(made(insurance([insured(name)]), tmp_path, ReportFormat.XLSX))

    [cell] = [cell for cell in book.worksheets[1][2] if cell.value == name]
    assert cell.data_type == "s"


def test_days_before_spreadsheets_are_texts(tmp_path: Path) -> None:
    """And what no cell may hold is left out."""
    report = insurance([insured("Clock\x0b", price=PRICE, purchase_date=date(1850, 5, 1))])

    _summary, [head, line] = sheets_of(made(report, tmp_path, ReportFormat.XLSX))

    assert (line[head.index("Bought on")], line[head.index("Item")]) == ("1 May 1850", "Clock")


def test_photos_stand_in_their_cells(tmp_path: Path) -> None:
    photo = tmp_path / "photo"
    Image.new("RGBA", (900, 600), "red").save(photo, "PNG")

    book = load_workbook(made(insurance([insured(), insured(photo=photo)]), tmp_path, ReportFormat.XLSX))

    assert [picture.anchor._from.row for picture in book.worksheets[1]._images] == [2]
    assert book.worksheets[1].freeze_panes == "A2"
    assert book.worksheets[1].auto_filter.ref == "A1:P3"
