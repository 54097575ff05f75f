"""Reports as a household asks for them: what is in the file that the link leads to."""

from __future__ import annotations

import io
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from openpyxl import load_workbook

from tests.domain.matching_kit import lan
from tests.pictures import a_picture
from tests.test_file_views import upload

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from homeassistant.core import HomeAssistant
    from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

    from tests.commands.sourced import SourcedHome
    from tests.kit import InventoryTestKit

    type Fetch = Callable[..., Awaitable[bytes]]


@pytest.fixture
async def fetch(kit: InventoryTestKit, hass_client_no_auth: ClientSessionGenerator) -> Fetch:
    """Return what makes a report and fetches it as a browser does that is not signed in."""
    browser = await hass_client_no_auth()

    async def make(report: str, **fields: Any) -> bytes:
        made = await kit.ws("report/make", report=report, **fields)
        answer = await browser.get(made["path"])
        assert answer.status == HTTPStatus.OK
        content = await answer.read()
        assert len(content) == made["size"]
        return content

    return make


@pytest.fixture
async def owned(kit: InventoryTestKit) -> InventoryTestKit:
    """Return a household with two houses and things of all kinds in them."""
    await kit.given_location("Kitchen")
    await kit.given_location("Shelf", parent="Kitchen", kind="furniture")
    await kit.ws("location/add", name="Cabin", kind="site")
    bought = {"purchase_date": "2024-03-15", "currency": "EUR"}
    await kit.given_item(
        "Television", location="Shelf", quantity=2, purchase_price=799, categories=["Electronics / TV"], **bought
    )
    await kit.given_item("Ring", location="Kitchen", purchase_price=500, categories=["Jewellery"], **bought)
    await kit.given_item("Radio", location="Shelf", purchase_price="20.10", currency="USD")
    await kit.given_item("Stove", location="Cabin", purchase_price=300, **bought)
    await kit.given_item("Chair")
    await kit.ws("item/move", item="Television", to="Cabin", quantity=1)
    return kit


def lines_of(content: bytes) -> list[dict[str, Any]]:
    """Return the lines of a workbook by the headings of their columns."""
    sheet = load_workbook(io.BytesIO(content)).worksheets[1]
    head, *rows = ([cell.value for cell in row] for row in sheet.iter_rows())
    return [dict(zip(head, row, strict=True)) for row in rows]


def summary_of(content: bytes) -> dict[Any, list[Any]]:
    """Return the first sheet of a workbook: what stands beside the first cell of each row, the last one of its name."""
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    return {
        row[0].value: [cell.value for cell in row[1:] if cell.value is not None] for row in sheet.iter_rows() if row
    }


async def test_a_line_is_what_is_at_one_place(owned: InventoryTestKit, fetch: Fetch) -> None:
    """In the order of places, what has none last; what has no price says so."""
    lines = lines_of(await fetch("insurance", format="xlsx", date="2026-11-22"))

    assert [(line["Place"], line["Item"], line["Quantity"], line["Purchase price"]) for line in lines] == [
        ("Cabin", "Stove", 1, 300),
        ("Cabin", "Television", 1, 799),
        ("Home / Kitchen", "Ring", 1, 500),
        ("Home / Kitchen / Shelf", "Radio", 1, 20.1),
        ("Home / Kitchen / Shelf", "Television", 1, 799),
        ("No place", "Chair", 1, "no price"),
    ]


async def test_values_follow_the_rule(owned: InventoryTestKit, fetch: Fetch) -> None:
    """The nearest category says over how many years, and 0 keeps the price."""
    rule = {"depreciation": "straight_line", "years": 8, "residual": 10}
    years = {"Electronics": 4, "Jewellery": 0}

    lines = lines_of(await fetch("insurance", format="xlsx", date="2026-11-22", **rule, category_years=years))

    values = {(line["Place"], line["Item"]): line["Current value"] for line in lines}
    assert values == {
        ("Cabin", "Stove"): 210,
        ("Cabin", "Television"): 319.6,
        ("Home / Kitchen", "Ring"): 500,
        ("Home / Kitchen / Shelf", "Radio"): 20.1,
        ("Home / Kitchen / Shelf", "Television"): 319.6,
        ("No place", "Chair"): None,
    }


