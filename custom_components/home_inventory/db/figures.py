"""What the items of each site add up to."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, Float, and_, func, literal, or_, select, type_coerce

from ..domain.models import LocationKind
from ..domain.site_figures import SiteFigures
from .lists import in_use
from .records import load_items
from .schema import ItemRow, LocationRow, StockRow
from .wanted import is_low

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.orm import Session

    from ..domain.models import Item

_PARTS_OF_VALUE = 100 * 1000
"""A value is added up as cents times thousandths, whole numbers that no database rounds."""


def site_figures(session: Session, *, home_id: str, currency: str, today: date, last: date) -> dict[str, SiteFigures]:
    """Return the figures of every site by its id.

    What is outside every site, or has no place yet, counts for the home. The value adds up prices in one currency.
    An item that runs low counts for each site where it has a place.
    """
    in_use_sites = select(func.count()).where(LocationRow.kind == LocationKind.SITE, LocationRow.archived_at.is_(None))
    sites = _ManySites(home_id) if (session.scalar(in_use_sites) or 0) > 1 else _OneHome(home_id)
    figures: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for site_id, count in session.execute(sites.count_items()):
        figures[site_id]["items"] = count
    for site_id, count in session.execute(sites.count_items(_runs_low())):
        figures[site_id]["low_stock"] = count
    for site_id, parts in session.execute(sites.add_up_value().where(ItemRow.currency == currency)):
        figures[site_id]["total_value"] = (Decimal(round(parts)) / _PARTS_OF_VALUE).quantize(Decimal("0.01"))
    running = (ItemRow.warranty_until >= today, ItemRow.lifetime_warranty.is_(False))
    for site_id, count in session.execute(sites.count_items(*running, ItemRow.warranty_until <= last)):
        figures[site_id]["warranties_expiring"] = count
    for site_id in list(figures):
        if (row := session.execute(sites.first_ending(site_id).where(*running)).first()) is not None:
            figures[site_id] |= {"next_warranty_expiry": row.warranty_until, "next_warranty_item": row.name}
    return {site_id: SiteFigures(**values) for site_id, values in figures.items()}


def next_deadlines(session: Session, today: date) -> tuple[list[Item], list[Item]]:
    """Return the item whose warranty ends next, and the one of which a lot is best before the next day."""
    warranty = (
        select(ItemRow.id)
        .where(in_use(), ItemRow.warranty_until >= today, ItemRow.lifetime_warranty.is_(False))
        .order_by(ItemRow.warranty_until, ItemRow.name_key, ItemRow.id)
        .limit(1)
    )
    lot = (
        select(StockRow.item_id)
        .join(ItemRow, ItemRow.id == StockRow.item_id)
        .where(in_use(), StockRow.best_before >= today, StockRow.quantity > Decimal(0))
        .order_by(StockRow.best_before, StockRow.item_id)
        .limit(1)
    )
    found = [list(session.scalars(statement)) for statement in (warranty, lot)]
    known = load_items(session, [item_id for ids in found for item_id in ids])
    ending, spoiling = ([known[item_id] for item_id in ids if item_id in known] for ids in found)
    return ending, spoiling


def _runs_low() -> ColumnElement[bool]:
    """Return whether there is less of an item than its minimum; only those with one are looked at, by their index."""
    return and_(ItemRow.minimum_quantity > Decimal(0), is_low())


def _value(quantity: Any) -> ColumnElement[int]:
    """Return price times quantity, in parts of a cent."""
    cents = func.round(type_coerce(ItemRow.purchase_price, Float) * 100)
    return type_coerce(cents, BigInteger) * type_coerce(quantity, BigInteger)


class _OneHome:
    """Statements for the one site that most households have: there is no need to ask where things are."""

    def __init__(self, home_id: str) -> None:
        """Take the home."""
        self._home_id = literal(home_id)

    def count_items(self, *only: ColumnElement[bool]) -> Select[Any]:
        """Return a statement for how many items each site has, all or only some."""
        counted = select(self._home_id, func.count()).select_from(ItemRow)
        is_wanted = in_use() if only else ItemRow.archived_at.is_(None)  # to count all of them, their index is best
        return counted.where(is_wanted, *only).having(func.count() > 0)

    def add_up_value(self) -> Select[Any]:
        """Return a statement for the value of each site."""
        total = func.sum(_value(StockRow.quantity))
        joined = select(self._home_id, total).select_from(ItemRow).join(StockRow, StockRow.item_id == ItemRow.id)
        return joined.where(in_use()).having(total.is_not(None))

    def first_ending(self, _site_id: str) -> Select[Any]:
        """Return a statement for the item of a site whose warranty ends first."""
        first = select(ItemRow.warranty_until, ItemRow.name).where(in_use())
        return first.order_by(ItemRow.warranty_until, ItemRow.id).limit(1)


class _ManySites:
    """The same statements for several sites."""

    def __init__(self, home_id: str) -> None:
        """Find out which site each stock entry belongs to."""
        tree = _site_tree()
        self._placed = (
            select(
                func.coalesce(tree.c.site_id, home_id).label("site_id"),
                ItemRow.id.label("item_id"),
                type_coerce(func.coalesce(type_coerce(StockRow.quantity, BigInteger), 0), BigInteger).label("quantity"),
            )
            .select_from(ItemRow)
            .outerjoin(StockRow, StockRow.item_id == ItemRow.id)
            .outerjoin(tree, tree.c.id == StockRow.location_id)
            .where(in_use())
            .subquery("placed")
        )

    def count_items(self, *only: ColumnElement[bool]) -> Select[Any]:
        """Return a statement for how many items each site has, all or only some."""
        return self._by_site(func.count(self._placed.c.item_id.distinct())).where(*only)

    def add_up_value(self) -> Select[Any]:
        """Return a statement for the value of each site."""
        return self._by_site(func.sum(_value(self._placed.c.quantity))).where(ItemRow.purchase_price.is_not(None))

    def first_ending(self, site_id: str) -> Select[Any]:
        """Return a statement for the item of a site whose warranty ends first."""
        first = select(ItemRow.warranty_until, ItemRow.name).join(self._placed, self._placed.c.item_id == ItemRow.id)
        return first.where(self._placed.c.site_id == site_id).order_by(ItemRow.warranty_until, ItemRow.id).limit(1)

    def _by_site(self, figure: ColumnElement[Any]) -> Select[Any]:
        """Return a statement for a figure of each site."""
        joined = select(self._placed.c.site_id, figure).join(ItemRow, ItemRow.id == self._placed.c.item_id)
        return joined.group_by(self._placed.c.site_id)


def _site_tree() -> Any:
    """Return every location with the site that it is in."""
    tree = (
        select(LocationRow.id, LocationRow.id.label("site_id"))
        .where(LocationRow.kind == LocationKind.SITE, LocationRow.archived_at.is_(None))
        .cte("tree", recursive=True)
    )
    below = select(LocationRow.id, tree.c.site_id).join(tree, LocationRow.parent_id == tree.c.id)
    return tree.union_all(below.where(or_(LocationRow.kind != LocationKind.SITE, LocationRow.archived_at.is_not(None))))
