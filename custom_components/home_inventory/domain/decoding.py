"""From the bytes of a file to its text."""

from __future__ import annotations

import codecs
from typing import Final

_MARKS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SAMPLE: Final = 512


def decode(content: bytes) -> tuple[str, str]:
    """Return the text and the name of its encoding: by its mark, else UTF-16 by its zeros, else UTF-8, else Windows.

    Windows PowerShell 5.1 writes UTF-16 LE with a mark for `>`; editors drop the mark at times. Damaged places are
    replaced, so every file can be read.
    """
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), None) or _guessed(content)
    return content.decode(encoding, errors="replace"), encoding.removesuffix("-sig")


def _guessed(content: bytes) -> str:
    """Return the encoding of bytes without a mark."""
    sample = content[:_SAMPLE]
    half = len(sample) // 2
    # Scans are mostly ASCII: in UTF-16 every other byte is zero.
    if half and sample[1::2].count(0) * 2 > half:
        return "utf-16-le"
    if half and sample[0::2].count(0) * 2 > half:
        return "utf-16-be"
    try:
        # The last bytes of a cut-off file may be half a character; that makes it no other encoding.
        codecs.getincrementaldecoder("utf-8")().decode(content)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
