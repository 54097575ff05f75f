"""A scan as the rest of the integration sees it: the mode, what is complete, conflicts, names."""

from __future__ import annotations

import asyncio
import time

import pytest

from custom_components.home_inventory.domain.errors import InvalidNetworkError
from custom_components.home_inventory.domain.observations import Harvest, Identity, IdentityKind
from custom_components.home_inventory.sources.network.errors import NetworkNotLocalError
from custom_components.home_inventory.sources.network.harvest import async_harvest
from custom_components.home_inventory.sources.network.scan import Scan, async_scan, to_harvest
from tests.netlab import NETWORK, OWN_MAC, ROUTER_MAC, Lab, netlab


def _scan(lab: Lab, *, as_plain_user: bool = False) -> Scan:
    return lab.run(lambda: asyncio.run(async_scan(str(NETWORK))), as_plain_user=as_plain_user)


async def _scan_with_names() -> tuple[Harvest, float]:
    """Return what a scan with names brings, and the longest time the loop stood still in it."""
    longest, last = 0.0, time.monotonic()

    async def watch() -> None:
        nonlocal longest, last
        while True:
            await asyncio.sleep(0.001)
            longest, last = max(longest, time.monotonic() - last), time.monotonic()

    watching = asyncio.create_task(watch())
    harvest = await async_harvest(str(NETWORK), site="home", known=list)
    watching.cancel()
    return harvest, longest


@pytest.mark.parametrize(("as_plain_user", "mode"), [(False, "arp"), (True, "poke")])
def test_the_way_to_scan_is_chosen_by_trying(small_lab: Lab, as_plain_user, mode) -> None:
    scan = _scan(small_lab, as_plain_user=as_plain_user)

    assert scan.mode == mode
    assert {(answer.address, answer.mac) for answer in scan.answers} == {
        *((host.address, host.mac) for host in small_lab.hosts),
        (small_lab.router, ROUTER_MAC),
        (small_lab.own, OWN_MAC),
    }
    assert scan.is_complete


@pytest.mark.parametrize("as_plain_user", [False, True])
@pytest.mark.usefixtures("_namespaces")
def test_a_network_of_200_is_told_with_addresses_and_names(as_plain_user, record_property) -> None:
    with netlab(200) as lab:
        names = {host.address: f"Stue-{number}.lan" for number, host in enumerate(lab.hosts) if number % 6 != 5}
        started = time.monotonic()
        with lab.names(names):
            harvest, longest = lab.run(lambda: asyncio.run(_scan_with_names()), as_plain_user=as_plain_user)
        assert harvest.gateway == lab.router
        record_property("seconds", time.monotonic() - started)
        record_property("loop_stood_still", longest)
        told = {observation.of_kind(IdentityKind.MAC)[0]: observation for observation in harvest.observations}

        assert {mac: told[mac].name for mac in told if mac not in {OWN_MAC, ROUTER_MAC}} == {
            host.mac: names[host.address].removesuffix(".lan") if host.address in names else None for host in lab.hosts
        }
        assert all(
            Identity(IdentityKind.ADDRESS, host.address, "home") in told[host.mac].identities for host in lab.hosts
        )
        assert harvest.networks == (str(NETWORK),)


def test_without_a_dns_devices_have_no_names_and_nothing_fails(small_lab: Lab) -> None:
    harvest, _ = small_lab.run(lambda: asyncio.run(_scan_with_names()))

    assert [observation.name for observation in harvest.observations] == [None] * 10


def test_two_devices_with_one_address_are_a_conflict(small_lab: Lab) -> None:
    host = small_lab.hosts[0]
    other = small_lab.add(host.address, "18:c0:4d:00:00:99")

    (conflict,) = _scan(small_lab).conflicts

    assert conflict.address == host.address
    assert set(conflict.macs) == {host.mac, other.mac}


def test_ipv6_addresses_are_attached_by_hardware_address(small_lab: Lab) -> None:
    time.sleep(2.5)  # until the hosts are sure of their own IPv6 addresses
    harvest = to_harvest(_scan(small_lab), {}, site="home")

    with_both = [
        observation
        for observation in harvest.observations
        if any(address.startswith("fe80::") for address in observation.of_kind(IdentityKind.ADDRESS))
    ]
    assert len(with_both) >= 8


def test_a_machine_that_is_cut_off_calls_nobody_missing(small_lab: Lab) -> None:
    for host in list(small_lab.hosts):
        small_lab.unplug(host)
    small_lab.cut_off_router()

    harvest = to_harvest(_scan(small_lab), {}, site="home")

    assert (harvest.is_complete, harvest.networks) == (False, ())


def test_scans_wait_for_each_other(small_lab: Lab) -> None:
    async def two() -> list[Scan]:
        return await asyncio.gather(async_scan(str(NETWORK)), async_scan(str(NETWORK)))

    started = time.monotonic()
    scans = small_lab.run(lambda: asyncio.run(two()))

    assert time.monotonic() - started >= sum(scan.seconds for scan in scans)


@pytest.mark.parametrize("network", ["192.168.0.0/21", "8.8.8.0/24", "fd00::/64", "192.168.1.7/32", "house"])
async def test_only_private_networks_of_at_most_1022_hosts_are_scanned(network) -> None:
    with pytest.raises(InvalidNetworkError):
        await async_scan(network)


def test_a_network_that_this_machine_is_not_in_is_refused(small_lab: Lab) -> None:
    with pytest.raises(NetworkNotLocalError):
        small_lab.run(lambda: asyncio.run(async_scan("10.99.0.0/24")))
