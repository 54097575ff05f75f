"""Runs of sources are kept for a while, with what they have seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from custom_components.home_inventory.db import devices, runs
from custom_components.home_inventory.db.harvests import pack_harvest, unpack_harvest
from custom_components.home_inventory.db.schema import SyncRunRow
from custom_components.home_inventory.domain.device_errors import RunNotFoundError
from custom_components.home_inventory.domain.matching import diff
from custom_components.home_inventory.domain.observations import Conflict, Harvest, Presence
from tests.db.test_devices import FULL
from tests.device_kit import START, DeviceTestKit
from tests.domain.matching_kit import LAMP, PLUG, TV, lan, ref
from tests.kit import InventoryTestKit

KEPT = 5


@pytest.fixture
def home(kit: InventoryTestKit) -> DeviceTestKit:
    """Return a household without any devices."""
    return DeviceTestKit(kit)


async def fail(home: DeviceTestKit, source: str = "lan") -> None:
    """Let a run fail."""
    home.now += timedelta(minutes=15)
    run = runs.begin(source, home.now)
    await home.do(runs.fail, run, "source_unreachable", {"source": "lan", "reason": "timeout"})


async def holders(home: DeviceTestKit) -> int:
    """Return how many runs have what was seen with them."""
    return len(
        await home.ask(lambda session: session.scalars(select(SyncRunRow.id).where(SyncRunRow.seen.is_not(None))).all())
    )


async def test_a_run_says_what_came_of_it(home: DeviceTestKit) -> None:
    """And which batch it was, if it has changed anything."""
    _, notice = await home.run(lan(PLUG), lan(LAMP))
    await home.run(lan(PLUG), lan(LAMP))
    await fail(home)

    page = await home.ask(runs.list_runs, "lan", limit=10)

    failed, same, first = page.entries
    assert (failed.error, failed.placeholders["reason"], failed.is_complete) == ("source_unreachable", "timeout", False)
    assert (first.mode, first.is_complete, first.counts["new"], first.error) == ("arp", True, 2, None)
    assert (first.batch_id, same.batch_id) == (notice.batch.id if notice else None, None)
    assert first.started_at == START + timedelta(minutes=15)
    assert await home.ask(runs.get_run, first.id) == first


async def test_the_last_runs_of_all_sources(home: DeviceTestKit) -> None:
    """The last one, the last good one, the first good one, and when there was a complete one."""
    await home.run(lan(PLUG))
    await home.run(ref("1", "Lamp"), source="hs", complete=False)
    await home.run(lan(PLUG))
    await fail(home)

    last, good = await home.ask(runs.last_runs), await home.ask(runs.last_runs, only_good=True)

    minutes = [START + timedelta(minutes=number) for number in (0, 15, 30, 45)]
    assert {source: run.error for source, run in last.items()} == {"lan": "source_unreachable", "hs": None}
    assert {source: run.started_at for source, run in good.items()} == {"lan": minutes[3], "hs": minutes[2]}
    assert await home.ask(runs.baselines) == {"lan": minutes[1], "hs": minutes[2]}
    assert await home.ask(runs.complete_runs, "lan") == (minutes[1], minutes[3])
    assert await home.ask(runs.complete_runs, "hs") == ()


async def test_two_runs_are_compared(home: DeviceTestKit) -> None:
    """What was the same is kept once."""
    for seen in ([lan(PLUG), lan(LAMP)], [lan(PLUG), lan(LAMP)], [lan(PLUG, host="plug"), lan(TV)]):
        await home.run(*seen)
    await fail(home)
    failed, last, same, first = (await home.ask(runs.list_runs, limit=10)).entries

    before, again, after = [await home.ask(runs.load_harvest, run.id) for run in (first, same, last)]

    assert before == again
    found = diff(before, after)
    assert [len(part) for part in (found.appeared, found.gone, found.changed)] == [1, 1, 1]
    assert await holders(home) == 2
    with pytest.raises(RunNotFoundError):
        await home.ask(runs.load_harvest, failed.id)
    with pytest.raises(RunNotFoundError):
        await home.ask(runs.load_harvest, "nothing")


async def test_old_runs_go(home: DeviceTestKit, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each source has its newest, and its first; what the oldest has seen can still be read."""
    monkeypatch.setattr(runs, "KEPT", KEPT)
    await home.run(ref("1", "Lamp"), source="hs")
    for _ in range(KEPT + 4):
        await home.run(lan(PLUG))
    await fail(home)

    kept = (await home.ask(runs.list_runs, "lan", limit=100)).entries

    assert len(kept) == KEPT + 1
    assert await home.ask(runs.baselines) == {"hs": START + timedelta(minutes=15), "lan": kept[-1].started_at}
    assert kept[-1].started_at == START + timedelta(minutes=30)
    assert {len((await home.ask(runs.load_harvest, run.id)).observations) for run in kept[1:-1]} == {1}
    assert await holders(home) == 2
    assert (await home.ask(runs.list_runs, "hs", limit=100)).total == 1


async def test_what_was_seen_of_what_is_gone_is_forgotten_after_a_month(
    home: DeviceTestKit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until then it is there again when the device is."""
    monkeypatch.setattr(runs, "_REMEMBERED", timedelta(days=10_000))
    _, notice = await home.run(lan(PLUG))
    await home.undo(notice.batch.id if notice else None)
    await fail(home)
    assert (await home.ask(devices.load_state)).sightings == {}
    assert len((await home.kit.tables())["home_inventory_sightings"]) == 1

    monkeypatch.setattr(runs, "_REMEMBERED", timedelta(0))
    await fail(home)

    assert (await home.kit.tables())["home_inventory_sightings"] == []


def test_a_packed_harvest_says_what_it_said() -> None:
    """But for what differs from run to run though nothing has changed."""
    harvest = Harvest(
        observations=(
            replace(FULL, extra={"interface_name": "Z-Wave", "last_change": "2026-01-31"}),
            replace(lan(PLUG), presence=Presence.ABSENT, parent=FULL.identities[0], place=("Ground", "Øst")),
        ),
        is_complete=True,
        networks=("192.168.1.0/24",),
        conflicts=(Conflict(address="192.168.1.9", macs=(PLUG, LAMP)),),
        gateway="192.168.1.1",
    )
    later = {"interface_name": "Z-Wave", "last_change": "2026-01-31T21:10:44+00:00"}
    restless = replace(
        harvest,
        observations=(replace(FULL, seen_at=START, extra=later), replace(harvest.observations[1], seen_at=START)),
    )

    assert unpack_harvest(pack_harvest(harvest)) == harvest
    assert pack_harvest(restless) == pack_harvest(harvest)
