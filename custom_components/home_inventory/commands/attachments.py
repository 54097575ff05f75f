"""Commands about the photos, papers and links of items."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..attachment_views import attachment_views
from ..domain.attachment_errors import FileNotAllowedError
from ..domain.attachments import MOST_ATTACHMENTS, AttachmentKind
from ..domain.fields import NAME, REFERENCE, Choice, Text, Url, Whole
from ..views import View, item_view
from .base import Call, Command

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant

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


async def _attach(call: Call) -> View:
    """Attach a file of this machine, or an address."""
    values, attachments = call.values, call.inventory.attachments
    call.actor.require_write()
    digest, title = None, values.get("title")
    if (written := values.get("path")) is not None:
        path = await call.hass.async_add_executor_job(_readable, call.hass, written)
        if path is None:
            raise FileNotAllowedError(path=written[:200])
        try:
            digest = (await attachments.async_take(call.actor, path)).digest
        except OSError:
            raise FileNotAllowedError(path=written[:200]) from None
        title = title or path.stem[:255]
    done = await attachments.async_add(
        call.actor, values["item"], digest=digest, url=values.get("url"), kind=values.get("kind"), title=title
    )
    return done_view(call, done)


def _readable(hass: HomeAssistant, written: str) -> Path | None:
    """Return a file that Home Assistant may read for somebody; None if it may not, or if there is none."""
    path = Path(hass.config.path(written))  # an absolute path stays what it is
    try:
        path = path.resolve(strict=True)
        return path if path.is_file() and hass.config.is_allowed_path(str(path)) else None
    except OSError, RuntimeError, ValueError:
        return None


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
        name="attachment/attach",
        action="attach_file",
        run=_attach,
        fields={
            "item": REFERENCE,
            "path": Text(4096),
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
