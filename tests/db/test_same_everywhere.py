"""What databases see differently when they are left to themselves: letters, orders, long values, moments.

Run on SQLite here, and on MariaDB and PostgreSQL by `script/test servers`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from custom_components.home_inventory.db import items, stock
from custom_components.home_inventory.domain.actor import SYSTEM
from custom_components.home_inventory.domain.text import name_key

if TYPE_CHECKING:
    from datetime import datetime

    from custom_components.home_inventory.db.work import Work
    from tests.kit import InventoryTestKit

NAMES = [
    *("zebra", "Øre", "Ärger", "Arges", "straße", "Strasse 2", "\U0001f528\U0001f3fd", "\U0001f527", "\U0001f528"),
    *("日本", "спички", "2 Boxes", "10 Boxes", "1 Box", "1-Box", "ﬁ", "_", "ωmega", "I", "ı"),  # noqa: RUF001 - a letter of its own
]
ONE_NAME = [
    ("Ärger", "ARGER"),
    ("ärger", "A\u0308RGER"),
    ("straße", "STRASSE"),
    ("STRASSE", "straße"),
    ("ﬁle", "FILE"),
    ("Öl  Kanne", "ol kanne"),
    ("İstanbul", "istanbul"),
    ("\U0001f528 Hammer", "\U0001f528 HAMMER"),
]
TWO_NAMES = [
    ("\U0001f527", "\U0001f528"),
    ("\U0001f528", "\U0001f528\U0001f3fd"),
    ("Box", "Box_"),
    ("Box", "Box%"),
    ("ab", "a b"),
    ("æ", "ae"),
]


async def test_names_have_one_order(kit: InventoryTestKit) -> None:
    """That of their keys, sign by sign, whatever language the database sorts by."""
    for name in NAMES:
        await kit.given_item(name)

    up, down = await kit.names(sort="name"), await kit.names(sort="-name")

    assert up == sorted(NAMES, key=name_key)
    assert down == up[::-1]


@pytest.mark.parametrize(("name", "spelling"), ONE_NAME)
async def test_case_and_accents_do_not_count(kit: InventoryTestKit, name: str, spelling: str) -> None:
    """For items that are looked for, places that are told apart and categories that are there already."""
    item = await kit.given_item(name, categories=[name])
    await kit.given_location(name)
    await kit.ws("item/update", item=item, categories=[spelling])

    assert (await kit.item(f" {spelling} "))["id"] == item
    assert (await kit.refused("location/add", name=f"{spelling} ", parent="Home")).code == "name_taken"
    assert (await kit.ws("category/list"))["total"] == 1


@pytest.mark.parametrize(("name", "other"), TWO_NAMES)
async def test_other_signs_count(kit: InventoryTestKit, name: str, other: str) -> None:
    """Also those that a database takes for one."""
    items_of = {each: await kit.given_item(each, categories=[each]) for each in (name, other)}
    places_of = {each: await kit.given_location(each) for each in (name, other)}

    assert {each: (await kit.item(each))["id"] for each in items_of} == items_of
    assert {each: (await kit.location(each))["id"] for each in places_of} == places_of
    assert (await kit.ws("category/list"))["total"] == 2


async def test_lots_are_told_apart_by_every_sign(kit: InventoryTestKit) -> None:
    """Case and accents are part of what a maker prints."""
    lots = [None, "a", "A", "ä", "a b", "\U0001f527", "\U0001f528"]
    milk = await kit.given_item("Milk", quantity=0)
    for lot in lots * 2:
        await kit.inventory._database.async_write(SYSTEM, stock.place, milk, "Milk", quantity=Decimal(1), lot=lot)

    found = await kit.inventory._database.async_read(items.get_item, milk)

    assert [(entry.lot, entry.quantity) for entry in found.stock] == [(lot, Decimal(2)) for lot in lots]


@pytest.mark.parametrize(
    "text",
    ["\U0001f528" * 4000, "ä\n\t'\"\\%_;--`$1:name" * 200 + ".", "\u200b\ufeff\U0010ffff"],
    ids=["long", "quotes", "rare"],
)
async def test_texts_come_back_as_they_were(kit: InventoryTestKit, text: str) -> None:
    """Long ones, with signs of four bytes, and with such as mean something to a database."""
    added = await kit.given_item("Drill", description=text, notes=text, custom={"text": text[:100]})

    item = await kit.item("Drill")

    assert (item["id"], item["description"], item["notes"], item["custom"]) == (added, text, text, {"text": text[:100]})


async def test_moments_keep_their_microseconds(kit: InventoryTestKit) -> None:
    """An item is as old as the use case that has made it."""
    drill = await kit.given_item("Drill")

    moment = await kit.inventory._database.async_write(SYSTEM, change_notes, drill)

    assert (await kit.inventory._database.async_read(items.get_item, drill)).updated_at == moment[0]


def change_notes(work: Work, item_id: str) -> datetime:
    """Change an item; return when."""
    items.update_item(work, item_id, {"notes": "x"})
    return work.now
