"""What the marketplace installs: the release zip in an otherwise empty configuration folder."""

import json
import zipfile
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import aiohttp
import pytest

from .hass_client import HassClient
from .hass_config import DOMAIN, REPOSITORY, copy_integration, unpack_release
from .hass_process import HassProcess, Version

RELEASE = REPOSITORY / "dist" / "home_inventory.zip"


@pytest.fixture
def release() -> Path:
    assert RELEASE.exists(), "Run script/package first"
    return RELEASE


async def _issues(client: HassClient) -> set[str]:
    answer = await client.call("repairs/list_issues")
    return {issue["translation_key"] for issue in answer["issues"] if issue["domain"] == DOMAIN}


@pytest.fixture
async def page() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


def test_a_release_holds_the_integration_and_nothing_else(release: Path) -> None:
    with zipfile.ZipFile(release) as archive:
        names = archive.namelist()
        manifest = json.loads(archive.read("manifest.json"))
    assert manifest["domain"] == DOMAIN
    assert {"__init__.py", "translations/en.json", "frontend/panel.js", "frontend/cards.js"} <= set(names)
    assert not [name for name in names if "__pycache__" in name or name.startswith(("/", "tests", "custom_", "cli"))]
    meanings = "search/assets/"  # tests/search/test_assets.py says how big they may be
    program = [entry.file_size for entry in archive.infolist() if not entry.filename.startswith(meanings)]
    assert sum(program) < 8 * 1024 * 1024


async def test_a_release_can_be_set_up_and_brings_its_panel(
    new_hass: Callable[..., HassProcess], version: Version, release: Path, page: aiohttp.ClientSession
) -> None:
    process = new_hass(version)
    unpack_release(process.config, release)
    client = await process.start()
    entry = await client.set_up(DOMAIN, name="Home", places_from_areas=False)
    assert entry["state"] == "loaded"
    assert "frontend_missing" not in await _issues(client)

    panels = await client.call("get_panels")
    panel = next(panel for panel in panels.values() if panel["url_path"] == "home-inventory")
    async with page.get(process.url + panel["config"]["_panel_custom"]["module_url"]) as script:
        assert script.ok
        assert "javascript" in script.content_type


async def test_without_the_front_end_everything_else_works_and_a_repair_says_so(
    new_hass: Callable[..., HassProcess], version: Version
) -> None:
    process = new_hass(version)
    copy_integration(process.config, frontend=False)
    client = await process.start()
    await client.set_up(DOMAIN, name="Home", places_from_areas=False)
    assert "frontend_missing" in await _issues(client)
    assert (await client.call("home_inventory/item/add", name="Kettle"))["item"]["name"] == "Kettle"
