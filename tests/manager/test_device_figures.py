"""What the devices of each site add up to."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from custom_components.home_inventory.db import device_edits
from custom_components.home_inventory.domain.device_figures import DeviceFigures, add_up
from custom_components.home_inventory.domain.devices import DeviceField, Status
from tests.device_kit import SITES, DeviceTestKit
from tests.domain.matching_kit import LAMP, PLUG, TV, lan, ref

if TYPE_CHECKING:
    from custom_components.home_inventory.domain.devices import Device
    from tests.kit import InventoryTestKit

TV_ONLY = lan(TV, "192.168.1.12", "tv", "Television")


class CountedHome:
    """A household with a cabin; the home's network and HomeSeer are `lan` and `hs`, the cabin's network is `far`."""

    def __init__(self, kit: InventoryTestKit, cabin: str) -> None:
        """Take the household."""
        self.kit, self.cabin = kit, cabin
        self.devices = DeviceTestKit(kit)

    async def figures(self, *, hs_at: str = "home") -> dict[str, DeviceFigures]:
        """Return the figures of both sites."""
        home = self.kit.inventory.home_id
        ids = {"home": home, "cabin": self.cabin, "nowhere": ""}
        sites = {source: ids[site] for source, site in (SITES | {"hs": hs_at}).items() if ids[site]}
        run = replace(self.devices.run_of("lan"), sites=sites)
        found = await self.kit.inventory.figures.async_devices_by_site(run, home_id=home)
        return {"home": found[home], "cabin": found[self.cabin]}

    async def named(self, name: str) -> Device:
        """Return a device."""
        return (await self.devices.all())[name]


@pytest.fixture
async def home(kit: InventoryTestKit) -> CountedHome:
    """Return a household with a plug and a fan at home and a lamp in the cabin."""
    made = CountedHome(kit, await kit.given_location("Cabin", kind="site", parent=None))
    await made.devices.run(lan(PLUG, "192.168.1.10", "plug", "Plug"))
    await made.devices.run(ref("7", "Fan"), source="hs")
    await made.devices.run(lan(LAMP, "192.168.1.9", "lamp", "Lamp", "cabin"), source="far")
    return made


async def test_each_site_has_what_its_sources_see(home: CountedHome) -> None:
    assert await home.figures() == {"home": DeviceFigures(total=2), "cabin": DeviceFigures(total=1)}


async def test_what_belongs_to_no_site_counts_for_the_home(home: CountedHome) -> None:
    """As items without a place do; a source of Home Assistant's registry has no site."""
    assert (await home.figures(hs_at="nowhere"))["home"].total == 2


async def test_what_does_not_answer_is_offline_after_a_while_and_missing_after_a_week(home: CountedHome) -> None:
    for _ in range(3):
        await home.devices.run(TV_ONLY, is_confirmed=True)
    assert (await home.figures())["home"] == DeviceFigures(total=3, offline=1)
    for _ in range(8):
        await home.devices.run(TV_ONLY, after=timedelta(days=1), is_confirmed=True)
    assert (await home.figures())["home"] == DeviceFigures(total=3, offline=1, missing=1)


async def test_a_device_counts_where_it_stands_and_where_it_is_seen(home: CountedHome) -> None:
    """A phone that was put in the cabin and is seen at home is at both: that is worth a look."""
    plug = await home.named("Plug")
    await home.devices.do(device_edits.set_field, plug.id, DeviceField.LOCATION, home.cabin)
    assert {site: figures.total for site, figures in (await home.figures()).items()} == {"home": 2, "cabin": 2}


async def test_ignored_and_removed_devices_count_nowhere(home: CountedHome) -> None:
    await home.devices.do(device_edits.mark_device, (await home.named("Plug")).id, ignored=True)
    await home.devices.do(device_edits.remove_device, (await home.named("Fan")).id)
    assert (await home.figures())["home"] == DeviceFigures()
    assert await home.kit.inventory.figures.async_count_devices() == 1


async def test_a_site_that_is_archived_has_no_figures(home: CountedHome) -> None:
    await home.kit.ws("location/remove", location=home.cabin)
    run = home.devices.run_of("lan")
    found = await home.kit.inventory.figures.async_devices_by_site(run, home_id=home.kit.inventory.home_id)
    assert found == {home.kit.inventory.home_id: DeviceFigures(total=3)}


def test_what_is_missing_is_offline_too() -> None:
    statuses = [Status.ONLINE, Status.OFFLINE, Status.MISSING, Status.MISSING, Status.UNKNOWN]
    assert add_up(statuses) == DeviceFigures(total=5, offline=3, missing=2)
