"""The map: one typed object with a manager for each noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect, async_dispatcher_send
from homeassistant.util import dt as dt_util
from homeassistant.util.signal_type import SignalType

from .const import CONF_CURRENCY, CONF_WARNING_DAYS, DEFAULT_WARNING_DAYS, LOGGER
from .db import meta
from .db.database import Database
from .domain.actor import SYSTEM
from .manager.catalog import Catalog
from .manager.categories import CategoryManager
from .manager.figures import FigureManager
from .manager.history import HistoryManager
from .manager.items import ItemManager
from .manager.locations import LocationManager
from .manager.reminders import ReminderManager

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from .domain.models import Notice, StoreInfo

type InventoryConfigEntry = ConfigEntry[Inventory]
SIGNAL_NOTICE: SignalType[Notice] = SignalType("home_inventory_notice")
"""Sent after every commit."""

type Listener = Callable[[Notice], None]


class Inventory:
    """Everything a face of the inventory needs. Made by `async_setup_entry`, kept as the entry's runtime data."""

    store: StoreInfo

    def __init__(self, hass: HomeAssistant, entry: InventoryConfigEntry) -> None:
        """Put the managers together."""
        self._hass = hass
        self._entry = entry
        self._catalog = Catalog()
        self._database = Database(hass, self._publish)
        self.items = ItemManager(self._database, self._catalog)
        self.locations = LocationManager(self._database, self._catalog)
        self.categories = CategoryManager(self._database, self._catalog)
        self.history = HistoryManager(self._database, self._catalog)
        self.figures = FigureManager(self._database, self._catalog)
        self.reminders = ReminderManager(self._database, self._catalog)

    @property
    def name(self) -> str:
        """Return the name of the home."""
        return self._entry.title

    @property
    def currency(self) -> str:
        """Return the currency that prices are in when none is named."""
        return str(self._entry.options.get(CONF_CURRENCY) or self._hass.config.currency)

    @property
    def warning_days(self) -> int:
        """Return how many days ahead a warranty counts as expiring."""
        return int(self._entry.options.get(CONF_WARNING_DAYS, DEFAULT_WARNING_DAYS))

    @property
    def home_id(self) -> str:
        """Return the id of the home: the oldest site in use."""
        sites = self.locations.sites()
        return sites[0].id if sites else ""

    @property
    def today(self) -> date:
        """Return today's date where the home is."""
        return dt_util.now().date()

    @property
    def is_indexing(self) -> bool:
        """Return whether the search index is still being built."""
        return self._catalog.is_indexing

    async def async_open(self) -> None:
        """Open the database and read what is kept in memory. Raises what the database raises."""
        await self._database.async_open()
        self.store, _ = await self._database.async_write(SYSTEM, meta.ensure_meta)
        self.reminders.reminded_on = self.store.reminded_on
        await self._catalog.async_load(self._database)
        self._build_index()

    async def async_close(self) -> None:
        """Finish what is being written."""
        await self._database.async_close()

    @callback
    def async_subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call a listener after every commit, before the caller of the use case is answered; return how to stop.

        It goes on hearing when the integration is reloaded meanwhile.
        """
        return async_dispatcher_connect(self._hass, SIGNAL_NOTICE, listener)

    @callback
    def _build_index(self) -> None:
        """Build the search index in the background."""
        self._entry.async_create_background_task(self._hass, self._async_build_index(), "home_inventory index")

    async def _async_build_index(self) -> None:
        """Build the search index in the background."""
        await self._catalog.async_build_index(self._database)
        LOGGER.debug("Search index is complete")

    @callback
    def _publish(self, notice: Notice) -> None:
        """Tell everyone what was committed."""
        self._catalog.apply(notice)
        if self._catalog.wants_new_index:
            self._build_index()
        async_dispatcher_send(self._hass, SIGNAL_NOTICE, notice)


async def async_can_connect(hass: HomeAssistant) -> bool:
    """Return whether the recorder's database answers."""
    return await Database(hass, lambda _notice: None).async_ping()
