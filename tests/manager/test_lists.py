"""Lists: filters, orders and pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from custom_components.home_inventory.db import lists

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit


@pytest.fixture
async def household(kit: InventoryTestKit) -> InventoryTestKit:
    """Return a household with things in a garage, on its shelf, and in the kitchen."""
    await kit.given_location("Garage")
    await kit.given_location("Shelf", parent="Garage")
    await kit.given_location("Kitchen")
    await kit.given_item("Drill", location="Garage", categories=["Tools / Power tools"], warranty_until="2028-01-01")
    await kit.given_item("batteries", location="Shelf", quantity=3, minimum_quantity=4, purchase_price=2)
    await kit.given_item("Äpfel", location="Kitchen", quantity=12, minimum_quantity=2, purchase_price=0.5)
    await kit.given_item("Saw", location="Shelf", categories=["Tools"], warranty_until="2027-01-01", purchase_price=30)
    await kit.given_item("Rag")
    await kit.ws("item/update", item="Drill", notes="touched last")
    return kit


NARROWED: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ["Äpfel", "batteries", "Drill", "Rag", "Saw"]),
    ({"location": "Home"}, ["Äpfel", "batteries", "Drill", "Saw"]),
    ({"location": "Garage"}, ["batteries", "Drill", "Saw"]),
    ({"location": "Garage / Shelf"}, ["batteries", "Saw"]),
    ({"categories": ["Tools"]}, ["Drill", "Saw"]),
    ({"categories": ["Power tools"]}, ["Drill"]),
    ({"categories": "Tools", "location": "Shelf"}, ["Saw"]),
    ({"low_stock": True}, ["batteries"]),
    ({"archived": True}, []),
    ({"query": "drill"}, ["Drill"]),
    ({"query": "garage", "sort": "name"}, ["batteries", "Drill", "Saw"]),
    ({"query": "tools", "sort": "-name"}, ["Saw", "Drill"]),
    ({"query": "tools", "low_stock": True}, []),
    ({"query": "xylophone"}, []),
    ({"query": ""}, ["Äpfel", "batteries", "Drill", "Rag", "Saw"]),
]
ORDERED = {
    None: ["Äpfel", "batteries", "Drill", "Rag", "Saw"],
    "relevance": ["Äpfel", "batteries", "Drill", "Rag", "Saw"],
    "name": ["Äpfel", "batteries", "Drill", "Rag", "Saw"],
    "-name": ["Saw", "Rag", "Drill", "batteries", "Äpfel"],
    "created": ["Drill", "batteries", "Äpfel", "Saw", "Rag"],
    "-created": ["Rag", "Saw", "Äpfel", "batteries", "Drill"],
    "updated": ["batteries", "Äpfel", "Saw", "Rag", "Drill"],
    "-updated": ["Drill", "Rag", "Saw", "Äpfel", "batteries"],
    "quantity": ["Äpfel", "batteries", "Drill", "Rag", "Saw"],
    "warranty": ["Saw", "Drill", "batteries", "Äpfel", "Rag"],
    "value": ["Saw", "batteries", "Äpfel", "Drill", "Rag"],
}
PAGES = {
    (2, 0): ["Äpfel", "batteries"],
    (2, 2): ["Drill", "Rag"],
    (2, 4): ["Saw"],
    (2, 6): [],
    (1000, 0): ["Äpfel", "batteries", "Drill", "Rag", "Saw"],
}


async def test_a_list_is_narrowed(household: InventoryTestKit) -> None:
    """By place and category with all that is inside, by stock and words."""
    lists = [await household.ws("item/list", **values) for values, _ in NARROWED]

    assert [[item["name"] for item in found["items"]] for found in lists] == [names for _, names in NARROWED]
    assert [found["total"] for found in lists] == [len(names) for _, names in NARROWED]


async def test_a_list_has_an_order(household: InventoryTestKit) -> None:
    """What has no date or price comes last."""
    assert {sort: await household.names(sort=sort) for sort in ORDERED} == ORDERED


async def test_a_list_has_pages(household: InventoryTestKit) -> None:
    """The total is that of the whole list."""
    pages = {cut: await household.ws("item/list", limit=cut[0], offset=cut[1]) for cut in PAGES}

    assert {cut: [item["name"] for item in page["items"]] for cut, page in pages.items()} == PAGES
    assert {page["total"] for page in pages.values()} == {5}


async def test_a_page_holds_50_unless_told_otherwise(kit: InventoryTestKit) -> None:
    """At most 1,000."""
    await kit.ws_at_once("item/add", [{"name": f"Screw {number}"} for number in range(60)])

    page = await kit.ws("item/list")

    assert (len(page["items"]), page["total"]) == (50, 60)
    assert len((await kit.ws("item/list", query="screw"))["items"]) == 50
    assert len((await kit.ws("change/list"))["batches"]) == 50


@pytest.mark.parametrize("command", ["item/list", "location/list", "category/list", "change/list"])
async def test_a_page_beyond_the_bounds_is_refused(kit: InventoryTestKit, command: str) -> None:
    """The error says what the bounds are."""
    errors = [
        (await kit.refused(command, **values)).placeholders
        for values in ({"limit": 0}, {"limit": 1001}, {"offset": -1})
    ]

    limit = {"field": "limit", "minimum": "1", "maximum": "1000"}
    assert errors == [limit, limit, {"field": "offset", "minimum": "0", "maximum": "1000000000"}]


async def test_hits_have_a_score_and_the_best_comes_first(household: InventoryTestKit) -> None:
    """Without a question there is none."""
    await household.given_item("Drill bits")

    hits = (await household.ws("item/list", query="drill bits"))["items"]
    listed = (await household.ws("item/list"))["items"]

    scores = [hit["score"] for hit in hits]
    assert [hit["name"] for hit in hits] == ["Drill bits", "Drill"]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    assert {item["score"] for item in listed} == {None}


async def test_a_search_of_more_hits_than_a_statement_takes_is_filtered_and_sorted(
    kit: InventoryTestKit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In portions; nothing is lost in between."""
    monkeypatch.setattr(lists, "_CHUNK", 4)
    await kit.ws_at_once("item/add", [{"name": f"Screw {number:02}"} for number in range(10)])
    await kit.ws("item/remove", item="Screw 08")

    page = await kit.ws("item/list", query="screw", sort="-name", limit=3, offset=1)

    assert [item["name"] for item in page["items"]] == ["Screw 07", "Screw 06", "Screw 05"]
    assert page["total"] == 9


