"""Layouts of label sheets: where the labels are on a page. All measures are millimetres, from the upper left corner."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from .errors import InvalidValueError, LayoutMismatchError, RequiredValueError
from .fields import Number, Whole

_TOLERANCE: Final = 0.05
"""What makers round away."""


class SheetKind(StrEnum):
    """What labels come on."""

    SHEET = "sheet"
    ROLL = "roll"
    """One label after the other: each is a page of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A grid of labels on a page."""

    id: str
    name: str
    kind: SheetKind = SheetKind.SHEET
    page_width: float
    page_height: float
    columns: int = 1
    rows: int = 1
    label_width: float
    label_height: float
    left: float = 0.0
    top: float = 0.0
    pitch_x: float
    """From the left edge of a label to that of the next."""
    pitch_y: float

    @property
    def per_page(self) -> int:
        """How many labels a page has."""
        return self.columns * self.rows

    def corner(self, position: int) -> tuple[float, float]:
        """Return where the label at a position of a page begins; positions count from 0, row by row."""
        row, column = divmod(position, self.columns)
        return self.left + column * self.pitch_x, self.top + row * self.pitch_y


def _a4(part: str, grid: tuple[int, int], size: tuple[float, float], pitch: tuple[float, float]) -> Layout:
    """Return a sheet of A4 whose labels are in the middle, as all of these makers place them."""
    return _sheet(part, (210.0, 297.0), grid, size, pitch)


def _letter(part: str, grid: tuple[int, int], size: tuple[float, float], pitch: tuple[float, float]) -> Layout:
    """Return a sheet of US Letter with measures in inches."""
    width, height = (round(measure * 25.4, 4) for measure in size)
    pitch_x, pitch_y = (round(measure * 25.4, 4) for measure in pitch)
    return _sheet(part, (215.9, 279.4), grid, (width, height), (pitch_x, pitch_y))


def _sheet(
    part: str,
    page: tuple[float, float],
    grid: tuple[int, int],
    size: tuple[float, float],
    pitch: tuple[float, float],
) -> Layout:
    """Return a sheet whose labels are in the middle of the page."""
    used = [(count - 1) * step + length for count, step, length in zip(grid, pitch, size, strict=True)]
    return Layout(
        id=part.lower().replace(" ", "_").replace("-", "_"),
        name=part,
        page_width=page[0],
        page_height=page[1],
        columns=grid[0],
        rows=grid[1],
        label_width=size[0],
        label_height=size[1],
        left=round((page[0] - used[0]) / 2, 3),
        top=round((page[1] - used[1]) / 2, 3),
        pitch_x=pitch[0],
        pitch_y=pitch[1],
    )


def _roll(part: str, width: float, height: float) -> Layout:
    """Return a label printer's label, the way it is read."""
    return Layout(
        id=part.lower().replace(" ", "_").replace("-", "_"),
        name=part,
        kind=SheetKind.ROLL,
        page_width=width,
        page_height=height,
        label_width=width,
        label_height=height,
        pitch_x=width,
        pitch_y=height,
    )


_ALL: Final = (
    _a4("Avery L7160", (3, 7), (63.5, 38.1), (66.04, 38.1)),
    _a4("Avery L7159", (3, 8), (63.5, 33.9), (66.04, 33.9)),
    _a4("Avery L7161", (3, 6), (63.5, 46.6), (66.04, 46.6)),
    _a4("Avery L7163", (2, 7), (99.1, 38.1), (101.6, 38.1)),
    _a4("Avery L7651", (5, 13), (38.1, 21.2), (40.64, 21.2)),
    _a4("Avery L4731", (7, 27), (25.4, 10.0), (27.94, 10.0)),
    _a4("Avery L4732", (5, 16), (35.6, 16.9), (38.1, 16.9)),
    _a4("Zweckform 3474", (3, 8), (70.0, 37.0), (70.0, 37.0)),
    _a4("Zweckform 3475", (3, 8), (70.0, 36.0), (70.0, 36.0)),
    _letter("Avery 5160", (3, 10), (2.625, 1.0), (2.75, 1.0)),
    _letter("Avery 5163", (2, 5), (4.0, 2.0), (4.1875, 2.0)),
    _letter("Avery 5167", (4, 20), (1.75, 0.5), (2.0625, 0.5)),
    _roll("Brother DK-11201", 90.0, 29.0),
    _roll("Brother DK-11209", 62.0, 29.0),
    _roll("Brother DK-11204", 54.0, 17.0),
    _roll("Brother DK-22205", 62.0, 40.0),  # a tape of 62 mm, cut after 40
    _roll("Dymo 99012", 89.0, 36.0),
    _roll("Dymo 99010", 89.0, 28.0),
    _roll("Dymo 11354", 57.0, 32.0),
    _roll("Niimbot 50x30", 50.0, 30.0),
    _roll("Niimbot 40x30", 40.0, 30.0),
)
LAYOUTS: Final[Mapping[str, Layout]] = {layout.id: layout for layout in _ALL}
"""What can be bought, by id; sizes and distances as the makers give them."""
DEFAULT_LAYOUT: Final = _ALL[0]
CUSTOM: Final = "custom"

