"""The way back of the complete export: into an empty home all of it exactly, into one that is used what differs."""

from __future__ import annotations

import json
import time
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from custom_components.home_inventory.domain.actor import SYSTEM
from tests.complete_kit import begin_anew, exported, live
from tests.importing.files import in_base64, with_lying_size, zipped
from tests.pictures import a_pdf, a_picture

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.kit import InventoryTestKit


def content_of(file: Path) -> bytes:
    """Return what is in a file."""
    return file.read_bytes()


def write(file: Path, content: bytes) -> None:
    """Write a file."""
    file.write_bytes(content)


@pytest.fixture
async def file(kit: InventoryTestKit, tmp_path: Path) -> Path:
    """Return the export of a household in which a little of everything has happened; the home is as new again."""
    await live(kit)
    await exported(kit, tmp_path / "all.json")
    await exported(kit, tmp_path / "bare.json", history=False)
    await begin_anew(kit)
    kit.hass.config.allowlist_external_dirs = {str(tmp_path)}
    return tmp_path / "all.json"


@pytest.mark.parametrize("name", ["all.json", "bare.json"])
async def test_into_an_empty_home_it_comes_back_exactly(
    kit: InventoryTestKit, file: Path, tmp_path: Path, name: str
) -> None:
    """Byte for byte, with history or without; database and journal agree."""
    history = name == "all.json"
    before = content_of(tmp_path / name)

    look = await kit.ws("import/preview", path=str(tmp_path / name))
    done = await kit.ws("import/apply", token=look["token"])

    assert look["answer"] == done
    assert (done["format"], done["complete"]["way"], done["complete"]["history"]) == (
        "home_inventory",
        "restore",
        history,
    )
    assert await exported(kit, tmp_path / "again.json", history=history) == before
    assert await kit.inventory.store.async_verify() == []
    assert await kit.ws("item/get", item="Borer")
    assert (await kit.ws("import/preview", path=str(tmp_path / name)))["answer"]["complete"]["way"] == "merge"


async def test_history_is_left_out_if_nobody_wants_it(kit: InventoryTestKit, file: Path, tmp_path: Path) -> None:
    """Then it begins with one batch, of whoever brought it."""
    await kit.action("import_items", path=str(file), history=False)

    assert await exported(kit, tmp_path / "again.json", history=False) == content_of(tmp_path / "bare.json")
    [batch] = (await kit.ws("change/list"))["batches"]
    assert (batch["source"], batch["undone_by"]) == ("automation", None)
    assert await kit.inventory.store.async_verify() == []


async def test_everybody_is_told_of_the_other_inventory(kit: InventoryTestKit, file: Path) -> None:
    """Windows that are open, the search, and undo: it knows what was done long ago."""
    watcher = await kit.watch()
    await kit.ws("import/apply", path=str(file))
    await kit.until_indexed()

    assert (await watcher.next())["truncated"] is True
    found = await kit.ws("search", query="bohrer")
    assert "Drill" in json.dumps(found)
    last = (await kit.ws("change/list", limit=1, kinds=["item"]))["batches"][0]
    await kit.ws("change/undo", batch=last["batch"])
    assert (await kit.item("Big drill"))["code"]
    given = await kit.given_item("New thing")
    assert (await kit.item(given))["code"]


async def test_after_the_next_snapshot_and_a_rebuild_it_is_the_same(
    kit: InventoryTestKit, file: Path, tmp_path: Path
) -> None:
    """The journal alone brings it all back, codes of what is gone too."""
    await kit.ws("import/apply", path=str(file), history=False)
    await kit.inventory.store.async_snapshot(SYSTEM)
    await kit.run_sql("DELETE FROM home_inventory_meta")
    await kit.hass.config_entries.async_reload(kit.entry.entry_id)

    again = await exported(kit, tmp_path / "again.json", history=False)
    assert {**json.loads(again), "end": {}} == {**json.loads(content_of(tmp_path / "bare.json")), "end": {}}
    assert await kit.inventory.store.async_verify() == []


