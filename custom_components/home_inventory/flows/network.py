"""A network that is looked through: which one, whose, and how often."""

from __future__ import annotations

import re
from ipaddress import IPv4Network, ip_network
from typing import TYPE_CHECKING, Any, Final

import probatio
from homeassistant.components import network
from homeassistant.helpers import selector

from ..domain.addresses import WIDEST_PREFIX, parse_network
from ..source_settings import DEFAULT_MINUTES, NetworkSettings
from .base import CONF_MINUTES, CONF_SITE, MINUTES, SourceFlow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from homeassistant.components.network.models import Adapter
    from homeassistant.config_entries import ConfigSubentry, SubentryFlowResult

CONF_NETWORK: Final = "network"
_NARROWEST_PREFIX: Final = 30
"""A /31 has no hosts."""
_CONTAINERS: Final = re.compile(r"lo\d*|docker.*|hassio.*|veth.*|podman.*|virbr.*|br-[0-9a-f]{12}")
"""Interfaces that lead to no cable and no radio."""
_EXAMPLE: Final = {"example": "192.168.1.0/24", "widest": f"/{WIDEST_PREFIX}"}


def networks_of(adapters: Iterable[Adapter]) -> dict[str, str]:
    """Return the networks that this machine is in and that may be looked through, with the name of the interface."""
    return {
        str(own): adapter["name"]
        for adapter in adapters
        if adapter["enabled"] and not _CONTAINERS.fullmatch(adapter["name"])
        for address in adapter["ipv4"]
        if flaw_of(own := ip_network(f"{address['address']}/{address['network_prefix']}", strict=False)) is None
    }


def flaw_of(asked: object) -> str | None:
    """Return which text of the form says why a network can't be looked through; None if it can."""
    if not isinstance(asked, IPv4Network):
        return "not_ipv4"
    if not asked.is_private or asked.is_loopback or asked.is_link_local or asked.network_address.is_unspecified:
        return "not_private"
    if asked.prefixlen < WIDEST_PREFIX:
        return "too_large"
    return "too_small" if asked.prefixlen > _NARROWEST_PREFIX else None


class NetworkFlow(SourceFlow):
    """Add or change a network."""

    async def async_step_user(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Ask for a network; those of this machine are offered."""
        return await self._async_ask("user", user_input)

    async def async_step_reconfigure(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Show what was chosen."""
        return await self._async_ask("reconfigure", user_input)

    async def _async_ask(self, step: str, user_input: dict[str, Any] | None) -> SubentryFlowResult:
        """Show the form, or keep what was entered."""
        subentry, errors = self._subentry, dict[str, str]()
        offered = networks_of(await network.async_get_adapters(self.hass))
        if user_input is not None:
            settings = _read(user_input, errors)
            if settings is not None:
                self._refuse_double(settings.unique_id)
                return self._finish(settings, subentry)
        schema = probatio.Schema(
            {
                probatio.Required(CONF_NETWORK): _network_selector(offered),
                probatio.Required(CONF_SITE): self._site_selector(),
                probatio.Required(CONF_MINUTES): MINUTES,
            }
        )
        values = user_input or self._known(subentry, offered)
        return self.async_show_form(
            step_id=step,
            data_schema=self.add_suggested_values_to_schema(schema, values),
            errors=errors,
            description_placeholders=_EXAMPLE,
        )

    def _known(self, subentry: ConfigSubentry | None, offered: Iterable[str]) -> dict[str, Any]:
        """Return what the form shows first: what was chosen, or a network of this machine that is not looked through yet."""
        if subentry is not None:
            settings = NetworkSettings.from_subentry(subentry)
            return {**settings.as_data(), CONF_SITE: self._known_site(settings.site_id)}
        home = self._inventory.home_id
        taken = {other.data.get(CONF_NETWORK) for other in self._get_entry().subentries.values()}
        free = next((one for one in offered if one not in taken), None)
        return {CONF_SITE: home, CONF_MINUTES: DEFAULT_MINUTES} | ({} if free is None else {CONF_NETWORK: free})

    def _finish(self, settings: NetworkSettings, subentry: ConfigSubentry | None) -> SubentryFlowResult:
        """Keep what was chosen."""
        title = self._title(settings)
        if subentry is None:
            return self.async_create_entry(title=title, data=settings.as_data(), unique_id=settings.unique_id)
        was_named_by_us = subentry.title == self._title(NetworkSettings.from_subentry(subentry))
        return self.async_update_and_abort(
            self._get_entry(),
            subentry,
            title=title if was_named_by_us else subentry.title,
            data_updates=settings.as_data(),
            unique_id=settings.unique_id,
        )

    def _title(self, settings: NetworkSettings) -> str:
        """Return what a network is called, as "Home: 192.168.1.0/24": the same addresses may be at two sites."""
        return f"{self._inventory.locations.name(settings.site_id) or '-'}: {settings.network}"


def _read(user_input: dict[str, Any], errors: dict[str, str]) -> NetworkSettings | None:
    """Return what was entered, or note what is wrong with it."""
    text = user_input[CONF_NETWORK].strip()
    try:
        flaw = flaw_of(ip_network(text, strict=False))
    except ValueError:
        flaw = "invalid_network"
    if flaw is not None:
        errors[CONF_NETWORK] = flaw
        return None
    return NetworkSettings(
        network=str(parse_network(text)), site_id=user_input[CONF_SITE], minutes=int(user_input[CONF_MINUTES])
    )


def _network_selector(offered: dict[str, str]) -> selector.SelectSelector | selector.TextSelector:
    """Return a choice between the networks of this machine that takes any other one too."""
    if not offered:
        return selector.TextSelector()
    options = [selector.SelectOptionDict(value=own, label=f"{own} ({name})") for own, name in offered.items()]
    return selector.SelectSelector(
        selector.SelectSelectorConfig(options=options, custom_value=True, mode=selector.SelectSelectorMode.DROPDOWN)
    )
