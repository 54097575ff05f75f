"""The command line against a real Home Assistant: a story with every group of commands, as scripts and people type them."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.importing.files import HOMEBOX

from .hass_config import DOMAIN, REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

    from .hass_process import HassProcess


@dataclass(frozen=True)
class Said:
    """What a command has said, and its exit code."""

    code: int
    out: bytes
    err: str

    @property
    def json(self) -> Any:
        """The answer as a script reads it."""
        return json.loads(self.out)


class Terminal:
    """Where commands are typed: each is a process of its own."""

    def __init__(self, folder: Path) -> None:
        """Know no Home Assistant yet."""
        self._folder = folder
        self._environment = {name: value for name, value in os.environ.items() if not name.startswith("HOME_INVENTORY")}
        self._environment |= {
            "HOME_INVENTORY_CONFIG": str(folder / "cli.json"),
            "PYTHONPATH": str(REPOSITORY / "cli"),
            "PYTHONPYCACHEPREFIX": str(REPOSITORY / ".cache" / "pycache"),
            "LC_ALL": "C.UTF-8",
        }

    async def start(self, *words: str) -> asyncio.subprocess.Process:
        """Start a command."""
        pipe = asyncio.subprocess.PIPE
        command = [sys.executable, "-m", "home_inventory_cli", *words]
        return await asyncio.create_subprocess_exec(
            *command, stdin=pipe, stdout=pipe, stderr=pipe, env=self._environment, cwd=self._folder
        )

    async def __call__(self, *words: str, typed: str = "") -> Said:
        """Run a command to its end."""
        process = await self.start(*words)
        async with asyncio.timeout(60):
            out, err = await process.communicate(typed.encode())
        return Said(process.returncode or 0, out, err.decode())

    async def tells(self, *words: str, typed: str = "") -> Any:
        """Run a command that works, and return its answer."""
        said = await self(*words, "--json", typed=typed)
        assert said.code == 0, said.err
        return said.json

    async def refused(self, *words: str) -> int:
        """Run a command that does not work, and return its exit code; nothing is on standard output then."""
        said = await self(*words)
        assert said.out == b""
        assert said.err
        return said.code


async def _sign_in(inv: Terminal, hass: HassProcess) -> None:
    """Make a token as a person does, and keep it."""
    token = await hass.client.call("auth/long_lived_access_token", client_name="Terminal", lifespan=1)
    assert await inv.refused("info") == 2
    assert (await inv("login", "--url", hass.url, "--token-file", "-", typed=token)).code == 0
    refused, info = await asyncio.gather(inv.refused("info", "--token-file", "cli.json"), inv.tells("info"))
    assert (refused, info["is_admin"]) == (2, True)


async def _furnish(inv: Terminal) -> None:
    """Make places and things."""
    _garage, lamps = await asyncio.gather(
        inv.tells("locations", "add", "Garage", "--in", "Home", "--kind", "room"),
        inv.tells("items", "add", "-", typed="Lamp\nLamp\n"),
    )
    assert len(lamps) == 2
    await inv.tells("locations", "add", "Shelf", "--in", "Garage")
    await inv.tells("items", "add", "Drill", "--location", "Shelf", "--price", "149.90", "--category", "Tools")
    places, refused, tools = await asyncio.gather(
        inv("locations", "list"), inv.refused("items", "show", "Lamp"), inv.tells("items", "list", "-c", "Tools")
    )
    assert b"Shelf" in places.out
    assert (refused, tools["items"][0]["purchase_price"]) == (1, 149.9)


async def _live(inv: Terminal) -> None:
    """Let things happen, and take one back."""
    await inv.tells("items", "move", "Drill", "Garage")
    await asyncio.gather(
        inv.tells("items", "adjust", "Drill", "--by", "2"),
        inv.tells("loans", "lend", "Drill", "Anna", "--quantity", "1"),
    )
    assert (await inv.tells("items", "list", "--lent"))["total"] == 1
    await inv.tells("loans", "return", "Drill")
    await inv.tells("items", "update", "Drill", "--custom", "Watts=750")
    assert (await inv.tells("undo"))["changes"] == 1
    shown, history, found = await asyncio.gather(
        inv.tells("items", "show", "Drill"), inv("history", "Drill"), inv.tells("search", "where is the drill")
    )
    assert (shown["item"]["quantity"], shown["item"]["custom"]) == (3, {})
    assert "moved from Home / Garage / Shelf to Home / Garage" in history.out.decode()
    assert found["results"][0]["item"]["name"] == "Drill"


async def _take_in(inv: Terminal, folder: Path) -> None:
    """Take in what is good of a file, and take it back."""
    (folder / "homebox.csv").write_text(HOMEBOX)
    assert (await inv("import", "homebox.csv", "--dry-run")).code == 5
    said = await inv("import", "homebox.csv", "--partial", "--yes", "--json")
    assert (said.code, said.json["counts"]["rejected"]) == (5, 1)
    await inv.tells("undo", said.json["batch"])
    names, *files = await asyncio.gather(
        inv("export", "--columns", "name"), inv("export", "all.zip"), inv("report", "insurance", "home.pdf")
    )
    assert b"Drill" in names.out
    assert [said.code for said in files] == [0, 0]
    assert [(folder / name).read_bytes()[:2] for name in ("all.zip", "home.pdf")] == [b"PK", b"%P"]


async def _look_around(inv: Terminal) -> None:
    """Ask about devices, which are none but for those of Home Assistant."""
    sources, devices, networks = await asyncio.gather(
        inv.tells("sources", "list"), inv.tells("devices", "list"), inv.tells("networks", "list")
    )
    assert "devices" in devices
    assert networks["networks"] == []
    assert (await inv.tells("sync", sources["sources"][0]["title"], "--dry-run"))["conflicts"] == []


async def _watch(inv: Terminal, hass: HassProcess) -> None:
    """Watch, also while Home Assistant is started anew; what was said meanwhile is not lost."""
    watching = await inv.start("watch", "--json", "--count", "2")
    assert watching.stdout is not None
    assert watching.stderr is not None
    assert await watching.stderr.readline() == b"Watching. Ctrl-C ends it.\n"
    await inv.tells("items", "add", "Saw")
    first = json.loads(await watching.stdout.readline())
    client = await hass.restart()
    added = await client.call(f"{DOMAIN}/item/add", name="Hammer")
    async with asyncio.timeout(60):
        out, _ = await watching.communicate()
    assert json.loads(out)["batch"] == added["batch"] > first["batch"]
    assert watching.returncode == 0


async def test_a_day_at_the_terminal(hass: HassProcess, tmp_path: Path) -> None:
    await hass.client.set_up(DOMAIN, name="Home", places_from_areas=False)
    folder = tmp_path / "terminal"
    folder.mkdir()
    inv = Terminal(folder)
    await _sign_in(inv, hass)
    await _furnish(inv)
    await _live(inv)
    await _take_in(inv, folder)
    await _look_around(inv)
    await _watch(inv, hass)
    await hass.kill()
    assert await inv.refused("info") == 3
    assert (await inv("logout")).code == 0
