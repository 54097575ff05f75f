"""Names that Home Assistant has heard on the network: by DHCP, mDNS and SSDP, and from routers and access points.

Only what those parts of Home Assistant have heard by themselves is looked at: nothing is sent. Their libraries are there when
they are in use, and not always otherwise; so they are imported when they are.
"""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from homeassistant.components.device_tracker import ATTR_HOST_NAME, ATTR_IP, ATTR_MAC, ATTR_SOURCE_TYPE, SourceType
from homeassistant.components.device_tracker import DOMAIN as TRACKER

from ..domain.observations import Origin
from ..sources.network.names import KnownName

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant

_DHCP: Final = "dhcp"
_ZEROCONF: Final = "zeroconf"
_SSDP: Final = "ssdp"
_LOCAL: Final = ".local."
_ROOT_DEVICE: Final = "upnp:rootdevice"
_FRIENDLY_NAME: Final = "friendlyName"
_NAMED_BY_PEOPLE: Final = (
    "_airplay._tcp",
    "_hap._tcp",
    "_ipp._tcp",
    "_ipps._tcp",
    "_printer._tcp",
    "_smb._tcp",
    "_sonos._tcp",
)
"""Services that people name themselves; the names of others, and of hosts, are made up by machines."""


async def async_heard_names(hass: HomeAssistant) -> list[KnownName]:
    """Return what has been heard so far; what DHCP knows is lost at each restart, and nothing says how old it is."""
    return [*_from_leases(hass), *_from_trackers(hass), *_from_mdns(hass), *await _async_from_ssdp(hass)]


def _from_leases(hass: HomeAssistant) -> list[KnownName]:
    """Return the names that devices have given themselves when they asked for an address."""
    if _DHCP not in hass.config.components:
        return []
    from homeassistant.components.dhcp.helpers import async_discovered_service_info  # noqa: PLC0415

    return [
        KnownName(name=lease.hostname, origin=Origin.DHCP, mac=lease.macaddress, address=lease.ip)
        for lease in async_discovered_service_info(hass)
        if lease.hostname
    ]


def _from_trackers(hass: HomeAssistant) -> list[KnownName]:
    """Return the names that routers and access points have for their clients."""
    found = []
    for state in hass.states.async_all(TRACKER):
        about = state.attributes
        name = about.get(ATTR_HOST_NAME)
        if about.get(ATTR_SOURCE_TYPE) == SourceType.ROUTER and isinstance(name, str) and name and about.get(ATTR_MAC):
            found.append(
                KnownName(name=name, origin=Origin.CONTROLLER, mac=about[ATTR_MAC], address=about.get(ATTR_IP))
            )
    return found


def _from_mdns(hass: HomeAssistant) -> list[KnownName]:
    """Return the names of hosts, and of what they offer, that have been announced (RFC 6762, RFC 6763)."""
    if _ZEROCONF not in hass.config.components:
        return []
    from homeassistant.components.zeroconf import async_get_async_zeroconf  # noqa: PLC0415
    from zeroconf import DNSAddress, DNSService  # type: ignore[attr-defined]  # noqa: PLC0415 - there, but not in its list

    cache = async_get_async_zeroconf(hass).zeroconf.cache
    records = [record for name in cache.names() for record in cache.entries_with_name(name)]
    offered: dict[str, str] = {}
    for record in records:
        instance, _, service = record.name.partition("._")
        if isinstance(record, DNSService) and f"_{service}".removesuffix(_LOCAL) in _NAMED_BY_PEOPLE:
            offered.setdefault(record.server_key, instance)
    found = []
    for record in records:
        if isinstance(record, DNSAddress) and record.name.endswith(_LOCAL):
            name = offered.get(record.key, record.name.removesuffix(_LOCAL))
            found.append(KnownName(name=name, origin=Origin.MDNS, address=str(ip_address(record.address))))
    return found


async def _async_from_ssdp(hass: HomeAssistant) -> list[KnownName]:
    """Return the names by which UPnP devices introduce themselves."""
    if _SSDP not in hass.config.components:
        return []
    from homeassistant.components import ssdp  # noqa: PLC0415

    heard = await ssdp.async_get_discovery_info_by_st(hass, _ROOT_DEVICE)
    named = ((info.upnp.get(_FRIENDLY_NAME), urlsplit(info.ssdp_location or "").hostname) for info in heard)
    return [
        KnownName(name=name, origin=Origin.SSDP, address=host)
        for name, host in named
        if isinstance(name, str) and name.strip() and host
    ]
