"""A small household's story, and everything that can be seen of it."""

from typing import Any

from .hass_client import HassClient

PAGE = 1000


async def live(client: HassClient, name: str) -> None:
    """Let things come, change, move, go and come back."""
    call = client.call
    garage = (await call("home_inventory/location/add", name=f"Garage {name}", kind="room"))["location"]["id"]
    shelf = (await call("home_inventory/location/add", name=f"Shelf {name}", kind="furniture", parent=garage))[
        "location"
    ]["id"]
    for number in range(20):
        await call(
            "home_inventory/item/add",
            name=f"Ölkanne {name} {number} 🛢",
            location=shelf,
            quantity=number + 1,
            categories=["Werkzeug / Öle"],
            purchase_price=12.34,
            warranty_until="2031-02-28",
            barcodes=[f"40{number:011}"],
            notes="Straße\nzwei Zeilen",
        )
    await call("home_inventory/item/move", item=f"Ölkanne {name} 1 🛢", to=garage, quantity=1)
    await call("home_inventory/item/adjust", item=f"Ölkanne {name} 2 🛢", by=2)
    await call("home_inventory/item/update", item=f"Ölkanne {name} 3 🛢", name=f"Kanne {name}", serial_number="ÄÖ-1")
    await call("home_inventory/item/remove", item=f"Ölkanne {name} 4 🛢")
    await call("home_inventory/item/remove", item=f"Ölkanne {name} 5 🛢", permanently=True)
    undone = await call("home_inventory/change/undo")
    assert undone["changes"] > 0


async def everything(client: HassClient) -> dict[str, Any]:
    """Return all that the interface tells: items, places and categories, archived ones too, and the whole history."""
    return {
        "items": await _all(client, "item/list", "items"),
        "archived items": await _all(client, "item/list", "items", archived=True),
        "locations": await _all(client, "location/list", "locations"),
        "archived locations": await _all(client, "location/list", "locations", archived=True),
        "categories": await _all(client, "category/list", "categories"),
        "history": await _all(client, "change/list", "batches"),
    }


async def _all(client: HassClient, command: str, key: str, **fields: Any) -> list[Any]:
    """Return a whole list, page by page."""
    found: list[Any] = []
    while True:
        paging = {"limit": PAGE, "offset": len(found)} if command in ("item/list", "change/list") else {}
        page = await client.call(f"home_inventory/{command}", **fields, **paging)
        found += page[key]
        if len(page[key]) < PAGE:
            return found
