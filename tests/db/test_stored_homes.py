"""A home as any released version has stored it opens today and is what it was."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from custom_components.home_inventory.db.migrations import HEAD
from custom_components.home_inventory.db.migrations.scripts import Scripts
from custom_components.home_inventory.db.table_dump import check_dump, read_head
from tests.db.migrating import Store
from tests.kit import InventoryTestKit
from tests.stored_homes import (
    STORED,
    async_load_home,
    expectation_of,
    load_home,
    path_of,
    prepare_house,
    read_everything,
    read_expectation,
    revision_of,
    without_news,
)

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant
    from pytest_homeassistant_custom_component.common import MockConfigEntry
    from pytest_homeassistant_custom_component.typing import WebSocketGenerator


@pytest.fixture
async def lived_in(
    hass: HomeAssistant, entry: MockConfigEntry, hass_ws_client: WebSocketGenerator, stored: Path
) -> InventoryTestKit:
    """Return a stored home that has been opened."""
    prepare_house(hass)
    await async_load_home(hass, stored)
    kit = InventoryTestKit(hass, entry, hass_ws_client)
    await kit.async_setup()
    return kit


def rows_of(dump: Path) -> list[bytes]:
    """Return the rows of a dump, checksums included."""
    return [line for line in gzip.decompress(dump.read_bytes()).splitlines() if b'"kind":"row"' in line]


def test_every_released_revision_has_a_stored_home() -> None:
    """Whoever adds a migration adds one: see tests/README.md."""
    revisions = Scripts().revisions

    assert revisions[-1] == HEAD
    assert [revision for revision in revisions if not path_of(revision).exists()] == []
    assert [stored for stored in STORED if not expectation_of(stored).exists()] == []


@pytest.mark.parametrize("stored", STORED, ids=revision_of)
def test_a_stored_home_is_whole(stored: Path) -> None:
    """Its lines are undamaged, and it says itself which revision it is of."""
    assert check_dump(stored) > 0
    assert read_head(stored).revision == revision_of(stored)


@pytest.mark.parametrize("stored", STORED, ids=revision_of)
async def test_a_stored_home_comes_back_as_it_was(hass: HomeAssistant, tmp_path: Path, stored: Path) -> None:
    """On whatever database it is put; what is copied again is the same line for line."""
    store = Store(hass, tmp_path)
    await store.fill(revision_of(stored))
    before = await store.state()

    copy = await store.copy(revision_of(stored))
    await store.run(load_home, store.engine, copy)

    assert await store.state() == before
    assert rows_of(await store.copy(revision_of(stored))) == rows_of(copy)
    assert len(rows_of(copy)) == len(rows_of(stored))


@pytest.mark.parametrize("stored", STORED, ids=revision_of)
async def test_a_stored_home_opens_today(lived_in: InventoryTestKit, stored: Path) -> None:
    """Everything that people had entered is there, with its history, and nothing else."""

    found, expected = await read_everything(lived_in), read_expectation(stored)

    assert {kind: without_news(found[kind], expected[kind]) for kind in expected} == expected


@pytest.mark.parametrize("stored", STORED[-1:], ids=revision_of)
async def test_a_stored_home_is_lived_in_on(lived_in: InventoryTestKit) -> None:
    """Changes are counted on from where they were, codes are not given twice, and the last ones can be undone."""
    before = max(change["sequence"] for change in await lived_in.changes())

    added = await lived_in.ws("item/add", name="New here")
    await lived_in.ws("change/undo", batch=added["batch"])

    assert max(change["sequence"] for change in await lived_in.changes()) > before
