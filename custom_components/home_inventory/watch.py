"""Memory for conditions, which have to answer at once: kept up to date by what happens."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Final, override

from homeassistant.core import callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect

from .activity import SIGNAL_ACTIVITY, SIGNAL_BACK, SIGNAL_LOADED, async_find_inventory
from .const import LOGGER
from .domain.errors import InventoryError, ItemAmbiguousError, ItemNotFoundError
from .domain.item_sort import ItemSort
from .domain.models import ItemFilter, Noun, Operation
from .pacing import Retry
from .references import ItemReference

if TYPE_CHECKING:
    from collections.abc import Callable

    from homeassistant.core import CALLBACK_TYPE, HomeAssistant

    from .activity import Activity
    from .domain.models import Item
    from .inventory import Inventory

_PAGE: Final = 500


class Watch(ABC):
    """Reads once, then follows."""

    def __init__(self, hass: HomeAssistant) -> None:
        """Know nothing yet."""
        self._hass = hass
        self._stop: list[CALLBACK_TYPE] = []
        self._followers: list[Callable[[], None]] = []
        self._retry = Retry(hass, self._read_again)
        self.is_read = False
        """Whether there is an answer: not while the database, or the inventory, is away."""

    async def async_start(self) -> None:
        """Follow, and read what there is if the inventory is there already; else when it comes."""
        self._stop = [
            async_dispatcher_connect(self._hass, SIGNAL_ACTIVITY, self._on_activity),
            async_dispatcher_connect(self._hass, SIGNAL_LOADED, self._on_loaded),
            async_dispatcher_connect(self._hass, SIGNAL_BACK, self._on_loaded),
        ]
        if (inventory := async_find_inventory(self._hass)) is not None:
            await self._async_read_safely(inventory)

    @callback
    def stop(self) -> None:
        """Follow no longer."""
        self._retry.stop()
        while self._stop:
            self._stop.pop()()

    @callback
    def follow(self, action: Callable[[], None]) -> CALLBACK_TYPE:
        """Call an action when the answer may be another one; return how to stop."""
        self._followers.append(action)
        return lambda: self._followers.remove(action)

    @callback
    def _changed(self) -> None:
        for action in tuple(self._followers):
            action()

    @callback
    def _on_loaded(self, inventory: Inventory) -> None:
        """Read anew: the database may have changed."""
        self._hass.async_create_task(self._async_read_safely(inventory), "home_inventory watch")

    @callback
    def _read_again(self) -> None:
        """Try again what has failed."""
        if (inventory := async_find_inventory(self._hass)) is not None:
            self._on_loaded(inventory)

    async def _async_read_safely(self, inventory: Inventory) -> None:
        """Read; what fails is tried again as long as somebody wants to know."""
        try:
            await self._async_read(inventory)
        except (InventoryError, RuntimeError) as err:
            LOGGER.debug("A condition could not be read: %s", err)  # that the database is away, the coordinator says
            self.is_read = False
            if self._stop:
                self._retry.failed()
        else:
            self.is_read = True
            self._retry.succeeded()
        self._changed()

    @callback
    @abstractmethod
    def _on_activity(self, activity: Activity) -> None:
        """Follow a change."""

    @abstractmethod
    async def _async_read(self, inventory: Inventory) -> None:
        """Read what there is."""


class ItemWatch(Watch):
    """One item, as it is now."""

    def __init__(self, hass: HomeAssistant, reference: str) -> None:
        """Take what the item is called."""
        super().__init__(hass)
        self._reference = ItemReference(reference)
        self.item: Item | None = None
        """None when there is no such item, or several."""

    @callback
    @override
    def _on_activity(self, activity: Activity) -> None:
        known = self.item
        for item_id, item in activity.notice.items.items():
            is_known = known is not None and item_id == known.id
            is_meant = item is not None and self._reference.fits(item)
            if is_known and item is not None and self._reference.names(item):
                self.item = item
                self._changed()
            elif is_known or is_meant or (known is None and _may_give_up_a_name(activity)):
                self._on_loaded(activity.inventory)  # who is meant now is the database's to say
                return
        if activity.notice.locations:
            self._changed()

    @override
    async def _async_read(self, inventory: Inventory) -> None:
        try:
            self.item = await inventory.items.async_get(self._reference.text)
        except ItemNotFoundError, ItemAmbiguousError:
            self.item = None


class LowStockWatch(Watch):
    """Which items run low."""

    def __init__(self, hass: HomeAssistant) -> None:
        """Know of none yet."""
        super().__init__(hass)
        self.item_ids: set[str] = set()
        self._changed_while_reading: dict[str, bool] = {}

    @callback
    @override
    def _on_activity(self, activity: Activity) -> None:
        for item_id, item in activity.notice.items.items():
            is_low = item is not None and item.archived_at is None and item.low_stock
            self._changed_while_reading[item_id] = is_low
            if is_low != (item_id in self.item_ids):
                self.item_ids ^= {item_id}
                self._changed()

    @override
    async def _async_read(self, inventory: Inventory) -> None:
        self._changed_while_reading.clear()
        found: set[str] = set()
        wanted = ItemFilter(low_stock=True)
        offset, total = 0, 1
        while offset < total:
            page = await inventory.items.async_list(wanted, sort=ItemSort.CREATED, limit=_PAGE, offset=offset)
            found.update(entry.item.id for entry in page.entries)
            offset, total = offset + _PAGE, page.total
        for item_id, is_low in self._changed_while_reading.items():
            (found.add if is_low else found.discard)(item_id)
        self._changed_while_reading.clear()
        self.item_ids = found


def _may_give_up_a_name(activity: Activity) -> bool:
    """Return whether a batch may make a name clear that nobody or several had: by a new name, or by one less."""
    return any(
        change.kind is Noun.ITEM and change.operation is not Operation.CREATE
        for change in activity.notice.batch.changes
    )
