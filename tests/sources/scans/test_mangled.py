"""Files that were cut off or damaged raise our errors only, and never say that a device is gone."""

from random import Random

import pytest

from custom_components.home_inventory.domain.errors import InventoryError
from custom_components.home_inventory.sources.scans.reading import read_scan

from .conftest import DATA

FILES = sorted(path.name for path in DATA.iterdir() if path.suffix != ".md")
ROUNDS = 60


def outcome(content: bytes) -> str:
    """Return how reading ends; anything but our own errors ends the test."""
    try:
        return read_scan(content).format
    except InventoryError as error:
        return error.code


def mangled(content: bytes, seed: int) -> bytes:
    """Return a file with some bytes changed, and a piece moved or lost."""
    random = Random(seed)  # noqa: S311 - the same damage every time
    damaged = bytearray(content)
    for _ in range(random.randint(1, 40)):
        damaged[random.randrange(len(damaged))] = random.choice(b"\x00\xff<>&\"',;:[]{}\\\n0123e")
    start, end = sorted(random.randrange(len(damaged)) for _ in range(2))
    return bytes(damaged[:start] + damaged[end:] + damaged[start:end] * random.randint(0, 1))


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_file_that_is_cut_off_anywhere(name, encoding):
    content = (DATA / name).read_text().encode(encoding)
    assert all(outcome(content[: len(content) * cut // ROUNDS]) for cut in range(ROUNDS))


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_file_that_is_damaged(name, encoding):
    content = (DATA / name).read_text().encode(encoding)
    assert all(outcome(mangled(content, seed)) for seed in range(ROUNDS))


@pytest.mark.parametrize("name", ["nmap_sn_root.xml", "home_inventory_scan.example.json"])
def test_half_a_file_marks_nothing_missing(name):
    content = (DATA / name).read_bytes()
    halves = (content[: len(content) * cut // ROUNDS] for cut in range(1, ROUNDS))
    assert not [half for half in halves if is_complete(half)]


def is_complete(content: bytes) -> bool:
    """Return whether reading succeeds and says that what is not in the file is absent."""
    try:
        return read_scan(content).harvest.is_complete
    except InventoryError:
        return False
