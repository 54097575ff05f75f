"""Names that Home Assistant has heard on the network: from DHCP, and from routers and access points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homeassistant.components.device_tracker import ATTR_HOST_NAME, ATTR_IP, ATTR_MAC, ATTR_SOURCE_TYPE, SourceType
from homeassistant.components.device_tracker import DOMAIN as TRACKER
from homeassistant.core import callback

from ..domain.observations import Origin
from ..sources.network.names import KnownName

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant

_DHCP: Final = "dhcp"


@callback
def heard_names(hass: HomeAssistant) -> list[KnownName]:
    """Return what has been heard so far; what DHCP knows is lost at each restart, and nothing says how old it is."""
    return [*_from_leases(hass), *_from_trackers(hass)]


def _from_leases(hass: HomeAssistant) -> list[KnownName]:
    """Return the names that devices have given themselves when they asked for an address."""
    if _DHCP not in hass.config.components:
        return []
    # Its libraries are there when it is in use, and not always otherwise.
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
