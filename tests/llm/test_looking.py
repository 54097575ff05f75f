"""What a model can find out."""

from __future__ import annotations

import json

from tests.commands.sourced import SourcedHome
from tests.domain.matching_kit import LAMP, TV, lan


async def test_filters_may_be_said_with_the_words(ask, household):
    await household.given_item("AAA batteries", quantity=4)
    result = await ask("find_item", query="batteries under 10")
    assert [item["name"] for item in result.data["items"]] == ["AAA batteries"]
    assert result.data["understood"] == ["under 10: quantity_below 10"]


async def test_a_place_in_the_question_narrows_it(ask, household):
    await household.given_item("Hand drill", location="Kitchen")
    result = await ask("find_item", query="drills in the garage")
    assert [item["name"] for item in result.data["items"]] == ["Cordless drill"]


async def test_a_place_is_found_by_its_name(ask, household):
    result = await ask("find_item", query="where is shelf 2")
    code = (await household.location("Shelf 2"))["code"]
    assert result.data["places"] == [
        {"path": "Home / Garage / Shelf 2", "code": code, "kind": "furniture", "score": 1.0}
    ]


async def test_a_place_is_found_by_what_it_is_for(ask, household):
    await household.given_location("Christmas decorations", parent="Garage", kind="box")
    result = await ask("find_item", query="the box with the christmas things")
    assert result.data["places"][0]["path"] == "Home / Garage / Christmas decorations"
    assert result.data["places"][0]["score"] > 0.2


async def test_places_are_narrowed_by_the_question_too(ask, household):
    await household.given_location("Shelf 7", parent="Kitchen")
    result = await ask("find_item", query="shelf in the kitchen")
    assert [place["path"] for place in result.data["places"]] == ["Home / Kitchen / Shelf 7"]


async def test_many_long_names_make_no_long_answer(ask, household):
    parent = "Home"
    for number in range(6):
        await household.given_location(f"Christmas {number} " + "x" * 200, parent=parent)
        parent = f"Christmas {number} " + "x" * 200
        await household.given_item(f"Christmas star {number} " + "y" * 200, location=parent)
    result = await ask("find_item", query="christmas")
    assert result.data["shortened"]
    assert result.data["items"]
    assert len(json.dumps(result.data)) <= 4000


async def test_a_place_that_is_the_whole_question_is_found(ask):
    result = await ask("find_item", query="in the kitchen")
    assert [place["path"] for place in result.data["places"]] == ["Home / Kitchen"]
    assert [item["name"] for item in result.data["items"]] == ["AA batteries"]


async def test_a_long_list_is_read_on(ask, household):
    _ = [await household.given_item(f"Screw {number:02}", location="Garage") for number in range(12)]
    first = (await ask("find_item", query="screw")).data
    rest = (await ask("find_item", query="screw", offset=len(first["items"]))).data
    assert len({item["name"] for item in first["items"] + rest["items"]}) == 12


async def test_what_a_small_model_leaves_empty_is_left_out(ask):
    result = await ask("find_item", query="drill", location="", offset=None)
    assert result.data["total"] == 1


async def test_details_say_what_is_filled_in_and_nothing_else(ask, household):
    result = await ask("get_item", item="Cordless drill")
    details = dict(result.data["item"])
    assert details.pop("added")
    assert details.pop("last_changes")[0]["what"] == ["added", "1 put in Home / Garage / Shelf 2"]
    assert details == {
        "name": "Cordless drill",
        "code": (await household.item("Cordless drill"))["code"],
        "quantity": 1,
        "locations": [{"path": "Home / Garage / Shelf 2", "quantity": 1}],
    }


async def test_a_thing_is_read_by_another_name(ask, household):
    await household.given_item("Bosch IXO", location="Kitchen", aliases=["gizmo"])
    details = (await ask("get_item", item="Gizmo")).data["item"]
    assert (details["name"], details["aliases"]) == ("Bosch IXO", ["gizmo"])


