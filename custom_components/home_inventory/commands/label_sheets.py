"""Commands about code labels: layouts, how a page will look, and the PDF."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ..addresses import label_sheet_path, link_base, own_address
from ..domain.code_labels import LabelPart, PrintOrder, QrContent, code_link
from ..domain.errors import InvalidValueError
from ..domain.fields import REFERENCE, Choice, Choices, Flag, Reader, Text, Texts, Whole, read_fields
from ..domain.label_layouts import DEFAULT_LAYOUT, LAYOUTS, CustomLayout, layout_of
from ..manager.label_sheets import Chosen
from ..sheet_views import layout_view, preview_view, qr_view, unprintable_in
from .base import Call, Command
from .filters import FILTERS, QUESTION, async_wanted

if TYPE_CHECKING:
    from ..views import View


class Filter:
    """Reads the fields by which `item/list` finds items."""

    def read(self, field: str, raw: object) -> dict[str, object]:
        """Return them clean. Raises an InventoryError for the first that is wrong."""
        if not isinstance(raw, Mapping):
            raise InvalidValueError(field, "fields of a filter by their names expected")
        return read_fields({**QUESTION, **FILTERS}, raw)


_ORDER: Final[Mapping[str, Reader]] = {
    "items": Texts(1000, 10_000),
    "locations": Texts(1000, 2000),
    "everything_in": REFERENCE,
    "filter": Filter(),
    "layout": Text(64),
    "custom": CustomLayout(),
    "start": Whole(1, 5000),
    "copies": Whole(1, 100),
    "show": Choices(LabelPart),
    "qr": Choice(QrContent),
    "frames": Flag(),
}


async def _layouts(call: Call) -> View:
    """Return the layouts that can be bought."""
    return {"layouts": [layout_view(layout) for layout in LAYOUTS.values()], "default": DEFAULT_LAYOUT.id}


async def _preview(call: Call) -> View:
    """Return how a page will look."""
    order = await _async_order(call)
    page = (call.values.get("page") or 1) - 1
    return dict(await call.hass.async_add_executor_job(preview_view, order, page))


async def _print(call: Call) -> View:
    """Return where the PDF is."""
    order = await _async_order(call)
    path = label_sheet_path(call.hass, call.inventory.label_sheets.orders.put(order))
    address = own_address(call.hass)
    return {
        "path": path,
        "url": None if address is None else f"{address}{path}",
        "labels": len(order.labels),
        "pages": order.pages,
        "unprintable": await call.hass.async_add_executor_job(unprintable_in, order),
    }


async def _qr(call: Call) -> View:
    """Return the QR code that stands on the label of a code."""
    text = code_link(link_base(call.hass), call.values["code"].upper())
    return dict(await call.hass.async_add_executor_job(qr_view, text))


async def _async_order(call: Call) -> PrintOrder:
    """Return what is to be printed, and how."""
    values = call.values
    layout = values.get("custom") or layout_of(values.get("layout"))
    start = (values.get("start") or 1) - 1
    if start >= layout.per_page:
        raise InvalidValueError("start", f"a label of the first page expected, at most {layout.per_page}")
    wanted, words = None, None
    if values.get("filter"):
        wanted, understood = await async_wanted(replace(call, values=values["filter"]))
        words = understood.words or None
    labels = await call.inventory.label_sheets.async_collect(
        Chosen(
            items=values.get("items") or (),
            locations=values.get("locations") or (),
            everything_in=values.get("everything_in"),
            wanted=wanted,
            words=words,
            copies=values.get("copies") or 1,
        )
    )
    parts = values.get("show")
    return PrintOrder(
        labels=labels,
        layout=layout,
        start=start,
        parts=frozenset(LabelPart if parts is None else parts),
        qr=values.get("qr") or QrContent.LINK,
        base=link_base(call.hass),
        frames=bool(values.get("frames")),
    )


LABEL_SHEET_COMMANDS: Final = (
    Command(name="label_sheet/layouts", run=_layouts, fields={}),
    Command(name="label_sheet/preview", run=_preview, fields={**_ORDER, "page": Whole(1, 5000)}),
    Command(name="label_sheet/print", action="print_labels", run=_print, fields=_ORDER, only_answers=True),
    Command(name="code/qr", run=_qr, fields={"code": Text(4)}, required=("code",)),
)
