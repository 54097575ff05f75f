"""A plug-in of pytest: runs the very same tests on a database server instead of SQLite.

    python -m pytest -p tests.on_server --server mariadb tests/db

The server is started before the first test and ended after the last; where there is none, nothing is run. Each test gets a database of its own, which is
dropped whatever the test has left open. What is marked as `sqlite` is left out. Of a test with many sets of parameters each server gets a third,
MariaDB another one than PostgreSQL, unless it is in `db/`: they vary what is said, and SQLite gets them all. `--all-parameters` runs them all.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

import pytest

from .server_kinds import drop_database, new_database
from .servers import KINDS, Server, why_not

if TYPE_CHECKING:
    from collections.abc import Iterator

_SERVER: Final = pytest.StashKey[Server]()
_STEP: Final = 3


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the kind of server."""
    parser.addoption("--server", choices=KINDS, help="the database server to run the tests on")
    parser.addoption("--all-parameters", action="store_true", help="run each test with all of its parameters")


def pytest_configure(config: pytest.Config) -> None:
    """Start the server, unless this is one of xdist's processes: they use the one that the first has started."""
    kind = config.option.server
    if kind is None:
        return
    told = getattr(config, "workerinput", None)
    if told is None:
        if (reason := why_not(kind)) is not None:
            pytest.exit(f"no tests on {kind}: {reason}", returncode=0)
        server = config.stash[_SERVER] = Server(kind)
        server.start()
    # Registered this late, its fixture comes before the one of the same name that Home Assistant's plug-in has.
    config.pluginmanager.register(_Databases(told["address"] if told else server.url()))


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell one of xdist's processes where the server is."""
    if (server := node.config.stash.get(_SERVER, None)) is not None:
        node.workerinput["address"] = server.url()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what only SQLite has, and most of what differs in its parameters only."""
    if config.option.server is None:
        return
    kept = [item for item in items if not item.get_closest_marker("sqlite")]
    if not config.option.all_parameters:
        kept = _thinned(kept, KINDS.index(config.option.server))
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept


def _thinned(items: list[pytest.Item], first: int) -> list[pytest.Item]:
    """Return each third item of a test that has as many, beginning with the `first` (from 0 on), and all of the others."""
    counts = Counter(_name(item) for item in items)
    seen: Counter[str] = Counter()
    kept = []
    for item in items:
        name = _name(item)
        if item.path.parent.name == "db" or counts[name] < _STEP or seen[name] % _STEP == first:
            kept.append(item)
        seen[name] += 1
    return kept


def _name(item: pytest.Item) -> str:
    """Return the name of a test without its parameters."""
    return item.nodeid.partition("[")[0]


def pytest_unconfigure(config: pytest.Config) -> None:
    """End the server, also after a failure."""
    if (server := config.stash.get(_SERVER, None)) is not None:
        server.close()


class _Databases:
    """Where the recorder of a test finds its database."""

    def __init__(self, server: str) -> None:
        """Take the address of the server."""
        self._server = server

    @pytest.fixture
    def recorder_db_url(
        self,
        hass_fixture_setup: list[bool],
        persistent_database: str,  # noqa: ARG002 - tests that ask for a file run on a server as well
    ) -> Iterator[str]:
        """Make a database, and drop it after the test."""
        assert not hass_fixture_setup, "the recorder comes before Home Assistant"
        address = new_database(self._server)
        yield address
        drop_database(address)

    @pytest.fixture
    def enable_event_loop_debug(self) -> None:
        """Do without what the event loop's debugging finds and takes a fifth of the time: it finds it on SQLite."""
