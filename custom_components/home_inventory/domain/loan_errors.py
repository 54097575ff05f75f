"""What can be wrong with lending something and taking it back."""

from .errors import InventoryError


class AlreadyLentError(InventoryError):
    """All that there is of an item is lent."""

    code = "already_lent"


class NotLentError(InventoryError):
    """Nothing of the item is lent."""

    code = "not_lent"


class LoanNotFoundError(InventoryError):
    """The item is lent, but not to whom it was said to be."""

    code = "loan_not_found"


class LoanAmbiguousError(InventoryError):
    """Several people have some of the item, and nobody was named."""

    code = "loan_ambiguous"


class ReturnedTooMuchError(InventoryError):
    """More is returned than was lent."""

    code = "returned_too_much"


class DueBeforeLentError(InventoryError):
    """It should be back before it was lent."""

    code = "due_before_lent"


class ItemLentError(InventoryError):
    """Something can't be done with an item as long as somebody has it."""

    code = "item_lent"


class StockLentError(InventoryError):
    """More is taken of an item than is not lent."""

    code = "stock_lent"
