"""Exports that are kept in folders, once or by themselves."""

from __future__ import annotations

import errno
import shutil
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.exceptions import ServiceValidationError
from homeassistant.helpers import issue_registry as ir
from homeassistant.util import dt as dt_util

from custom_components.home_inventory.const import DOMAIN
from custom_components.home_inventory.export_views import schedule_view
from tests.clock import go_to, let_pass
from tests.exporting.household import clear_the_way, given_file_in_the_way, given_files, in_folder, text_and_size

if TYPE_CHECKING:
    from freezegun.api import FrozenDateTimeFactory
    from pytest_homeassistant_custom_component.common import MockUser
    from pytest_homeassistant_custom_component.typing import WebSocketGenerator

    from tests.kit import InventoryTestKit

MEDIA = "media-source://media_source/local/exports"


@pytest.fixture
def folder(kit: InventoryTestKit, tmp_path: Path) -> Path:
    """Return the folder of the household's media in which its exports are kept."""
    media = tmp_path / "media"
    media.mkdir()
    kit.hass.config.media_dirs = {"local": str(media)}
    kit.hass.config.allowlist_external_dirs = {str(media), kit.hass.config.path("www")}
    return media / "exports"


async def test_an_automation_keeps_exports_in_a_folder(kit: InventoryTestKit, folder: Path) -> None:
    """It is told where, and older ones of the same kind go; nothing else there is touched."""
    await kit.given_item("Drill")
    given_files(
        folder, "home-inventory-items_2020-01-01_030000.csv", "home-inventory_2020-01-01_030000.csv", "mine.csv"
    )

    first = await kit.action("export_items", folder=MEDIA, columns=["name"])
    second = await kit.action("export_items", folder=str(folder), keep=1, format="zip")
    third = await kit.action("export_items", folder=str(folder), keep=1, columns=["name"])

    assert first["removed"] == second["removed"] == []
    assert third["removed"] == ["home-inventory-items_2020-01-01_030000.csv", *third["removed"][1:]]
    assert text_and_size(third["path"]) == ("Name\nDrill\n", third["size"])
    assert in_folder(folder) == sorted(
        {third["name"], second["name"], "home-inventory_2020-01-01_030000.csv", "mine.csv"}
    )


@pytest.mark.parametrize(
    ("folder_name", "code"),
    [
        ("/etc", "export_folder_refused"),
        (f"{MEDIA}/../../..", "export_folder_refused"),
        ("media-source://media_source/other/x", "export_folder_refused"),
        ("media-source://tts/x", "export_folder_refused"),
        (".storage", "export_folder_refused"),
        ("www/exports", "export_folder_public"),
        ("a\x00b", "invalid_value"),
    ],
)
async def test_nothing_is_written_where_it_may_not_be(
    kit: InventoryTestKit, folder: Path, folder_name: str, code: str
) -> None:
    """Nor where strangers could read it."""
    await kit.given_item("Drill")

    assert (await kit.refused("export/make", folder=folder_name)).code == code
    assert (await kit.refused("export/set_schedule", every="day", folder=folder_name)).code == code
    assert in_folder(folder) == []


