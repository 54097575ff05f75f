"""What Home Assistant's own storage remembers of the store, to compare with when it is opened the next time."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, NotRequired, TypedDict

from homeassistant.helpers.storage import Store
from homeassistant.util.hass_dict import HassKey

from .const import DOMAIN
from .domain.recovery import Decision, Known, Recovery, RecoveryKind

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant

_VERSION: Final = 1
_DECISION: HassKey[Decision] = HassKey("home_inventory_decision")


class _Kept(TypedDict):
    store_id: str
    sequence: int
    database: str
    recovery: NotRequired[dict[str, Any] | None]


class StoreMemory:
    """A third witness besides database and journal."""

    def __init__(self, hass: HomeAssistant) -> None:
        """Read nothing yet."""
        self._hass = hass
        self._store: Store[_Kept] = Store(hass, _VERSION, DOMAIN, atomic_writes=True)
        self.recovery: Recovery | None = None
        """What was done to the store the last time that something was."""

    @property
    def decision(self) -> Decision | None:
        """Return what somebody has chosen in a repair; it holds until the next start."""
        return self._hass.data.get(_DECISION)

    async def async_load(self) -> Known | None:
        """Return what is remembered; None before the first time."""
        kept = await self._store.async_load()
        if kept is None:
            return None
        if (recovery := kept.get("recovery")) is not None:
            about = {"kind": RecoveryKind(recovery["kind"]), "at": datetime.fromisoformat(recovery["at"])}
            self.recovery = Recovery(**recovery | about)
        return Known(store_id=kept["store_id"], sequence=kept["sequence"], database=kept["database"])

    async def async_save(self, store_id: str, sequence: int, database: str) -> None:
        """Remember how it is now."""
        recovery = None if self.recovery is None else asdict(self.recovery) | {"at": self.recovery.at.isoformat()}
        await self._store.async_save(_Kept(store_id=store_id, sequence=sequence, database=database, recovery=recovery))


def decide(hass: HomeAssistant, decision: Decision) -> None:
    """Keep what somebody has chosen until the store is opened again."""
    hass.data[_DECISION] = decision
