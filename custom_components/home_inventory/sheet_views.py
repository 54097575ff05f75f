"""Views of label sheets, as docs/api.md describes them. What is slow here is run in a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import sheet_shapes

if TYPE_CHECKING:
    from .domain.code_labels import PrintOrder
    from .domain.label_layouts import Layout
    from .printing.arrange import Drawing


def layout_view(layout: Layout) -> sheet_shapes.LabelLayout:
    """Return a layout with its measures."""
    return sheet_shapes.LabelLayout(
        id=layout.id,
        name=layout.name,
        kind=layout.kind,
        page_width=layout.page_width,
        page_height=layout.page_height,
        columns=layout.columns,
        rows=layout.rows,
        label_width=layout.label_width,
        label_height=layout.label_height,
        left=layout.left,
        top=layout.top,
        pitch_x=layout.pitch_x,
        pitch_y=layout.pitch_y,
    )


def qr_view(text: str) -> sheet_shapes.QrCode:
    """Return the QR code of a text, ready to be drawn."""
    from .printing.qr import make_qr  # noqa: PLC0415 - only who draws needs it

    qr = make_qr(text)
    return sheet_shapes.QrCode(text=text, size=qr.size, path=qr.path)


def preview_view(order: PrintOrder, page: int) -> sheet_shapes.LabelPreview:
    """Return a page of an order, drawn; the last one if there are not so many."""
    from .printing.arrange import arrange  # noqa: PLC0415 - reads the fonts: not on the event loop

    number = min(page, order.pages - 1)
    drawings = [
        _drawing_view(order.qr_text(label), order.layout.corner(position), arrange(label, order))
        for position, label in order.page(number)
    ]
    return sheet_shapes.LabelPreview(
        layout=layout_view(order.layout),
        parts=sorted(order.parts),
        qr=order.qr,
        labels=len(order.labels),
        pages=order.pages,
        page=number,
        drawings=drawings,
        unprintable=unprintable_in(order),
    )


def unprintable_in(order: PrintOrder) -> list[str]:
    """Return the characters of an order that can't be printed."""
    from .printing.fonts import unprintable  # noqa: PLC0415 - reads the fonts: not on the event loop

    return unprintable(text for label in order.labels for text in (label.name, label.place or ""))


def _drawing_view(text: str, corner: tuple[float, float], drawing: Drawing) -> sheet_shapes.LabelDrawing:
    """Return one label."""
    from .printing.fonts import BOLD  # noqa: PLC0415

    x, y = corner
    box = drawing.qr_box
    qr = sheet_shapes.LabelQr(x=_short(box.x), y=_short(box.y), side=_short(box.width), **qr_view(text))
    lines = [
        sheet_shapes.LabelLine(
            text=line.text,
            x=_short(line.x),
            y=_short(line.baseline),
            size=_short(line.size),
            width=_short(line.width),
            bold=line.font == BOLD,
        )
        for line in drawing.lines
    ]
    return sheet_shapes.LabelDrawing(x=_short(x), y=_short(y), qr=qr, lines=lines)


def _short(measure: float) -> float:
    """Return a measure to a hundredth of a millimetre."""
    return round(measure, 2)
