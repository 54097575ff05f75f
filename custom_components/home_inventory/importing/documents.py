"""Programs that give JSON in a form of their own, in one file or in several of an archive: brought into one table.

A document is a mapping from the names of the files (a single file has the name "") to what stands in them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from .grocy import grocy_table, is_grocy
from .inventree import inventree_table, is_inventree
from .part_db import is_part_db_json, part_db_json
from .simple_inventory import is_simple_inventory_document, simple_inventory_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .tables import Table

type Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFormat:
    """How one program's JSON is recognised and made a table that a format of `formats.py` reads."""

    format: str
    """The name of that format."""
    recognises: Callable[[Document], bool]
    table: Callable[[Document], Table]
    """Raises an error of `errors.py` for what is not as the program writes it."""


DOCUMENTS: Final[tuple[DocumentFormat, ...]] = (
    DocumentFormat(format="grocy", recognises=is_grocy, table=grocy_table),
    DocumentFormat(format="simple_inventory", recognises=is_simple_inventory_document, table=simple_inventory_table),
    DocumentFormat(format="inventree", recognises=is_inventree, table=inventree_table),
    DocumentFormat(format="part_db", recognises=is_part_db_json, table=part_db_json),
)


def recognise(document: Document) -> DocumentFormat | None:
    """Return whose JSON this is, if it is known."""
    return next((known for known in DOCUMENTS if known.recognises(document)), None)
