"""What can be wrong with an export."""

from __future__ import annotations

from .errors import InventoryError


class NothingToExportError(InventoryError):
    """Nothing fits the filter."""

    code = "export_nothing"


class UnknownColumnError(InventoryError):
    """A list has no such column."""

    code = "export_unknown_column"


class TooManyRowsError(InventoryError):
    """More rows than a sheet of a workbook has."""

    code = "export_too_many_rows"


class ExportFolderError(InventoryError):
    """Home Assistant may not write to this folder, or it is none."""

    code = "export_folder_refused"


class ExportDiskFullError(InventoryError):
    """There is no room for the file."""

    code = "export_disk_full"


class ExportUnwritableError(InventoryError):
    """The file can't be written."""

    code = "export_unwritable"


class ExportFolderPublicError(InventoryError):
    """What is in this folder can be read by everybody."""

    code = "export_folder_public"


class NothingScheduledError(InventoryError):
    """Nothing is exported by itself."""

    code = "export_not_scheduled"
