"""A HomeSeer that is down for a day, and a Home Assistant that is: neither makes anything missing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from custom_components.home_inventory.domain.devices import Status
from custom_components.home_inventory.domain.errors import InventoryError
from custom_components.home_inventory.domain.sync import DeviceAlert, DeviceAlertKind
from tests.syncing.conftest import settings

if TYPE_CHECKING:
    from freezegun.api import FrozenDateTimeFactory

    from tests.homeseer_server import HomeSeerServer
    from tests.syncing.home import SyncedHome

INTERVAL = timedelta(minutes=15)


async def runs_for(
    home: SyncedHome, freezer: FrozenDateTimeFactory, length: timedelta, interval: timedelta = INTERVAL
) -> None:
    """Let a source run now and then; runs that fail are written down."""
    for _ in range(length // interval):
        freezer.tick(interval)
        try:
            await home.sync()
        except InventoryError:
            continue


async def test_devices_of_a_homeseer_that_was_down_for_a_day_are_as_they_were(
    home: SyncedHome, homeseer: HomeSeerServer, freezer: FrozenDateTimeFactory
) -> None:
    told: list[DeviceAlert] = []
    home.engine.async_listen_alerts(told.append)
    await home.sync()
    before, statuses = await home.devices(), await home.statuses()
    await homeseer.stop()
    await runs_for(home, freezer, timedelta(days=1))
    during = await home.devices(), await home.statuses()
    await homeseer.start()
    back = await home.sync()

    assert during == (before, statuses)
    assert back.counts == {"new": 0, "changed": 0, "back": 0, "missing": 0, "conflicts": 0}
    assert (await home.devices(), await home.statuses()) == (before, statuses)
    assert told == []


async def test_time_in_which_home_assistant_was_off_is_no_absence(
    home: SyncedHome, homeseer: HomeSeerServer, freezer: FrozenDateTimeFactory
) -> None:
    await home.sync()
    homeseer.refs.pop()
    await home.sync()
    freezer.tick(timedelta(days=30))
    assert await home.kit.hass.config_entries.async_reload(home.kit.entry.entry_id)
    result = await home.sync()

    assert result.counts["missing"] == 0
    assert (await home.statuses())["Siren"] is not Status.MISSING


async def test_a_device_that_is_looked_for_in_vain_for_a_week_is_missing_until_it_is_back(
    home: SyncedHome, homeseer: HomeSeerServer, freezer: FrozenDateTimeFactory
) -> None:
    told: list[DeviceAlert] = []
    home.engine.async_listen_alerts(told.append)
    await home.add("homeseer", settings(homeseer, home, minutes=360))
    await home.sync()
    siren = homeseer.refs.pop()
    after = {}
    for day in range(1, 9):
        await runs_for(home, freezer, timedelta(days=1), timedelta(hours=6))
        if day in (1, 4):  # a restart is no reason to forget, nor to begin anew
            assert await home.kit.hass.config_entries.async_reload(home.kit.entry.entry_id)
            home.engine.async_listen_alerts(told.append)
        after[day] = (await home.devices())["Siren"].missing_since is not None
    homeseer.refs.append(siren)
    await home.sync()

    assert [day for day in after if after[day]] == [7, 8]
    assert [(alert.kind, alert.devices[0].name) for alert in told] == [
        (DeviceAlertKind.MISSING, "Siren"),
        (DeviceAlertKind.BACK, "Siren"),
    ]
