"""Which name counts, and asking a router for names."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from custom_components.home_inventory.domain.observations import Origin, Told
from custom_components.home_inventory.sources.network.answers import Answer
from custom_components.home_inventory.sources.network.names import KnownName, names_by_mac
from custom_components.home_inventory.sources.network.pointers import async_look_up
from tests.netlab import name_answer

HUE = Answer("192.168.1.9", "00:17:88:00:00:01", 0)
NAS = Answer("192.168.1.10", "00:11:32:00:00:01", 0)


class _Server(asyncio.DatagramProtocol):
    def __init__(self, answer) -> None:
        self.answer, self.asked = answer, 0

    def connection_made(self, transport) -> None:
        self.transport = transport

    def datagram_received(self, data, addr) -> None:
        self.asked += 1
        if (answer := self.answer(data)) is not None:
            self.transport.sendto(answer, addr)


@asynccontextmanager
async def _dns(answer) -> AsyncIterator[tuple[int, _Server]]:
    loop = asyncio.get_running_loop()
    transport, server = await loop.create_datagram_endpoint(lambda: _Server(answer), local_addr=("127.0.0.1", 0))
    try:
        yield transport.get_extra_info("sockname")[1], server
    finally:
        transport.close()


async def _ask(answer, addresses=("192.168.1.9",)) -> dict[str, str]:
    async with _dns(answer) as (port, _server):
        return await async_look_up("127.0.0.1", addresses, port=port)


def test_a_name_from_dhcp_counts_more_than_one_from_the_dns_or_ssdp() -> None:
    known = [
        KnownName(name="Philips hue (192.168.1.9)", origin=Origin.SSDP, address=HUE.address),
        KnownName(name="Stue-lys", origin=Origin.DHCP, mac="001788000001", address=HUE.address),
    ]

    (names,) = names_by_mac([HUE], known, {HUE.address: "stue-lys.lan"}).values()

    assert names == (
        Told("Stue-lys", Origin.DHCP),
        Told("stue-lys", Origin.PTR),
        Told("Philips hue (192.168.1.9)", Origin.SSDP),
    )


def test_an_old_lease_of_another_device_names_nobody_else() -> None:
    lease = KnownName(name="old-phone", origin=Origin.DHCP, mac="18c04d000001", address=HUE.address)

    assert names_by_mac([HUE], [lease], {}) == {}


def test_an_address_of_two_devices_gives_neither_a_name() -> None:
    other = Answer(HUE.address, "18:c0:4d:00:00:99", 0)

    assert names_by_mac([HUE, other], [], {HUE.address: "hue.lan"}) == {}


@pytest.mark.parametrize("name", ["192-168-1-9.lan", "ip-192-168-1-9", "192.168.1.9", "localhost", "", "*"])
def test_a_name_that_says_nothing_is_none(name) -> None:
    assert names_by_mac([HUE], [], {HUE.address: name}) == {}


async def test_names_of_many_addresses_are_asked_for() -> None:
    names = {f"192.168.1.{last}": f"ESP_{last}.lan" for last in range(1, 255)}

    assert await _ask(lambda packet: name_answer(packet, names), [*names, "192.168.2.1"]) == names


async def test_a_lost_question_is_asked_again() -> None:
    lost = iter([True])

    def answer(packet: bytes) -> bytes | None:
        return None if next(lost, False) else name_answer(packet, {HUE.address: "hue.lan", NAS.address: "nas.lan"})

    assert await _ask(answer, (HUE.address, NAS.address)) == {HUE.address: "hue.lan", NAS.address: "nas.lan"}


async def test_a_server_that_says_nothing_is_left_alone_after_64_addresses() -> None:
    async with _dns(lambda _packet: None) as (port, server):
        found = await async_look_up("127.0.0.1", [f"192.168.1.{last}" for last in range(1, 255)], port=port)

    assert (found, server.asked) == ({}, 128)


async def test_no_server_is_no_failure() -> None:
    async with _dns(lambda _packet: None) as (port, _server):
        pass

    assert await async_look_up("127.0.0.1", [HUE.address, NAS.address], port=port) == {}


async def test_an_answer_to_another_question_is_not_taken() -> None:
    def forge(packet: bytes) -> bytes:
        return name_answer(packet, {HUE.address: "evil.lan"}).replace(b"\x019", b"\x018", 1)

    assert await _ask(forge) == {}


@pytest.mark.parametrize(
    "broken",
    [
        lambda packet: packet[:2],
        lambda packet: packet[:2] + struct.pack("!5H", 0x8180, 1, 1, 0, 0) + packet[12:] + b"\xc0",
        lambda packet: packet[:2] + struct.pack("!5H", 0x8180, 1, 1, 0, 0) + b"\xc0\x0c" + packet[-4:],
        lambda packet: packet[:2] + struct.pack("!5H", 0x8180, 1, 9, 0, 0) + packet[12:],
    ],
    ids=["short", "cut off", "a name that points to itself", "fewer answers than said"],
)
async def test_a_broken_answer_gives_no_name(broken) -> None:
    assert await _ask(broken) == {}