async def test_the_home_has_what_has_no_place(owned: InventoryTestKit, fetch: Fetch) -> None:
    """And nothing of the other house, though some of the same item is there."""
    home = lines_of(await fetch("insurance", format="xlsx", location="Home"))
    cabin = lines_of(await fetch("insurance", format="xlsx", location="Cabin"))

    assert [line["Item"] for line in home] == ["Ring", "Radio", "Television", "Chair"]
    assert [(line["Item"], line["Quantity"]) for line in cabin] == [("Stove", 1), ("Television", 1)]


async def test_totals_are_by_room_and_by_category(owned: InventoryTestKit, fetch: Fetch) -> None:
    """What stands on a shelf belongs to its room; currencies are not added."""
    summary = summary_of(await fetch("insurance", format="xlsx"))

    assert summary["Home / Kitchen"] == [3, 1299, 1299]
    assert summary["Electronics / TV"] == [2, 1598, 1598]
    assert summary["Total"] == [20.1, 20.1]
    assert summary["Purchase price, in all"] == [20.1]
    assert summary["Without a price"] == [1]
    assert list(summary)[-3:] == ["Electronics / TV", "Jewellery", "No category"]


async def test_what_was_bought_later_is_left_out(owned: InventoryTestKit, fetch: Fetch) -> None:
    lines = lines_of(await fetch("insurance", format="xlsx", date="2024-03-14"))

    assert [line["Item"] for line in lines] == ["Radio", "Chair"]


async def test_a_filter_narrows_a_report(owned: InventoryTestKit, fetch: Fetch) -> None:
    """By the fields of the list; the first page says by which."""
    found = await fetch("insurance", format="xlsx", filter={"query": "television in the cabin"})
    dear = await fetch("insurance", format="xlsx", filter={"price_above": 400, "categories": ["Jewellery"]})

    assert [(line["Place"], line["Item"]) for line in lines_of(found)] == [("Cabin", "Television")]
    assert [line["Item"] for line in lines_of(dear)] == ["Ring"]
    assert summary_of(dear)["Narrowed by"] == ["price_above: 400 · categories: Jewellery"]


async def test_warranties_are_sorted_by_how_they_stand(kit: InventoryTestKit, fetch: Fetch) -> None:
    """The last day belongs to the warranty; what has none is counted only."""
    await kit.given_location("Attic")
    ends = {"Soon": "2026-11-22", "Later": "2026-12-23", "Long": "2030-01-01", "Over": "2026-11-21"}
    for name, day in ends.items():
        await kit.given_item(name, location="Attic", warranty_until=day)
    await kit.given_item("Pan", lifetime_warranty=True)
    await kit.given_item("Chair")

    content = await fetch("warranty", format="xlsx", date="2026-11-22", days=31)

    assert [(line["State"], line["Item"], line["Days left"]) for line in lines_of(content)] == [
        ("Ends within 31 days", "Soon", 0),
        ("Ends within 31 days", "Later", 31),
        ("Running", "Long", 1136),
        ("For life", "Pan", None),
        ("Ended", "Over", -1),
    ]
    leap = await fetch("warranty", format="xlsx", date="2028-02-29", days=1)
    assert [line["State"] for line in lines_of(leap)] == ["Running", "For life", "Ended", "Ended", "Ended"]
    summary = summary_of(content)
    assert (summary["Home / Attic"], summary["Without a known warranty"]) == ([2, 1, 0, 1], [1])


async def test_what_runs_low_comes_first(kit: InventoryTestKit, fetch: Fetch) -> None:
    """A line for each lot, the one to be used first before the others."""
    await kit.given_location("Cellar")
    await kit.given_item("Apples", location="Cellar", quantity=9)
    await kit.given_item("Milk", location="Cellar", quantity=2, best_before="2026-12-24", lot="B", minimum_quantity=6)
    await kit.ws("item/add", name="Milk", location="Cellar", quantity=1, best_before="2026-11-01", lot="A")

    content = await fetch("stock", format="xlsx", date="2026-11-22", filter={"location": "Cellar"})

    lines = [(line["State"], line["Item"], line["Quantity"], line["Lot"], line["Past"]) for line in lines_of(content)]
    assert lines[0][:4] == ("Below the minimum", "Milk", 2, "B")
    assert ("Enough", "Milk", 1, "A", "past") in lines
    assert summary_of(content)["Lots past their date"] == [1]


