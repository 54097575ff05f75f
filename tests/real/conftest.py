"""Fixtures of the tests that start a real Home Assistant."""

from collections.abc import AsyncIterator, Callable, Generator
from pathlib import Path

import pytest

from .hass_config import link_integration
from .hass_process import NEWEST, OLDEST, HassProcess, Version


def pytest_configure(config: pytest.Config) -> None:
    if config.pluginmanager.hasplugin("homeassistant"):
        message = "Run these tests with: .venv/bin/pytest -c tests/real/pytest.ini tests/real"
        raise pytest.UsageError(message)


MADE = pytest.StashKey[list[HassProcess]]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show with a test that failed what its Home Assistants said last."""
    report = yield
    if report.failed:
        report.sections += [(f"The end of {process.log}", process.tail()) for process in item.stash.get(MADE, [])]
    return report


@pytest.fixture(params=[OLDEST, NEWEST], ids=lambda version: version.name)
def version(request: pytest.FixtureRequest) -> Version:
    """Each Home Assistant that we serve."""
    chosen: Version = request.param
    assert chosen.installed, "Run script/setup first"
    return chosen


@pytest.fixture
async def new_hass(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Callable[..., HassProcess]]:
    """Make processes that are ended, and whose logs are looked through, after the test."""
    made = request.node.stash[MADE] = []

    def make(version: Version = NEWEST, config: Path | None = None) -> HassProcess:
        made.append(HassProcess(config or tmp_path / "config", version))
        return made[-1]

    yield make
    problems = []
    for process in made:
        await process.stop()
        problems += process.problems()
    assert not problems, "Home Assistant logged:\n" + "\n".join(problems)


@pytest.fixture
async def hass(new_hass: Callable[..., HassProcess], tmp_path: Path) -> HassProcess:
    """The newest Home Assistant with our integration in its folder, running, not yet set up."""
    process = new_hass()
    process.config.mkdir()
    link_integration(process.config)
    await process.start()
    return process
