"""Sources know nothing of Home Assistant: their tests start none, but ask real servers on 127.0.0.1."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import aiohttp
import pytest

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable


@pytest.fixture(autouse=True)
def _custom_integrations() -> None:
    """Start nothing."""


@pytest.fixture
async def session(socket_enabled: None) -> AsyncGenerator[aiohttp.ClientSession]:
    """Return a session as Home Assistant hands it in."""
    async with aiohttp.ClientSession() as opened:
        yield opened


async def offload[T](job: Callable[[], T], /) -> T:
    """Run a job in a thread."""
    return await asyncio.to_thread(job)
