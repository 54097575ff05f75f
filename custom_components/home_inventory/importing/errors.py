"""What can be wrong with a file as a whole. What is wrong with one row is a `domain.imports.Rejected`."""

from __future__ import annotations

from ..domain.errors import InventoryError


class ImportTooLargeError(InventoryError):
    """The file, or what is packed into it, is larger than is read."""

    code = "import_too_large"

    def __init__(self, limit_mb: int) -> None:
        """Name the limit, in megabytes."""
        super().__init__(limit=limit_mb)


class ImportTooManyRowsError(InventoryError):
    """The table has more rows, columns or cells' letters than are taken."""

    code = "import_too_many_rows"

    def __init__(self, limit: int) -> None:
        """Name how many rows are taken."""
        super().__init__(limit=limit)


class ImportEmptyError(InventoryError):
    """There is no row in the file."""

    code = "import_empty"


class ImportFormatError(InventoryError):
    """The file is no table, workbook, list or archive that can be read."""

    code = "import_format_unknown"


class ImportUnreadableError(InventoryError):
    """The format is known, but the file is damaged or only half there."""

    code = "import_unreadable"

    def __init__(self, file_format: str, line: int | None = None) -> None:
        """Name the format, and the line where reading ended if it is known."""
        super().__init__(format=file_format, line="-" if line is None else line)


class ImportUnsafeError(InventoryError):
    """The file is made to do harm: entities in its XML, names that lead out of its folder, a bomb of zeros."""

    code = "import_unsafe"


class ImportPartMissingError(InventoryError):
    """Of several files that belong together, one is missing without which the others say too little."""

    code = "import_part_missing"

    def __init__(self, part: str) -> None:
        """Name it."""
        super().__init__(part=part)


class _ServerError(InventoryError):
    """Something is wrong with asking another program by its address."""

    def __init__(self, host: str) -> None:
        """Name the host, and its port."""
        super().__init__(host=host)


class ImportServerUnreachableError(_ServerError):
    """Nobody answers there, or not in time."""

    code = "import_server_unreachable"


class ImportServerCertificateError(_ServerError):
    """It has a certificate that nobody vouches for."""

    code = "import_server_certificate"


class ImportServerKeyError(_ServerError):
    """It does not know the key."""

    code = "import_server_key"


class ImportServerForeignError(_ServerError):
    """What answers there is not the program, or a page for people."""

    code = "import_server_foreign"


class ImportServerElsewhereError(_ServerError):
    """It wants somebody else to be asked, who would get the key."""

    code = "import_server_elsewhere"


class ImportDevicesError(InventoryError):
    """The file lists devices of a network, which are no items: what scans have found is taken in elsewhere."""

    code = "import_devices"

    def __init__(self, program: str) -> None:
        """Name the program."""
        super().__init__(program=program)
