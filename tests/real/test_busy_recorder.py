"""The recorder busy with its own: a flood of states, and a purge that packs the whole file anew."""

import asyncio
import shutil
import time
from collections.abc import Callable

from .hass_client import HassClient
from .hass_config import CONFIGURATION, DOMAIN, REPOSITORY, copy_integration
from .hass_process import HassProcess

STATES = 60_000
WRITERS = 4
SECONDS = 8.0


async def _write(client: HassClient, writer: int, until: float, names: list[str]) -> None:
    """Add one item after the other; an error ends the test."""
    number = 0
    while time.monotonic() < until:
        name = f"Thing {len(names)} of {writer} at {until:.0f}"
        await client.call("home_inventory/item/add", name=name, location="Kitchen")
        names.append(name)
        number += 1


async def _write_for_a_while(client: HassClient, names: list[str]) -> None:
    until = time.monotonic() + SECONDS
    await asyncio.gather(*(_write(client, writer, until, names) for writer in range(WRITERS)))


async def test_a_flood_and_a_purge_make_no_write_fail(new_hass: Callable[..., HassProcess]) -> None:
    home = new_hass()
    copy_integration(home.config, frontend=False)
    shutil.copytree(REPOSITORY / "script" / "bench" / "loop_watch", home.config / "custom_components" / "loop_watch")
    (home.config / "configuration.yaml").write_text(f"{CONFIGURATION}\nloop_watch:\n")
    home.expected.append("frontend_missing")
    client = await home.start()
    await client.set_up(DOMAIN, name="Home", places_from_areas=True)

    names: list[str] = []
    flood = asyncio.create_task(client.call("loop_watch/flood", states=STATES))
    await _write_for_a_while(client, names)
    await flood
    purge = {"keep_days": 0, "repack": True}
    await client.call("call_service", domain="recorder", service="purge", service_data=purge)
    await _write_for_a_while(client, names)

    found = await client.call("home_inventory/item/list", limit=1)
    assert found["total"] == len(names) > WRITERS
    await home.kill()  # else it would write all those states first
