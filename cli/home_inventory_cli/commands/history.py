"""What has happened, and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .. import completion
from ..command import LIMIT, argument, command, flag, option
from ..errors import UsageError
from ..history_views import batch_table, deeds
from ..output import plain
from ..people import people
from ..session import PAGE

if TYPE_CHECKING:
    import typer

    from ..session import Session

_KINDS: Final = ("item", "stock", "loan", "location", "category", "device", "attachment")
_OPERATIONS: Final = ("create", "update", "archive", "restore", "delete")
_SOURCES: Final = ("websocket", "action", "voice", "llm", "automation", "system")
_PANEL: Final = "What has happened"


def add_history(root: typer.Typer) -> None:
    """Offer `history` and `undo` at the top."""

    @command(
        root,
        "history",
        argument("item", "Only what has happened to this item.", required=False, complete=completion.items),
        option("location", "To this place.", "--location", "-l", complete=completion.places),
        option("device", "To this device.", complete=completion.devices),
        option("batch", "This batch."),
        option("user", "By this user (id)."),
        option(
            "sources", f"Done over {', '.join(_SOURCES)}.", "--over", many=True, complete=completion.words(*_SOURCES)
        ),
        option("kinds", f"About {', '.join(_KINDS)}.", "--kind", many=True, complete=completion.words(*_KINDS)),
        option(
            "operations",
            f"{', '.join(_OPERATIONS)}.",
            "--operation",
            many=True,
            complete=completion.words(*_OPERATIONS),
        ),
        option("from", "On this day or later."),
        option("until", "On this day or before."),
        option("before", "Older than this batch: goes on where a page ended."),
        LIMIT,
        flag("all", "Everything, as one answer.", "--all", "-a"),
        rich_help_panel=_PANEL,
    )
    def history(session: Session, given: dict[str, Any]) -> None:
        """Tell what has happened, the newest first."""
        answer = _all(session, given) if given.pop("all", False) else session.ask("change/list", **given)
        session.answer(answer, lambda found: [batch_table(found["batches"], people(session))])

    @command(
        root, "undo", argument("batch", "Which one; your last unless given.", required=False), rich_help_panel=_PANEL
    )
    def undo(session: Session, given: dict[str, Any]) -> None:
        """Take back what was done."""
        answer = session.ask("change/undo", is_long=True, **given)
        if session.as_json:
            session.answer(answer, lambda _: [])
            return
        undone = session.ask("change/list", batch=answer["undone"])["batches"]
        told = deeds(undone[0]) if undone else answer["undone"]
        session.answer(answer, lambda _: [plain(f"Taken back: {told}")])


def _all(session: Session, given: dict[str, Any]) -> dict[str, Any]:
    """Return everything as one answer; a page goes on where the one before ended."""
    if "limit" in given:
        raise UsageError("Either --all or --limit: both at once make no sense.")
    answer: dict[str, Any] = session.ask("change/list", **given, limit=PAGE)
    more = answer["more"]
    while more and answer["batches"]:
        page = session.ask("change/list", **{**given, "before": answer["batches"][-1]["batch"]}, limit=PAGE)
        answer["batches"] += page["batches"]
        more = page["more"]
    return {**answer, "more": False}
