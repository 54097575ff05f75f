"""Makes the file of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..domain.report_entries import InsuranceReport, StockReport, WarrantyReport
from ..domain.reports import ReportFormat
from .devices import device_document
from .insurance import insurance_document
from .pdf import write_pdf
from .stock import stock_document
from .warranty import warranty_document
from .writing import Writer
from .xlsx import write_xlsx

if TYPE_CHECKING:
    from pathlib import Path

    from ..domain.report_documents import Document
    from ..domain.report_entries import Report
    from .heading import Heading


def document_of(report: Report, heading: Heading, writer: Writer) -> Document:
    """Return a report as it is written down."""
    if isinstance(report, InsuranceReport):
        return insurance_document(report, heading, writer)
    if isinstance(report, WarrantyReport):
        return warranty_document(report, heading, writer)
    if isinstance(report, StockReport):
        return stock_document(report, heading, writer)
    return device_document(report, heading, writer)


def write_report(
    report: Report, heading: Heading, file: Path, *, kind: ReportFormat, language: str, is_letter: bool = False
) -> None:
    """Write the file of a report. Takes some seconds for thousands of lines: run it in a thread."""
    writer = Writer(language)
    document = document_of(report, heading, writer)
    if kind is ReportFormat.PDF:
        write_pdf(document, writer, file, is_letter=is_letter)
    else:
        write_xlsx(document, writer, file)
