"""Taking in files of other programs: looked at first, and taken in when a person or a script says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from ..command import YES, argument, command, flag, option
from ..errors import ExitCode, RefusedError, UsageError
from ..files import open_file
from ..import_views import counts_of, preview_parts, what_was_done
from ..output import show, show_json, tell
from ..progress import sending
from ..transfers import upload

if TYPE_CHECKING:
    from ..session import Session


def add_import(root: typer.Typer) -> None:
    """Offer `import` at the top."""

    @command(
        root,
        "import",
        argument("file", "CSV, TSV, XLSX, JSON or ZIP, or a complete export; - reads standard input."),
        option("format", "Whose file it is, if it is not recognised."),
        option("map", "What a column holds, as Art=name; Art= leaves it out.", many=True, metavar="COLUMN=WORD"),
        flag("partial", "Take what is good, and leave the other rows out."),
        flag("history", "Bring the history of a complete export along.", opposite="--no-history"),
        flag("dry_run", "Only look at what it would do."),
        YES,
        rich_help_panel="In and out",
    )
    def take_in(session: Session, given: dict[str, Any]) -> None:
        """Take in what was kept elsewhere, after having shown what that would do."""
        how = {name: given[name] for name in ("format",) if name in given}
        preview = _looked_at(session, given["file"], how, _mapping(given.get("map", ())))
        answer = preview["answer"]
        is_look = given.get("dry_run", False)
        if is_look and session.as_json:
            show_json(preview)
        elif not session.as_json:
            show(*preview_parts(preview))
        if answer is None:
            raise RefusedError(
                {
                    "code": "import_name_missing",
                    "message": "No column holds names. Say which one does: --map COLUMN=name.",
                }
            )
        if not is_look:
            answer = _applied(session, given, preview, how)
        # All or nothing was refused by now, or it was only a look.
        if answer["counts"]["rejected"]:
            raise typer.Exit(ExitCode.PARTIAL)


def _looked_at(session: Session, name: str, how: dict[str, Any], said: dict[str, str | None]) -> dict[str, Any]:
    """Send a file and return what it would do; `how` gets what is to be said again when it is taken in."""
    with open_file(name) as (file, size), sending(name, size) as sent:
        number = upload(session.settings, file, size, sent)
    preview: dict[str, Any] = session.ask("import/preview", is_long=True, upload=number, **how)
    if said:
        columns = {column["name"]: column["target"] for column in preview["columns"]}
        if unknown := [column for column in said if column not in columns]:
            raise UsageError(f"There is no column {unknown[0]}. There are: {', '.join(columns)}.")
        how["mapping"] = {column: word for column, word in {**columns, **said}.items() if word}
        preview = session.ask("import/preview", is_long=True, token=preview["token"], **how)
    return preview


def _mapping(said: list[str]) -> dict[str, str | None]:
    """Return what columns hold; the last = counts, since names of columns may hold some. Raises UsageError."""
    mapping: dict[str, str | None] = {}
    for each in said:
        column, equals, word = each.rpartition("=")
        if not equals or not column:
            raise UsageError(f"--map takes COLUMN=WORD, not {each}.")
        mapping[column] = word or None
    return mapping


def _applied(session: Session, given: dict[str, Any], preview: dict[str, Any], how: dict[str, Any]) -> dict[str, Any]:
    """Take a file in that was looked at, and return the answer."""
    counts, is_partial = preview["answer"]["counts"], given.get("partial", False)
    is_restore = (preview["answer"].get("complete") or {}).get("way") == "restore"
    does_something = is_restore or counts["new"] or counts["updated"]
    if does_something and (is_partial or not counts["rejected"]):
        is_sure = given.get("yes", False)
        session.confirm(f"Import {counts_of(counts)}?", is_sure=is_sure)
    if "history" in given:
        how["history"] = given["history"]
    answer: dict[str, Any] = session.ask(
        "import/apply", is_long=True, token=preview["token"], partial=is_partial, **how
    )
    if session.as_json:
        show_json(answer)
    else:
        tell("Restored: everything is as it was." if is_restore else what_was_done(answer))
    return answer
