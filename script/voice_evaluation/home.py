"""The household of the evaluation, in a running Home Assistant."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from homeassistant.helpers import area_registry as ar

from custom_components.home_inventory.commands import COMMANDS
from custom_components.home_inventory.domain.activity import HistoryFilter
from custom_components.home_inventory.domain.actor import Actor, Source
from custom_components.home_inventory.domain.models import LocationKind

from .sets import read_places, read_things

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant

    from custom_components.home_inventory.domain.models import Item
    from custom_components.home_inventory.inventory import Inventory

DEVICES: Final = {"00:17:88:00:00:01": "NAS", "00:17:88:00:00:02": "Router"}
"""By their hardware addresses."""
ACTOR: Final = Actor(source=Source.SYSTEM, is_admin=True)


class Household:
    """Some 150 things in 40 places, whose names are those of one language."""

    def __init__(self, inventory: Inventory, language: str) -> None:
        """Take an empty inventory."""
        self.inventory = inventory
        self.language = language
        self.places = read_places()
        self.things = read_things()
        self.place_ids: dict[str, str] = {}
        self.item_ids: dict[str, str] = {}

    async def async_fill(self, hass: HomeAssistant) -> None:
        """Add all places and things."""
        for key, place in self.places.items():
            area = ar.async_get(hass).async_get_or_create(place.names["en"]).id if place.area else None
            values = {"name": place.names[self.language], **({"area_id": area} if area else {})}
            parent = self.place_ids[place.inside] if place.inside else self.inventory.home_id
            done = await self.inventory.locations.async_add(ACTOR, values, parent=parent, kind=LocationKind(place.kind))
            self.place_ids[key] = done.value.location.id
        await self.async_add_devices(hass)
        for key, thing in self.things.items():
            values = {
                "name": thing.names[self.language],
                "unit": thing.unit,
                "minimum_quantity": thing.minimum,
                "manufacturer": thing.maker,
                "warranty_until": date.fromisoformat(thing.warranty) if thing.warranty else None,
            }
            first, *others = thing.stock.items()
            item = await self.inventory.items.async_add(
                ACTOR, values, quantity=first[1], location=self.place_ids[first[0]]
            )
            self.item_ids[key] = item.value.id
            for place_key, quantity in others:
                await self.inventory.items.async_adjust(
                    ACTOR, item.value.id, by=quantity, location=self.place_ids[place_key]
                )

    async def async_add_devices(self, hass: HomeAssistant) -> None:
        """Let a scan find two devices, which somebody names and puts into the office."""
        scan = "".join(f"192.168.1.{place} dev eth0 lladdr {mac} REACHABLE\n" for place, mac in enumerate(DEVICES, 5))
        await self._async_run(hass, "source/import_scan", content=scan)
        for mac, name in DEVICES.items():
            await self._async_run(hass, "device/update", device=mac, name=name, location=self.place_ids["office"])

    async def _async_run(self, hass: HomeAssistant, command_name: str, /, **values: object) -> None:
        """Run a command."""
        command = next(command for command in COMMANDS if command.name == command_name)
        await command.async_run(hass, ACTOR, values)

    async def async_borrowers(self, key: str) -> list[str]:
        """Return who has some of a thing."""
        return [loan.borrower for loan in (await self.async_item(key)).loans]

    async def async_lend(self, key: str, borrower: str) -> None:
        """Lend a thing, as it has to be before some questions."""
        today = self.inventory.today
        await self.inventory.loans.async_lend(ACTOR, self.item_ids[key], borrower, lent_on=today)

    def name(self, key: str) -> str:
        """Return the name of a thing or a place."""
        return (self.things.get(key) or self.places[key]).names[self.language]

    async def async_item(self, key: str) -> Item:
        """Return a thing as it is now."""
        return await self.inventory.items.async_get(self.item_ids[key])

    async def async_quantity(self, key: str, place: str | None = None) -> Decimal:
        """Return how much there is of a thing, at a place and inside it if one is given."""
        item = await self.async_item(key)
        if place is None:
            return item.quantity
        inside = self.inventory.locations.inside(self.place_ids[place])
        return sum((entry.quantity for entry in item.stock if entry.location_id in inside), Decimal(0))

    async def async_last_batch(self) -> str:
        """Return the id of the newest batch of the history."""
        return (await self.inventory.history.async_list(HistoryFilter(), limit=1)).entries[0].id

    async def async_undo_since(self, batch_id: str) -> bool:
        """Take back what was changed after a batch; return whether anything was."""
        page = await self.inventory.history.async_list(HistoryFilter(), limit=10)
        later = []
        for batch in page.entries:
            if batch.id == batch_id:
                break
            later.append(batch.id)
        for later_id in later:
            await self.inventory.history.async_undo(ACTOR, later_id)
        return bool(later)
