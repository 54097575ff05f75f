"""Makers and vendors in questions: known as they are now, and not read again while none of them changes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.helpers.recorder import get_instance
from sqlalchemy import event

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homeassistant.core import HomeAssistant

    from tests.kit import InventoryTestKit


@pytest.fixture
def readings(hass: HomeAssistant) -> Iterator[list[str]]:
    """Return the statements that read every maker and vendor."""
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if "DISTINCT" in statement and "manufacturer" in statement:
            seen.append(statement)

    engine = get_instance(hass).engine
    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


async def bought_at(kit: InventoryTestKit, vendor: str) -> tuple[list[str], bool]:
    """Return the items that were bought there, and whether the vendor was understood as one."""
    answer = await kit.ws("item/list", query=f"bought at {vendor}")
    return sorted(item["name"] for item in answer["items"]), bool(answer["chips"])


async def test_they_are_read_once_while_none_changes(kit: InventoryTestKit, readings: list[str]) -> None:
    """Adding things and moving them changes nothing about who made or sold them."""
    lamp = await kit.given_item("Lamp", vendor="Ikea")
    assert await bought_at(kit, "Ikea") == (["Lamp"], True)
    await kit.given_item("Chair")
    await kit.ws("item/adjust", item=lamp, by=1)
    await kit.ws("item/update", item=lamp, name="Floor lamp")
    assert await bought_at(kit, "Ikea") == (["Floor lamp"], True)
    assert len(readings) == 1


async def test_a_new_one_is_known_at_once(kit: InventoryTestKit) -> None:
    """Whatever was read before."""
    await kit.given_item("Lamp", vendor="Ikea")
    await bought_at(kit, "Ikea")
    saw = await kit.given_item("Saw", vendor="Obi")
    assert await bought_at(kit, "Obi") == (["Saw"], True)
    await kit.ws("item/update", item=saw, vendor="Hornbach")
    assert await bought_at(kit, "Hornbach") == (["Saw"], True)


async def test_one_that_nothing_names_any_more_is_no_vendor(kit: InventoryTestKit) -> None:
    """Its name is then a word like others; undoing brings it back."""
    lamp = await kit.given_item("Lamp", vendor="Ikea")
    await bought_at(kit, "Ikea")
    done = await kit.ws("item/update", item=lamp, vendor=None)
    assert not (await bought_at(kit, "Ikea"))[1]
    await kit.ws("change/undo", batch=done["batch"])
    assert await bought_at(kit, "Ikea") == (["Lamp"], True)


async def test_what_is_read_while_one_changes_is_not_kept(kit: InventoryTestKit) -> None:
    """However the two come: the next question knows the vendor."""
    makers, database = kit.inventory.questions._catalog.makers, kit.inventory.questions._database
    for letter in "abcdefghij":
        reading = asyncio.create_task(makers.async_list(database))
        await kit.given_item(f"Thing {letter}", vendor=f"Shop{letter}")
        await reading
        assert await bought_at(kit, f"Shop{letter}") == ([f"Thing {letter}"], True)
