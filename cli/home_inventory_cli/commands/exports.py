"""Taking everything out: lists as tables, or all that there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .. import completion
from ..command import argument, command, flag, option
from ..errors import UsageError
from ..fetching import fetch, format_of
from ..filters import FILTERS

if TYPE_CHECKING:
    import typer

    from ..session import Session

_FORMATS: Final = ("csv", "xlsx", "json", "zip")
_LISTS: Final = ("items", "locations", "devices", "history", "loans")
_DELIMITERS: Final = ("comma", "semicolon", "tab")
_OWN: Final = {"file", "format", "what", "columns", "headings", "delimiter", "mark", "history", "folder", "keep"}


def add_export(root: typer.Typer) -> None:
    """Offer `export` at the top."""

    @command(
        root,
        "export",
        argument("file", "Where to; its ending says the format. - or nothing is standard output.", required=False),
        option(
            "format",
            f"{', '.join(_FORMATS)}; csv unless the file says otherwise.",
            complete=completion.words(*_FORMATS),
        ),
        option("what", f"Which list a table holds: {', '.join(_LISTS)}.", complete=completion.words(*_LISTS)),
        option("columns", "Columns of a table, in order, as code,name; all has every field."),
        option(
            "headings", "words, in your language, or keys, always the same.", complete=completion.words("words", "keys")
        ),
        option(
            "delimiter",
            f"What stands between the cells of a CSV: {', '.join(_DELIMITERS)}.",
            complete=completion.words(*_DELIMITERS),
        ),
        flag("mark", "Whether a CSV begins with the mark that spreadsheets know UTF-8 by.", opposite="--no-mark"),
        flag("history", "Whether json and zip hold the whole history.", opposite="--no-history"),
        option("folder", "Leave it in this folder of Home Assistant instead. For administrators."),
        option("keep", "How many exports that folder keeps.", kind=int),
        option("query", "Only what fits these words."),
        *FILTERS,
        rich_help_panel="In and out",
    )
    def export(session: Session, given: dict[str, Any]) -> None:
        """Take out a list as CSV or XLSX, or everything as JSON or ZIP."""
        file = given.get("file")
        if file and "folder" in given:
            raise UsageError("Either a file here or a folder of Home Assistant: both at once make no sense.")
        order = {name: value for name, value in given.items() if name in _OWN and name != "file"}
        order["format"] = order.get("format") or format_of(file, _FORMATS)
        if narrowed := {name: value for name, value in given.items() if name not in _OWN}:
            order["filter"] = narrowed
        if "columns" in order:
            order["columns"] = [name.strip() for name in order["columns"].split(",")]
        if order["format"] in ("csv", "xlsx") and session.settings.language:
            order["language"] = session.settings.language
        answer = session.ask("export/make", is_long=True, **order)
        if "folder" in order:
            session.answer(answer, lambda made: [f"{made['path']}: {made['size']:,} bytes"])
            return
        fetch(session, answer, file, is_text=order["format"] in ("csv", "json"))
