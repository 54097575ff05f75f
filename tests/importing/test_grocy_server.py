"""A Grocy is asked by its address and key: what it holds comes over as from its files, and nobody else gets the key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from custom_components.home_inventory.importing import grocy_server
from tests.grocy_server import GrocyServer, Trouble

from .files import in_base64
from .grocy_files import as_archive, as_texts, pantry

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit

KEY = "Zx7tOtherwiseSecret"


@pytest.mark.parametrize("ending", ["", "/", "/api", "/api/"])
async def test_what_a_grocy_holds_comes_over(kit: InventoryTestKit, ending: str) -> None:
    """As from files of its answers, at whatever address people copy from their browser."""
    from_files = await kit.ws("import/preview", data=in_base64(as_archive(pantry())))

    async with GrocyServer(pantry(), key=KEY, folder="/grocy") as server:
        look = await kit.ws("import/preview", url=server.url + ending, key=KEY)
    done = await kit.ws("import/apply", token=look["token"])

    assert (look["format"], done["counts"]["new"]) == ("grocy", 7)
    assert look["answer"]["counts"] == from_files["answer"]["counts"]
    assert look["answer"]["remarks"] == from_files["answer"]["remarks"]


async def test_an_old_grocy_has_not_all_objects(kit: InventoryTestKit) -> None:
    """What it does not know is nothing that can be missing."""
    old = {name: as_texts(pantry()[name]) for name in ("products", "stock", "locations", "quantity_units")}

    async with GrocyServer(old, key=KEY) as server:
        look = await kit.ws("import/preview", url=server.url, key=KEY)

    assert look["answer"]["counts"]["new"] == 5


@pytest.mark.parametrize(
    ("trouble", "code"),
    [
        (Trouble.PAGE, "import_server_foreign"),
        (Trouble.LOGIN_PAGE, "import_server_foreign"),
        (Trouble.ELSEWHERE, "import_server_elsewhere"),
        (Trouble.OTHER_PORT, "import_server_elsewhere"),
        (Trouble.ROUND, "import_server_foreign"),
        (Trouble.HALF, "import_server_unreachable"),
        (Trouble.STATUS_500, "import_server_foreign"),
        (Trouble.OTHER_JSON, "import_server_foreign"),
        (Trouble.ENDLESS, "import_too_large"),
        (Trouble.HANGS, "import_server_unreachable"),
    ],
)
async def test_a_grocy_in_trouble_is_named(
    kit: InventoryTestKit, monkeypatch: pytest.MonkeyPatch, trouble: Trouble, code: str
) -> None:
    """With what to do; nobody waits for ever, and the key is in no message."""
    monkeypatch.setattr(grocy_server, "TIMEOUT", 2.0)
    async with GrocyServer(pantry(), key=KEY) as server:
        server.trouble = trouble
        error = await kit.refused("import/preview", url=server.url, key=KEY)

    assert error.code == code
    assert KEY not in str(error)


async def test_a_wrong_key_and_a_wrong_address(kit: InventoryTestKit, caplog: pytest.LogCaptureFixture) -> None:
    """Each says which of the two is wrong; the key is never written down."""
    async with GrocyServer(pantry(), key=KEY) as server:
        wrong_key = await kit.refused("import/preview", url=server.url, key="wrong")
        await kit.ws("import/preview", url=server.url, key=KEY)
    gone = await kit.refused("import/preview", url=server.url, key=KEY)
    no_key = await kit.refused("import/preview", url=server.url)
    both = await kit.refused("import/preview", url=server.url, key=KEY, content="Name\nSaw\n")

    assert (wrong_key.code, gone.code) == ("import_server_key", "import_server_unreachable")
    assert (no_key.code, both.code) == ("required_value", "required_value")
    said = [record.getMessage() for record in caplog.records if record.name.startswith("custom_components")]
    assert not any(KEY in message for message in said)


async def test_only_administrators_send_home_assistant_somewhere(
    kit: InventoryTestKit, hass_read_only_access_token: str
) -> None:
    """It reaches servers that its users may not."""
    reader = kit.signed_in(hass_read_only_access_token)

    assert (await reader.refused("import/preview", url="http://127.0.0.1:1", key=KEY)).code == "unauthorized"
