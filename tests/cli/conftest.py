"""Somebody at a terminal: the command line, and a household whose Home Assistant it reaches over HTTP."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from home_inventory_cli.app import app
from homeassistant.components import file_upload
from homeassistant.setup import async_setup_component
from typer.testing import CliRunner

from tests.kit import InventoryTestKit

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterator
    from pathlib import Path

    from homeassistant.core import HomeAssistant
    from pytest_homeassistant_custom_component.typing import ClientSessionGenerator


@dataclass(frozen=True)
class Said:
    """What a command has said, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer, which is one document."""
        return json.loads(self.out)


class Terminal:
    """Where commands are typed."""

    def __init__(self, hass: HomeAssistant, environment: dict[str, str]) -> None:
        """Take what is set there."""
        self._hass = hass
        self.environment = environment

    async def __call__(self, *words: str, typed: str | bytes | None = None, **environment: str) -> Said:
        """Run a command, in a thread as it has the network to wait for; `typed` comes in over standard input."""

        def run() -> Said:
            done = CliRunner().invoke(app, list(words), input=typed, env={**self.environment, **environment})
            if done.exception is not None and not isinstance(done.exception, SystemExit):
                raise done.exception
            return Said(done.exit_code, done.stdout, done.stderr)

        return await self._hass.async_add_executor_job(run)

    async def tells(self, *words: str, **more: Any) -> Any:
        """Run a command that works, and return its answer as a script gets it."""
        said = await self(*words, "--json", **more)
        assert said.code == 0, said.err
        return said.json


@pytest.fixture(autouse=True)
def connections_that_end() -> Iterator[None]:
    """Wait for what websockets has run beside a connection: its threads see a moment later that it is closed."""
    before = frozenset(threading.enumerate())
    yield
    for thread in frozenset(threading.enumerate()) - before:
        if thread.name.endswith(("(keepalive)", "(recv_events)")):
            thread.join(30)


@pytest.fixture
async def inv(
    hass: HomeAssistant,
    kit: InventoryTestKit,
    hass_client: ClientSessionGenerator,
    hass_access_token: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncGenerator[Terminal]:
    """A terminal at which Home Assistant is known."""
    # Home Assistant empties this folder when it ends: others run at the same time.
    monkeypatch.setattr(file_upload, "TEMP_DIR_NAME", f"home-inventory-{tmp_path.name}")
    assert await async_setup_component(hass, "file_upload", {})
    client = await hass_client()
    yield Terminal(
        hass,
        {
            "HOME_INVENTORY_URL": str(client.make_url("/")),
            "HOME_INVENTORY_TOKEN": hass_access_token,
            "HOME_INVENTORY_CONFIG": str(tmp_path / "cli.json"),
            "LANG": "C.UTF-8",
            "LC_ALL": "",
        },
    )
    await client.close()
