"""Which sources have devices and entities: they come and go with the sources, without a reload."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homeassistant.core import callback
from homeassistant.helpers import device_registry as dr

from .const import DOMAIN
from .source_entity import UNTITLED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from homeassistant.core import HomeAssistant
    from homeassistant.helpers.entity import Entity
    from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

    from .domain.models import Notice
    from .domain.sync import SourceInfo
    from .inventory import InventoryConfigEntry


@callback
def async_add_for_sources(
    entry: InventoryConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
    make: Callable[[SourceInfo], Iterable[Entity]],
) -> None:
    """Add the entities that `make` returns for every source there is, and for each that comes.

    Those of a source with a subentry belong to it: Home Assistant shows them there, and takes them away with it.
    """
    sources = entry.runtime_data.sources
    known: set[str] = set()

    @callback
    def follow(source_id: str = "") -> None:
        if source_id in known:
            return
        infos = {source.id: source for source in sources.infos()}
        for new_id in infos.keys() - known:
            subentry_id = new_id if new_id in entry.subentries else None
            async_add_entities(make(infos[new_id]), config_subentry_id=subentry_id)
        known.clear()
        known.update(infos)

    follow()
    entry.async_on_unload(sources.async_listen(follow))


class SourceRoster:
    """Keeps the devices of sources up to date: those that are gone lose theirs, those that were renamed follow."""

    def __init__(self, hass: HomeAssistant, entry: InventoryConfigEntry) -> None:
        """Take the entry."""
        self._entry = entry
        self._devices = dr.async_get(hass)
        self._known: dict[str, SourceInfo] = {}

    @callback
    def async_start(self) -> None:
        """Follow the sources from now on."""
        self._follow()
        self._entry.async_on_unload(self._entry.runtime_data.sources.async_listen(self._follow))
        self._entry.async_on_unload(self._entry.runtime_data.async_subscribe(self._on_notice))

    @callback
    def _on_notice(self, notice: Notice) -> None:
        """Look whether a site went: the source of its files goes with it."""
        if notice.locations:
            self._follow()

    @callback
    def _follow(self, source_id: str = "") -> None:
        """Compare the sources that there are with those that have devices."""
        if source_id in self._known:
            return
        sources = {source.id: source for source in self._entry.runtime_data.sources.infos()}
        for gone_id in self._known.keys() - sources.keys():
            if (device := self._find(gone_id)) is not None:
                self._devices.async_remove_device(device.id)
        for source in sources.values():
            if source.kind not in UNTITLED and (device := self._find(source.id)) is not None:
                self._devices.async_update_device(device.id, name=source.title)
        self._known = sources

    def _find(self, source_id: str) -> dr.DeviceEntry | None:
        """Return the device of a source."""
        return self._devices.async_get_device_by_identifier((DOMAIN, source_id), self._entry.entry_id)
