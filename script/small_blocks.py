"""Make the list of who has small blocks of hardware addresses, from IEEE's lists as Debian's package ieee-data has them.

Usage: python -m script.small_blocks FOLDER, which has mam.csv, oui36.csv, iab.csv and .lastupdate.
Anywhere: apt-get download ieee-data; dpkg-deb -x ieee-data_*.deb there; the folder is there/usr/share/ieee-data
The same lists give the same bytes.
"""

import csv
import gzip
import struct
import sys
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

from custom_components.home_inventory.sources.vendors.small_blocks import ASSET, HEADER, MARK

LISTS = ("mam.csv", "oui36.csv", "iab.csv")
# Those who asked not to be named, and the blocks that were divided again.
NOBODY = {"", "private", "ieee registration authority"}
DIGITS = {7: "I", 9: "Q"}


def read_blocks(folder: Path) -> dict[str, str]:
    """Return the holder of each block, by its prefix of seven or nine hexadecimal digits."""
    found: dict[str, str] = {}
    for name in LISTS:
        with (folder / name).open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                holder = " ".join(row["Organization Name"].split())
                if holder.casefold() not in NOBODY:
                    found[row["Assignment"].upper()] = holder
    return found


def pack(blocks: dict[str, str], day: date) -> bytes:
    """Return the list as the integration reads it. Raises ValueError for a prefix of another length."""
    if wrong := {prefix for prefix in blocks if len(prefix) not in DIGITS}:
        raise ValueError(f"Not the prefixes of small blocks: {sorted(wrong)[:3]}")
    by_length = [sorted(prefix for prefix in blocks if len(prefix) == length) for length in DIGITS]
    steps = b"".join(
        struct.pack(
            f"<{len(prefixes)}{size}", *(int(later, 16) - int(one, 16) for one, later in pairwise(["0", *prefixes]))
        )
        for prefixes, size in zip(by_length, DIGITS.values(), strict=True)
    )
    names = "".join(f"{blocks[prefix]}\n" for prefixes in by_length for prefix in prefixes)
    header = HEADER.pack(MARK, int(f"{day:%Y%m%d}"), *map(len, by_length))
    return gzip.compress(header + steps + names.encode(), compresslevel=9, mtime=0)


def main() -> None:
    """Write the asset."""
    folder = Path(sys.argv[1])
    day = datetime.fromtimestamp(int((folder / ".lastupdate").read_text()), UTC).date()
    blocks = read_blocks(folder)
    ASSET.write_bytes(pack(blocks, day))
    print(f"{ASSET.name}: {len(blocks)} blocks of {day}, {ASSET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
