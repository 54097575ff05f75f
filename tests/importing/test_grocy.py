"""A pantry comes over from Grocy: every batch with its date and place, and a list of what has no place here."""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING, Any

import pytest

from .files import in_base64, zipped
from .grocy_files import as_archive, as_texts, batch, pantry

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit


async def _item(kit: InventoryTestKit, name: str) -> dict[str, Any]:
    """Return an item in full."""
    return (await kit.ws("item/get", item=name))["item"]  # type: ignore[no-any-return]


def _lots(item: dict[str, Any]) -> set[tuple[str, float, str | None, str | None]]:
    """Return where how much of an item is, until when and of which lot."""
    return {(each["path"], each["quantity"], each["best_before"], each["lot"]) for each in item["locations"]}


FORMS = {
    "archive": as_archive(pantry()),
    "one file": json.dumps(pantry()).encode(),
    "by address": json.dumps({"api": {"objects": as_texts(pantry())}}).encode(),
    "texts": as_archive(as_texts(pantry())),
}


@pytest.mark.parametrize("content", FORMS.values(), ids=FORMS)
async def test_a_pantry_comes_over_whole(kit: InventoryTestKit, content: bytes) -> None:
    """Lots, prices, minimum, barcodes, groups, fields of the household, in the words of every version."""
    done = await kit.action("import_items", data=in_base64(content))
    milk = await _item(kit, "Oat milk")

    assert (done["format"], done["counts"]["new"], done["counts"]["rejected"]) == ("grocy", 7, 0)
    assert _lots(milk) == {
        ("Home / Pantry / cellar", 2, "2027-05-31", None), ("Home / Fridge", 1, "2027-03-31", "Barista"),
    }  # fmt: skip
    assert (milk["unit"], milk["minimum_quantity"], milk["description"]) == (
        "pack",
        4,
        "For coffee.\n- Shake it\n- Cool it",
    )
    assert (milk["purchase_price"], milk["purchase_date"], milk["vendor"]) == (2.29, "2024-04-02", "Market")
    assert milk["barcodes"] == ["4001234567890", "4001234567906"]
    assert [each["path"] for each in milk["categories"]] == ["Drinks"]
    assert milk["custom"] == {
        "Grocy reference": "products/1", "Variant of": "Milk", "Usually good for (days)": "90", "Calories per unit": "450",
        "On the shopping list": "2 Only on Fridays", "Contains": "gluten",
    }  # fmt: skip
    flour, peas = await _item(kit, "Flour"), await _item(kit, "Peas")
    assert (flour["unit"], flour["quantity"], flour["purchase_price"]) == ("kg", 1.235, 0.9)
    assert flour["custom"] == {"Grocy reference": "products/2", "Tare weight": "0.25", "Exact price": "0.899375"}
    assert [each["path"] for each in flour["categories"]] == ["Baking; sweets"]
    assert (peas["unit"], peas["quantity"], peas["purchase_price"]) == (None, 2, None)
    assert (await _item(kit, "Old spice"))["archived"]
    assert _lots(await _item(kit, "Milk")) == {("Home / Pantry / cellar", 0, None, None)}


async def test_things_and_places_come_over(kit: InventoryTestKit) -> None:
    """Batteries and equipment are things; of a freezer it is said that it is one."""
    await kit.action("import_items", data=in_base64(as_archive(pantry())))
    battery, maker = await _item(kit, "Remote control"), await _item(kit, "Coffee maker")
    places = {each["name"]: each["description"] for each in (await kit.ws("location/list"))["locations"]}

    assert battery["custom"] == {
        "Grocy reference": "batteries/1", "Used in": "Living room", "Charge every (days)": "180",
    }  # fmt: skip
    assert (battery["quantity"], maker["description"]) == (1, "Descale & rinse")
    assert {each["path"] for item in (battery, maker) for each in item["categories"]} == {"Batteries", "Equipment"}
    assert (places["Chest"], places["Pantry / cellar"]) == ("Freezer", "Left of the stairs")


async def test_what_has_no_place_here_is_told(kit: InventoryTestKit) -> None:
    """Thing by thing, in the words of Grocy."""
    done = await kit.action("import_items", data=in_base64(as_archive(pantry())), dry_run=True)

    assert [(each["line"], each["name"], each["placeholders"]["what"]) for each in done["remarks"]] == [
        (1, "Oat milk", "picture oat-milk.jpg"),
        (1, "Oat milk", "barcode 4001234567906: amount 6"),
        (1, "Oat milk", "price 1.99, bought 2024-03-01"),
        (1, "Oat milk", "opened: 1 pack 2024-04-05"),
        (3, "Flour", "amount 1.2345, kept as 1.235"),
        (4, "Old spice", "minimum stock 1.5, kept as 2"),
        (6, "Peas", "amount 1.5, kept as 2"),
        (8, "Coffee maker", "manual brew.pdf"),
        (9, "Flowers", "on a shopping list"),
        (10, "Pancakes", "recipe"),
        (11, "Clean the fridge", "chore"),
    ]


