"""Networks to scan."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_socket import socket_allow_hosts

from tests.netlab import NETWORK, Lab, netlab, why_impossible


@pytest.fixture(autouse=True)
def _custom_integrations() -> None:
    """Start no Home Assistant: these tests need none."""


@pytest.fixture(autouse=True)
def _real_sockets(socket_enabled: None) -> None:
    """Let scans send, also to the router of a network inside this machine."""
    socket_allow_hosts(["127.0.0.1", str(NETWORK[1])])


@pytest.fixture(scope="session")
def _namespaces() -> None:
    if (why := why_impossible()) is not None:
        pytest.skip(f"no networks inside this machine: {why}")


@pytest.fixture
def small_lab(_namespaces: None) -> Iterator[Lab]:
    """Eight hosts, to be changed."""
    with netlab(8) as lab:
        yield lab
