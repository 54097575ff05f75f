"""Readers of fields that only some commands about items have: a moment, and fields within a field."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from ..domain.errors import InvalidValueError
from ..domain.fields import Reader, read_fields

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment with its time zone, as it was given out."""

    def read(self, field: str, raw: object) -> datetime:
        """Return the moment."""
        try:
            moment = datetime.fromisoformat(raw)  # type: ignore[arg-type]
        except TypeError, ValueError:
            raise InvalidValueError(field, "moment as 2026-01-31T12:00:00+00:00 expected") from None
        if moment.tzinfo is None:
            raise InvalidValueError(field, "the time zone is missing")
        return moment


@dataclass(frozen=True, slots=True)
class Fields:
    """Fields within a field, each with its reader."""

    readers: Mapping[str, Reader]

    def read(self, field: str, raw: object) -> dict[str, object]:
        """Return the fields that are given."""
        if not isinstance(raw, dict):
            raise InvalidValueError(field, "fields and values expected")
        return read_fields(self.readers, raw)
