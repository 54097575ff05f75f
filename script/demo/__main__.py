"""Runs the demo: a real Home Assistant with the integration, an owner and a furnished home."""

import argparse
import asyncio
import signal
import sys
import time
from pathlib import Path

from script.demo.household import find_devices, lend_things, load_household, prepare_rooms, read_household
from tests.real.hass_client import HassClient
from tests.real.hass_config import DOMAIN, REPOSITORY, link_integration
from tests.real.hass_process import NEWEST, USER, HassProcess

# The code with which Home Assistant asks to be started again.
ASKS_FOR_RESTART = 100


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


async def _furnish(client: HassClient, config: Path, *, empty: bool) -> None:
    """Set the integration up and bring the things in; what an earlier run did is left as it is."""
    household = read_household()
    if not await client.call("config_entries/get", domain=DOMAIN):
        await client.call("config/core/update", location_name="Home", country="DE", currency="EUR")
        if not empty:
            _say("Making floors, areas and labels")
            await prepare_rooms(client, household)
        _say("Setting up Home Inventory")
        await client.set_up(DOMAIN, name="Home", places_from_areas=True)
    # Written last, so that a run that was cut off is made good by the next one.
    furnished = config / ".furnished"
    if not empty and not furnished.exists():
        _say("Bringing the things in")
        _say(f"{await load_household(client, household)} items are in the home")
        await lend_things(client, household)
        _say(f"{await find_devices(client, household)} devices are in its network")
        furnished.touch()


async def _run(arguments: argparse.Namespace) -> int:
    config: Path = arguments.config
    home = HassProcess(config, NEWEST, port=arguments.port, skip_pip=False)
    _say(f"Starting Home Assistant (its log: {home.log})")
    # asyncio answers Ctrl-C by cancelling what runs; a request to end is to do the same.
    if task := asyncio.current_task():
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    began = time.monotonic()
    try:
        client = await home.start()
        _say(f"Home Assistant {(await client.get('/api/config'))['version']} is up")
        await _furnish(client, config, empty=arguments.empty)
        _say(f"Ready after {time.monotonic() - began:.0f} s: {home.url}")
        print(f"    user      {USER}\n    password  {home.password}\n    Ctrl-C stops it.", flush=True)
        while (code := await home.wait()) == ASKS_FOR_RESTART:
            _say("Home Assistant restarts")
            await home.restart()
    finally:
        _say("Stopping Home Assistant")
        await home.stop()
    _say(f"Home Assistant ended with code {code}; its log: {home.log}")
    return code


def main() -> int:
    """Run until Ctrl-C."""
    arguments = _arguments()
    arguments.config = arguments.config.resolve()
    arguments.config.mkdir(parents=True, exist_ok=True)
    link_integration(arguments.config)
    try:
        return asyncio.run(_run(arguments))
    except KeyboardInterrupt, asyncio.CancelledError:
        return 0


if __name__ == "__main__":
    sys.exit(main())
