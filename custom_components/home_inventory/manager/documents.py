"""What the search index is told of items and places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..search.document import MARK, Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..domain.item_words import ItemWords
    from ..domain.models import Item, Location

IN_USE: Final = f"{MARK}in-use"
ARCHIVED: Final = f"{MARK}archived"
_JOINED, _DETAIL, _PROSE = 0.4, 0.6, 0.3
"""How much a word says by where it stands, a word of the name saying 1: joined to its neighbour; maker and model; prose."""
_AROUND: Final = 1.0
"""How much it says that something is at a place, in a category, or has a label."""


def mark_of(record_id: str) -> str:
    """Return the term that stands for a place, category or label."""
    return f"{MARK}{record_id}"


def state_of(*, is_archived: bool) -> str:
    """Return the term that stands for whether something is in use."""
    return ARCHIVED if is_archived else IN_USE


def item_document(item: Item | ItemWords) -> Document:
    """Return what can be found of an item."""
    keys = (item.code, item.serial_number, *item.barcodes)
    around = (*item.location_ids, *item.category_ids, *item.label_ids)
    return Document(
        id=item.id,
        name=item.name,
        aliases=item.aliases,
        texts=_item_texts(item),
        keys=tuple(key for key in keys if key),
        marks=((state_of(is_archived=item.archived_at is not None), 0.0), *_marks(around)),
    )


def location_document(location: Location) -> Document:
    """Return what can be found of a place."""
    return Document(
        id=location.id,
        name=location.name,
        texts=((location.description, _PROSE),) if location.description else (),
        keys=(location.code,),
    )


def _marks(record_ids: Iterable[str]) -> Iterator[tuple[str, float]]:
    """Yield the marks of records, each once, and how much they say."""
    return ((mark_of(record_id), _AROUND) for record_id in dict.fromkeys(record_ids))


def _item_texts(item: Item | ItemWords) -> tuple[tuple[str, float], ...]:
    """Return the texts of an item besides its name, and how much their words say."""
    texts = [
        (item.manufacturer, _DETAIL),
        (item.model, _DETAIL),
        (item.description, _PROSE),
        (item.notes, _PROSE),
        (item.warranty_notes, _PROSE),
        (item.vendor, _PROSE),
        *((f"{name} {value}", _PROSE) for name, value in item.custom.items()),
    ]
    if "-" in item.name:
        texts.append((item.name.replace("-", ""), _JOINED))  # "Akku-Bohrmaschine" is also written in one word
    return tuple((text, worth) for text, worth in texts if text)
