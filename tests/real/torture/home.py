"""One home that is killed and damaged again and again."""

import asyncio
import shutil
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, text

from custom_components.home_inventory.db.verify import differences
from custom_components.home_inventory.journal.folder import Folder

from ..hass_client import HassClient
from ..hass_config import DOMAIN, link_integration
from ..hass_process import NEWEST, HassProcess, Version
from . import damage
from .ledger import Ledger
from .writers import PLACES

type Json = dict[str, Any]

# As little as possible, so that it starts quickly.
CONFIGURATION = """\
automation: !include automations.yaml
config:
recorder:
  commit_interval: 1
logger:
  default: warning
  logs:
    custom_components.home_inventory: info
"""
# What Home Assistant and we have to say about damage.
_EXPECTED = (
    "The store was looked after",
    "Unrecoverable sqlite3 database corruption",
    "corrupt or malformed",
    "is corrupt",
    "rename the corrupt database",
    "shutdown cleanly",
    "Ended unfinished session",
    "only you can say which is right",
    # While the recorder begins a new file entities may become unavailable, once.
    "Error fetching home_inventory figures data",
)


class Home:
    """A folder, a process, and what its household was told."""

    def __init__(self, config: Path, version: Version = NEWEST) -> None:
        """Take where; nothing is there yet."""
        self.config = config
        self.version = version
        self.process = HassProcess(config, version)
        self.ledger = Ledger()
        self.older = config / "older.db"

    @property
    def client(self) -> HassClient:
        """The owner."""
        return self.process.client

    @property
    def database(self) -> Path:
        """The recorder's file."""
        return self.config / "home-assistant_v2.db"

    @property
    def journal(self) -> Path:
        """The journal's folder."""
        return self.config / DOMAIN / "journal"

    async def found(self) -> None:
        """Set up a home with a few places; it goes on running."""
        await self.begin()
        for name in PLACES:
            await self.client.call(f"{DOMAIN}/location/add", name=name, parent="Home")
        await self.client.call(f"{DOMAIN}/item/add", name="Counter", quantity=0, location=PLACES[0])

    async def begin(self) -> None:
        """Set up a home that nobody uses yet; it goes on running."""
        self.config.mkdir(parents=True)
        link_integration(self.config)
        (self.config / "configuration.yaml").write_text(CONFIGURATION)
        await self.process.start()
        await self.client.set_up(DOMAIN, name="Home", places_from_areas=False)
        entries = self.config / ".storage" / "core.config_entries"
        while (
            not entries.exists() or f'"{DOMAIN}"' not in entries.read_text()
        ):  # Home Assistant writes it down a little later
            await asyncio.sleep(0.1)

    def copy_to(self, config: Path, version: Version | None = None) -> Home:
        """Return another home that begins like this one."""
        shutil.copytree(self.config, config, symlinks=True)
        return Home(config, version or self.version)

    def restore(self) -> None:
        """Put the older copy in place."""
        for path in damage.files_of(self.database):
            path.unlink()
        shutil.copyfile(self.older, self.database)

    def kept(self) -> list[Path]:
        """Return the folders in which is kept what was not chosen."""
        folder = self.config / DOMAIN / "kept"
        return sorted(folder.iterdir()) if folder.is_dir() else []

    async def start(self) -> str:
        """Start; return what else had to be done.

        The recorder itself may end for good over a damaged file. Then people delete it, and start again.
        """
        seen = self._recorder_ended()
        await self.process.start()
        if not await self.until_loaded(20) and self._recorder_ended() > seen:
            await self.process.stop()
            for path in damage.files_of(self.database):
                path.unlink()
            await self.process.start()
            return ", the recorder gave up: file deleted"
        return ""

    def _recorder_ended(self) -> int:
        text = self.process.log.read_text(errors="replace") if self.process.log.exists() else ""
        return text.count("recorder shutting down")

    async def entry(self) -> Json:
        """Return the config entry."""
        (entry,) = await self.client.call("config_entries/get", domain=DOMAIN)
        return dict(entry)

    async def until_loaded(self, seconds: float = 60) -> bool:
        """Return whether the integration gets set up."""
        for _ in range(int(seconds * 5)):
            entry = await self.entry()
            if entry["state"] == "loaded" or entry["error_reason_translation_key"] == "undecided":
                return entry["state"] == "loaded"
            await asyncio.sleep(0.2)
        return False

    async def issues(self) -> dict[str, Json]:
        """Return our repair issues by their id."""
        answer = await self.client.call("repairs/list_issues")
        return {issue["issue_id"]: issue for issue in answer["issues"] if issue["domain"] == DOMAIN}

    async def choose(self, choice: str) -> None:
        """Answer the question that the store asks, as the repairs dialog does."""
        flow = "/api/repairs/issues/fix"
        menu = await self.client.post(flow, {"handler": DOMAIN, "issue_id": "undecided"})
        assert set(menu["menu_options"]) == {"journal", "database"}, menu
        answer = await self.client.post(f"{flow}/{menu['flow_id']}", {"next_step_id": choice})
        assert answer["type"] == "create_entry", answer

    # Looking whether all is there

    async def check(self, *, is_noisy: bool = False) -> None:
        """Compare what is there with what was acknowledged.

        Noise need not make anything unreadable: a snapshot compares all there is first.
        """
        if is_noisy:
            await self.client.action("home_inventory.create_snapshot")
        found = await asyncio.to_thread(self.batches)
        self.ledger.check(await self.items(), found)

    async def items(self) -> list[Json]:
        """Return all items."""
        items: list[Json] = []
        while True:
            page = await self.client.call(f"{DOMAIN}/item/list", limit=1000, offset=len(items), sort="name")
            items += page["items"]
            if not page["items"] or len(items) >= page["total"]:
                return items

    def batches(self) -> list[str]:
        """Return the ids of all batches in the history."""
        engine = create_engine(f"sqlite:///{self.database}")
        try:
            with engine.connect() as connection:
                return list(connection.execute(text("SELECT id FROM home_inventory_batches")).scalars())
        finally:
            engine.dispose()

    async def differences(self) -> list[str]:
        """Return in what database and journal differ, looked at from outside."""

        def compare() -> list[str]:
            engine = create_engine(f"sqlite:///{self.database}")
            try:
                return differences(engine, Folder(self.journal))
            finally:
                engine.dispose()

        return await asyncio.to_thread(compare)

    def recoveries(self) -> list[str]:
        """Return what the store has done by itself, from the log."""
        lines = self.process.log.read_text(errors="replace").splitlines()
        kept = [line for line in lines if "The store was looked after" in line]
        return [line.partition("RecoveryKind.")[2].partition(":")[0].lower() for line in kept]

    def problems(self) -> list[str]:
        """Return what was logged about the integration that nobody expects."""
        return [record for record in self.process.problems() if not any(words in record for words in _EXPECTED)]
