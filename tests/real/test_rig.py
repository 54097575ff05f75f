"""The rig itself: a Home Assistant without our integration."""

from collections.abc import Callable

from .hass_process import NEWEST, HassProcess


async def test_home_assistant_starts_stops_and_lets_its_owner_in_again(
    new_hass: Callable[..., HassProcess],
) -> None:
    process = new_hass()
    client = await process.start()
    assert (await client.get("/api/config"))["version"].startswith(NEWEST.name)
    assert {"automation", "assist_pipeline", "recorder"} <= set((await client.get("/api/config"))["components"])

    assert await process.stop() == 0
    client = await process.start()
    assert (await client.call("auth/current_user"))["is_owner"]

    await process.kill()
    client = await process.start()
    assert await client.call("get_states")
