"""What two ways to scan find of a real network, against what is there."""

from __future__ import annotations

import time
from collections.abc import Callable
from ipaddress import IPv4Address, IPv4Network

import pytest

from custom_components.home_inventory.sources.network import arp, poke
from custom_components.home_inventory.sources.network.adapters import find_adapter
from custom_components.home_inventory.sources.network.answers import Answer, targets_in
from custom_components.home_inventory.sources.network.neighbours import list_neighbours
from tests.netlab import NETWORK, OWN_MAC, Lab, netlab


def _arp() -> list[Answer]:
    adapter = find_adapter(NETWORK)
    return arp.sweep(adapter, targets_in(NETWORK, adapter.address))


def _poke() -> list[Answer]:
    adapter = find_adapter(NETWORK)
    poked = poke.sweep(adapter, targets_in(NETWORK, adapter.address))
    assert not poked.unsent
    return list(poked.answers.values())


def _found(lab: Lab, sweep: Callable[[], list[Answer]]) -> dict[str, set[str]]:
    """Scan as root by ARP, as a plain user by poking."""
    found: dict[str, set[str]] = {}
    for answer in lab.run(sweep, as_plain_user=sweep is _poke):
        found.setdefault(answer.address, set()).add(answer.mac)
    return found


both_ways = pytest.mark.parametrize("sweep", [_arp, _poke])


@both_ways
@pytest.mark.parametrize("hosts", [60, 200])
@pytest.mark.usefixtures("_namespaces")
def test_every_host_is_found_with_its_hardware_address(sweep, hosts) -> None:
    with netlab(hosts) as lab:
        assert _found(lab, sweep) == lab.truth()


@pytest.mark.usefixtures("_namespaces")
def test_the_widest_network_fits_into_the_table_of_neighbours_piece_by_piece() -> None:
    wide = IPv4Network("192.168.64.0/22")

    def sweep() -> poke.Poked:
        adapter = find_adapter(wide)
        return poke.sweep(adapter, targets_in(wide, adapter.address))

    with netlab(30, network=wide) as lab:
        poked = lab.run(sweep, as_plain_user=True)

        assert not poked.unsent
        assert {address: {answer.mac} for address, answer in poked.answers.items()} == lab.truth()


@both_ways
def test_what_was_unplugged_moved_or_got_another_address_is_found_as_it_is(small_lab: Lab, sweep) -> None:
    small_lab.doubt_after(1000)
    assert _found(small_lab, sweep) == small_lab.truth()
    gone, moved, changed, *_ = small_lab.hosts
    small_lab.unplug(gone)
    small_lab.move(moved, small_lab.spare[0])
    small_lab.change_mac(changed, "18:c0:4d:12:34:56")
    small_lab.add(small_lab.spare[1], "00:17:88:aa:bb:cc")
    time.sleep(2)  # until the kernel doubts what it knows

    assert _found(small_lab, sweep) == small_lab.truth()


def test_two_devices_with_one_address_are_both_heard(small_lab: Lab) -> None:
    small_lab.add(small_lab.hosts[0].address, "18:c0:4d:00:00:99")

    assert _found(small_lab, _arp) == small_lab.truth()


def test_one_device_with_two_addresses_is_heard_for_both(small_lab: Lab) -> None:
    host = small_lab.hosts[0]
    small_lab.add(small_lab.spare[0], host.mac)

    assert _found(small_lab, _arp)[small_lab.spare[0]] == {host.mac}


def test_the_neighbour_table_lists_a_ghost_that_is_not_there(small_lab: Lab) -> None:
    small_lab.doubt_after(500)
    gone = small_lab.hosts[0]
    _found(small_lab, _poke)
    small_lab.unplug(gone)
    time.sleep(1.5)

    def look() -> tuple[bool, bool]:
        entries = list_neighbours(find_adapter(NETWORK).index)
        (entry,) = [entry for entry in entries if entry.address == gone.address]
        return entry.mac == gone.mac, entry.is_there(1)

    small_lab.run(lambda: poke._poke(find_adapter(NETWORK), [IPv4Address(gone.address)]))
    assert small_lab.run(look) == (True, False)


def test_raw_sockets_are_refused_to_a_plain_user(small_lab: Lab) -> None:
    with pytest.raises(PermissionError):
        small_lab.run(_arp, as_plain_user=True)


def test_this_machine_knows_its_own_place_in_a_network(small_lab: Lab) -> None:
    adapter = small_lab.run(lambda: find_adapter(NETWORK))

    assert (adapter.name, adapter.mac.hex(":"), str(adapter.address)) == ("lan0", OWN_MAC, small_lab.own)
    assert small_lab.run(lambda: find_adapter(IPv4Network("10.0.0.0/24"))) is None


def test_neither_the_network_nor_the_broadcast_address_nor_oneself_is_asked() -> None:
    targets = targets_in(IPv4Network("192.168.68.0/29"), IPv4Address("192.168.68.2"))

    assert [str(target) for target in targets] == [f"192.168.68.{last}" for last in (1, 3, 4, 5, 6)]
