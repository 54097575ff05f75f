"""What found items have in common: counted in portions, for statements take a limited number of values."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, select

from ..domain.findings import Facet, Facets
from ..domain.text import name_key
from .schema import ItemCategoryRow, ItemLabelRow, ItemRow, LoanRow, StockRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import InstrumentedAttribute, Session

    type _Column = InstrumentedAttribute[Any]

_CHUNK: Final = 1000
"""How many ids one statement takes; the recorder allows 4,000 values."""


def count_facets(session: Session, item_ids: Sequence[str], most: int) -> Facets:
    """Return where the given items are, and what categories, labels and makers they have; `most` of each.

    An item counts once for a place, however many lots of it are there. The ids are all different.
    """
    makers = _merged(_counted(session, item_ids, ItemRow.manufacturer, ItemRow.id))
    return Facets(
        locations=_commonest(_counted(session, item_ids, StockRow.location_id, StockRow.item_id), most),
        categories=_commonest(_counted(session, item_ids, ItemCategoryRow.category_id, ItemCategoryRow.item_id), most),
        labels=_commonest(_counted(session, item_ids, ItemLabelRow.label_id, ItemLabelRow.item_id), most),
        manufacturers=_commonest(makers, most),
        borrowers=_commonest(_merged(_counted(session, item_ids, LoanRow.borrower, LoanRow.item_id)), most),
    )


def _counted(session: Session, item_ids: Sequence[str], column: _Column, item: _Column) -> Counter[str]:
    """Return for each value of a column how many of the items have it."""
    counts: Counter[str] = Counter()
    statement = select(column, func.count(item.distinct())).where(column.is_not(None)).group_by(column)
    for start in range(0, len(item_ids), _CHUNK):
        rows = session.execute(statement.where(item.in_(item_ids[start : start + _CHUNK])))
        counts.update({value: count for value, count in rows if value})
    return counts


def _merged(names: Counter[str]) -> Counter[str]:
    """Return the counts of names that differ in case and accents alone as one, under the commonest spelling."""
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name, count in names.items():
        spellings[name_key(name)][name] = count
    return Counter({min(same, key=lambda name: (-same[name], name)): same.total() for same in spellings.values()})


def _commonest(counts: Counter[str], most: int) -> tuple[Facet, ...]:
    """Return the values that most items have; of equally many, in the order of their names."""
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Facet(value, count) for value, count in ranked[:most])
