"""What every file has to stand: it is taken in once, and can be given back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit


async def check_taken_in_once(kit: InventoryTestKit, **file: str) -> None:
    """Check that importing a file (`content` or `data`, as the command takes it) again changes nothing, and that one undo takes all back."""
    before = await kit.everything()
    first = await kit.ws("import/apply", **file)
    after = await kit.tables()

    again = await kit.ws("import/apply", **file)

    assert (again["batch"], again["counts"]["unchanged"]) == (None, first["counts"]["new"])
    assert await kit.tables() == after
    await kit.ws("change/undo", batch=first["batch"])
    assert await kit.everything() == before
