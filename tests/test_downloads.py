"""Files that are made to be fetched."""

from __future__ import annotations

import time
from http import HTTPStatus
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

    from .kit import InventoryTestKit

FOREVER = 10**9


def write_hello(file: Path) -> None:
    file.write_text("hello")


def fail_half_way(file: Path) -> None:
    file.write_text("hel")
    raise OSError


async def test_a_file_is_fetched_without_signing_in(
    kit: InventoryTestKit, hass_client_no_auth: ClientSessionGenerator
) -> None:
    link = await kit.inventory.downloads.async_make("Années 2026.csv", "text/csv", write_hello)
    browser = await hass_client_no_auth()

    answer = await browser.get(link["path"])

    assert answer.status == HTTPStatus.OK
    assert await answer.text() == "hello"
    assert answer.headers["Content-Type"] == "text/csv"
    assert "Ann%C3%A9es%202026.csv" in answer.headers["Content-Disposition"]
    assert link["size"] == len("hello")


async def test_who_has_no_signature_gets_nothing(
    kit: InventoryTestKit, hass_client_no_auth: ClientSessionGenerator
) -> None:
    link = await kit.inventory.downloads.async_make("all.csv", "text/csv", write_hello)
    browser = await hass_client_no_auth()

    answer = await browser.get(link["path"].partition("?")[0])

    assert answer.status == HTTPStatus.UNAUTHORIZED


async def test_a_file_is_forgotten_after_a_while(
    kit: InventoryTestKit, hass_client_no_auth: ClientSessionGenerator, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = await kit.inventory.downloads.async_make("all.csv", "text/csv", write_hello)
    browser = await hass_client_no_auth()
    monkeypatch.setattr("custom_components.home_inventory.downloads.time.monotonic", lambda: time.time() + FOREVER)

    assert (await browser.get(link["path"])).status == HTTPStatus.NOT_FOUND


async def test_only_the_newest_files_are_kept(kit: InventoryTestKit) -> None:
    downloads = kit.inventory.downloads
    for number in range(30):
        await downloads.async_make(f"{number}.csv", "text/csv", write_hello)
    [folder] = {each.file.parent for each in downloads._files.values()}

    assert len(list(folder.iterdir())) == 20

    await downloads.async_close()
    assert not folder.exists()


async def test_half_a_file_is_not_kept(kit: InventoryTestKit) -> None:
    downloads = kit.inventory.downloads
    await downloads.async_make("all.csv", "text/csv", write_hello)
    with pytest.raises(OSError):
        await downloads.async_make("half.csv", "text/csv", fail_half_way)
    [folder] = {each.file.parent for each in downloads._files.values()}

    assert len(list(folder.iterdir())) == 1
