"""What entries of Home Assistant's registry say of devices."""

from __future__ import annotations

import pytest

from custom_components.home_inventory.domain.observations import (
    Component,
    Identity,
    IdentityKind,
    Link,
    Observation,
    Origin,
    Presence,
    Told,
)
from custom_components.home_inventory.sources.hass_devices import RegistryDevice, harvest_of

MAC = "00:17:88:00:00:01"


def _observed(*devices: RegistryDevice) -> dict[str, Observation]:
    harvest = harvest_of(devices, own_domain="home_inventory")
    assert harvest.is_complete
    return {observation.of_kind(IdentityKind.HASS)[0]: observation for observation in harvest.observations}


def _lamp(**values) -> Observation:
    return _observed(RegistryDevice(id="lamp", domain="hue", **values))["lamp"]


def test_what_the_registry_says_of_a_device_is_taken() -> None:
    lamp = _lamp(
        name="Hue white lamp",
        name_by_user="Reading lamp",
        manufacturer="Signify",
        model="LWA001",
        serial_number="9290022166",
        sw_version="1.108.5",
        connections=frozenset({("mac", "00:17:88:00:00:01")}),
        area_id="study",
    )

    assert lamp == Observation(
        identities=(
            Identity(IdentityKind.HASS, "lamp"),
            Identity(IdentityKind.MAC, MAC),
            Identity(IdentityKind.SERIAL, "signify/9290022166"),
        ),
        names=(Told("Reading lamp", Origin.HASS_USER), Told("Hue white lamp", Origin.HASS)),
        manufacturer=Told("Signify", Origin.HASS),
        model=Told("LWA001", Origin.HASS),
        serial_number=Told("9290022166", Origin.HASS),
        firmware=Told("1.108.5", Origin.HASS),
        place=("study",),
        presence=Presence.LISTED,
        extra={"integration": "hue"},
    )
    assert lamp.name == "Reading lamp"


@pytest.mark.parametrize("nothing", [None, "", " ", "Unknown", "N/A", "None"])
def test_what_says_nothing_is_not_taken(nothing) -> None:
    lamp = _lamp(
        name=nothing, manufacturer=nothing, model=nothing, serial_number=nothing, sw_version=nothing, area_id=nothing
    )

    assert lamp == Observation(
        identities=(Identity(IdentityKind.HASS, "lamp"),), presence=Presence.LISTED, extra={"integration": "hue"}
    )


@pytest.mark.parametrize(
    ("connection", "macs"),
    [
        (("mac", "00-17-88-00-00-01"), (MAC,)),
        (("mac", "00:00:00:00:00:00"), ()),
        (("mac", "no address"), ()),
        (("bluetooth", "00:17:88:00:00:01"), ()),
        (("zigbee", "00:17:88:01:00:00:00:01"), ()),
    ],
)
def test_only_addresses_of_the_network_are_known_again_there(connection, macs) -> None:
    assert _lamp(connections=frozenset({connection})).of_kind(IdentityKind.MAC) == macs


@pytest.mark.parametrize(
    ("domain", "connections", "link"),
    [
        ("hue", [("zigbee", "00:17:88:01:00:00:00:01")], Link.ZIGBEE),
        ("switchbot", [("bluetooth", "D4:00:00:00:00:01")], Link.BLUETOOTH),
        ("shelly", [("mac", MAC), ("bluetooth", "D4:00:00:00:00:01")], None),
        ("zwave_js", [], Link.ZWAVE),
        ("unifi", [("mac", MAC)], None),
    ],
)
def test_a_radio_is_told_where_the_registry_tells_it(domain, connections, link) -> None:
    device = RegistryDevice(id="one", domain=domain, connections=frozenset(connections))

    assert _observed(device)["one"].link is link


def test_a_serial_number_without_a_maker_is_told_and_identifies_nothing() -> None:
    lamp = _lamp(serial_number="9290022166")

    assert (lamp.serial_number, lamp.of_kind(IdentityKind.SERIAL)) == (Told("9290022166", Origin.HASS), ())


def test_a_bridges_serial_number_makes_its_devices_not_one() -> None:
    """Some integrations give it to everything on the bridge; two integrations that say the same mean the same device."""
    shared = {"manufacturer": "Signify", "serial_number": "ECB5FA000001"}
    observed = _observed(
        RegistryDevice(id="bridge", domain="hue", **shared),
        RegistryDevice(id="lamp", domain="hue", **shared),
        RegistryDevice(id="tv", domain="webostv", manufacturer="LG", serial_number="904LG00001"),
        RegistryDevice(id="cast", domain="cast", manufacturer="LG", serial_number="904LG00001"),
    )

    assert [observed[name].of_kind(IdentityKind.SERIAL) for name in ("bridge", "lamp", "tv", "cast")] == [
        (),
        (),
        ("lg/904lg00001",),
        ("lg/904lg00001",),
    ]


def test_services_and_our_own_are_no_devices_nor_are_their_parts() -> None:
    observed = _observed(
        RegistryDevice(id="weather", domain="met", is_service=True),
        RegistryDevice(id="drill", domain="home_inventory", name="Drill"),
        RegistryDevice(id="tomorrow", domain="met", parent_id="weather"),
        RegistryDevice(id="bit", domain="home_inventory", parent_id="drill"),
        RegistryDevice(id="lamp", domain="hue"),
    )

    assert observed.keys() == {"lamp"}


def test_parts_are_components_of_their_device() -> None:
    observed = _observed(
        RegistryDevice(id="outlet_2", domain="shelly", name="Outlet 2", name_by_user="Kettle", parent_id="strip"),
        RegistryDevice(id="outlet_1", domain="shelly", name="Outlet 1", parent_id="strip"),
        RegistryDevice(id="strip", domain="shelly", name="Strip"),
    )

    assert observed.keys() == {"strip"}
    assert observed["strip"].components == (
        Component(key="outlet_1", name="Outlet 1"),
        Component(key="outlet_2", name="Kettle"),
    )


@pytest.mark.parametrize(
    ("via_id", "parent"),
    [
        ("bridge", "bridge"),
        ("outlet", "strip"),
        ("account", None),
        ("lamp", None),
        ("gone", None),
        (None, None),
    ],
    ids=["a bridge", "a part", "a service", "itself", "one that is gone", "none"],
)
def test_a_device_hangs_on_its_bridge(via_id, parent) -> None:
    observed = _observed(
        RegistryDevice(id="bridge", domain="hue"),
        RegistryDevice(id="account", domain="hue", is_service=True),
        RegistryDevice(id="strip", domain="shelly"),
        RegistryDevice(id="outlet", domain="shelly", parent_id="strip"),
        RegistryDevice(id="lamp", domain="hue", via_id=via_id),
    )

    assert observed["lamp"].parent == (Identity(IdentityKind.HASS, parent) if parent else None)


def test_an_empty_registry_is_an_answer() -> None:
    harvest = harvest_of((), own_domain="home_inventory")

    assert (harvest.observations, harvest.is_complete) == ((), True)


def test_a_device_is_known_by_the_entry_that_it_was_too() -> None:
    assert _lamp(former_id="before").of_kind(IdentityKind.HASS) == ("lamp", "before")
