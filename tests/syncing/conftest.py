"""A household with a HomeSeer on loopback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from custom_components.home_inventory.source_settings import HomeSeerSettings, Level
from tests.homeseer_server import HomeSeerServer, root
from tests.syncing.home import SyncedHome

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from tests.kit import InventoryTestKit

LOGIN = ("default", "s3cret-Pässword")


def settings(homeseer: HomeSeerServer, home: SyncedHome, minutes: int = 15, **places: str) -> HomeSeerSettings:
    """Return what was chosen about a HomeSeer: which of its rooms are which places here."""
    return HomeSeerSettings(
        url=homeseer.url,
        username=LOGIN[0],
        password=LOGIN[1],
        site_id=home.kit.inventory.home_id,
        minutes=minutes,
        places={Level.INNER: places, Level.OUTER: {}},
    )


@pytest.fixture
async def homeseer() -> AsyncGenerator[HomeSeerServer]:
    """A HomeSeer with three devices that wants a login."""
    refs = [root(10, "Lamp"), root(20, "Boiler", location="Utility room"), root(30, "Siren")]
    async with HomeSeerServer(refs, login=LOGIN) as running:
        yield running


@pytest.fixture
async def home(kit: InventoryTestKit, homeseer: HomeSeerServer) -> SyncedHome:
    """A household that has added it: its kitchen is the kitchen here too."""
    kitchen = await kit.given_location("Kitchen", kind="room")
    made = SyncedHome(kit)
    await made.add("homeseer", settings(homeseer, made, Kitchen=kitchen))
    return made
