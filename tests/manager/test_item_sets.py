"""Many items at once: all of them or none, one batch, one undo, and no more statements for more of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.helpers import label_registry as lr
from homeassistant.helpers.recorder import get_instance
from sqlalchemy import event

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit


@pytest.fixture
async def workshop(kit: InventoryTestKit) -> list[str]:
    """Return twelve screwdrivers in the garage; there is a box that holds five things."""
    await kit.given_location("Garage")
    await kit.given_location("Box", kind="box", capacity=5)
    return [await kit.given_item(f"Screwdriver {number}", location="Garage") for number in range(12)]


async def test_many_items_move_as_one_batch_that_one_undo_takes_back(
    kit: InventoryTestKit, workshop: list[str]
) -> None:
    """The stock that is in the new place already is added to."""
    await kit.given_location("Attic")
    milk = await kit.given_item("Milk", location="Garage", quantity=2)
    await kit.ws("item/move", item=milk, to="Attic", quantity=1)
    before = await kit.everything()

    moved = await kit.ws("items/move", items=[*workshop, milk], to="Attic")

    assert (moved["done"], moved["refused"]) == (13, [])
    assert await kit.places_of(milk) == {"Home / Attic": 2}
    assert len(await kit.names(location="Attic")) == 13
    assert (await kit.ws("change/list"))["batches"][0]["batch"] == moved["batch"]
    await kit.ws("change/undo", batch=moved["batch"])
    assert await kit.everything() == before


async def test_all_or_none(kit: InventoryTestKit, workshop: list[str]) -> None:
    """Who has refused is told, with the reason as of any error; nothing was written, no category made."""
    before = await kit.tables()

    answer = await kit.ws("items/move", items=workshop, to="Box")

    assert (answer["done"], answer["batch"], answer["refused_count"]) == (0, None, 7)
    assert answer["refused"][0] == {
        "id": workshop[5],
        "name": "Screwdriver 5",
        "code": "location_full",
        "placeholders": {"location": "Box", "capacity": "5"},
    }
    assert await kit.tables() == before


async def test_the_others_if_that_is_wanted(kit: InventoryTestKit, workshop: list[str]) -> None:
    """What is gone is told as well."""
    answer = await kit.ws("items/move", items=[*workshop, "01ZZZZZZZZZZZZZZZZZZZZZZZZ"], to="Box", skip_refused=True)

    assert (answer["done"], answer["refused_count"]) == (5, 8)
    assert answer["refused"][-1]["code"] == "item_not_found"
    assert len(await kit.names(location="Box")) == 5


async def test_a_slot_takes_one_of_them(kit: InventoryTestKit, workshop: list[str]) -> None:
    """The first one that comes."""
    await kit.given_location("1", parent="Box", kind="slot")

    answer = await kit.ws("items/move", items=workshop[:3], to="Box / 1", skip_refused=True)

    assert [refused["code"] for refused in answer["refused"]] == ["slot_taken", "slot_taken"]


async def test_all_that_fit_a_filter_but_some(kit: InventoryTestKit, workshop: list[str]) -> None:
    """By the filter, not by their ids."""
    answer = await kit.ws("items/remove", wanted={"location": "Garage"}, but=workshop[:2], count=12)

    assert answer["done"] == 10
    assert await kit.names() == ["Screwdriver 0", "Screwdriver 1"]
    restored = await kit.ws("items/restore", wanted={"archived": True})
    assert restored["done"] == 10


async def test_nothing_is_done_to_a_list_that_has_changed(kit: InventoryTestKit, workshop: list[str]) -> None:
    """Somebody has confirmed another number."""
    await kit.given_item("Hammer", location="Garage")

    error = await kit.refused("items/remove", wanted={"location": "Garage"}, count=len(workshop))

    assert (error.code, error.placeholders) == ("selection_changed", {"count": "13", "expected": "12"})


async def test_labels_and_categories_come_and_go_beside_others(kit: InventoryTestKit, workshop: list[str]) -> None:
    """A label or category that an item has besides stays; what all have already changes nothing."""
    insured, lent = (lr.async_get(kit.hass).async_create(name).label_id for name in ("Insured", "Lent"))
    await kit.ws("item/update", item=workshop[0], labels=[insured], categories=["Gifts"])

    await kit.ws("items/update", items=workshop, add_labels=[lent], add_categories=["Tools / Hand"])
    again = await kit.ws("items/update", items=workshop, add_labels=[lent])
    await kit.ws("items/update", items=workshop, remove_labels=[insured], remove_categories=["Gifts"])

    first = await kit.item(workshop[0])
    assert (first["labels"], [category["path"] for category in first["categories"]]) == ([lent], ["Tools / Hand"])
    assert (again["done"], again["batch"]) == (0, None)


async def test_values_are_checked_for_each(kit: InventoryTestKit, workshop: list[str]) -> None:
    """A warranty that would end before one of them was bought refuses all, and makes no category."""
    await kit.ws("item/update", item=workshop[3], purchase_date="2026-01-01")
    before = await kit.tables()

    answer = await kit.ws(
        "items/update", items=workshop, fields={"warranty_until": "2025-01-01"}, add_categories=["New"]
    )

    assert [refused["code"] for refused in answer["refused"]] == ["warranty_before_purchase"]
    assert await kit.tables() == before


@pytest.mark.parametrize(
    ("command", "values", "field"),
    [
        ("items/move", {"to": "Box"}, "items / wanted"),
        ("items/remove", {"items": []}, "items / wanted"),
        ("items/update", {"wanted": {}}, "fields"),
    ],
)
@pytest.mark.usefixtures("workshop")
async def test_it_has_to_be_said_which_and_what(
    kit: InventoryTestKit, command: str, values: dict[str, Any], field: str
) -> None:
    """Nothing is never everything."""
    error = await kit.refused(command, **values)

    assert (error.code, error.placeholders) == ("required_value", {"field": field})


async def test_five_thousand_are_the_most(kit: InventoryTestKit, monkeypatch: pytest.MonkeyPatch) -> None:
    """More are refused before anything is done."""
    monkeypatch.setattr("custom_components.home_inventory.manager.item_sets.MOST_ITEMS", 2)
    for number in range(3):
        await kit.given_item(f"Nail {number}")

    error = await kit.refused("items/remove", wanted={})

    assert (error.code, error.placeholders) == ("too_many_items", {"limit": "2"})


async def statements(kit: InventoryTestKit, command: str, **values: Any) -> int:
    """Return how many statements that write our tables a command takes; others may read at the same time."""
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        seen.append(statement)

    engine = get_instance(kit.hass).engine
    event.listen(engine, "before_cursor_execute", note)
    await kit.ws(command, **values)
    event.remove(engine, "before_cursor_execute", note)
    return len([each for each in seen if "home_inventory_" in each and not each.startswith("SELECT")])


@pytest.mark.parametrize(
    ("command", "values"),
    [
        ("items/update", {"fields": {"manufacturer": "Bosch"}, "add_categories": ["Tools"]}),
        ("items/move", {"to": "Attic"}),
        ("items/remove", {}),
        ("items/remove", {"permanently": True}),
    ],
)
async def test_undoing_many_takes_no_more_statements_and_neither_does_undoing_that(
    kit: InventoryTestKit, workshop: list[str], command: str, values: dict[str, Any]
) -> None:
    """What came since stands in the way of all of them together, and is named."""
    await kit.given_location("Attic")
    before = await kit.everything()

    async def there_and_back_again(items: list[str]) -> list[int]:
        await kit.ws(command, items=items, **values)
        counts = [await statements(kit, "change/undo"), await statements(kit, "change/undo", batch=await latest(kit))]
        await kit.ws("change/undo", batch=await latest(kit))
        return counts

    few, many = await there_and_back_again(workshop[:3]), await there_and_back_again(workshop)

    assert many <= few
    assert await kit.everything() == before


async def latest(kit: InventoryTestKit) -> str:
    """Return the batch that was done last."""
    return str((await kit.ws("change/list", limit=1))["batches"][0]["batch"])


async def test_one_that_was_changed_since_keeps_all_from_being_undone(
    kit: InventoryTestKit, workshop: list[str]
) -> None:
    """It is named, and nothing was touched; of those in a box that is full, too."""
    await kit.ws("items/update", items=workshop, fields={"notes": "Sharp"})
    edited = await latest(kit)
    await kit.ws("items/move", items=workshop[:5], to="Box")
    moved = await latest(kit)
    await kit.ws("item/update", item=workshop[7], notes="Blunt")
    await kit.ws("item/move", item=workshop[2], to="Home")
    before = await kit.tables()

    errors = [await kit.refused("change/undo", batch=batch) for batch in (edited, moved)]

    assert [error.placeholders["title"] for error in errors] == ["Screwdriver 7", "Screwdriver 2"]
    assert await kit.tables() == before


async def test_the_notice_is_small_and_the_statements_are_few(kit: InventoryTestKit, workshop: list[str]) -> None:
    """As many statements for twelve items as for three, and a notice of less than 2 KB."""
    await kit.given_location("Attic")
    few, many = [
        await statements(kit, "items/move", items=items, to=to)
        for items, to in ((workshop[:3], "Attic"), (workshop, "Garage"))
    ]
    watcher = await kit.watch()
    await kit.ws("items/remove", items=[*workshop, await kit.given_item("Hammer")])
    await watcher.next()
    notice = await watcher.next()
    await watcher.close()

    assert many <= few
    assert notice["truncated"]
    assert len(json.dumps(notice)) < 2000


async def test_a_large_batch_is_told_to_an_item_only_as_far_as_it_is_about_it(
    kit: InventoryTestKit, workshop: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole of it can still be asked for."""
    monkeypatch.setattr("custom_components.home_inventory.db.history._MANY", 5)
    batch = (await kit.ws("items/remove", items=workshop))["batch"]

    about_one = (await kit.ws("change/list", item=workshop[0]))["batches"][0]
    whole = (await kit.ws("change/list", batch=batch))["batches"][0]

    assert [change["id"] for change in about_one["changes"]] == [workshop[0]]
    assert len(whole["changes"]) == 12