async def test_only_administrators_replace_an_inventory(
    kit: InventoryTestKit, file: Path, hass_read_only_access_token: str
) -> None:
    """A reader may not even look."""
    reader = kit.signed_in(hass_read_only_access_token)

    assert (await reader.refused("import/preview", path=str(file))).code == "unauthorized"


async def test_the_same_file_twice_changes_nothing(kit: InventoryTestKit, file: Path) -> None:
    """Also in a home that had some of it under another id; undo takes all of it back."""
    await kit.given_location("Garage")
    await kit.given_item("Hammer", location="Garage")
    before = await kit.everything()

    look = await kit.ws("import/preview", path=str(file))
    done = await kit.ws("import/apply", token=look["token"])
    after = await kit.tables()
    again = await kit.ws("import/apply", path=str(file))

    assert look["answer"] == done | {"batch": None}
    assert (done["complete"]["way"], done["counts"]["rejected"], done["rejected"]) == ("merge", 0, [])
    assert (done["counts"]["categories"], min(done["places"])) == (2, "Home / Garage / Box")
    assert done["counts"]["new"] == len(done["entries"]) == 7
    assert (again["batch"], again["counts"]["new"], again["counts"]["updated"]) == (None, 0, 0)
    assert await kit.tables() == after
    assert (await kit.item("Borer"))["loans"][0]["borrower"] == "Anna"
    assert await kit.places_of("Hammer") == {"Home / Garage": 1}
    await kit.ws("change/undo", batch=done["batch"])
    assert await kit.everything() == before


async def test_what_differs_becomes_what_the_file_says(kit: InventoryTestKit, file: Path) -> None:
    """Fields, places, quantities, loans, what is archived; what only this home has stays."""
    await kit.ws("import/apply", path=str(file))
    then = await kit.everything()
    await kit.ws("item/update", item="Drill", name="Wonder drill", notes=None, custom={}, categories=[])
    await kit.ws("item/return", item="Wonder drill")
    await kit.ws("attachment/remove", attachment=(await kit.item("Wonder drill"))["photo"])
    await kit.ws("item/move", item="Wonder drill", to="Home")
    await kit.ws("item/adjust", item="Milk", to=9)
    await kit.ws("item/restore", item="Old lamp")
    await kit.ws("location/update", location="Garage", name="Workshop")
    now = await kit.everything()

    done = await kit.ws("import/apply", path=str(file))

    assert (done["counts"]["new"], done["counts"]["rejected"]) == (0, 0)
    assert {entry["name"] for entry in done["entries"]} == {"Drill", "Milk", "Old lamp", "Garage"}
    assert await kit.everything() == then
    await kit.ws("change/undo", batch=done["batch"])
    assert await kit.everything() == now


async def test_a_code_that_is_taken_is_given_anew(kit: InventoryTestKit, file: Path) -> None:
    """And the file says which: the old label would open something else."""
    code = next(item["code"] for item in json.loads(content_of(file))["items"] if item["name"] == "Milk")
    await kit.given_item("Hammer")
    await kit.run_sql("UPDATE home_inventory_items SET code = :code", code=code)
    await kit.run_sql(
        "UPDATE home_inventory_codes SET code = :code WHERE owner_id IN (SELECT id FROM home_inventory_items)",
        code=code,
    )

    done = await kit.ws("import/apply", path=str(file))
    milk = await kit.item("Milk")

    assert [(each["name"], each["code"]) for each in done["remarks"]] == [("Milk", "complete_other_code")]
    assert done["remarks"][0]["placeholders"] == {"was": code, "now": milk["code"]}


async def test_a_slot_that_is_taken_is_said(kit: InventoryTestKit, file: Path) -> None:
    """All or nothing, unless what can be taken was asked for."""
    await kit.ws("import/apply", path=str(file))
    await kit.ws("item/move", item="Milk", to="Home / Garage / Box / 1")
    changed = rewritten(file, lambda found: _put(found, "Drill", "1"))

    assert (await kit.refused("import/apply", content=changed)).code == "import_rejected"
    done = await kit.ws("import/apply", content=changed, partial=True)

    assert [(each["name"], each["code"]) for each in done["rejected"]] == [("Drill", "slot_taken")]


