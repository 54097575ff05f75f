"""Items on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit

    from .conftest import Terminal


@pytest.fixture
async def garage(kit: InventoryTestKit) -> InventoryTestKit:
    """A garage with a drill and two lamps of one name."""
    await kit.given_location("Garage", kind="room")
    await kit.given_item("Drill", location="Garage", manufacturer="Bosch", custom={"Watts": "750"})
    await kit.given_item("Lamp", location="Garage", quantity=3)
    await kit.given_item("Lamp")
    return kit


async def test_a_list_is_what_the_command_answers(garage: InventoryTestKit, inv: Terminal) -> None:
    assert await inv.tells("items", "list", "-l", "Garage", "--sort", "name") == await garage.ws(
        "item/list", location="Garage", sort="name"
    )


async def test_a_person_sees_a_table_and_how_many_there_are(garage: InventoryTestKit, inv: Terminal) -> None:
    said = await inv("items", "list", "--sort", "name", "-n", "2", "--columns", "name,quantity,place")
    assert said.out.splitlines()[:3] == [
        "Name   Quantity  Place",
        "Drill         1  Home / Garage",
        "Lamp          3  Home / Garage",
    ]
    assert said.err == "2 of 3. --all shows all, --offset 2 goes on.\n"


async def test_filters_and_questions_go_together(garage: InventoryTestKit, inv: Terminal) -> None:
    found = await inv.tells("items", "list", "things", "in", "the", "garage", "--quantity-above", "2")
    assert [item["name"] for item in found["items"]] == ["Lamp"]
    assert [item["name"] for item in (await inv.tells("items", "list", "--unplaced"))["items"]] == ["Lamp"]
    assert (await inv.tells("items", "list", "--lent"))["total"] == 0
    assert (await inv.tells("items", "list", "--not-lent"))["total"] == 3


async def test_all_pages_are_one_answer(
    garage: InventoryTestKit, inv: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("home_inventory_cli.session.PAGE", 2)
    answer = await inv.tells("items", "list", "--all", "--sort", "name")
    assert [item["name"] for item in answer["items"]] == ["Drill", "Lamp", "Lamp"]
    assert answer["total"] == 3


async def test_an_item_is_added_with_all_that_is_known(garage: InventoryTestKit, inv: Terminal) -> None:
    words = [
        "-l",
        "Garage",
        "-q",
        "2.5",
        "--unit",
        "l",
        "--price",
        "9.99",
        "-c",
        "Tools / Oil",
        "--barcode",
        "4006381333931",
    ]
    answer = await inv.tells("items", "add", "Oil", *words, "--custom", "Grade=5W-30", "--alias", "Engine oil")
    item = answer["item"]
    assert (item["quantity"], item["unit"], item["purchase_price"], item["custom"]) == (
        2.5,
        "l",
        9.99,
        {"Grade": "5W-30"},
    )
    assert (item["barcodes"], item["aliases"], item["categories"][0]["path"]) == (
        ["4006381333931"],
        ["Engine oil"],
        "Tools / Oil",
    )


async def test_several_are_read_from_another_program(garage: InventoryTestKit, inv: Terminal) -> None:
    said = await inv("items", "add", "-", "-l", "Garage", typed="Saw\n\n  Hammer \n")
    assert said.code == 0
    assert [line.split(" (")[0] for line in said.out.splitlines()] == ["Saw", "Hammer"]
    assert await garage.places_of("Hammer") == {"Home / Garage": 1}


async def test_one_field_of_ones_own_is_changed_and_the_others_stay(garage: InventoryTestKit, inv: Terminal) -> None:
    await inv.tells("items", "update", "Drill", "--custom", "Volts=18", "--name", "Cordless drill")
    await inv.tells("items", "update", "Cordless drill", "--custom", "Watts=", "--clear", "manufacturer")
    item = await garage.item("Cordless drill")
    assert (item["custom"], item["manufacturer"]) == ({"Volts": "18"}, None)


async def test_the_life_of_an_item(garage: InventoryTestKit, inv: Terminal) -> None:
    await garage.given_location("Attic", kind="room")
    await inv.tells("items", "move", "Drill", "Attic")
    assert await garage.places_of("Drill") == {"Home / Attic": 1}
    assert (await inv.tells("items", "adjust", "Drill", "--by", "4"))["item"]["quantity"] == 5
    assert (await inv.tells("items", "adjust", "Drill", "--by=-2"))["item"]["quantity"] == 3
    assert (await inv.tells("items", "remove", "Drill"))["item"]["archived"]
    assert not (await inv.tells("items", "restore", "Drill"))["item"]["archived"]
    assert (await inv("items", "remove", "Drill", "--permanently", "--yes")).out.startswith("Drill (")
    assert (await garage.refused("item/get", item="Drill")).code == "item_not_found"


async def test_deleting_for_good_is_asked_about(garage: InventoryTestKit, inv: Terminal) -> None:
    """Where nobody can be asked, nothing is done."""
    said = await inv("items", "remove", "Drill", "--permanently")
    assert said.code == 2
    assert "--yes" in said.err
    assert not (await garage.item("Drill"))["archived"]


async def test_an_ambiguous_name_lists_what_may_be_meant(garage: InventoryTestKit, inv: Terminal) -> None:
    said = await inv("items", "show", "Lamp")
    assert (said.code, said.out) == (1, "")
    lamps = await garage.ws("item/list", query="lamp")
    placed = {
        item["code"]: "".join(f", {place['path']}" for place in item["locations"] if place["path"])
        for item in lamps["items"]
    }
    assert {line.strip() for line in said.err.splitlines()[1:]} == {f"Lamp ({code}{at})" for code, at in placed.items()}


async def test_everything_about_an_item_is_shown(garage: InventoryTestKit, inv: Terminal) -> None:
    await inv.tells("items", "update", "Drill", "--notes", "First line\nsecond", "--lifetime-warranty")
    lines = (await inv("items", "show", "drill")).out.splitlines()
    told = dict(line.split("  ", 1) for line in lines if "  " in line.strip())
    assert {told[name].strip() for name in ("Maker", "Warranty", "Watts", "Place")} == {
        "Bosch",
        "for life",
        "750",
        "Home / Garage",
    }


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["items", "adjust", "Drill"], "--by or --to"),
        (["items", "update", "Drill"], "what is to be changed"),
        (["items", "update", "Drill", "--custom", "Watts"], "NAME=VALUE"),
        (["items", "update", "Drill", "--notes", "x", "--clear", "notes"], "at once"),
        (["items", "list", "--columns", "colour"], "no column colour"),
        (["items", "list", "--all", "-n", "3"], "--all or --limit"),
        (["items", "add"], "NAME"),
        (["items", "list", "--limit", "many"], "--limit"),
    ],
)
async def test_what_makes_no_sense_is_said(
    garage: InventoryTestKit, inv: Terminal, words: list[str], hint: str
) -> None:
    """With the exit code of wrong usage, and nothing on standard output."""
    said = await inv(*words)
    assert (said.code, said.out) == (2, "")
    assert hint in said.err


async def test_names_do_nothing_to_the_terminal(kit: InventoryTestKit, inv: Terminal) -> None:
    """Neither signs that turn the direction of writing, nor the marks of tables."""
    await kit.given_item("Box [red]\N{RIGHT-TO-LEFT OVERRIDE}gpj.exe")
    assert "Box [red]\N{REPLACEMENT CHARACTER}gpj.exe" in (await inv("items", "list")).out
