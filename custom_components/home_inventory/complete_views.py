"""The shapes of taking back a complete export: those of importing, as docs/api.md describes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from . import import_shapes as shapes
from .domain.complete import Section
from .import_views import MOST_SHOWN, remark_view

if TYPE_CHECKING:
    from .domain.complete import Taken
    from .importing.complete import CompleteFile

COMPLETE: Final = "home_inventory"
"""What the format is called where the formats of other programs are named."""


def complete_preview_view(token: str, file: CompleteFile, taken: Taken) -> shapes.ImportPreview:
    """Return what taking back an export would do; it has no columns."""
    answer = complete_answer_view(file, taken)
    return shapes.ImportPreview(
        token=token,
        format=COMPLETE,
        formats=[COMPLETE],
        kind=answer["kind"],
        sheets=[],
        sheet=None,
        rows=sum(taken.records.values()),
        columns=[],
        targets=[],
        answer=answer,
    )


def complete_answer_view(file: CompleteFile, taken: Taken) -> shapes.ImportAnswer:
    """Return what taking back an export has done, or would do."""
    records = taken.records
    return shapes.ImportAnswer(
        format=COMPLETE,
        kind="zip" if file.is_packed else "json",
        counts=shapes.ImportCounts(
            rows=sum(records.values()),
            new=taken.new,
            updated=taken.updated,
            unchanged=taken.unchanged,
            rejected=len(taken.rejected),
            remarks=len(taken.remarks),
            places=len(taken.places),
            described=0,
            categories=taken.categories,
            attachments=0,
        ),
        entries=[
            shapes.ImportEntry(
                line=item.line,
                name=item.name,
                kind="new" if item.is_new else "updated",
                item=item.id,
                place=None,
                quantity=None,
                fields=list(item.fields),
            )
            for item in taken.shown[:MOST_SHOWN]
        ],
        rejected=[remark_view(rejected) for rejected in taken.rejected[:MOST_SHOWN]],
        remarks=[remark_view(remark) for remark in taken.remarks[:MOST_SHOWN]],
        places=taken.places[:MOST_SHOWN],
        files=[],
        batch=taken.batch_id,
        complete=shapes.ImportComplete(
            way=taken.way,
            history=file.has_history,
            locations=records[Section.LOCATIONS],
            categories=records[Section.CATEGORIES],
            items=records[Section.ITEMS],
            devices=records[Section.DEVICES],
            batches=records[Section.BATCHES],
        ),
    )
