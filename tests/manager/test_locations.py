"""Places: the tree, what fits where, and what happens when one goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.helpers import area_registry as ar
from homeassistant.helpers import floor_registry as fr

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit


@pytest.fixture
async def house(kit: InventoryTestKit) -> InventoryTestKit:
    """Return a household with a garage, a shelf in it, and an attic."""
    await kit.given_location("Garage")
    await kit.given_location("Shelf", parent="Garage")
    await kit.given_location("Attic")
    return kit


async def test_a_place_is_kept_as_it_was_given(kit: InventoryTestKit) -> None:
    """Read back from the database."""
    home = (await kit.location("Home"))["id"]

    box = await kit.given_location("Box 7", kind="box", capacity=12, description="Blue\nlid")

    place = await kit.location(box)
    assert {name: place[name] for name in ("name", "path", "kind", "capacity", "description", "parent_id")} == {
        "name": "Box 7",
        "path": "Home / Box 7",
        "kind": "box",
        "capacity": 12,
        "description": "Blue\nlid",
        "parent_id": home,
    }
    assert len(place["code"]) == 4
    assert not place["archived"]


async def test_a_place_without_a_kind_is_what_it_usually_is(house: InventoryTestKit) -> None:
    """A room in a site or floor and at the top, else a piece of furniture."""
    await house.given_location("First floor", kind="floor")
    await house.given_location("Bedroom", parent="First floor")
    await house.given_location("Shed", parent=None)

    kinds = [(await house.location(name))["kind"] for name in ("Home", "Garage", "Shelf", "Bedroom", "Shed")]

    assert kinds == ["site", "room", "furniture", "room", "room"]


async def test_null_clears_what_a_place_need_not_have(kit: InventoryTestKit) -> None:
    """A name and a kind it always has."""
    area = ar.async_get(kit.hass).async_create("Garage")
    box = await kit.given_location("Box", kind="box", capacity=3, description="Blue", area="garage")
    linked = (await kit.location(box))["area_id"]

    cleared = (await kit.ws("location/update", location=box, capacity=None, description=None, area=None))["location"]
    errors = [await kit.refused("location/update", location=box, **{name: None}) for name in ("name", "kind")]

    assert linked == area.id
    assert [cleared[name] for name in ("capacity", "description", "area_id", "floor_id")] == [None] * 4
    assert [(error.code, error.placeholders) for error in errors] == [
        ("required_value", {"field": "name"}),
        ("required_value", {"field": "kind"}),
    ]


async def test_a_place_is_linked_to_an_area_or_a_floor(kit: InventoryTestKit) -> None:
    """By id or name; what Home Assistant does not know is refused."""
    area = ar.async_get(kit.hass).async_create("Living room")
    floor = fr.async_get(kit.hass).async_create("Upstairs")
    place = await kit.given_location("Lounge", area="living ROOM")

    to_floor = (await kit.ws("location/update", location=place, area=floor.floor_id))["location"]
    by_name = await kit.ws("location/update", location=place, area="Upstairs")
    to_area = (await kit.ws("location/update", location=place, area=area.id))["location"]
    error = await kit.refused("location/update", location=place, area="Moon")

    assert (to_floor["area_id"], to_floor["floor_id"]) == (None, floor.floor_id)
    assert by_name["batch"] is None
    assert (to_area["area_id"], to_area["floor_id"]) == (area.id, None)
    assert (error.code, error.placeholders) == ("area_not_found", {"reference": "Moon", "candidates": "Living room"})


async def test_moving_a_place_moves_what_is_inside_it(house: InventoryTestKit) -> None:
    """Paths follow; nothing else is changed."""
    await house.given_item("Drill", location="Shelf")

    await house.ws("location/move", location="Garage", to="Attic")
    inside = await house.places_of("Drill")
    await house.ws("location/move", location="Garage", to=None)

    assert (inside, await house.places_of("Drill")) == (
        {"Home / Attic / Garage / Shelf": 1},
        {"Garage / Shelf": 1},
    )
    assert await house.names(location="Garage") == ["Drill"]


@pytest.mark.parametrize("to", ["Garage", "Shelf"])
async def test_a_place_is_never_inside_itself(house: InventoryTestKit, to: str) -> None:
    """The error names both."""
    error = await house.refused("location/move", location="Garage", to=to)

    assert (error.code, error.placeholders) == ("location_cycle", {"location": "Garage", "parent": to})


async def test_neighbours_have_different_names(house: InventoryTestKit) -> None:
    """Case and accents do not make a difference; elsewhere the name is free."""
    await house.given_location("Shelf", parent="Attic")

    errors = [
        await house.refused("location/add", name="GARAGE", parent="Home"),
        await house.refused("location/update", location="Attic", name="Gárage"),
        await house.refused("location/move", location="Attic / Shelf", to="Garage"),
        await house.refused("location/add", name="home"),
    ]

    assert [(error.code, error.placeholders["name"]) for error in errors] == [
        ("name_taken", "Garage"),
        ("name_taken", "Garage"),
        ("name_taken", "Shelf"),
        ("name_taken", "Home"),
    ]


async def test_the_name_of_an_archived_place_is_free(house: InventoryTestKit) -> None:
    """But then it can't come back."""
    old = (await house.ws("location/remove", location="Attic"))["location"]["id"]
    await house.given_location("Attic")

    assert (await house.refused("location/restore", location=old)).code == "name_taken"