async def test_a_full_disk_leaves_the_exports_that_are_there(
    kit: InventoryTestKit, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And no half of a new one."""
    await kit.given_item("Drill")
    await kit.action("export_items", folder=MEDIA, columns=["name"])
    before = in_folder(folder)

    def full(_source: Path, target: Path) -> None:
        target.write_text("half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    error = await kit.refused("export/make", folder=MEDIA, keep=1)

    assert error.code == "export_disk_full"
    assert in_folder(folder) == before


async def test_reports_are_kept_in_a_folder_too(kit: InventoryTestKit, folder: Path) -> None:
    """The newest of each kind; the file is there as a whole."""
    await kit.given_item("Drill")
    given_files(folder, "home-inventory-report-stock_2020-01-01_030000.xlsx", "home-inventory-stock.xlsx")

    made = await kit.action("make_report", report="stock", format="xlsx", folder=MEDIA, keep=1)

    assert (made["entries"], made["url"], made["path"]) == (1, None, str(folder / made["name"]))
    assert made["size"] > 1000
    assert in_folder(folder) == sorted({made["name"], "home-inventory-stock.xlsx"})
    assert (await kit.refused("report/make", report="stock", keep=1)).code == "invalid_value"


async def test_members_get_reports_but_choose_no_folder(
    kit: InventoryTestKit, folder: Path, hass_read_only_user: MockUser, hass_read_only_access_token: str
) -> None:
    """As with exports."""
    await kit.given_item("Drill")
    reader = kit.signed_in(hass_read_only_access_token)

    link = await reader.ws("report/make", report="stock")
    error = await reader.refused("report/make", report="stock", folder=MEDIA)

    assert link["entries"] == 1
    assert error.code in ("admin_required", "unauthorized")
    assert in_folder(folder) == []


async def test_members_download_but_choose_no_folder(
    kit: InventoryTestKit, folder: Path, hass_read_only_user: MockUser, hass_read_only_access_token: str
) -> None:
    """Whoever may read may have it; where all data go is for admins to say."""
    await kit.given_item("Drill")
    reader = kit.signed_in(hass_read_only_access_token)

    link = await reader.ws("export/make")
    error = await reader.refused("export/make", folder=MEDIA)

    assert link["rows"] == 1
    assert error.code in ("admin_required", "unauthorized")
    assert in_folder(folder) == []


def _schedule(kit: InventoryTestKit) -> Any:
    """Return what is exported by itself: when days go by, no connection lasts."""
    return schedule_view(kit.inventory.export_schedule)


async def _set(kit: InventoryTestKit, **plan: Any) -> dict[str, Any]:
    """Set a schedule at half past three, and return it."""
    return await kit.ws("export/set_schedule", **{"at": "03:30", "folder": MEDIA, "format": "json", **plan})


async def test_an_export_is_made_every_day(kit: InventoryTestKit, folder: Path, freezer: FrozenDateTimeFactory) -> None:
    """At its time, and as many are kept as was said."""
    await kit.hass.config.async_set_time_zone("Europe/Berlin")
    await _set(kit, every="day", keep=2)
    freezer.move_to("2027-03-26 12:00:00+01:00")
    await kit.inventory.export_schedule.async_set(kit.inventory.export_schedule.plan)
    assert _schedule(kit)["next_at"] == "2027-03-27T03:30:00+01:00"
    assert in_folder(folder) == []

    for day in ("2027-03-27 03:30:01+01:00", "2027-03-28 03:30:01+02:00", "2027-03-29 03:30:01+02:00"):
        await go_to(kit.hass, freezer, dt_util.as_utc(dt_util.parse_datetime(day)))
        await kit.hass.async_block_till_done(wait_background_tasks=True)
    shown = _schedule(kit)

    assert in_folder(folder) == [
        "home-inventory_2027-03-28_033001.json", "home-inventory_2027-03-29_033001.json",
    ]  # fmt: skip
    assert shown["last"]["path"].endswith("home-inventory_2027-03-29_033001.json")
    assert shown["next_at"] == "2027-03-30T03:30:00+02:00"


async def test_what_was_missed_is_made_up_for(
    kit: InventoryTestKit, folder: Path, freezer: FrozenDateTimeFactory
) -> None:
    """Home Assistant was off when it was due; once, however often that was."""
    await _set(kit, every="week", weekday=2)
    assert await kit.hass.config_entries.async_unload(kit.entry.entry_id)

    freezer.tick(timedelta(days=20))
    assert await kit.hass.config_entries.async_setup(kit.entry.entry_id)
    assert in_folder(folder) == []
    await let_pass(kit.hass, freezer, timedelta(seconds=61))
    await kit.hass.async_block_till_done(wait_background_tasks=True)

    assert len(in_folder(folder)) == 1
    shown = _schedule(kit)
    assert shown["plan"]["weekday"] == dt_util.parse_datetime(shown["next_at"]).weekday() == 2


async def test_a_failure_is_shown_until_it_has_gone(
    kit: InventoryTestKit, folder: Path, freezer: FrozenDateTimeFactory
) -> None:
    """It is tried again every hour; the repair says why, and goes away by itself."""
    await _set(kit, every="month", day=1)
    issues = ir.async_get(kit.hass)
    given_file_in_the_way(folder)

    freezer.tick(timedelta(days=32))
    await let_pass(kit.hass, freezer, 1)
    await kit.hass.async_block_till_done(wait_background_tasks=True)
    issue = issues.async_get_issue(DOMAIN, "export_failed")
    failed = _schedule(kit)["last"]

    assert issue is not None
    assert "exports can't be written" in issue.translation_placeholders["reason"]
    assert (failed["error"], failed["path"]) == ("export_unwritable", None)

    clear_the_way(folder)
    await let_pass(kit.hass, freezer, timedelta(hours=1, seconds=1))
    await kit.hass.async_block_till_done(wait_background_tasks=True)

    assert issues.async_get_issue(DOMAIN, "export_failed") is None
    assert len(in_folder(folder)) == 1


async def test_what_is_planned_is_made_now(
    kit: InventoryTestKit, folder: Path, hass_ws_client: WebSocketGenerator
) -> None:
    """Whoever looks on is told: of the plan, that it is being made, what has become of it, and why it could not be had."""
    looking = await hass_ws_client()
    await looking.send_json_auto_id({"type": "home_inventory/export/subscribe"})
    assert (await looking.receive_json())["success"]
    assert (await looking.receive_json())["event"]["plan"] is None
    assert (await kit.refused("export/run_schedule")).code == "export_not_scheduled"

    planned = await _set(kit, every="day")
    made = await kit.ws("export/run_schedule")
    told = [(await looking.receive_json())["event"] for _ in range(4)]
    given_file_in_the_way(folder)
    failed = await kit.ws("export/run_schedule")

    assert told[0] == planned
    assert [schedule["is_running"] for schedule in told] == [False, True, True, False]
    assert told[-1] == made
    assert (made["last"]["path"].startswith(str(folder)), made["next_at"]) == (True, planned["next_at"])
    assert (failed["last"]["error"], failed["is_running"]) == ("export_unwritable", False)


async def test_members_hear_nothing_of_where_it_goes(
    kit: InventoryTestKit, hass_ws_client: WebSocketGenerator, hass_read_only_access_token: str
) -> None:
    """The plan is for admins."""
    reader = await hass_ws_client(access_token=hass_read_only_access_token)
    await reader.send_json_auto_id({"type": "home_inventory/export/subscribe"})

    assert (await reader.receive_json())["error"]["code"] in ("admin_required", "unauthorized")


async def test_a_schedule_needs_to_know_where(kit: InventoryTestKit, folder: Path) -> None:
    """And may be given up."""
    assert (await kit.refused("export/set_schedule", every="day")).code == "required_value"
    assert (await kit.refused("export/set_schedule", every="day", at="25:00", folder=MEDIA)).code == "invalid_value"
    await _set(kit, every="day", format="xlsx")

    assert (await kit.ws("export/set_schedule"))["plan"] is None
    with pytest.raises(ServiceValidationError):
        await kit.action("export_items", format="json", columns=["name"])
