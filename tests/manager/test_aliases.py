"""Things that go by several names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit


@pytest.fixture
async def household(kit: InventoryTestKit) -> InventoryTestKit:
    """Return a household with a screwdriver that nobody calls by its name."""
    await kit.given_location("Garage")
    await kit.given_item("Bosch IXO", location="Garage", aliases=["Akkuschrauber", "the blue thing"])
    return kit


async def aliases_of(kit: InventoryTestKit, name: str) -> list[str]:
    """Return the other names of an item."""
    aliases: list[str] = (await kit.item(name))["aliases"]
    return aliases


@pytest.mark.parametrize("reference", ["Akkuschrauber", "akkuSCHRAUBER", " the  blue thing "])
async def test_a_thing_is_meant_by_each_of_its_names(household: InventoryTestKit, reference: str) -> None:
    """Case, accents and blanks do not matter; over the websocket and in actions."""
    await household.ws("item/adjust", item=reference, by=1)
    answer = await household.action("get_item", item=reference)

    assert (answer["item"]["name"], answer["item"]["quantity"]) == ("Bosch IXO", 2)


async def test_what_is_called_so_comes_before_what_is_also_called_so(household: InventoryTestKit) -> None:
    """As long as it is in use."""
    other = await household.given_item("The blue thing")
    assert (await household.item("the blue thing"))["id"] == other

    await household.ws("item/remove", item=other)

    assert (await household.item("the blue thing"))["name"] == "Bosch IXO"


async def test_a_name_comes_before_a_code_in_small_letters(household: InventoryTestKit) -> None:
    """Another name too; in capitals it is a code."""
    code = (await household.item("Bosch IXO"))["code"]
    other = await household.given_item("Ladder", aliases=[code.lower()])

    assert (await household.item(code.lower()))["id"] == other
    assert (await household.item(code))["name"] == "Bosch IXO"


async def test_an_alias_that_two_things_share_is_asked_about(household: InventoryTestKit) -> None:
    """By their names."""
    await household.given_item("Makita DF", aliases=["AKKUSCHRAUBER"])

    error = await household.refused("item/get", item="Akkuschrauber")

    assert error.code == "item_ambiguous"
    assert [name in error.placeholders["candidates"] for name in ("Bosch IXO (", "Makita DF (")] == [True, True]


async def test_a_name_is_kept_once(household: InventoryTestKit) -> None:
    """Neither twice, nor beside the name itself."""
    await household.ws("item/update", item="Bosch IXO", aliases=["Öl", "  OL ", "bosch  ixo", "öl"])

    assert await aliases_of(household, "Bosch IXO") == ["Öl"]


async def test_a_thing_that_is_given_one_of_its_other_names_has_one_less(household: InventoryTestKit) -> None:
    """In one change, which is undone in one."""
    renamed = await household.ws("item/update", item="Bosch IXO", name="Akkuschrauber")
    assert renamed["item"]["aliases"] == ["the blue thing"]

    await household.ws("change/undo", batch=renamed["batch"])

    assert await aliases_of(household, "Bosch IXO") == ["Akkuschrauber", "the blue thing"]


async def test_an_alias_that_is_the_name_by_now_does_not_come_back(household: InventoryTestKit) -> None:
    """Undoing is refused, and nothing is changed."""
    taken = await household.ws("item/update", item="Bosch IXO", aliases=[])
    await household.ws("item/update", item="Bosch IXO", name="Akkuschrauber")

    error = await household.refused("change/undo", batch=taken["batch"])

    assert error.code == "undo_conflict"
    assert await aliases_of(household, "Akkuschrauber") == []


async def test_the_history_tells_what_they_were(household: InventoryTestKit) -> None:
    """Saying the same again is no change."""
    await household.ws("item/update", item="Bosch IXO", aliases=["Akkuschrauber", "the blue thing"])
    await household.ws("item/update", item="Bosch IXO", aliases=["gizmo"])

    change = (await household.changes(item="Bosch IXO"))[-1]

    assert change["before"] == {"aliases": ["Akkuschrauber", "the blue thing"]}
    assert change["after"] == {"aliases": ["gizmo"]}
    assert len(await household.changes(item="Bosch IXO")) == 3


@pytest.mark.parametrize("aliases", [["x" * 256], [str(number) for number in range(21)]], ids=["long", "many"])
async def test_names_have_their_measure(household: InventoryTestKit, aliases: list[str]) -> None:
    """The field is named."""
    error = await household.refused("item/update", item="Bosch IXO", aliases=aliases)

    assert (error.code, error.placeholders["field"]) == ("value_too_long", "aliases")


@pytest.mark.parametrize("query", ["Akkuschrauber", "akkuschraber", "blue thing"])
async def test_a_thing_is_found_by_its_other_names(household: InventoryTestKit, query: str) -> None:
    """From the moment when they are given, until they are taken away."""
    await household.given_item("Screws", notes="for the blue one", location="Garage")
    assert (await household.ws("item/list", query=query))["items"][0]["name"] == "Bosch IXO"

    await household.ws("item/update", item="Bosch IXO", aliases=None)

    assert "Bosch IXO" not in [item["name"] for item in (await household.ws("item/list", query=query))["items"]]


async def test_an_unknown_name_suggests_what_is_also_called_so(household: InventoryTestKit) -> None:
    """By the name that it has."""
    error = await household.refused("item/get", item="Akkuschraubr")

    assert "Bosch IXO" in error.placeholders.values()
