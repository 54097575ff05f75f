"""Labels for things and places: what gets one, how it looks, and the PDF."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
import zxingcpp
from homeassistant.core_config import async_process_ha_core_config

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant
    from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

    from tests.kit import InventoryTestKit

DOTS_PER_MM = 12


@pytest.fixture
async def household(kit: InventoryTestKit) -> InventoryTestKit:
    """Return a household with a garage, a shelf and a box with two slots in it, and three items."""
    await kit.given_location("Garage")
    await kit.given_location("Shelf 2", parent="Garage")
    await kit.given_location("Box 7", parent="Shelf 2", kind="box")
    await kit.ws("location/add", name="1", parent="Box 7", kind="slot")
    await kit.given_item("Drill", location="Shelf 2")
    await kit.given_item("Screws", location="Box 7")
    await kit.given_item("Lamp")
    return kit


async def texts_of(kit: InventoryTestKit, **order: Any) -> list[list[str]]:
    """Return the lines on each label of the first page."""
    preview = await kit.ws("label_sheet/preview", **order)
    return [[line["text"] for line in drawing["lines"]] for drawing in preview["drawings"]]


async def test_a_label_has_the_code_the_name_and_the_place(household: InventoryTestKit) -> None:
    """The only site is everywhere: it does not stand on labels."""
    drill, box = await household.item("Drill"), await household.location("Box 7")

    labels = await texts_of(household, items=["Drill"], locations=["Box 7"])

    assert labels == [
        [box["code"], "Box 7", "Garage \u203a Shelf 2"],
        [drill["code"], "Drill", "Garage \u203a Shelf 2"],
    ]


async def test_a_place_is_printed_with_everything_inside(household: InventoryTestKit) -> None:
    """Places first; a slot is read off its box."""
    labels = await texts_of(household, everything_in="Garage", show=["name"])

    assert labels == [["Garage"], ["Shelf 2"], ["Box 7"], ["Drill"], ["Screws"]]


async def test_a_filter_is_printed_as_a_whole(household: InventoryTestKit) -> None:
    """Each twice, if that is wanted; nothing is printed twice for being meant in two ways."""
    labels = await texts_of(household, items=["Drill"], filter={"query": "drill"}, show=["name"], copies=2)

    assert labels == [["Drill"], ["Drill"]]


async def test_a_part_used_sheet_is_used_up(household: InventoryTestKit) -> None:
    """The first label goes where the first free one is, and the rest onto the next page."""
    order = {"everything_in": "Garage", "layout": "avery_l7160", "start": 19}

    first = await household.ws("label_sheet/preview", **order)
    second = await household.ws("label_sheet/preview", **order, page=2)

    assert (first["labels"], first["pages"], len(first["drawings"]), len(second["drawings"])) == (5, 2, 3, 2)
    assert [(drawing["x"], drawing["y"]) for drawing in first["drawings"]] == [
        (7.21, 243.75),
        (73.25, 243.75),
        (139.29, 243.75),
    ]
    assert (second["drawings"][0]["x"], second["drawings"][0]["y"]) == (7.21, 15.15)


async def test_what_can_not_be_printed_is_named(household: InventoryTestKit) -> None:
    """The code can always be printed."""
    code = (await household.item(await household.given_item("日本 Box 🎄")))["code"]

    preview = await household.ws("label_sheet/preview", items=[code], show=["name"])

    assert preview["unprintable"] == ["日", "本", "🎄"]
    assert [line["text"] for line in preview["drawings"][0]["lines"]] == ["Box"]


async def test_a_long_name_gets_smaller_and_is_cut_at_last(household: InventoryTestKit) -> None:
    """Nothing leaves the label."""
    await household.given_item("Christmas decoration for the living room and the hall, " * 4)
    order = {"filter": {"query": "Christmas"}, "layout": "avery_l4731"}

    preview = await household.ws("label_sheet/preview", **order)

    lines = preview["drawings"][0]["lines"]
    assert lines[-1]["text"].endswith("…")
    assert all(line["x"] + line["width"] <= 25.4 and 0 < line["y"] <= 10 for line in lines)


@pytest.mark.parametrize(
    ("order", "code"),
    [
        ({}, "nothing_to_print"),
        ({"filter": {"query": "Screws", "low_stock": True}}, "nothing_to_print"),
        ({"filter": {"colour": "red"}}, "invalid_value"),
        ({"filter": "low stock"}, "invalid_value"),
        ({"items": ["Moon"]}, "item_not_found"),
        ({"locations": ["Moon"]}, "location_not_found"),
        ({"items": ["Drill"], "layout": "none"}, "invalid_value"),
        ({"items": ["Drill"], "start": 22}, "invalid_value"),
        ({"items": ["Drill"], "show": ["price"]}, "invalid_value"),
        ({"items": ["Drill"], "custom": {"page_width": 100}}, "required_value"),
        ({"items": ["Drill"], "custom": "A4"}, "invalid_value"),
    ],
)
async def test_what_can_not_be_printed_is_refused(
    household: InventoryTestKit, order: dict[str, Any], code: str
) -> None:
    """Before anything is made."""
    assert (await household.refused("label_sheet/print", **order)).code == code


@pytest.mark.parametrize(
    ("measures", "direction"),
    [
        ({"columns": 3, "label_width": 40}, "width"),
        ({"rows": 4, "pitch_y": 60}, "height"),
        ({"columns": 2, "pitch_x": 20}, "width"),
    ],
)
async def test_labels_of_an_own_layout_have_to_fit(
    household: InventoryTestKit, measures: dict[str, float], direction: str
) -> None:
    """Onto the page, and beside each other."""
    custom = {"page_width": 100, "page_height": 200, "label_width": 30, "label_height": 50} | measures

    error = await household.refused("label_sheet/preview", items=["Drill"], custom=custom)

    assert (error.code, error.placeholders["direction"]) == ("layout_mismatch", direction)


async def test_more_labels_than_anybody_prints_are_refused(household: InventoryTestKit) -> None:
    """The error says how many it would be."""
    await household.ws_at_once("item/add", [{"name": f"Thing {number}"} for number in range(21)])

    error = await household.refused("label_sheet/print", filter={"query": "thing"}, copies=100)

    assert (error.code, error.placeholders) == ("too_many_labels", {"labels": "2100", "limit": "2000"})


async def test_the_pdf_can_be_read_by_a_scanner(
    hass: HomeAssistant, household: InventoryTestKit, hass_client_no_auth: ClientSessionGenerator
) -> None:
    """Through its signed link; each label is where the maker says, and leads to its thing."""
    await async_process_ha_core_config(hass, {"external_url": "https://home.example.org"})
    codes = [(await household.item(name))["code"] for name in ("Drill", "Screws", "Lamp")]
    done = await household.action("print_labels", items=codes, layout="avery_l7160", start=2)
    client = await hass_client_no_auth()

    answer = await client.get(done["path"])

    assert (answer.status, answer.content_type) == (200, "application/pdf")
    assert done["url"] == f"https://home.example.org{done['path']}"
    page = pypdfium2.PdfDocument(io.BytesIO(await answer.read()))[0]
    assert [round(side / 72 * 25.4, 1) for side in page.get_size()] == [210, 297]
    picture = page.render(scale=DOTS_PER_MM * 25.4 / 72).to_pil().convert("L")
    found = sorted(
        zxingcpp.read_barcodes(picture), key=lambda code: (code.position.top_left.y // 99, code.position.top_left.x)
    )
    assert [code.text for code in found] == [f"https://home.example.org/home-inventory/code/{code}" for code in codes]
    corners = [(code.position.top_left.x / DOTS_PER_MM, code.position.top_left.y / DOTS_PER_MM) for code in found]
    preview = await household.ws("label_sheet/preview", items=codes, layout="avery_l7160", start=2)
    drawn = [(label["x"] + label["qr"]["x"], label["y"] + label["qr"]["y"]) for label in preview["drawings"]]
    assert [pytest.approx(corner, abs=0.2) for corner in drawn] == corners


async def test_a_link_that_was_not_signed_leads_nowhere(
    household: InventoryTestKit, hass_client_no_auth: ClientSessionGenerator
) -> None:
    """What people own is nobody else's business."""
    path = (await household.ws("label_sheet/print", items=["Drill"]))["path"]
    client = await hass_client_no_auth()

    assert (await client.get(path.partition("?")[0])).status == 401


async def test_labels_that_were_ordered_long_ago_are_forgotten(
    household: InventoryTestKit, hass_client: ClientSessionGenerator
) -> None:
    """The link says so."""
    first = (await household.ws("label_sheet/print", items=["Drill"]))["path"]
    await household.ws_at_once("label_sheet/print", [{"items": ["Drill"]}] * 20)
    client = await hass_client()

    assert (await client.get(first)).status == 404


async def test_a_home_without_an_address_prints_what_the_app_opens(household: InventoryTestKit) -> None:
    """And the panel shows the same code."""
    code = (await household.item("Drill"))["code"]

    qr = await household.ws("code/qr", code=code.lower())

    assert qr["text"].endswith(f"/home-inventory/code/{code}")
    assert qr["path"].startswith("M0 0h7v1h-7z")