def _put(found: dict[str, Any], item: str, place: str) -> None:
    """Put something elsewhere, in a file."""
    place_id = next(each["id"] for each in found["locations"] if each["name"] == place)
    next(each for each in found["items"] if each["name"] == item)["stock"][0]["location_id"] = place_id


def rewritten(file: Path, change: Callable[[dict[str, Any]], None]) -> str:
    """Return an export that somebody has changed by hand, and put the sum right."""
    found = json.loads(content_of(file))
    change(found)
    end = found.pop("end")
    lines = [f'{{"home_inventory": {json.dumps(found.pop("home_inventory"))},']
    for name, records in found.items():
        end["counts"][name] = len(records)
        rows = [json.dumps(record) for record in records]
        lines += [f'"{name}": [', *(f"{row}," for row in rows[:-1]), *rows[-1:], "],"]
    body = "".join(f"{line}\n" for line in lines)
    end["sha256"] = sha256(body.encode()).hexdigest()
    return f'{body}"end": {json.dumps(end)}}}\n'


CHANGES: list[tuple[Callable[[dict[str, Any]], Any], str]] = [
    (lambda found: found["home_inventory"].update(format=2), "complete_newer"),
    (lambda found: found["home_inventory"].update(format="1"), "complete_damaged"),
    (lambda found: found["items"][0].update(id="1"), "complete_invalid"),
    (lambda found: found["items"][0].update(name="x" * 300), "complete_invalid"),
    (lambda found: found["items"][0].update(name="\u0000"), "complete_invalid"),
    (lambda found: found["items"][0].update(wings=2), "complete_invalid"),
    (lambda found: found["items"][0].pop("created_at"), "complete_invalid"),
    (lambda found: found["items"][0].update(created_at="2024-01-01T00:00:00"), "complete_invalid"),
    (lambda found: found["items"][0].update(vendor_url="javascript:alert(1)"), "complete_invalid"),
    (lambda found: found["items"][0]["stock"][0].update(quantity="NaN"), "complete_invalid"),
    (lambda found: found["items"][0]["stock"][0].update(quantity="-1"), "complete_invalid"),
    (lambda found: found["items"][0]["stock"][0].update(quantity=[]), "complete_invalid"),
    (lambda found: found["items"][0].update(stock={"a": 1}), "complete_invalid"),
    (lambda found: found["items"][0]["attachments"][0].update(media_type="text/html"), "complete_invalid"),
    (lambda found: found["items"][0]["attachments"][0].update(digest="../../secrets"), "complete_invalid"),
    (lambda found: found["items"][0]["attachments"][0].pop("digest"), "complete_invalid"),
    (lambda found: found["devices"][0].update(identities=[]), "complete_invalid"),
    (lambda found: found["devices"][0].update(name={"value": 7, "origin": "user"}), "complete_invalid"),
    (lambda found: found["devices"][0].update(item_id=7), "complete_invalid"),
    (lambda found: found["locations"][0].update(kind="moon"), "complete_invalid"),
]
ONLY_WHOLE: list[tuple[Callable[[dict[str, Any]], Any], str]] = [
    (lambda found: found["items"][0].update(category_ids=["01JD0000000000000000000000"]), "complete_invalid"),
    (lambda found: found["items"][1].update(id=found["items"][0]["id"]), "complete_invalid"),
    (lambda found: found["items"][1].update(code=found["items"][0]["code"]), "complete_invalid"),
    (lambda found: found["locations"][0].update(parent_id=found["locations"][0]["id"]), "complete_invalid"),
    (lambda found: found["locations"].clear(), "complete_invalid"),
    (lambda found: found["changes"].pop(), "complete_invalid"),
    (lambda found: found["changes"][1].update(sequence=1), "complete_invalid"),
    (lambda found: found["batches"][0].update(first_sequence=9), "complete_invalid"),
    (lambda found: found["batches"][0].update(first_sequence=2**80), "complete_invalid"),
    (lambda found: found["batches"].reverse(), "complete_invalid"),
    (lambda found: found["changes"][0].update(after=[1]), "complete_invalid"),
]


