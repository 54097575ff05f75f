"""A camera that shows a printed label, as a file that Chromium plays instead of a real one."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import segno
from PIL import Image

if TYPE_CHECKING:
    from pathlib import Path

SIZE = (640, 480)
FRAMES_PER_SECOND = 5
SECONDS = 2
"""How long the label is shown, and how long it is taken away, over and over."""


def show_label(path: Path, text: str) -> list[str]:
    """Write the film of a label with this text; return the arguments with which Chromium plays it."""
    with path.open("wb") as film:
        film.write(f"YUV4MPEG2 W{SIZE[0]} H{SIZE[1]} F{FRAMES_PER_SECOND}:1 Ip A1:1 C420jpeg\n".encode())
        for picture in (_table(), _label(text)):
            film.write(_frame(picture) * (FRAMES_PER_SECOND * SECONDS))
    return [
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-video-capture={path}",
    ]


def _table() -> Image.Image:
    """Return a picture of nothing but a table."""
    return Image.new("L", SIZE, 120)


def _label(text: str) -> Image.Image:
    """Return a picture of a label that lies a little askew on the table."""
    drawn = io.BytesIO()
    segno.make(text, error="m").save(drawn, kind="png", scale=6, border=4)
    label = Image.open(drawn).convert("L").rotate(7, expand=True, fillcolor=120)
    picture = _table()
    picture.paste(label, ((SIZE[0] - label.width) // 2, (SIZE[1] - label.height) // 2))
    return picture


def _frame(picture: Image.Image) -> bytes:
    """Return a frame of a film: light and dark, without colours."""
    return b"FRAME\n" + picture.tobytes() + b"\x80" * (SIZE[0] * SIZE[1] // 2)
