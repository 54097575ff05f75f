"""Reaching Home Assistant, and being refused."""

from __future__ import annotations

import asyncio
import json
import socket
import ssl
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from aiohttp import WSMsgType, web
from home_inventory_cli.errors import UnreachableError, UsageError
from home_inventory_cli.session import Session
from home_inventory_cli.settings import Settings, clean_token, clean_url, load, save, settings_from

from tests.ports import free_port

from .certificates import self_signed

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant

    from tests.kit import InventoryTestKit

    from .conftest import Terminal

TOKEN = "a.secret-token_1"


def kept_by(inv: Terminal) -> Path:
    """Return where the address and the token are kept."""
    return Path(inv.environment["HOME_INVENTORY_CONFIG"])


async def test_what_was_kept_is_used_the_next_time(inv: Terminal) -> None:
    """The token is tried before it is kept, for this user alone, and shown nowhere."""
    url, token = (inv.environment.pop(name) for name in ("HOME_INVENTORY_URL", "HOME_INVENTORY_TOKEN"))
    said = await inv("login", "--url", url, "--token-file", "-", typed=f"{token}\n")
    assert said.code == 0, said.err
    assert stat.S_IMODE(kept_by(inv).stat().st_mode) == 0o600
    assert token not in said.out + said.err
    assert (await inv.tells("info"))["name"] == "Home"

    assert (await inv("logout")).code == 0
    assert (await inv("info")).code == 2


@pytest.mark.parametrize(
    "expected_lingering_timers", [True]
)  # Home Assistant goes on asking for a while who was refused
async def test_a_token_that_does_not_work_is_not_kept(inv: Terminal) -> None:
    said = await inv("login", "--token-file", "-", typed="wrong.token")
    assert (said.code, said.out) == (4, "")
    assert "wrong.token" not in said.err
    assert not kept_by(inv).exists()


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("http://box:8123/", "http://box:8123"),
        ("box:8123", "http://box:8123"),
        ("wss://box/api/websocket", "https://box"),
        ("https://box/behind/proxy", "https://box/behind/proxy"),
    ],
)
def test_addresses_are_taken_as_people_have_them(given: str, address: str) -> None:
    assert clean_url(given) == address


@pytest.mark.parametrize("given", ["ftp://box", "http://", "http://box:port", "http://user:word@box", "http://box/?x"])
def test_what_is_no_address_is_refused(given: str) -> None:
    with pytest.raises(UsageError):
        clean_url(given)


@pytest.mark.parametrize("text", ["", " ", "two words", "line\nbreak", "ä", "x" * 5000])
def test_what_is_no_token_is_refused_without_being_said(text: str) -> None:
    with pytest.raises(UsageError) as refused:
        clean_token(text)
    assert text.strip() not in str(refused.value) or not text.strip()


def test_a_token_is_never_sent_to_another_home(tmp_path: Path) -> None:
    """What was kept for one address is of no use for another."""
    path = tmp_path / "new" / "cli.json"
    save(path, Settings(url="https://mine", token=TOKEN))
    environment = {"HOME_INVENTORY_CONFIG": str(path)}
    assert settings_from({}, environment).token == TOKEN
    assert settings_from({"url": "https://mine/"}, environment).token == TOKEN
    assert settings_from({"url": "https://other"}, environment).token is None
    assert settings_from({"url": "http://mine"}, environment).token is None
    assert TOKEN not in repr(settings_from({}, environment))


@pytest.mark.parametrize("content", ["", "[]", "{", "\0"])
def test_a_damaged_file_of_settings_says_what_to_do(tmp_path: Path, content: str) -> None:
    path = tmp_path / "cli.json"
    path.write_text(content)
    path.chmod(0o600)
    with pytest.raises(UsageError, match="inv login"):
        load(path)


def test_a_token_that_others_may_read_is_not_used(tmp_path: Path) -> None:
    path = tmp_path / "cli.json"
    path.write_text(json.dumps({"url": "http://box", "token": TOKEN}))
    path.chmod(0o644)
    with pytest.raises(UsageError, match="chmod 600"):
        load(path)


@pytest.mark.parametrize(
    ("place", "language"), [("de_DE.UTF-8", "de"), ("C.UTF-8", None), ("fr", "fr"), ("", None), ("POSIX", None)]
)
def test_the_language_of_the_terminal_counts(tmp_path: Path, place: str, language: str | None) -> None:
    environment = {"LANG": place, "HOME_INVENTORY_CONFIG": str(tmp_path / "none")}
    assert settings_from({}, environment).language == language


