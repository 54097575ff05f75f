"""Who made what, with the lists that the integration has."""

from __future__ import annotations

import asyncio
import gzip
import logging
from datetime import date

import pytest

from custom_components.home_inventory.domain.observations import (
    Harvest,
    Identity,
    IdentityKind,
    Observation,
    Origin,
    Told,
)
from custom_components.home_inventory.sources.vendors import Vendor, Vendors
from custom_components.home_inventory.sources.vendors.small_blocks import ASSET, MARK, BadBlocksError, read_small_blocks
from script.small_blocks import pack, read_blocks

ESPRESSIF = "24:0a:c4:12:af:3c"
ELKO = "2c:6a:6f:1a:aa:aa"
RANDOM = "da:a1:19:00:00:01"
OTHER_FORMAT = gzip.compress(
    gzip.decompress(pack({"2C6A6F1": "ELKO EP, s.r.o."}, date(2026, 11, 1))).replace(MARK, b"HIB9")
)


async def _find(mac: str) -> Vendor | None:
    return next(iter((await Vendors().async_find([mac])).values()), None)


def _seen(mac: str, **told) -> Harvest:
    seen = Observation(identities=(Identity(IdentityKind.MAC, mac),), **told)
    return Harvest(observations=(seen,), is_complete=True, networks=("192.168.1.0/24",))


async def _completed(mac: str, **told) -> Observation:
    (observation,) = (await Vendors().async_complete(_seen(mac, **told))).observations
    return observation


@pytest.mark.parametrize(
    ("mac", "name"),
    [
        (ESPRESSIF, "Espressif"),
        ("240AC412AF3C", "Espressif"),
        ("24-0A-C4-12-AF-3C", "Espressif"),
        ("240a.c412.af3c", "Espressif"),
        (ELKO, "ELKO EP"),
        ("70:b3:d5:12:1a:bc", "Luxurite Smart Home"),
        ("8c:1f:64:00:3a:bb", "Brighten Controls LLP"),
        ("00:50:c2:00:0a:aa", "T.L.S"),
    ],
    ids=["24 bits", "bare", "hyphens", "dots", "28 bits", "36 bits", "36 bits of another block", "an IAB"],
)
async def test_the_maker_is_known_by_the_smallest_block(mac, name) -> None:
    found = await _find(mac)

    assert found is not None
    assert found.name == name


async def test_neighbours_in_a_divided_block_have_different_makers() -> None:
    found = await Vendors().async_find([f"2c:6a:6f:{digit:x}0:00:01" for digit in range(16)])

    assert len({vendor.name for vendor in found.values()}) > 10


@pytest.mark.parametrize(
    "mac",
    ["01:00:5e:00:00:01", "00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff", "00:00:5e:00:01:07", "24:0a:c4", "router"],
    ids=["multicast", "zeros", "broadcast", "VRRP", "half", "no address"],
)
async def test_what_no_device_has_is_not_answered(mac) -> None:
    assert await _find(mac) is None


async def test_a_made_up_address_tells_of_no_maker() -> None:
    assert await _find(RANDOM) == Vendor(is_random=True)


@pytest.mark.parametrize("mac", ["02:42:ac:11:00:02", "52:54:00:12:34:56"])
async def test_an_address_of_a_virtual_machine_has_no_maker_either(mac) -> None:
    assert await _find(mac) == Vendor()


async def test_the_authority_is_never_taken_for_a_maker(tmp_path) -> None:
    """Without the list of small blocks all that is known of these is that they are divided."""
    vendors = Vendors(tmp_path / "none")

    assert await vendors.async_find([ELKO]) == {ELKO: Vendor(is_small_block=True)}


@pytest.mark.parametrize(
    "content",
    [b"", b"no gzip", gzip.compress(b"short"), OTHER_FORMAT, ASSET.read_bytes()[:60_000]],
    ids=["empty", "no gzip", "short", "another mark", "cut off"],
)
async def test_a_broken_list_leaves_the_others(tmp_path, caplog, content) -> None:
    path = tmp_path / "small_blocks.bin.gz"
    path.write_bytes(content)
    vendors = Vendors(path)

    first, second = [await vendors.async_find([ESPRESSIF, ELKO]) for _ in range(2)]

    assert first == second
    assert (first[ESPRESSIF].name, first[ELKO].name) == ("Espressif", None)
    assert [record.levelno for record in caplog.records if "small makers" in record.message] == [logging.WARNING]


