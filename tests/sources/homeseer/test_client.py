"""HomeSeer asked over real HTTP, in health and in trouble."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import pytest

from custom_components.home_inventory.domain.errors import InvalidValueError
from custom_components.home_inventory.domain.source_errors import (
    Flaw,
    SourceAnswerError,
    SourceError,
    SourceLoginError,
    SourceUnreachableError,
    Unreachable,
)
from custom_components.home_inventory.sources.homeseer import HomeSeerClient, base_url_of

from ...homeseer_server import HomeSeerServer, Trouble, feature, root
from ..conftest import offload

if TYPE_CHECKING:
    import aiohttp

REFS = [root(10, "Lamp", [11]), feature(11, "Lamp - Dimmer", 10)]
LOGIN = ("default", "s3cret-Pässword")


@pytest.mark.parametrize("generation", [3, 4])
async def test_both_generations_tell_their_version_places_and_refs(
    session: aiohttp.ClientSession, generation: int
) -> None:
    async with HomeSeerServer(REFS, generation=generation) as server:
        client = HomeSeerClient(session, server.url, offload)
        assert (await client.async_version()).generation == generation
        assert (await client.async_session_config()).location2_label == "Floor"
        places = await client.async_locations()
        assert (places.location1, places.location2) == (("Kitchen",), ("Ground floor",))
        assert [entry.name for entry in (await client.async_status()).entries] == ["Lamp", "Lamp - Dimmer"]


async def test_device_info_tells_the_number_of_refs_where_it_is_known(session: aiohttp.ClientSession) -> None:
    async with HomeSeerServer(REFS) as server:
        client = HomeSeerClient(session, server.url, offload)
        info = await client.async_device_info()
        assert (info.count, info.removed_at) == (2, None)
        server.unknown_requests.add("getdeviceinfo")
        with pytest.raises(SourceAnswerError) as refused:
            await client.async_device_info()
        assert refused.value.flaw is Flaw.ERROR_TEXT


async def test_the_right_login_is_let_in_and_stands_in_no_address(session: aiohttp.ClientSession) -> None:
    async with HomeSeerServer(REFS, login=LOGIN) as server:
        client = HomeSeerClient(session, server.url, offload, login=LOGIN)
        assert len((await client.async_status()).entries) == 2
        assert server.asked == ["getstatus"]


@pytest.mark.parametrize("login", [None, ("default", "wrong")])
async def test_a_wrong_login_is_an_error_of_its_own(
    session: aiohttp.ClientSession, login: tuple[str, str] | None
) -> None:
    async with HomeSeerServer(REFS, login=LOGIN) as server:
        with pytest.raises(SourceLoginError):
            await HomeSeerClient(session, server.url, offload, login=login).async_version()


@pytest.mark.parametrize(
    ("trouble", "flaw"),
    [
        (Trouble.PAGE, Flaw.HTML),
        (Trouble.EMPTY, Flaw.EMPTY),
        (Trouble.HALF, Flaw.NOT_JSON),
        (Trouble.CUT_OFF, Flaw.CUT_OFF),
        (Trouble.ERROR_TEXT, Flaw.ERROR_TEXT),
        (Trouble.ERROR_RESPONSE, Flaw.ERROR_TEXT),
        (Trouble.LIST, Flaw.SHAPE),
        (Trouble.NO_DEVICES_KEY, Flaw.SHAPE),
        (Trouble.STATUS_500, Flaw.STATUS),
        (Trouble.REDIRECT, Flaw.STATUS),
    ],
)
async def test_an_answer_that_cant_be_used_says_why(
    session: aiohttp.ClientSession, trouble: Trouble, flaw: Flaw
) -> None:
    async with HomeSeerServer(REFS) as server:
        server.trouble = trouble
        client = HomeSeerClient(session, server.url, offload)
        with pytest.raises(SourceAnswerError) as refused:
            await client.async_status()
        assert refused.value.flaw is flaw
        server.trouble = None
        assert len((await client.async_status()).entries) == 2


async def test_a_server_that_hangs_is_given_up(session: aiohttp.ClientSession) -> None:
    async with HomeSeerServer(REFS) as server:
        server.trouble = Trouble.HANGS
        with pytest.raises(SourceUnreachableError) as refused:
            await HomeSeerClient(session, server.url, offload, timeout=0.2).async_version()
        assert refused.value.reason is Unreachable.TIMEOUT


async def test_a_server_that_is_off_is_out_of_reach_until_it_is_back(session: aiohttp.ClientSession) -> None:
    async with HomeSeerServer(REFS) as server:
        client = HomeSeerClient(session, server.url, offload)
        await server.stop()
        with pytest.raises(SourceUnreachableError) as refused:
            await client.async_version()
        assert refused.value.reason is Unreachable.REFUSED
        await server.start()
        assert (await client.async_version()).generation == 4


async def test_a_homeseer_is_asked_one_thing_at_a_time(session: aiohttp.ClientSession) -> None:
    async with HomeSeerServer(REFS) as server:
        server.delay = 0.05
        client = HomeSeerClient(session, server.url, offload)
        await asyncio.gather(client.async_version(), client.async_status(), client.async_locations())
        assert len(server.asked) == 3
        assert server.most_at_once == 1


@pytest.mark.parametrize("trouble", [None, *(one for one in Trouble if one is not Trouble.HANGS)])
async def test_no_secret_is_in_errors_or_logs(
    session: aiohttp.ClientSession, caplog: pytest.LogCaptureFixture, trouble: Trouble | None
) -> None:
    caplog.set_level(logging.DEBUG)
    async with HomeSeerServer(REFS, login=LOGIN) as server:
        server.trouble = trouble
        wrong = (LOGIN[0], "other-s3cret")
        client = HomeSeerClient(session, server.url, offload, login=wrong if trouble is None else LOGIN)
        with pytest.raises(SourceError) as refused:
            await client.async_status()
    said = f"{refused.value!r} {refused.value} {refused.value.placeholders} {refused.value.__cause__} {caplog.text} {client!r}"
    assert "s3cret" not in said
    assert "Basic" not in said
    assert "Lamp" not in said


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("192.168.1.5", "http://192.168.1.5"),
        (" homeseer.local:8888/ ", "http://homeseer.local:8888"),
        ("https://hs.example/JSON", "https://hs.example"),
        ("http://hs.example/devices.html?x=1", "http://hs.example"),
        ("http://hs/behind/proxy/json/", "http://hs/behind/proxy"),
        ("http://[fd00::5]:81", "http://[fd00::5]:81"),
    ],
)
def test_an_address_may_be_written_in_many_ways(written: str, url: str) -> None:
    assert base_url_of(written) == url


@pytest.mark.parametrize("written", ["", "ftp://hs", "http://", "hs:port", "http://default:s3cret@hs", "two words"])
def test_what_is_no_address_is_refused_without_being_repeated(written: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        base_url_of(written)
    assert "s3cret" not in str(refused.value)
