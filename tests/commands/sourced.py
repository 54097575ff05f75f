"""A household with sources: a network of its own, and what runs of it bring without anybody being asked."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from homeassistant.config_entries import ConfigSubentry

from custom_components.home_inventory.domain.actor import SYSTEM
from custom_components.home_inventory.domain.observations import (
    Component,
    Conflict,
    Harvest,
    Identity,
    IdentityKind,
    Link,
    Observation,
    Origin,
    Told,
)
from custom_components.home_inventory.domain.sync import Brought
from custom_components.home_inventory.source_settings import HomeSeerSettings, NetworkSettings
from tests.domain.matching_kit import TV

if TYPE_CHECKING:
    from custom_components.home_inventory.domain.sync import SyncResult
    from tests.kit import InventoryTestKit

NETWORK = "192.168.1.0/24"


class SourcedHome:
    """Its network is 192.168.1.0/24."""

    def __init__(self, kit: InventoryTestKit) -> None:
        """Add the network."""
        self.kit = kit
        self.site = kit.inventory.home_id
        self.lan = self.add_network(self.site)

    def add_network(self, site_id: str, network: str = NETWORK) -> str:
        """Add a network; return the id of the source."""
        return self._add("network", network, NetworkSettings(network=network, site_id=site_id).as_data())

    def add_homeseer(self, url: str) -> str:
        """Add a HomeSeer; return the id of the source."""
        return self._add("homeseer", "HomeSeer at home", HomeSeerSettings(url=url, site_id=self.site).as_data())

    def _add(self, kind: str, title: str, data: dict[str, Any]) -> str:
        subentry = ConfigSubentry(data=MappingProxyType(data), subentry_type=kind, title=title, unique_id=None)
        self.kit.hass.config_entries.async_add_subentry(self.kit.entry, subentry)
        return subentry.subentry_id

    async def bring(
        self,
        *seen: Observation,
        source: str | None = None,
        conflicts: tuple[Conflict, ...] = (),
        complete: bool = True,
        confirmed: bool = False,
        places: dict[tuple[str, ...], str] | None = None,
        gateway: str | None = None,
    ) -> SyncResult:
        """Let a source have seen this."""
        inventory = self.kit.inventory
        info = inventory.sources.resolve(source or self.lan)
        harvest = Harvest(observations=seen, is_complete=complete, conflicts=conflicts, mode="arp", gateway=gateway)
        brought = Brought(harvest=harvest, places=places or {})
        return await inventory.syncs.async_take_in(
            SYSTEM, info, brought, inventory.syncs.begin(info), confirmed=confirmed
        )

    async def names(self, **wanted: Any) -> list[str]:
        """Return the names of a list of devices."""
        answer = await self.kit.ws("device/list", **wanted)
        assert answer["total"] == len(answer["devices"])
        return [device["name"] for device in answer["devices"]]

    async def device(self, reference: str) -> dict[str, Any]:
        """Return a device as the panel sees it."""
        return (await self.kit.ws("device/get", device=reference))["device"]


def speaker(site: str, place: tuple[str, ...] = ()) -> Observation:
    """Return a speaker of which everything is known."""
    return Observation(
        identities=(
            Identity(IdentityKind.MAC, TV),
            Identity(IdentityKind.SERIAL, "sonos/sn-4711"),
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
