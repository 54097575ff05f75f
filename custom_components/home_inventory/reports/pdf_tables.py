"""Tables on paper: rows as high as their texts, headings again on each page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from ..domain.reports import Money
from ..printing.fonts import BOLD, REGULAR
from .pdf_pages import GREY, LIGHT, Pages
from .typesetting import LINE, draw, width_of, wrap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from io import BytesIO

    from ..domain.report_documents import Block, Section, Table, Value
    from .photos import Photos
    from .writing import Writer

_STRONG: Final = 8.5
_PLAIN: Final = 7.5
_TITLE: Final = 10.0
_PADDING: Final[float] = 1.2 * mm
_GAP: Final[float] = 2 * mm
"""Between two columns."""
_PHOTO: Final[float] = 15 * mm


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of text in a field."""

    text: str
    font: str
    size: float


@dataclass(frozen=True, slots=True)
class _Field:
    """What a field of a row shows."""

    lines: tuple[_Line, ...] = ()
    photo: BytesIO | None = None

    @property
    def height(self) -> float:
        """Return how much room it takes."""
        return max(sum(line.size * LINE for line in self.lines), _PHOTO if self.photo else 0.0)


class TableDrawer:
    """Draws the tables of a report, one after the other."""

    def __init__(self, pages: Pages, writer: Writer, photos: Photos) -> None:
        """Take the pages, who writes, and who makes photos small."""
        self._pages, self._writer, self._photos = pages, writer, photos

    def draw(self, table: Table) -> None:
        """Draw a table; nothing of one that is empty."""
        if not table.has_rows:
            return
        keys = [column.key for column in table.columns]
        for section in table.sections:
            self._draw_section(table, section, keys)
        self._pages.head = None

    def _draw_section(self, table: Table, section: Section, keys: Sequence[str]) -> None:
        """Draw the rows of a section, and what they come to; the first and the last do not stand alone."""
        pages = self._pages

        def head() -> None:
            self._draw_head(table.blocks, section.title)

        pages.head = None
        first = self._fields(table.blocks, dict(zip(keys, section.rows[0], strict=True))) if section.rows else []
        pages.room(_height(first) + (22 * mm))
        head()
        pages.head = head
        for number, row in enumerate(section.rows):
            fields = self._fields(table.blocks, dict(zip(keys, row, strict=True))) if number else first
            self._draw_row(table.blocks, fields)
        if section.totals:
            pages.rule(GREY)
        for total in section.totals:
            self._draw_row(table.blocks, self._fields(table.blocks, total, is_total=True), has_rule=False)
        pages.head = None
        pages.y -= 4 * mm

    def _draw_head(self, blocks: Sequence[Block], title: str | None) -> None:
        """Draw the heading of a section and of its columns."""
        pages = self._pages
        if title:
            pages.text(title, _TITLE, font=BOLD, gap=1 * mm)
        places = _places(blocks, pages)
        heads = [
            _Field(tuple(_Line(line, BOLD, _PLAIN) for line in wrap(block.title, BOLD, _PLAIN, width, 3)))
            for block, (_x, width) in zip(blocks, places, strict=True)
        ]
        height = _height(heads)
        pages.canvas.setFillGray(0.93)
        pages.canvas.rect(pages.left, pages.y - height, pages.width, height, stroke=0, fill=1)
        pages.canvas.setFillGray(0)
        self._draw_fields(blocks, heads)
        pages.y -= height

    def _draw_row(self, blocks: Sequence[Block], fields: Sequence[_Field], *, has_rule: bool = True) -> None:
        """Draw a row, on the next page if there is no room for it."""
        pages, height = self._pages, _height(fields)
        pages.room(height)
        self._draw_fields(blocks, fields)
        pages.y -= height
        if has_rule:
            pages.rule(LIGHT)

    def _draw_fields(self, blocks: Sequence[Block], fields: Sequence[_Field]) -> None:
        """Draw the fields of a row below what is drawn already."""
        pages = self._pages
        for block, field, (x, width) in zip(blocks, fields, _places(blocks, pages), strict=True):
            y = pages.y - _PADDING
            if field.photo is not None:
                _draw_photo(pages, field.photo, x, y, min(width, _PHOTO))
            for line in field.lines:
                y -= line.size * LINE
                start = x + width - width_of(line.text, line.font, line.size) if block.is_right else x
                draw(pages.canvas, start, y + line.size * (LINE - 1), line.text, line.font, line.size)

    def _fields(self, blocks: Sequence[Block], values: Mapping[str, Value], *, is_total: bool = False) -> list[_Field]:
        """Return what the fields of a row show."""
        return [
            self._field(block, values, width, is_total=is_total)
            for block, (_x, width) in zip(blocks, _places(blocks, self._pages), strict=True)
        ]

    def _field(self, block: Block, values: Mapping[str, Value], width: float, *, is_total: bool) -> _Field:
        """Return what one field shows."""
        lines: list[_Line] = []
        for part in block.parts:
            given = [value for key in part.keys if (value := values.get(key)) is not None]
            if len(given) == 1 and isinstance(given[0], Path):
                return _Field(photo=self._photos.small(given[0]))
            text = part.joint.join(written(value, self._writer) for value in given)
            if text and part.label:
                text = f"{part.label} {text}"
            font, size = (BOLD, _STRONG) if part.is_strong else (BOLD if is_total else REGULAR, _PLAIN)
            lines += [_Line(line, font, size) for line in wrap(text, font, size, width)]
        return _Field(tuple(lines))


def written(value: Value, writer: Writer) -> str:
    """Return a value as a language writes it."""
    if isinstance(value, Decimal):
        return writer.number(value)
    if isinstance(value, Money):
        return writer.money(value)
    if isinstance(value, date):
        return writer.day(value)
    return "" if value is None else str(value)


def _places(blocks: Sequence[Block], pages: Pages) -> list[tuple[float, float]]:
    """Return where columns begin, and how wide they are."""
    places: list[tuple[float, float]] = []
    x = pages.left
    for block in blocks:
        wide = block.width * pages.width
        places.append((x + _GAP / 2, wide - _GAP))
        x += wide
    return places


def _height(fields: Sequence[_Field]) -> float:
    """Return how high a row is."""
    return max((field.height for field in fields), default=0.0) + 2 * _PADDING


def _draw_photo(pages: Pages, photo: BytesIO, x: float, top: float, side: float) -> None:
    """Draw a photo into a square, as large as it fits."""
    picture = ImageReader(photo)
    width, height = picture.getSize()
    scale = side / max(width, height)
    pages.canvas.drawImage(picture, x, top - height * scale, width * scale, height * scale)
