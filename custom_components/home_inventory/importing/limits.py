"""How much of a file is read; beyond that it is refused, so that no file can fill the memory."""

from typing import Final

MAX_MEGABYTES: Final = 50
MAX_UNPACKED: Final = 200_000_000
"""Bytes of one file that come out of an archive or workbook."""
MAX_MEMBERS: Final = 5_000
MAX_ROWS: Final = 100_000
MAX_COLUMNS: Final = 300
MAX_CELL: Final = 100_000
"""Letters; the longest text that is kept has 20,000, so its row can still be named and refused."""
MAX_LETTERS: Final = 100_000_000
"""Letters of all cells together."""
MAX_PACKED: Final = 4_000_000_000
"""Bytes of all photos and papers that come out of an archive."""
MAX_PACKED_FILES: Final = 50_000