async def test_a_place_holds_so_many_things(house: InventoryTestKit) -> None:
    """Items and places directly inside, whatever way they come in."""
    await house.ws("location/update", location="Attic", capacity=2)
    await house.given_item("Drill", location="Attic", quantity=20)
    await house.given_location("Chest", parent="Attic")
    await house.given_item("Saw")

    errors = [
        await house.refused("item/add", name="Tape", location="Attic"),
        await house.refused("item/move", item="Saw", to="Attic"),
        await house.refused("item/move", item="Saw", to="Attic", quantity=1),
        await house.refused("item/adjust", item="Saw", location="Attic", by=1),
        await house.refused("location/add", name="Box", parent="Attic"),
        await house.refused("location/move", location="Shelf", to="Attic"),
    ]
    more = await house.ws("item/adjust", item="Drill", by=5)
    inside = await house.ws("item/move", item="Saw", to="Chest")

    assert [(error.code, error.placeholders) for error in errors] == [
        ("location_full", {"location": "Attic", "capacity": "2"})
    ] * 6
    assert more["item"]["quantity"] == 25
    assert inside["item"]["locations"][0]["path"] == "Home / Attic / Chest"


async def test_what_is_archived_takes_no_room(house: InventoryTestKit) -> None:
    """But it needs some to come back."""
    await house.ws("location/update", location="Attic", capacity=1)
    chest = await house.given_location("Chest", parent="Attic")
    await house.ws("location/remove", location="Chest")
    await house.given_item("Drill", location="Attic")
    place_back = await house.refused("location/restore", location=chest)
    await house.ws("item/remove", item="Drill")
    await house.given_item("Saw", location="Attic")
    item_back = await house.refused("item/restore", item="Drill")

    assert (place_back.code, item_back.code) == ("location_full", "location_full")


async def test_a_slot_holds_one_item(house: InventoryTestKit) -> None:
    """And any quantity of it; it counts for what it is in."""
    await house.ws("location/update", location="Shelf", capacity=3)
    for number in ("1", "2"):
        await house.given_location(number, parent="Shelf", kind="slot")
    await house.given_item("Screw", location="Shelf / 1", quantity=100)
    await house.given_item("Nail")

    taken = await house.refused("item/move", item="Nail", to="Shelf / 1")
    more = await house.ws("item/adjust", item="Screw", by=5)
    await house.ws("item/move", item="Nail", to="Shelf / 2")
    await house.given_item("Tape", location="Shelf")
    full = await house.refused("item/add", name="Glue", location="Shelf")
    swapped = await house.refused("item/move", item="Nail", to="Shelf / 1")

    assert (taken.code, taken.placeholders) == ("slot_taken", {"slot": "1", "item": "Screw"})
    assert more["item"]["quantity"] == 105
    assert (full.code, swapped.code) == ("location_full", "slot_taken")
    assert (await house.location("Shelf"))["item_count"] == 3


