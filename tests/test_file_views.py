"""Files come in over HTTP and go out again, and nothing in them is ever run."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from aiohttp import FormData
from homeassistant.components.backup.const import EXCLUDE_FROM_BACKUP

from custom_components.home_inventory.file_views import FILES_PATH
from custom_components.home_inventory.files import FILE_LIMIT

from .pictures import a_pdf, a_picture

if TYPE_CHECKING:
    from aiohttp.test_utils import TestClient
    from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

    from .kit import InventoryTestKit

SVG = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(document.domain)'/>"


@pytest.fixture
async def browser(kit: InventoryTestKit, hass_client: ClientSessionGenerator) -> TestClient[Any, Any]:
    """Return a browser that is signed in, of a household with a drill."""
    await kit.given_item("Drill")
    return await hass_client()


async def upload(browser: TestClient[Any, Any], content: bytes, name: str = "photo.png") -> tuple[int, dict[str, Any]]:
    """Upload a file as a form does."""
    form = FormData()
    form.add_field("file", content, filename=name, content_type="image/svg+xml")
    answer = await browser.post(FILES_PATH, data=form)
    return answer.status, await answer.json()


async def attached(kit: InventoryTestKit, browser: TestClient[Any, Any], content: bytes, **values: Any) -> str:
    """Upload a file and attach it to the drill; return the attachment's id."""
    _, kept = await upload(browser, content)
    return str((await kit.ws("attachment/add", item="Drill", file=kept["file"], **values))["attachment"])


def everything_below(kit: InventoryTestKit) -> list[Path]:
    """Return all files that the household keeps, whole or half."""
    folders = (kit.inventory.files.folder, kit.inventory.files.incoming)
    return [path for folder in folders for path in folder.rglob("*") if path.is_file()]


async def test_a_photo_comes_in_and_is_shown(kit: InventoryTestKit, browser: TestClient[Any, Any]) -> None:
    """Whatever the browser says that it is; it may be kept in the browser, since it never changes."""
    status, kept = await upload(browser, a_picture("front"), "../../x.svg")
    photo = (await kit.ws("attachment/add", item="Drill", file=kept["file"], title='Front "1"\\ü'))["attachment"]

    answer = await browser.get(f"{FILES_PATH}/{photo}")

    assert (status, kept["size"], kept["media_type"]) == (HTTPStatus.OK, len(a_picture("front")), "image/png")
    assert (answer.status, await answer.read()) == (HTTPStatus.OK, a_picture("front"))
    assert answer.headers["Content-Type"] == "image/png"
    assert answer.headers["Content-Disposition"] == "inline; filename*=UTF-8''Front%20%221%22%5C%C3%BC.png"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert "immutable" in answer.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("content", "shown_as", "disposition"),
    [
        (SVG, "text/plain; charset=utf-8", "attachment"),
        (b"<!DOCTYPE html><script>alert(1)</script>", "text/plain; charset=utf-8", "attachment"),
        (b"MZ\x90\x00\x03", "application/octet-stream", "attachment"),
        (a_pdf("<script>alert(1)</script>"), "application/pdf", "inline"),
        (a_picture(kind="GIF") + b"<script>alert(1)</script>", "image/gif", "inline"),
    ],
)
async def test_nothing_is_ever_run(
    kit: InventoryTestKit, browser: TestClient[Any, Any], content: bytes, shown_as: str, disposition: str
) -> None:
    """What a browser might run is saved; what is two things at once is the harmless one."""
    paper = await attached(kit, browser, content, kind="other")

    answer = await browser.get(f"{FILES_PATH}/{paper}")

    assert answer.headers["Content-Type"] == shown_as
    assert answer.headers["Content-Disposition"].startswith(disposition)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


async def test_small_pictures_are_fetched_by_their_size(kit: InventoryTestKit, browser: TestClient[Any, Any]) -> None:
    """Of three sizes; of what is no picture there are none."""
    photo = await attached(kit, browser, a_picture("x", (1000, 500)))
    paper = await attached(kit, browser, a_pdf())

    answer = await browser.get(f"{FILES_PATH}/{photo}?size=480")
    others = [await browser.get(f"{FILES_PATH}/{which}") for which in (f"{photo}?size=479", f"{paper}?size=480")]

    assert (answer.status, answer.headers["Content-Type"]) == (HTTPStatus.OK, "image/webp")
    assert [(other.status, (await other.json())["code"]) for other in others] == [
        (HTTPStatus.BAD_REQUEST, "invalid_value"),
        (HTTPStatus.BAD_REQUEST, "not_a_picture"),
    ]


