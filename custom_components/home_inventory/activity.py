"""What happens in the inventory, told to Home Assistant: on its bus, to the activity entity and to automations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from homeassistant.core import Context, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect, async_dispatcher_send
from homeassistant.util.signal_type import SignalType

from .const import DOMAIN, EVENT_CHANGE
from .domain.headlines import Headline, classify

if TYPE_CHECKING:
    from collections.abc import Callable

    from homeassistant.core import CALLBACK_TYPE, HomeAssistant

    from .domain.actor import Actor
    from .domain.models import Notice
    from .inventory import Inventory, InventoryConfigEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """A batch as automations and the logbook see it."""

    inventory: Inventory
    notice: Notice
    headline: Headline
    from_path: str | None
    to_path: str | None
    context: Context


SIGNAL_ACTIVITY: SignalType[Activity] = SignalType("home_inventory_activity")
SIGNAL_LOADED: SignalType[Inventory] = SignalType("home_inventory_loaded")
SIGNAL_BACK: SignalType[Inventory] = SignalType("home_inventory_back")
"""Sent when the database can be read again after it was away."""


@callback
def async_attach(hass: HomeAssistant, entry: InventoryConfigEntry) -> None:
    """Tell Home Assistant about every batch from now on, and those who wait for the inventory that it is there."""
    inventory = entry.runtime_data

    @callback
    def tell(notice: Notice) -> None:
        activity = _to_activity(inventory, notice)
        hass.bus.async_fire_internal(EVENT_CHANGE, event_data(activity), context=activity.context)
        async_dispatcher_send(hass, SIGNAL_ACTIVITY, activity)

    entry.async_on_unload(inventory.async_subscribe(tell))
    async_dispatcher_send(hass, SIGNAL_LOADED, inventory)


@callback
def async_find_inventory(hass: HomeAssistant) -> Inventory | None:
    """Return the inventory, if it is there."""
    for entry in hass.config_entries.async_entries(DOMAIN):
        inventory: Inventory | None = getattr(entry, "runtime_data", None)
        if inventory is not None:
            return inventory
    return None


@callback
def async_with_inventory(hass: HomeAssistant, attach: Callable[[Inventory], CALLBACK_TYPE]) -> CALLBACK_TYPE:
    """Attach something to the inventory now and whenever it is loaded anew; return how to detach it for good.

    Automations may come before the inventory, and outlive it.
    """
    detach: list[CALLBACK_TYPE] = []

    @callback
    def renew(inventory: Inventory) -> None:
        while detach:
            detach.pop()()
        detach.append(attach(inventory))

    @callback
    def stop() -> None:
        disconnect()
        while detach:
            detach.pop()()

    disconnect = async_dispatcher_connect(hass, SIGNAL_LOADED, renew)
    if (inventory := async_find_inventory(hass)) is not None:
        renew(inventory)
    return stop


def actor_context(actor: Actor) -> Context:
    """Return the context that an actor came with, so that what follows is attributed to the same user."""
    return Context(id=actor.context_id, user_id=actor.user_id, parent_id=actor.parent_id)


def event_data(activity: Activity) -> dict[str, Any]:
    """Return what the event on the bus says."""
    batch, change = activity.notice.batch, activity.headline.change
    return {
        "type": activity.headline.type.value,
        "batch": batch.id,
        "source": str(batch.source),
        "count": len(batch.changes),
        "kind": change.kind.value,
        "operation": change.operation.value,
        "id": change.id,
        "item_id": change.item_id,
        "title": change.title,
        "from": activity.from_path,
        "to": activity.to_path,
    }


def _to_activity(inventory: Inventory, notice: Notice) -> Activity:
    """Return a batch with the paths of the places that its headline names."""
    headline = classify(notice.batch)
    return Activity(
        inventory=inventory,
        notice=notice,
        headline=headline,
        from_path=place_name(inventory, notice, headline.from_id),
        to_path=place_name(inventory, notice, headline.to_id),
        context=actor_context(notice.actor),
    )


def place_name(inventory: Inventory, notice: Notice, location_id: str | None) -> str | None:
    """Return the path of a place; of one that this very batch has deleted, its last name."""
    if location_id is None or (path := inventory.locations.path(location_id)) is not None:
        return None if location_id is None else path
    return next((change.title for change in notice.batch.changes if change.id == location_id), None)