async def test_a_slot_of_a_full_place_takes_nothing_more(house: InventoryTestKit) -> None:
    """What is in the place already may use it."""
    await house.ws("location/update", location="Shelf", capacity=1)
    await house.given_location("1", parent="Shelf", kind="slot")
    await house.given_item("Tape", location="Shelf")

    error = await house.refused("item/add", name="Glue", location="Shelf / 1")
    moved = await house.ws("item/move", item="Tape", to="Shelf / 1")

    assert (error.code, error.placeholders) == ("location_full", {"location": "Shelf", "capacity": "1"})
    assert moved["item"]["locations"][0]["path"] == "Home / Garage / Shelf / 1"


INVALID_SLOTS: list[tuple[str, dict[str, Any]]] = [
    ("location/add", {"name": "1", "parent": "Garage", "kind": "slot"}),
    ("location/add", {"name": "1", "kind": "slot"}),
    ("location/add", {"name": "0", "parent": "Shelf", "kind": "slot"}),
    ("location/add", {"name": "-1", "parent": "Shelf", "kind": "slot"}),
    ("location/add", {"name": "4", "parent": "Shelf", "kind": "slot"}),
    ("location/add", {"name": "two", "parent": "Shelf", "kind": "slot"}),
    ("location/add", {"name": "٢", "parent": "Shelf", "kind": "slot"}),
    ("location/add", {"name": "9" * 255, "parent": "Shelf", "kind": "slot"}),
    ("location/add", {"name": "Inside", "parent": "Shelf / 1"}),
    ("location/update", {"location": "Shelf / 1", "name": "One"}),
    ("location/update", {"location": "Attic", "kind": "slot"}),
    ("location/update", {"location": "Shelf", "kind": "room"}),
    ("location/update", {"location": "Shelf / Tray", "name": "2", "kind": "slot"}),
    ("location/move", {"location": "Shelf / 1", "to": "Attic"}),
    ("location/move", {"location": "Attic", "to": "Shelf / 1"}),
]


async def test_slots_are_numbered_and_in_a_box(house: InventoryTestKit) -> None:
    """Or a piece of furniture; from 1 up to the capacity, with nothing but an item inside."""
    await house.ws("location/update", location="Shelf", capacity=3)
    await house.given_location("1", parent="Shelf", kind="slot")
    await house.given_location("Tray", parent="Shelf", kind="box")
    await house.given_item("Nail", location="Tray")
    await house.given_item("Screw", location="Tray")
    before = await house.tables()

    errors = [await house.refused(command, **values) for command, values in INVALID_SLOTS]

    assert [error.code for error in errors] == ["slot_invalid"] * len(INVALID_SLOTS)
    assert await house.tables() == before


async def test_removing_a_place_asks_where_its_things_go(house: InventoryTestKit) -> None:
    """Nothing is ever removed with it."""
    await house.given_item("Drill", location="Garage")
    await house.given_location("Peg", parent="Garage")
    before = await house.tables()

    errors = [
        await house.refused("location/remove", location="Garage"),
        await house.refused("location/remove", location="Garage", permanently=True),
        await house.refused("location/remove", location="Garage", move_contents_to="Shelf"),
        await house.refused("location/remove", location="Garage", move_contents_to="Garage"),
        await house.refused("location/remove", location="Garage", move_contents_to="Moon"),
    ]
    unchanged = await house.tables() == before
    removed = await house.ws("location/remove", location="Garage", move_contents_to="Attic")

    codes = [error.code for error in errors]
    assert codes == [*["location_not_empty"] * 2, *["location_cycle"] * 2, "location_not_found"]
    assert unchanged
    assert removed["location"]["archived"]
    assert await house.places_of("Drill") == {"Home / Attic": 1}
    paths = [place["path"] for place in (await house.ws("location/list"))["locations"]]
    assert paths == ["Home", "Home / Attic", "Home / Attic / Peg", "Home / Attic / Shelf"]


@pytest.mark.parametrize("permanently", [True, False])
async def test_slots_go_with_their_box(house: InventoryTestKit, *, permanently: bool) -> None:
    """What was in them goes where the rest goes, and lots that are the same become one."""
    for number in ("1", "2"):
        await house.given_location(number, parent="Shelf", kind="slot")
    await house.given_item("Screw", location="Shelf / 1", quantity=5)
    await house.ws("item/adjust", item="Screw", location="Attic", by=2)
    await house.given_item("Nail", location="Shelf / 2")

    await house.ws("location/remove", location="Shelf", move_contents_to="Attic", permanently=permanently)

    left = [place["name"] for place in (await house.ws("location/list"))["locations"]]
    kept = [place["name"] for place in (await house.ws("location/list", archived=True))["locations"]]
    assert (await house.places_of("Screw"), await house.places_of("Nail")) == ({"Home / Attic": 7}, {"Home / Attic": 1})
    assert left == ["Home", "Attic", "Garage"]
    assert sorted(kept) == [[], ["1", "2", "Shelf"]][not permanently]


