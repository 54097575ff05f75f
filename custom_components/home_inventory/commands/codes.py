"""Commands about codes: what was scanned or typed."""

from __future__ import annotations

from typing import Final

from ..domain.fields import Text
from ..views import View, named_view
from .base import Call, Command


async def _find(call: Call) -> View:
    """Return what a label, a barcode or a name stands for."""
    return dict(named_view(call.inventory, await call.inventory.codes.async_find(call.values["text"])))


CODE_COMMANDS: Final = (Command(name="code/find", run=_find, fields={"text": Text(2048)}, required=("text",)),)
