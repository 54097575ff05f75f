"""A network added and changed through its form."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.components import network

from custom_components.home_inventory.domain.addresses import parse_network
from custom_components.home_inventory.flows.network import networks_of
from custom_components.home_inventory.source_settings import NetworkSettings, settings_of

from .forms import Forms, options, suggested

if TYPE_CHECKING:
    from homeassistant.components.network.models import Adapter
    from homeassistant.core import HomeAssistant
    from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

    from .kit import InventoryTestKit

FLAWED = {
    "": "invalid_network",
    "home": "invalid_network",
    "192.168.1.0/33": "invalid_network",
    "192.168.1.300/24": "invalid_network",
    "192.168.1.0-192.168.1.255": "invalid_network",
    "fd00::/64": "not_ipv4",
    "8.8.8.0/24": "not_private",
    "100.64.0.0/24": "not_private",
    "127.0.0.0/24": "not_private",
    "169.254.1.0/24": "not_private",
    "0.0.0.0/24": "not_private",
    "0.0.0.0/0": "not_private",
    "10.0.0.0/8": "too_large",
    "192.168.0.0/21": "too_large",
    "192.168.1.5": "too_small",
    "192.168.1.4/31": "too_small",
}
"""What can't be looked through, and what the form says of it."""


def adapter(name: str, *addresses: str, enabled: bool = True) -> Adapter:
    """Return an interface as Home Assistant knows it, with addresses as "192.168.1.5/24"."""
    written = [address.split("/") for address in addresses]
    return {
        "name": name,
        "index": 1,
        "enabled": enabled,
        "auto": True,
        "default": False,
        "ipv6": [{"address": "fe80::1", "flowinfo": 0, "scope_id": 1, "network_prefix": 64}],
        "ipv4": [{"address": address, "network_prefix": int(prefix)} for address, prefix in written],
    }


@pytest.fixture
async def adapters(hass: HomeAssistant, kit: InventoryTestKit) -> list[Adapter]:
    """Return the interfaces of Home Assistant's machine, to be changed: as they are known once they have been asked for."""
    known = await network.async_get_adapters(hass)
    known[:] = [adapter("lo", "127.0.0.1/8"), adapter("eth0", "192.168.1.5/24"), adapter("wlan0", "10.1.2.3/23")]
    return known


@pytest.fixture
async def forms(kit: InventoryTestKit, hass_client: ClientSessionGenerator, adapters: list[Adapter]) -> Forms:
    """Return somebody who adds a network."""
    return await Forms.open(kit, hass_client, "network")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (adapter("eth0", "192.168.1.5/24"), {"192.168.1.0/24": "eth0"}),
        (adapter("eth0", "192.168.1.5/24", "10.0.0.9/22"), {"192.168.1.0/24": "eth0", "10.0.0.0/22": "eth0"}),
        (adapter("br-lan", "192.168.1.5/24"), {"192.168.1.0/24": "br-lan"}),
        (adapter("eth0", "192.168.1.5/24", enabled=False), {}),
        (adapter("eth0", "10.0.0.9/21"), {}),
        (adapter("eth0", "192.168.1.5/32"), {}),
        (adapter("eth0", "8.8.8.8/24"), {}),
        (adapter("eth0", "169.254.3.4/24"), {}),
        (adapter("lo", "127.0.0.1/8"), {}),
        (adapter("lo", "10.9.9.9/24"), {}),
        (adapter("docker0", "172.17.0.1/24"), {}),
        (adapter("br-0123456789ab", "172.18.0.1/24"), {}),
        (adapter("hassio", "172.30.32.1/23"), {}),
        (adapter("veth12ab", "192.168.1.5/24"), {}),
        (adapter("eth0"), {}),
    ],
    ids=lambda value: str(value)[:60],
)
def test_only_networks_of_the_home_are_offered(given: Adapter, expected: dict[str, str]) -> None:
    """Private ones that this machine is in, up to a /22; neither containers nor the machine itself."""
    assert networks_of([given]) == expected


