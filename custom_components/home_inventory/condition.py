"""Conditions: where an item is, and whether something runs low."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, Final, Unpack, override

import probatio
from homeassistant.const import CONF_OPTIONS
from homeassistant.exceptions import ConditionErrorMessage
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.condition import Condition, ConditionCheckParams, ConditionConfig

from .activity import async_find_inventory
from .const import CONF_ITEM, CONF_LOCATION, DOMAIN
from .domain.errors import InventoryError
from .watch import ItemWatch, LowStockWatch, Watch

if TYPE_CHECKING:
    from collections.abc import Callable

    from homeassistant.core import CALLBACK_TYPE, HomeAssistant
    from homeassistant.helpers.typing import ConfigType

    from .domain.models import Item
    from .inventory import Inventory

_REFERENCE: Final = probatio.All(cv.string, probatio.Length(min=1, max=1000))


class _InventoryCondition[W: Watch](Condition):
    """A condition that is answered from a watch."""

    schema: probatio.Schema
    key: str

    def __init__(self, hass: HomeAssistant, config: ConditionConfig) -> None:
        """Take the options."""
        super().__init__(hass, config)
        self._options: dict[str, Any] = config.options or {}
        self._watch = self._make_watch()

    @abstractmethod
    def _make_watch(self) -> W:
        """Return what remembers the answer."""

    @classmethod
    @override
    async def async_validate_config(cls, hass: HomeAssistant, config: ConfigType) -> ConfigType:
        """Check the options."""
        result: ConfigType = cls.schema(config)
        return result

    @property
    @override
    def needs_polling(self) -> bool:
        """Return that every change is reported."""
        return False

    @override
    async def _async_setup(self) -> None:
        """Read what the answer depends on."""
        await self._watch.async_start()

    @override
    async def _async_track_changes(self, action: Callable[[], None]) -> CALLBACK_TYPE:
        """Report when the answer may be another one."""
        return self._watch.follow(action)

    @override
    def _async_unload(self) -> None:
        """Forget it."""
        self._watch.stop()

    def _inventory(self) -> Inventory:
        """Return the inventory, or say that it is missing or can't be read."""
        if (inventory := async_find_inventory(self._hass)) is None:
            raise ConditionErrorMessage(self.key, "the home inventory is not loaded")
        if not self._watch.is_read:
            raise ConditionErrorMessage(self.key, "the database of the home inventory does not answer")
        return inventory

    def _item(self, watch: ItemWatch) -> Item:
        """Return the item, or say that nobody knows which one is meant."""
        self._inventory()
        if watch.item is None:
            raise ConditionErrorMessage(self.key, f"no item, or several, fit {self._options[CONF_ITEM]!r}")
        return watch.item


class ItemIsInCondition(_InventoryCondition[ItemWatch]):
    """Whether an item, or a part of it, is at a place or anywhere inside it."""

    key = f"{DOMAIN}.item_is_in"
    schema = probatio.Schema(
        {
            probatio.Required(CONF_OPTIONS): {
                probatio.Required(CONF_ITEM): _REFERENCE,
                probatio.Required(CONF_LOCATION): _REFERENCE,
            }
        }
    )

    @override
    def _make_watch(self) -> ItemWatch:
        return ItemWatch(self._hass, self._options[CONF_ITEM])

    @override
    def _async_check(self, **kwargs: Unpack[ConditionCheckParams]) -> bool:
        """Answer."""
        locations, item = self._inventory().locations, self._item(self._watch)
        try:
            place = locations.resolve_location(self._options[CONF_LOCATION])
        except InventoryError as err:
            raise ConditionErrorMessage(self.key, str(err)) from err
        return any(locations.is_inside(location_id, place.id) for location_id in item.location_ids)


class StockIsLowCondition(_InventoryCondition[ItemWatch | LowStockWatch]):
    """Whether there is less of an item than its minimum; without an item, of any."""

    key = f"{DOMAIN}.stock_is_low"
    schema = probatio.Schema({probatio.Optional(CONF_OPTIONS, default={}): {probatio.Optional(CONF_ITEM): _REFERENCE}})

    @override
    def _make_watch(self) -> ItemWatch | LowStockWatch:
        if CONF_ITEM in self._options:
            return ItemWatch(self._hass, self._options[CONF_ITEM])
        return LowStockWatch(self._hass)

    @override
    def _async_check(self, **kwargs: Unpack[ConditionCheckParams]) -> bool:
        """Answer."""
        self._inventory()
        if isinstance(self._watch, LowStockWatch):
            return bool(self._watch.item_ids)
        item = self._item(self._watch)
        return item.archived_at is None and item.low_stock


CONDITIONS: Final[dict[str, type[Condition]]] = {
    "item_is_in": ItemIsInCondition,
    "stock_is_low": StockIsLowCondition,
}


async def async_get_conditions(hass: HomeAssistant) -> dict[str, type[Condition]]:
    """Return the conditions by name."""
    return CONDITIONS
