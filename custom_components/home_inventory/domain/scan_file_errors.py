"""What can be wrong with a file that a scan is to be read from."""

from __future__ import annotations

from .errors import InventoryError


class ScanFileError(InventoryError):
    """There is no such file, or it can't be read."""

    code = "scan_file_not_found"

    def __init__(self, path: str) -> None:
        """Name the file as it was asked for."""
        super().__init__(path=path[:255])


class ScanFileRefusedError(InventoryError):
    """The file is in no folder that Home Assistant lets be read."""

    code = "scan_file_refused"

    def __init__(self, path: str) -> None:
        """Name the file as it was asked for."""
        super().__init__(path=path[:255])