async def test_lists_are_read_once_when_they_are_needed(monkeypatch) -> None:
    read = []
    monkeypatch.setattr(
        "custom_components.home_inventory.sources.vendors.lookup.read_small_blocks",
        lambda path: read.append(path) or read_small_blocks(path),
    )
    vendors = Vendors()
    await vendors.async_complete(Harvest(observations=(), is_complete=True))
    assert not read

    await asyncio.gather(*(vendors.async_find([ELKO]) for _ in range(5)))

    assert len(read) == 1


async def test_a_device_without_a_name_is_called_by_maker_and_address() -> None:
    completed = await _completed(ESPRESSIF)

    assert completed.manufacturer == Told("Espressif", Origin.VENDOR)
    assert completed.names == (Told("Espressif 12:AF:3C", Origin.VENDOR),)


async def test_a_name_that_a_device_has_stays() -> None:
    names = (Told("Stue-lys", Origin.DHCP),)

    completed = await _completed(ESPRESSIF, names=names)

    assert (completed.names, completed.manufacturer) == (names, Told("Espressif", Origin.VENDOR))


async def test_what_a_device_says_of_its_maker_stays() -> None:
    maker = Told("Shelly", Origin.MDNS)

    assert (await _completed(ESPRESSIF, manufacturer=maker)).manufacturer == maker


@pytest.mark.parametrize(
    ("mac", "told", "maker"),
    [
        (ESPRESSIF, "Espressif Inc.", "Espressif"),
        (ELKO, "IEEE REGISTRATION AUTHORITY", "ELKO EP"),
        (RANDOM, "Sonos, Inc.", "Sonos"),
        (RANDOM, "(Unknown)", None),
    ],
)
async def test_the_maker_that_a_scan_file_has_is_written_as_ours(mac, told, maker) -> None:
    completed = await _completed(mac, manufacturer=Told(told, Origin.VENDOR))

    assert (completed.manufacturer.value if completed.manufacturer else None) == maker


async def test_the_rest_of_a_harvest_stays() -> None:
    harvest = _seen(RANDOM)

    assert await Vendors().async_complete(harvest) == harvest


def test_the_list_is_whole_and_small() -> None:
    blocks = read_small_blocks(ASSET)

    assert (len(blocks), blocks.made_of) == (13_877, date(2022, 8, 27))
    assert ASSET.stat().st_size <= 200_000


def test_a_list_is_made_of_the_lists_of_the_authority(tmp_path) -> None:
    """Of two blocks the smaller counts; those who are not named are left out."""
    head = "Registry,Assignment,Organization Name,Organization Address\n"
    (tmp_path / "mam.csv").write_text(
        f'{head}MA-M,2C6A6F1,"ELKO EP,  s.r.o.","Palackeho, Holesov"\nMA-M,741AE09,Private,\n'
    )
    (tmp_path / "oui36.csv").write_text(f"{head}MA-S,70B3D5FFF,Süßmann & Søn,Bergen\nMA-S,2C6A6F1AA,Its tenant,Here\n")
    (tmp_path / "iab.csv").write_text(f"{head}IAB,0050C2000,T.L.S. Corp.,There\n")
    asset = tmp_path / "asset.bin.gz"
    asset.write_bytes(pack(read_blocks(tmp_path), date(2026, 11, 1)))

    blocks = read_small_blocks(asset)

    assert (len(blocks), blocks.made_of) == (4, date(2026, 11, 1))
    assert blocks.find("2c:6a:6f:10:00:01") == "ELKO EP, s.r.o."
    assert blocks.find("2c:6a:6f:1a:a0:01") == "Its tenant"
    assert blocks.find("70:b3:d5:ff:ff:ff") == "Süßmann & Søn"
    assert blocks.find("00:50:c2:00:00:00") == "T.L.S. Corp."
    assert [blocks.find(mac) for mac in ("74:1a:e0:9f:00:00", "00:00:00:00:00:01", "70:b3:d5:ff:e0:00")] == [None] * 3


def test_a_prefix_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="240AC4"):
        pack({"240AC4": "Espressif Inc."}, date(2026, 11, 1))


def test_a_broken_list_is_told_from_one_that_is_not_there(tmp_path) -> None:
    (tmp_path / "broken").write_bytes(b"no gzip")

    with pytest.raises(BadBlocksError):
        read_small_blocks(tmp_path / "broken")
    with pytest.raises(FileNotFoundError):
        read_small_blocks(tmp_path / "none")
