"""What a file is, told by how it begins: names and what browsers say of files are not believed."""

from __future__ import annotations

from typing import Final

HEAD_LENGTH: Final = 512
"""How many bytes of a file are looked at."""
PDF: Final = "application/pdf"
TEXT: Final = "text/plain"
ANYTHING: Final = "application/octet-stream"
HEIC: Final = "image/heic"

_BEGINNINGS: Final = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", PDF),
    (b"PK\x03\x04", "application/zip"),
)
_BRANDS: Final = {
    b"avif": "image/avif",
    b"avis": "image/avif",
    b"heic": HEIC,
    b"heix": HEIC,
    b"heim": HEIC,
    b"heis": HEIC,
    b"hevc": HEIC,
    b"mif1": HEIC,
    b"msf1": HEIC,
}
"""What follows `ftyp` in the files that are made like films."""
DRAWN: Final = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp", "image/avif"})
"""Pictures of which smaller ones are made."""
TOLD: Final = DRAWN | {HEIC, PDF, TEXT, ANYTHING, "application/zip"}
"""All that a file can turn out to be."""
_SHOWN: Final = DRAWN | {HEIC, PDF}


def media_type_of(head: bytes) -> str:
    """Return what a file is, from its first `HEAD_LENGTH` bytes. SVG and HTML count as text."""
    for beginning, media_type in _BEGINNINGS:
        if head.startswith(beginning):
            return media_type
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], ANYTHING)
    return TEXT if _is_text(head) else ANYTHING


def _is_text(head: bytes) -> bool:
    """Return whether these bytes begin a text; the last letter may be cut in two."""
    if not head or b"\x00" in head:
        return False
    for spare in range(4):
        try:
            head[: len(head) - spare].decode()
        except UnicodeDecodeError:
            continue
        return True
    return False


def is_picture(media_type: str) -> bool:
    """Return whether a file is a picture that a browser may show."""
    return media_type in DRAWN or media_type == HEIC


def is_shown(media_type: str) -> bool:
    """Return whether a browser may show a file by itself; everything else is only ever saved."""
    return media_type in _SHOWN
