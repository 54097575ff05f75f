"""Four-letter codes: unique for ever."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from itertools import product
from string import ascii_uppercase
from typing import TYPE_CHECKING

import pytest
from ulid_transform import ulid_now

from custom_components.home_inventory.db import codes
from custom_components.home_inventory.domain.actor import SYSTEM
from custom_components.home_inventory.domain.models import Item

if TYPE_CHECKING:
    from custom_components.home_inventory.db.work import Work
    from tests.kit import InventoryTestKit

LETTERS = " UNION ALL ".join(f"SELECT '{letter}' AS letter" for letter in ascii_uppercase)
# Databases do not agree on how texts are joined.
ALL_FOUR = "REPLACE(REPLACE(REPLACE(REPLACE('1234', '1', a.letter), '2', b.letter), '3', c.letter), '4', d.letter)"
GIVE_OUT_ALL = f"""
    INSERT INTO home_inventory_codes (code, owner_id, given_at)
    SELECT free.code, 'nobody', '2026-11-21 00:00:00.000000'
    FROM (SELECT {ALL_FOUR} AS code FROM ({LETTERS}) a, ({LETTERS}) b, ({LETTERS}) c, ({LETTERS}) d) free
    LEFT JOIN home_inventory_codes given ON given.code = free.code
    WHERE given.code IS NULL
"""
GIVE_OUT = "INSERT INTO home_inventory_codes VALUES (:code, 'somebody else', '2026-11-21 00:00:00.000000')"


async def test_every_item_and_place_has_a_code_of_four_letters(kit: InventoryTestKit) -> None:
    """A to Z, each its own, and each noted."""
    await kit.ws_at_once("item/add", [{"name": f"Nail {number}"} for number in range(100)])
    await kit.given_location("Garage")

    items = (await kit.ws("item/list", limit=1000))["items"]
    places = (await kit.ws("location/list"))["locations"]
    codes = [record["code"] for record in (*items, *places)]

    assert len(set(codes)) == 102
    assert all(re.fullmatch("[A-Z]{4}", code) for code in codes)
    assert {row[0] for row in (await kit.tables())["home_inventory_codes"]} == set(codes)


async def test_a_code_is_never_given_out_again(kit: InventoryTestKit) -> None:
    """Not even when what had it was deleted for good, or was never kept."""
    code = (await kit.ws("item/add", name="Drill"))["item"]["code"]
    place = await kit.given_location("Garage")
    await kit.ws("item/remove", item=code, permanently=True)
    await kit.ws("location/remove", location=place, permanently=True)
    await kit.ws("item/add", name="Saw")
    await kit.ws("change/undo")

    codes = (await kit.tables())["home_inventory_codes"]
    assert len(codes) == 4
    assert code in {row[0] for row in codes}


async def test_a_code_that_was_taken_meanwhile_is_drawn_anew(kit: InventoryTestKit) -> None:
    """By another process on the same database: the whole use case is run again, and only once told."""
    await kit.given_item("Drill")
    next_codes = list(kit.inventory._database._writer._runner._codes._free[:-3:-1])
    for code in next_codes:
        await kit.run_sql(GIVE_OUT, code=code)
    watcher = await kit.watch()

    added = await kit.ws("item/add", name="Saw", categories=["Tools"])

    assert added["item"]["code"] not in next_codes
    assert await kit.names() == ["Drill", "Saw"]
    assert (await watcher.next())["batch"] == added["batch"]
    assert await watcher.sees_nothing()


async def test_hundreds_that_bring_codes_which_are_taken_get_others_each_its_own(
    kit: InventoryTestKit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With few letters hardly a draw is free of what was drawn, or brought along, just before."""
    monkeypatch.setattr(codes, "ascii_uppercase", "ABCDE")
    brought = ["".join(letters) for letters in product("ABCDE", repeat=4)][:250]
    at = datetime(2026, 11, 21, tzinfo=UTC)
    owners = [
        Item(id=ulid_now(), code=code, name="Nail", created_at=at, updated_at=at) for code in [*brought, *brought]
    ]
    given: list[str] = []

    def claim(work: Work) -> None:
        given.extend(codes.claim_codes(work, owners))
        raise LookupError  # nothing of it is kept

    with pytest.raises(LookupError):
        await kit.inventory._database.async_write(SYSTEM, claim)

    assert given[:250] == brought
    assert len(set(given)) == 500


async def test_when_all_codes_are_given_out_nothing_is_added(kit: InventoryTestKit) -> None:
    """The error says so; everything else goes on."""
    await kit.given_item("Drill")
    await kit.run_sql(GIVE_OUT_ALL)
    kit.inventory._database._writer._runner._codes._free.clear()

    errors = [await kit.refused("item/add", name="Saw"), await kit.refused("location/add", name="Garage")]

    assert {error.code for error in errors} == {"codes_exhausted"}
    assert (await kit.ws("item/adjust", item="Drill", by=1))["item"]["quantity"] == 2
