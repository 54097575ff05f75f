"""A household keeps photos, receipts, manuals and links with its things."""

from __future__ import annotations

import hashlib
import os
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from homeassistant.util import dt as dt_util

from custom_components.home_inventory.domain.attachments import MOST_ATTACHMENTS
from tests.pictures import a_pdf, a_picture

if TYPE_CHECKING:
    from tests.kit import InventoryTestKit

MANUAL = "https://example.com/drill.pdf"


@pytest.fixture
async def owner(kit: InventoryTestKit) -> InventoryTestKit:
    """Return a household with a drill and a saw that nobody uses any more."""
    await kit.given_item("Drill")
    await kit.given_item("Old saw")
    await kit.ws("item/remove", item="Old saw")
    return kit


def kept(kit: InventoryTestKit, content: bytes) -> str:
    """Keep a file as the upload does; return its digest."""
    return kit.inventory.files.put(content).digest


async def attachments_of(kit: InventoryTestKit, item: str = "Drill") -> list[dict[str, Any]]:
    """Return the attachments of an item."""
    attachments: list[dict[str, Any]] = (await kit.ws("item/get", item=item))["attachments"]
    return attachments


async def titles_of(kit: InventoryTestKit) -> list[str]:
    """Return what the attachments of the drill are called, in order."""
    return [attachment["title"] for attachment in await attachments_of(kit)]


async def given(kit: InventoryTestKit, title: str, **values: Any) -> str:
    """Attach something to the drill; return its id."""
    values = values or {"file": kept(kit, a_picture(title))}
    attachment: str = (await kit.ws("attachment/add", item="Drill", title=title, **values))["attachment"]
    return attachment


async def test_an_item_has_a_photo_a_receipt_and_a_link(owner: InventoryTestKit) -> None:
    """What nobody says is told by the content; the first photo is what the item is shown by."""
    paper = kept(owner, a_pdf())
    await owner.ws("attachment/add", item="Drill", file=paper, kind="receipt", title="Receipt of 2026")
    await owner.ws("attachment/add", item="Drill", url=MANUAL)
    done = await owner.ws("attachment/add", item="Drill", file=kept(owner, a_picture("front")))

    attachments = await attachments_of(owner)
    about = ("kind", "title", "media_type", "url", "position", "missing")
    assert [tuple(attachment[name] for name in about) for attachment in attachments] == [
        ("receipt", "Receipt of 2026", "application/pdf", None, 0, False),
        ("link", "", None, MANUAL, 1, False),
        ("photo", "", "image/png", None, 2, False),
    ]
    assert attachments[0]["size"] == len(a_pdf())
    assert done["attachments"] == attachments
    assert done["attachment"] == attachments[2]["id"]
    assert done["item"]["photo"] == attachments[2]["id"]
    assert [item["photo"] for item in (await owner.ws("item/list"))["items"]] == [attachments[2]["id"]]
    assert hashlib.sha256(a_pdf()).hexdigest() == paper


async def test_another_photo_becomes_the_picture(owner: InventoryTestKit) -> None:
    """The others make room, and undoing puts all of them back."""
    ids = [await given(owner, title) for title in ("front", "back", "label")]

    done = await owner.ws("attachment/update", attachment=ids[2], position=0)
    first = (done["item"]["photo"], await titles_of(owner))
    await owner.ws("change/undo")

    assert first == (ids[2], ["label", "front", "back"])
    assert ((await owner.item("Drill"))["photo"], await titles_of(owner)) == (ids[0], ["front", "back", "label"])


async def test_titles_kinds_and_addresses_change(owner: InventoryTestKit) -> None:
    """Nothing else does."""
    link = await given(owner, "Manual", url=MANUAL)
    before = (await attachments_of(owner))[0]

    await owner.ws("attachment/update", attachment=link, title="Handbook", kind="manual", url="https://example.com/2")
    await owner.ws("attachment/update", attachment=link, title=None)

    assert (await attachments_of(owner))[0] == {**before, "title": "", "kind": "manual", "url": "https://example.com/2"}


async def test_what_is_removed_comes_back_where_it_was(owner: InventoryTestKit) -> None:
    """With its file, and the history tells of both."""
    ids = [await given(owner, title) for title in ("front", "back")]

    removed = await owner.ws("attachment/remove", attachment=ids[0])
    await owner.ws("change/undo")

    assert (removed["item"]["photo"], len(removed["attachments"])) == (ids[1], 1)
    assert [(one["title"], one["missing"]) for one in await attachments_of(owner)] == [
        ("front", False),
        ("back", False),
    ]
    changes = await owner.changes(item="Drill")
    assert [(change["kind"], change["operation"]) for change in changes][-2:] == [
        ("attachment", "delete"),
        ("attachment", "create"),
    ]


