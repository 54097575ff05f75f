"""What somebody should know of a row that is taken nevertheless: told as errors are, with a code and what fits into its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .errors import InventoryError

if TYPE_CHECKING:
    from collections.abc import Iterable


class LeftOutNote(InventoryError):  # noqa: N818 - told, never raised
    """Something stands in columns that nobody reads."""

    code = "import_left_out"

    def __init__(self, columns: Iterable[str]) -> None:
        """Name the columns."""
        super().__init__(columns=", ".join(columns))


class NotCarriedNote(InventoryError):  # noqa: N818 - told, never raised
    """The other program keeps something that has no place here."""

    code = "import_not_carried"

    def __init__(self, what: str) -> None:
        """Say what it is, as the other program calls it."""
        super().__init__(what=what[:500])


class FileMissingNote(InventoryError):  # noqa: N818 - told, never raised
    """The other program speaks of a file that is not in the archive, or in which nothing is."""

    code = "import_file_missing"

    def __init__(self, file: str) -> None:
        """Say what it is called."""
        super().__init__(file=file[:255])


class FileTooLargeNote(InventoryError):  # noqa: N818 - told, never raised
    """A file is larger than is kept."""

    code = "import_file_too_large"

    def __init__(self, file: str, limit_mb: int) -> None:
        """Say what it is called, and how large files may be, in megabytes."""
        super().__init__(file=file[:255], limit=limit_mb)


class TooManyFilesNote(InventoryError):  # noqa: N818 - told, never raised
    """A thing has more photos and papers than an item may have."""

    code = "import_too_many_files"

    def __init__(self, count: int, limit: int) -> None:
        """Say how many are left out, and how many an item may have."""
        super().__init__(count=count, limit=limit)


class MangledNote(InventoryError):  # noqa: N818 - told, never raised
    """A spreadsheet seems to have made something else of a number."""

    code = "import_mangled"

    def __init__(self, field: str, value: str) -> None:
        """Name the field, and what stands in it now."""
        super().__init__(field=field, value=value[:100])
