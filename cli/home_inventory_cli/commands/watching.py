"""What happens, as it happens."""

from __future__ import annotations

import time
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Final

from ..command import command, option
from ..errors import RefusedError, UnreachableError
from ..history_views import in_short
from ..output import moment, show, show_json, tell
from ..people import people
from ..session import PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import typer

    from ..session import Session

_SOON: Final = 1.0
_LATER: Final = 30.0
_NOT_YET: Final = {"unknown_command", "not_loaded"}
"""What a Home Assistant answers that is still starting."""
_NOTICED: Final = 12
"""The most changes that a notice holds."""


def add_watch(root: typer.Typer) -> None:
    """Offer `watch` at the top."""

    @command(
        root,
        "watch",
        option("count", "End after so many changes.", kind=int),
        rich_help_panel="What has happened",
    )
    def watch(session: Session, given: dict[str, Any]) -> None:
        """Tell what happens as it happens, a line for each change; goes on when Home Assistant was away."""
        names: dict[str, str] = {}
        for notice in islice(notices(session), given.get("count")):
            if session.as_json:
                show_json(notice, line=True)
            else:
                names = names or people(session)
                _tell(session, notice, names)


def notices(session: Session) -> Iterator[dict[str, Any]]:
    """Yield every notice from now on; those that came while the connection was broken are made up for. Raises CliError."""
    last: str | None = None
    wait = _SOON
    while True:
        try:
            if last is None:
                last = _newest(session)
                tell("Watching. Ctrl-C ends it.")
            events = session.events("subscribe")
            next(events)
            wait = _SOON
            for notice in chain(_since(session, last), events):
                if notice["batch"] > last:  # told already, by the list or by the notice
                    last = notice["batch"]
                    yield notice
        except (UnreachableError, RefusedError) as error:
            if last is None or (isinstance(error, RefusedError) and error.code not in _NOT_YET):
                raise
            session.close()
            tell(f"{error.message} Trying again in {wait:.0f} s.")
            time.sleep(wait)
            wait = min(wait * 2, _LATER)


def _newest(session: Session) -> str:
    """Return the id of the newest batch."""
    batches = session.ask("change/list", limit=1)["batches"]
    return batches[0]["batch"] if batches else ""


def _since(session: Session, last: str) -> list[dict[str, Any]]:
    """Return what has happened since a batch, oldest first, as notices."""
    found: list[dict[str, Any]] = []
    before: dict[str, Any] = {}
    while True:
        page = session.ask("change/list", limit=PAGE, **before)
        for batch in page["batches"]:
            if batch["batch"] <= last:
                return found[::-1]
            found.append(_as_notice(batch))
        if not page["more"]:
            return found[::-1]
        before = {"before": page["batches"][-1]["batch"]}


def _as_notice(batch: dict[str, Any]) -> dict[str, Any]:
    """Return a batch as it would have been told."""
    seen = {change["id"]: change for change in batch["changes"]}
    changes = [{name: change[name] for name in ("kind", "operation", "id", "item_id")} for change in seen.values()]
    return {
        "batch": batch["batch"],
        "sequence": max(change["sequence"] for change in batch["changes"]),
        "user_id": batch["user_id"],
        "source": batch["source"],
        "count": len(batch["changes"]),
        "changes": changes[:_NOTICED],
        "truncated": len(changes) > _NOTICED,
    }


def _tell(session: Session, notice: dict[str, Any], names: Mapping[str, str]) -> None:
    """Tell a person what a notice is about."""
    for batch in session.ask("change/list", batch=notice["batch"])["batches"]:
        who = names.get(batch["user_id"] or "", batch["source"])
        show(f"{moment(batch['at'])}  {who}  {in_short(batch)}")
