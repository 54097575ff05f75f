"""What somebody calls a thing or a place is turned into what is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit


@pytest.fixture
async def household(kit: InventoryTestKit) -> InventoryTestKit:
    """Return a household with two shelves of one name and two drills."""
    for place in ("Garage", "Attic"):
        await kit.given_location(place)
        await kit.given_location("Shelf 2", parent=place)
        await kit.given_item("Drill", location=f"{place} / Shelf 2")
    await kit.given_item("Öl-Kanne", location="Garage")
    return kit


async def test_an_item_is_meant_by_id_code_or_name(household: InventoryTestKit) -> None:
    """Case, accents and blanks do not matter."""
    can = (await household.ws("item/list", query="Kanne"))["items"][0]

    found = [
        (await household.item(reference))["id"]
        for reference in (can["id"], can["code"], can["code"].lower(), "Öl-Kanne", " ol-KANNE ", "ÖL-kanne")
    ]

    assert found == [can["id"]] * 6


async def test_a_place_is_meant_by_id_code_name_or_path(household: InventoryTestKit) -> None:
    """The outermost names of a path may be left out."""
    shelf = await household.location("Attic / Shelf 2")
    references = (
        *(shelf["id"], shelf["code"], shelf["code"].lower(), f" {shelf['code']} "),
        *("Home / Attic / Shelf 2", "attic/shelf 2", "ÁTTIC / SHELF  2", "/Home/Attic/Shelf 2/"),
    )

    found = {reference: (await household.location(reference))["id"] for reference in references}

    assert set(found.values()) == {shelf["id"]}


async def test_an_ambiguous_item_is_asked_about(household: InventoryTestKit) -> None:
    """The candidates tell where each of them is."""
    codes = {item["locations"][0]["path"]: item["code"] for item in (await household.ws("item/list"))["items"]}

    error = await household.refused("item/get", item="drill")

    assert (error.code, error.placeholders["reference"]) == ("item_ambiguous", "drill")
    assert set(error.placeholders["candidates"].removesuffix(")").split("), ")) == {
        f"Drill ({codes[path]}, {path}" for path in ("Home / Garage / Shelf 2", "Home / Attic / Shelf 2")
    }


async def test_an_ambiguous_place_is_asked_about(household: InventoryTestKit) -> None:
    """The candidates are paths."""
    error = await household.refused("item/move", item="Öl-Kanne", to="Shelf 2")

    assert error.code == "location_ambiguous"
    assert error.placeholders == {
        "reference": "Shelf 2",
        "candidates": "Home / Garage / Shelf 2, Home / Attic / Shelf 2",
    }


async def test_at_most_five_candidates_are_named(kit: InventoryTestKit) -> None:
    """However many there are."""
    await kit.ws_at_once("item/add", [{"name": "Screw"}] * 9)

    error = await kit.refused("item/get", item="Screw")

    assert error.placeholders["candidates"].count("Screw (") == 5


async def test_an_unknown_name_brings_suggestions(household: InventoryTestKit) -> None:
    """Names that are like it, or a dash."""
    errors = [
        await household.refused("item/get", item="Dril"),
        await household.refused("item/get", item="xylophone"),
        await household.refused("location/get", location="Garage / Shelf 3"),
        await household.refused("location/get", location="Cellar"),
        await household.refused("category/update", category="Tools", name="Tool"),
    ]

    assert [(error.code, error.placeholders) for error in errors] == [
        ("item_not_found", {"reference": "Dril", "candidates": "Drill, Drill"}),
        ("item_not_found", {"reference": "xylophone", "candidates": "-"}),
        (
            "location_not_found",
            {
                "reference": "Garage / Shelf 3",
                "candidates": "Home / Attic / Shelf 2, Home / Garage, Home / Garage / Shelf 2",
            },
        ),
        ("location_not_found", {"reference": "Cellar", "candidates": "-"}),
        ("category_not_found", {"reference": "Tools", "candidates": "-"}),
    ]


async def test_what_is_in_use_comes_before_what_is_archived(household: InventoryTestKit) -> None:
    """An archived namesake is no reason to ask; alone it is found."""
    for item in (await household.ws("item/list", location="Attic"))["items"]:
        await household.ws("item/remove", item=item["id"])
    await household.ws("location/remove", location="Attic / Shelf 2")

    drill = await household.item("Drill")
    shelf = await household.location("Shelf 2")
    await household.ws("item/remove", item=drill["id"], permanently=True)
    old = await household.item("Drill")

    assert (drill["archived"], shelf["path"], old["archived"]) == (False, "Home / Garage / Shelf 2", True)
    assert (await household.location("Attic / Shelf 2"))["archived"]


async def test_a_name_with_a_slash_is_a_name(kit: InventoryTestKit) -> None:
    """It is not taken for a path."""
    await kit.given_location("USB / HDMI")
    await kit.given_item("Cable", location="USB / HDMI", categories=["A/V"])

    assert await kit.places_of("Cable") == {"Home / USB / HDMI": 1}


async def test_an_item_that_was_renamed_is_found_by_its_new_name(household: InventoryTestKit) -> None:
    """Not by its old one."""
    await household.ws("item/update", item="Öl-Kanne", name="Oil can")

    assert (await household.item("oil CAN"))["name"] == "Oil can"
    assert (await household.refused("item/get", item="Öl-Kanne")).code == "item_not_found"
