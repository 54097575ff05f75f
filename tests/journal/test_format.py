"""The page about the journal's format: what it says is so."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit

PAGE = Path(__file__).parents[2] / "docs" / "journal-format.md"


async def test_the_journal_is_read_without_this_program(kit: InventoryTestKit) -> None:
    """The page's own few lines of Python find everything, before and after a snapshot."""
    await kit.given_item("Drill", categories=["Tools"])
    await kit.given_item("Saw")
    await kit.action("create_snapshot")
    await kit.ws("item/update", item="Drill", name="Ölkanne")
    await kit.ws("item/remove", item="Saw", permanently=True)
    await kit.given_item("Lamp")

    found = await kit.hass.async_add_executor_job(read, kit.hass.config.config_dir)

    items = (await kit.ws("item/list"))["items"]
    locations = (await kit.ws("location/list"))["locations"]
    assert sorted(found) == sorted(f"{record['code']} {record['name']}" for record in (*items, *locations))
    assert {record["name"] for record in items} == {"Ölkanne", "Lamp"}


def read(folder: str) -> list[str]:
    """Run the page's program as somebody would who has nothing else."""
    program = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert program is not None
    run = subprocess.run(  # noqa: S603 - it is our own page
        [sys.executable, "-I", "-X", "utf8", "-c", program[1]], cwd=folder, capture_output=True, text=True, check=True
    )
    return run.stdout.splitlines()
