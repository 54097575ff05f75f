"""Small pictures of large ones."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from custom_components.home_inventory.domain.attachment_errors import PictureTooLargeError, PictureUnreadableError
from custom_components.home_inventory.files import FileStore, Thumbnails
from tests.pictures import a_picture

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    """Return a store without any files."""
    return FileStore(tmp_path / "files", tmp_path / ".cache")


def drawn(store: FileStore, content: bytes, size: int = 160) -> Path:
    """Return where the small picture of a file is."""
    digest = store.put(content).digest
    thumbnails = Thumbnails(store.folder.parent / "thumbnails", store.incoming)
    return thumbnails.make(digest, store.path_of(digest), size)


def taken_by_a_phone() -> bytes:
    """Return a photo that lies on its side and says where it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010F] = "Maker of phones"
    exif.get_ifd(0x8825)[1] = "N"
    return a_picture("phone", (1000, 500), "JPEG", exif=exif)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "AVIF"])
def test_pictures_of_all_kinds_are_made_small(store: FileStore, kind: str) -> None:
    """Their longest side is as long as was asked for."""
    with Image.open(drawn(store, a_picture("x", (1000, 500), kind))) as small:
        assert (small.format, small.size) == ("WEBP", (160, 80))


def test_a_small_picture_stays_small(store: FileStore) -> None:
    """It is not blown up."""
    with Image.open(drawn(store, a_picture("x", (10, 20)), 1600)) as small:
        assert small.size == (10, 20)


def test_a_photo_is_turned_upright_and_says_nothing_about_where_it_was_taken(store: FileStore) -> None:
    """Neither of the maker of the camera."""
    photo = taken_by_a_phone()
    with Image.open(io.BytesIO(photo)) as before, Image.open(drawn(store, photo)) as small:
        told = (len(before.getexif()) > 0, dict(small.getexif()), "exif" in small.info)
        assert (small.size, told) == ((80, 160), (True, {}, False))


def test_it_is_made_once(store: FileStore) -> None:
    """And found again."""
    first = drawn(store, a_picture())
    written = first.stat().st_mtime_ns

    assert (drawn(store, a_picture()), first.stat().st_mtime_ns) == (first, written)
    assert [path.suffix for path in first.parent.iterdir()] == [".webp"]


@pytest.mark.parametrize(
    "content",
    [
        a_picture("x", (800, 600), "JPEG", quality=95)[:2000],
        a_picture("x", (800, 600))[:-40],
        b"\x89PNG\r\n\x1a\n<script>alert(1)</script>",
        b"\xff\xd8\xff" + b"\x00" * 100,
        b"GIF89a/*<svg onload=alert(1)>*/=1;alert(1)",
    ],
)
def test_what_is_damaged_is_refused(store: FileStore, content: bytes) -> None:
    """Nothing is left of it but the file."""
    with pytest.raises(PictureUnreadableError):
        drawn(store, content)

    assert [*store.incoming.iterdir()] == []


def bomb(side: int) -> bytes:
    """Return a picture of a few bytes that says it is as large as a wall."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4) + name + data + zlib.crc32(name + data).to_bytes(4)

    head = side.to_bytes(4) + side.to_bytes(4) + bytes([1, 0, 0, 0, 0])
    rows = zlib.compress(b"\x00" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [7_000, 50_000])
def test_a_bomb_is_not_unpacked(store: FileStore, side: int) -> None:
    """The error says how many pixels are shown."""
    with pytest.raises(PictureTooLargeError) as refused:
        drawn(store, bomb(side))

    assert refused.value.placeholders == {"limit": "40"}
