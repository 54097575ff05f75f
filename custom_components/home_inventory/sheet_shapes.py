"""The shapes of label sheets; `shapes.py` has the list of all shapes. Measures are millimetres."""

from typing import TypedDict

from .domain.code_labels import LabelPart, QrContent  # noqa: TC001 - script/gen_types reads them
from .domain.label_layouts import SheetKind  # noqa: TC001


class LabelLayout(TypedDict):
    """A grid of labels on a page, from its upper left corner."""

    id: str
    name: str
    kind: SheetKind
    page_width: float
    page_height: float
    columns: int
    rows: int
    label_width: float
    label_height: float
    left: float
    top: float
    pitch_x: float
    pitch_y: float


class LabelLine(TypedDict):
    """A line of text on a label; x and y are where its foot begins."""

    text: str
    x: float
    y: float
    size: float
    width: float
    bold: bool


class QrCode(TypedDict):
    """A QR code: the data of an SVG path in a square whose side is `size`."""

    text: str
    size: int
    path: str


class LabelQr(QrCode):
    """Where the QR code of a label is, and how long a side of it."""

    x: float
    y: float
    side: float


class LabelDrawing(TypedDict):
    """A label and where it is on the page."""

    x: float
    y: float
    qr: LabelQr
    lines: list[LabelLine]


class LabelPreview(TypedDict):
    """A page as it will be printed. `unprintable` are characters that the fonts of the PDF do not have."""

    layout: LabelLayout
    parts: list[LabelPart]
    qr: QrContent
    labels: int
    pages: int
    page: int
    drawings: list[LabelDrawing]
    unprintable: list[str]


class LabelSheet(TypedDict):
    """A PDF that can be fetched for an hour: a signed path, and its whole address if this home knows its own."""

    path: str
    url: str | None
    labels: int
    pages: int
    unprintable: list[str]