async def test_details_have_all_that_people_ask_for(ask, household):
    await household.given_item(
        "Milk",
        location="Kitchen",
        quantity=2,
        unit="l",
        best_before="2031-01-01",
        minimum_quantity=3,
        warranty_until="2001-01-01",
        purchase_price=1.5,
        notes="Lactose-free",
        categories=["Food / Dairy"],
        custom={"shop": "Corner"},
    )
    item = (await ask("get_item", item="Milk")).data["item"]
    assert item["locations"] == [{"path": "Home / Kitchen", "quantity": 2, "best_before": "2031-01-01"}]
    assert (item["unit"], item["minimum_quantity"], item["low_stock"]) == ("l", 3, True)
    assert (item["warranty_until"], item["under_warranty"]) == ("2001-01-01", False)
    assert (item["purchase_price"], item["currency"], item["notes"]) == (1.5, "EUR", "Lactose-free")
    assert (item["categories"], item["other"]) == (["Food / Dairy"], ["shop: Corner"])


async def test_details_end_with_the_last_three_changes(ask):
    for quantity in (20, 10, 5, 4):
        await ask("adjust_stock", item="AA batteries", action="set", quantity=quantity)
    changes = (await ask("get_item", item="AA batteries")).data["item"]["last_changes"]
    assert [change["what"] for change in changes] == [
        ["5 became 4 in Home / Kitchen"],
        ["10 became 5 in Home / Kitchen"],
        ["20 became 10 in Home / Kitchen"],
    ]
    assert {change["by"] for change in changes} == {"llm"}


async def test_an_unknown_item_comes_with_what_may_be_meant_and_what_to_do(ask, household):
    result = await ask("get_item", item="drill")
    assert result.data["candidates"][0] == {
        "name": "Cordless drill",
        "code": (await household.item("Cordless drill"))["code"],
        "quantity": 1,
        "locations": [{"path": "Home / Garage / Shelf 2", "quantity": 1}],
    }
    assert "home_inventory__find_item" in result.data["next"]


async def test_of_several_items_at_most_three_are_named_with_their_codes(ask, household):
    _ = [await household.given_item("Ladder", location="Garage") for _ in range(5)]
    result = await ask("get_item", item="Ladder")
    assert result.data["error"] == "item_ambiguous"
    assert [item["name"] for item in result.data["candidates"]] == ["Ladder"] * 3
    assert len({item["code"] for item in result.data["candidates"]}) == 3
    assert result.data["message"].count("Ladder") == 4


async def test_an_unknown_place_comes_with_those_of_a_similar_name(ask):
    result = await ask("list_location", location="the shelf")
    assert result.data["error"] == "location_not_found"
    assert [place["path"] for place in result.data["candidates"]] == ["Home / Garage / Shelf 2"]
    assert "home_inventory__list_location" in result.data["next"]


async def test_a_misspelt_place_comes_with_the_one_that_is_meant(ask):
    result = await ask("list_location", location="Kichen")
    assert [place["path"] for place in result.data["candidates"]] == ["Home / Kitchen"]


async def test_of_several_places_those_of_the_name_are_told(ask, household):
    await household.given_location("Box", parent="Kitchen")
    await household.given_location("Box", parent="Garage")
    result = await ask("list_location", location="Box")
    assert result.data["error"] == "location_ambiguous"
    assert {place["path"] for place in result.data["candidates"]} == {"Home / Kitchen / Box", "Home / Garage / Box"}


async def test_an_error_is_in_the_language_of_the_conversation(ask):
    assert "There is no item" in (await ask("get_item", item="Unicorn")).data["message"]
    assert "Es gibt keinen Gegenstand" in (await ask("get_item", item="Unicorn", language="de")).data["message"]


async def test_devices_are_found_too(ask, household):
    home = SourcedHome(household)
    await household.until_indexed()
    await home.bring(lan(TV, "192.168.1.30", name="Living room TV"), lan(LAMP, "192.168.1.20", name="Desk lamp"))
    await household.ws("device/update", device=TV, location="Kitchen")

    result = await ask("find_item", query="who is 192.168.1.30")
    assert result.data["devices"] == [
        {
            "name": "Living room TV",
            "status": "online",
            "path": "Home / Kitchen",
            "address": "192.168.1.30",
            "score": 1.0,
        }
    ]

    await household.ws("device/adopt", device=LAMP, name="Desk lamp", location="Kitchen")
    result = await ask("find_item", query="desk lamp")
    assert result.data["items"][0]["device"] == {"name": "Desk lamp", "status": "online", "address": "192.168.1.20"}
    assert "devices" not in result.data
    assert "devices" not in (await ask("find_item", query="cordless drill")).data
