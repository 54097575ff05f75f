"""Places, loans, devices, sources, the search and the history on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit

    from .conftest import Terminal


@pytest.fixture
async def house(kit: InventoryTestKit) -> InventoryTestKit:
    """A garage with a shelf, and a drill on it."""
    await kit.given_location("Garage", kind="room")
    await kit.given_location("Shelf", parent="Garage")
    await kit.given_item("Drill", location="Shelf")
    return kit


async def test_places_are_a_tree(house: InventoryTestKit, inv: Terminal) -> None:
    codes = {place["name"]: place["code"] for place in (await inv.tells("locations", "list"))["locations"]}
    assert (await inv("locations", "list")).out.splitlines() == [
        f"Home  {codes['Home']}",
        f"└── Garage  {codes['Garage']}",
        f"    └── Shelf  {codes['Shelf']}  1",
    ]
    assert "Home / Garage / Shelf" in (await inv("locations", "list", "--table")).out


async def test_all_places_are_told_unless_asked_otherwise(
    house: InventoryTestKit, inv: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("home_inventory_cli.session.PAGE", 1)
    assert len((await inv.tells("locations", "list"))["locations"]) == 3
    assert len((await inv.tells("locations", "list", "-n", "2"))["locations"]) == 2
    assert [place["name"] for place in (await inv.tells("locations", "list", "Garage"))["locations"]] == ["Shelf"]


async def test_the_life_of_a_place(house: InventoryTestKit, inv: Terminal) -> None:
    added = (await inv.tells("locations", "add", "Box", "-i", "Shelf", "--kind", "box", "--capacity", "3"))["location"]
    assert (added["path"], added["capacity"]) == ("Home / Garage / Shelf / Box", 3)
    await inv.tells("locations", "update", "Box", "--name", "Blue box", "--clear", "capacity")
    assert (await inv.tells("locations", "move", "Blue box", "Garage"))["location"][
        "path"
    ] == "Home / Garage / Blue box"
    assert (await inv("locations", "show", "Blue box")).out.splitlines()[0].split() == ["Name", "Blue", "box"]
    refused = await inv("locations", "remove", "Shelf")
    assert (refused.code, refused.out) == (1, "")
    await inv.tells("locations", "remove", "Shelf", "--move-contents-to", "Blue box")
    assert await house.places_of("Drill") == {"Home / Garage / Blue box": 1}
    assert not (await inv.tells("locations", "restore", "Shelf"))["location"]["archived"]
    assert (await inv("locations", "move", "Shelf")).code == 2


async def test_things_are_lent_and_come_back(house: InventoryTestKit, inv: Terminal) -> None:
    said = await inv("loans", "lend", "Drill", "Anna", "--due", "2099-01-01")
    assert said.out.startswith("Drill (")
    assert "lent to Anna" in said.out
    assert "Anna until 2099-01-01" in (await inv("loans", "list")).out
    assert (await inv.tells("loans", "people"))["borrowers"] == [{"name": "Anna", "items": 1}]
    assert (await inv.tells("loans", "return", "Drill"))["item"]["loans"] == []
    assert (await inv("loans", "return", "Drill")).code == 1


async def test_one_search_finds_everything(house: InventoryTestKit, inv: Terminal) -> None:
    await house.until_indexed()
    said = await inv("search", "drlil")
    assert "Home / Garage / Shelf" in said.out
    assert "Did you mean: Drill" in said.err
    answer = await inv.tells("search", "-", "--type", "location", typed="shelf\n")
    assert [result["location"]["name"] for result in answer["results"]] == ["Shelf"]


async def test_what_has_happened_is_told_and_taken_back(house: InventoryTestKit, inv: Terminal) -> None:
    await inv.tells("items", "move", "Drill", "Garage")
    said = (await inv("history", "Drill", "-n", "1")).out.splitlines()
    assert "Drill moved from Home / Garage / Shelf to Home / Garage" in said[1]
    undone = await inv("undo")
    assert undone.out == "Taken back: Drill moved from Home / Garage / Shelf to Home / Garage\n"
    assert await house.places_of("Drill") == {"Home / Garage / Shelf": 1}

    imported = "name\n" + "".join(f"Cup {number}\n" for number in range(6))
    await inv("import", "-", "--yes", typed=imported)
    assert (await inv("undo")).out.endswith("; Cup 3 added; and 2 more\n")
    assert (await inv("undo", "01ARZ3NDEKTSV4RRFFQ69G5FAV")).code == 1


async def test_all_of_the_history_is_one_answer(
    house: InventoryTestKit, inv: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("home_inventory_cli.commands.history.PAGE", 1)
    answer = await inv.tells("history", "--all")
    assert answer["batches"] == (await house.ws("change/list", limit=1000))["batches"]
    assert answer["more"] is False
    assert (await inv("history", "--all", "-n", "2")).code == 2


async def test_devices_and_their_sources(house: InventoryTestKit, inv: Terminal) -> None:
    """As somebody sees them who has none, and who has one."""
    assert (await inv.tells("devices", "list"))["total"] == 0
    assert (await inv.tells("networks", "list"))["networks"] == []
    assert {source["kind"] for source in (await inv.tells("sources", "list"))["sources"]} == {"hass"}
    assert (await inv("sources", "list")).code == 0
    assert (await inv("devices", "show", "Moon")).code == 1
    assert (await inv("networks", "addresses", "Moon")).code == 1
    assert (await inv("sync", "Moon")).code == 1


async def test_the_inventory_about_itself(house: InventoryTestKit, inv: Terminal) -> None:
    assert await inv.tells("info") == await house.ws("info")
    assert ["Places", "3"] in [line.split() for line in (await inv("info")).out.splitlines()]
    assert (await inv("version")).out == "0.1.0\n"
