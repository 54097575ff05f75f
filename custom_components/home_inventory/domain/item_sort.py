"""The orders in which items are listed."""

from enum import StrEnum


class ItemSort(StrEnum):
    """The orders of a list of items."""

    NAME = "name"
    NAME_DOWN = "-name"
    CREATED = "created"
    CREATED_DOWN = "-created"
    UPDATED = "updated"
    UPDATED_DOWN = "-updated"
    QUANTITY = "quantity"
    """Most first, as VALUE."""
    QUANTITY_UP = "-quantity"
    WARRANTY = "warranty"
    """What ends next first; what has none comes last, both ways."""
    WARRANTY_DOWN = "-warranty"
    VALUE = "value"
    VALUE_UP = "-value"
    PURCHASED = "purchased"
    PURCHASED_DOWN = "-purchased"
    CODE = "code"
    CODE_DOWN = "-code"
    MANUFACTURER = "manufacturer"
    MANUFACTURER_DOWN = "-manufacturer"
    MODEL = "model"
    MODEL_DOWN = "-model"
    RELEVANCE = "relevance"
    """The best hit first; without a question the same as by name."""
