"""The index in a file, so that a restart need not read everything again. What is wrong with the file costs time, nothing else."""

from __future__ import annotations

import json
import logging
import zipfile
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_LOGGER: Final = logging.getLogger(__name__)
FORMAT: Final = 2
"""Raised whenever what is packed, or how words are cut and weighed, changes."""
_STAMP: Final = "stamp"


def write(path: Path, stamp: Mapping[str, str | int], arrays: Mapping[str, np.ndarray]) -> None:
    """Write an index, replacing the one before. Raises OSError.

    The stamp says of what it is, and with `sequence` up to which change.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    text = json.dumps({"format": FORMAT, **stamp})
    with new.open("wb") as file:
        np.savez(file, allow_pickle=False, **{_STAMP: np.frombuffer(text.encode(), np.uint8)}, **arrays)
    new.replace(path)


def read(path: Path, wanted: Mapping[str, str | int]) -> tuple[int, dict[str, np.ndarray]] | None:
    """Return up to which change the index in a file is, and its arrays; None if it is of no use.

    It is used if its stamp is the same but for the sequence, which may be behind.
    """
    try:
        with np.load(path, allow_pickle=False) as file:
            found: dict[str, Any] = json.loads(file[_STAMP].tobytes())
            if not _is_usable(found, wanted):
                return None
            return int(found["sequence"]), {name: file[name] for name in file.files if name != _STAMP}
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile) as err:
        _LOGGER.info("The search index is made anew: its file can't be read: %s", err)
        return None


def _is_usable(found: Mapping[str, Any], wanted: Mapping[str, str | int]) -> bool:
    """Return whether an index belongs to a store as it is now."""
    same = {"format": FORMAT, **wanted} | {"sequence": found["sequence"]}
    return dict(found) == same and 0 <= found["sequence"] <= int(wanted["sequence"])
