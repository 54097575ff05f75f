"""The blocks of hardware addresses that are smaller than 24 bits: several makers share what looks like one prefix.

The asset is made of IEEE's public lists by `script/small_blocks.py`; `assets/README.md` has its format and date.
"""

from __future__ import annotations

import gzip
import struct
import zlib
from array import array
from bisect import bisect_left
from datetime import date
from itertools import accumulate
from pathlib import Path
from typing import Final

ASSET: Final = Path(__file__).parent / "assets" / "small_blocks.bin.gz"
HEADER: Final = struct.Struct("<4sIII")
"""A mark, the day of the lists as the number yyyymmdd, how many blocks of 28 bits there are and how many of 36."""
MARK: Final = b"HIB1"
_ADDRESS_BITS: Final = 48
_MEDIUM, _SMALL = 28, 36


class BadBlocksError(ValueError):
    """The asset is cut off or of another format. Never shown: names of makers are then those of 24 bits."""


class SmallBlocks:
    """The holders of small blocks: prefixes in sorted arrays beside one text with the names, some 0.6 MB for 14,000."""

    def __init__(self, content: bytes) -> None:
        """Take what is in the asset, uncompressed. Raises BadBlocksError."""
        try:
            mark, day, medium, small = HEADER.unpack_from(content)
            steps = struct.unpack_from(f"<{medium}I{small}Q", content, HEADER.size)
            self.made_of: Final = date(day // 10_000, day // 100 % 100, day % 100)
        except (struct.error, ValueError) as error:
            raise BadBlocksError(str(error)) from None
        self._names: Final = content[HEADER.size + medium * 4 + small * 8 :]
        # Prefixes are written as steps from one to the next, which are alike and so take little room.
        self._medium: Final = array("Q", accumulate(steps[:medium]))
        self._small: Final = array("Q", accumulate(steps[medium:]))
        self._ends: Final = array("I", (place for place, byte in enumerate(self._names) if byte == ord("\n")))
        if mark != MARK or len(self._ends) != len(self):
            raise BadBlocksError("not the blocks of this version")

    def __len__(self) -> int:
        return len(self._medium) + len(self._small)

    def find(self, mac: str) -> str | None:
        """Return who has the smallest block that a normalized hardware address is in, as registered; None if it is in none."""
        address = int(mac.replace(":", ""), 16)
        for keys, bits, before in ((self._small, _SMALL, len(self._medium)), (self._medium, _MEDIUM, 0)):
            key = address >> (_ADDRESS_BITS - bits)
            place = bisect_left(keys, key)
            if place < len(keys) and keys[place] == key:
                return self._name(before + place)
        return None

    def _name(self, number: int) -> str:
        start = self._ends[number - 1] + 1 if number else 0
        return self._names[start : self._ends[number]].decode()


def read_small_blocks(path: Path) -> SmallBlocks:
    """Return what is in a file. Takes some 20 ms, so it belongs into a thread. Raises BadBlocksError or OSError."""
    try:
        return SmallBlocks(gzip.decompress(path.read_bytes()))
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise BadBlocksError(str(error)) from None
