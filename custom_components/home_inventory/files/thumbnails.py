"""Small pictures of large ones: made once, turned the right way up, and without what the camera wrote into them."""

from __future__ import annotations

import secrets
import threading
from typing import TYPE_CHECKING, Any, Final

from ..domain.attachment_errors import PictureTooLargeError, PictureUnreadableError
from .store import kept_or_refused

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SIZES: Final = (160, 480, 1600)
"""Pixels of the longest side: for rows, for tiles, and to look at."""
_MEGAPIXELS: Final = 40
"""What one picture may have when it is unpacked: 120 MB of memory for a moment."""


class Thumbnails:
    """The small pictures of a folder of files. All of it blocks; one is made at a time, for the sake of memory."""

    def __init__(self, folder: Path, incoming: Path) -> None:
        """Make no folder yet."""
        self._folder = folder
        self._incoming = incoming
        self._one_at_a_time = threading.Lock()

    def make(self, digest: str, source: Path, size: int) -> Path:
        """Return the small picture of a file, made if there is none yet.

        Raises PictureUnreadableError, PictureTooLargeError and FileNotKeptError.
        """
        path = self._path_of(digest, size)
        with self._one_at_a_time:
            if not path.is_file():
                with kept_or_refused():
                    self._incoming.mkdir(parents=True, exist_ok=True)
                    path.parent.mkdir(parents=True, exist_ok=True)
                self._write(_draw(source, size), path)
        return path

    def remove(self, digests: Iterable[str]) -> None:
        """Forget the small pictures of files that are gone."""
        for digest in digests:
            for size in SIZES:
                self._path_of(digest, size).unlink(missing_ok=True)

    def _path_of(self, digest: str, size: int) -> Path:
        return self._folder / digest[:2] / f"{digest}-{size}.webp"

    def _write(self, picture: Any, path: Path) -> None:
        """Keep a picture whole or not at all; nothing is lost if it has to be made again."""
        new = self._incoming / f"home_inventory-{secrets.token_hex(16)}"
        try:
            with kept_or_refused():
                picture.save(new, "WEBP", quality=82)
                new.replace(path)
        finally:
            new.unlink(missing_ok=True)


def _draw(source: Path, size: int) -> Any:
    """Return a picture made small. Only its dots are taken over: neither the place where it was taken nor anything else."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - heavy, and needed by few

    try:
        with Image.open(source, formats=("JPEG", "PNG", "GIF", "WEBP", "AVIF")) as opened:
            opened.draft("RGB", (size, size))  # a JPEG is unpacked at a half, a quarter or an eighth
            if opened.width * opened.height > _MEGAPIXELS * 1_000_000:
                raise PictureTooLargeError(limit=_MEGAPIXELS)
            upright = ImageOps.exif_transpose(opened)
            has_gaps = "A" in upright.getbands() or "transparency" in upright.info
            picture = upright.convert("RGBA" if has_gaps else "RGB")
            picture.thumbnail((size, size))
            bare = Image.new(picture.mode, picture.size)
            bare.paste(picture)
            return bare
    except Image.DecompressionBombError:
        raise PictureTooLargeError(limit=_MEGAPIXELS) from None
    except (OSError, ValueError, SyntaxError, TypeError, ArithmeticError, LookupError, MemoryError, EOFError) as err:
        raise PictureUnreadableError from err  # Pillow says all of these of damaged files
