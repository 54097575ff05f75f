"""What stands at the head of every report, and the tables that most of them have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..domain.report_documents import Block, Column, Part, Section, Table, ValueKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from ..domain.models import Item
    from ..domain.report_documents import Value
    from .writing import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """Whose report it is and what it covers."""

    household: str
    made_at: datetime
    """In the home's own time."""
    place: str | None = None
    """The path of the place; None for everything."""
    narrowed: str | None = None
    """By what else it was narrowed, in words."""

    def facts(self, writer: Writer) -> list[tuple[str, Value]]:
        """Return the first lines of the first page."""
        facts: list[tuple[str, Value]] = [
            (writer.say("household"), self.household),
            (writer.say("scope"), self.place or writer.say("everything")),
        ]
        if self.narrowed:
            facts.append((writer.say("narrowed"), self.narrowed))
        return facts

    def made_on(self, writer: Writer) -> str:
        """Return when it was made."""
        return writer.say("made_on", moment=writer.moment(self.made_at))


ITEM_KEYS = ("name", "code", "manufacturer", "model", "serial_number")


def item_columns(writer: Writer) -> tuple[Column, ...]:
    """Return the columns that say which item it is."""
    return (
        Column("name", writer.say("item"), width=32),
        Column("code", writer.say("code"), width=8),
        Column("manufacturer", writer.say("manufacturer"), width=18),
        Column("model", writer.say("model"), width=18),
        Column("serial_number", writer.say("serial_number"), width=20),
    )


def item_values(item: Item) -> tuple[Value, ...]:
    """Return the values of those columns."""
    return (item.name, item.code, item.manufacturer, item.model, item.serial_number)


def item_block(writer: Writer, width: float) -> Block:
    """Return them as a column on paper."""
    parts = (
        Part(("name",), is_strong=True),
        Part(("manufacturer", "model")),
        Part(("serial_number",), label=writer.say("serial")),
        Part(("code",)),
    )
    return Block(writer.say("item"), parts, width)


def block(title: str, width: float, *keys: str, is_right: bool = False) -> Block:
    """Return a column on paper with one value below the other."""
    return Block(title, tuple(Part((key,)) for key in keys), width, is_right)


def count_table(title: str, name: str, counts: Iterable[tuple[Value, ...]], columns: Iterable[str]) -> Table:
    """Return a table of names, and how many there are of what."""
    titles = tuple(columns)
    keys = tuple(f"count_{number}" for number in range(len(titles)))
    wide = 1 - 0.13 * len(titles)
    return Table(
        title,
        (
            Column("name", name, width=40),
            *(Column(key, text, ValueKind.NUMBER, 14) for key, text in zip(keys, titles, strict=True)),
        ),
        (
            block(name, wide, "name"),
            *(block(text, 0.13, key, is_right=True) for key, text in zip(keys, titles, strict=True)),
        ),
        (Section(tuple(counts)),),
    )
