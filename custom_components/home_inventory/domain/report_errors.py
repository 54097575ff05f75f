"""What can be wrong with a report."""

from __future__ import annotations

from .errors import InventoryError


class ReportTooLargeError(InventoryError):
    """More would stand in a report than a file holds well: how many lines there are, and how many are possible."""

    code = "report_too_large"
