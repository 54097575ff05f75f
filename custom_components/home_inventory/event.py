"""The activity event: what happened last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, override

from homeassistant.components.event import EventEntity
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect

from .activity import SIGNAL_ACTIVITY
from .coordinator import async_get_coordinator
from .domain.headlines import HeadlineType
from .entity import HomeEntity, NoticeEntity
from .pacing import Pacer

if TYPE_CHECKING:
    from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

    from .activity import Activity
    from .coordinator import FiguresCoordinator
    from .inventory import InventoryConfigEntry

PARALLEL_UPDATES: Final = 0


async def async_setup_entry(
    hass: HomeAssistant, entry: InventoryConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the activity event."""
    async_add_entities([ActivityEvent(await async_get_coordinator(hass, entry))])


class ActivityEvent(NoticeEntity, HomeEntity, EventEntity):
    """Tells of each change; under a flood of them of the last one, and how many there were."""

    _unrecorded_attributes = frozenset({"batch"})

    def __init__(self, coordinator: FiguresCoordinator) -> None:
        """Start with nothing to tell."""
        super().__init__(coordinator, "activity")
        self._attr_event_types = [kind.value for kind in HeadlineType]
        self._last: Activity | None = None
        self._count = 0

    @override
    async def async_added_to_hass(self) -> None:
        """Listen from now on."""
        await super().async_added_to_hass()
        self._pacer = Pacer(self.hass, self._write)
        self.async_on_remove(self._pacer.stop)
        self.async_on_remove(async_dispatcher_connect(self.hass, SIGNAL_ACTIVITY, self._on_activity))

    @callback
    def _on_activity(self, activity: Activity) -> None:
        """Take what happened."""
        self._last = activity
        self._count += 1
        self._pacer.request()

    @callback
    def _write(self) -> None:
        """Tell what happened last, in the name of whoever did it."""
        if (activity := self._last) is None:
            return
        change = activity.headline.change
        self.async_set_context(activity.context)
        self._trigger_event(
            activity.headline.type.value,
            {
                "item_id": change.item_id,
                "name": change.title,
                "batch": activity.notice.batch.id,
                "count": self._count,
                "from": activity.from_path,
                "to": activity.to_path,
            },
        )
        self._last, self._count = None, 0
        self.async_write_ha_state()
