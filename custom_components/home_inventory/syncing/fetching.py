"""How each kind of source is asked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol, override

from ..domain.source_errors import SourceLoginError
from ..domain.sync import Brought, SourceInfo, SourceKind
from ..homeseer_access import async_ask_for_login, async_login_works, homeseer_client
from ..registry_source import async_harvest_registry
from ..source_settings import HomeSeerSettings
from ..sources.homeseer import HomeSeerSource
from ..sources.network.harvest import async_harvest
from ..sparing import sparing_the_loop
from .heard_names import async_heard_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from homeassistant.core import HomeAssistant

    from ..domain.observations import Harvest
    from ..inventory import InventoryConfigEntry
    from ..source_settings import NetworkSettings, SourceSettings
    from ..sources.vendors import Vendors

REGISTRY_ID = "hass"


class Fetcher(Protocol):
    """One source that can be asked."""

    @property
    def info(self) -> SourceInfo:
        """Return what everybody may know of it."""

    async def async_fetch(self) -> Brought:
        """Ask it. Raises InventoryError."""


class HomeSeerFetcher(Fetcher):
    """One HomeSeer."""

    def __init__(self, hass: HomeAssistant, entry: InventoryConfigEntry, settings: HomeSeerSettings) -> None:
        """Take what was chosen about it."""
        self._hass, self._entry, self._settings = hass, entry, settings
        self._source = HomeSeerSource(
            homeseer_client(hass, settings), settings.source_id, settings.observing, partial(_async_spared, hass)
        )

    @property
    @override
    def info(self) -> SourceInfo:
        settings = self._settings
        return SourceInfo(
            id=settings.source_id,
            kind=SourceKind.HOMESEER,
            title=self._entry.subentries[settings.source_id].title,
            site_id=settings.site_id,
            interval=settings.interval,
        )

    @override
    async def async_fetch(self) -> Brought:
        """Ask it; a login that is refused is asked for under repairs."""
        try:
            # How many there were is compared when the harvest is planned, on what was kept of the run before.
            harvest = await self._source.async_harvest(0)
        except SourceLoginError:
            async_ask_for_login(self._hass, self._entry, self._settings.source_id)
            raise
        async_login_works(self._hass, self._settings.source_id)
        places = {seen.place for seen in harvest.observations if seen.place}
        mapped = {place: location for place in places if (location := self._settings.location_of(place)) is not None}
        return Brought(harvest=harvest, places=mapped)


class NetworkFetcher(Fetcher):
    """One network."""

    def __init__(
        self, hass: HomeAssistant, entry: InventoryConfigEntry, settings: NetworkSettings, vendors: Vendors
    ) -> None:
        """Take what was chosen about it."""
        self._hass, self._entry, self._settings, self._vendors = hass, entry, settings, vendors

    @property
    @override
    def info(self) -> SourceInfo:
        settings = self._settings
        return SourceInfo(
            id=settings.source_id,
            kind=SourceKind.NETWORK,
            title=self._entry.subentries[settings.source_id].title,
            site_id=settings.site_id,
            interval=settings.interval,
            network=settings.network,
        )

    @override
    async def async_fetch(self) -> Brought:
        """Look through it, and say who made what is there."""
        names = await async_heard_names(self._hass)
        harvest = await async_harvest(self._settings.network, site=self._settings.site_id, known=lambda: names)
        return Brought(harvest=await self._vendors.async_complete(harvest))


class RegistryFetcher(Fetcher):
    """Home Assistant's device registry."""

    def __init__(self, hass: HomeAssistant, entry: InventoryConfigEntry, info: SourceInfo) -> None:
        """Take what it is called."""
        self._hass, self._entry, self._info = hass, entry, info

    @property
    @override
    def info(self) -> SourceInfo:
        return self._info

    @override
    async def async_fetch(self) -> Brought:
        """Read it. Its places are areas; those that a location stands for are known."""
        harvest = await async_harvest_registry(self._hass)
        places: dict[tuple[str, ...], str] = {
            (location.area_id,): location.id
            for location in self._entry.runtime_data.locations.in_use()
            if location.area_id is not None
        }
        return Brought(harvest=harvest, places=places)


class ScanFetcher(Fetcher):
    """The scan files of a site: there is nothing to ask, each file is a run."""

    def __init__(self, info: SourceInfo, harvest: Harvest, vendors: Vendors) -> None:
        """Take what a file has said."""
        self._info, self._harvest, self._vendors = info, harvest, vendors

    @property
    @override
    def info(self) -> SourceInfo:
        return self._info

    @override
    async def async_fetch(self) -> Brought:
        """Say who made what the file has."""
        return Brought(harvest=await self._vendors.async_complete(self._harvest))


async def _async_spared[*Ts, T](hass: HomeAssistant, func: Callable[[*Ts], T], *args: *Ts) -> T:
    """Read what a source has answered, in a thread; while the source itself is waited for, nothing is spared."""
    with sparing_the_loop():
        return await hass.async_add_executor_job(func, *args)


def fetcher_of(hass: HomeAssistant, entry: InventoryConfigEntry, settings: SourceSettings, vendors: Vendors) -> Fetcher:
    """Return what asks the source of a subentry."""
    if isinstance(settings, HomeSeerSettings):
        return HomeSeerFetcher(hass, entry, settings)
    return NetworkFetcher(hass, entry, settings, vendors)
