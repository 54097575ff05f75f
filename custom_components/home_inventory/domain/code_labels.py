"""Code labels: what is printed and stuck on things and places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from .scanned import CODE_PATH

if TYPE_CHECKING:
    from .label_layouts import Layout

MOST_LABELS: Final = 2000
"""How many labels are printed at a time: a hundred sheets of them."""
ORDER_LIFETIME: Final = timedelta(hours=1)
"""How long the link to a PDF leads to it."""
APP_LINK: Final = "homeassistant://navigate"
"""How the companion app is asked for a page, by a home that does not know its own address."""


class LabelPart(StrEnum):
    """What stands on a label beside the QR code."""

    NAME = "name"
    CODE = "code"
    PLACE = "place"


class QrContent(StrEnum):
    """What the QR code says."""

    LINK = "link"
    """An address that any phone opens."""
    CODE = "code"
    """The four letters: larger dots on small labels, for the scanner of the panel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeLabel:
    """What is known about one label."""

    code: str
    name: str
    place: str | None = None
    """Where the thing is, from the outside in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOrder:
    """Labels, and how they are to be printed."""

    labels: tuple[CodeLabel, ...]
    layout: Layout
    start: int = 0
    """How many labels of the first page are gone already."""
    parts: frozenset[LabelPart] = frozenset(LabelPart)
    qr: QrContent = QrContent.LINK
    base: str = APP_LINK
    """What stands before the path in a link."""
    frames: bool = False
    """Draw the edges of the labels, for plain paper and scissors."""

    @property
    def pages(self) -> int:
        """How many pages that makes."""
        return -(-(self.start + len(self.labels)) // self.layout.per_page)

    def page(self, number: int) -> tuple[tuple[int, CodeLabel], ...]:
        """Return the labels of a page with their positions on it; pages count from 0."""
        per_page = self.layout.per_page
        first = number * per_page - self.start
        return tuple(
            (position, self.labels[first + position])
            for position in range(per_page)
            if 0 <= first + position < len(self.labels)
        )

    def qr_text(self, label: CodeLabel) -> str:
        """Return what the QR code of a label says."""
        return label.code if self.qr is QrContent.CODE else code_link(self.base, label.code)


def code_link(base: str, code: str) -> str:
    """Return the address that opens what has a code."""
    return f"{base.rstrip('/')}{CODE_PATH}{code}"
