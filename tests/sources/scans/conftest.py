"""The files that the tests of scans read."""

from pathlib import Path

import pytest

from custom_components.home_inventory.domain.observations import IdentityKind, Observation
from custom_components.home_inventory.sources.scans.reading import Scan

DATA = Path(__file__).parents[2] / "data" / "scans"
CONTRIB = Path(__file__).parents[3] / "contrib"


@pytest.fixture(autouse=True)
def _custom_integrations() -> None:
    """Start no Home Assistant: these tests only read."""


def by_mac(scan: Scan) -> dict[str, Observation]:
    """Return what was seen, by hardware address."""
    return {mac: seen for seen in scan.harvest.observations for mac in seen.of_kind(IdentityKind.MAC)}
