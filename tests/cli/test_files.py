"""What goes in and comes out on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.importing.files import GERMAN, HOMEBOX

if TYPE_CHECKING:
    from pathlib import Path

    from tests.kit import InventoryTestKit

    from .conftest import Terminal


@pytest.fixture
def homebox(tmp_path: Path) -> str:
    """A file of another program: three good rows, and one of a year that nobody means."""
    path = tmp_path / "homebox.csv"
    path.write_text(HOMEBOX)
    return str(path)


async def test_a_file_is_only_looked_at_first(kit: InventoryTestKit, inv: Terminal, homebox: str) -> None:
    """What it would do is shown; rows that can't be taken are told by the exit code."""
    said = await inv("import", homebox, "--dry-run")
    assert said.code == 5
    assert "HB.name" in said.out
    assert "3 new, 1 rejected" in said.out
    assert "09/30/0202" in said.out
    assert (await inv("import", homebox, "--dry-run", "--json")).json["answer"]["counts"]["new"] == 3
    assert await kit.names() == []


async def test_all_or_nothing(kit: InventoryTestKit, inv: Terminal, homebox: str) -> None:
    said = await inv("import", homebox, "--yes")
    assert said.code == 1
    assert "Nothing was changed" in said.err
    assert await kit.names() == []


async def test_what_is_good_is_taken_and_taken_back(kit: InventoryTestKit, inv: Terminal, homebox: str) -> None:
    """The same file once more changes nothing, and asks nothing."""
    said = await inv("import", homebox, "--partial", "--yes", "--json")
    assert (said.code, said.json["counts"]["new"], said.json["counts"]["rejected"]) == (5, 3, 1)
    assert await kit.names(archived=False) == ["Drill", "Drill bits"]
    again = await inv("import", homebox, "--partial")
    assert (again.code, "Nothing was changed" in again.err) == (5, True)
    assert (await inv("undo", said.json["batch"])).code == 0
    assert await kit.names() == []


async def test_nothing_is_taken_in_unasked(kit: InventoryTestKit, inv: Terminal, homebox: str) -> None:
    said = await inv("import", homebox, "--partial")
    assert (said.code, "--yes" in said.err) == (2, True)
    assert await kit.names() == []


async def test_columns_are_said_by_their_names(kit: InventoryTestKit, inv: Terminal) -> None:
    """The others hold what they seem to hold; over standard input, in the letters of Windows."""
    said = await inv(
        "import",
        "-",
        *("--map", "Regalfarbe=custom", "--map", "Hersteller="),
        *("--partial", "--yes"),
        typed=GERMAN.encode("cp1252"),
    )
    assert said.code == 5, said.err
    saw = await kit.item("Säge")
    assert (saw["custom"], saw["manufacturer"], saw["purchase_price"]) == ({"Regalfarbe": "grün"}, None, 1249.5)


async def test_a_file_that_names_nothing(kit: InventoryTestKit, inv: Terminal) -> None:
    """It is said which words there are for its columns."""
    said = await inv("import", "-", "--yes", typed="Xq;Wv\nSaw;Cellar\n")
    assert (said.code, "--map" in said.err, "serial_number" in said.out) == (1, True, True)
    said = await inv("import", "-", "--yes", "--map", "Xq=name", "--map", "Wv=location", typed="Xq;Wv\nSaw;Cellar\n")
    assert said.code == 0, said.err
    assert await kit.places_of("Saw") == {"Home / Cellar": 1}


@pytest.mark.parametrize(
    ("words", "typed", "code"),
    [
        (["nowhere.csv"], None, 2),
        (["-", "--map", "Name"], "Name\nSaw\n", 2),
        (["-", "--map", "Colour=name"], "Name\nSaw\n", 2),
        (["-", "--format", "grocery"], "Name\nSaw\n", 1),
        (["-"], "", 1),
        (["-"], "%PDF-1.7", 1),
    ],
)
async def test_what_is_no_table_is_refused(
    kit: InventoryTestKit, inv: Terminal, words: list[str], typed: str | None, code: int
) -> None:
    said = await inv("import", "--yes", *words, typed=typed)
    assert (said.code, said.err[:7]) == (code, "Error: ")
    assert await kit.names() == []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder."""
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def names_in(folder: Path) -> list[str]:
    """Return the names of files: nothing is left there half made."""
    return sorted(path.name for path in folder.iterdir())


async def test_a_list_goes_into_a_file_or_a_pipe(kit: InventoryTestKit, inv: Terminal, folder: Path) -> None:
    """The ending says what it is; a list that is taken in again brings nothing new."""
    await kit.given_location("Garage", kind="room")
    await kit.given_item("Drill", location="Garage")
    await kit.given_item("Lamp")
    said = await inv("export", "--columns", "code,name", "--headings", "keys", "--no-mark", "-l", "Garage")
    assert said.out.splitlines()[0] == "home_inventory_code,name"
    assert [line.partition(",")[2] for line in said.out.splitlines()[1:]] == ["Drill"]

    file = folder / "all.csv"
    assert (await inv("export", str(file))).code == 0
    again = await inv("import", str(file), "--json")
    assert (again.code, again.json["counts"]["unchanged"], again.json["batch"]) == (0, 2, None)
    assert names_in(folder) == ["all.csv"]


async def test_everything_goes_into_a_file(kit: InventoryTestKit, inv: Terminal, folder: Path) -> None:
    await kit.given_item("Drill")
    made = await inv.tells("export", str(folder / "home.json"), "--no-history")
    document = (folder / "home.json").read_bytes()
    assert len(document) == made["size"]
    assert b"Drill" in document
    assert (await inv("export", str(folder), "--format", "zip")).code == 0
    assert [name[-4:] for name in names_in(folder)] == [".zip", "json"]
    said = await inv("import", str(folder / "home.json"))
    assert (said.code, "A complete export (1 items" in said.out) == (0, True), said.err
    assert await kit.names() == ["Drill"]


async def test_a_report_is_made(kit: InventoryTestKit, inv: Terminal, folder: Path) -> None:
    await kit.given_item("Drill", purchase_price=100, categories=["Tools"])
    rule = ["--depreciation", "straight_line", "--years", "10", "--category-years", "Tools=5"]
    assert (await inv("report", "insurance", str(folder / "home.pdf"), *rule)).code == 0
    assert (folder / "home.pdf").read_bytes()[:5] == b"%PDF-"
    assert (await inv("report", "stock", str(folder / "stock.xlsx"), LANG="de_DE.UTF-8")).code == 0
    assert (folder / "stock.xlsx").read_bytes()[:2] == b"PK"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["export", "things.doc"], 2),
        (["export", "things.csv", "--folder", "/media"], 2),
        (["export", "--columns", "colour"], 1),
        (["export", "nowhere/things.csv"], 1),
        (["report", "horoscope"], 1),
        (["report", "insurance", "--category-years", "Tools"], 2),
    ],
)
async def test_what_can_not_be_made_is_said(inv: Terminal, words: list[str], code: int) -> None:
    said = await inv(*words)
    assert (said.code, said.out, said.err[:7]) == (code, "", "Error: ")
