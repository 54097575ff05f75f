"""A report as a PDF: a first page with what it comes to, the tables, and a line to sign on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.lib.units import mm

from ..printing.fonts import BOLD, REGULAR
from .pdf_pages import GREY, Pages
from .pdf_tables import TableDrawer, written
from .photos import Photos
from .typesetting import LINE, UNKNOWN, draw, foreign, has_font, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ..domain.report_documents import Document, Table
    from .writing import Writer

_POINTS: Final = 160
"""The longer side of a photo on paper: 15 mm in print quality."""
_TEXT: Final = 9.0
_NAMES: Final = 62 * mm
"""How wide the names of the facts on the first page are."""
_MOST_FOREIGN: Final = 40


def write_pdf(document: Document, writer: Writer, file: Path, *, is_letter: bool = False) -> None:
    """Write a report. Takes some seconds for thousands of lines: run it in a thread."""
    pages = Pages(file, document, writer, is_letter=is_letter)
    photos = Photos(_POINTS)
    drawer = TableDrawer(pages, writer, photos)
    _first_page(pages, document, writer)
    for table in document.summaries:
        if table.has_rows:
            _title(pages, table.title)
            drawer.draw(table)
    _notes(pages, document, writer)
    _signature(pages, document)
    if document.body.has_rows:
        pages.new_page()
        drawer.draw(document.body)
    if photos.broken:
        pages.text(writer.say("photos_broken", count=writer.number(photos.broken)), _TEXT, grey=GREY)
    pages.save()


def _first_page(pages: Pages, document: Document, writer: Writer) -> None:
    """Write what the report is and what it comes to."""
    pages.text(document.title, 20, font=BOLD, gap=1 * mm)
    pages.text(document.household, 12, grey=GREY, gap=4 * mm)
    pages.rule()
    pages.y -= 3 * mm
    for name, value in document.facts:
        names = wrap(name, REGULAR, _TEXT, _NAMES - 4 * mm)
        lines = wrap(written(value, writer), BOLD, _TEXT, pages.width - _NAMES)
        height = max(len(names), len(lines)) * _TEXT * LINE
        pages.room(height)
        for texts, x, font in ((names, pages.left, REGULAR), (lines, pages.left + _NAMES, BOLD)):
            for number, text in enumerate(texts, 1):
                draw(pages.canvas, x, pages.y - number * _TEXT * LINE, text, font, _TEXT)
        pages.y -= height + 0.8 * mm
    pages.y -= 3 * mm
    if not document.body.has_rows:
        pages.text(document.nothing, 11, gap=6 * mm)


def _title(pages: Pages, title: str) -> None:
    """Write the title of a table of the summary; it does not stand alone at the foot of a page."""
    pages.room(35 * mm)
    pages.text(title, 12, font=BOLD, gap=1.5 * mm)


def _notes(pages: Pages, document: Document, writer: Writer) -> None:
    """Write by which rules the report was made, and what it can't show."""
    for note in document.notes:
        pages.text(note, _TEXT, gap=1.2 * mm)
    found = foreign(_texts(document))
    if characters := [char for char in found if has_font(char)]:
        shown = " ".join(characters[:_MOST_FOREIGN]) + (" …" if len(characters) > _MOST_FOREIGN else "")
        pages.text(writer.say("other_font", characters=shown), _TEXT, grey=GREY, gap=1.2 * mm)
    if len(characters) < len(found):
        pages.text(writer.say("no_font", sign=UNKNOWN), _TEXT, grey=GREY, gap=1.2 * mm)


def _signature(pages: Pages, document: Document) -> None:
    """Draw a line to sign on."""
    if document.signature is None:
        return
    pages.room(26 * mm)
    pages.y -= 18 * mm
    pages.canvas.setStrokeGray(0)
    pages.canvas.setLineWidth(0.6)
    pages.canvas.line(pages.left, pages.y, pages.left + 95 * mm, pages.y)
    pages.text(document.signature, 8, grey=GREY)


def _texts(document: Document) -> Iterator[str]:
    """Return all texts of a report."""
    yield document.household
    yield from (value for _name, value in document.facts if isinstance(value, str))
    for table in (*document.summaries, document.body):
        yield from _texts_of(table)


def _texts_of(table: Table) -> Iterator[str]:
    """Return all texts of a table."""
    for section in table.sections:
        for row in section.rows:
            yield from (value for value in row if isinstance(value, str) and not value.isascii())