async def test_a_network_is_added_with_one_form(forms: Forms, kit: InventoryTestKit) -> None:
    """The first of this machine's own is filled in."""
    home = kit.inventory.home_id

    shown = await forms.start()
    done = await forms.send(**suggested(shown))

    assert suggested(shown) == {"network": "192.168.1.0/24", "site": home, "minutes": 15}
    assert options(shown, "network") == {
        "192.168.1.0/24": "192.168.1.0/24 (eth0)",
        "10.1.2.0/23": "10.1.2.0/23 (wlan0)",
    }
    assert (done["type"], done["title"]) == ("create_entry", "Home: 192.168.1.0/24")
    (source,) = forms.sources
    assert source.unique_id == f"{home}/192.168.1.0/24"
    assert settings_of(kit.entry) == (
        NetworkSettings(source_id=source.subentry_id, network="192.168.1.0/24", site_id=home),
    )
    assert settings_of(kit.entry)[0].interval == dt.timedelta(minutes=15)


async def test_the_next_form_suggests_the_next_network(forms: Forms) -> None:
    """And none when all are there."""
    shown = [suggested(await forms.start())]
    await forms.send(**shown[0])
    shown.append(suggested(await forms.start()))
    await forms.send(**shown[1])

    assert [values["network"] for values in shown] == ["192.168.1.0/24", "10.1.2.0/23"]
    assert "network" not in suggested(await forms.start())


async def test_a_machine_without_such_a_network_lets_people_write_one(forms: Forms, adapters: list[Adapter]) -> None:
    """In a container it may not see its home."""
    adapters[:] = [adapter("docker0", "172.17.0.2/24")]

    shown = await forms.start()
    await forms.send(**suggested(shown), network="192.168.1.0/24")

    assert shown["data_schema"][0]["selector"] == {"text": {"multiline": False, "multiple": False}}
    assert [source.data["network"] for source in forms.sources] == ["192.168.1.0/24"]


async def test_another_network_can_be_written(forms: Forms, kit: InventoryTestKit) -> None:
    """It is kept in the one form that scans know."""
    kept = {
        " 192.168.7.0/24 ": "192.168.7.0/24",
        "192.168.8.9/24": "192.168.8.0/24",
        "10.20.30.40/255.255.252.0": "10.20.28.0/22",
        "172.16.5.4/30": "172.16.5.4/30",
    }

    [await add(forms, text, kit.inventory.home_id) for text in kept]

    assert [source.data["network"] for source in forms.sources] == list(kept.values())
    assert [str(parse_network(network)) for network in kept.values()] == list(kept.values())


async def add(forms: Forms, text: str, site: str) -> dict[str, Any]:
    """Fill in a new form; return what comes of it."""
    await forms.start()
    return await forms.send(network=text, site=site, minutes=15)


async def test_what_can_not_be_looked_through_is_refused_and_can_be_mended(forms: Forms, kit: InventoryTestKit) -> None:
    """The form says why, and comes back with what was entered."""
    values: dict[str, Any] = {"site": kit.inventory.home_id, "minutes": 7}
    await forms.start()

    refused = {text: await forms.send(network=text, **values) for text in FLAWED}
    kept = list(forms.sources)
    mended = await forms.send(network="192.168.9.0/24", **values)

    assert {text: answer["errors"] for text, answer in refused.items()} == {
        text: {"network": error} for text, error in FLAWED.items()
    }
    assert [suggested(answer) for answer in refused.values()] == [{"network": text, **values} for text in FLAWED]
    assert (kept, mended["type"]) == ([], "create_entry")


async def test_a_site_has_a_network_only_once(forms: Forms, kit: InventoryTestKit) -> None:
    """Another site may have the same one."""
    cabin = await kit.given_location("Cabin", parent=None, kind="site")
    home = kit.inventory.home_id

    answers = [await add(forms, "192.168.1.7/24", site) for site in (home, home, cabin)]

    assert [answer["type"] for answer in answers] == ["create_entry", "abort", "create_entry"]
    assert answers[1]["reason"] == "already_configured"
    assert [source.title for source in forms.sources] == ["Home: 192.168.1.0/24", "Cabin: 192.168.1.0/24"]


