"""Texts on paper: which font each character is in, how wide a text is, and where its lines break."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont

from ..printing.fonts import load_fonts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlab.pdfgen.canvas import Canvas

HAN: Final = "STSong-Light"
HANGUL: Final = "HYSMyeongJo-Medium"
"""Fonts that are not in the file: what opens it takes its own for these characters, as the PDF standard names them."""
_HANGUL: Final = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")
_HAN: Final = re.compile(r"[\u2e80-\u312f\u3190-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]")
UNKNOWN: Final = "□"
_INVISIBLE: Final = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
"""Marks that join, turn or vary letters: they have no shape of their own."""
LINE: Final = 1.25
"""How much higher a line is than its letters."""
MOST_LINES: Final = 24
"""Of one text: a row has to fit on a page."""
_ELLIPSIS: Final = "…"
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"


@cache
def prepare() -> frozenset[int]:
    """Make all fonts known to the library; return the characters that those in the file have."""
    for name in (HAN, HANGUL):
        pdfmetrics.registerFont(UnicodeCIDFont(name))
    return load_fonts()


def foreign(texts: Iterable[str]) -> list[str]:
    """Return the characters that are not in the fonts of the file, each once."""
    known = prepare()
    return sorted(
        {char for text in texts for char in set(text) if ord(char) not in known and char.isprintable()} - {" "}
    )


def clean(text: str) -> str:
    """Return a text without what has no shape."""
    return text if text.isascii() else _INVISIBLE.sub("", text)


def has_font(char: str) -> bool:
    """Return whether a character can be shown, if not by the file then by what opens it."""
    return _font_of(char, "") != UNKNOWN


def _font_of(char: str, font: str) -> str:
    """Return the font that has a character; the last one stands for those that none has."""
    if ord(char) in prepare():
        return font
    if _HAN.match(char):
        return HAN
    return HANGUL if _HANGUL.match(char) else UNKNOWN


@lru_cache(maxsize=4096)
def runs(text: str, font: str) -> tuple[tuple[str, str], ...]:
    """Return a text in parts that are in one font each: the font, and the part."""
    if text.isascii():
        return ((font, text),)
    parts = ((name, "".join(chars)) for name, chars in groupby(text, lambda char: _font_of(char, font)))
    return tuple((font, UNKNOWN * len(part)) if name == UNKNOWN else (name, part) for name, part in parts)


def width_of(text: str, font: str, size: float) -> float:
    """Return how wide a text is, in points."""
    return float(sum(pdfmetrics.stringWidth(part, name, size) for name, part in runs(text, font)))


def draw(canvas: Canvas, x: float, y: float, text: str, font: str, size: float) -> None:
    """Draw a text on one line."""
    for name, part in runs(text, font):
        canvas.setFont(name, size)
        canvas.drawString(x, y, part)
        x += pdfmetrics.stringWidth(part, name, size)


def wrap(text: str, font: str, size: float, width: float, most: int = MOST_LINES) -> list[str]:
    """Return a text on lines that are no wider than `width`, at most so many, the last one cut."""
    lines: list[str] = []
    for paragraph in clean(text).splitlines():
        lines += _wrapped(paragraph.strip(" "), font, size, width)
        if len(lines) > most:
            last = lines[most - 1]
            while last and width_of(last + _ELLIPSIS, font, size) > width:
                last = last[:-1]
            return [*lines[: most - 1], last + _ELLIPSIS]
    return lines


def _wrapped(paragraph: str, font: str, size: float, width: float) -> list[str]:
    """Return the lines of a paragraph, broken between words, and inside of those that are too long."""
    lines: list[str] = []
    for word in paragraph.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if width_of(longer, font, size) <= width:
            lines[-1:] = [longer]
        elif width_of(word, font, size) <= width:
            lines.append(word)
        elif _NO_BREAK in word:  # an amount that is too wide for its column is broken before its currency
            for piece in word.rsplit(_NO_BREAK, 1):
                lines += _wrapped(piece, font, size, width)
        else:
            lines += _broken(word, font, size, width)
    return lines


def _broken(word: str, font: str, size: float, width: float) -> list[str]:
    """Return a word that is wider than a line in pieces."""
    pieces: list[str] = []
    used = 0.0
    for char in word:
        wide = width_of(char, font, size)
        if not pieces or used + wide > width:
            pieces.append(char)
            used = wide
        else:
            pieces[-1] += char
            used += wide
    return pieces