async def test_the_second_time_nothing_changes_and_undo_takes_all_back(kit: InventoryTestKit) -> None:
    """One batch the first time, none the second."""
    before = await kit.everything()
    first = await kit.ws("import/apply", data=in_base64(FORMS["archive"]))
    after = await kit.tables()

    again = await kit.ws("import/apply", data=in_base64(FORMS["texts"]))

    assert (again["batch"], again["counts"]["unchanged"]) == (None, first["counts"]["new"])
    assert await kit.tables() == after
    await kit.ws("change/undo", batch=first["batch"])
    assert await kit.everything() == before


async def test_what_was_eaten_and_bought_since_is_changed(kit: InventoryTestKit) -> None:
    """The lots are what they are there now; a new name is the same thing."""
    await kit.ws("import/apply", data=in_base64(as_archive(pantry())))
    objects = pantry()
    objects["products"][0]["name"] = "Oat drink"
    objects["stock"] = [
        batch(9, 1, 5, best_before_date="2028-01-01", location_id=3, price=2.29, purchased_date="2024-05-01")
    ]

    done = await kit.ws("import/apply", data=in_base64(as_archive(objects)))
    milk = await _item(kit, "Oat drink")

    assert (done["counts"]["new"], done["counts"]["updated"]) == (0, 3)
    assert (_lots(milk), milk["purchase_date"]) == ({("Home / Fridge", 5, "2028-01-01", None)}, "2024-05-01")
    assert _lots(await _item(kit, "Peas")) == {("Home / Chest", 0, "2028-01-01", None)}


async def test_the_overview_of_the_stock_is_enough(kit: InventoryTestKit) -> None:
    """The answer of /api/stock has the products inside, though not their batches."""
    objects = pantry()
    overview = [
        {
            "product_id": 1, "amount": 3, "amount_aggregated": 3, "value": 6.27, "best_before_date": "2027-03-31",
            "amount_opened": 1, "amount_opened_aggregated": 1, "is_aggregated_amount": 0, "due_type": 1,
            "product": objects["products"][0],
        }
    ]  # fmt: skip

    done = await kit.ws("import/apply", content=json.dumps(overview))

    assert (done["format"], done["counts"]["new"]) == ("grocy", 1)
    assert (await _item(kit, "Oat milk"))["quantity"] == 3


def broken(**changes: Any) -> bytes:
    """Return a pantry in which something is not as Grocy writes it."""
    objects: dict[str, Any] = pantry()
    objects["stock"][0] |= changes.pop("stock", {})
    objects["products"][0] |= changes.pop("product", {})
    return as_archive(objects | changes)


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        (broken(product={"name": None}), ["required_value"]),
        (broken(product={"name": ["Milk"]}), ["required_value"]),
        (broken(product={"name": "Mi\x00lk"}), ["invalid_value"]),
        (broken(product={"min_stock_amount": 10**30}), ["value_out_of_range"]),
        (broken(product={"min_stock_amount": "many"}), ["invalid_value"]),
        (broken(product={"userfields": {"allergens": "x" * 5000}}), ["value_too_long"]),
        (broken(stock={"amount": 1e300}), ["value_out_of_range"]),
        (broken(stock={"amount": -1}), ["value_out_of_range"]),
        (broken(stock={"best_before_date": "31.31.2024"}), ["import_date"]),
        (broken(stock={"location_id": {"id": 1}, "product_id": [1]}), []),
        (broken(locations={"1": "Pantry"}, userfields="none", quantity_units=[1, None, "Pack"]), []),
    ],
    ids=itertools.count(),
)
async def test_what_is_not_as_grocy_writes_it_is_named(kit: InventoryTestKit, content: bytes, codes: list[str]) -> None:
    """With its number; the others come."""
    done = await kit.ws("import/apply", data=in_base64(content), partial=True)

    assert [each["code"] for each in done["rejected"]] == codes
    assert (await _item(kit, "Flour"))["name"] == "Flour"


WITHOUT_STOCK = {name: answer for name, answer in pantry().items() if name != "stock"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (as_archive(WITHOUT_STOCK), "import_part_missing"),
        (json.dumps(pantry()["stock"]).encode(), "import_part_missing"),
        (FORMS["archive"][:2000], "import_unreadable"),
        (FORMS["one file"][:2000], "import_unreadable"),
        (zipped({"products.json": b'[{"id": 1, "qu_id_stock": '}), "import_unreadable"),
    ],
    ids=itertools.count(),
)
async def test_half_a_pantry_is_refused(kit: InventoryTestKit, content: bytes, code: str) -> None:
    """Without the batches everything would seem to be eaten up."""
    before = await kit.tables()

    assert (await kit.refused("import/apply", data=in_base64(content))).code == code
    assert await kit.tables() == before
