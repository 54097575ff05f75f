"""Devices as the panel asks for them."""

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
from tests.domain.matching_kit import LAMP, PLUG, TV, lan

from .sourced import speaker

if TYPE_CHECKING:
    from typing import Any

    from .sourced import SourcedHome


async def test_a_device_is_shown_with_all_that_is_known(home: SourcedHome) -> None:
    """As docs/api.md says."""
    hall = await home.kit.given_location("Hall")
    await home.bring(speaker(home.site, ("Flur",)), places={("Flur",): hall})

    answer = await home.kit.ws("device/get", device="sonos")

    device = answer["device"]
    assert {name: device[name] for name in ("name", "manufacturer", "model", "serial_number", "firmware", "type")} == {
        "name": "Sonos",
        "manufacturer": "Sonos",
        "model": "One",
        "serial_number": "SN-4711",
        "firmware": "1.2",
        "type": "Smart Speaker",
    }
    assert (device["path"], device["location_id"], device["status"]) == ("Home / Hall", hall, "online")
    assert device["addresses"] == ["192.168.1.9", "192.168.1.30"]
    assert (device["macs"], device["is_random_mac"], device["link"]) == ([TV], False, "wifi")
    assert (device["sources"], device["item"], device["parent"]) == ([home.lan], None, None)
    assert answer["components"] == [{"key": "1", "name": "Left", "type": "Channel"}]
    assert answer["facts"]["type"] == {
        "value": "Smart Speaker",
        "origin": "ptr",
        "source_id": home.lan,
        "locked": False,
        "offered": None,
    }
    mac = answer["identities"][0]
    assert {name: mac[name] for name in ("kind", "value", "scope", "strong")} == {
        "kind": "mac",
        "value": TV,
        "scope": "",
        "strong": True,
    }
    assert mac["first_seen"] == mac["last_seen"] == device["last_seen"]
    assert [(seen["source_id"], seen["missed"]) for seen in answer["sightings"]] == [(home.lan, 0)]


async def test_it_is_told_at_which_addresses_a_device_was(home: SourcedHome) -> None:
    """And since when it is known by what."""
    await home.bring(lan(LAMP, "192.168.1.5", name="Lamp", site=home.site))
    first = await home.kit.ws("device/get", device="Lamp")
    await home.bring(lan(LAMP, "192.168.1.6", name="Lamp", site=home.site))

    answer = await home.kit.ws("device/get", device="Lamp")

    now, before = answer["address_history"]
    assert (now["address"], now["source_id"], now["until"]) == ("192.168.1.6", home.lan, None)
    assert (before["address"], before["since"]) == ("192.168.1.5", first["device"]["last_seen"])
    assert before["until"] == first["device"]["last_seen"] < now["since"]
    mac, earlier = answer["identities"][0], first["identities"][0]
    assert (mac["first_seen"], mac["last_seen"]) == (earlier["first_seen"], answer["device"]["last_seen"])


async def test_a_device_goes_by_its_id_address_name_or_ref(home: SourcedHome) -> None:
    """And by nothing else."""
    await home.bring(lan(LAMP, "192.168.1.5", name="Lamp", site=home.site))
    lamp = await home.device("Lamp")

    found = [await home.device(each) for each in (lamp["id"], LAMP, "00-17-88-00-00-02", "001788000002", " lamp ")]

    assert [device["id"] for device in found] == [lamp["id"]] * 5
    error = await home.kit.refused("device/get", device="Lamp in the hall")
    assert (error.code, error.placeholders["candidates"]) == ("device_not_found", "Lamp")


async def test_of_several_with_one_name_one_has_to_be_said(home: SourcedHome) -> None:
    """Those that may be meant are named; one that is archived is none of them."""
    await home.bring(*(lan(mac, name="Lamp", site=home.site) for mac in (LAMP, PLUG, TV)))
    await home.kit.ws("device/remove", device=TV)

    error = await home.kit.refused("device/get", device="lamp")
    await home.kit.ws("device/remove", device=PLUG)

    assert error.code == "device_ambiguous"
    assert sorted(error.placeholders["candidates"].split(", ")) == [f"Lamp ({PLUG})", f"Lamp ({LAMP})"]
    assert (await home.device("lamp"))["macs"] == [LAMP]


async def test_lists_are_narrowed_by_what_is_known(home: SourcedHome) -> None:
    """By words, place, source, status, type and what was settled."""
    hall = await home.kit.given_location("Hall")
    await home.kit.given_location("Cabin", parent=None, kind="site")
    await home.bring(
        speaker(home.site, ("Flur",)), lan(LAMP, "192.168.1.5", name="Lamp", site=home.site), places={("Flur",): hall}
    )
    await home.bring(
        lan(PLUG, name="Plug", site="x"),
        source=home.add_network(home.kit.inventory.locations.resolve_location("Cabin").id),
    )
    await home.kit.ws("device/adopt", device="Lamp")

    wanted: list[tuple[dict[str, Any], list[str]]] = [
        ({}, ["Lamp", "Plug", "Sonos"]),
        ({"text": "sonos one"}, ["Sonos"]),
        ({"text": "192.168.1.5"}, ["Lamp"]),
        ({"location": "Home"}, ["Sonos"]),
        ({"site": "Home"}, ["Lamp", "Sonos"]),
        ({"site": "Cabin"}, ["Plug"]),
        ({"source": home.lan}, ["Lamp", "Sonos"]),
        ({"status": ["online"]}, ["Lamp", "Plug", "Sonos"]),
        ({"status": ["missing", "offline"]}, []),
        ({"device_type": "SMART speaker"}, ["Sonos"]),
        ({"linked": True}, ["Lamp"]),
        ({"linked": False}, ["Plug", "Sonos"]),
        ({"ignored": True}, []),
        ({"archived": True}, []),
    ]

    assert [await home.names(**each) for each, _ in wanted] == [names for _, names in wanted]
    assert (await home.kit.ws("device/types"))["types"] == [{"name": "smart speaker", "count": 1}]
    page = await home.kit.ws("device/list", limit=1, offset=1)
    assert ([device["name"] for device in page["devices"]], page["total"]) == (["Plug"], 3)


