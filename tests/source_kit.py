"""Sources that a household has been told of: added as its forms add them, but without filling them in."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from homeassistant.config_entries import ConfigSubentry

from custom_components.home_inventory.source_settings import HomeSeerSettings, NetworkSettings, SourceKind

if TYPE_CHECKING:
    from custom_components.home_inventory.source_settings import SourceSettings

    from .homeseer_server import HomeSeerServer
    from .kit import InventoryTestKit

LOGIN: Final = ("grandmother", "s3cret-Pässword")


def given_homeseer(
    kit: InventoryTestKit, server: HomeSeerServer, *, login: tuple[str, str] = ("", ""), site_id: str | None = None
) -> str:
    """Add a HomeSeer, at home unless told otherwise; return the id of the source."""
    settings = HomeSeerSettings(
        url=server.url, username=login[0], password=login[1], site_id=site_id or kit.inventory.home_id
    )
    return _added(kit, SourceKind.HOMESEER, settings, "HomeSeer at Mill Road")


def given_network(kit: InventoryTestKit, network: str, *, minutes: int = 15) -> str:
    """Add a network of the home; return the id of the source. Nothing looks through it by itself in a test."""
    settings = NetworkSettings(network=network, site_id=kit.inventory.home_id, minutes=minutes)
    return _added(kit, SourceKind.NETWORK, settings, network)


def _added(kit: InventoryTestKit, kind: SourceKind, settings: SourceSettings, title: str) -> str:
    subentry = ConfigSubentry(
        data=MappingProxyType(settings.as_data()), subentry_type=kind, title=title, unique_id=None
    )
    kit.hass.config_entries.async_add_subentry(kit.entry, subentry)
    return subentry.subentry_id
