"""Readers of what only commands about devices and sources take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from ..domain.errors import InvalidValueError, ValueTooLongError
from ..domain.fields import Choice, Reader, Text
from ..domain.observations import Identity, IdentityKind
from ..sources.scans.layouts import Column

_MOST: Final = 50


@dataclass(frozen=True, slots=True)
class Identities(Reader):
    """A list of what a device is known by, each as `{"kind", "value", "scope"}`."""

    def read(self, field: str, raw: object) -> tuple[Identity, ...]:
        """Return the identities; an empty list is refused."""
        if not isinstance(raw, list | tuple) or not raw:
            raise InvalidValueError(field, "list of kind, value and scope expected")
        if len(raw) > _MOST:
            raise ValueTooLongError(field=field, limit=_MOST)
        return tuple(_identity(field, entry) for entry in raw)


def _identity(field: str, raw: Any) -> Identity:
    """Return one identity as it is written; it is compared with those that are kept."""
    if not isinstance(raw, dict) or not {"kind", "value"} <= raw.keys() <= {"kind", "value", "scope"}:
        raise InvalidValueError(field, "kind, value and scope expected")
    Choice(IdentityKind).read(f"{field}.kind", raw["kind"])
    for name in raw.keys() - {"kind"}:
        Text(1000).read(f"{field}.{name}", raw[name])
    return Identity(IdentityKind(str(raw["kind"])), str(raw["value"]), str(raw.get("scope") or ""))


@dataclass(frozen=True, slots=True)
class LongText(Reader):
    """A text of megabytes, taken as it is: what is in it is for its reader to say."""

    limit: int

    def read(self, field: str, raw: object) -> str:
        """Return the text."""
        if not isinstance(raw, str):
            raise InvalidValueError(field, "text expected")
        if len(raw) > self.limit:
            raise ValueTooLongError(field=field, limit=self.limit)
        return raw


@dataclass(frozen=True, slots=True)
class Columns(Reader):
    """What the columns of a table hold: our words by the names of the columns."""

    most: int = 100

    def read(self, field: str, raw: object) -> dict[str, Column]:
        """Return the words."""
        if not isinstance(raw, dict) or not raw:
            raise InvalidValueError(field, "names of columns and what they hold expected")
        if len(raw) > self.most:
            raise ValueTooLongError(field=field, limit=self.most)
        read: dict[str, Column] = {}
        for name, word in raw.items():
            key = Text(255).read(field, name)
            if key is None:
                raise InvalidValueError(field, "a name is empty")
            Choice(Column).read(f"{field}.{key[:40]}", word)
            read[key] = Column(str(word))
        return read