_MEASURE: Final = Number(Decimal(0), Decimal(1000), 3)
_CUSTOM_FIELDS: Final[Mapping[str, Number | Whole]] = {
    "page_width": Number(Decimal(8), Decimal(1000), 3),
    "page_height": Number(Decimal(8), Decimal(1000), 3),
    "columns": Whole(1, 50),
    "rows": Whole(1, 100),
    "label_width": Number(Decimal(8), Decimal(1000), 3),
    "label_height": Number(Decimal(8), Decimal(1000), 3),
    "left": _MEASURE,
    "top": _MEASURE,
    "pitch_x": _MEASURE,
    "pitch_y": _MEASURE,
}
_NEEDED: Final = ("page_width", "page_height", "label_width", "label_height")


@dataclass(frozen=True, slots=True)
class CustomLayout:
    """Reads a layout of the household's own: measures by their names."""

    def read(self, field: str, raw: object) -> Layout:
        """Return the layout. Raises InvalidValueError, RequiredValueError or LayoutMismatchError."""
        if not isinstance(raw, Mapping):
            raise InvalidValueError(field, "measures by their names expected")
        for name in raw:
            if name not in _CUSTOM_FIELDS:
                raise InvalidValueError(f"{field}.{str(name)[:40]}", "there is no such field")
        given = {
            name: reader.read(f"{field}.{name}", raw[name])
            for name, reader in _CUSTOM_FIELDS.items()
            if raw.get(name) is not None
        }
        for name in _NEEDED:
            if name not in given:
                raise RequiredValueError(field=f"{field}.{name}")
        return _fitting({name: float(value) for name, value in given.items()})


def _fitting(given: Mapping[str, float]) -> Layout:
    """Return the layout of these measures. Raises LayoutMismatchError if the labels overlap or leave the page."""
    columns, rows = int(given.get("columns", 1)), int(given.get("rows", 1))
    width, height = given["label_width"], given["label_height"]
    layout = Layout(
        id=CUSTOM,
        name="",
        kind=SheetKind.SHEET if columns * rows > 1 else SheetKind.ROLL,
        page_width=given["page_width"],
        page_height=given["page_height"],
        columns=columns,
        rows=rows,
        label_width=width,
        label_height=height,
        left=given.get("left", 0.0),
        top=given.get("top", 0.0),
        pitch_x=given.get("pitch_x") or width,
        pitch_y=given.get("pitch_y") or height,
    )
    right, bottom = layout.corner(layout.per_page - 1)
    _check("width", layout.left, right + width, layout.page_width, layout.pitch_x - width)
    _check("height", layout.top, bottom + height, layout.page_height, layout.pitch_y - height)
    return layout


def _check(direction: str, start: float, end: float, page: float, gap: float) -> None:
    """Raise LayoutMismatchError if labels do not fit in one direction."""
    if end > page + _TOLERANCE:
        raise LayoutMismatchError(direction=direction, needed=f"{end:g}", page=f"{page:g}")
    if gap < -_TOLERANCE:
        raise LayoutMismatchError(direction=direction, needed=f"{end - start - gap:g}", page=f"{page:g}")


def layout_of(layout_id: str | None) -> Layout:
    """Return the layout with this id; the usual one without an id. Raises InvalidValueError."""
    if layout_id is None:
        return DEFAULT_LAYOUT
    if (layout := LAYOUTS.get(layout_id)) is None:
        raise InvalidValueError("layout", f"one of {', '.join(LAYOUTS)} expected")
    return layout
