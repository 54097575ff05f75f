"""Runs the demo: a real Home Assistant with the integration, an owner and a furnished home."""

import argparse
import asyncio
import contextlib
import signal
import sys
import time
from pathlib import Path

from script.demo.household import load_household, prepare_rooms, read_household
from tests.real.hass_client import HassClient
from tests.real.hass_config import DOMAIN, REPOSITORY, link_integration
from tests.real.hass_process import NEWEST, USER, HassProcess


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="script/run", description=__doc__)
    parser.add_argument(
        "--empty", action="store_true", help="set up the integration, but bring no things into the home"
    )
    parser.add_argument("--port", type=int, default=8123)
    parser.add_argument("--config", type=Path, default=REPOSITORY / ".run" / "config", help="folder of Home Assistant")
    return parser.parse_args()


def _say(text: str) -> None:
    print(f"==> {text}", flush=True)


async def _furnish(client: HassClient, *, empty: bool) -> None:
    """Set the integration up and bring the things in; does nothing when that was done before."""
    entries = await client.call("config_entries/get", domain=DOMAIN)
    if not entries:
        household = read_household()
        await client.call("config/core/update", location_name="Home", country="DE", currency="EUR")
        if not empty:
            _say("Making floors, areas and labels")
            await prepare_rooms(client, household)
        _say("Setting up Home Inventory")
        await client.set_up(DOMAIN, name="Home", places_from_areas=True)
        if not empty:
            _say("Bringing the things in")
            _say(f"{await load_household(client, household)} items are in the home")


async def _run(arguments: argparse.Namespace) -> int:
    config: Path = arguments.config.resolve()
    config.mkdir(parents=True, exist_ok=True)
    link_integration(config)
    home = HassProcess(config, NEWEST, port=arguments.port, skip_pip=False)
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    _say(f"Starting Home Assistant (its log: {home.log})")
    began = time.monotonic()
    try:
        client = await home.start()
        _say(f"Home Assistant {(await client.get('/api/config'))['version']} is up")
        await _furnish(client, empty=arguments.empty)
        _say(f"Ready after {time.monotonic() - began:.0f} s: {home.url}")
        print(f"    user      {USER}\n    password  {home.password}\n    Ctrl-C stops it.", flush=True)
        return await _until_stopped(home, stopped)
    finally:
        _say("Stopping Home Assistant")
        await home.stop()


async def _until_stopped(home: HassProcess, stopped: asyncio.Event) -> int:
    """Wait for Ctrl-C, or for Home Assistant to end by itself (as it does to restart)."""
    while not stopped.is_set():
        ended = asyncio.create_task(home.wait())
        asked = asyncio.create_task(stopped.wait())
        await asyncio.wait({ended, asked}, return_when=asyncio.FIRST_COMPLETED)
        asked.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await asked
        if ended.done() and ended.result() != RESTART:
            _say(f"Home Assistant ended with code {ended.result()}; see {home.log}")
            return int(ended.result())
        if ended.done():
            _say("Home Assistant restarts")
            await home.restart()
        else:
            ended.cancel()
    return 0


# The code with which Home Assistant asks to be started again.
RESTART = 100


def main() -> int:
    """Run until Ctrl-C."""
    return asyncio.run(_run(_arguments()))


if __name__ == "__main__":
    sys.exit(main())
