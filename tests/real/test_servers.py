"""MariaDB and PostgreSQL under a real Home Assistant: moving there and back, and the server going away."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.servers import KINDS, Server, why_not

from .hass_client import HassClient
from .hass_config import CONFIGURATION, DOMAIN, link_integration
from .hass_process import HassProcess
from .household import everything, live

LOOKED_AFTER = "The store was looked after"

OF_SOURCES = {"connectivity", "last_sync", "sync"}


@pytest.fixture(params=KINDS)
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    """Each kind of server."""
    if (reason := why_not(request.param)) is not None:
        pytest.skip(reason)
    with Server(request.param) as running:
        yield running


def use_database(config: Path, url: str | None) -> None:
    """Let the recorder use another database, as a person does in configuration.yaml."""
    recorder = "recorder:\n" if url is None else f"recorder:\n  db_url: {url}\n  db_retry_wait: 1\n"
    (config / "configuration.yaml").write_text(CONFIGURATION.replace("recorder:\n", recorder))


async def issues(client: HassClient) -> set[str]:
    """Return the keys of our repair issues."""
    listed = await client.call("repairs/list_issues")
    return {issue["translation_key"] for issue in listed["issues"] if issue["domain"] == DOMAIN}


async def test_moving_to_a_server_and_back(new_hass: Callable[..., HassProcess], server: Server) -> None:
    """Change `db_url`, restart, everything is there: items, places, history, and a note that says so. Both ways."""
    home = new_hass()
    home.expected.append(LOOKED_AFTER)
    home.config.mkdir()
    link_integration(home.config)
    use_database(home.config, None)
    client = await home.start()
    await client.set_up(DOMAIN, name="Home", places_from_areas=False)
    await live(client, "at first")
    at_first = await everything(client)

    await home.stop()
    use_database(home.config, server.new_database("recorder"))
    client = await home.start()
    on_server = await everything(client)
    notes = await issues(client)
    status = await client.call("home_inventory/store/info")
    await live(client, "on the server")
    grown = await everything(client)

    await home.stop()
    use_database(home.config, None)
    client = await home.start()
    back = await everything(client)

    assert on_server == at_first
    assert notes == {"database_rebuilt"}
    assert status["database"] == server.dialect
    assert len(grown["items"]) > len(at_first["items"])
    assert back == grown
    assert (await client.call("home_inventory/store/info"))["database"] == "sqlite"
    assert not await issues(client) & {"database_older", "forked", "different_stores"}


async def test_a_server_that_goes_away_and_comes_back(new_hass: Callable[..., HassProcess], server: Server) -> None:
    """What is asked for meanwhile waits and is done, once; entities are unavailable once and come back by themselves."""
    home = new_hass()
    # The recorder complains of its own statements, and names our event if that was on its way.
    home.expected += ["store_unavailable", "database", "StoreUnavailable", "[homeassistant.components.recorder"]
    home.config.mkdir()
    link_integration(home.config)
    use_database(home.config, server.new_database("recorder"))
    client = await home.start()
    await client.set_up(DOMAIN, name="Home", places_from_areas=False)
    await live(client, "before")
    before = await everything(client)
    ours = await _ours(client)

    await asyncio.to_thread(server.stop)
    waiting = [
        asyncio.create_task(client.call("home_inventory/item/add", name=f"Patient {number}", location="Garage before"))
        for number in range(8)
    ]
    await _until(client, lambda states: {states[entity_id] for entity_id in ours} == {"unavailable"}, seconds=180)
    await asyncio.sleep(5)
    assert not any(task.done() for task in waiting)
    await asyncio.to_thread(server.start)
    added = await asyncio.gather(*waiting)
    await _until(client, lambda states: "unavailable" not in {states[entity_id] for entity_id in ours}, seconds=180)

    after = await everything(client)
    assert {answer["item"]["name"] for answer in added} == {f"Patient {number}" for number in range(8)}
    assert len(after["items"]) == len(before["items"]) + 8
    assert after["history"][8:] == before["history"]
    assert home.log.read_text().count("Error fetching home_inventory figures") == 1


async def _ours(client: HassClient) -> list[str]:
    """Return our entities that have a state and need the database for it; how a source did is known without."""
    registered = await client.call("config/entity_registry/list")
    ours = [entity for entity in registered if entity["platform"] == DOMAIN and not entity["disabled_by"]]
    return [entity["entity_id"] for entity in ours if entity["translation_key"] not in OF_SOURCES]


async def _until(client: HassClient, is_so: Callable[[dict[str, str]], bool], *, seconds: int) -> None:
    """Wait until the states of all entities are as they should be."""
    async with asyncio.timeout(seconds):
        while not is_so({state["entity_id"]: state["state"] for state in await client.call("get_states")}):
            await asyncio.sleep(0.5)
