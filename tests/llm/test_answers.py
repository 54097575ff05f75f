"""No tool answers more than a small model can take, whatever the household has written."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any, Final

import pytest
from homeassistant.helpers import label_registry as lr

from custom_components.home_inventory.llm import TOOLS
from custom_components.home_inventory.llm.answers import MOST_CHARACTERS, shorten

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant

    from tests.kit import InventoryTestKit

LONG: Final = "\N{GRINNING FACE}" * 250
"""As JSON that is ASCII only, one of these takes twelve characters."""
SHELVES: Final = 40
HITS: Final = 25


def _size(answer: Any) -> int:
    return len(json.dumps(answer))


def _monster(dice: random.Random, depth: int = 0) -> Any:
    """Return anything that may stand in an answer, of any size."""
    kind = dice.randrange(4 if depth < 3 else 2)
    if kind == 0:
        return dice.choice([None, True, 10**15, -0.125, "x"])
    if kind == 1:
        return dice.choice(["a", "ä", "\N{GRINNING FACE}", '"\\\n']) * dice.choice([1, 30, 300, 20_000])
    if kind == 2:
        return [_monster(dice, depth + 1) for _ in range(dice.choice([0, 2, 60]))]
    return {f"field_{number}": _monster(dice, depth + 1) for number in range(dice.choice([1, 5, 30]))}


@pytest.mark.parametrize("seed", range(60))
def test_whatever_is_answered_is_short_and_says_what_is_missing(seed):
    dice = random.Random(seed)  # noqa: S311 - the same monsters at every run
    answer = {f"field_{number}": _monster(dice) for number in range(8)}
    short = shorten(answer)
    assert _size(short) <= MOST_CHARACTERS
    if _size(answer) > MOST_CHARACTERS:
        assert short["shortened"] is True
    if "shortened" not in short:
        assert short == answer


def test_what_is_short_stays_as_it_is():
    answer = {"items": [{"name": "Cordless drill", "locations": []}], "total": 1}
    assert shorten(answer) == answer


def test_a_list_says_how_many_are_missing():
    short = shorten({"items": [f"{number:03} " + "x" * 50 for number in range(500)]})
    assert short["more_items"] == 500 - len(short["items"])
    assert [text[:3] for text in short["items"][:2]] == ["000", "001"]


def test_a_text_keeps_its_beginning_and_its_end():
    short = shorten({"path": "Home / " + "Attic / " * 2000 + "Box 7"})
    assert short["path"].startswith("Home / Attic")
    assert short["path"].endswith("Attic / Box 7")
    assert " … " in short["path"]


@pytest.fixture
async def monstrous(hass: HomeAssistant, kit: InventoryTestKit) -> InventoryTestKit:
    """Return a home where everything is as long as it may be, and at as many places."""
    parent = "Home"
    for level in range(5):
        parent = await kit.given_location(f"L{level} {LONG}", parent=parent, description=LONG * 10)
    shelves = [await kit.given_location(f"{number} {LONG}", parent=parent) for number in range(SHELVES)]
    labels = [lr.async_get(hass).async_create(f"{number} {LONG}").label_id for number in range(20)]
    most = {
        "description": LONG * 15,
        "notes": LONG * 80,
        "warranty_notes": LONG * 15,
        "manufacturer": LONG,
        "model": LONG,
        "serial_number": LONG,
        "vendor": LONG,
        "vendor_url": f"https://example.com/{LONG}",
        "aliases": [f"{number:02}{LONG[:240]}" for number in range(20)],
        "barcodes": [f"{number:064}" for number in range(20)],
        "custom": {f"{number:02}{LONG[:90]}": LONG * 3 for number in range(50)},
        "categories": [f"{number} {LONG[:200]} / {LONG}" for number in range(20)],
        "labels": labels,
    }
    await kit.given_item(f"Monster {LONG[:240]}", location=parent, quantity=1000, **most)
    for shelf in shelves:
        await kit.ws("item/move", item=f"Monster {LONG[:240]}", to=shelf, quantity=1, **{"from": parent})
    for number in range(HITS):
        await kit.given_item(f"Twin {LONG[:245]}", location=shelves[number], notes=LONG * 80)
    return kit


async def test_no_tool_says_more_than_a_small_model_can_take(ask, monstrous):
    monster, twin, where = f"Monster {LONG[:240]}", f"Twin {LONG[:245]}", f"39 {LONG}"
    asked: list[tuple[str, dict[str, Any]]] = [
        ("find_item", {"query": "monster twin"}),
        ("find_item", {"query": f"39 twin in {LONG[:200]}"}),
        ("find_item", {"query": "x" * 100_000}),
        ("find_item", {LONG: LONG}),
        ("get_item", {"item": monster}),
        ("get_item", {"item": twin}),
        ("get_item", {"item": LONG}),
        ("list_location", {}),
        ("list_location", {"location": f"L4 {LONG}"}),
        ("list_location", {"location": where}),
        ("list_location", {"location": LONG}),
        ("add_item", {"name": monster, "quantity": 1, "location": where}),
        ("add_item", {"name": twin}),
        ("add_item", {"name": monster, "unit": LONG}),
        ("add_item", {"name": LONG, "location": where, "description": LONG * 10}),
        ("adjust_stock", {"item": monster, "action": "take_out", "quantity": 1}),
        ("adjust_stock", {"item": monster, "action": "take_out", "quantity": 5, "location": where}),
        ("adjust_stock", {"item": monster, "action": LONG * 20, "quantity": 1}),
        ("adjust_stock", {"item": monster, "action": "put_in", "quantity": 1, "location": where}),
        ("move_item", {"item": twin, "to": where}),
        ("move_item", {"item": monster, "to": where}),
        ("undo", {}),
        ("undo", {}),
    ]
    sizes = [(tool, _size((await ask(tool, values=values)).data)) for tool, values in asked]
    assert {f"home_inventory__{tool}" for tool, _ in sizes} == {tool.name for tool in TOOLS}
    assert [entry for entry in sizes if entry[1] > MOST_CHARACTERS] == []


async def test_a_monster_is_still_told_with_what_matters_and_honestly(ask, monstrous):
    item = (await ask("get_item", item=f"Monster {LONG[:240]}")).data
    assert item["shortened"] is True
    assert item["item"]["quantity"] == 1000
    assert len(item["item"]["code"]) == 4
    assert item["item"]["more_locations"] + len(item["item"]["locations"]) == SHELVES + 1


async def test_a_long_list_is_read_on_where_the_short_answer_ended(ask, monstrous):
    codes: list[str] = []
    while len(codes) < HITS:
        found = (await ask("list_location", location=f"L4 {LONG}", offset=len(codes) + 1)).data
        assert found["total"] == HITS + 1
        codes += [item["code"] for item in found["items"]]
    assert len(set(codes)) == HITS
