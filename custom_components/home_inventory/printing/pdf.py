"""The PDF of a print order."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from .arrange import arrange
from .fonts import load_fonts

if TYPE_CHECKING:
    from ..domain.code_labels import PrintOrder
    from .arrange import Drawing

_FRAME_WIDTH: Final = 0.1


def make_pdf(order: PrintOrder, title: str) -> bytes:
    """Return the PDF. Takes some seconds for thousands of labels: run it in a thread."""
    load_fonts()
    layout = order.layout
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(layout.page_width * mm, layout.page_height * mm), pageCompression=1)
    canvas.setTitle(title)
    canvas.setCreator("Home Inventory")
    for number in range(order.pages):
        for position, label in order.page(number):
            x, y = layout.corner(position)
            canvas.saveState()
            canvas.translate(x * mm, (layout.page_height - y) * mm)
            canvas.scale(mm, mm)
            if order.frames:
                canvas.setLineWidth(_FRAME_WIDTH)
                canvas.rect(0, -layout.label_height, layout.label_width, layout.label_height)
            _draw(canvas, arrange(label, order))
            canvas.restoreState()
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw(canvas: Canvas, drawing: Drawing) -> None:
    """Draw a label; the origin is its upper left corner, a unit is a millimetre and up is positive."""
    box, qr = drawing.qr_box, drawing.qr
    canvas.saveState()
    canvas.translate(box.x, -box.y)
    canvas.scale(box.width / qr.size, box.height / qr.size)
    path = canvas.beginPath()
    for column, row, length in qr.runs:
        path.rect(column, -row - 1, length, 1)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()
    for line in drawing.lines:
        canvas.setFont(line.font, line.size)
        canvas.drawString(line.x, -line.baseline, line.text)
