"""Making texts fit: smaller first, on two lines, and with an ellipsis at last."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from .fonts import width_of

_LINE_HEIGHT: Final = 1.18
_ASCENT: Final = 0.93
"""How far the first line's foot is below its top, as a part of its size."""
SMALLEST: Final = 1.4
"""Letters below this size, in millimetres, are read by nobody (4 points)."""
_SCALES: Final = tuple(1 - step / 20 for step in range(14))
"""How all texts together are made smaller, until there is room for them."""
_SHRINKING: Final = (1, 0.92, 0.84, 0.76, 0.68, 0.6)
"""How a text that is too long is made smaller before it is cut."""
ELLIPSIS: Final = "…"


@dataclass(frozen=True, slots=True)
class Style:
    """A text and how it is to look."""

    text: str
    font: str
    share: float
    """Its size as a part of the height that there is for all texts."""
    largest: float
    lines: int
    keep_end: bool = False
    """Whether the end says more than the beginning, as in a path."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; x and baseline are where it begins."""

    text: str
    font: str
    size: float
    width: float
    x: float = 0.0
    baseline: float = 0.0

    @property
    def height(self) -> float:
        """How much room it takes."""
        return self.size * _LINE_HEIGHT

    @property
    def ascent(self) -> float:
        """How far its foot is below its top."""
        return self.size * _ASCENT

    def at(self, x: float, baseline: float) -> Line:
        """Return the line at a place."""
        return replace(self, x=x, baseline=baseline)


def fit_lines(styles: list[Style], width: float, height: float) -> list[Line]:
    """Return the lines of texts, as large as they fit; what has no room at all is left out, the last first."""
    if width <= 0 or height <= 0:
        return []
    for count in range(len(styles), 0, -1):
        for scale in _SCALES:
            lines = [line for style in styles[:count] for line in _fit(style, _size(style, height) * scale, width)]
            if sum(line.height for line in lines) <= height:
                return lines
    return []


def _size(style: Style, height: float) -> float:
    """Return the size that the letters would have if there were room for all."""
    return min(style.largest, style.share * height)


def _fit(style: Style, size: float, width: float) -> list[Line]:
    """Return a text on as many lines as it may have: in smaller letters if it is too long, and cut at last."""
    smaller = size
    for scale in _SHRINKING:
        smaller = max(SMALLEST, size * scale)
        if (lines := _break(style, smaller, width)) is not None:
            return lines
    return [_shortened(style, smaller, width)] if style.keep_end else _filled(style, smaller, width)


def _break(style: Style, size: float, width: float) -> list[Line] | None:
    """Return a text on as many lines as it may have; None if it has no room in this size."""
    lines = _wrapped(style, size, width)
    widths = [width_of(line, style.font, size) for line in lines]
    if len(lines) > style.lines or max(widths) > width:
        return None
    return [Line(line, style.font, size, wide) for line, wide in zip(lines, widths, strict=True)]


def _wrapped(style: Style, size: float, width: float) -> list[str]:
    """Return a text on lines that are broken between words; a word may be too long for its line."""
    lines: list[str] = []
    for word in style.text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, style.font, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _filled(style: Style, size: float, width: float) -> list[Line]:
    """Return the lines that a text may have, the last of them with all the rest, cut."""
    lines = _wrapped(style, size, width)
    kept = lines[: style.lines - 1]
    parts = [*kept, " ".join(lines[len(kept) :])]
    return [_shortened(replace(style, text=part), size, width) for part in parts if part]


def _shortened(style: Style, size: float, width: float) -> Line:
    """Return as much of a text as one line takes, with an ellipsis for the rest."""
    low, high = 0, len(style.text)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(_part(style, middle), style.font, size) <= width:
            low = middle
        else:
            high = middle - 1
    text = _part(style, low)
    return Line(text, style.font, size, width_of(text, style.font, size))


def _part(style: Style, length: int) -> str:
    """Return the beginning of a text, or its end, with an ellipsis for what is left out."""
    if length == len(style.text):
        return style.text
    if style.keep_end:
        return ELLIPSIS + style.text[len(style.text) - length :].lstrip()
    return style.text[:length].rstrip() + ELLIPSIS
