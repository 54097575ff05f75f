"""Triggers: what happens to items and what time brings; those of devices are in `device_alerts_trigger`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final, override

import probatio
from homeassistant.const import CONF_OPTIONS
from homeassistant.core import callback
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.trigger import NotTriggeredInfo, Trigger

from .activity import SIGNAL_ACTIVITY, actor_context, async_with_inventory, place_name
from .const import CONF_DAYS, CONF_FROM, CONF_ITEM, CONF_TO
from .device_alerts_trigger import DEVICE_TRIGGERS
from .domain.actor import SYSTEM
from .domain.movements import fell_low
from .manager.reminders import ReminderKind
from .references import ItemReference, is_in
from .views import number

if TYPE_CHECKING:
    from homeassistant.core import CALLBACK_TYPE, HomeAssistant
    from homeassistant.helpers.trigger import TriggerActionRunner, TriggerConfig, TriggerNotTriggeredReporter
    from homeassistant.helpers.typing import ConfigType

    from .activity import Activity
    from .domain.models import Item
    from .domain.movements import Movement
    from .inventory import Inventory
    from .manager.reminders import Reminder

_REFERENCE: Final = probatio.All(cv.string, probatio.Length(min=1, max=1000))
_ITEM_ONLY: Final = {probatio.Optional(CONF_ITEM): _REFERENCE}


def _schema(options: dict[Any, Any]) -> probatio.Schema:
    """Return the schema of a trigger with these options."""
    return probatio.Schema({probatio.Optional(CONF_OPTIONS, default={}): options})


class _ItemTrigger(Trigger):
    """A trigger about one item, or any."""

    schema: ClassVar[probatio.Schema] = _schema(_ITEM_ONLY)

    def __init__(self, hass: HomeAssistant, config: TriggerConfig) -> None:
        """Take the options."""
        super().__init__(hass, config)
        self._options: dict[str, Any] = config.options or {}
        wanted: str | None = self._options.get(CONF_ITEM)
        self._wanted = None if wanted is None else ItemReference(wanted)

    @classmethod
    @override
    async def async_validate_config(cls, hass: HomeAssistant, config: ConfigType) -> ConfigType:
        """Check the options."""
        result: ConfigType = cls.schema(config)
        return result

    def _is_wanted(self, item: Item) -> bool:
        """Return whether it is the item that was named, if one was."""
        return self._wanted is None or self._wanted.fits(item)


class WarrantyExpiringTrigger(_ItemTrigger):
    """A warranty ends in so many days."""

    schema = _schema(
        {**_ITEM_ONLY, probatio.Optional(CONF_DAYS): probatio.All(probatio.Coerce(int), probatio.Range(0, 3650))}
    )
    _kind = ReminderKind.EXPIRING

    @override
    async def async_attach_runner(
        self, run_action: TriggerActionRunner, did_not_trigger: TriggerNotTriggeredReporter | None = None
    ) -> CALLBACK_TYPE:
        """Wait for reminders, also those of an inventory that is loaded later."""

        @callback
        def tell(reminder: Reminder) -> None:
            context = None if reminder.actor is SYSTEM else actor_context(reminder.actor)
            if self._is_wanted(reminder.item):
                run_action(_reminder_payload(reminder), self._describe(reminder), context)
            elif did_not_trigger is not None:
                did_not_trigger(NotTriggeredInfo("other_item", _item_payload(reminder.item)), context)

        @callback
        def attach(inventory: Inventory) -> CALLBACK_TYPE:
            return inventory.reminders.listen(self._kind, self._options.get(CONF_DAYS, inventory.warning_days), tell)

        return async_with_inventory(self._hass, attach)

    def _describe(self, reminder: Reminder) -> str:
        """Return what happened in words."""
        when = {0: "today", 1: "tomorrow"}.get(reminder.days_left, f"in {reminder.days_left} days")
        return f"warranty of {reminder.item.name} ends {when}"


class WarrantyExpiredTrigger(WarrantyExpiringTrigger):
    """A warranty has ended."""

    schema = _schema(_ITEM_ONLY)
    _kind = ReminderKind.EXPIRED

    @override
    def _describe(self, reminder: Reminder) -> str:
        """Return what happened in words."""
        return f"warranty of {reminder.item.name} ended on {reminder.warranty_until}"


class _ActivityTrigger(_ItemTrigger):
    """A trigger on something that somebody does."""

    @override
    async def async_attach_runner(
        self, run_action: TriggerActionRunner, did_not_trigger: TriggerNotTriggeredReporter | None = None
    ) -> CALLBACK_TYPE:
        """Wait for changes."""

        @callback
        def on_activity(activity: Activity) -> None:
            self._on_activity(activity, run_action, did_not_trigger)

        return async_dispatcher_connect(self._hass, SIGNAL_ACTIVITY, on_activity)

    def _on_activity(
        self, activity: Activity, run_action: TriggerActionRunner, did_not_trigger: TriggerNotTriggeredReporter | None
    ) -> None:
        """Run the action for what was waited for."""
        raise NotImplementedError


class ItemMovedTrigger(_ActivityTrigger):
    """An item went from one place to another."""

    schema = _schema({**_ITEM_ONLY, probatio.Optional(CONF_FROM): _REFERENCE, probatio.Optional(CONF_TO): _REFERENCE})

    @override
    def _on_activity(
        self, activity: Activity, run_action: TriggerActionRunner, did_not_trigger: TriggerNotTriggeredReporter | None
    ) -> None:
        for movement in activity.headline.movements:
            if (item := activity.notice.items.get(movement.item_id)) is None:
                continue
            origin, target = (
                place_name(activity.inventory, activity.notice, place) for place in (movement.from_id, movement.to_id)
            )
            payload = _item_payload(item) | {
                "from": origin,
                "to": target,
                "from_id": movement.from_id,
                "to_id": movement.to_id,
            }
            reason = self._other(activity.inventory, item, movement)
            if reason is None:
                words = "".join(f" {word} {name}" for word, name in (("from", origin), ("to", target)) if name)
                run_action(payload, f"{item.name} moved{words}", activity.context)
            elif did_not_trigger is not None:
                did_not_trigger(NotTriggeredInfo(reason, payload), activity.context)

    def _other(self, inventory: Inventory, item: Item, movement: Movement) -> str | None:
        """Return why a movement is not the one that was waited for, or None."""
        if not self._is_wanted(item):
            return "other_item"
        for option, place in ((CONF_FROM, movement.from_id), (CONF_TO, movement.to_id)):
            if option in self._options and not is_in(inventory, place, self._options[option]):
                return f"other_{option}"
        return None


class StockLowTrigger(_ActivityTrigger):
    """There is less of an item than its minimum; it fires again only after there was enough."""

    @override
    def _on_activity(
        self, activity: Activity, run_action: TriggerActionRunner, did_not_trigger: TriggerNotTriggeredReporter | None
    ) -> None:
        for item in activity.notice.items.values():
            if item is None or not fell_low(item, activity.notice.batch):
                continue
            payload = _item_payload(item) | {
                "quantity": number(item.quantity),
                "minimum_quantity": number(item.minimum_quantity),
                "unit": item.unit,
            }
            if self._is_wanted(item):
                left = f"{number(item.quantity)} {item.unit or ''}".strip()
                run_action(payload, f"{item.name} runs low: {left} left", activity.context)
            elif did_not_trigger is not None:
                did_not_trigger(NotTriggeredInfo("other_item", payload), activity.context)


TRIGGERS: Final[dict[str, type[Trigger]]] = {
    **DEVICE_TRIGGERS,
    "item_moved": ItemMovedTrigger,
    "stock_low": StockLowTrigger,
    "warranty_expired": WarrantyExpiredTrigger,
    "warranty_expiring": WarrantyExpiringTrigger,
}


async def async_get_triggers(hass: HomeAssistant) -> dict[str, type[Trigger]]:
    """Return the triggers by name."""
    return TRIGGERS


def _item_payload(item: Item) -> dict[str, Any]:
    """Return which item it is about."""
    return {"item_id": item.id, "name": item.name, "code": item.code}


def _reminder_payload(reminder: Reminder) -> dict[str, Any]:
    """Return which warranty it is about."""
    return _item_payload(reminder.item) | {
        "warranty_until": reminder.warranty_until.isoformat(),
        "days_left": reminder.days_left,
    }