async def test_locations_are_listed_by_path(household: InventoryTestKit) -> None:
    """All of them, or those directly inside one; numbers by their value."""
    await household.given_location("Shelf 10", parent="Garage")
    await household.given_location("Cabin", parent=None, kind="site")
    for number in (10, 9, 1):
        await household.given_location(str(number), parent="Shelf", kind="slot")

    everywhere = await household.ws("location/list")
    shelf = await household.ws("location/list", parent="Shelf")
    page = await household.ws("location/list", limit=2, offset=1)

    assert [place["path"] for place in everywhere["locations"]] == [
        *("Cabin", "Home", "Home / Garage", "Home / Garage / Shelf"),
        *(f"Home / Garage / Shelf / {number}" for number in (1, 9, 10)),
        *("Home / Garage / Shelf 10", "Home / Kitchen"),
    ]
    assert ([place["name"] for place in shelf["locations"]], shelf["total"]) == (["1", "9", "10"], 3)
    assert ([place["name"] for place in page["locations"]], page["total"]) == (["Home", "Garage"], 9)


async def test_a_location_counts_what_is_in_it(household: InventoryTestKit) -> None:
    """Items directly in it or in its slots, and the places in it; archived ones do not count."""
    await household.given_location("1", parent="Shelf", kind="slot")
    await household.given_item("Tape", location="Shelf / 1")
    await household.ws("item/remove", item="Saw")
    await household.given_location("Old box", parent="Garage")
    await household.ws("location/remove", location="Old box")

    garage, shelf = await household.location("Garage"), await household.location("Shelf")

    assert (garage["item_count"], garage["child_count"]) == (1, 1)
    assert (shelf["item_count"], shelf["child_count"]) == (2, 1)


async def test_categories_are_listed_by_path_with_their_counts(household: InventoryTestKit) -> None:
    """Items that hang directly on them."""
    listed = await household.ws("category/list")

    assert [(entry["path"], entry["item_count"]) for entry in listed["categories"]] == [
        ("Tools", 1),
        ("Tools / Power tools", 1),
    ]
    assert listed["total"] == 2


async def test_a_location_knows_what_is_around_it(household: InventoryTestKit) -> None:
    """From the outside in, without itself."""
    found = await household.ws("location/get", location="Shelf")

    assert [node["name"] for node in found["ancestors"]] == ["Home", "Garage"]
