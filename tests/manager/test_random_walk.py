"""Whatever a household does, undoing it all brings back the first state."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest

from custom_components.home_inventory.db import device_edits, devices
from custom_components.home_inventory.domain.devices import DeviceField
from custom_components.home_inventory.domain.errors import InventoryError
from custom_components.home_inventory.domain.observations import Identity, IdentityKind
from tests.device_kit import DeviceTestKit
from tests.domain.matching_kit import LAMP, PHONE, PHONE_AGAIN, PLUG, TV, lan, ref
from tests.kit import CommandError
from tests.pictures import a_picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.kit import InventoryTestKit

    type Use = tuple[str | Callable[..., Any], dict[str, Any]]

STEPS = 60
SEEN_ANEW = ("batches", "changes", "codes", "items", "locations", "devices", "sightings", "sync_runs", "traces")
"""Tables that keep when things were touched or seen."""


class Household:
    """Somebody who does things at random; what the rules refuse is not done."""

    def __init__(self, kit: InventoryTestKit, seed: int) -> None:
        """Start with empty hands."""
        self.kit = kit
        self.devices = DeviceTestKit(kit)
        self.random = random.Random(seed)  # noqa: S311 - the same household again and again
        self.batches: list[str] = []
        self.merges: list[str] = []
        self.refused: list[str] = []
        self.undone: dict[str, str] = {}
        """What was undone, by the batch that did it."""
        self._uses = [getattr(self, name) for name in dir(self) if name.startswith("use_")]

    async def live(self, steps: int) -> None:
        """Do so many things."""
        for _ in range(steps):
            known = await self.everything()
            use, values = self.random.choice(self._uses)(known)
            try:
                answer = await (self.kit.ws(use, **values) if isinstance(use, str) else self.settle(use, values))
            except (CommandError, InventoryError) as err:
                self.refused.append(err.code)
            else:
                self.batches += [answer["batch"]] if answer["batch"] else []
                self.undone |= {answer["batch"]: answer["undone"]} if "undone" in answer else {}

    async def settle(self, use: Callable[..., Any], values: dict[str, Any]) -> dict[str, str | None]:
        """Do something about devices, or let a source run; return the batch."""
        run = use == self.devices.run
        notice = (
            await use(*values["seen"], source=values["source"]) if run else await self.devices.told(use, **values)
        )[1]
        batch = None if notice is None else notice.batch.id
        self.merges += [batch] if batch and use == device_edits.merge_devices else []
        return {"batch": batch}

    async def everything(self) -> dict[str, Any]:
        """Return all that the household knows, devices included, except when records were last touched."""
        found = (await self.devices.ask(devices.load_state)).devices
        return await self.kit.everything() | {
            "devices": [
                {name: getattr(device, name) for name in device.__slots__ if name != "updated_at"}
                for device in found.values()
            ]
        }

    async def take_everything_back(self) -> None:
        """Undo all of it, last things first. What was undone and done again is taken back by undoing the latter."""
        again: dict[str, str] = {}
        while self.batches:
            batch = self.batches.pop()
            answer = await self.kit.ws("change/undo", batch=again.get(batch, batch))
            again |= {self.undone[batch]: answer["batch"]} if batch in self.undone else {}

    def pick(self, records: list[dict[str, Any]]) -> str:
        """Return the id of a record, or one that does not exist."""
        return self.random.choice(records)["id"] if records else "nothing"

    def some(self, **values: Any) -> dict[str, Any]:
        """Return some of these values."""
        return {name: value for name, value in values.items() if self.random.random() < 0.4}

    def word(self) -> str:
        """Return one of a few names, so that they are taken now and then."""
        return self.random.choice(["Drill", "Saw", "Rag", "Öl", "AA battery", "1", "2", "Box 7"])

    def details(self) -> dict[str, Any]:
        """Return some details of an item."""
        chance = self.random
        return self.some(
            name=self.word(),
            notes=chance.choice([None, "Red", "Blue"]),
            unit=chance.choice([None, "kg", "pack"]),
            minimum_quantity=chance.choice([None, 1, 4]),
            categories=chance.choice([None, [self.word()], [f"{self.word()} / {self.word()}", self.word()]]),
            aliases=chance.choice([None, [self.word()], [self.word(), "the blue one"]]),
            barcodes=chance.choice([None, ["1"], ["2", "1"]]),
            custom=chance.choice([None, {"volts": 18}, {"volts": 18, "old": True}]),
            purchase_date=chance.choice([None, "2026-01-01", "2024-02-29"]),
            purchase_price=chance.choice([None, 0, 129.9]),
            warranty_until=chance.choice([None, "2025-01-01", "2029-12-31"]),
            lifetime_warranty=chance.choice([True, False]),
        )

    def use_add(self, _known: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        quantity = self.some(quantity=self.random.choice([0, 1, 5, 0.5]), lot="A", best_before="2027-01-01")
        return "item/add", {"name": self.word(), **self.details(), **quantity}

    def use_add_somewhere(self, known: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        return "item/add", {"name": self.word(), **self.details(), "location": self.pick(known["locations"])}

    def use_update(self, known: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        return "item/update", {"item": self.pick(known["items"]), **self.details(), **self.some(promoted=True)}

    def use_move(self, known: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        places = known["locations"]
        part = self.some(quantity=self.random.choice([1, 2, 0.5]), **{"from": self.pick(places)})
        return "item/move", {"item": self.pick(known["items"]), "to": self.pick(places), **part}

    def use_adjust(self, known: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        by = self.random.choice([{"by": 1}, {"by": -1}, {"by": 0.5}, {"to": 0}, {"to": 7}])
        where = self.some(location=self.pick(known["locations"]))
        return "item/adjust", {"item": self.pick(known["items"]), **by, **where}

    def use_lend(self, known: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        terms = self.some(quantity=self.random.choice([1, 2, 0.5]), due_on="2027-01-01", note="By bike")
        return "item/lend", {
            "item": self.pick(known["items"]),
            "borrower": self.random.choice(["Anna", "Ben"]),
            **terms,
        }

    def use_return(self, known: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        terms = self.some(quantity=1, borrower=self.random.choice(["Anna", "Ben"]))
        return "item/return", {"item": self.pick([item for item in known["items"] if item["loans"]]), **terms}

    def use_attach(self, known: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        chance = self.random
        picture = self.kit.inventory.files.put(a_picture(chance.choice("abc"))).digest
        what = chance.choice([{"file": picture}, {"url": f"https://example.com/{chance.choice('ab')}"}])
        return "attachment/add", {"item": self.pick(known["items"]), **what, **self.some(title=self.word())}

    def photo(self, known: dict[str, Any]) -> str:
        return str(self.random.choice([item["photo"] for item in known["items"] if item["photo"]] or ["nothing"]))

    def use_put_behind(self, known: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        more = self.some(title=self.word(), kind=self.random.choice(["receipt", "photo"]))
        return "attachment/update", {"attachment": self.photo(known), "position": self.random.randint(0, 3), **more}

    def use_take_off(self, known: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        return "attachment/remove", {"attachment": self.photo(known)}

    def use_remove(self, known: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        return "item/remove", {"item": self.pick(known["items"]), **self.some(permanently=True)}

    def use_restore(self, known: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        return "item/restore", {"item": self.pick([item for item in known["items"] if item["archived"]])}

    def chosen(self, known: dict[str, Any]) -> dict[str, Any]:
        ids = [item["id"] for item in known["items"]]
        return {"items": self.random.sample(ids, min(3, len(ids))), "skip_refused": self.random.choice([True, False])}

    def use_move_many(self, known: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        return "items/move", {**self.chosen(known), "to": self.pick(known["locations"])}

    def use_update_many(self, known: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        fields = self.some(unit=self.random.choice([None, "kg"]), minimum_quantity=2, warranty_until="2025-01-01")
        return "items/update", {**self.chosen(known), "fields": fields, "add_categories": [self.word()]}

    def use_remove_many(self, known: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        return "items/remove", {**self.chosen(known), **self.some(permanently=True)}

    def use_restore_many(self, known: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        return "items/restore", self.chosen(known)

    def use_add_place(self, known: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        kind = self.random.choice(["site", "room", "furniture", "box", "slot"])
        more = self.some(parent=self.pick(known["locations"]), capacity=3, description="Cold")
        return "location/add", {"name": self.word(), "kind": kind, **more}

    def use_update_place(self, known: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        new = self.some(
            name=self.word(), kind=self.random.choice(["room", "box", "site"]), capacity=None, description="x"
        )
        return "location/update", {"location": self.pick(known["locations"]), **new}

    def use_move_place(self, known: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        to = self.random.choice([None, self.pick(known["locations"])])
        return "location/move", {"location": self.pick(known["locations"]), "to": to}

    def use_remove_place(self, known: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        places = known["locations"]
        more = self.some(move_contents_to=self.pick(places), permanently=True)
        return "location/remove", {"location": self.pick(places), **more}

    def use_restore_place(self, known: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        return "location/restore", {"location": self.pick([place for place in known["locations"] if place["archived"]])}

    def use_add_category(self, known: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        return "category/add", {"name": self.word(), **self.some(parent=self.pick(known["categories"]))}

    def use_update_category(self, known: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        new = self.some(name=self.word(), parent=self.random.choice([None, self.pick(known["categories"])]))
        return "category/update", {"category": self.pick(known["categories"]), **new}

    def use_merge_categories(self, known: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        return "category/merge", {"category": self.pick(known["categories"]), "into": self.pick(known["categories"])}

    def use_remove_category(self, known: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        return "category/remove", {"category": self.pick(known["categories"])}

    def use_run(self, _known: dict[str, Any]) -> Use:
        chance = self.random
        seen = [
            lan(mac, f"192.168.1.{chance.randint(2, 5)}", chance.choice([None, "one", "two"]), self.word())
            for mac in (PLUG, LAMP, TV, PHONE, PHONE_AGAIN)
            if chance.random() < 0.7
        ]
        return self.devices.run, {"seen": seen, "source": chance.choice(["lan", "far"])}

    def use_homeseer(self, _known: dict[str, Any]) -> Use:
        seen = [ref(number, self.word()) for number in "1234" if self.random.random() < 0.7]
        return self.devices.run, {"seen": seen, "source": "hs"}

    def use_device_field(self, known: dict[str, Any]) -> Use:
        places = known["locations"]
        name, value = self.random.choice(
            [(DeviceField.NAME, self.word()), (DeviceField.MODEL, None), (DeviceField.LOCATION, self.pick(places))]
        )
        return device_edits.set_field, {"device_id": self.pick(known["devices"]), "name": name, "value": value}

    def use_clear_field(self, known: dict[str, Any]) -> Use:
        name = self.random.choice([DeviceField.NAME, DeviceField.LOCATION])
        return device_edits.clear_field, {"device_id": self.pick(known["devices"]), "name": name}

    def use_link(self, known: dict[str, Any]) -> Use:
        item_id = self.random.choice([None, self.pick(known["items"]), self.pick(known["items"])])
        return device_edits.link_item, {"device_id": self.pick(known["devices"]), "item_id": item_id}

    def use_mark(self, known: dict[str, Any]) -> Use:
        flags = {"ignored": self.random.choice([None, True, False]), "sleeps": self.random.choice([None, True, False])}
        return device_edits.mark_device, {"device_id": self.pick(known["devices"]), **flags}

    def use_merge(self, known: dict[str, Any]) -> Use:
        return device_edits.merge_devices, {
            "keep_id": self.pick(known["devices"]),
            "gone_id": self.pick(known["devices"]),
        }

    def use_split(self, _known: dict[str, Any]) -> Use:
        return device_edits.split_merged, {"batch_id": self.random.choice(self.merges or ["nothing"])}

    def use_split_off(self, known: dict[str, Any]) -> Use:
        wanted = [Identity(IdentityKind.HOST_NAME, "one", "home"), Identity(IdentityKind.MAC, PLUG)]
        return device_edits.split_off, {"device_id": self.pick(known["devices"]), "identities": wanted}

    def use_refuse(self, known: dict[str, Any]) -> Use:
        refused = self.random.random() < 0.7
        return device_edits.refuse, {
            "one": self.pick(known["devices"]),
            "other": self.pick(known["devices"]),
            "refused": refused,
        }

    def use_hang_on(self, known: dict[str, Any]) -> Use:
        pair = {"device_id": self.pick(known["devices"]), "parent_id": self.pick(known["devices"])}
        return device_edits.hang_on, pair

    def use_add_device(self, _known: dict[str, Any]) -> Use:
        identity = Identity(IdentityKind.MAC, self.random.choice([PLUG, TV, "00:17:88:00:00:09"]))
        return device_edits.add_device, {"identities": [identity], "values": {DeviceField.NAME: self.word()}}

    def use_remove_device(self, known: dict[str, Any]) -> Use:
        return device_edits.remove_device, {
            "device_id": self.pick(known["devices"]),
            "permanently": self.random.random() < 0.3,
        }

    def use_restore_device(self, known: dict[str, Any]) -> Use:
        archived = [device for device in known["devices"] if device["archived_at"]]
        return device_edits.restore_device, {"device_id": self.pick(archived)}

    def use_undo(self, _known: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        return "change/undo", {"batch": self.random.choice(self.batches) if self.batches else "nothing"}


@pytest.mark.parametrize("seed", range(8))
async def test_undoing_everything_brings_back_the_first_state(kit: InventoryTestKit, seed: int) -> None:
    """Whole records are compared, and every row but those of history, codes and when things were touched."""
    await kit.given_location("Garage", kind="room")
    await kit.given_location("Box 7", parent="Garage", kind="box", capacity=4)
    await kit.given_item("Lamp", location="Garage", quantity=3, categories=["Light"])
    household = Household(kit, seed)
    first, rows = await household.everything(), await kit.tables(*SEEN_ANEW)

    await household.live(STEPS)
    lived = await household.everything()
    done = len(household.batches)
    await household.take_everything_back()

    assert await household.everything() == first
    assert await kit.tables(*SEEN_ANEW) == rows
    assert lived != first
    assert done > STEPS / 4
    assert "unknown_error" not in household.refused


@pytest.mark.parametrize("seed", range(100, 104))
async def test_what_is_in_memory_is_what_is_in_the_database(kit: InventoryTestKit, seed: int) -> None:
    """After any life, a restart shows and finds the same."""
    household = Household(kit, seed)
    await household.live(STEPS)
    lived = await household.everything()
    found = {word: sorted(await kit.names(query=word, limit=1000)) for word in ("drill", "box", "battery", "öl")}

    await kit.hass.config_entries.async_reload(kit.entry.entry_id)
    await kit.until_indexed()

    assert await household.everything() == lived
    assert {word: sorted(await kit.names(query=word, limit=1000)) for word in found} == found
