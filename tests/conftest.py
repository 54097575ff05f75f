"""Fixtures that every test may use: a real Home Assistant with a real SQLite database."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any, Final

import pytest
from homeassistant.config_entries import ConfigEntryState
from pytest_homeassistant_custom_component.common import MockConfigEntry

# Imported here, before the plug-in puts its own `custom_components` in the way.
from custom_components.home_inventory.const import DOMAIN
from custom_components.home_inventory.db.migrations.scripts import Scripts

from . import ready_tables
from .kit import InventoryTestKit

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator

    from homeassistant.core import HomeAssistant
    from pytest_homeassistant_custom_component.typing import WebSocketGenerator

_DEBUGGED: Final = ("test_init.py", "test_services.py", "test_websocket.py")
_AROUND_A_START: Final = (
    "area_registry_updated",
    "component_loaded",
    "core_config_updated",
    "device_registry_updated",
    "entity_registry_updated",
    "label_registry_updated",
    "panels_updated",
    "repairs_issue_registry_updated",
    "service_registered",
)


def pytest_configure() -> None:
    """Log no more than Home Assistant does: the plug-in has every SQL statement and every step of a start logged, a tenth of the time.

    A test that is about what is logged says so with `caplog.set_level`.
    """
    for name in ("", "sqlalchemy.engine"):
        logging.getLogger(name).setLevel(logging.WARNING)


@pytest.fixture(autouse=True, scope="session")
def _ready_tables() -> Generator[None]:
    """Do not go through Alembic's scripts for every home; tests/db checks that the tables are the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Scripts, "upgrade", ready_tables.upgrade)
        yield


@pytest.fixture(autouse=True)
def _custom_integrations(
    request: pytest.FixtureRequest, persistent_database: bool, recorder_config: dict[str, Any]
) -> None:
    """Start the recorder before anything else, and let Home Assistant load this integration; nothing for tests that need no Home Assistant.

    The recorder's settings are asked for by name, so that a test may give others.
    """
    if "hass" in request.fixturenames:
        for fixture in ("recorder_mock", "enable_custom_integrations"):
            request.getfixturevalue(fixture)


@pytest.fixture
def recorder_config() -> dict[str, Any]:
    """Keep the recorder from writing what Home Assistant tells while it starts: a hundred events, each in a transaction of its own."""
    return {"exclude": {"event_types": list(_AROUND_A_START)}}


@pytest.fixture(autouse=True)
async def enable_event_loop_debug(request: pytest.FixtureRequest) -> None:
    """Debug the event loop, which takes a fifth of the time, where every part of the integration is set up and asked at least once."""
    asyncio.get_running_loop().set_debug(request.path.name in _DEBUGGED)


@pytest.fixture
def hass_config_dir(hass_tmp_config_dir: str) -> str:
    """Give every test a configuration folder of its own: the journal is kept there."""
    return hass_tmp_config_dir


@pytest.fixture
def entry() -> MockConfigEntry:
    """Return an entry for a home that is not set up yet."""
    return MockConfigEntry(domain=DOMAIN, title="Home", data={"name": "Home", "places_from_areas": False})


@pytest.fixture
async def kit(
    hass: HomeAssistant, entry: MockConfigEntry, hass_ws_client: WebSocketGenerator
) -> AsyncGenerator[InventoryTestKit]:
    """Return a household that is set up, empty but for its home.

    Whatever a test has done to it, the journal would bring back the same.
    """
    made = InventoryTestKit(hass, entry, hass_ws_client)
    await made.async_setup()
    yield made
    if entry.state is ConfigEntryState.LOADED and not made.is_tampered:
        assert await made.inventory.store.async_verify() == []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Leave out what a passed test has logged, and make the rest plain: half characters, which hostile input is made of, can't be
    sent from the process that ran the test.
    """
    report = yield
    kept = [] if report.passed else report.sections
    report.sections = [(name, text.encode(errors="backslashreplace").decode()) for name, text in kept]
    return report
