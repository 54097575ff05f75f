"""Devices as the panel asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from custom_components.home_inventory.domain.observations import (
    Component,
    Conflict,
    Identity,
    IdentityKind,
    Link,
    Observation,
    Origin,
    Told,
)
from tests.domain.matching_kit import LAMP, PHONE, PHONE_AGAIN, PLUG, TV, lan

if TYPE_CHECKING:
    from typing import Any

    from .sourced import SourcedHome

SERIAL = Identity(IdentityKind.SERIAL, "sonos/sn-4711")


def speaker(site: str, place: tuple[str, ...] = ()) -> Observation:
    """Return a speaker of which everything is known."""
    return Observation(
        identities=(
            Identity(IdentityKind.MAC, TV),
            SERIAL,
            Identity(IdentityKind.HOST_NAME, "sonos", site),
            Identity(IdentityKind.ADDRESS, "192.168.1.30", site),
            Identity(IdentityKind.ADDRESS, "192.168.1.9", site),
        ),
        names=(Told("Sonos", Origin.DHCP),),
        manufacturer=Told("Sonos", Origin.SSDP),
        model=Told("One", Origin.SSDP),
        serial_number=Told("SN-4711", Origin.SSDP),
        firmware=Told("1.2", Origin.SSDP),
        device_type="Smart Speaker",
        place=place,
        link=Link.WIFI,
        components=(Component(key="1", name="Left", type="Channel"),),
    )


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
    assert answer["identities"][0] == {"kind": "mac", "value": TV, "scope": "", "strong": True}
    assert [(seen["source_id"], seen["missed"]) for seen in answer["sightings"]] == [(home.lan, 0)]


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


async def test_adopting_makes_an_item_of_a_device(home: SourcedHome) -> None:
    """With all that the device knows, in one batch that is undone as one."""
    hall = await home.kit.given_location("Hall")
    await home.kit.ws("category/add", name="Speakers")
    await home.bring(speaker(home.site, ("Flur",)), places={("Flur",): hall})
    before = await home.device("Sonos")

    done = await home.kit.ws("device/adopt", device="Sonos")

    item = done["item"]
    assert (item["name"], item["manufacturer"], item["model"], item["serial_number"], item["quantity"]) == (
        "Sonos",
        "Sonos",
        "One",
        "SN-4711",
        1,
    )
    assert [place["path"] for place in item["locations"]] == ["Home / Hall"]
    assert [category["path"] for category in item["categories"]] == ["Speakers"]
    assert done["device"]["item"] == {"id": item["id"], "name": "Sonos", "code": item["code"]}
    assert (await home.kit.refused("device/adopt", device="Sonos")).code == "device_adopted"

    await home.kit.ws("change/undo", batch=done["batch"])

    assert await home.kit.names() == []
    assert await home.device("Sonos") == before


async def test_adopting_takes_what_people_say_instead(home: SourcedHome) -> None:
    """Also as an action."""
    await home.kit.given_location("Hall")
    await home.bring(speaker(home.site))

    done = await home.kit.action(
        "adopt_device", device=TV, name="Radio", location="Hall", purchase_price=219, warranty_until="2028-01-31"
    )

    item = done["item"]
    assert (item["name"], item["purchase_price"], item["currency"]) == ("Radio", 219, home.kit.inventory.currency)
    assert (item["warranty_until"], item["locations"][0]["path"]) == ("2028-01-31", "Home / Hall")


async def test_a_device_may_be_an_item_that_is_there(home: SourcedHome) -> None:
    """Those that fit are offered, the likeliest first, and the one that was chosen is linked."""
    await home.bring(speaker(home.site))
    named = await home.kit.given_item("sonos")
    same = await home.kit.given_item("Radio", manufacturer="SONOS", model="one")
    serial = await home.kit.given_item("Box", serial_number="sn-4711")
    await home.kit.given_item("Sonos Two", manufacturer="Sonos", model="Two")
    archived = await home.kit.given_item("Sonos", serial_number="SN-4711")
    await home.kit.ws("item/remove", item=archived)

    matches = (await home.kit.ws("device/get", device=TV))["matches"]
    linked = await home.kit.ws("device/adopt", device=TV, item="Box")

    assert [item["id"] for item in matches] == [serial, same, named]
    assert (linked["item"]["id"], linked["device"]["item"]["name"]) == (serial, "Box")
    assert [item["id"] for item in (await home.kit.ws("device/get", device=TV))["matches"]] == [same, named]
    assert (await home.kit.refused("device/adopt", device=TV, item="Box", name="Other")).code == "invalid_value"
    assert (await home.kit.ws("device/unlink", device=TV))["device"]["item"] is None
    assert (await home.kit.item("Box"))["id"] == serial


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


@pytest.mark.parametrize(
    ("kind", "categories", "fits"),
    [
        ("Motion Sensor", ["Sensors"], ["Sensors"]),
        ("Motion sensor", ["Motion sensor", "Sensors"], ["Motion sensor"]),
        ("Switch", ["Switches"], ["Switches"]),
        ("Sensor Hub", ["Sensors"], []),
        ("Lamp", ["A / Lamps", "B / Lamps"], []),
    ],
)
async def test_the_category_follows_the_type(
    home: SourcedHome, kind: str, categories: list[str], fits: list[str]
) -> None:
    """If there is one, and only one."""
    for path in categories:
        await home.kit.given_item(path, categories=[path])
    await home.bring(lan(LAMP, name="Thing", site=home.site))
    await home.kit.ws("device/update", device="Thing", device_type=kind)

    item = (await home.kit.ws("device/adopt", device="Thing"))["item"]

    assert [category["path"] for category in item["categories"]] == fits


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


async def test_what_came_after_the_first_run_is_new_until_it_is_an_item(home: SourcedHome) -> None:
    """What the first run brings was there before."""
    await home.bring(lan(PLUG, "192.168.1.10", name="Plug", site=home.site))
    await home.bring(
        lan(PLUG, "192.168.1.10", name="Plug", site=home.site), lan(LAMP, "192.168.1.11", name="Lamp", site=home.site)
    )
    assert await home.names(new=True) == ["Lamp"]

    await home.kit.ws("device/adopt", device="Lamp")

    assert await home.names(new=True) == []


async def test_the_devices_of_an_item_are_listed(home: SourcedHome) -> None:
    """An item may be several devices."""
    await home.bring(
        lan(PLUG, "192.168.1.10", name="Plug", site=home.site),
        lan(LAMP, "192.168.1.11", name="Lamp", site=home.site),
        lan(TV, "192.168.1.12", name="TV", site=home.site),
    )
    item = await home.kit.given_item("Lights")
    for name in ("Plug", "Lamp"):
        await home.kit.ws("device/adopt", device=name, item=item)

    assert await home.names(item=item) == ["Lamp", "Plug"]
    assert (await home.kit.refused("device/list", item="Nothing like it")).code == "item_not_found"


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