async def test_attachments_go_and_come_with_their_item(owner: InventoryTestKit) -> None:
    """One that is deleted for good, alone or among many."""
    await given(owner, "front")
    before = await attachments_of(owner)

    await owner.ws("item/remove", item="Drill", permanently=True)
    await owner.ws("change/undo")
    alone = await attachments_of(owner)
    await owner.ws("items/remove", wanted={}, permanently=True)
    await owner.ws("change/undo")

    assert (alone, await attachments_of(owner)) == (before, before)


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({}, "required_value"),
        ({"file": "a" * 64, "url": MANUAL}, "required_value"),
        ({"file": "a" * 64}, "file_unknown"),
        ({"file": "../../secrets.yaml"}, "file_unknown"),
        ({"url": "javascript:alert(1)"}, "invalid_value"),
        ({"url": MANUAL, "kind": "photo"}, "not_a_picture"),
        ({"url": MANUAL, "kind": "film"}, "invalid_value"),
        ({"url": "https://example.com/known"}, "already_attached"),
        ({"url": MANUAL, "item": "Old saw"}, "archived"),
        ({"url": MANUAL, "item": "Moon"}, "item_not_found"),
    ],
)
async def test_what_can_not_be_attached_is_refused(owner: InventoryTestKit, values: dict[str, Any], code: str) -> None:
    """And nothing changes."""
    await given(owner, "known", url="https://example.com/known")
    before = await owner.tables()

    error = await owner.refused("attachment/add", **{"item": "Drill", **values})

    assert error.code == code
    assert await owner.tables() == before


@pytest.mark.parametrize(
    ("content", "kind", "code"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "photo", "not_a_picture"),
        (b"<html><script>alert(1)</script>", "photo", "not_a_picture"),
        (b"%PDF-1.7", "photo", "not_a_picture"),
        (b"%PDF-1.7", "link", "link_needs_address"),
    ],
)
async def test_a_file_is_what_is_in_it(owner: InventoryTestKit, content: bytes, kind: str, code: str) -> None:
    """Whatever somebody says that it is."""
    error = await owner.refused("attachment/add", item="Drill", file=kept(owner, content), kind=kind)

    assert error.code == code


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"title": "x" * 256}, "value_too_long"),
        ({"kind": None}, "required_value"),
        ({"kind": "photo"}, "not_a_picture"),
        ({"url": None}, "required_value"),
        ({"url": "https://example.com/other"}, "already_attached"),
        ({"position": -1}, "value_out_of_range"),
        ({"attachment": "01K9ZT5V3N8Q2M7W4X6Y1B0C2D", "title": "x"}, "attachment_not_found"),
    ],
)
async def test_what_can_not_be_changed_is_refused(owner: InventoryTestKit, values: dict[str, Any], code: str) -> None:
    """And nothing changes."""
    await given(owner, "Other", url="https://example.com/other")
    link = await given(owner, "Manual", url=MANUAL)
    before = await owner.tables()

    error = await owner.refused("attachment/update", **{"attachment": link, **values})

    assert error.code == code
    assert await owner.tables() == before


async def test_a_file_has_no_address_and_is_no_link(owner: InventoryTestKit) -> None:
    """What it is stays."""
    photo = await given(owner, "front")

    errors = [
        await owner.refused("attachment/update", attachment=photo, url=MANUAL),
        await owner.refused("attachment/update", attachment=photo, kind="link"),
    ]

    assert [error.code for error in errors] == ["invalid_value", "link_needs_address"]


async def test_an_item_has_a_hundred_attachments_at_most(owner: InventoryTestKit) -> None:
    """The error names how many."""
    many = [{"item": "Drill", "url": f"https://example.com/{number}"} for number in range(MOST_ATTACHMENTS)]
    await owner.ws_at_once("attachment/add", many)

    error = await owner.refused("attachment/add", item="Drill", url=MANUAL)

    assert (error.code, error.placeholders) == ("too_many_attachments", {"item": "Drill", "limit": "100"})


async def test_a_file_that_is_not_there_is_shown_as_missing(owner: InventoryTestKit) -> None:
    """As after a restore of half a backup; it may be removed all the same."""
    photo = await given(owner, "front")
    owner.inventory.files.path_of(kept(owner, a_picture("front"))).unlink()

    found = await attachments_of(owner)
    await owner.ws("attachment/remove", attachment=photo)

    assert [(one["title"], one["missing"]) for one in found] == [("front", True)]
    assert await attachments_of(owner) == []


async def test_files_that_nobody_needs_are_cleared_away_after_a_month(owner: InventoryTestKit) -> None:
    """Until then what was removed comes back with its file; later the attachment comes back and says that it is missing."""
    files, attachments = owner.inventory.files, owner.inventory.attachments
    used, let_go, never = (kept(owner, a_pdf(words)) for words in ("used", "let go", "never"))
    await given(owner, "Manual", file=used)
    gone = await given(owner, "Receipt", file=let_go)
    await owner.ws("attachment/remove", attachment=gone)
    [os.utime(files.path_of(digest), (0, 0)) for digest in (used, let_go, never)]
    now = dt_util.utcnow()

    before = (await attachments.async_clear_up(now + timedelta(days=29)), files.missing([used, let_go, never]))
    after = (await attachments.async_clear_up(now + timedelta(days=31)), files.missing([used, let_go, never]))
    await owner.ws("change/undo")

    assert (before, after) == ((1, {never}), (1, {let_go, never}))
    assert [(one["title"], one["missing"]) for one in await attachments_of(owner)] == [
        ("Manual", False),
        ("Receipt", True),
    ]


async def test_the_small_pictures_go_with_their_file(owner: InventoryTestKit) -> None:
    """There is nothing left of it."""
    digest, home = kept(owner, a_picture("front")), owner.inventory.files.folder.parent
    photo = await given(owner, "front")
    small = list((home / "thumbnails").rglob("*.webp"))
    await owner.ws("attachment/remove", attachment=photo)
    os.utime(owner.inventory.files.path_of(digest), (0, 0))

    await owner.inventory.attachments.async_clear_up(dt_util.utcnow() + timedelta(days=31))

    assert len(small) == 1
    assert list((home / "thumbnails").rglob("*.webp")) == []
