"""Photos as phones take them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from playwright.async_api import FilePayload


def phone_photo(colour: str, name: str = "IMG_2026.jpg") -> FilePayload:
    """Return a photo as a phone takes it: large, lying on its side, with the place where it was taken."""
    image = Image.new("RGB", (4000, 3000), colour)
    draw = ImageDraw.Draw(image)
    draw.ellipse((1200, 700, 2800, 2300), fill="white")
    draw.rectangle((0, 0, 400, 400), fill="black")
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    target = io.BytesIO()
    image.save(target, "JPEG", quality=92, exif=exif)
    return {"name": name, "mimeType": "image/jpeg", "buffer": target.getvalue()}
