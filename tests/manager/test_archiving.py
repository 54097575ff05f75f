"""Items that are archived, restored and deleted for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.kit import CommandError

from .test_items import DETAILS

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit


async def test_an_archived_item_leaves_the_lists_and_comes_back(kit: InventoryTestKit) -> None:
    """Everything about it is kept."""
    drill = await kit.given_item("Drill", location="Home", **DETAILS)
    before = await kit.item(drill)

    removed = (await kit.ws("item/remove", item=drill))["item"]
    lists = await kit.names(), await kit.names(archived=True)
    restored = (await kit.ws("item/restore", item=drill))["item"]

    assert (removed["archived"], restored["archived"]) == (True, False)
    assert lists == ([], ["Drill"])
    assert restored | {"updated_at": ""} == before | {"updated_at": ""}
    assert await kit.names() == ["Drill"]


@pytest.mark.parametrize(
    ("command", "values"),
    [
        ("item/update", {"name": "Saw"}),
        ("item/move", {"to": "Home"}),
        ("item/adjust", {"by": 1}),
        ("item/remove", {}),
    ],
)
async def test_what_is_archived_does_not_change(kit: InventoryTestKit, command: str, values: dict[str, Any]) -> None:
    """It is restored first."""
    drill = await kit.given_item("Drill")
    await kit.ws("item/remove", item=drill)

    with pytest.raises(CommandError) as refused:
        await kit.ws(command, item=drill, **values)

    assert (refused.value.code, refused.value.placeholders) == ("archived", {"name": "Drill"})


async def test_what_is_in_use_can_not_be_restored(kit: InventoryTestKit) -> None:
    """There is nothing to restore."""
    drill = await kit.given_item("Drill")

    with pytest.raises(CommandError, match="not_archived"):
        await kit.ws("item/restore", item=drill)


@pytest.mark.parametrize("archived_first", [True, False])
async def test_an_item_that_is_deleted_for_good_is_gone(kit: InventoryTestKit, *, archived_first: bool) -> None:
    """Whether it was archived before or not; only its history and its code stay."""
    drill = await kit.given_item("Drill", location="Home", categories=["Tools"], **DETAILS)
    assert not archived_first or await kit.ws("item/remove", item=drill)

    deleted = (await kit.ws("item/remove", item=drill, permanently=True))["item"]

    tables = await kit.tables("codes", "batches", "changes", "locations", "categories")
    assert deleted["name"] == "Drill"
    assert not any(tables.values())
    assert [change["operation"] for change in await kit.changes(item=drill)][-1] == "delete"
    with pytest.raises(CommandError, match="item_not_found"):
        await kit.item(drill)
