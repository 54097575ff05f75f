"""The grammar knows nothing of Home Assistant: its tests start none."""

import pytest


@pytest.fixture(autouse=True)
def _custom_integrations() -> None:
    """Start nothing."""
