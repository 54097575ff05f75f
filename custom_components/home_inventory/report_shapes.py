"""The shape of reports; `shapes.py` has the list of all shapes."""

from typing import TypedDict

from .domain.reports import ReportFormat, ReportKind  # noqa: TC001 - script/gen_types reads them


class ReportFile(TypedDict):
    """A report that can be fetched for an hour: a signed path, and its whole address if this home knows its own.

    In a folder, `path` says where it is and `url` is null. `size` is in bytes, `entries` its lines.
    """

    name: str
    path: str
    url: str | None
    size: int
    report: ReportKind
    format: ReportFormat
    entries: int