async def test_errors_are_told_in_the_language_of_the_user(kit: InventoryTestKit, inv: Terminal) -> None:
    said = await inv("items", "show", "Mond", LANG="de_DE.UTF-8")
    assert (said.code, said.out) == (1, "")
    assert "Mond" in said.err
    assert "gibt" in said.err
    assert "There is no item" in (await inv("items", "show", "Mond", "--language", "en", LANG="de_DE.UTF-8")).err


async def test_a_script_gets_the_error_as_json(inv: Terminal) -> None:
    said = await inv("items", "show", "Moon", "--json")
    assert (said.code, said.out) == (1, "")
    error = json.loads(said.err)["error"]
    assert (error["code"], error["placeholders"]["reference"]) == ("item_not_found", "Moon")


async def test_who_may_only_read_is_told_so(
    hass: HomeAssistant, kit: InventoryTestKit, inv: Terminal, hass_read_only_access_token: str
) -> None:
    await kit.given_item("Drill")
    said = await inv("items", "remove", "Drill", HOME_INVENTORY_TOKEN=hass_read_only_access_token)
    assert said.code == 4
    assert not (await kit.item("Drill"))["archived"]


async def test_a_home_without_the_inventory_says_so(hass: HomeAssistant, kit: InventoryTestKit, inv: Terminal) -> None:
    await hass.config_entries.async_unload(kit.entry.entry_id)
    said = await inv("items", "list", "--json")
    assert (said.code, json.loads(said.err)["error"]["code"]) == (1, "not_loaded")


async def test_nobody_at_the_address(inv: Terminal) -> None:
    said = await inv("info", "--url", f"http://127.0.0.1:{free_port()}")
    assert said.code == 3
    assert "can't be reached" in said.err


async def test_something_else_at_the_address(inv: Terminal, aiohttp_server) -> None:
    other = await aiohttp_server(web.Application())
    said = await inv("info", "--url", str(other.make_url("/")))
    assert said.code == 3
    assert "no Home Assistant" in said.err


async def test_home_assistant_ends_without_waiting_for_who_listens(
    hass: HomeAssistant, inv: Terminal, aiohttp_server
) -> None:
    """Whoever is told goodbye hangs up, though the other side does not yet."""
    told = asyncio.Event()

    async def leave(request: web.Request) -> web.WebSocketResponse:
        line = web.WebSocketResponse()
        await line.prepare(request)
        await line.send_json({"type": "auth_required"})
        await line.receive()
        await line.send_json({"type": "auth_ok"})
        await line.receive()
        await line.send_frame((1000).to_bytes(2), WSMsgType.CLOSE)
        await told.wait()
        return line

    app = web.Application()
    app.router.add_get("/api/websocket", leave)
    server = await aiohttp_server(app)
    session = Session(Settings(url=str(server.make_url("")).rstrip("/"), token=TOKEN))
    listening = hass.async_add_executor_job(lambda: next(session.events("subscribe")))
    with pytest.raises(UnreachableError, match="was lost"):
        await asyncio.wait_for(asyncio.shield(listening), 5)
    told.set()


async def test_whoever_does_not_answer_is_not_waited_for_longer_than_asked(inv: Terminal) -> None:
    with socket.create_server(("127.0.0.1", port := free_port())):
        said = await inv("info", "--url", f"http://127.0.0.1:{port}", "--timeout", "0.3")
    assert said.code == 3
    assert "in time" in said.err


async def test_a_certificate_that_nobody_has_signed(inv: Terminal, aiohttp_server, tmp_path: Path) -> None:
    """It is refused, unless its file is named or any is believed; then it is seen that no Home Assistant is there."""
    certificate, key = self_signed(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = await aiohttp_server(web.Application(), ssl=context)
    url = ["info", "--url", f"https://127.0.0.1:{server.port}"]
    assert [
        said.code
        for said in [await inv(*url), await inv(*url, "--insecure"), await inv(*url, "--ca", str(certificate))]
    ] == [3, 3, 3]
    assert "--insecure" in (await inv(*url)).err
    assert "no Home Assistant" in (await inv(*url, "--insecure")).err
    assert "no Home Assistant" in (await inv(*url, "--ca", str(certificate))).err
    assert (await inv(*url, "--ca", str(key))).code == 2
