"""The programs whose files are known: by which columns they are recognised, and how they write things."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ..domain import cell_text
from .columns import propose
from .errors import ImportDevicesError
from .grocy import grocy_mapping, grocy_title
from .homebox import HOMEBOX_COLUMNS, homebox_is_empty, homebox_mapping, homebox_tidy, homebox_title
from .inventree_columns import inventree_mapping, inventree_title, is_inventree_table
from .inventree_tables import inventree_tidy
from .own_tables import own_mapping, own_recognises, own_stock, own_tidy, own_title
from .part_db import is_part_db, part_db_mapping, part_db_tidy, part_db_title
from .shelf import is_shelf, shelf_is_empty, shelf_mapping, shelf_tidy, shelf_title
from .simple_inventory import (
    is_simple_inventory,
    simple_inventory_is_empty,
    simple_inventory_mapping,
    simple_inventory_tidy,
    simple_inventory_title,
)
from .snipe_it import is_snipe_it, snipe_it_is_empty, snipe_it_mapping, snipe_it_tidy, snipe_it_title
from .sortly import is_sortly, sortly_is_empty, sortly_mapping, sortly_tidy
from .values import split_list, split_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ..domain.imports import Placed, Target
    from .tables import Table
    from .values import Dialect

GENERIC: Final = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """How one program writes its files."""

    name: str
    recognises: Callable[[frozenset[str]], bool]
    """Takes the names of all columns in small letters."""
    mapping: Callable[[Iterable[str]], dict[str, Target]]
    title: Callable[[str], str] = field(default=lambda column: column)
    """How a field of the household's own is called that keeps a column."""
    is_empty: Callable[[str, str], bool] = field(default=lambda _column, _text: False)
    """Whether what stands in a column means nothing: zero, for what was never sold."""
    tidy: Callable[[Table], Table] = field(default=lambda table: table)
    """Brings a table into the form in which it can be read row by row: puts paths together, takes rows of places out."""
    rows_share_reference: bool = False
    """Whether several rows may tell of one thing: each of a lot or a place, together all of its stock."""
    path_separators: tuple[str, ...] = (" / ", "->", " > ", "/", "\\")
    list_separators: str = ";,|"
    month_first: bool | None = None
    has_backslashes: bool = False
    """Whether a backslash stands before what in a name could be taken for a separator, as in our own lists."""
    stock_in: Callable[[str, Dialect], tuple[Placed, ...] | None] = field(default=lambda _text, _dialect: None)
    """Reads how much is where from the cell of the place; None if that only names a place."""

    def names_in(self, path: str) -> tuple[str, ...]:
        """Return the names of a path, outermost first."""
        return cell_text.split_path(path) if self.has_backslashes else split_path(path, self.path_separators)

    def texts_in(self, text: str) -> tuple[str, ...]:
        """Return the texts of a list, each once."""
        return cell_text.split_list(text) if self.has_backslashes else split_list(text, self.list_separators)

    def paths_in(self, text: str) -> Iterator[tuple[str, ...]]:
        """Give the paths of a list."""
        several = cell_text.split_ready(text) if self.has_backslashes else split_list(text, self.list_separators)
        return map(self.names_in, several)


_NETALERTX: Final = frozenset(("devmac", "devname", "devlastip"))
_OWN: Final = Format(
    name="home_inventory",
    recognises=own_recognises,
    mapping=own_mapping,
    title=own_title,
    tidy=own_tidy,
    has_backslashes=True,
    stock_in=own_stock,
)
_TABLE: Final = Format(name=GENERIC, recognises=lambda _: True, mapping=propose)
_HOMEBOX: Final = Format(
    name="homebox",
    recognises=lambda names: "hb.name" in names and any(name in HOMEBOX_COLUMNS for name in names),
    mapping=homebox_mapping,
    title=homebox_title,
    path_separators=(" / ",),
    list_separators=";",
    month_first=True,
    is_empty=homebox_is_empty,
    tidy=homebox_tidy,
)
_SNIPE_IT: Final = Format(
    name="snipe_it",
    recognises=is_snipe_it,
    mapping=snipe_it_mapping,
    title=snipe_it_title,
    is_empty=snipe_it_is_empty,
    tidy=snipe_it_tidy,
    path_separators=(),  # it says the name of a place, and nothing of what that is in
    list_separators="\n",  # a category may have commas in its name
    month_first=True,
)
_GROCY: Final = Format(
    name="grocy",
    recognises=lambda _: False,  # its JSON is told by the records
    mapping=grocy_mapping,
    title=grocy_title,
    rows_share_reference=True,
    path_separators=(),  # its places and groups have no others inside
    list_separators="\n",
)
_SORTLY: Final = Format(
    name="sortly",
    recognises=is_sortly,
    mapping=sortly_mapping,
    is_empty=sortly_is_empty,
    tidy=sortly_tidy,
    rows_share_reference=True,
    path_separators=(" / ",),
    list_separators="\n,",
    month_first=False,
)
_SHELF: Final = Format(
    name="shelf",
    recognises=is_shelf,
    mapping=shelf_mapping,
    title=shelf_title,
    is_empty=shelf_is_empty,
    tidy=shelf_tidy,
    path_separators=(" / ",),
    list_separators="\n",
)
_SIMPLE_INVENTORY: Final = Format(
    name="simple_inventory",
    recognises=is_simple_inventory,
    mapping=simple_inventory_mapping,
    title=simple_inventory_title,
    is_empty=simple_inventory_is_empty,
    tidy=simple_inventory_tidy,
    path_separators=(" / ",),
    list_separators="\n",
    month_first=False,
)
_INVENTREE: Final = Format(
    name="inventree",
    recognises=is_inventree_table,
    mapping=inventree_mapping,
    title=inventree_title,
    tidy=inventree_tidy,
    rows_share_reference=True,
    path_separators=("/",),
    list_separators="\n",
)
_PART_DB: Final = Format(
    name="part_db",
    recognises=is_part_db,
    mapping=part_db_mapping,
    title=part_db_title,
    tidy=part_db_tidy,
    rows_share_reference=True,
    path_separators=("->",),
    list_separators="\n",
)
FORMATS: Final[Mapping[str, Format]] = {
    known.name: known
    for known in (
        _OWN,
        _HOMEBOX,
        _GROCY,
        _INVENTREE,
        _PART_DB,
        _SNIPE_IT,
        _SORTLY,
        _SHELF,
        _SIMPLE_INVENTORY,
        _TABLE,
    )
}


def format_of(columns: Iterable[str]) -> Format:
    """Return whose file has these columns; the plain table when nobody's is known.

    Raises ImportDevicesError for a list of devices, which somebody who means it can still have read as a table.
    """
    names = frozenset(column.casefold() for column in columns)
    if names >= _NETALERTX:
        raise ImportDevicesError("NetAlertX")
    return next(known for known in FORMATS.values() if known.recognises(names))
