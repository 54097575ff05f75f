"""How a command is described and run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from ..const import DOMAIN
from ..domain.errors import InventoryError
from ..domain.fields import Reader, Whole, read_fields

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from homeassistant.core import HomeAssistant

    from ..domain.actor import Actor
    from ..inventory import Inventory, InventoryConfigEntry
    from ..views import View

PAGING: Final[Mapping[str, Reader]] = {"limit": Whole(1, 1000), "offset": Whole(0, 1_000_000_000)}
DEFAULT_LIMIT: Final = 50


class NotLoadedError(InventoryError):
    """The integration is not set up."""

    code = "not_loaded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call of a command: who asks, and what was given, clean."""

    hass: HomeAssistant
    inventory: Inventory
    actor: Actor
    values: dict[str, Any]

    def paging(self) -> dict[str, int]:
        """Return which part of a list is wanted."""
        return {"limit": self.values.get("limit") or DEFAULT_LIMIT, "offset": self.values.get("offset") or 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A command: the fields that it takes, and what it does."""

    name: str
    """Noun and verb, as in `item/add`."""
    run: Callable[[Call], Awaitable[View]]
    fields: Mapping[str, Reader]
    required: tuple[str, ...] = ()
    action: str | None = None
    """The name of the action that does the same."""
    only_answers: bool = False
    """Whether the action is of no use without its response."""

    async def async_run(self, hass: HomeAssistant, actor: Actor, raw: Mapping[str, object]) -> View:
        """Read what was given and do it. Raises InventoryError for whatever is wrong with it."""
        inventory = get_inventory(hass)
        values = read_fields(self.fields, raw, *self.required)
        return await self.run(Call(hass=hass, inventory=inventory, actor=actor, values=values))


def get_inventory(hass: HomeAssistant) -> Inventory:
    """Return the inventory, or raise NotLoadedError."""
    entries: list[InventoryConfigEntry] = hass.config_entries.async_loaded_entries(DOMAIN)
    if not entries:
        raise NotLoadedError
    return entries[0].runtime_data
