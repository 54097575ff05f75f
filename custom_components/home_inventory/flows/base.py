"""What the forms of all sources have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homeassistant.config_entries import SOURCE_RECONFIGURE, ConfigEntryState, ConfigSubentryFlow
from homeassistant.data_entry_flow import AbortFlow
from homeassistant.helpers import selector

from ..source_settings import LONGEST_MINUTES

if TYPE_CHECKING:
    from homeassistant.config_entries import ConfigSubentry

    from ..inventory import Inventory, InventoryConfigEntry

CONF_MINUTES: Final = "minutes"
CONF_SITE: Final = "site"
MINUTES: Final = selector.NumberSelector(
    selector.NumberSelectorConfig(
        min=1, max=LONGEST_MINUTES, step=1, mode=selector.NumberSelectorMode.BOX, unit_of_measurement="min"
    )
)


class SourceFlow(ConfigSubentryFlow):
    """A form that knows the places of the household."""

    @property
    def _inventory(self) -> Inventory:
        """Return the running inventory, or end the form: without it no place is known."""
        entry: InventoryConfigEntry = self._get_entry()
        if entry.state is not ConfigEntryState.LOADED:
            raise AbortFlow("not_loaded")
        return entry.runtime_data

    @property
    def _subentry(self) -> ConfigSubentry | None:
        """Return what is changed; None if something new is added. A form whose source is removed meanwhile ends."""
        if self.source != SOURCE_RECONFIGURE:
            return None
        subentry = self._get_entry().subentries.get(self._reconfigure_subentry_id)
        if subentry is None:
            raise AbortFlow("source_gone")
        return subentry

    def _refuse_double(self, unique_id: str) -> None:
        """End the form if another subentry is about the same."""
        own = self._subentry
        for subentry in self._get_entry().subentries.values():
            if subentry.unique_id == unique_id and (own is None or subentry.subentry_id != own.subentry_id):
                raise AbortFlow("already_configured")

    def _site_selector(self) -> selector.SelectSelector:
        """Return a choice between the sites."""
        locations = self._inventory.locations
        options = [
            selector.SelectOptionDict(value=site.id, label=locations.path(site.id) or site.name)
            for site in locations.sites()
        ]
        return selector.SelectSelector(
            selector.SelectSelectorConfig(options=options, mode=selector.SelectSelectorMode.DROPDOWN)
        )

    def _known_site(self, site_id: str) -> str:
        """Return a site, or the home if it is no site any more."""
        inventory = self._inventory
        return site_id if site_id in {site.id for site in inventory.locations.sites()} else inventory.home_id
