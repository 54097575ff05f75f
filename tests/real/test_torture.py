"""Nothing that was acknowledged is lost: the short form of script/torture."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
import pytest_asyncio

from custom_components.home_inventory.journal.folder import Folder
from custom_components.home_inventory.journal.replay import read_all

from .hass_config import DOMAIN
from .hass_process import NEWEST, OLDEST, Version
from .torture import big, damage
from .torture.big import BigRound
from .torture.home import Home
from .torture.rounds import Round

SEED = 20261121


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def founded(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home that others begin like."""
    home = Home(tmp_path_factory.mktemp("founded") / "config")
    await home.found()
    await home.process.stop()
    return home


@pytest.fixture
async def new_home(tmp_path: Path, founded: Home) -> AsyncIterator[Callable[..., Home]]:
    made: list[Home] = []

    def make(version: Version = NEWEST) -> Home:
        made.append(founded.copy_to(tmp_path / f"home-{len(made)}", version))
        return made[-1]

    yield make
    for home in made:
        await home.process.kill()


async def test_power_cuts_lose_nothing_that_eight_writers_were_told(new_home: Callable[..., Home]) -> None:
    home = new_home()
    await home.start()
    results = [await Round(home, "kill", "running", SEED + number).run() for number in range(2)]

    assert [result for result in results if not result.is_good] == []
    assert sum(result.acknowledged for result in results) > 10


async def test_a_power_cut_of_the_oldest_home_assistant_loses_nothing(tmp_path: Path) -> None:
    home = Home(tmp_path / "config", OLDEST)
    try:
        await home.found()
        result = await Round(home, "kill", "running", SEED).run()
    finally:
        await home.process.kill()

    assert result.is_good, result


async def test_a_power_cut_while_thousands_of_records_are_written_leaves_all_or_nothing(tmp_path: Path) -> None:
    """Of a restore, a merge, an import and its undoing, one after the other in one home."""
    home = Home(tmp_path / "config")
    try:
        await home.begin()
        results = [await BigRound(home, kind, SEED + number, 2000).run() for number, kind in enumerate(big.KINDS)]
    finally:
        await home.process.kill()

    assert [result for result in results if not result.is_good] == []


@pytest.mark.parametrize("when", ["rest", "running"])
async def test_a_damaged_database_loses_nothing(new_home: Callable[..., Home], when: str) -> None:
    home = new_home()
    await home.start()
    results = [await Round(home, way, when, SEED + number).run() for number, way in enumerate(damage.WAYS)]

    assert [result for result in results if not result.is_good] == []


async def _names(home: Home) -> set[str]:
    return {item["name"] for item in await home.items()}


async def _add(home: Home, name: str) -> str:
    return str((await home.client.call(f"{DOMAIN}/item/add", name=name))["batch"])


async def test_who_keeps_an_older_database_finds_the_other_changes_in_a_folder(new_home: Callable[..., Home]) -> None:
    home = new_home()
    await home.start()
    await _add(home, "Before")
    damage.copy(home.database, home.older)
    batch = await _add(home, "After")
    await home.process.stop()
    home.restore()
    await home.start()
    assert (await home.issues())["undecided"]["translation_key"] == "database_older"

    await home.choose("database")

    assert await home.until_loaded()
    assert await _names(home) == {"Counter", "Before"}
    kept = [body for path in home.kept() for body in read_all(Folder(path), [])]
    assert batch in {body.get("id") for body in kept}
    assert await home.differences() == []


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def theirs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of another home."""
    other = Home(tmp_path_factory.mktemp("other") / "config")
    await other.begin()
    await _add(other, "Theirs")
    await other.process.stop()
    damage.copy(other.database, other.older)
    return other.older


@pytest.mark.parametrize(("choice", "there"), [("database", "Theirs"), ("journal", "Counter")])
async def test_the_journal_of_another_home_is_asked_about(
    new_home: Callable[..., Home], theirs: Path, choice: str, there: str
) -> None:
    home = new_home()
    home.older = theirs
    home.restore()
    await home.start()
    assert (await home.issues())["undecided"]["translation_key"] == "different_stores"

    await home.choose(choice)

    assert await home.until_loaded()
    assert await _names(home) == {there}
    assert home.kept()
    assert await home.differences() == []
