"""Sources of devices, and letting one look now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import typer

from .. import completion
from ..command import argument, command, flag
from ..output import in_line, moment, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rich.console import RenderableType

    from ..session import Session

app = typer.Typer(name="sources", help="Sources of devices: list.", no_args_is_help=True)

_NEWS: Final = ("new", "changed", "back", "missing")


def _state(source: dict[str, Any]) -> str:
    """Return how a source is doing."""
    if source["running"]:
        return "running"
    return {True: "connected", False: "failed", None: "not run yet"}[source["connected"]]


_COLUMNS: Final[dict[str, Callable[[dict[str, Any]], object]]] = {
    "Title": lambda source: source["title"],
    "Kind": lambda source: source["kind"],
    "Site": lambda source: source["site"] and source["site"]["name"],
    "State": _state,
    "Last good run": lambda source: moment(source["last_good_at"]),
    "Next": lambda source: moment(source["next_at"]),
    "Id": lambda source: source["id"],
}


@command(app, "list")
def list_sources(session: Session, given: dict[str, Any]) -> None:
    """List the sources and how they are doing."""
    session.answer(session.ask("source/list", **given), lambda found: [table(found["sources"], _COLUMNS)])


def add_sync(root: typer.Typer) -> None:
    """Offer `sync` at the top."""

    @command(
        root,
        "sync",
        argument("source", "Title or id of the source.", complete=completion.sources),
        flag("dry_run", "Only look at what it would bring."),
        flag("confirmed", "Believe an answer that lacks more than half of what was there."),
        rich_help_panel="Devices",
    )
    def sync(session: Session, given: dict[str, Any]) -> None:
        """Let a source look for devices now."""
        session.answer(session.ask("source/sync", is_long=True, **given), _result)


def _result(result: dict[str, Any]) -> Iterable[RenderableType]:
    """Return what a run has brought."""
    counts = result["counts"]
    yield ", ".join(f"{counts.get(name, 0)} {name}" for name in (*_NEWS, "conflicts"))
    rows = [{"what": name, "name": device["name"]} for name in _NEWS for device in result[name]]
    if rows:
        yield table(rows, {"": lambda row: row["what"], "Device": lambda row: in_line(row["name"])})
