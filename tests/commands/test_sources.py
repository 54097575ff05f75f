"""Sources and networks as the panel asks for them: a real HomeSeer on loopback, and scan files."""

from __future__ import annotations

import json
import os
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.domain.matching_kit import LAMP, PLUG, TV, lan
from tests.homeseer_server import HomeSeerServer, Trouble, root

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from .sourced import SourcedHome

NEIGHBOURS = (
    "192.168.1.5 dev eth0 lladdr 00:17:88:00:00:02 REACHABLE\n192.168.1.6 dev eth0 lladdr 00:17:88:00:00:01 STALE\n"
)
TABLE = "Addresse;Schlüssel;Wer\n192.168.1.5;00:17:88:00:00:02;Lamp\n;;Nobody\n"
COLUMNS = {"Addresse": "ip", "Schlüssel": "mac", "Wer": "name"}


@pytest.fixture
async def homeseer() -> AsyncGenerator[HomeSeerServer]:
    """Return a HomeSeer with three devices."""
    async with HomeSeerServer([root(10, "Lamp"), root(20, "Boiler"), root(30, "Siren")]) as running:
        yield running


async def test_a_device_says_what_its_source_says_of_it(home: SourcedHome, homeseer: HomeSeerServer) -> None:
    """In HomeSeer's own words: six outlets of one name are told apart by where HomeSeer has them."""
    source = home.add_homeseer(homeseer.url)
    await home.kit.ws("source/sync", source=source)

    (seen,) = (await home.kit.ws("device/get", device="Lamp"))["sightings"]
    assert seen["said"] == {
        "ref": 10,
        "location": "Kitchen",
        "location2": "Ground floor",
        "interface_name": "Z-Wave",
        "relationship": 2,
        "last_change": "2020-09-13",
    }


async def test_a_source_says_how_it_is_doing(home: SourcedHome, homeseer: HomeSeerServer) -> None:
    """Before its first run, after it, and when it has gone."""
    source = home.add_homeseer(homeseer.url)

    before = await state_of(home, source)
    await home.kit.ws("source/sync", source=source)
    good = await state_of(home, source)
    homeseer.trouble = Trouble.PAGE
    error = await home.kit.refused("source/sync", source="HomeSeer at home")
    bad = await state_of(home, source)

    assert (before["kind"], before["title"], before["minutes"], before["network"]) == (
        "homeseer",
        "HomeSeer at home",
        15,
        None,
    )
    assert before["site"] == {"id": home.site, "name": "Home"}
    assert (before["connected"], before["last_run"], before["last_good_at"]) == (None, None, None)
    assert (good["connected"], good["last_run"]["counts"]["new"], good["running"]) == (True, 3, False)
    assert good["last_good_at"] == good["last_run"]["finished_at"]
    assert (bad["connected"], bad["last_good_at"], error.code) == (False, good["last_good_at"], "source_bad_answer")
    assert bad["last_run"]["error"]["code"] == "source_bad_answer"
    assert "not with a complete list" in bad["last_run"]["error"]["message"]


async def state_of(home: SourcedHome, source: str) -> dict[str, Any]:
    """Return a source as the panel sees it."""
    return next(each for each in (await home.kit.ws("source/list"))["sources"] if each["id"] == source)


async def test_a_run_can_be_looked_at_before_it_is_done(home: SourcedHome, homeseer: HomeSeerServer) -> None:
    """The look changes nothing; the run is one batch that can be undone."""
    source = home.add_homeseer(homeseer.url)

    look = await home.kit.action("sync_source", source=source, dry_run=True)
    nothing = await home.names()
    done = await home.kit.action("sync_source", source=source)

    assert (look["run"], look["batch"], look["counts"]["new"], nothing) == (None, None, 3, [])
    assert sorted(device["name"] for device in look["new"]) == ["Boiler", "Lamp", "Siren"]
    assert sorted(device["name"] for device in done["new"]) == await home.names() == ["Boiler", "Lamp", "Siren"]
    assert (done["run"]["batch"], done["run"]["complete"]) == (done["batch"], True)
    assert (await home.device("20"))["homeseer_refs"] == [{"source_id": source, "ref": "20"}]
    await home.kit.ws("change/undo", batch=done["batch"])
    assert await home.names() == []