async def test_devices_are_listed_with_their_addresses(home: SourcedHome, fetch: Fetch) -> None:
    """House by house, with what they hang on; their state is that of today."""
    await home.bring(lan("00:17:88:00:00:09", "192.168.1.9", name="Lamp"), lan("00:17:88:00:00:0a", name="TV"))
    await home.kit.given_item("Lamp of mine")
    await home.kit.ws("device/adopt", device="Lamp", item="Lamp of mine")

    [lamp, tv] = lines_of(await fetch("devices", format="xlsx", location="Home"))

    assert (lamp["Device"], lamp["Hardware addresses"], lamp["House"]) == ("Lamp", "00:17:88:00:00:09", "Home")
    assert lamp["Addresses"] == "192.168.1.9"
    assert lamp["Item"].startswith("Lamp of mine (")
    assert (tv["Status"], tv["Network or source"]) == (lamp["Status"], lamp["Network or source"])
    assert (await home.kit.refused("report/make", report="devices", date="2026-01-01")).code == "invalid_value"


async def test_a_report_is_in_the_language_that_was_asked_for(
    hass: HomeAssistant, owned: InventoryTestKit, fetch: Fetch
) -> None:
    """Else in Home Assistant's; a page has the size that is used in its country."""
    hass.config.language, hass.config.country = "nl", "US"

    dutch = pypdfium2.PdfDocument(await fetch("insurance"))
    german = pypdfium2.PdfDocument(await fetch("insurance", language="de-CH"))

    assert "Verzekeringsrapport" in dutch[0].get_textpage().get_text_bounded()
    assert "Versicherungsbericht" in german[0].get_textpage().get_text_bounded()
    assert dutch.get_page_size(0) == (612, 792)


async def test_an_automation_gets_a_link(owned: InventoryTestKit) -> None:
    made = await owned.action("make_report", report="stock", format="xlsx")

    assert (made["report"], made["format"], made["entries"]) == ("stock", "xlsx", 6)
    assert made["name"].startswith("home-inventory-report-stock_")


@pytest.mark.parametrize(
    "fields",
    [
        {"report": "stock", "years": 5},
        {"report": "insurance", "days": 5},
        {"report": "insurance", "years": 5},
        {"report": "insurance", "depreciation": "none", "category_years": {"Jewellery": 1}},
        {"report": "devices", "filter": {"low_stock": True}},
    ],
)
async def test_what_means_nothing_for_a_report_is_refused(owned: InventoryTestKit, fields: dict[str, Any]) -> None:
    """So that nobody takes a report for something else than it is."""
    assert (await owned.refused("report/make", **fields)).code == "invalid_value"


async def test_what_is_too_much_for_a_report_is_refused(
    owned: InventoryTestKit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.home_inventory.manager.reports.MOST_ENTRIES", 5)

    error = await owned.refused("report/make", report="stock")

    assert (error.code, error.placeholders) == ("report_too_large", {"entries": "6", "limit": "5"})


async def test_the_photo_and_the_receipts_of_an_item_are_in_its_line(
    owned: InventoryTestKit, fetch: Fetch, hass_client: ClientSessionGenerator
) -> None:
    """The picture is the first photo; other papers are not named."""
    browser = await hass_client()
    picture = await upload(browser, a_picture("front"))
    paper = await upload(browser, b"paid", "invoice.txt")
    manual = await upload(browser, b"press here", "use.txt")
    for kind, kept, title in (
        ("photo", picture, "Front"),
        ("receipt", paper, "Invoice 2024"),
        ("manual", manual, "Usage"),
    ):
        await owned.ws("attachment/add", item="Ring", kind=kind, file=kept[1]["file"], title=title)

    pdf = pypdfium2.PdfDocument(await fetch("insurance", filter={"query": "Ring"}))

    text = pdf[1].get_textpage().get_text_bounded()
    assert ("Invoice 2024" in text, "Usage" in text) == (True, False)
    assert [found for found in pdf[1].get_objects() if isinstance(found, pypdfium2.PdfImage)]
