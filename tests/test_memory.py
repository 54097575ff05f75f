"""What Home Assistant's own storage remembers of the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit


async def test_what_was_mended_is_still_known_after_the_next_start(kit: InventoryTestKit) -> None:
    """The panel goes on showing it."""
    await kit.given_item("Drill")
    await kit.run_sql("DROP TABLE home_inventory_stock")
    assert await kit.names() == ["Drill"]
    assert (await kit.item("Drill"))["quantity"] == 1
    told = (await kit.ws("store/info"))["recovery"]

    await kit.hass.config_entries.async_reload(kit.entry.entry_id)

    assert told["kind"] == "database_rebuilt"
    assert (await kit.ws("store/info"))["recovery"] == told
