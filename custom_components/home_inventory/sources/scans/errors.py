"""What can be wrong with a scan file as a whole. What is wrong with one row is a `hosts.Problem`."""

from __future__ import annotations

from ...domain.errors import InventoryError


class ScanTooLargeError(InventoryError):
    """The file is larger than is read."""

    code = "scan_too_large"

    def __init__(self, limit_mb: int) -> None:
        """Name the limit, in megabytes."""
        super().__init__(limit=limit_mb)


class ScanTooManyHostsError(InventoryError):
    """The file lists more hosts than are taken."""

    code = "scan_too_many_hosts"

    def __init__(self, limit: int) -> None:
        """Name the limit."""
        super().__init__(limit=limit)


class ScanEmptyError(InventoryError):
    """The file has nothing in it; Windows PowerShell writes this when a command has found nothing."""

    code = "scan_empty"


class ScanFormatError(InventoryError):
    """The file is in none of the formats that are known."""

    code = "scan_format_unknown"


class ScanColumnsError(InventoryError):
    """It is a table, but no column is known to hold hardware or IP addresses: people have to say which."""

    code = "scan_columns_unknown"

    def __init__(self, columns: tuple[str, ...]) -> None:
        """Name the columns there are, for a mapping."""
        super().__init__(columns=", ".join(columns)[:500])
        self.columns = columns


class ScanUnreadableError(InventoryError):
    """The format is known, but the file is damaged before its first host."""

    code = "scan_unreadable"

    def __init__(self, scan_format: str, line: int) -> None:
        """Name the format, and the line where reading ended."""
        super().__init__(format=scan_format, line=line)


class ScanVersionError(InventoryError):
    """The file is in a later version of our own format, whose meaning is not guessed."""

    code = "scan_version_unknown"

    def __init__(self, version: object, known: int) -> None:
        """Name the version of the file and the latest one that is known."""
        super().__init__(version=str(version)[:20], known=known)


class ScanUnsafeError(InventoryError):
    """The XML declares entities or refers to other documents; no scan does, attacks do."""

    code = "scan_unsafe"
