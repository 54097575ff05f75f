"""Files as people have them: pictures and papers, each different from the others."""

from __future__ import annotations

import io
import zlib
from typing import Any

from PIL import Image


def a_picture(words: str = "", size: tuple[int, int] = (64, 48), kind: str = "PNG", **options: Any) -> bytes:
    """Return a picture; other words give another one."""
    shade = zlib.crc32(words.encode())
    image = Image.new("RGB", size, (shade & 255, shade >> 8 & 255, shade >> 16 & 255))
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def a_pdf(words: str = "") -> bytes:
    """Return a PDF with one empty page, as small as they get."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\ntrailer<</Root 1 0 R>>\n%" + words.encode()
    )
