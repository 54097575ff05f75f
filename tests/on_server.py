"""A plug-in of pytest: runs the very same tests on a database server instead of SQLite.

    python -m pytest -p tests.on_server --server mariadb tests/db

The server is started before the first test and ended after the last; where there is none, nothing is run. Each test gets a database of its own, which is
dropped whatever the test has left open. What is marked as `sqlite` is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest

from .server_kinds import drop_database, new_database
from .servers import KINDS, Server, why_not

if TYPE_CHECKING:
    from collections.abc import Iterator

_SERVER: Final = pytest.StashKey[Server]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the kind of server."""
    parser.addoption("--server", choices=KINDS, help="the database server to run the tests on")


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
    """Leave out what only SQLite has."""
    if config.option.server is None:
        return
    others = [item for item in items if item.get_closest_marker("sqlite")]
    config.hook.pytest_deselected(items=others)
    items[:] = [item for item in items if item not in others]


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
