"""The map: one typed object with a manager for each noun."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Final

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import issue_registry as ir
from homeassistant.helpers.dispatcher import async_dispatcher_connect, async_dispatcher_send
from homeassistant.util import dt as dt_util
from homeassistant.util.signal_type import SignalType

from .const import CONF_CURRENCY, CONF_WARNING_DAYS, DEFAULT_WARNING_DAYS, DOMAIN, LOGGER
from .db.database import Database
from .db.hearers import Hearers
from .domain.errors import InventoryError
from .downloads import Downloads
from .export_schedule import ExportSchedule
from .exports import Exporter
from .files import FileStore, Thumbnails
from .import_memory import ImportMemory
from .manager.attachments import AttachmentManager
from .manager.catalog import Catalog
from .manager.categories import CategoryManager
from .manager.codes import CodeManager
from .manager.complete import CompleteManager
from .manager.devices import DeviceManager
from .manager.exports import ExportManager
from .manager.figures import FigureManager
from .manager.history import HistoryManager
from .manager.imports import ImportManager
from .manager.item_sets import ItemSetManager
from .manager.items import ItemManager
from .manager.label_sheets import LabelSheetManager
from .manager.list_exports import ListExportManager
from .manager.loans import LoanManager
from .manager.locations import LocationManager
from .manager.questions import QuestionManager
from .manager.reminders import ReminderManager
from .manager.reports import ReportManager
from .manager.search import SearchManager
from .manager.store import StoreManager
from .manager.syncs import SyncManager
from .memory import StoreMemory
from .recoveries import Recoveries
from .search.loading import Lacking

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from .domain.models import Notice
    from .domain.recovery import Recovery
    from .syncing import SyncEngine

type InventoryConfigEntry = ConfigEntry[Inventory]
SIGNAL_NOTICE: SignalType[Notice] = SignalType("home_inventory_notice")
"""Sent after every commit."""
SIGNAL_STORE: SignalType[()] = SignalType("home_inventory_store")
"""Sent when the store is doing differently: a backup holds changes back, a snapshot was written, something was mended."""

_INDEX_RETRY: Final = 10.0
"""Seconds until the index is built again after the database did not answer."""

type Listener = Callable[[Notice], None]


class Inventory:
    """Everything a face of the inventory needs. Made by `async_setup_entry`, kept as the entry's runtime data."""

    def __init__(self, hass: HomeAssistant, entry: InventoryConfigEntry) -> None:
        """Put the managers together."""
        self._hass = hass
        self._entry = entry
        self._catalog = Catalog(hass.config.language)
        self._memory = StoreMemory(hass)
        self._recoveries = Recoveries(hass)
        self._indexing: asyncio.Task[None] | None = None
        self._database = Database(
            hass,
            Hearers(
                on_commit=self._catalog.finder.apply,
                on_rest=self._catalog.finder.index_changes,
                publish=self._publish,
                on_recovery=self._on_recovery,
                on_progress=self._recoveries.show_progress,
                on_out_of_step=lambda: hass.config_entries.async_schedule_reload(entry.entry_id),
            ),
        )
        self.store = StoreManager(self._database, self._catalog)
        self.store.on_change = self._on_store_change
        self.items = ItemManager(self._database, self._catalog)
        self.loans = LoanManager(self._database, self._catalog, self.items)
        home, incoming = Path(hass.config.path(DOMAIN)), Path(hass.config.path(".cache"))  # of which no backup is made
        self.files = FileStore(home / "files", incoming)
        thumbnails = Thumbnails(home / "thumbnails", incoming)
        self.attachments = AttachmentManager(self._database, self._catalog, self.items, self.files, thumbnails)
        self.item_sets = ItemSetManager(self._database, self._catalog)
        self.questions = QuestionManager(self._database, self._catalog)
        self.locations = LocationManager(self._database, self._catalog)
        self.categories = CategoryManager(self._database, self._catalog)
        self.label_sheets = LabelSheetManager(self._database, self._catalog)
        self.codes = CodeManager(self._database, self._catalog)
        self.history = HistoryManager(self._database, self._catalog)
        self.figures = FigureManager(self._database, self._catalog)
        self.reminders = ReminderManager(self._database, self._catalog)
        self.imports = ImportManager(self._database, self._catalog, self.files)
        self.import_memory = ImportMemory(hass)
        self.complete = CompleteManager(self._database, self._catalog, self.files)
        self.exports = ExportManager(self._database, self._catalog)
        self.downloads = Downloads(hass)
        self.syncs = SyncManager(self._database, self._catalog)
        self.devices = DeviceManager(self._database, self._catalog, self.syncs)
        self.list_exports = ListExportManager(self._database, self._catalog, self.syncs)
        self.exporter = Exporter(hass, self)
        self.export_schedule = ExportSchedule(hass, self)
        self.reports = ReportManager(self._database, self._catalog, self.syncs, self.files)
        self.search = SearchManager(self._database, self._catalog, self.syncs)
        self.sources: SyncEngine

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

    @property
    def _index_path(self) -> Path:
        """Return where the search index is kept over restarts."""
        return Path(self._hass.config.path(DOMAIN, "cache", "search-index.npz"))

    async def async_open(self) -> None:
        """Open the database and read what is kept in memory. Raises what the database raises."""
        known = await self._memory.async_load()
        recoveries = await self.store.async_open(known, self._memory.decision)
        self._recoveries.show(*recoveries)
        if recoveries:
            self._memory.recovery = recoveries[-1]
        self.store.recovery = self._memory.recovery
        self.reminders.reminded_on = self.store.meta.reminded_on
        try:
            await self._async_remember()
            await self._catalog.async_load(self._database)
            await self.syncs.async_load()
        except BaseException:
            await self.store.async_close()
            raise
        self._build_index()

    async def async_close(self) -> None:
        """Finish what is being written, and what is being indexed."""
        await self.async_stop_indexing()
        await self.store.async_close()
        await self._async_remember()
        await self.async_write_index()
        self._catalog.finder.forget()
        await self.downloads.async_close()

    async def async_stop_indexing(self) -> None:
        """Index no further, and wait until no thread does."""
        if self._indexing is not None:
            self._indexing.cancel()
            self._indexing = None  # what was cancelled remembers where it was, and with it the whole index
        await self._catalog.finder.async_stop()

    async def async_write_index(self) -> None:
        """Write the search index down, so that the next start need not read everything."""
        try:
            await self._catalog.async_write_index(self._database, self._index_path)
        except OSError as err:
            LOGGER.info("The search index was not written: %s", err)

    async def _async_remember(self) -> None:
        """Write down what the next start compares with."""
        await self._memory.async_save(self.store.meta.store_id, self._database.sequence, self._database.address)

    @callback
    def async_subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call a listener after every commit, before the caller of the use case is answered; return how to stop.

        It goes on hearing when the integration is reloaded meanwhile.
        """
        return async_dispatcher_connect(self._hass, SIGNAL_NOTICE, listener)

    @callback
    def _build_index(self) -> None:
        """Build the search index in the background."""
        self._indexing = self._entry.async_create_background_task(
            self._hass, self._async_build_index(), "home_inventory index"
        )

    async def _async_build_index(self) -> None:
        """Build the search index; while the database is away, try again."""
        while True:
            try:
                await self._catalog.async_build_index(self._database, self._index_path)
            except InventoryError:
                await asyncio.sleep(_INDEX_RETRY)
            else:
                LOGGER.debug("Search index is complete")
                self._show_lacking()
                await self.async_write_index()
                return

    @callback
    def _show_lacking(self) -> None:
        """Say what search has to do without, if anything."""
        for lacking in Lacking:
            if lacking is not self._catalog.finder.lacking:
                ir.async_delete_issue(self._hass, DOMAIN, f"search_lacks_{lacking}")
                continue
            ir.async_create_issue(
                self._hass,
                DOMAIN,
                f"search_lacks_{lacking}",
                is_fixable=False,
                severity=ir.IssueSeverity.WARNING,
                translation_key=f"search_lacks_{lacking}",
            )

    @callback
    def _on_store_change(self) -> None:
        """Tell everyone who shows how the store is doing."""
        async_dispatcher_send(self._hass, SIGNAL_STORE)

    @callback
    def _on_recovery(self, recovery: Recovery) -> None:
        """Tell what had to be done to the store while it was in use."""
        self._recoveries.show(recovery)
        self._memory.recovery = self.store.recovery = recovery
        self._entry.async_create_task(self._hass, self._async_remember(), "home_inventory memory")
        self._on_store_change()

    @callback
    def _publish(self, notice: Notice) -> None:
        """Tell everyone what was committed."""
        self._catalog.apply(notice)
        async_dispatcher_send(self._hass, SIGNAL_NOTICE, notice)


async def async_can_connect(hass: HomeAssistant) -> bool:
    """Return whether the recorder's database answers."""
    return await Database(hass, Hearers()).async_ping()