async def test_reconfiguring_shows_what_was_chosen_and_changes_it(forms: Forms, kit: InventoryTestKit) -> None:
    """It stays the same source."""
    cabin = await kit.given_location("Cabin", parent=None, kind="site")
    await forms.send(**suggested(await forms.start()))
    before = forms.sources[0].subentry_id

    shown = await forms.start(forms.sources[0])
    done = await forms.send(network="10.1.2.0/24", site=cabin, minutes=30)

    assert (shown["step_id"], suggested(shown)) == (
        "reconfigure",
        {"network": "192.168.1.0/24", "site": kit.inventory.home_id, "minutes": 15},
    )
    assert (done["type"], done["reason"]) == ("abort", "reconfigure_successful")
    (source,) = forms.sources
    assert (source.title, source.unique_id) == ("Cabin: 10.1.2.0/24", f"{cabin}/10.1.2.0/24")
    assert settings_of(kit.entry) == (
        NetworkSettings(source_id=before, network="10.1.2.0/24", site_id=cabin, minutes=30),
    )


async def test_a_name_that_somebody_gave_stays(forms: Forms, kit: InventoryTestKit) -> None:
    """Whatever the network is."""
    await forms.send(**suggested(await forms.start()))
    kit.hass.config_entries.async_update_subentry(kit.entry, forms.sources[0], title="Guests")

    await forms.start(forms.sources[0])
    await forms.send(network="10.1.2.0/24", site=kit.inventory.home_id, minutes=30)

    assert [(source.title, source.data["network"]) for source in forms.sources] == [("Guests", "10.1.2.0/24")]


@pytest.mark.parametrize(("text", "ending"), [("192.168.1.0/40", "form"), ("10.1.2.0/23", "abort")])
async def test_a_change_that_fails_leaves_everything_as_it_was(
    forms: Forms, kit: InventoryTestKit, text: str, ending: str
) -> None:
    """Whether it is no network, or one that is there already."""
    [await add(forms, text, kit.inventory.home_id) for text in ("192.168.1.0/24", "10.1.2.0/23")]
    before = settings_of(kit.entry)
    await forms.start(forms.sources[0])

    refused = await forms.send(network=text, site=kit.inventory.home_id, minutes=30)

    assert refused["type"] == ending
    assert refused.get("reason", "already_configured") == "already_configured"
    assert settings_of(kit.entry) == before


async def test_a_site_that_is_gone_is_chosen_anew(forms: Forms, kit: InventoryTestKit) -> None:
    """The home is suggested."""
    cabin = await kit.given_location("Cabin", parent=None, kind="site")
    await forms.start()
    await forms.send(network="192.168.1.0/24", site=cabin, minutes=15)
    await kit.ws("location/remove", location="Cabin")

    shown = await forms.start(forms.sources[0])

    assert (suggested(shown)["site"], options(shown, "site")) == (
        kit.inventory.home_id,
        {kit.inventory.home_id: "Home"},
    )


async def test_without_a_running_inventory_the_form_ends(forms: Forms, kit: InventoryTestKit) -> None:
    """Whether it is open already or not."""
    values = suggested(await forms.start())
    await kit.hass.config_entries.async_unload(kit.entry.entry_id)

    ended = await forms.send(**values)
    anew = await forms.start()

    assert [(answer["type"], answer["reason"]) for answer in (ended, anew)] == [("abort", "not_loaded")] * 2
    assert forms.sources == []


async def test_a_source_that_is_removed_meanwhile_ends_its_form(forms: Forms, kit: InventoryTestKit) -> None:
    """There is nothing left to change."""
    await forms.send(**suggested(await forms.start()))
    values = suggested(await forms.start(forms.sources[0]))
    kit.hass.config_entries.async_remove_subentry(kit.entry, forms.sources[0].subentry_id)

    ended = await forms.send(**values)

    assert (ended["type"], ended["reason"]) == ("abort", "source_gone")
