"""Fixtures for tests of the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.db.migrating import Store

if TYPE_CHECKING:
    from pathlib import Path

    from homeassistant.core import HomeAssistant


@pytest.fixture
async def store(hass: HomeAssistant, tmp_path: Path) -> Store:
    """Return a home of revision 0001."""
    made = Store(hass, tmp_path)
    await made.fill()
    return made
