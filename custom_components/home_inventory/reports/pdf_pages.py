"""Pages of a report: room that is used from the top, a line at the head, and which page of how many at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from ..printing.fonts import REGULAR
from .typesetting import LINE, draw, prepare, width_of, wrap

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ..domain.report_documents import Document
    from .writing import Writer

_SIDE: Final[float] = 15 * mm
_TOP: Final[float] = 16 * mm
_FOOT: Final[float] = 15 * mm
_SMALL: Final = 7.5
_TOTAL: Final = "total"
"""The name of the drawing that has the number of pages, which is known in the end."""
GREY: Final = 0.4
LIGHT: Final = 0.8


class Pages:
    """The pages of a file; `y` is how far the room of the page is used, in points from its lower edge."""

    def __init__(self, file: Path, document: Document, writer: Writer, *, is_letter: bool) -> None:
        """Begin the first page."""
        prepare()
        width, self.height = LETTER if is_letter else A4
        self.left: float = _SIDE
        self.right: float = width - _SIDE
        self.canvas = Canvas(str(file), pagesize=(width, self.height), pageCompression=1, lang=writer.language)
        self.canvas.setTitle(f"{document.title} - {document.household}")
        self.canvas.setCreator("Home Inventory")
        self._document, self._writer = document, writer
        self._number = 1
        self.y = self.height - _TOP
        self.head: Callable[[], None] | None = None
        """Draws what is repeated on each page."""

    @property
    def width(self) -> float:
        """Return how wide a line may be."""
        return self.right - self.left

    def room(self, height: float) -> None:
        """Make sure that there is so much room, if need be on a new page."""
        if self.y - height < _FOOT:
            self.new_page()

    def new_page(self) -> None:
        """Begin a page."""
        self._foot()
        self.canvas.showPage()
        self._number += 1
        self.y = self.height - _TOP
        title = f"{self._document.title} · {self._document.household}"
        self.canvas.setFillGray(GREY)
        draw(self.canvas, self.left, self.y, wrap(title, REGULAR, _SMALL, self.width, 1)[0], REGULAR, _SMALL)
        self.canvas.setFillGray(0)
        self.y -= 6 * mm
        if self.head is not None:
            self.head()

    def text(self, text: str, size: float, *, font: str = REGULAR, grey: float = 0.0, gap: float = 0.0) -> None:
        """Write a text on as many lines as it needs, and leave a gap below."""
        for line in wrap(text, font, size, self.width):
            self.room(size * LINE)
            self.y -= size * LINE
            self.canvas.setFillGray(grey)
            draw(self.canvas, self.left, self.y, line, font, size)
        self.canvas.setFillGray(0)
        self.y -= gap

    def rule(self, grey: float = LIGHT, thickness: float = 0.5) -> None:
        """Draw a line across the page."""
        self.canvas.setStrokeGray(grey)
        self.canvas.setLineWidth(thickness)
        self.canvas.line(self.left, self.y, self.right, self.y)

    def save(self) -> None:
        """Write the file."""
        self._foot()
        self.canvas.beginForm(_TOTAL)
        draw(self.canvas, 0, 0, self._writer.number(self._number), REGULAR, _SMALL)
        self.canvas.endForm()
        self.canvas.showPage()
        self.canvas.save()

    def _foot(self) -> None:
        """Write when the report was made, and which page this is."""
        y = _FOOT - 7 * mm
        self.canvas.setFillGray(GREY)
        draw(self.canvas, self.left, y, self._document.made_on, REGULAR, _SMALL)
        text = self._writer.say("page", page=self._writer.number(self._number))
        x = self.right - width_of(f"{text}000", REGULAR, _SMALL)
        draw(self.canvas, x, y, text, REGULAR, _SMALL)
        self.canvas.saveState()
        self.canvas.translate(x + width_of(text, REGULAR, _SMALL), y)
        self.canvas.doForm(_TOTAL)
        self.canvas.restoreState()
        self.canvas.setFillGray(0)
