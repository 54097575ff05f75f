"""Taking back a complete export, by the commands that take in files of other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homeassistant.helpers.dispatcher import async_dispatcher_send

from ..complete_views import complete_answer_view, complete_preview_view
from ..const import DOMAIN, SIGNAL_REPLACED
from ..domain.complete import Way

if TYPE_CHECKING:
    from ..importing.complete import CompleteFile
    from ..views import View
    from .base import Call


async def async_preview_complete(call: Call, file: CompleteFile) -> View:
    """Return what an export is and what taking it back would do; it is kept for a while under a token."""
    taken = await call.inventory.complete.async_look(call.actor, file, history=_wants_history(call))
    token = call.values.get("token") or call.inventory.imports.keep(call.actor, file)
    return dict(complete_preview_view(token, file, taken))


async def async_apply_complete(call: Call, file: CompleteFile) -> View:
    """Take back an export, or only look at what that would do."""
    complete, history = call.inventory.complete, _wants_history(call)
    if call.values.get("dry_run"):
        return dict(complete_answer_view(file, await complete.async_look(call.actor, file, history=history)))
    partial = bool(call.values.get("partial"))
    taken = await complete.async_take_in(call.actor, file, history=history, partial=partial)
    call.inventory.imports.let_go(call.values.get("token"))
    if taken.way is Way.RESTORE:
        await _async_reopen(call)
    return dict(complete_answer_view(file, taken))


async def _async_reopen(call: Call) -> None:
    """Open everything anew, after the store was replaced, and tell whoever looks at it."""
    for entry in call.hass.config_entries.async_loaded_entries(DOMAIN):
        await call.hass.config_entries.async_reload(entry.entry_id)
    async_dispatcher_send(call.hass, SIGNAL_REPLACED)


def _wants_history(call: Call) -> bool:
    """Return whether the history is to come along, as far as the file has it."""
    return call.values.get("history") is not False
