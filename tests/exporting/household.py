"""A household with everything that a table could get wrong, and a look into the files that it exports."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit

FORMULA = "=cmd|' /C calc'!A0"


async def given_odd_things(kit: InventoryTestKit) -> None:
    """Names with separators, texts that spreadsheets run, several places and lots, numbers of the household's own."""
    await kit.given_location("Garage")
    await kit.given_location("Nuts / Bolts; Box: 3", parent="Garage")
    await kit.given_location("Cellar")
    await kit.ws(
        "item/add",
        name=FORMULA,
        location="Garage",
        quantity=2.5,
        unit="kg",
        description="-5 degrees\nand more",
        manufacturer="+Plus",
        serial_number="@007",
        notes="'=quoted already",
        purchase_price=1234.5,
        purchase_date="2024-02-29",
        warranty_until="2027-02-28",
        categories=["Tools", "AC\\DC; more"],
        aliases=["a; b", "Käse"],
        barcodes=["4006381333931", "1234"],
        custom={"Watts": 750, "Name": "taken", "-x": "=1", "Insured": True, "Text": "a\nb"},
        lifetime_warranty=False,
    )
    await kit.ws(
        "item/add", name="Milk", location="Cellar", quantity=4, unit="box", best_before="2027-01-31", lot="A;1"
    )
    await kit.ws("item/move", item="Milk", to="Nuts / Bolts; Box: 3", quantity=1)
    await kit.ws(
        "item/add", name="Beans", location="Nuts / Bolts; Box: 3", quantity=3, best_before="2027-01-31", lot="B"
    )
    await kit.ws("item/add", name="Nowhere", quantity=0, minimum_quantity=2)
    await kit.ws("item/add", name="Old radio", location="Cellar", purchase_price=0.1, currency="USD")
    await kit.ws("item/remove", item="Old radio")


async def exported(kit: InventoryTestKit, **order: Any) -> bytes:
    """Return the file that an export makes."""
    link = await kit.ws("export/make", **order)
    token = link["path"].split("/")[-2]
    found = kit.inventory.downloads.get(token)
    assert found is not None
    assert found.size == link["size"]
    return found.file.read_bytes()


def rows_of(content: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    """Return the rows of a table of text."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def sheet_of(content: bytes) -> Any:
    """Return the sheet of a workbook."""
    return load_workbook(io.BytesIO(content)).active


def in_folder(folder: Path) -> list[str]:
    """Return what is in a folder, if it is there."""
    return sorted(file.name for file in folder.iterdir()) if folder.exists() else []


def given_files(folder: Path, *names: str) -> None:
    """Put old files into a folder."""
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_text("old")


def given_file_in_the_way(folder: Path) -> None:
    """Put a file where there was a folder, with what is in it."""
    shutil.rmtree(folder)
    folder.write_text("in the way")


def clear_the_way(folder: Path) -> None:
    """Take the file away again."""
    folder.unlink()


def text_and_size(path: str) -> tuple[str, int]:
    """Return what is in a table of text, and how many bytes it has."""
    return Path(path).read_text("utf-8-sig"), Path(path).stat().st_size
