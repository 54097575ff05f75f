"""The two fonts of labels, and how wide a text is in them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from ..domain.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

_ASSETS: Final = Path(__file__).parent / "assets"
REGULAR: Final = "HomeInventoryRegular"
BOLD: Final = "HomeInventoryBold"
_FILES: Final = {REGULAR: "DejaVuSansCondensed.ttf", BOLD: "DejaVuSansCondensed-Bold.ttf"}


@cache
def load_fonts() -> frozenset[int]:
    """Make the fonts known to the library; return the characters that both of them have."""
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(_ASSETS / file)))
    known = [set(pdfmetrics.getFont(name).face.charToGlyph) for name in _FILES]
    return frozenset(known[0] & known[1])


def width_of(text: str, font: str, size: float) -> float:
    """Return how wide a text is, in the unit of the size."""
    return float(pdfmetrics.stringWidth(text, font, size))


def printable(text: str) -> str:
    """Return a text without what the fonts do not have."""
    known = load_fonts()
    return one_line("".join(char for char in text if ord(char) in known))


def unprintable(texts: Iterable[str]) -> list[str]:
    """Return the characters that the fonts do not have, each once, in the order in which they come."""
    known = load_fonts()
    found = dict.fromkeys(char for text in texts for char in text if ord(char) not in known and not char.isspace())
    return list(found)
