"""The records of a complete export, checked as what people type is checked: into a store comes nothing that it could not have itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from .attachments import MOST_ATTACHMENTS, Attachment, AttachmentKind, check_kind, in_order
from .complete_errors import CompleteInvalidError
from .errors import InvalidValueError, InventoryError
from .fields import (
    EMPTY,
    ITEM_DETAILS,
    NAME,
    QUANTITY,
    Choice,
    Day,
    Flag,
    Reader,
    Text,
    Texts,
    Url,
    Whole,
    read_fields,
)
from .loan_errors import StockLentError
from .loans import Loan, borrowers, check_due, counted, is_possible
from .media_types import TOLD
from .models import Batch, Category, Change, Item, Location, LocationKind, Noun, Operation, Stock
from .quantities import check_quantity
from .warranties import check_warranty

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .complete import Line

    type Record = Mapping[str, Any]

_ID: Final = re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}")
_CODE: Final = re.compile(r"[A-Z]{4}")
_LAST_SEQUENCE: Final = 2**62


@dataclass(frozen=True, slots=True)
class Matching(Reader):
    """A text of a form: an id, or a code."""

    form: re.Pattern[str]
    what: str

    def read(self, field: str, raw: object) -> str:
        """Return the text."""
        if not isinstance(raw, str) or not self.form.fullmatch(raw):
            raise InvalidValueError(field, f"{self.what} expected")
        return raw


@dataclass(frozen=True, slots=True)
class Ids(Reader):
    """A list of different ids, sorted as they are kept."""

    def read(self, field: str, raw: object) -> tuple[str, ...]:
        """Return the ids."""
        if not isinstance(raw, list):
            raise InvalidValueError(field, "list of ids expected")
        return tuple(sorted({ID.read(field, each) for each in raw}))


@dataclass(frozen=True, slots=True)
class Utc(Reader):
    """A moment in UTC."""

    def read(self, field: str, raw: object) -> datetime:
        """Return the moment."""
        try:
            moment = datetime.fromisoformat(raw)  # type: ignore[arg-type]
            if moment.tzinfo is not None:
                return moment.astimezone(UTC)
        except TypeError, ValueError, OverflowError:
            pass
        raise InvalidValueError(field, "moment as 2026-01-31T12:00:00+00:00 expected")


@dataclass(frozen=True, slots=True)
class Parts(Reader):
    """A list of objects, which have readers of their own."""

    most: int = 10_000

    def read(self, field: str, raw: object) -> list[dict[str, Any]]:
        """Return the objects as they are."""
        if not isinstance(raw, list) or len(raw) > self.most or not all(isinstance(each, dict) for each in raw):
            raise InvalidValueError(field, "list of objects expected")
        return raw


@dataclass(frozen=True, slots=True)
class Raw(Reader):
    """A text as some device may have called itself."""

    limit: int

    def read(self, field: str, raw: object) -> str:
        """Return the text."""
        if not isinstance(raw, str) or len(raw) > self.limit:
            raise InvalidValueError(field, "text expected")
        return raw


@dataclass(frozen=True, slots=True)
class Whatever(Reader):
    """An object, taken as it is."""

    def read(self, field: str, raw: object) -> dict[str, Any]:
        """Return the object."""
        if not isinstance(raw, dict):
            raise InvalidValueError(field, "names and values expected")
        return raw


ID: Final = Matching(_ID, "id")
CODE: Final = Matching(_CODE, "four letters A-Z")
_MOMENT: Final = Utc()
_STAMPS: Final = {"created_at": _MOMENT, "updated_at": _MOMENT}
_LOCATION: Final[Mapping[str, Reader]] = {
    "id": ID, "code": CODE, "name": NAME, "kind": Choice(LocationKind), **_STAMPS, "parent_id": ID,
    "capacity": Whole(0, 100_000), "area_id": Text(255), "floor_id": Text(255),
    "description": Text(4000, multiline=True), "archived_at": _MOMENT,
}  # fmt: skip
_CATEGORY: Final[Mapping[str, Reader]] = {"id": ID, "name": NAME, "parent_id": ID}
_ITEM: Final[Mapping[str, Reader]] = {
    "id": ID, "code": CODE, "name": NAME, **_STAMPS, **ITEM_DETAILS, "promoted": Flag(), "archived_at": _MOMENT,
    "category_ids": Ids(), "label_ids": Texts(255, 1000), "stock": Parts(), "loans": Parts(),
    "attachments": Parts(MOST_ATTACHMENTS),
}  # fmt: skip
_STOCK: Final[Mapping[str, Reader]] = {
    "id": ID, "location_id": ID, "quantity": QUANTITY, "lot": Text(64), "best_before": Day(),
}  # fmt: skip
_LOAN: Final[Mapping[str, Reader]] = {
    "id": ID, "borrower": NAME, "lent_on": Day(), "quantity": QUANTITY, "due_on": Day(),
    "note": Text(4000, multiline=True),
}  # fmt: skip
_ATTACHMENT: Final[Mapping[str, Reader]] = {
    "id": ID, "kind": Choice(AttachmentKind), "title": Raw(255), "media_type": Text(127), "size": Whole(0, 2**40),
    "digest": Matching(re.compile("[0-9a-f]{64}"), "SHA-256"), "url": Url(), "position": Whole(0, 1_000_000),
    "created_at": _MOMENT,
}  # fmt: skip
_RETIRED: Final[Mapping[str, Reader]] = {"code": CODE, "owner_id": ID, "given_at": _MOMENT}
_SEQUENCE: Final = Whole(1, _LAST_SEQUENCE)
_BATCH: Final[Mapping[str, Reader]] = {
    "id": ID, "at": _MOMENT, "source": Text(16), "user_id": Text(36), "context_id": Text(36), "undoes": ID,
    "first_sequence": _SEQUENCE, "last_sequence": _SEQUENCE,
}  # fmt: skip
_CHANGE: Final[Mapping[str, Reader]] = {
    "sequence": _SEQUENCE, "batch_id": ID, "kind": Choice(Noun), "operation": Choice(Operation), "id": ID,
    "title": Raw(255), "item_id": ID, "before": Whatever(), "after": Whatever(),
}  # fmt: skip


def read_line[T](line: Line, read: Callable[[Record], T]) -> T:
    """Return what a line says. Raises CompleteInvalidError."""
    try:
        return read(line.record)
    except InventoryError as err:
        raise CompleteInvalidError(line.number, ", ".join(err.placeholders.values())[:500] or err.code) from err
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as err:
        raise CompleteInvalidError(line.number, type(err).__name__) from err


def read_location(record: Record) -> Location:
    """Return a place. Raises an InventoryError that names the field."""
    return Location(**_read(_LOCATION, record, "id", "code", "name", "kind", *_STAMPS))


def read_category(record: Record) -> Category:
    """Return a category. Raises an InventoryError that names the field."""
    return Category(**_read(_CATEGORY, record, "id", "name"))


def read_item(record: Record) -> Item:
    """Return an item with its stock and its loans. Raises what the rules say of them."""
    values = _read(_ITEM, record, "id", "code", "name", *_STAMPS)
    hanging = {"item_id": values["id"]}
    stock = [Stock(**hanging | _entry(_read(_STOCK, part, "id", "quantity"))) for part in values.pop("stock", ())]
    loans = [Loan(**hanging | _read(_LOAN, part, "id", "borrower", "lent_on")) for part in values.pop("loans", ())]
    attachments = [_attachment(values["id"], part) for part in values.pop("attachments", ())]
    item = Item(**values, stock=tuple(stock), loans=tuple(loans), attachments=in_order(attachments))
    check_warranty(item.purchase_date, item.warranty_until)
    for quantity in (item.minimum_quantity, *(entry.quantity for entry in stock), *(loan.quantity for loan in loans)):
        check_quantity(quantity or Decimal(0), item.unit)
    for loan in loans:
        check_due(loan.lent_on, loan.due_on)
    if loans and not is_possible(loans, item.quantity):
        raise StockLentError(item=item.name, lent=counted(loans), borrowers=borrowers(loans))
    return item


def read_retired(record: Record) -> dict[str, Any]:
    """Return a code whose owner is gone, as its row."""
    return _read(_RETIRED, record, *_RETIRED)


def read_batch(record: Record) -> tuple[Batch, int, int]:
    """Return what somebody did, without its changes, and the numbers of the first and the last of them."""
    values = _read(_BATCH, record, "id", "at", "source", "first_sequence", "last_sequence")
    first, last = values.pop("first_sequence"), values.pop("last_sequence")
    if first > last:
        raise InvalidValueError("last_sequence", "it ends before it begins")
    return Batch(**values, changes=()), first, last


def read_change(record: Record) -> tuple[str, Change]:
    """Return the id of a batch and one of its changes."""
    values = _read(_CHANGE, record, "sequence", "batch_id", "kind", "operation", "id", "title")
    return values.pop("batch_id"), Change(**values)


def _attachment(item_id: str, record: Record) -> Attachment:
    """Return a photo, paper or link: what is a file has all that is known of files, and no address."""
    values: dict[str, Any] = dict.fromkeys(_ATTACHMENT)
    values |= _read(_ATTACHMENT, record, "id", "kind", "title", "position", "created_at")
    of_file = [values[name] is not None for name in ("media_type", "size", "digest")]
    if not (all(of_file) if values["url"] is None else not any(of_file)):
        raise InvalidValueError("attachments", "a file or an address expected")
    if values["media_type"] not in {None, *TOLD}:
        raise InvalidValueError("media_type", values["media_type"])
    check_kind(values["kind"], values["media_type"])
    return Attachment(item_id=item_id, **values)


def _entry(values: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a stock entry; one without a place says nothing of it."""
    return {"location_id": None} | values


def _read(readers: Mapping[str, Reader], record: Record, *required: str) -> dict[str, Any]:
    """Return the fields of a record as they are, if their readers take them; what is never None is empty instead.

    A text keeps its blanks: it may come from where nobody has typed it, as the names of areas do.
    """
    values = read_fields(readers, record, *required)
    for name, value in values.items():
        if value is None:
            values[name] = EMPTY.get(name)
        elif type(value) is str:
            values[name] = record[name]
    return values
