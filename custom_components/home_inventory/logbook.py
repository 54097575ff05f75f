"""How the logbook puts a change into words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from homeassistant.components.logbook import (
    LOGBOOK_ENTRY_DOMAIN,
    LOGBOOK_ENTRY_ICON,
    LOGBOOK_ENTRY_MESSAGE,
    LOGBOOK_ENTRY_NAME,
)
from homeassistant.core import HomeAssistant, callback

from .const import DOMAIN, EVENT_CHANGE, EVENT_DEVICE_ALERT
from .device_alerts import describe_alert
from .domain.headlines import HeadlineType

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from homeassistant.components.logbook import LazyEventPartialState

_NAME: Final = "Home Inventory"
_WORDS: Final[Mapping[str, str]] = {
    HeadlineType.ITEM_ADDED: "added {title}",
    HeadlineType.ITEM_UPDATED: "changed {title}",
    HeadlineType.ITEM_MOVED: "moved {title}",
    HeadlineType.QUANTITY_CHANGED: "changed the quantity of {title}",
    HeadlineType.ITEM_LENT: "lent {title}",
    HeadlineType.ITEM_RETURNED: "took {title} back",
    HeadlineType.ITEM_ARCHIVED: "archived {title}",
    HeadlineType.ITEM_RESTORED: "restored {title}",
    HeadlineType.ITEM_DELETED: "deleted {title} permanently",
    HeadlineType.UNDONE: "undid a change of {title}",
}
_VERBS: Final[Mapping[str, str]] = {
    "create": "added",
    "update": "changed",
    "archive": "archived",
    "restore": "restored",
    "delete": "deleted",
}


@callback
def async_describe_events(
    hass: HomeAssistant,
    async_describe_event: Callable[[str, str, Callable[[LazyEventPartialState], dict[str, Any]]], None],
) -> None:
    """Tell the logbook which events there are and how to put them."""

    def tell(event_type: str, words: Callable[[Mapping[str, Any]], str], icon: str) -> None:
        @callback
        def describe(event: LazyEventPartialState) -> dict[str, Any]:
            return {
                LOGBOOK_ENTRY_NAME: _NAME,
                LOGBOOK_ENTRY_MESSAGE: words(event.data),
                LOGBOOK_ENTRY_DOMAIN: DOMAIN,
                LOGBOOK_ENTRY_ICON: icon,
            }

        async_describe_event(DOMAIN, event_type, describe)

    tell(EVENT_CHANGE, describe_change, "mdi:package-variant-closed")
    tell(EVENT_DEVICE_ALERT, describe_alert, "mdi:devices")


def describe_change(data: Mapping[str, Any]) -> str:
    """Return "moved Cordless drill from Home / Garage to Home / Attic"."""
    words = _WORDS.get(data["type"])
    if words is None:
        verb = "moved" if data["from"] or data["to"] else _VERBS[data["operation"]]
        words = f"{verb} the {data['kind']} {{title}}"
    places = "".join(f" {word} {data[word]}" for word in ("from", "to") if data[word])
    # Of what people do, the rest follows from the headline; a source brings devices by the dozen, which are all news, and those
    # that are forgotten by themselves go together.
    is_harvest = data["type"] == HeadlineType.DEVICE_CHANGED and (
        data["operation"] == "create" or (data["operation"], data["source"]) == ("delete", "system")
    )
    more = data["count"] - 1 if is_harvest else 0
    return words.format(title=data["title"]) + places + (f" and {more} more" if more else "")