async def test_what_a_run_changes_is_told(home: SourcedHome, homeseer: HomeSeerServer) -> None:
    """Field by field, as it was and as it is."""
    source = home.add_homeseer(homeseer.url)
    await home.kit.ws("source/sync", source=source)
    homeseer.refs = [root(10, "Lamp in the hall"), root(20, "Boiler"), root(30, "Siren"), root(40, "Fan")]

    done = await home.kit.ws("source/sync", source=source)

    assert [(each["name"], each["fields"]) for each in done["changed"]] == [
        ("Lamp in the hall", {"name": ["Lamp", "Lamp in the hall"]})
    ]
    assert [each["name"] for each in done["new"]] == ["Fan"]
    assert (done["back"], done["missing"], done["conflicts"]) == ([], [], [])


async def test_runs_are_listed_and_compared(home: SourcedHome, homeseer: HomeSeerServer) -> None:
    """Of one source or of all, the newest first."""
    source = home.add_homeseer(homeseer.url)
    await home.bring(lan(LAMP, "192.168.1.5", name="Lamp", site=home.site))
    first = await home.kit.ws("source/sync", source=source)
    homeseer.refs = [root(10, "Lamp in the hall"), root(20, "Boiler"), root(40, "Fan")]
    second = await home.kit.ws("source/sync", source=source)

    mine = await home.kit.ws("source/runs", source=source)
    one = await home.kit.ws("source/runs", limit=1, offset=2)
    found = await home.kit.ws("source/diff", first=first["run"]["id"], second=second["run"]["id"])

    assert [run["id"] for run in mine["runs"]] == [second["run"]["id"], first["run"]["id"]]
    assert (mine["total"], one["total"], one["runs"][0]["source_id"]) == (2, 3, home.lan)
    assert [(each["change"], each["name"], each["fields"]) for each in found["differences"]] == [
        ("appeared", "Fan", {}),
        ("gone", "Siren", {}),
        ("changed", "Lamp in the hall", {"name": ["Lamp", "Lamp in the hall"]}),
    ]
    assert (await home.kit.refused("source/diff", first="x", second="y")).code == "sync_run_not_found"


async def test_most_of_it_gone_has_to_be_confirmed(home: SourcedHome, homeseer: HomeSeerServer) -> None:
    """Nothing is missing because a source has a bad day."""
    source = home.add_homeseer(homeseer.url)
    await home.kit.ws("source/sync", source=source)
    homeseer.refs = [root(10, "Lamp")]

    refused = await home.kit.refused("source/sync", source=source)
    confirmed = await home.kit.ws("source/sync", source=source, confirmed=True)

    assert refused.code in {"source_implausible", "implausible_harvest"}
    assert confirmed["run"]["error"] is None


