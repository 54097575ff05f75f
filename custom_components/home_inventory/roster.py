"""Which sites and promoted items have devices, and keeping those up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homeassistant.core import callback
from homeassistant.helpers import device_registry as dr
from homeassistant.helpers import entity_registry as er

from .const import DOMAIN
from .entity import item_device, site_device

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from homeassistant.core import HomeAssistant
    from homeassistant.helpers.device_registry import DeviceInfo

    from .domain.models import Item, Location, Notice
    from .inventory import InventoryConfigEntry

_FOLLOWED = ("name", "manufacturer", "model", "serial_number")


class Roster:
    """Follows the inventory: new sites and items get entities, those that go lose their devices."""

    def __init__(
        self,
        hass: HomeAssistant,
        entry: InventoryConfigEntry,
        *,
        add_site: Callable[[Location], None],
        add_item: Callable[[Item], Callable[[Item], None]],
    ) -> None:
        """Take what makes the entities of a site and of an item; the latter returns what to tell of its changes."""
        self._entry = entry
        self._devices = dr.async_get(hass)
        self._entities = er.async_get(hass)
        self._add_site, self._add_item = add_site, add_item
        self._sites: dict[str, Location] = {}
        self._items: dict[str, Callable[[Item], None]] = {}
        self._home_id = entry.runtime_data.home_id

    @callback
    def async_start(self, promoted: Iterable[Item], source_ids: Iterable[str]) -> None:
        """Take those that are there, drop the devices of those that went while nobody looked, and follow.

        Sources have devices too, which somebody else follows.
        """
        for item in promoted:
            self._items[item.id] = self._add_item(item)
            self._update_device(item.id, item_device(item))
        self._follow_sites()
        known = {(DOMAIN, known_id) for known_id in (*self._sites, *self._items, *source_ids)}
        for device in dr.async_entries_for_config_entry(self._devices, self._entry.entry_id):
            if not known & device.identifiers:
                self._devices.async_remove_device(device.id)
        self._entry.async_on_unload(self._entry.runtime_data.async_subscribe(self._on_notice))

    @callback
    def _on_notice(self, notice: Notice) -> None:
        """Follow a change."""
        if notice.locations:
            self._follow_sites()
        for item_id, item in notice.items.items():
            if item_id in self._items or (item is not None and item.promoted):
                self._follow_item(item_id, item)

    def _follow_sites(self) -> None:
        """Compare the sites that there are with those that have devices."""
        sites = {site.id: site for site in self._entry.runtime_data.locations.sites()}
        for site_id, site in sites.items():
            if site_id not in self._sites:
                self._add_site(site)
            self._update_device(site_id, site_device(site))
        self._follow_home()
        for site_id in self._sites.keys() - sites.keys():
            self._remove_device(site_id)
        self._sites = sites

    def _follow_home(self) -> None:
        """Take what belongs to the home along when another site has become the home."""
        old_id, self._home_id = self._home_id, self._entry.runtime_data.home_id
        old, new = self._find_device(old_id), self._find_device(self._home_id)
        if old is None or new is None or old.id == new.id:
            return
        for entity in er.async_entries_for_device(self._entities, old.id, include_disabled_entities=True):
            if entity.unique_id.startswith(self._entry.entry_id):
                self._entities.async_update_entity(entity.entity_id, device_id=new.id)

    def _follow_item(self, item_id: str, item: Item | None) -> None:
        """Compare an item with the device that it has or should have."""
        if item is None or not item.promoted or item.archived_at is not None:
            if self._items.pop(item_id, None) is not None:
                self._remove_device(item_id)
        elif (tell := self._items.get(item_id)) is None:
            self._items[item_id] = self._add_item(item)
        else:
            self._update_device(item_id, item_device(item))
            tell(item)

    def _find_device(self, record_id: str) -> dr.DeviceEntry | None:
        """Return the device of a site or item."""
        return self._devices.async_get_device_by_identifier((DOMAIN, record_id), self._entry.entry_id)

    def _update_device(self, record_id: str, wanted: DeviceInfo) -> None:
        """Let a device follow what was renamed."""
        device = self._find_device(record_id)
        if device is None:
            return
        values = {name: wanted.get(name) for name in _FOLLOWED}
        changed = {name: value for name, value in values.items() if getattr(device, name) != value}
        if changed:
            self._devices.async_update_device(device.id, **changed)  # type: ignore[arg-type]

    def _remove_device(self, record_id: str) -> None:
        """Remove a device; its entities go with it."""
        if (device := self._find_device(record_id)) is not None:
            self._devices.async_remove_device(device.id)