@pytest.mark.parametrize("is_used", [False, True])
async def test_a_file_that_was_tampered_with_changes_nothing(kit: InventoryTestKit, file: Path, is_used: bool) -> None:
    """With the sum put right: what a record holds is checked as if somebody had typed it."""
    given = [await kit.given_item("Hammer") for _ in range(is_used)]
    before = await kit.tables()
    cases = CHANGES if given else [*CHANGES, *ONLY_WHOLE]

    codes = [(await kit.refused("import/apply", content=rewritten(file, change))).code for change, _ in cases]

    assert codes == [code for _, code in cases]
    assert await kit.tables() == before


DAMAGES: list[tuple[Callable[[bytes], bytes], str]] = [
    (lambda whole: whole[: len(whole) // 2], "complete_damaged"),
    (lambda whole: whole[:-1], "complete_damaged"),
    (lambda whole: whole + b" ", "complete_damaged"),
    (lambda whole: whole.replace(b"Milk", b"Wine"), "complete_damaged"),
    (lambda whole: whole.replace(b'"devices": [\n', b""), "complete_damaged"),
    (lambda whole: json.dumps(json.loads(whole)).encode(), "complete_damaged"),
    (lambda whole: json.dumps(json.loads(whole), indent=2).encode(), "complete_damaged"),
    (lambda whole: whole.replace(b"\n", b"\r\n"), "complete_damaged"),
    (lambda whole: whole.replace(b'"format":1', b'"format":99'), "complete_newer"),
    (lambda whole: whole.split(b"\n")[0] + b"\n" + b"x" * 20_000_000, "complete_damaged"),
    (lambda whole: zipped({"inventory.json": whole[:400]}), "complete_damaged"),
    (lambda whole: zipped({"inventory.json": whole, "../../secrets.yaml": b""}), "import_unsafe"),
    (lambda whole: zipped({"inventory.json": whole})[:-400], "import_unreadable"),
    (lambda whole: with_lying_size(zipped({"inventory.json": whole})), "import_unreadable"),
]


async def test_a_file_that_is_not_whole_changes_nothing(kit: InventoryTestKit, file: Path, tmp_path: Path) -> None:
    """Half of it, a letter that differs, other ends of lines: refused, by the look and by the doing."""
    whole, before = content_of(file), await kit.tables()
    codes = []
    for damage, _ in DAMAGES:
        write(tmp_path / "damaged.json", damage(whole))
        given = {"path": str(tmp_path / "damaged.json")}
        codes.append({(await kit.refused(name, **given)).code for name in ("import/preview", "import/apply")})

    assert codes == [{code} for _, code in DAMAGES]
    assert await kit.tables() == before


async def test_inside_a_zip_it_is_known_too(kit: InventoryTestKit, file: Path, tmp_path: Path) -> None:
    """With the files of attachments, whatever they are called; what belongs to nothing is left out."""
    files = {"files/ABCD front.png": a_picture("front"), "files/r.pdf": a_pdf(), "files/other.png": a_picture("other")}
    content = in_base64(zipped({"readme.txt": b"Hello", "inventory.json": content_of(file), **files}))

    done = await kit.ws("import/apply", data=content)

    assert (done["kind"], done["complete"]["way"]) == ("zip", "restore")
    assert await exported(kit, tmp_path / "again.json") == content_of(file)
    attached = (await kit.ws("item/get", item="Drill"))["attachments"]
    assert [(each["kind"], each["missing"]) for each in attached] == [("photo", False), ("receipt", False)]
    assert len(kit.inventory.files.brought_before(time.time() + 10)) == 2