async def test_a_network_says_who_has_which_address(home: SourcedHome) -> None:
    """And which are free; the same network at another site does not matter."""
    cabin = await home.kit.given_location("Cabin", parent=None, kind="site")
    far = home.add_network(cabin)
    await home.bring(
        lan(LAMP, "192.168.1.10", name="Lamp", site=home.site), lan(PLUG, "192.168.1.2", name="Plug", site=home.site)
    )
    await home.bring(lan(TV, "192.168.1.1", name="TV", site=cabin), source=far)

    networks = {each["source_id"]: each for each in (await home.kit.ws("network/list"))["networks"]}
    answer = await home.kit.ws("network/addresses", source=home.lan)
    page = await home.kit.ws("network/addresses", source=home.lan, limit=1, offset=1)

    used = {
        source: (each["size"], each["used"], each["free"], each["site"]["name"]) for source, each in networks.items()
    }
    assert used == {home.lan: (254, 2, 252, "Home"), far: (254, 1, 253, "Cabin")}
    assert networks[home.lan]["last_run"]["counts"]["new"] == 2
    assert [networks[source]["gateway"] for source in (home.lan, far)] == [None, None]
    assert [(row["address"], row["device"]["name"], row["device"]["status"]) for row in answer["addresses"]] == [
        ("192.168.1.2", "Plug", "online"),
        ("192.168.1.10", "Lamp", "online"),
    ]
    assert (answer["free"][:3], len(answer["free"]), answer["total"]) == (
        ["192.168.1.1", "192.168.1.3", "192.168.1.4"],
        20,
        2,
    )
    assert [row["address"] for row in page["addresses"]] == ["192.168.1.10"]
    assert (await home.kit.refused("network/addresses", source="hass")).code == "invalid_value"


async def test_a_network_knows_its_router(home: SourcedHome) -> None:
    """As the last run saw it, with the device that it is; a run that fails changes nothing about that."""
    await home.bring(lan(LAMP, "192.168.1.1", name="Router", site=home.site), gateway="192.168.1.1")
    router = await home.device("Router")

    (network,) = (await home.kit.ws("network/list"))["networks"]

    assert network["gateway"] == {"address": "192.168.1.1", "device": {"id": router["id"], "name": "Router"}}


@pytest.mark.parametrize("way", ["content", "data", "path"])
async def test_a_scan_file_is_taken_in(home: SourcedHome, way: str) -> None:
    """As text, in base64, or from a file that Home Assistant may read; looked at first."""
    folder = Path(home.kit.hass.config.path("www"))
    given = {"content": NEIGHBOURS, "data": b64encode(NEIGHBOURS.encode("utf-16")).decode(), "path": "www/scan.txt"}
    await home.kit.hass.async_add_executor_job(_write, folder)
    home.kit.hass.config.allowlist_external_dirs = {str(folder)}

    look = await home.kit.action("import_scan", values={way: given[way], "dry_run": True, "site": "Home"})
    done = await home.kit.action("import_scan", values={way: given[way]})

    assert (look["run"], look["format"], look["problems"]) == (None, "ip_neigh", [])
    assert (done["counts"]["new"], done["run"]["source_id"]) == (2, f"scan_{home.site}")
    assert (await home.device(LAMP))["addresses"] == ["192.168.1.5"]
    assert f"scan_{home.site}" in [each["id"] for each in (await home.kit.ws("source/list"))["sources"]]


