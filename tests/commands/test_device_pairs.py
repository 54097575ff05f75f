"""Two devices that are one, one that is two, and addresses that two of them have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from custom_components.home_inventory.domain.observations import (
    Conflict,
    Identity,
    IdentityKind,
    Observation,
    Origin,
    Told,
)
from tests.domain.matching_kit import LAMP, PHONE, PHONE_AGAIN, PLUG, TV, lan

if TYPE_CHECKING:
    from .sourced import SourcedHome


async def test_devices_are_made_one_and_two_again(home: SourcedHome) -> None:
    """By the batch that did it, or by what one of them is known by."""
    await home.bring(lan(LAMP, name="Lamp", site=home.site), lan(PLUG, name="Plug", site=home.site))

    merged = await home.kit.ws("device/merge", keep="Lamp", gone="Plug")
    one = await home.names()
    split = await home.kit.action("split_device", batch=merged["batch"])
    two = await home.names()
    again = await home.kit.action("merge_devices", keep="Lamp", gone="Plug")
    off = await home.kit.ws("device/split_off", device="Lamp", identities=[{"kind": "mac", "value": PLUG, "scope": ""}])

    assert (merged["device"]["macs"], one) == ([LAMP, PLUG], ["Lamp"])
    assert (split["device"]["name"], two) == ("Plug", ["Lamp", "Plug"])
    assert again["device"]["macs"] == [LAMP, PLUG]
    assert (off["device"]["macs"], (await home.device("Lamp"))["macs"]) == ([PLUG], [LAMP])
    assert (await home.kit.refused("device/merge", keep="Lamp", gone="Lamp")).code == "cannot_merge_devices"
    assert (await home.kit.refused("device/split", batch=off["batch"])).code == "not_merged"


async def test_devices_that_may_be_one_are_suggested_until_somebody_says_no(home: SourcedHome) -> None:
    """From what the last runs have seen; and with each of the two."""
    await home.bring(lan(PHONE, "192.168.1.7", "phone", "Phone", home.site))
    await home.bring(lan(PHONE_AGAIN, "192.168.1.8", "phone", "Phone", home.site), confirmed=True)
    old, new = await home.device(PHONE), await home.device(PHONE_AGAIN)

    found = (await home.kit.ws("device/suggestions"))["suggestions"]
    about = (await home.kit.ws("device/get", device=PHONE))["suggestions"]
    await home.kit.ws("device/refuse", first=PHONE, second=PHONE_AGAIN)
    refused = (await home.kit.ws("device/suggestions"))["suggestions"]
    await home.kit.ws("device/refuse", first=PHONE, second=PHONE_AGAIN, refused=False)
    asked_again = (await home.kit.ws("device/suggestions"))["suggestions"]

    assert [(each["first"], each["second"], each["reason"]) for each in found] == [(old, new, "new_random_mac")]
    assert about == found == asked_again
    assert refused == []
    assert old["is_random_mac"]


async def test_a_suggestion_goes_with_its_device(home: SourcedHome) -> None:
    """Nobody is asked about what is archived, ignored or one already."""
    await home.bring(lan(PHONE, "192.168.1.7", "phone", "Phone", home.site))
    await home.bring(lan(PHONE_AGAIN, "192.168.1.8", "phone", "Phone", home.site), confirmed=True)

    await home.kit.ws("device/update", device=PHONE, ignored=True)
    ignored = await home.kit.ws("device/suggestions")
    await home.kit.ws("device/update", device=PHONE, ignored=False)
    await home.kit.ws("device/merge", keep=PHONE, gone=PHONE_AGAIN)

    assert ignored["suggestions"] == (await home.kit.ws("device/suggestions"))["suggestions"] == []


async def test_an_address_of_two_devices_is_a_conflict_as_long_as_both_answer(home: SourcedHome) -> None:
    """Since the first run that has seen it."""
    both = (
        lan(LAMP, "192.168.1.5", name="Lamp", site=home.site),
        lan(PLUG, "192.168.1.5", name="Plug", site=home.site),
    )
    claimed = (Conflict(address="192.168.1.5", macs=(LAMP, PLUG)),)
    first = await home.bring(*both, conflicts=claimed)
    await home.bring(*both, conflicts=claimed)

    found = (await home.kit.ws("device/conflicts"))["conflicts"]
    rows = (await home.kit.ws("network/addresses", source=home.lan))["addresses"]
    await home.bring(both[0], lan(PLUG, "192.168.1.6", name="Plug", site=home.site))

    assert first.run is not None
    assert [(each["address"], each["macs"], each["source_id"]) for each in found] == [
        ("192.168.1.5", [PLUG, LAMP], home.lan)
    ]
    assert found[0]["since"] == first.run.started_at.isoformat()
    assert [device["name"] for device in found[0]["devices"]] == ["Lamp", "Plug"]
    assert [(row["address"], row["is_conflict"]) for row in rows] == [("192.168.1.5", True)]
    assert (await home.kit.ws("device/conflicts"))["conflicts"] == []


async def test_an_address_that_goes_to_and_fro_is_a_conflict(home: SourcedHome) -> None:
    """Where only one of both answers at a time; one that was handed on is none."""
    lamp, plug = (lan(mac, "192.168.1.5", name=mac, site=home.site) for mac in (LAMP, PLUG))
    there = lan(TV, "192.168.1.9", name="TV", site=home.site)
    await home.bring(lamp, there)
    await home.bring(plug, there)
    handed_on = await home.kit.ws("device/conflicts")
    first = await home.bring(lamp, there)

    found = (await home.kit.ws("device/conflicts"))["conflicts"]

    assert handed_on == {"conflicts": []}
    assert [(each["address"], each["macs"]) for each in found] == [("192.168.1.5", [PLUG, LAMP])]
    assert first.run is not None
    assert found[0]["since"] < first.run.started_at.isoformat()


async def test_a_device_that_is_at_two_sites_by_turns_is_two(home: SourcedHome) -> None:
    """One that has only moved is not; and people may say that it is one all the same."""
    far = home.add_network(await home.kit.given_location("Cabin", parent=None, kind="site"))
    seen = lan(LAMP, "192.168.1.5", name="Lamp", site=""), lan(PLUG, "192.168.1.6", name="Plug", site="")
    await home.bring(*seen)
    await home.bring(seen[0], source=far)
    moved = await home.kit.ws("device/suggestions")
    await home.bring(*seen)

    found = (await home.kit.ws("device/suggestions"))["suggestions"]
    await home.kit.ws("device/refuse", first="Lamp", second="Lamp")

    assert moved == {"suggestions": []}
    assert [(each["first"]["name"], each["second"]["name"], each["reason"]) for each in found] == [
        ("Lamp", "Lamp", "same_mac_at_two_sites")
    ]
    assert await home.kit.ws("device/suggestions") == {"suggestions": []}


async def test_a_device_says_what_went_into_it_until_that_is_two_again(home: SourcedHome) -> None:
    """Each merge by its batch, the last one first; however it was taken back."""
    names = {PLUG: "Plug", LAMP: "Lamp", TV: "TV"}
    await home.bring(*(lan(mac, f"192.168.1.{mac[-1]}", name=name, site=home.site) for mac, name in names.items()))
    assert (await home.kit.ws("device/get", device="Plug"))["merges"] == []
    first = await home.kit.ws("device/merge", keep="Plug", gone="Lamp")
    second = await home.kit.ws("device/merge", keep="Plug", gone="TV")

    merges = (await home.kit.ws("device/get", device="Plug"))["merges"]

    assert [(merge["name"], merge["batch"]) for merge in merges] == [("TV", second["batch"]), ("Lamp", first["batch"])]
    await home.kit.ws("change/undo", batch=second["batch"])
    assert [merge["name"] for merge in (await home.kit.ws("device/get", device="Plug"))["merges"]] == ["Lamp"]
    await home.kit.ws("device/split", batch=first["batch"])
    assert (await home.kit.ws("device/get", device="Plug"))["merges"] == []
    assert await home.names() == ["Lamp", "Plug", "TV"]


async def test_a_device_that_hung_on_one_that_was_deleted_was_not_made_one_with_it(home: SourcedHome) -> None:
    """Both are lines of one batch, as those of a merge are."""
    hub = Observation(identities=(Identity(IdentityKind.MAC, PLUG),), names=(Told("Hub", Origin.DHCP),))
    bulb = Observation(
        identities=(Identity(IdentityKind.MAC, LAMP),), names=(Told("Bulb", Origin.DHCP),), parent=hub.identities[0]
    )
    await home.bring(hub, bulb)
    assert (await home.device("Bulb"))["parent"]["name"] == "Hub"

    await home.kit.ws("device/remove", device="Hub", permanently=True)

    detail = await home.kit.ws("device/get", device="Bulb")
    assert (detail["device"]["parent"], detail["merges"]) == (None, [])
