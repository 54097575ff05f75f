"""Writes the files of the asset, the same bytes for the same contents."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

    from .table import Table

FORMAT: Final = 1
"""Raised when the integration has to read the asset in another way."""
_LARGEST: Final = 127
# The earliest moment that a zip can say, for every part.
_MOMENT: Final = (1980, 1, 1, 0, 0, 0)


def write_table(table: Table, path: Path) -> None:
    """Write `embeddings.npz`: vectors of eight bits, each row with a scale of its own."""
    # The scale is rounded before it is used, so that what is read is as close as it can be.
    scales = (np.abs(table.vectors).max(1) / _LARGEST).astype(np.float16)
    scales[scales == 0] = np.finfo(np.float16).tiny
    rounded = np.round(table.vectors / scales[:, None].astype(np.float32))
    write_arrays(
        path,
        format=np.int32(FORMAT),
        names=np.frombuffer("\n".join(table.names).encode(), np.uint8),
        pieces=np.int32(table.pieces),
        scales=scales,
        vectors=np.clip(rounded, -_LARGEST, _LARGEST).astype(np.int8),
    )


def write_arrays(path: Path, **arrays: Any) -> None:
    """Write arrays in NumPy's npz format, without the moment of writing."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, array in sorted(arrays.items()):
            content = io.BytesIO()
            np.lib.format.write_array(content, np.asanyarray(array), allow_pickle=False)
            part = zipfile.ZipInfo(f"{name}.npy", date_time=_MOMENT)
            part.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(part, content.getvalue())


def write_json(content: dict[str, Any], path: Path) -> None:
    """Write a sorted, compressed JSON object, without the moment of writing."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
