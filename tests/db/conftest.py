"""Fixtures for tests of the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from custom_components.home_inventory.db.migrations.scripts import Scripts
from tests import ready_tables
from tests.db.migrating import Store

if TYPE_CHECKING:
    from pathlib import Path

    from homeassistant.core import HomeAssistant


@pytest.fixture(autouse=True)
def _tables_by_alembic(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Alembic make every table where its work is what is tested."""
    monkeypatch.setattr(Scripts, "upgrade", ready_tables.by_alembic)


@pytest.fixture
async def store(hass: HomeAssistant, tmp_path: Path) -> Store:
    """Return a home of revision 0001."""
    made = Store(hass, tmp_path)
    await made.fill()
    return made
