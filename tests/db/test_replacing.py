"""The power goes while the whole store is replaced: what is there afterwards is the one or the other, whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from custom_components.home_inventory.db import replacing
from tests.complete_kit import begin_anew, exported, live

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit


@pytest.fixture
async def file(kit: InventoryTestKit, tmp_path: Path) -> Path:
    """Return the export of a household; the home is as new again."""
    await live(kit)
    await exported(kit, tmp_path / "all.json")
    await begin_anew(kit)
    kit.hass.config.allowlist_external_dirs = {str(tmp_path)}
    return tmp_path / "all.json"


def kept(kit: InventoryTestKit) -> set[str]:
    """Return why files of the journal were put aside."""
    folder = Path(kit.hass.config.path("home_inventory", "kept"))
    return {path.name.partition("-")[2] for path in folder.iterdir()}


async def test_before_the_commit_everything_is_as_it_was(
    kit: InventoryTestKit, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new journal is whole already, and nobody looks at it."""
    before = await exported(kit, tmp_path / "before.json")
    write = replacing.write_snapshot

    def write_and_end(*about: Any) -> None:
        write(*about)
        raise SystemExit

    monkeypatch.setattr(replacing, "write_snapshot", write_and_end)
    assert (await kit.refused("import/apply", path=str(file))).code == "store_unavailable"
    await kit.hass.config_entries.async_reload(kit.entry.entry_id)

    assert await exported(kit, tmp_path / "after.json") == before
    assert kept(kit) == {"unfinished"}
    assert await kit.inventory.store.async_verify() == []


async def test_after_the_commit_everything_is_new(
    kit: InventoryTestKit, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old journal is still in its place, and is put aside at the next start."""
    with monkeypatch.context() as patch:
        patch.setattr(replacing, "_make_durable", lambda _: (_ for _ in ()).throw(SystemExit))
        assert (await kit.refused("import/apply", path=str(file))).code == "store_unavailable"
    await kit.hass.config_entries.async_reload(kit.entry.entry_id)

    assert await exported(kit, tmp_path / "after.json") == await exported(kit, tmp_path / "again.json")
    assert b'"name":"Drill"' in await exported(kit, tmp_path / "after.json")
    assert kept(kit) == {"replaced"}
    assert await kit.inventory.store.async_verify() == []