async def test_slots_come_back_with_their_box(house: InventoryTestKit) -> None:
    """Those that were archived before stay so."""
    for number in ("1", "2", "3"):
        await house.given_location(number, parent="Shelf", kind="slot")
    await house.ws("location/remove", location="Shelf / 3")
    shelf = (await house.ws("location/remove", location="Shelf"))["location"]["id"]

    await house.ws("location/restore", location=shelf)

    slots = (await house.ws("location/list", parent=shelf))["locations"]
    assert [slot["name"] for slot in slots] == ["1", "2"]


async def test_archived_things_of_a_removed_place_move_on(house: InventoryTestKit) -> None:
    """So that they can come back somewhere."""
    await house.given_item("Drill", location="Shelf")
    await house.ws("item/remove", item="Drill")
    await house.given_location("Box", parent="Shelf")
    await house.ws("location/remove", location="Box")

    await house.ws("location/remove", location="Shelf", move_contents_to="Attic", permanently=True)
    await house.ws("item/restore", item="Drill")
    box = (await house.ws("location/restore", location="Box"))["location"]

    assert await house.places_of("Drill") == {"Home / Attic": 1}
    assert box["path"] == "Home / Attic / Box"


async def test_an_archived_thing_keeps_a_place_from_being_deleted_for_good(house: InventoryTestKit) -> None:
    """The place may be archived, but the thing does not lose where it was."""
    await house.given_item("Drill", location="Shelf")
    await house.ws("item/remove", item="Drill")

    error = await house.refused("location/remove", location="Shelf", permanently=True)
    await house.ws("location/remove", location="Shelf")

    assert error.code == "location_not_empty"
    assert (await house.refused("item/restore", item="Drill")).code == "archived"


@pytest.mark.parametrize(
    ("command", "values"),
    [
        ("location/update", {"location": "Home", "kind": "room"}),
        ("location/remove", {"location": "Home", "move_contents_to": "Elsewhere"}),
        ("location/remove", {"location": "Home", "move_contents_to": "Elsewhere", "permanently": True}),
    ],
)
async def test_the_only_site_stays(kit: InventoryTestKit, command: str, values: dict[str, Any]) -> None:
    """With another one it may go."""
    await kit.given_location("Elsewhere", parent=None)
    error = await kit.refused(command, **values)
    await kit.given_location("Cabin", parent=None, kind="site")

    assert (error.code, error.placeholders) == ("last_site", {"location": "Home"})
    assert (await kit.ws(command, **values))["batch"]


async def test_what_is_archived_neither_changes_nor_takes_anything(house: InventoryTestKit) -> None:
    """It is restored first."""
    await house.ws("location/remove", location="Attic")
    await house.given_item("Drill", location="Garage")

    errors = [
        await house.refused("location/update", location="Attic", name="Loft"),
        await house.refused("location/move", location="Attic", to="Garage"),
        await house.refused("location/remove", location="Attic"),
        await house.refused("location/add", name="Chest", parent="Attic"),
        await house.refused("location/move", location="Shelf", to="Attic"),
        await house.refused("item/move", item="Drill", to="Attic"),
        await house.refused("location/remove", location="Garage", move_contents_to="Attic"),
    ]
    not_archived = await house.refused("location/restore", location="Garage")

    assert [(error.code, error.placeholders) for error in errors] == [("archived", {"name": "Attic"})] * 7
    assert not_archived.code == "not_archived"


async def test_an_update_that_changes_nothing_is_no_batch(house: InventoryTestKit) -> None:
    """Nothing to undo, nothing to tell."""
    same = [
        await house.ws("location/update", location="Attic", name="Attic", kind="room", capacity=None),
        await house.ws("location/move", location="Attic", to="Home"),
    ]

    assert [answer["batch"] for answer in same] == [None, None]
