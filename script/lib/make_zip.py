"""Zip a folder so that the same contents give the same bytes, whenever and wherever it is done."""

import sys
import zipfile
from pathlib import Path

LEFT_OUT = {"__pycache__", ".gitkeep"}
# The earliest moment that a zip can say, for every file.
MOMENT = (1980, 1, 1, 0, 0, 0)


def contents(folder: Path) -> list[Path]:
    """Return the files that belong into the release, in an order that does not depend on the disk."""
    files = (path for path in folder.rglob("*") if path.is_file() and not LEFT_OUT & set(path.parts))
    return sorted(files, key=lambda path: path.relative_to(folder).as_posix())


def make_zip(folder: Path, archive: Path) -> None:
    """Write the archive."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as release:
        for path in contents(folder):
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            release.writestr(entry, path.read_bytes())
    print(f"{archive}: {archive.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    make_zip(Path(sys.argv[1]), Path(sys.argv[2]))
