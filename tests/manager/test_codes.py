"""Whatever is scanned or typed leads to the thing, or says that nobody knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit


@pytest.fixture
async def household(kit: InventoryTestKit) -> InventoryTestKit:
    """Return a household with a box in the garage, a drill in it, and two kinds of milk with one barcode."""
    await kit.given_location("Garage")
    await kit.given_location("Box 7", parent="Garage")
    await kit.given_item("Drill", location="Box 7", barcodes=["036000291452"])
    await kit.given_item("Milk", barcodes=["4006381333931"])
    await kit.given_item("Oat milk", barcodes=["4006381333931"])
    return kit


async def test_a_label_leads_to_its_item_and_to_its_place(household: InventoryTestKit) -> None:
    """By the link on it, by its code, and by its code in small letters."""
    drill, box = await household.item("Drill"), await household.location("Box 7")
    link = "https://home.example.org/home-inventory/code/"
    texts = [f"{link}{drill['code']}", drill["code"], drill["code"].lower(), f"{link}{box['code']}", box["code"]]

    found = [await household.ws("code/find", text=text) for text in texts]

    assert [answer["kind"] for answer in found] == ["item"] * 3 + ["location"] * 2
    assert {answer["item"]["id"] for answer in found[:3]} == {drill["id"]}
    assert {(answer["location"]["id"], answer["location"]["path"]) for answer in found[3:]} == {
        (box["id"], "Home / Garage / Box 7")
    }


async def test_a_barcode_leads_to_its_item(household: InventoryTestKit) -> None:
    """A camera may read twelve digits as thirteen."""
    found = await household.ws("code/find", text="0036000291452")

    assert (found["kind"], found["item"]["name"]) == ("item", "Drill")


async def test_a_barcode_of_several_items_leads_to_all_of_them(household: InventoryTestKit) -> None:
    """Somebody has to say which is meant."""
    found = await household.ws("code/find", text="4006381333931")

    assert (found["kind"], found["item"]) == ("items", None)
    assert sorted(item["name"] for item in found["items"]) == ["Milk", "Oat milk"]


async def test_items_in_use_come_before_archived_ones(household: InventoryTestKit) -> None:
    """Of two with one barcode, the one that is there is meant."""
    await household.ws("item/remove", item="Oat milk")

    assert (await household.ws("code/find", text="4006381333931"))["item"]["name"] == "Milk"


async def test_a_name_leads_to_what_is_called_so(household: InventoryTestKit) -> None:
    """Typing does the same as scanning."""
    found = [await household.ws("code/find", text=text) for text in ("drill", "garage / box 7")]

    assert [answer["kind"] for answer in found] == ["item", "location"]


async def test_a_name_of_several_items_is_asked_about(household: InventoryTestKit) -> None:
    """The candidates have their codes."""
    second = await household.given_item("Drill")

    error = await household.refused("code/find", text="drill")

    assert error.code == "item_ambiguous"
    assert (await household.item(second))["code"] in error.placeholders["candidates"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("5901234123457", "barcode"),
        ("Moon", "unknown"),
        ("https://example.org/", "unknown"),
        ("https://example.org/home-inventory/code/QQQQ", "unknown"),
    ],
)
async def test_what_nobody_knows_is_said_to_be_unknown(household: InventoryTestKit, text: str, kind: str) -> None:
    """Only what looks like a barcode can be one of a new item."""
    found = await household.ws("code/find", text=text)

    assert (found["kind"], found["item"], found["location"], found["items"]) == (kind, None, None, [])