async def test_who_is_not_signed_in_sees_nothing(
    kit: InventoryTestKit, browser: TestClient[Any, Any], hass_client_no_auth: ClientSessionGenerator
) -> None:
    """But with a path that Home Assistant has signed for somebody, as pictures in pages need it."""
    photo = await attached(kit, browser, a_picture())
    stranger, client = await hass_client_no_auth(), await kit.client()
    await client.send_json_auto_id({"type": "auth/sign_path", "path": f"{FILES_PATH}/{photo}?size=160"})
    signed = (await client.receive_json())["result"]["path"]

    statuses = [
        (await stranger.get(f"{FILES_PATH}/{photo}")).status,
        (await stranger.post(FILES_PATH, data=FormData({"file": "x"}))).status,
        (await stranger.get(signed)).status,
        (await stranger.get(signed.replace("size=160", "size=1600"))).status,
    ]

    refused = HTTPStatus.UNAUTHORIZED
    assert statuses == [refused, refused, HTTPStatus.OK, refused]


async def test_a_reader_uploads_nothing(
    kit: InventoryTestKit, hass_client: ClientSessionGenerator, hass_read_only_access_token: str
) -> None:
    """As they write nothing else."""
    browser = await hass_client(hass_read_only_access_token)

    assert await upload(browser, a_picture()) == (
        HTTPStatus.FORBIDDEN,
        {
            "code": "unauthorized",
            "message": "unauthorized: {}",
            "translation_domain": "home_inventory",
            "translation_key": "unauthorized",
            "translation_placeholders": {},
        },
    )
    assert everything_below(kit) == []


async def test_empty_and_too_large_files_are_refused(kit: InventoryTestKit, browser: TestClient[Any, Any]) -> None:
    """And leave nothing behind; the largest is taken."""
    empty, large = await upload(browser, b""), await upload(browser, b"x" * (FILE_LIMIT + 1))
    before = everything_below(kit)
    huge = await upload(browser, b"x" * (2 * FILE_LIMIT))
    largest = await upload(browser, b"x" * FILE_LIMIT)

    refused = [
        (status, answer["code"], answer.get("translation_placeholders")) for status, answer in (empty, large, huge)
    ]
    assert refused == [
        (HTTPStatus.BAD_REQUEST, "file_empty", {}),
        (HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "file_too_large", {"limit": "25"}),
        (HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "file_too_large", {"limit": "25"}),
    ]
    assert (before, largest[0]) == ([], HTTPStatus.OK)


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"", "multipart/form-data; boundary=x"),
        (b"hello", "text/plain"),
        (b"hello", "multipart/form-data"),
        (b"--x--\r\n", "multipart/form-data; boundary=x"),
        (b'--x\r\nContent-Disposition: form-data; name="file"\r\n\r\nhalf a fi', "multipart/form-data; boundary=x"),
    ],
)
async def test_what_is_no_file_is_refused(
    kit: InventoryTestKit, browser: TestClient[Any, Any], body: bytes, content_type: str
) -> None:
    """Half of one, too."""
    answer = await browser.post(FILES_PATH, data=body, headers={"Content-Type": content_type})

    assert (answer.status, (await answer.json())["code"]) == (HTTPStatus.BAD_REQUEST, "upload_broken")
    assert everything_below(kit) == []


async def until_something_came(kit: InventoryTestKit) -> None:
    """Wait until the first megabytes of an upload are on the disk."""
    async with asyncio.timeout(30):
        while not everything_below(kit):  # noqa: ASYNC110 - nobody is told
            await asyncio.sleep(0.01)


async def until_nothing_is_left(kit: InventoryTestKit) -> None:
    """Wait until the upload has noticed."""
    async with asyncio.timeout(30):
        while everything_below(kit):  # noqa: ASYNC110 - nobody is told
            await asyncio.sleep(0.01)


