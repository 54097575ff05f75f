"""Devices by voice: where one is that is no item, and whether it is online, in six languages."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from custom_components.home_inventory.domain.observations import Identity, IdentityKind, Observation, Origin, Told
from tests.commands.sourced import SourcedHome
from tests.domain.matching_kit import LAMP, PLUG, TV, lan

if TYPE_CHECKING:
    from freezegun.api import FrozenDateTimeFactory

    from tests.kit import InventoryTestKit

    from .conftest import Say

PRINTER = "3c:2a:f4:12:34:56"

WHERE = {
    "en": ("where is the NAS", "where is the laser printer", "where's the synology NAS", "have you seen the nas"),
    "de": ("wo ist das NAS", "wo steht der Laser Printer", "wo ist die Synology NAS"),
    "fr": ("où est le NAS", "où se trouve le NAS"),
    "es": ("dónde está el NAS", "dónde está la Synology NAS"),
    "nl": ("waar is de NAS", "waar staat de NAS"),
    "it": ("dov'è il NAS", "dove si trova il NAS"),
}
STATUS = {
    "en": ("is the NAS online", "is the printer offline?", "is the Synology NAS reachable"),
    "de": ("ist das NAS online", "ist der Printer erreichbar", "ist das NAS offline?"),
    "fr": ("est-ce que le NAS est en ligne", "le NAS est-il en ligne ?"),
    "es": ("está en línea el NAS", "¿está el NAS en línea?"),
    "nl": ("is de NAS online", "is de NAS bereikbaar?"),
    "it": ("è online il NAS", "il NAS è online?"),
}
OTHERS = {
    "en": ("is Anna online", "is the internet online", "where is Anna", "is the kitchen light on", "are you online"),
    "de": ("ist Anna online", "ist das Internet erreichbar", "wo ist Anna", "bist du online"),
    "fr": ("est-ce que Anna est en ligne", "où est Anna"),
    "es": ("está en línea Anna", "dónde está Anna"),
    "nl": ("is Anna online", "waar is Anna"),
    "it": ("è online Anna", "dov'è Anna"),
}
ONLINE = {"en": "online", "de": "online", "fr": "en ligne", "es": "en línea", "nl": "online", "it": "online"}


def _all(sets: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(language, text) for language, texts in sets.items() for text in texts]


@pytest.fixture
async def network(kit: InventoryTestKit) -> SourcedHome:
    """Return a home with a NAS and a printer in the office, a telephone of Anna's and nothing else."""
    home = SourcedHome(kit)
    await kit.given_location("Office")
    await kit.until_indexed()
    printer = Observation(
        identities=(Identity(IdentityKind.MAC, PRINTER),),
        names=(Told("BRW3C2AF4", Origin.MDNS),),
        manufacturer=Told("Brother", Origin.SSDP),
        device_type="Laser printer",
    )
    await home.bring(
        printer, lan(TV, "192.168.1.30", name="Synology NAS"), lan(LAMP, name="Annas phone"), lan(PLUG, name="Plug")
    )
    for device in (PRINTER, TV):
        await kit.ws("device/update", device=device, location="Office")
    return home


@pytest.mark.parametrize(("language", "text"), _all(WHERE))
async def test_a_device_is_where_it_was_put(network: SourcedHome, say: Say, language: str, text: str) -> None:
    """With how it is doing."""
    answer = await say(text, language)
    assert "office" in answer.lower(), answer
    assert ONLINE[language] in answer


@pytest.mark.parametrize(("language", "text"), _all(STATUS))
async def test_a_device_is_online(network: SourcedHome, say: Say, language: str, text: str) -> None:
    """In the words of the language."""
    answer = await say(text, language)
    assert ONLINE[language] in answer, answer
    assert "nas" in answer.lower() or "brw" in answer.lower()


@pytest.mark.parametrize(("language", "text"), _all(OTHERS))
async def test_what_is_no_device_is_for_others(network: SourcedHome, say: Say, language: str, text: str) -> None:
    """Nothing of ours is told."""
    answer = (await say(text, language)).lower()
    for word in ("office", "phone", "nas", "plug", "brw"):
        assert f" {word}" not in f" {answer}", answer


async def test_a_device_that_is_away_says_so(network: SourcedHome, say: Say, freezer: FrozenDateTimeFactory) -> None:
    """Also when it is an item by now."""
    await network.kit.ws("device/adopt", device=TV, name="Backup box", location="Office")
    for _ in range(3):
        freezer.tick(timedelta(minutes=20))
        await network.bring(lan(LAMP, name="Annas phone"), lan(PLUG, name="Plug"), confirmed=True)
    assert await say("is the printer online") == "The BRW3C2AF4 is offline."
    assert await say("is the backup box online") == "The backup box is offline."
    assert await say("where is the backup box") == "The backup box is in the office."


async def test_an_item_comes_before_a_device(network: SourcedHome, say: Say) -> None:
    """Who asks for a thing means the thing."""
    await network.kit.given_location("Attic")
    await network.kit.given_item("NAS", location="Attic")
    assert "attic" in (await say("where is the NAS")).lower()
