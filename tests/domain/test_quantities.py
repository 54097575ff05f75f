"""Quantities, units and when stock is low."""

from decimal import Decimal

import pytest

from custom_components.home_inventory.domain.errors import FractionalQuantityError
from custom_components.home_inventory.domain.quantities import check_quantity, is_countable, is_low


@pytest.mark.parametrize(
    ("unit", "countable"),
    [(None, True), ("box", True), ("Pack", True), ("bundles", True), ("kg", False), ("KG", False), ("m²", False)],
)
def test_units_are_counted_or_measured(unit: str | None, countable: bool) -> None:
    """What is not known as a measure is counted."""
    assert is_countable(unit) is countable


@pytest.mark.parametrize(
    ("quantity", "unit"), [("1", None), ("2.000", "box"), ("0.5", "kg"), ("1.125", "L"), ("0", None), ("-2", None)]
)
def test_possible_quantities_pass(quantity: str, unit: str | None) -> None:
    """Whole numbers always, parts of what is measured."""
    check_quantity(Decimal(quantity), unit)


@pytest.mark.parametrize(
    ("quantity", "unit", "named"), [("0.5", None, "pieces"), ("1.50", "box", "box"), ("-0.5", "Roll", "Roll")]
)
def test_half_a_piece_is_refused(quantity: str, unit: str | None, named: str) -> None:
    """The error names the unit and the quantity."""
    with pytest.raises(FractionalQuantityError) as refused:
        check_quantity(Decimal(quantity), unit)

    assert refused.value.placeholders == {"unit": named, "quantity": str(Decimal(quantity).normalize())}


@pytest.mark.parametrize(
    ("quantity", "minimum", "low"),
    [("3", None, False), ("3", "3", False), ("2.999", "3", True), ("0", "0", False), ("0", "0.001", True)],
)
def test_stock_is_low_below_the_minimum(quantity: str, minimum: str | None, low: bool) -> None:
    """Exactly the minimum is enough."""
    assert is_low(Decimal(quantity), minimum and Decimal(minimum)) is low
