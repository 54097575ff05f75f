"""What became of many items at once, in the shape that leaves the house."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from . import outcome_shapes

if TYPE_CHECKING:
    from .manager.item_sets import Outcome

MOST_REFUSED: Final = 50
"""So many reasons somebody may read."""


def outcome_view(outcome: Outcome) -> outcome_shapes.Outcome:
    """Return what became of many items; of those that have refused only the first are named."""
    return outcome_shapes.Outcome(
        done=outcome.done,
        refused_count=len(outcome.refused),
        refused=[
            outcome_shapes.RefusedItem(
                id=refusal.item_id,
                name=refusal.name or refusal.item_id,
                code=refusal.error.code,
                placeholders=refusal.error.placeholders,
            )
            for refusal in outcome.refused[:MOST_REFUSED]
        ],
    )
