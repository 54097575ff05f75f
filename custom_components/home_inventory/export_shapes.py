"""The shapes of exports; `shapes.py` says which of them the front end gets."""

from typing import Literal, TypedDict


class ExportPlan(TypedDict):
    """What is exported by itself. `weekday` counts from Monday, 0; `keep` is null for all."""

    every: Literal["day", "week", "month"]
    at: str
    weekday: int
    day: int
    folder: str
    format: Literal["csv", "xlsx", "json", "zip"]
    history: bool
    keep: int | None


class LastExport(TypedDict):
    """What became of the last export that was made by itself: `path` and `size` (bytes), or the `error` with its placeholders."""

    at: str
    path: str | None
    size: int | None
    error: str | None
    placeholders: dict[str, str]


class ExportSchedule(TypedDict):
    """The plan, null when nothing is exported by itself; when it is due next, or whether it is being made; what became of the last one."""

    plan: ExportPlan | None
    next_at: str | None
    is_running: bool
    last: LastExport | None


class ExportColumn(TypedDict):
    """A column that a list can have; `usual` ones are there unless it is said otherwise."""

    key: str
    title: str
    usual: bool


class ExportMade(TypedDict):
    """An export that is fetched at `path`, or `url` from elsewhere: `rows` are its rows or records, `size` its bytes."""

    name: str
    path: str
    url: str | None
    size: int
    rows: int


EXPORT_SHAPES: tuple[type, ...] = (ExportColumn, ExportMade, ExportPlan, LastExport, ExportSchedule)
