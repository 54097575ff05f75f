"""What each speaker has changed through a model, so that exactly this can be taken back."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from homeassistant.core import callback
from homeassistant.util.hass_dict import HassKey

if TYPE_CHECKING:
    from homeassistant.core import Context, HomeAssistant

_SECONDS: Final = 3600
"""Later than this, "undo" is about something else."""
_MOST: Final = 50
"""How many changes of one speaker are kept."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody in a conversation: a user on a device, or over MCP without one."""

    user_id: str | None
    device_id: str | None
    context_id: str | None = None
    """Only of those who have neither: nobody else is taken for them."""

    @classmethod
    def of(cls, context: Context, device_id: str | None) -> Self:
        """Return who speaks in a context."""
        return cls(context.user_id, device_id, None if context.user_id or device_id else context.id)


class Recent:
    """The changes of the last hour by their speaker, newest last."""

    def __init__(self) -> None:
        """Start with none."""
        self._batches: dict[Speaker, list[tuple[float, str]]] = {}

    def note(self, speaker: Speaker, batch_id: str | None) -> None:
        """Keep the batch of a change; None when nothing had to be changed."""
        if batch_id is not None:
            self._batches.setdefault(speaker, []).append((time.monotonic(), batch_id))
        since = time.monotonic() - _SECONDS
        fresh = {who: [made for made in batches if made[0] > since] for who, batches in self._batches.items()}
        self._batches = {who: batches[-_MOST:] for who, batches in fresh.items() if batches}

    def take(self, speaker: Speaker) -> str | None:
        """Return the batch of a speaker's last change, which then is no longer kept."""
        self.note(speaker, None)
        batches = self._batches.get(speaker)
        return batches.pop()[1] if batches else None


_RECENT: HassKey[Recent] = HassKey("home_inventory_llm_recent")


@callback
def async_recent(hass: HomeAssistant) -> Recent:
    """Return what was changed through models since Home Assistant started."""
    return hass.data.setdefault(_RECENT, Recent())