async def test_what_people_settle_stays(home: SourcedHome) -> None:
    """Until they take it back; then the source says it again."""
    await home.kit.given_location("Hall")
    await home.bring(speaker(home.site))

    done = await home.kit.ws(
        "device/update", device="Sonos", name="Kitchen radio", device_type="Radio", location="Hall", sleeps=True
    )
    await home.bring(speaker(home.site))
    after = await home.kit.ws("device/get", device="Kitchen radio")
    back = (await home.kit.ws("device/update", device="Kitchen radio", name=None, location=None))["device"]

    assert (after["device"]["type"], after["device"]["path"], after["device"]["sleeps"]) == (
        "Radio",
        "Home / Hall",
        True,
    )
    assert after["facts"]["name"] | {"source_id": ""} == {
        "value": "Kitchen radio",
        "origin": "user",
        "source_id": "",
        "locked": True,
        "offered": "Sonos",
    }
    assert (back["name"], back["path"], back["type"]) == ("Sonos", None, "Radio")
    await home.kit.ws("change/undo")
    await home.kit.ws("change/undo", batch=done["batch"])
    assert (await home.device("Sonos")) | {"sleeps": False} == await home.device(TV)


async def test_ignored_and_archived_devices_are_in_lists_of_their_own(home: SourcedHome) -> None:
    """And come back from there."""
    await home.bring(lan(LAMP, name="Lamp", site=home.site), lan(PLUG, name="Plug", site=home.site))

    await home.kit.ws("device/update", device="Lamp", ignored=True)
    await home.kit.ws("device/remove", device="Plug")
    hidden = [await home.names(), await home.names(ignored=True), await home.names(archived=True)]
    await home.kit.ws("device/update", device="Lamp", ignored=None)
    restored = await home.kit.ws("device/restore", device="Plug")

    assert hidden == [[], ["Lamp"], ["Plug"]]
    assert restored["device"]["archived_at"] is None
    assert await home.names() == ["Lamp", "Plug"]
    deleted = await home.kit.ws("device/remove", device="Plug", permanently=True)
    assert (deleted["device"]["name"], await home.names()) == ("Plug", ["Lamp"])


async def test_devices_hang_on_others(home: SourcedHome) -> None:
    """Both say so."""
    ring = Observation(
        identities=(Identity(IdentityKind.MAC, PLUG),),
        names=(Told("Plug", Origin.DHCP),),
        parent=Identity(IdentityKind.MAC, LAMP),
    )
    await home.bring(lan(LAMP, name="Hub", site=home.site))
    await home.bring(lan(LAMP, name="Hub", site=home.site), ring)

    hub, plug = await home.kit.ws("device/get", device="Hub"), await home.device("Plug")

    assert hub["children"] == [{"id": plug["id"], "name": "Plug"}]
    assert plug["parent"] == {"id": hub["device"]["id"], "name": "Hub"}


async def test_what_came_after_the_first_run_is_new_until_it_is_an_item(home: SourcedHome) -> None:
    """What the first run brings was there before."""
    await home.bring(lan(PLUG, "192.168.1.10", name="Plug", site=home.site))
    await home.bring(
        lan(PLUG, "192.168.1.10", name="Plug", site=home.site), lan(LAMP, "192.168.1.11", name="Lamp", site=home.site)
    )
    assert await home.names(new=True) == ["Lamp"]

    await home.kit.ws("device/adopt", device="Lamp")

    assert await home.names(new=True) == []


async def test_an_overview_says_how_devices_are_doing_and_what_to_look_at(home: SourcedHome) -> None:
    """Counted as lists find them."""
    plug = lan(PLUG, "192.168.1.10", name="Plug", site=home.site)
    await home.bring(plug)
    await home.bring(
        plug,
        lan(LAMP, "192.168.1.11", name="Lamp", site=home.site),
        conflicts=(Conflict(address="192.168.1.11", macs=(LAMP, TV)),),
    )
    await home.kit.ws("device/update", device="Plug", ignored=True)

    overview = await home.kit.ws("device/overview")

    assert (overview["total"], overview["statuses"]) == (1, {"online": 1, "offline": 0, "missing": 0, "unknown": 0})
    assert ([device["name"] for device in overview["new"]["devices"]], overview["new"]["total"]) == (["Lamp"], 1)
    assert overview["missing"] == {"devices": [], "total": 0}
    assert [conflict["address"] for conflict in overview["conflicts"]] == ["192.168.1.11"]
    assert overview["suggestions"] == 0
