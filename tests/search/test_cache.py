"""The index in a file: used when it fits, made anew when it does not."""

from pathlib import Path

import numpy as np
import pytest

from custom_components.home_inventory.search import cache

STAMP = {"store_id": "A", "generation": 1, "sequence": 7, "asset": "x"}
ARRAYS = {"numbers": np.arange(5, dtype=np.int32), "none": np.zeros(0, np.float32)}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a file that holds an index."""
    file = tmp_path / "cache" / "index.npz"
    cache.write(file, STAMP, ARRAYS)
    return file


def test_what_was_written_is_read(path: Path) -> None:
    """Also by a store that has gone on since."""
    for now in (7, 9):
        found = cache.read(path, STAMP | {"sequence": now})
        assert found is not None
        sequence, arrays = found
        assert sequence == 7
        assert arrays.keys() == ARRAYS.keys()
        assert all((arrays[name] == ARRAYS[name]).all() for name in ARRAYS)


@pytest.mark.parametrize(
    "other", [{"store_id": "B"}, {"generation": 2}, {"sequence": 6}, {"asset": ""}], ids=lambda other: next(iter(other))
)
def test_what_is_of_something_else_is_not_used(path: Path, other: dict[str, str | int]) -> None:
    """Another store, one that was rebuilt, one that went back, other meanings."""
    assert cache.read(path, STAMP | other) is None


def test_a_file_of_another_format_is_not_used(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As after an update."""
    monkeypatch.setattr(cache, "FORMAT", cache.FORMAT + 1)

    assert cache.read(path, STAMP) is None


@pytest.mark.parametrize("damage", [b"", b"PK", b"noise" * 1000])
def test_a_damaged_file_is_not_used(path: Path, damage: bytes) -> None:
    """Nothing is raised: reading everything anew is all that it costs."""
    path.write_bytes(damage)

    assert cache.read(path, STAMP) is None


def test_a_file_that_was_cut_off_is_not_used(path: Path) -> None:
    """Wherever."""
    whole = path.read_bytes()
    for end in range(0, len(whole), 40):
        path.write_bytes(whole[:end])
        assert cache.read(path, STAMP) is None


def test_where_nothing_was_written_nothing_is_read(tmp_path: Path) -> None:
    """At the first start."""
    assert cache.read(tmp_path / "index.npz", STAMP) is None