async def test_an_upload_that_is_cut_off_leaves_nothing(
    kit: InventoryTestKit, browser: TestClient[Any, Any], hass_access_token: str
) -> None:
    """As when a phone leaves the house."""
    port = browser.port
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    token = hass_access_token
    head = f"POST {FILES_PATH} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\nContent-Length: 9000000\r\n"
    part = '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
    writer.write(f"{head}Content-Type: multipart/form-data; boundary=x\r\n\r\n{part}".encode() + b"x" * 3_000_000)
    await writer.drain()
    await until_something_came(kit)
    writer.close()
    await writer.wait_closed()
    await until_nothing_is_left(kit)

    assert everything_below(kit) == []


async def test_a_damaged_photo_is_refused(kit: InventoryTestKit, browser: TestClient[Any, Any]) -> None:
    """It may be attached as something else."""
    _, kept = await upload(browser, a_picture("x", (800, 600), "JPEG", quality=95)[:2000])

    error = await kit.refused("attachment/add", item="Drill", file=kept["file"])
    other = await kit.ws("attachment/add", item="Drill", file=kept["file"], kind="other")

    assert error.code == "picture_unreadable"
    assert [one["kind"] for one in other["attachments"]] == ["other"]


async def test_a_file_that_has_gone_is_not_found(kit: InventoryTestKit, browser: TestClient[Any, Any]) -> None:
    """Nor is one of an attachment that was removed, nor that of a link."""
    gone, removed = await attached(kit, browser, a_pdf("1")), await attached(kit, browser, a_pdf("2"))
    link = (await kit.ws("attachment/add", item="Drill", url="https://example.com"))["attachment"]
    kit.inventory.files.path_of((await upload(browser, a_pdf("1")))[1]["file"]).unlink()
    await kit.ws("attachment/remove", attachment=removed)

    answers = [await browser.get(f"{FILES_PATH}/{which}") for which in (gone, removed, link, "nothing")]

    assert [(answer.status, (await answer.json())["code"]) for answer in answers] == [
        (HTTPStatus.NOT_FOUND, "file_unknown"),
        (HTTPStatus.NOT_FOUND, "attachment_not_found"),
        (HTTPStatus.NOT_FOUND, "file_unknown"),
        (HTTPStatus.NOT_FOUND, "attachment_not_found"),
    ]


async def test_the_action_attaches_a_file_that_home_assistant_may_read(kit: InventoryTestKit, tmp_path: Path) -> None:
    """It is called as the file; all others are refused."""
    await kit.given_item("Drill")
    receipt, secret = tmp_path / "Receipt 2026.pdf", tmp_path.parent / "secrets.pdf"
    [path.write_bytes(a_pdf()) for path in (receipt, secret)]
    (tmp_path / "way out").symlink_to(secret)
    kit.hass.config.allowlist_external_dirs = {str(tmp_path)}

    done = await kit.action("attach_file", item="Drill", path=str(receipt), kind="receipt")
    refused = [
        await kit.refused("attachment/attach", item="Drill", path=str(path))
        for path in (
            secret,
            tmp_path / "way out",
            tmp_path / "none",
            tmp_path,
            "/etc/passwd",
            f"{tmp_path}/../secrets.pdf",
        )
    ]

    assert [(one["kind"], one["title"]) for one in done["attachments"]] == [("receipt", "Receipt 2026")]
    assert {error.code for error in refused} == {"file_not_allowed"}


def test_backups_hold_the_files(kit: InventoryTestKit) -> None:
    """They are below the configuration, and nothing that Home Assistant leaves out; what is coming in is left out."""
    config = Path(kit.hass.config.config_dir)
    file = kit.inventory.files.path_of("a" * 64).relative_to(config)
    incoming = (kit.inventory.files.incoming / "home_inventory-1").relative_to(config)

    assert [pattern for pattern in EXCLUDE_FROM_BACKUP if file.full_match(pattern)] == []
    assert [pattern for pattern in EXCLUDE_FROM_BACKUP if incoming.full_match(pattern)] == [".cache/*"]