def _write(folder: Path) -> None:
    """Write a scan file where Home Assistant may read it, and one where it may not."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "scan.txt").write_text(NEIGHBOURS)
    (folder.parent / "secret.txt").write_text(NEIGHBOURS)
    os.mkfifo(folder / "pipe")


async def test_what_hangs_at_a_switch_says_so(home: SourcedHome) -> None:
    """Whichever the file names first."""
    rows = [
        {
            "mac": "00:17:88:00:00:11",
            "oui": "Signify",
            "name": "Bridge",
            "is_wired": True,
            "sw_mac": "00:1d:aa:00:00:01",
        },
        {"mac": "00:1d:aa:00:00:01", "oui": "DrayTek", "name": "Switch"},
    ]

    await home.kit.ws("source/import_scan", content=json.dumps(rows))

    bridge = await home.device("Bridge")
    assert (bridge["parent"]["name"], bridge["link"]) == ("Switch", "ethernet")


async def test_the_columns_of_a_table_can_be_named(home: SourcedHome) -> None:
    """What was not taken is told by its line."""
    done = await home.kit.ws("source/import_scan", content=TABLE, mapping=COLUMNS)

    assert done["counts"]["new"] == 1
    assert [(problem["line"], problem["reason"]) for problem in done["problems"]] == [(3, "no_address")]


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({}, "required_value"),
        ({"content": NEIGHBOURS, "data": "eA=="}, "required_value"),
        ({"data": "no base64"}, "invalid_value"),
        ({"content": "hello"}, "scan_format_unknown"),
        ({"path": "secret.txt"}, "scan_file_refused"),
        ({"path": "www/../secret.txt"}, "scan_file_refused"),
        ({"path": "/etc/passwd"}, "scan_file_refused"),
        ({"path": "www/none.txt"}, "scan_file_not_found"),
        ({"path": "www"}, "scan_file_not_found"),
        ({"path": f"www/{'x' * 900}"}, "scan_file_not_found"),
        ({"path": "x" * 1000}, "scan_file_refused"),
        ({"path": "www/pipe"}, "scan_file_not_found"),
        ({"content": TABLE, "mapping": {"Addresse": "nonsense"}}, "invalid_value"),
        ({"content": NEIGHBOURS, "site": "Nowhere"}, "location_not_found"),
    ],
)
async def test_a_bad_scan_is_refused(home: SourcedHome, values: dict[str, Any], code: str) -> None:
    """And nothing is changed."""
    folder = Path(home.kit.hass.config.path("www"))
    await home.kit.hass.async_add_executor_job(_write, folder)
    home.kit.hass.config.allowlist_external_dirs = {str(folder)}

    error = await home.kit.refused("source/import_scan", **values)

    assert error.code == code
    assert json.dumps(error.error).count("lladdr") == 0
    assert await home.names() == []


async def test_a_scan_file_is_looked_at_before_anybody_says_what_its_columns_hold(home: SourcedHome) -> None:
    """What can be told by itself is proposed; what can't has to be said."""
    text = "Where;Made by;What;Box\n192.168.1.5;Philips;Lamp;7\n192.168.1.6;;Fan;7\n"

    found = await home.kit.ws("source/inspect_scan", content=text)

    assert (found["format"], found["hosts"]) == ("table", 2)
    assert [(each["name"], each["holds"], each["examples"]) for each in found["columns"]] == [
        ("Where", "ip", ["192.168.1.5", "192.168.1.6"]),
        ("Made by", None, ["Philips"]),
        ("What", None, ["Lamp", "Fan"]),
        ("Box", None, ["7"]),
    ]
    assert {"ip", "mac", "name", "vendor"} <= set(found["kinds"])
    mapping = {"Where": "ip", "What": "name", "Made by": "vendor"}
    look = await home.kit.ws("source/import_scan", content=text, mapping=mapping, dry_run=True)
    assert [device["name"] for device in look["new"]] == ["Lamp", "Fan"]


@pytest.mark.parametrize(
    ("text", "format_name", "hosts", "columns"),
    [
        (NEIGHBOURS, "ip_neigh", 2, []),
        ("Thing;Box\nLamp;7\n", "table", 0, ["Thing", "Box"]),
        (json.dumps([{"Thing": "Lamp", "Box": 7}]), "table", 0, ["Thing", "Box"]),
    ],
)
async def test_only_tables_of_unknown_programs_have_columns_to_choose(
    home: SourcedHome, text: str, format_name: str, hosts: int, columns: list[str]
) -> None:
    """Nothing is taken in by a look."""
    found = await home.kit.ws("source/inspect_scan", data=b64encode(text.encode()).decode())

    assert (found["format"], found["hosts"]) == (format_name, hosts)
    assert [column["name"] for column in found["columns"]] == columns
    assert await home.names() == []


async def test_what_is_no_scan_is_refused_with_a_reason(home: SourcedHome) -> None:
    """As it is when it is taken in."""
    assert (await home.kit.refused("source/inspect_scan", content="Dear diary")).code == "scan_format_unknown"
    assert (await home.kit.refused("source/inspect_scan", content="[]")).code == "scan_empty"
