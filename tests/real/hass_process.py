"""Starts, stops and kills a real `hass` process, and reads what it logged."""

import asyncio
import ctypes
import os
import re
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from tests.ports import free_port

from .hass_client import HassClient
from .hass_config import DOMAIN, REPOSITORY, write_configuration

USER = "demo"
START_LIMIT = 120
RESTART = 100
"""The exit code that asks whoever supervises Home Assistant to start it anew."""
STOP_LIMIT = 60

_RECORD = re.compile(r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+(?:\S*) (?P<level>[A-Z]+) ")
# What Home Assistant says about every custom integration.
_EXPECTED = ("We found a custom integration home_inventory",)


@dataclass(frozen=True)
class Version:
    """A Home Assistant that script/setup has installed."""

    name: str
    venv: Path

    @property
    def installed(self) -> bool:
        """Whether it is there."""
        return (self.venv / "bin" / "hass").exists()


OLDEST = Version("2026.10", REPOSITORY / ".venv")
NEWEST = Version("2026.11", REPOSITORY / ".cache" / "hass-newest")


class HassProcess:
    """One Home Assistant on the loopback interface, with its folder, its owner and its log.

    `start` returns when it is fully up; `client` is then signed in as the owner, websocket open.
    """

    def __init__(
        self,
        config: Path,
        version: Version = NEWEST,
        *,
        port: int | None = None,
        password: str = "demo",
        skip_pip: bool = True,
    ) -> None:
        """Describe the process; nothing runs yet."""
        self.config = config
        self.version = version
        self.port = port or free_port()
        self.password = password
        self.log = config / "console.log"
        self.expected = list(_EXPECTED)
        """Words in warnings that belong to what a test does."""
        self._skip_pip = skip_pip
        self._process: asyncio.subprocess.Process | None = None
        self._client: HassClient | None = None

    @property
    def url(self) -> str:
        """Where its front end is."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def client(self) -> HassClient:
        """The owner, signed in."""
        if self._client is None:
            message = "Home Assistant has not been started"
            raise RuntimeError(message)
        return self._client

    @property
    def pid(self) -> int:
        """The process, for those who measure it."""
        if self._process is None:
            message = "Home Assistant has not been started"
            raise RuntimeError(message)
        return self._process.pid

    async def start(self) -> HassClient:
        """Start it and wait until it says that it is running; when it asks to be started anew meanwhile, do that."""
        await self._spawn()
        try:
            async with asyncio.timeout(START_LIMIT):
                await self._until_it_answers()
                self._client = HassClient(self.url)
                await self._enter(self._client)
                await self._until_running(self._client)
        except BaseException as error:
            await self.kill()
            error.add_note(f"The end of {self.log}:\n{self.tail()}")
            raise
        return self._client

    async def _spawn(self) -> None:
        """Start the process."""
        write_configuration(self.config, self.port)
        command = [str(self.version.venv / "bin" / "hass"), "--config", str(self.config), "--log-no-color"]
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *command,
                *(["--skip-pip"] if self._skip_pip else []),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=_environment(self.version.venv, self.config),
                start_new_session=True,
                preexec_fn=_end_with_parent,
            )

    async def stop(self) -> int:
        """Ask it to end (SIGTERM), wait for that and return its exit code."""
        return await self._end(signal.SIGTERM)

    async def kill(self) -> int:
        """End it at once (SIGKILL), as a power cut would."""
        return await self._end(signal.SIGKILL)

    async def restart(self) -> HassClient:
        """Stop and start it."""
        await self.stop()
        return await self.start()

    async def come_back(self) -> HassClient:
        """Wait until it ends in order to be started anew, and start it."""
        old = self._client
        async with asyncio.timeout(STOP_LIMIT):
            code = await self.wait()
        if old is not None:
            await old.close()
        if code != RESTART:
            message = f"Home Assistant ended with {code} and did not ask to be started anew"
            raise RuntimeError(message)
        return await self.start()

    async def wait(self) -> int:
        """Wait until it ends by itself."""
        return await self._process.wait() if self._process else 0

    def problems(self) -> list[str]:
        """Return what was logged about the integration as a warning or worse."""
        return [record for record in self._records() if self._is_problem(record)]

    def _is_problem(self, record: str) -> bool:
        level = _RECORD.match(record)
        text = record.replace(str(self.config), "")
        if DOMAIN not in text or any(words in text for words in self.expected):
            return False
        return level is None or level["level"] in {"WARNING", "ERROR", "CRITICAL"}

    def _records(self) -> Iterator[str]:
        """Yield the log's records, each with its lines (a stack trace belongs to its record)."""
        record: list[str] = []
        for line in self.log.read_text(errors="replace").splitlines() if self.log.exists() else []:
            if _RECORD.match(line) and record:
                yield "\n".join(record)
                record = []
            record.append(line)
        if record:
            yield "\n".join(record)

    async def _until_it_answers(self) -> None:
        async with aiohttp.ClientSession() as session:
            while True:
                if self._process is not None and self._process.returncode == RESTART:
                    await self._spawn()
                if self._process is None or self._process.returncode is not None:
                    message = "Home Assistant ended while it started"
                    raise RuntimeError(message)
                try:
                    async with session.get(f"{self.url}/manifest.json") as response:
                        if response.ok:
                            return
                except aiohttp.ClientError:
                    pass
                await asyncio.sleep(0.2)

    async def _enter(self, client: HassClient) -> None:
        if (self.config / ".storage" / "auth_provider.homeassistant").exists():
            await client.sign_in(USER, self.password)
        else:
            await client.create_owner(USER, self.password, name="Demo")
        await client.connect()

    async def _until_running(self, client: HassClient) -> None:
        while (config := await client.get("/api/config"))["state"] != "RUNNING":
            await asyncio.sleep(0.2)
        if config["recovery_mode"]:
            message = "Home Assistant is in recovery mode: it could not do without what failed before"
            raise RuntimeError(message)

    async def _end(self, how: signal.Signals) -> int:
        process, client = self._process, self._client
        self._process = self._client = None
        if process is None:
            return 0
        # A polite stop lets Home Assistant see its client leave first; a power cut does not.
        if client is not None and how is signal.SIGTERM:
            await client.close()
        if process.returncode is None:
            process.send_signal(how)
        try:
            code = await asyncio.wait_for(process.wait(), STOP_LIMIT)
        except TimeoutError:
            process.kill()
            code = await process.wait()
        if client is not None:
            await client.close()
        return code

    def tail(self, lines: int = 40) -> str:
        """Return the end of the log."""
        text = self.log.read_text(errors="replace") if self.log.exists() else ""
        return "\n".join(text.splitlines()[-lines:])

    # What it costs

    def cpu_seconds(self) -> float:
        """Return the processor time that it has used so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> int:
        """Return the bytes of memory that it holds now."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")


_LIBC = ctypes.CDLL(None)
_PR_SET_PDEATHSIG = 1


def _end_with_parent() -> None:
    """Let the kernel end the process when whoever started it is gone, however that happened."""
    _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _environment(venv: Path, config: Path) -> dict[str, str]:
    """Return an environment in which only the venv and the config folder are importable."""
    dropped = {"PYTHONPATH", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE", "SETUP_PORT", "SUPERVISOR"}
    environment = {name: value for name, value in os.environ.items() if name not in dropped}
    temporary = config.with_name(f"{config.name}-tmp")
    temporary.mkdir(exist_ok=True)
    return environment | {
        # Each takes away what was uploaded when it stops: with one folder for all, also what others have just been given.
        "TMPDIR": str(temporary),
        "PATH": f"{venv / 'bin'}:{os.environ['PATH']}",
        "PYTHONUNBUFFERED": "1",
        # Compiled once for all starts, and not beside the sources: half of the time that a start takes.
        "PYTHONPYCACHEPREFIX": str(REPOSITORY / ".cache" / "pycache"),
    }
