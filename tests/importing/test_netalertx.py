"""NetAlertX lists devices, not things: they are taken in where devices are, and nobody gets a hundred items by mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .files import in_base64
from .netalertx_files import as_csv, as_json

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit

FORMS = [as_csv(), as_json()]


@pytest.mark.parametrize("content", FORMS, ids=["csv", "json"])
async def test_devices_are_no_items(kit: InventoryTestKit, content: bytes) -> None:
    """The look and the doing say so, and nothing is changed; who means it has it read as a table."""
    before = await kit.tables()
    codes = {(await kit.refused(name, data=in_base64(content))).code for name in ("import/preview", "import/apply")}

    assert codes == {"import_devices"}
    assert await kit.tables() == before
    look = await kit.ws("import/preview", data=in_base64(content), format="table")
    assert look["rows"] == 2


@pytest.mark.parametrize("content", FORMS, ids=["csv", "json"])
async def test_they_are_taken_in_as_a_scan(kit: InventoryTestKit, content: bytes) -> None:
    """Each with its name, maker and addresses; the second time nothing is new."""
    first = await kit.action("import_scan", data=in_base64(content))
    again = await kit.action("import_scan", data=in_base64(content))
    devices = {each["name"]: each for each in (await kit.ws("device/list"))["devices"]}

    assert (first["format"], first["problems"], first["counts"]["new"], again["counts"]["new"]) == (
        "netalertx",
        [],
        2,
        0,
    )
    assert devices.keys() == {"Hue bridge", "Pi, kitchen"}
