"""Networks of real hosts in namespaces, from a source's settings to devices: two sites with the same addresses."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from pytest_socket import socket_allow_hosts

from custom_components.home_inventory.domain.devices import DeviceField, Status
from custom_components.home_inventory.domain.observations import IdentityKind
from custom_components.home_inventory.domain.sync import DeviceAlert, DeviceAlertKind
from custom_components.home_inventory.source_settings import NetworkSettings
from custom_components.home_inventory.sources.network.harvest import async_harvest
from custom_components.home_inventory.syncing import fetching
from tests.netlab import NETWORK, OWN_MAC, Lab, netlab, why_impossible
from tests.syncing.home import SyncedHome

if TYPE_CHECKING:
    from custom_components.home_inventory.domain.devices import Device
    from tests.kit import InventoryTestKit

pytestmark = pytest.mark.xdist_group("namespaces")


@pytest.fixture
def labs(socket_enabled: None) -> Iterator[tuple[Lab, Lab]]:
    """Two networks that know nothing of each other and have the same addresses."""
    if (why := why_impossible()) is not None:
        pytest.skip(f"no networks inside this machine: {why}")
    socket_allow_hosts(["127.0.0.1", str(NETWORK[1])])
    with netlab(6) as one, netlab(6) as other:
        yield one, other


@pytest.fixture
async def home(
    kit: InventoryTestKit, labs: tuple[Lab, Lab], monkeypatch: pytest.MonkeyPatch
) -> tuple[SyncedHome, str, str]:
    """A household with a flat and a cabin, and the network of each as a source."""
    sites = [kit.inventory.home_id, await kit.given_location("Cabin", kind="site")]
    by_site = dict(zip(sites, labs, strict=True))

    async def harvest(network: str, *, site: str, known: Any) -> Any:
        """Scan where the site's network can be seen: each site would have a Home Assistant, or a tunnel."""
        return await asyncio.to_thread(
            by_site[site].run, lambda: asyncio.run(async_harvest(network, site=site, known=list))
        )

    monkeypatch.setattr(fetching, "async_harvest", harvest)
    made = SyncedHome(kit)
    one, other = [
        await made.add("network", NetworkSettings(network=str(NETWORK), site_id=site), title=f"Network {site}")
        for site in sites
    ]
    return made, one, other


def macs_of(devices: dict[str, Device]) -> set[str]:
    return {identity.value for device in devices.values() for identity in device.identities if identity.is_strong}


async def test_hosts_become_devices_with_makers(home: tuple[SyncedHome, str, str], labs: tuple[Lab, Lab]) -> None:
    synced, first, _ = home
    synced.source_id = first
    result = await synced.sync()

    devices = await synced.devices()
    assert result.run is not None
    assert (result.run.mode, result.run.is_complete) == ("arp", True)
    wanted = {host.mac for host in labs[0].hosts}
    assert wanted <= {identity.value for device in devices.values() for identity in device.identities}
    makers = {
        identity.value: device.value(DeviceField.MANUFACTURER)
        for device in devices.values()
        for identity in device.identities
    }
    assert {makers[mac] for mac in wanted if mac.startswith("b8:27:eb")} == {"Raspberry Pi Foundation"}
    assert set((await synced.statuses()).values()) == {Status.ONLINE}


async def test_the_same_addresses_at_two_sites_are_different_devices(
    home: tuple[SyncedHome, str, str], labs: tuple[Lab, Lab]
) -> None:
    synced, first, second = home
    synced.source_id = first
    await synced.sync()
    synced.source_id = second
    there = await synced.sync()

    shared = {host.mac for host in labs[0].hosts} & {host.mac for host in labs[1].hosts}
    only_there = {host.mac for host in labs[1].hosts} - shared
    made = {identity.value for device in there.devices.values() for identity in device.identities}
    assert only_there <= made
    assert there.plan.conflicts == ()
    addresses = [suggestion.reason for suggestion in there.plan.suggestions if suggestion.reason == "same_address"]
    assert addresses == []


async def test_a_host_that_is_unplugged_and_back_is_one_device(
    home: tuple[SyncedHome, str, str], labs: tuple[Lab, Lab]
) -> None:
    synced, first, _ = home
    synced.source_id = first
    await synced.sync()
    before = await synced.devices()
    gone = labs[0].hosts[0]
    labs[0].unplug(gone)
    away = await synced.sync()
    back_at = labs[0].add(gone.address, gone.mac)
    back = await synced.sync()

    assert back_at.mac == gone.mac
    assert [(seen.missed, seen.addresses[0]) for seen in away.plan.sightings if seen.missed] == [(1, gone.address)]
    assert (await synced.devices()).keys() == before.keys()
    assert (back.counts["new"], [seen for seen in back.plan.sightings if seen.missed]) == (0, [])


async def test_two_hosts_at_one_address_are_told_of_once(
    home: tuple[SyncedHome, str, str], labs: tuple[Lab, Lab]
) -> None:
    synced, first, _ = home
    synced.source_id = first
    told: list[DeviceAlert] = []
    synced.engine.async_listen_alerts(told.append)
    await synced.sync()
    host = labs[0].hosts[0]
    labs[0].add(host.address, "00:11:32:aa:bb:cc")
    for _ in range(2):
        await synced.sync()

    conflicts = [alert for alert in told if alert.kind is DeviceAlertKind.CONFLICT]
    assert [(alert.address, host.mac in alert.macs) for alert in conflicts] == [(host.address, True)]
    assert {conflict.address for conflict in synced.kit.inventory.syncs.conflicts()[first]} == {host.address}
    assert OWN_MAC not in conflicts[0].macs
    assert all(identity.kind is not IdentityKind.HOMESEER for identity in conflicts[0].devices[0].identities)
