"""The shapes of importing, as docs/api.md describes them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from homeassistant.helpers.translation import async_get_exception_message

from . import import_shapes as shapes
from .const import DOMAIN
from .domain.imports import Added, Target
from .importing.formats import FORMATS
from .views import number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .domain.imports import Rejected, Remark, Updated
    from .domain.models import Stock
    from .importing.formats import Format
    from .importing.opening import Opened
    from .manager.imports import Planned

MOST_SHOWN: Final = 200
_STOCK_WORDS: Final = {
    "location_id": "location", "quantity": "quantity", "lot": "lot", "best_before": "best_before",
}  # fmt: skip


def preview_view(
    token: str, opened: Opened, known: Format, mapping: Mapping[str, Target], planned: Planned | None
) -> shapes.ImportPreview:
    """Return what a file is and what it would do."""
    table = opened.table
    return shapes.ImportPreview(
        token=token,
        format=known.name,
        formats=list(FORMATS),
        kind=opened.kind.value,
        sheets=[] if opened.book is None else list(opened.book.sheets),
        sheet=opened.sheet,
        rows=len(table.rows) + len(table.places),
        columns=[
            shapes.ImportColumn(name=name, target=mapping.get(name), examples=list(table.examples(place)))
            for place, name in enumerate(table.columns)
        ],
        targets=list(Target),
        answer=None if planned is None else answer_view(opened, known, planned),
    )


def answer_view(opened: Opened, known: Format, planned: Planned) -> shapes.ImportAnswer:
    """Return what taking in a file has done, or would do."""
    plan = planned.plan
    entries = _entries(planned)
    return shapes.ImportAnswer(
        format=known.name,
        kind=opened.kind.value,
        counts=shapes.ImportCounts(
            rows=len(opened.table.rows) + len(opened.table.places),
            new=len(plan.added),
            updated=len(plan.updated),
            unchanged=plan.unchanged,
            rejected=len(plan.rejected),
            remarks=len(plan.remarks),
            places=len(plan.places),
            described=len(plan.described),
            categories=len(plan.categories),
            attachments=len(plan.attached),
        ),
        entries=[entry for entry, _ in zip(entries, range(MOST_SHOWN), strict=False)],
        rejected=[remark_view(rejected) for rejected in plan.rejected[:MOST_SHOWN]],
        remarks=[remark_view(remark) for remark in plan.remarks[:MOST_SHOWN]],
        places=[planned.paths.get(place.id, place.name) for place in plan.places[:MOST_SHOWN]],
        files=list(opened.table.files[:MOST_SHOWN]),
        batch=planned.batch_id,
        complete=None,
    )


def _entries(planned: Planned) -> Iterator[shapes.ImportEntry]:
    """Give the rows that bring something new, in the order of the file."""
    both: list[Added | Updated] = sorted((*planned.plan.added, *planned.plan.updated), key=lambda each: each.line)
    for each in both:
        entries = _entries_of(each)
        yield shapes.ImportEntry(
            line=each.line,
            name=each.item.name,
            kind="new" if isinstance(each, Added) else "updated",
            item=each.item.id,
            place=planned.paths.get(entries[0].location_id or "") if entries else None,
            quantity=number(sum((entry.quantity for entry in entries), Decimal(0))) if entries else None,
            fields=[] if isinstance(each, Added) else _changed(each),
        )


def _entries_of(each: Added | Updated) -> tuple[Stock, ...]:
    """Return the stock entries that are new or changed, as they will be."""
    if isinstance(each, Added):
        return each.entries
    return tuple(after for _, after in each.entries if after is not None)


def _changed(updated: Updated) -> list[str]:
    """Return the fields that an update changes."""
    fields = ["categories" if name == "category_ids" else name for name in updated.values]
    stock = [
        word
        for name, word in _STOCK_WORDS.items()
        if any(getattr(before, name, None) != getattr(after, name, None) for before, after in updated.entries)
    ]
    return fields + stock + ["attachments"] * bool(updated.attached)


def remark_view(remark: Rejected | Remark) -> shapes.ImportRemark:
    """Return a row, and what is wrong with it or left out of it."""
    placeholders = dict(remark.placeholders)
    return shapes.ImportRemark(
        line=remark.line,
        name=remark.name,
        code=remark.code,
        message=async_get_exception_message(DOMAIN, remark.code, placeholders),
        placeholders=placeholders,
    )
