"""Nothing that was acknowledged is lost, also when the process is killed while it writes."""

import asyncio
from collections.abc import Callable

from .hass_client import HassClient
from .hass_config import DOMAIN, link_integration
from .hass_process import HassProcess, Version

WRITERS = 4


async def _add_until_cut_off(client: HassClient, writer: int, acknowledged: list[str]) -> None:
    """Add one item after the other and note each that Home Assistant has answered for."""
    for number in range(100_000):
        name = f"Thing {writer}-{number}"
        try:
            await client.call("home_inventory/item/add", name=name, location="Kitchen", notes="x" * 200)
        except ConnectionError:
            return
        acknowledged.append(name)


async def test_every_acknowledged_item_survives_a_power_cut(
    new_hass: Callable[..., HassProcess], version: Version
) -> None:
    process = new_hass(version)
    process.config.mkdir(parents=True)
    link_integration(process.config)
    client = await process.start()
    await client.set_up(DOMAIN, name="Home", places_from_areas=True)
    # The entry itself is written by Home Assistant with a delay: this test is about what comes after.
    client = await process.restart()

    acknowledged: list[str] = []
    writers = [asyncio.create_task(_add_until_cut_off(client, n, acknowledged)) for n in range(WRITERS)]
    await asyncio.sleep(5)
    await process.kill()
    await asyncio.gather(*writers)
    assert len(acknowledged) > 20

    client = await process.start()
    found: set[str] = set()
    for offset in range(0, len(acknowledged) + WRITERS, 1000):
        page = await client.call("home_inventory/item/list", limit=1000, offset=offset, sort="name")
        found |= {item["name"] for item in page["items"]}
    assert set(acknowledged) <= found
    # What was under way may have been written or not, but nothing is there twice or in halves.
    assert page["total"] == len(found) <= len(acknowledged) + WRITERS
    history = await client.call("home_inventory/change/list", limit=1)
    assert history["total"] >= len(found)
