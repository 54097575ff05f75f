"""Everything out: the complete export, written from one moment."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from tests.complete_kit import exported, live

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "export-format.schema.json").read_text())


@pytest.fixture
async def lived_in(kit: InventoryTestKit) -> InventoryTestKit:
    """Return a household in which a little of everything has happened."""
    await live(kit)
    return kit


async def test_it_is_as_it_is_described(lived_in: InventoryTestKit, tmp_path: Path) -> None:
    """A JSON that fits the schema, a record in each line."""
    content = await exported(lived_in, tmp_path / "all.json")
    found = json.loads(content)

    jsonschema.validate(found, SCHEMA, cls=jsonschema.Draft202012Validator)
    assert found["home_inventory"] == {"format": 1, "history": True}
    assert found["end"]["counts"] == {name: len(found[name]) for name in list(found)[1:-1]}
    assert len(content.splitlines()) == 2 + 2 * 7 + sum(found["end"]["counts"].values())
    assert all(found[name] for name in ("locations", "categories", "items", "devices", "codes", "batches", "changes"))


async def test_everything_is_in_it_exactly(lived_in: InventoryTestKit, tmp_path: Path) -> None:
    """Prices to the cent, who has what, and the codes of what is gone."""
    found = json.loads(await exported(lived_in, tmp_path / "all.json"))
    known = await lived_in.everything()
    drill = next(item for item in found["items"] if item["name"] == "Drill")

    assert {item["id"]: item["code"] for item in found["items"]} == {
        item["id"]: item["code"] for item in known["items"]
    }
    assert (drill["purchase_price"], drill["custom"]) == (
        "149.9", {"Watts": 750.5, "ö": "ü", "Insured": True, "n": 7},
    )  # fmt: skip
    assert [entry["quantity"] for entry in drill["stock"]] == ["3", "2"]
    assert (drill["loans"][0]["borrower"], drill["loans"][0]["quantity"]) == ("Anna", "1")
    cup = next(change for change in found["changes"] if change["title"] == "Broken cup")
    assert [cup["after"]["code"]] == [gone["code"] for gone in found["codes"]]
    codes = {record["code"] for name in ("items", "locations") for record in found[name]}
    assert codes.isdisjoint(gone["code"] for gone in found["codes"])
    assert len(codes) + len(found["codes"]) == len((await lived_in.tables())["home_inventory_codes"])


@pytest.mark.parametrize("history", [False, True])
async def test_twice_it_is_the_same(lived_in: InventoryTestKit, tmp_path: Path, history: bool) -> None:
    """Byte for byte; and with history it is what it is without, and more."""
    first, second = [await exported(lived_in, tmp_path / name, history=history) for name in ("a.json", "b.json")]

    assert first == second
    assert (b'"batches": [' in first) is history


async def test_an_empty_home_has_its_place(kit: InventoryTestKit, tmp_path: Path) -> None:
    """And every list is there."""
    found: dict[str, Any] = json.loads(await exported(kit, tmp_path / "all.json", history=False))

    assert [place["name"] for place in found["locations"]] == ["Home"]
    assert {name: found[name] for name in ("categories", "items", "devices", "codes")} == {
        "categories": [], "items": [], "devices": [], "codes": [],
    }  # fmt: skip
