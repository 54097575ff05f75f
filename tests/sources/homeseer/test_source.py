"""One HomeSeer over time: what each run brings, and what changed."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

import pytest

from custom_components.home_inventory.domain.source_errors import SourceAnswerError, SourceImplausibleError
from custom_components.home_inventory.sources.homeseer import HomeSeerClient, HomeSeerSource, ObservingOptions

from ...homeseer_server import HomeSeerServer, Trouble, many, ref_of
from ..conftest import offload

if TYPE_CHECKING:
    import aiohttp


def _source(session: aiohttp.ClientSession, server: HomeSeerServer, source_id: str = "home") -> HomeSeerSource:
    return HomeSeerSource(HomeSeerClient(session, server.url, offload), source_id, ObservingOptions(), offload)


async def test_the_first_run_has_nothing_to_compare_with(session: aiohttp.ClientSession) -> None:
    async with HomeSeerServer([ref_of(1, "Lamp")]) as server:
        source = _source(session, server)
        assert len((await source.async_harvest(0)).observations) == 1
        assert source.difference is None


async def test_a_run_tells_what_came_went_and_changed(session: aiohttp.ClientSession) -> None:
    async with HomeSeerServer([ref_of(ref, f"Lamp {ref}") for ref in range(1, 6)]) as server:
        source = _source(session, server)
        await source.async_harvest(0)
        server.refs[0] = {**server.refs[0], "name": "Reading lamp"}
        server.refs[1] = {**server.refs[1], "value": 7, "status": "On", "last_change": "/Date(1700000000000+0100)/"}
        server.refs[2:3] = [ref_of(9, "New")]
        await source.async_harvest(5)
        assert source.difference is not None
        assert source.difference.changed == {1}
        assert source.difference.active == {2}
        assert source.difference.gone == {3}
        assert source.difference.added == {9}


async def test_a_failed_run_leaves_what_is_compared_with(session: aiohttp.ClientSession) -> None:
    async with HomeSeerServer([ref_of(ref, "Lamp") for ref in range(1, 6)]) as server:
        source = _source(session, server)
        await source.async_harvest(0)
        kept, server.refs = server.refs, server.refs[:2]
        with pytest.raises(SourceImplausibleError):
            await source.async_harvest(5)
        server.refs = kept
        await source.async_harvest(5)
        assert source.difference is not None
        assert not source.difference.added | source.difference.gone


async def test_a_homeseer_without_session_config_has_the_usual_order(session: aiohttp.ClientSession) -> None:
    async with HomeSeerServer([ref_of(1, "Lamp")], generation=3) as server:
        server.unknown_requests.add("getsessionconfig")
        (seen,) = (await _source(session, server).async_harvest(0)).observations
        assert seen.place == ("Ground floor", "Kitchen")


async def test_trouble_with_the_session_config_ends_the_run(session: aiohttp.ClientSession) -> None:
    async with HomeSeerServer([ref_of(1, "Lamp")]) as server:
        server.trouble = Trouble.PAGE
        with pytest.raises(SourceAnswerError):
            await _source(session, server).async_harvest(1)
        assert server.asked == ["getsessionconfig"]


async def test_the_same_ref_at_two_homeseers_is_two_devices(session: aiohttp.ClientSession) -> None:
    async with HomeSeerServer([ref_of(1, "Lamp")]) as home, HomeSeerServer([ref_of(1, "Lamp")]) as cabin:
        (here,) = (await _source(session, home, "home").async_harvest(0)).observations
        (there,) = (await _source(session, cabin, "cabin").async_harvest(0)).observations
        assert here.identities != there.identities


async def test_a_large_house_is_read_in_under_three_seconds(session: aiohttp.ClientSession) -> None:
    async with HomeSeerServer(many(2600)) as server:
        start = perf_counter()
        harvest = await _source(session, server).async_harvest(650)
        assert perf_counter() - start < 3
        assert len(harvest.observations) == 650
