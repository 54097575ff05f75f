"""Commands about many items at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ..domain.errors import InvalidValueError, RequiredValueError
from ..domain.fields import ITEM_DETAILS, REFERENCE, Flag, Reader, Texts, Whole
from ..manager.item_sets import MOST_ITEMS, Choice, Links, Tags
from ..outcome_views import outcome_view
from ..registries import resolve_labels
from .base import Call, Command
from .filters import FILTERS, GROUPS, read_filter
from .set_fields import Fields

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..domain.models import Done, ItemFilter
    from ..manager.item_sets import Outcome
    from ..views import View

_IDS: Final = Texts(26, MOST_ITEMS)
_CHOICE: Final[Mapping[str, Reader]] = {
    "items": _IDS,
    "wanted": Fields(FILTERS),
    "but": _IDS,
    "count": Whole(0, 1_000_000_000),
    "skip_refused": Flag(),
}
_OF_ONE: Final = {"aliases", "barcodes", "serial_number", "custom"}
"""Fields in which no two items are the same."""
_VALUES: Final[Mapping[str, Reader]] = {
    **{name: reader for name, reader in ITEM_DETAILS.items() if name not in _OF_ONE},
    **GROUPS,
    "promoted": Flag(),
}


async def _move(call: Call) -> View:
    """Move items."""
    return _done(await call.inventory.item_sets.async_move(call.actor, await _chosen(call), call.values["to"]))


async def _update(call: Call) -> View:
    """Give items the same values, labels and categories."""
    given = call.values
    values = dict(given.get("fields") or {})
    if values.get("purchase_price") is not None:
        values.setdefault("currency", call.inventory.currency)
    category_names = values.pop("categories", None)
    if "labels" in values:
        values["label_ids"] = resolve_labels(call.hass, values.pop("labels"))
    labels = {
        step: frozenset(resolve_labels(call.hass, given.get(f"{step}_labels") or ())) for step in ("add", "remove")
    }
    tags = Tags(
        labels=Links(**labels),
        add_categories=given.get("add_categories") or (),
        remove_categories=given.get("remove_categories") or (),
    )
    if not values and category_names is None and tags == Tags():
        raise RequiredValueError(field="fields")
    chosen = await _chosen(call)
    return _done(await call.inventory.item_sets.async_update(call.actor, chosen, values, tags, category_names))


async def _remove(call: Call) -> View:
    """Archive or delete items."""
    permanently = bool(call.values.get("permanently"))
    chosen = await _chosen(call)
    return _done(await call.inventory.item_sets.async_remove(call.actor, chosen, permanently=permanently))


async def _restore(call: Call) -> View:
    """Bring items back."""
    return _done(await call.inventory.item_sets.async_restore(call.actor, await _chosen(call)))


async def _chosen(call: Call) -> Choice:
    """Return which items are meant. Raises InventoryError unless they are named in exactly one way."""
    values = call.values
    item_ids, filters = values.get("items"), values.get("wanted")
    if not item_ids and filters is None:
        raise RequiredValueError(field="items / wanted")
    if item_ids and filters is not None:
        raise InvalidValueError("wanted", "either items or wanted, not both")
    return Choice(
        item_ids=item_ids or (),
        wanted=None if filters is None else await _wanted(call, filters),
        but=frozenset(values.get("but") or ()),
        count=values.get("count"),
        skip_refused=bool(values.get("skip_refused")),
    )


async def _wanted(call: Call, filters: Mapping[str, Any]) -> ItemFilter:
    """Return the filter that is meant."""
    inner = Call(hass=call.hass, inventory=call.inventory, actor=call.actor, values=dict(filters))
    return await call.inventory.devices.async_narrow(read_filter(inner))


def _done(done: Done[Outcome]) -> View:
    """Return what became of the items, and the batch."""
    return outcome_view(done.value) | {"batch": done.batch_id}


ITEM_SET_COMMANDS: Final = (
    Command(name="items/move", run=_move, fields={**_CHOICE, "to": REFERENCE}, required=("to",)),
    Command(
        name="items/update",
        run=_update,
        fields={
            **_CHOICE,
            "fields": Fields(_VALUES),
            **{f"{step}_{group}": reader for step in ("add", "remove") for group, reader in GROUPS.items()},
        },
    ),
    Command(name="items/remove", run=_remove, fields={**_CHOICE, "permanently": Flag()}),
    Command(name="items/restore", run=_restore, fields=_CHOICE),
)
