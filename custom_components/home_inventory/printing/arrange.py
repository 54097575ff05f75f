"""Where the QR code and the lines of text go on a label. All measures are millimetres, from its upper left corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..domain.code_labels import LabelPart
from .fit import Line, Style, fit_lines
from .fonts import BOLD, REGULAR, printable
from .qr import QUIET, Qr, make_qr

if TYPE_CHECKING:
    from ..domain.code_labels import CodeLabel, PrintOrder

_WIDE: Final = 1.3
"""From how much wider than high on the text stands beside the QR code, else below it."""
_GAP: Final = 0.04
"""What is left between the QR code and the text, as a part of the longer side."""


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a label."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """A label, ready to be drawn."""

    qr: Qr
    qr_box: Box
    lines: tuple[Line, ...]


def arrange(label: CodeLabel, order: PrintOrder) -> Drawing:
    """Return where everything goes on a label."""
    qr = make_qr(order.qr_text(label))
    width, height = order.layout.label_width, order.layout.label_height
    margin = min(2.0, 0.06 * min(width, height))
    inner = Box(margin, margin, width - 2 * margin, height - 2 * margin)
    styles = _styles(label, order)
    square, rest = _split(inner, has_text=bool(styles))
    quiet = square.width * QUIET / (qr.size + 2 * QUIET)
    dots = Box(square.x + quiet, square.y + quiet, square.width - 2 * quiet, square.height - 2 * quiet)
    beside = rest.x > square.x
    lines = fit_lines(styles, rest.width, rest.height)
    used = sum(line.height for line in lines)
    top = rest.y + max(0.0, (rest.height - used) / 2 if beside else 0.0)
    return Drawing(qr, dots, tuple(_placed(lines, rest, top, centred=not beside)))


def _split(inner: Box, *, has_text: bool) -> tuple[Box, Box]:
    """Return the square of the QR code, and what is left for the text."""
    if not has_text:
        side = min(inner.width, inner.height)
        centred = Box(inner.x + (inner.width - side) / 2, inner.y + (inner.height - side) / 2, side, side)
        return centred, Box(inner.x, inner.y, 0, 0)
    gap = _GAP * max(inner.width, inner.height)
    if inner.width >= _WIDE * inner.height:
        side = min(inner.height, 0.46 * inner.width)
        y = inner.y + (inner.height - side) / 2
        x = inner.x + side + gap / 2
        return Box(inner.x, y, side, side), Box(x, inner.y, inner.x + inner.width - x, inner.height)
    side = min(inner.width, 0.58 * inner.height)
    x = inner.x + (inner.width - side) / 2
    y = inner.y + side + gap / 4
    return Box(x, inner.y, side, side), Box(inner.x, y, inner.width, inner.y + inner.height - y)


def _styles(label: CodeLabel, order: PrintOrder) -> list[Style]:
    """Return the texts of a label with how they look, from the top."""
    texts = {
        LabelPart.CODE: Style(label.code, BOLD, share=0.30, largest=9.0, lines=1),
        LabelPart.NAME: Style(printable(label.name), BOLD, share=0.20, largest=5.5, lines=3),
        LabelPart.PLACE: Style(printable(label.place or ""), REGULAR, share=0.13, largest=3.5, lines=2, keep_end=True),
    }
    return [style for part, style in texts.items() if part in order.parts and style.text]


def _placed(lines: list[Line], rest: Box, top: float, *, centred: bool) -> list[Line]:
    """Return the lines one below the other."""
    placed: list[Line] = []
    for line in lines:
        x = rest.x + (rest.width - line.width) / 2 if centred else rest.x
        placed.append(line.at(x, top + line.ascent))
        top += line.height
    return placed
