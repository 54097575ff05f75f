"""The login of a HomeSeer is nowhere but among Home Assistant's settings."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from custom_components.home_inventory.diagnostics import async_get_config_entry_diagnostics
from custom_components.home_inventory.domain.errors import InventoryError
from tests.homeseer_server import Trouble
from tests.syncing.conftest import LOGIN

if TYPE_CHECKING:
    from tests.homeseer_server import HomeSeerServer
    from tests.syncing.home import SyncedHome


async def test_runs_leave_no_password_behind(
    home: SyncedHome, homeseer: HomeSeerServer, caplog: pytest.LogCaptureFixture
) -> None:
    """Good runs and bad ones: in no table, no line of the journal, no snapshot, no log and nothing that can be downloaded."""
    caplog.set_level("DEBUG")
    await home.sync()
    for trouble in (Trouble.PAGE, Trouble.HALF, Trouble.REDIRECT, Trouble.STATUS_500):
        homeseer.trouble = trouble
        with pytest.raises(InventoryError) as failed:
            await home.sync()
        assert LOGIN[1] not in f"{failed.value} {failed.value.placeholders}"
    homeseer.trouble, homeseer.login = None, ("default", "changed")
    with pytest.raises(InventoryError):
        await home.sync()
    await home.kit.action("create_snapshot")

    tables = json.dumps(await home.kit.tables(), default=str, ensure_ascii=False)
    told = json.dumps(await async_get_config_entry_diagnostics(home.kit.hass, home.kit.entry), default=str)
    shown = json.dumps(
        [await home.kit.ws("source/list"), await home.kit.ws("source/runs"), await home.kit.ws("change/list")]
    )
    files = _files(Path(home.kit.hass.config.path("home_inventory")))
    assert files
    secret = LOGIN[1]
    for place in (tables, told, shown, caplog.text):
        assert secret not in place
        assert json.dumps(secret)[1:-1] not in place
    assert [path for path, content in files.items() if secret.encode() in _unpacked(content)] == []


def _files(folder: Path) -> dict[str, bytes]:
    """Return what all files in a folder hold."""
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _unpacked(content: bytes) -> bytes:
    """Return what a file says, also if it is packed."""
    return gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content
