"""The shapes of importing, as docs/api.md describes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homeassistant.helpers.translation import async_get_exception_message

from . import import_shapes as shapes
from .const import DOMAIN
from .domain.imports import Target
from .importing.formats import FORMATS
from .views import number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .domain.imports import Added, Rejected, Updated
    from .importing.formats import Format
    from .importing.opening import Opened
    from .manager.imports import Planned

MOST_SHOWN: Final = 200


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
        rows=len(table.rows),
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
            rows=len(opened.table.rows),
            new=len(plan.added),
            updated=len(plan.updated),
            unchanged=plan.unchanged,
            rejected=len(plan.rejected),
            places=len(plan.places),
            categories=len(plan.categories),
        ),
        entries=[entry for entry, _ in zip(entries, range(MOST_SHOWN), strict=False)],
        rejected=[_rejection(rejected) for rejected in plan.rejected[:MOST_SHOWN]],
        places=[planned.paths.get(place.id, place.name) for place in plan.places[:MOST_SHOWN]],
        files=list(opened.table.files[:MOST_SHOWN]),
        batch=planned.batch_id,
    )


def _entries(planned: Planned) -> Iterator[shapes.ImportEntry]:
    """Give the rows that bring something new, in the order of the file."""
    both: list[Added | Updated] = sorted((*planned.plan.added, *planned.plan.updated), key=lambda each: each.line)
    for each in both:
        entry = each.entry[1] if isinstance(each.entry, tuple) else each.entry
        is_new = not hasattr(each, "values")
        yield shapes.ImportEntry(
            line=each.line,
            name=each.item.name,
            kind="new" if is_new else "updated",
            item=each.item.id,
            place=None if entry is None else planned.paths.get(entry.location_id or ""),
            quantity=None if entry is None else number(entry.quantity),
            fields=[] if is_new else _changed(each),  # type: ignore[arg-type]
        )


def _changed(updated: Updated) -> list[str]:
    """Return the fields that an update changes."""
    fields = ["categories" if name == "category_ids" else name for name in updated.values]
    if updated.entry is not None:
        before, after = updated.entry
        places = {"location_id": "location", "quantity": "quantity", "lot": "lot", "best_before": "best_before"}
        fields += [word for name, word in places.items() if getattr(before, name, None) != getattr(after, name)]
    return fields


def _rejection(rejected: Rejected) -> shapes.ImportRejection:
    """Return a row that can't be taken."""
    placeholders = dict(rejected.placeholders)
    return shapes.ImportRejection(
        line=rejected.line,
        name=rejected.name,
        code=rejected.code,
        message=async_get_exception_message(DOMAIN, rejected.code, placeholders),
        placeholders=placeholders,
    )
