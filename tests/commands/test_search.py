"""One search for everything, over the websocket and as an action."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.exceptions import ServiceValidationError
from homeassistant.helpers import label_registry as lr

from custom_components.home_inventory.search import loading

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit

    from .conftest import CountStatements


def named(answer: dict[str, Any]) -> list[tuple[str, str]]:
    """Return what was found: what each is, and its name."""
    return [(result["type"], result[result["type"]]["name"]) for result in answer["results"]]


def marked(result: dict[str, Any], field: str = "name") -> list[str]:
    """Return the marked parts of a text, cut out as JavaScript cuts."""
    units = result[result["type"]][field].encode("utf-16-le")
    return [units[2 * start : 2 * end].decode("utf-16-le") for start, end in result["highlights"].get(field, ())]


async def test_items_and_places_come_together(household: InventoryTestKit) -> None:
    """The best first, each with what it is, a score and the record as its own list has it."""
    answer = await household.ws("search", query="drill")

    assert {("item", "Cordless drill"), ("item", "Hand drill"), ("location", "Drill shelf")} <= set(named(answer))
    assert ("location", "Kitchen") not in named(answer)
    scores = [result["score"] for result in answer["results"]]
    assert scores == sorted(scores, reverse=True)
    assert (answer["query"], answer["words"], answer["did_you_mean"]) == ("drill", "drill", None)
    listed = await household.ws("item/list", query="drill")
    assert [result["item"] for result in answer["results"] if result["type"] == "item"] == listed["items"]
    shelf = next(result for result in answer["results"] if result["type"] == "location")
    assert shelf["location"] == await household.location("Drill shelf")
    assert (answer["totals"]["item"], answer["total"]) == (listed["total"], listed["total"] + 1)


async def test_the_action_answers_the_same(household: InventoryTestKit) -> None:
    """And is nothing but its answer."""
    values: dict[str, Any] = {"query": "drill", "facets": True, "limit": 2}
    assert await household.action("search", **values) == await household.ws("search", **values)
    with pytest.raises(ServiceValidationError):
        await household.hass.services.async_call("home_inventory", "search", values, blocking=True)


@pytest.mark.parametrize(("kind", "names"), [("item", "Garage door opener"), ("location", "Garage")])
async def test_one_kind_alone(household: InventoryTestKit, kind: str, names: str) -> None:
    """As a text or as a list."""
    for types in (kind, [kind]):
        answer = await household.ws("search", query="garage", types=types, keep_as_words=["garage"])
        assert {found for found, _ in named(answer)} == {kind}
        assert named(answer)[0] == (kind, names)
        assert answer["total"] == answer["totals"][kind]


async def test_an_unknown_kind_is_refused(household: InventoryTestKit) -> None:
    """By its name."""
    refused = await household.refused("search", query="x", types=["item", "person"])
    assert (refused.code, refused.placeholders["field"]) == ("invalid_value", "types")


async def test_pages_follow_each_other(household: InventoryTestKit) -> None:
    """Each result once, whatever it is."""
    for query in ("drill", None):
        whole = await household.ws("search", query=query)
        pages = [await household.ws("search", query=query, limit=1, offset=at) for at in range(whole["total"])]
        assert [page["results"][0]["id"] for page in pages] == [result["id"] for result in whole["results"]]
        assert len(set(map(str, named(whole)))) == whole["total"]
        assert {page["total"] for page in pages} == {whole["total"]}


async def test_places_are_found_until_something_is_asked_that_only_items_have(household: InventoryTestKit) -> None:
    """A place narrows both; a maker has no places."""
    inside = await household.ws("search", query="drill", location="Garage")
    assert set(named(inside)) >= {("item", "Cordless drill"), ("location", "Drill shelf")}
    assert ("item", "Hand drill") not in named(inside)
    elsewhere = await household.ws("search", query="drill", location="Kitchen")
    assert [entry for entry in named(elsewhere) if entry[0] == "location"] == []
    by_maker = await household.ws("search", query="drill", manufacturer="bosch")
    assert set(named(by_maker)) == {("item", "Cordless drill"), ("item", "Hand drill")}


async def test_what_is_all_filter_lists_items_then_places(household: InventoryTestKit) -> None:
    """Items by name, places by path, without scores."""
    answer = await household.ws("search", query="in the garage")
    assert (answer["words"], [chip["kind"] for chip in answer["chips"]]) == ("", ["location"])
    assert named(answer) == [
        *(("item", name) for name in ("Cordless drill", "Garage door opener", "Säge", "Schlagbohrmaschine")),
        *(("location", name) for name in ("Garage", "Drill shelf")),
    ]
    assert {result["score"] for result in answer["results"]} == {None}


async def test_archived_things_and_places_are_left_out_unless_asked_for(household: InventoryTestKit) -> None:
    """As in the list of items."""
    await household.ws("item/remove", item="Hand drill")
    await household.ws("location/remove", location="Kitchen")
    assert ("item", "Hand drill") not in named(await household.ws("search", query="drill"))
    assert named(await household.ws("search", query="kitchen", types="location", keep_as_words=["kitchen"])) == []
    archived = await household.ws("search", query="drill kitchen", archived=True, keep_as_words=["kitchen"])
    assert set(named(archived)) == {("item", "Hand drill"), ("location", "Kitchen")}


@pytest.mark.parametrize(
    ("query", "name", "marks"),
    [
        ("drills", "Cordless drill", ["drill"]),
        ("dril", "Cordless drill", ["drill"]),
        ("cordl", "Cordless drill", ["Cordl"]),
        ("coddless", "Cordless drill", ["Cordless"]),
        ("bohrmaschine", "Schlagbohrmaschine", ["bohrmaschine"]),
        ("saege", "Säge", ["Säge"]),
    ],
)
async def test_what_made_it_fit_is_marked(household: InventoryTestKit, query: str, name: str, marks: list[str]) -> None:
    """Forms, beginnings, misspelt words and parts of compounds."""
    answer = await household.ws("search", query=query)
    found = next(result for result in answer["results"] if result[result["type"]]["name"] == name)
    assert marked(found) == marks


async def test_other_texts_and_numbers_are_marked_too(household: InventoryTestKit) -> None:
    """Notes, makers, descriptions of places, serial numbers and codes; fields without anything are left out."""
    drill = (await household.ws("search", query="bosch drills well"))["results"][0]
    assert {field: marked(drill, field) for field in drill["highlights"]} == {
        "name": ["drill"],
        "manufacturer": ["Bosch"],
        "notes": ["Drills", "well"],
    }
    opener = (await household.ws("search", query="sn20417"))["results"][0]
    assert marked(opener, "serial_number") == ["SN-20417"]
    by_code = (await household.ws("search", query=opener["item"]["code"], keep_as_words=[opener["item"]["code"]]))[
        "results"
    ][0]
    assert marked(by_code, "code") == [opener["item"]["code"]]
    kitchen = (await household.ws("search", query="table", types="location"))["results"][0]
    assert (marked(kitchen), marked(kitchen, "description")) == ([], ["table"])


async def test_another_name_is_marked(household: InventoryTestKit) -> None:
    """In all of them, joined as they are shown."""
    await household.given_item("Bosch IXO", aliases=["Schrauberle", "gizmo", "the blüe gizmo"])
    found = (await household.ws("search", query="gizmo"))["results"][0]
    text = ", ".join(found["item"]["aliases"])
    assert found["highlights"]["name"] == []
    assert [text[start:end] for start, end in found["highlights"]["aliases"]] == ["gizmo", "gizmo"]


async def test_facets_count_all_that_was_found(household: InventoryTestKit) -> None:
    """Not only the page; spellings of a maker are one, labels have their names."""
    label = lr.async_get(household.hass).async_create("Lent out")
    await household.ws("item/update", item="Hand drill", labels=["Lent out"])
    asked: dict[str, Any] = {"query": "drill", "categories": ["Tools"]}
    assert "facets" not in await household.ws("search", **asked)
    facets = (await household.ws("search", facets=True, limit=1, **asked))["facets"]

    counted = {kind: [(entry["name"], entry["count"]) for entry in entries] for kind, entries in facets.items()}
    assert counted == {
        "location": [("Drill shelf", 1), ("Kitchen", 1)],
        "category": [("Tools", 2)],
        "label": [("Lent out", 1)],
        "manufacturer": [("BOSCH", 2)],
        "borrower": [],
    }
    assert facets["label"][0]["id"] == label.label_id
    assert facets["location"][1]["id"] == (await household.location("Kitchen"))["id"]


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("cordlsse drill", "Cordless drill"),
        ("Cordless drill", None),
        ("drills", None),
        ("cordl", None),
        ("ladder", None),
        ("SN20418", None),
        ("cordlsse in the garage", "Cordless in the garage"),
        ("schlagbormaschine", "Schlagbohrmaschine"),
    ],
)
async def test_did_you_mean(household: InventoryTestKit, query: str, meant: str | None) -> None:
    """What is misspelt is put right, as the household spells it; nothing else is."""
    assert (await household.ws("search", query=query))["did_you_mean"] == meant


async def test_without_arrays_everything_is_there_too(
    household: InventoryTestKit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where numpy can't be had: marks, places and what was meant."""
    monkeypatch.setattr(
        "custom_components.home_inventory.manager.finder.load_maker", lambda _language: (loading.PlainMaker(), None)
    )
    assert await household.hass.config_entries.async_reload(household.entry.entry_id)
    await household.until_indexed()
    assert isinstance(household.inventory._catalog.finder._index, loading.PlainIndex)

    answer = await household.ws("search", query="cordlsse drill")
    best = next(result for result in answer["results"] if result[result["type"]]["name"] == "Cordless drill")
    assert (answer["did_you_mean"], marked(best)) == ("Cordless drill", ["Cordless", "drill"])
    assert ("location", "Drill shelf") in named(answer)


async def test_a_search_asks_the_database_a_few_times(
    household: InventoryTestKit, count_statements: CountStatements
) -> None:
    """However many results there are."""
    for query in ("cordlsse drill", None):
        search = partial(household.ws, "search", facets=True, limit=1000, query=query)
        few = await count_statements(search)
        for number in range(5):
            await household.given_item(
                f"Cordless drill {number}", manufacturer=f"Maker {number}", categories=[f"C{number}"]
            )
        assert await count_statements(search) <= few <= 17
