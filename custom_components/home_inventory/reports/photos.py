"""Photos as small pictures: a report of thousands stays small, and one that is broken is left out."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageOps

if TYPE_CHECKING:
    from pathlib import Path

_QUALITY: Final = 78


class Photos:
    """Makes small pictures, and counts those that could not be read."""

    def __init__(self, side: int) -> None:
        """Take how many points the longer side gets."""
        self._side = side
        self.broken = 0

    def small(self, path: Path) -> io.BytesIO | None:
        """Return a photo as a small JPEG; None if it can't be read."""
        try:
            with Image.open(path) as photo:
                photo.draft("RGB", (self._side * 2, self._side * 2))  # a JPEG is read smaller than it is, not all of it
                turned = ImageOps.exif_transpose(photo)
                turned.thumbnail((self._side, self._side))
                return _as_jpeg(turned)
        except (
            OSError,
            ValueError,
            SyntaxError,
            Image.DecompressionBombError,
        ):  # Pillow opens nothing of 180 million points
            self.broken += 1
            return None


def _as_jpeg(photo: Image.Image) -> io.BytesIO:
    """Return a picture as a JPEG; what shines through is white."""
    full = photo.convert("RGBA")
    paper = Image.new("RGB", full.size, "white")
    paper.paste(full, mask=full.getchannel("A"))
    content = io.BytesIO()
    paper.save(content, "JPEG", quality=_QUALITY)
    content.seek(0)
    return content
