"""Commands about the photos, papers and links of items."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..attachment_views import attachment_views
from ..domain.attachments import MOST_ATTACHMENTS, AttachmentKind
from ..domain.fields import NAME, REFERENCE, Choice, Text, Url, Whole
from ..views import View, item_view
from .base import Call, Command

if TYPE_CHECKING:
    from ..manager.attachments import Attached


async def _add(call: Call) -> View:
    """Attach a file that was uploaded, or an address."""
    values = call.values
    done = await call.inventory.attachments.async_add(
        call.actor,
        values["item"],
        digest=values.get("file"),
        url=values.get("url"),
        kind=values.get("kind"),
        title=values.get("title"),
    )
    return done_view(call, done)


async def _update(call: Call) -> View:
    """Change what an attachment is called or where it stands."""
    values = dict(call.values)
    attachment_id, position = values.pop("attachment"), values.pop("position", None)
    if "title" in values:
        values["title"] = values["title"] or ""
    done = await call.inventory.attachments.async_update(call.actor, attachment_id, values, position=position)
    return done_view(call, done)


async def _remove(call: Call) -> View:
    """Take an attachment off its item."""
    return done_view(call, await call.inventory.attachments.async_remove(call.actor, call.values["attachment"]))


def done_view(call: Call, done: Attached) -> View:
    """Return the item with its attachments, and the batch that changed them."""
    return {
        "item": item_view(call.inventory, done.item),
        "attachments": attachment_views(done.item, done.missing),
        "attachment": done.attachment_id,
        "batch": done.batch_id,
    }


ATTACHMENT_COMMANDS: Final = (
    Command(
        name="attachment/add",
        run=_add,
        fields={
            "item": REFERENCE,
            "file": Text(64),
            "url": Url(),
            "kind": Choice(AttachmentKind),
            "title": NAME,
        },
        required=("item",),
    ),
    Command(
        name="attachment/update",
        run=_update,
        fields={
            "attachment": REFERENCE,
            "title": NAME,
            "kind": Choice(AttachmentKind),
            "url": Url(),
            "position": Whole(0, MOST_ATTACHMENTS),
        },
        required=("attachment",),
    ),
    Command(name="attachment/remove", run=_remove, fields={"attachment": REFERENCE}, required=("attachment",)),
)
