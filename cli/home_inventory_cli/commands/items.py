"""Items: finding them, and everything that may happen to one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import typer

from .. import completion
from ..command import ALL, LIMIT, OFFSET, PERMANENTLY, YES, argument, command, flag, option
from ..errors import UsageError
from ..filters import FILTERS
from ..item_fields import DETAILS, DIFFERENT, with_custom, without
from ..item_views import COLUMNS, all_of_item, done, item_table, remaining
from ..lines import lines_of
from ..output import tell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

    from ..session import Session

app = typer.Typer(
    name="items", help="Items: list, show, add, update, move, adjust, remove, restore.", no_args_is_help=True
)

ITEM: Final = argument("item", "Code, name or id; - reads several, one a line.", complete=completion.items)
_ONE: Final = argument("item", "Code, name or id.", complete=completion.items)
_SORTS: Final = (
    "name",
    "created",
    "updated",
    "quantity",
    "warranty",
    "value",
    "purchased",
    "code",
    "manufacturer",
    "model",
)
_DEFAULT_COLUMNS: Final = "code,name,quantity,place,category"


@command(
    app,
    "list",
    argument("query", "Words or a question, as “drills in the garage”.", required=False, many=True),
    *FILTERS,
    option("sort", f"{', '.join(_SORTS)}; -name turns it round.", complete=completion.words(*_SORTS)),
    option("columns", f"What the table shows: {', '.join(COLUMNS)}."),
    LIMIT,
    OFFSET,
    ALL,
)
def list_items(session: Session, given: dict[str, Any]) -> None:
    """List items, all of them or those that fit."""
    wanted = given.pop("columns", _DEFAULT_COLUMNS).split(",")
    if unknown := [name for name in wanted if name not in COLUMNS]:
        raise UsageError(f"There is no column {unknown[0]}. There are: {', '.join(COLUMNS)}.")
    everything, limit = given.pop("all", False), given.pop("limit", None)
    if words := " ".join(given.pop("query", ())):
        given["query"] = words
    answer = session.page("item/list", "items", limit=limit, everything=everything, **given)
    session.answer(answer, lambda found: [item_table(found["items"], wanted)])
    if not session.as_json:
        tell(remaining(len(answer["items"]), answer["total"], given.get("offset", 0)))


@command(app, "show", _ONE)
def show_item(session: Session, given: dict[str, Any]) -> None:
    """Show all that is known about an item."""
    session.answer(session.ask("item/get", **given), lambda answer: all_of_item(answer["item"]))


@command(
    app,
    "add",
    argument("name", "What it is called; - reads several names, one a line."),
    option("location", "Where it is.", "--location", "-l", complete=completion.places),
    option("quantity", "How many or how much.", "--quantity", "-q"),
    *DETAILS,
    option("best_before", "Best before this day."),
    option("lot", "Number of the lot."),
)
def add_item(session: Session, given: dict[str, Any]) -> None:
    """Add an item."""
    with_custom(given, {})
    names = lines_of(given.pop("name"))
    _each(session, names, lambda name: session.ask("item/add", name=name, **given), "added")


@command(
    app,
    "update",
    _ONE,
    option("name", "What it is called from now on."),
    *DETAILS,
    flag("promoted", "Gets a device of its own, or loses it.", opposite="--not-promoted"),
    *DIFFERENT,
)
def update_item(session: Session, given: dict[str, Any]) -> None:
    """Change what is known about an item."""
    cleared = without(given)
    if "custom" in given:
        known = session.ask("item/get", item=given["item"])["item"]
        # What others change meanwhile is not written over: the answer is then that it has changed.
        with_custom(given, known["custom"])
        given |= {"item": known["id"], "version": known["updated_at"]}
    if given.keys() <= {"item"} and not cleared:
        raise UsageError("Say what is to be changed, as --manufacturer Bosch, or --clear notes.")
    session.answer(session.ask("item/update", **given, **cleared), done("changed"))


@command(
    app,
    "move",
    ITEM,
    argument("to", "Where it goes.", complete=completion.places),
    option("quantity", "How much of it; all unless given.", "--quantity", "-q"),
    option("from", "From which place.", complete=completion.places),
)
def move_item(session: Session, given: dict[str, Any]) -> None:
    """Move an item, or some of it, to a place."""
    several = lines_of(given.pop("item"))
    _each(session, several, lambda item: session.ask("item/move", item=item, **given), "moved")


@command(
    app,
    "adjust",
    _ONE,
    option("by", "How many more, or less: --by=-2."),
    option("to", "How many there are."),
    option("location", "Where, if it is at several places.", "--location", "-l", complete=completion.places),
)
def adjust_item(session: Session, given: dict[str, Any]) -> None:
    """Say how many there are."""
    if ("by" in given) == ("to" in given):
        raise UsageError("Say either --by or --to.")
    session.answer(session.ask("item/adjust", **given), done("counted"))


@command(app, "remove", ITEM, PERMANENTLY, YES)
def remove_item(session: Session, given: dict[str, Any]) -> None:
    """Archive an item, or delete it for good."""
    reference, is_sure = given.pop("item"), given.pop("yes", False)
    if given.get("permanently"):
        session.confirm("Delete for good?", is_sure=is_sure)
    word = "deleted" if given.get("permanently") else "archived"
    _each(session, lines_of(reference), lambda item: session.ask("item/remove", item=item, **given), word)


@command(app, "restore", ITEM)
def restore_item(session: Session, given: dict[str, Any]) -> None:
    """Bring an archived item back."""
    _each(session, lines_of(given["item"]), lambda item: session.ask("item/restore", item=item), "brought back")


def _each(session: Session, names: list[str], ask: Any, word: str) -> None:
    """Do something with each; the answer for several is a list of answers."""
    if len(names) == 1:
        session.answer(ask(names[0]), done(word))
        return
    answers: list[Any] = []
    try:
        for name in names:
            answers.append(ask(name))  # noqa: PERF401 - what was done is told, though the next one fails
    finally:
        session.answer(answers, lambda several: _all_done(several, word))


def _all_done(answers: list[Any], word: str) -> Iterable[RenderableType]:
    """Return a line for each."""
    for answer in answers:
        yield from done(word)(answer)
