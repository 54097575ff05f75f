"""Questions in the words of people, from the search box to the database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.helpers import label_registry as lr

if TYPE_CHECKING:
    from freezegun.api import FrozenDateTimeFactory

    from tests.kit import InventoryTestKit


@pytest.fixture
async def household(kit: InventoryTestKit, freezer: FrozenDateTimeFactory) -> InventoryTestKit:
    """Return a household with drills, batteries and a vase."""
    lr.async_get(kit.hass).async_create("Fragile")
    await kit.given_location("Garage")  # signs in before the clock is moved
    freezer.move_to("2026-11-20T12:00:00+00:00")
    await kit.given_location("Red box", parent="Garage", kind="box")
    await kit.given_location("Kitchen")
    await kit.given_location("Old shed")
    await kit.ws("location/remove", location="Old shed")
    await kit.given_item("Drill", location="Red box", vendor="IKEA", purchase_price=250, categories=["Tools"])
    await kit.given_item("Hand drill", location="Kitchen", warranty_until="2026-12-24", purchase_price=20)
    await kit.given_item("AA batteries", location="Kitchen", quantity=4, manufacturer="Varta")
    await kit.given_item("AAA batteries", location="Kitchen", quantity=40)
    await kit.given_item("Vase", labels=["Fragile"], warranty_until="2026-01-01")
    await kit.until_indexed()
    return kit


ASKED: list[tuple[str, set[str], list[str]]] = [
    ("drills in the garage", {"Drill"}, ["location"]),
    ("drills in the kitchen under warranty", {"Hand drill"}, ["location", "warranty_active"]),
    ("warranty ending this year", {"Hand drill", "Vase"}, ["warranty_between"]),
    ("AA batteries under 10", {"AA batteries"}, ["quantity_below"]),
    ("bought at Ikea", {"Drill"}, ["vendor"]),
    ("batteries made by varta", {"AA batteries"}, ["manufacturer"]),
    ("things without a place", {"Vase"}, ["unplaced"]),
    ("expired warranty", {"Vase"}, ["warranty_expired"]),
    ("drill over 200 euros", {"Drill"}, ["price_above"]),
    ("labelled fragile", {"Vase"}, ["label"]),
    ("in category tools", {"Drill"}, ["category"]),
    ("Bohrer in der Garage", {"Drill"}, ["location"]),
    ("drill in the old shed", {"Drill", "Hand drill"}, []),
]


async def test_a_question_narrows_the_list(household: InventoryTestKit) -> None:
    """The answer says what was understood."""
    answers = [(text, await household.ws("item/list", query=text)) for text, _, _ in ASKED]

    assert [
        (text, {item["name"] for item in found["items"]}, [chip["key"] for chip in found["chips"]])
        for text, found in answers
    ] == ASKED


async def test_the_answer_says_what_was_searched_for(household: InventoryTestKit) -> None:
    """The words, and each chip with its text and where that stands."""
    found = await household.ws("item/list", query="my drill  in the red box")

    assert (found["query"], found["words"]) == ("my drill in the red box", "drill")
    assert found["chips"] == [
        {
            "kind": "location",
            "key": "location",
            "placeholders": {"name": "Red box"},
            "text": "in the red box",
            "start": 9,
            "end": 23,
        }
    ]


async def test_a_chip_that_was_taken_away_counts_as_words(household: InventoryTestKit) -> None:
    """Whatever its case."""
    found = await household.ws("item/list", query="drill in the garage", keep_as_words=["In the garage"])

    assert (found["words"], found["chips"]) == ("drill in the garage", [])
    assert {item["name"] for item in found["items"]} >= {"Drill", "Hand drill"}


async def test_a_box_is_named_by_its_code(household: InventoryTestKit) -> None:
    """With the word for it, or in capitals."""
    code = (await household.location("Red box"))["code"]

    assert await household.names(query=f"in box {code.lower()}") == ["Drill"]
    assert await household.names(query=f"drill in {code}") == ["Drill"]


@pytest.mark.parametrize(
    ("values", "names"),
    [
        ({"query": "drills in the garage", "location": "Kitchen"}, []),
        ({"query": "drills in the garage", "location": "Red box"}, ["Drill"]),
        ({"query": "drills under 100 euros", "price_above": 10}, ["Hand drill"]),
        ({"query": "Schrauben ohne Platz", "language": "de"}, []),
        ({"query": "Dinge ohne Platz", "language": "de-AT"}, ["Vase"]),
        ({"query": "things without a place", "language": "tlh"}, ["Vase"]),
        ({"query": "in the kitchen", "sort": "-name"}, ["Hand drill", "AAA batteries", "AA batteries"]),
    ],
)
async def test_a_question_goes_with_other_filters(
    household: InventoryTestKit, values: dict[str, Any], names: list[str]
) -> None:
    """What fits both is listed."""
    assert await household.names(**values) == names


async def test_the_action_understands_the_same(household: InventoryTestKit) -> None:
    """With the same answer."""
    values = {"query": "batteries in the kitchen at least 10"}

    assert await household.action("search_items", **values) == await household.ws("item/list", **values)


async def test_a_new_place_is_a_name_at_once(household: InventoryTestKit) -> None:
    """And one that has another name now is known by that."""
    before = await household.ws("item/list", query="drill in the loft")
    await household.given_location("Attic")
    await household.ws("location/update", location="Attic", name="Loft")
    after = await household.ws("item/list", query="drill in the loft")

    assert (before["words"], after["words"]) == ("drill in the loft", "drill")
