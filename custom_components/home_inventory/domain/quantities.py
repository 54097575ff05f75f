"""Quantities, units and when stock is low."""

from decimal import Decimal

from .errors import FractionalQuantityError

QUANTITY_DIGITS = 3
QUANTITY_LIMIT = Decimal(1_000_000_000)

COUNTABLE_UNITS = ("pack", "box", "bottle", "can", "jar", "bag", "roll", "pair", "set", "sheet", "tube")
MEASURED_UNITS = (
    *("g", "kg", "mg", "oz", "lb"),
    *("ml", "cl", "l", "fl oz", "pt", "gal"),
    *("mm", "cm", "m", "in", "ft", "yd"),
    *("m²", "m³", "h"),
)
_MEASURED = frozenset(unit.casefold() for unit in MEASURED_UNITS)


def is_countable(unit: str | None) -> bool:
    """Return whether a unit is counted in whole numbers; no unit means pieces."""
    return unit is None or unit.casefold() not in _MEASURED


def check_quantity(quantity: Decimal, unit: str | None) -> None:
    """Raise FractionalQuantityError for a part of something that is counted."""
    if is_countable(unit) and quantity != quantity.to_integral_value():
        raise FractionalQuantityError(unit=unit or "pieces", quantity=quantity.normalize())


def is_low(quantity: Decimal, minimum: Decimal | None) -> bool:
    """Return whether there is less than the minimum."""
    return minimum is not None and quantity < minimum
