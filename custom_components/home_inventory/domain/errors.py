"""Everything that can be wrong with what somebody asks for.

Each error has a stable `code`, which is also its translation key, and placeholders for the translated text.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterable
MAX_CANDIDATES = 5


class InventoryError(Exception):
    """Something was refused; the data is as it was before."""

    code: ClassVar[str] = "invalid_value"

    def __init__(self, **placeholders: object) -> None:
        """Keep what the translated text needs."""
        self.placeholders = {key: _readable(value) for key, value in placeholders.items()}
        super().__init__(f"{self.code}: {self.placeholders}")


def _readable(value: object) -> str:
    """Return a value as it is shown to people."""
    return format(value.normalize(), "f") if isinstance(value, Decimal) else str(value)


class InvalidValueError(InventoryError):
    """A value has the wrong type or form."""

    def __init__(self, field: str, reason: str) -> None:
        """Name the field and what is wrong with it."""
        super().__init__(field=field, reason=reason)


class RequiredValueError(InventoryError):
    """A value that is needed is missing or empty."""

    code = "required_value"


class ValueTooLongError(InventoryError):
    """A text or list is longer than its field takes."""

    code = "value_too_long"


class ValueOutOfRangeError(InventoryError):
    """A number is outside its field's bounds."""

    code = "value_out_of_range"


class UnauthorizedError(InventoryError):
    """A read-only user tries to change something."""

    code = "unauthorized"


class AdminRequiredError(InventoryError):
    """Somebody who is no admin tries what only an admin may do."""

    code = "admin_required"


class UnresolvedReferenceError(InventoryError):
    """A reference names no record, or more than one."""

    def __init__(self, reference: str, candidates: Iterable[str] = ()) -> None:
        """Name the reference and up to five records that may be meant."""
        named = list(candidates)
        shown = ", ".join(named[:MAX_CANDIDATES]) or "-"
        super().__init__(reference=reference[:255], candidates=shown)


class ItemNotFoundError(UnresolvedReferenceError):
    """No item has this id, code or name."""

    code = "item_not_found"


class ItemAmbiguousError(UnresolvedReferenceError):
    """Several items have this name."""

    code = "item_ambiguous"


class LocationNotFoundError(UnresolvedReferenceError):
    """No location has this id, code, path or name."""

    code = "location_not_found"


class LocationAmbiguousError(UnresolvedReferenceError):
    """Several locations have this name or path."""

    code = "location_ambiguous"


class CategoryNotFoundError(UnresolvedReferenceError):
    """No category has this id, path or name."""

    code = "category_not_found"


class CategoryAmbiguousError(UnresolvedReferenceError):
    """Several categories have this name."""

    code = "category_ambiguous"


class LabelNotFoundError(UnresolvedReferenceError):
    """Home Assistant has no label with this id or name."""

    code = "label_not_found"


class AreaNotFoundError(UnresolvedReferenceError):
    """Home Assistant has no area or floor with this id or name."""

    code = "area_not_found"


class BatchNotFoundError(UnresolvedReferenceError):
    """No batch of changes has this id."""

    code = "batch_not_found"


class NotEnoughStockError(InventoryError):
    """More is taken than there is."""

    code = "not_enough_stock"


class FractionalQuantityError(InventoryError):
    """Half a piece of something that is counted."""

    code = "fractional_quantity"


class LocationRequiredError(InventoryError):
    """The item is at several places and none was named."""

    code = "location_required"


class LocationCycleError(InventoryError):
    """A location would end up inside itself."""

    code = "location_cycle"


class CategoryCycleError(InventoryError):
    """A category would end up inside itself."""

    code = "category_cycle"


class NameTakenError(InventoryError):
    """A neighbour in the same tree has this name already."""

    code = "name_taken"


class LocationFullError(InventoryError):
    """The location's capacity is used up."""

    code = "location_full"


class SlotTakenError(InventoryError):
    """The slot holds another item."""

    code = "slot_taken"


class SlotInvalidError(InventoryError):
    """A slot outside a box, with a bad number, or with something inside it that is no item."""

    code = "slot_invalid"


class LocationNotEmptyError(InventoryError):
    """A location with things in it can't go before the things have a new place."""

    code = "location_not_empty"


class LastSiteError(InventoryError):
    """The only site can't go."""

    code = "last_site"


class WarrantyBeforePurchaseError(InventoryError):
    """The warranty ends before the item was bought."""

    code = "warranty_before_purchase"


class ArchivedError(InventoryError):
    """The record is archived: restore it first."""

    code = "archived"


class NotArchivedError(InventoryError):
    """The record is not archived."""

    code = "not_archived"


class CategoryInUseError(InventoryError):
    """Items or other categories hang on this category."""

    code = "category_in_use"


class UndoConflictError(InventoryError):
    """Later changes stand in the way of undoing."""

    code = "undo_conflict"


class AlreadyUndoneError(InventoryError):
    """The batch was undone before."""

    code = "already_undone"


class NothingToUndoError(InventoryError):
    """This user has done nothing that could be undone."""

    code = "nothing_to_undo"


class TooManyItemsError(InventoryError):
    """More items than one use case takes."""

    code = "too_many_items"


class SelectionChangedError(InventoryError):
    """As many items as somebody has seen and confirmed fit the filter no more, or more do."""

    code = "selection_changed"


class ItemChangedError(InventoryError):
    """Somebody else has changed a field that is changed here, since the item was read."""

    code = "item_changed"


class CodesExhaustedError(InventoryError):
    """Every four-letter code has been given out."""

    code = "codes_exhausted"


class LayoutMismatchError(InventoryError):
    """Labels of a sheet would overlap, or leave the page."""

    code = "layout_mismatch"


class NothingToPrintError(InventoryError):
    """Labels are asked for, but nothing that they could be for."""

    code = "nothing_to_print"


class TooManyLabelsError(InventoryError):
    """More labels than are printed at a time."""

    code = "too_many_labels"


class InvalidNetworkError(InventoryError):
    """A text is no private IPv4 network of a size that can be looked through."""

    code = "invalid_network"

    def __init__(self, network: str) -> None:
        """Name what was asked for."""
        super().__init__(network=network)
