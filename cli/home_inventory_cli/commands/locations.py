"""Places: the tree of them, and what may happen to one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import typer

from .. import completion
from ..command import ALL, LIMIT, OFFSET, PERMANENTLY, YES, argument, command, flag, option
from ..errors import UsageError
from ..item_fields import DIFFERENT, without
from ..lines import lines_of
from ..output import details, in_line, moment, plain, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rich.console import RenderableType
    from rich.text import Text

    from ..session import Session

app = typer.Typer(
    name="locations", help="Places: list (as a tree), show, add, update, move, remove, restore.", no_args_is_help=True
)

_PLACE: Final = argument("location", "Code, path, name or id.", complete=completion.places)
_KINDS: Final = ("organization", "site", "floor", "room", "furniture", "box", "slot")
_DETAILS: Final = (
    option("kind", f"{', '.join(_KINDS)}.", complete=completion.words(*_KINDS)),
    option("capacity", "How many things fit.", kind=int),
    option("area", "Area or floor of Home Assistant that it is."),
    option("description", "In a sentence."),
)
_COLUMNS: Final[dict[str, Callable[[dict[str, Any]], object]]] = {
    "Code": lambda place: place["code"],
    "Path": lambda place: place["path"],
    "Kind": lambda place: place["kind"],
    "Items": lambda place: place["item_count"],
    "Capacity": lambda place: place["capacity"],
}


@command(
    app,
    "list",
    argument("parent", "Only what is directly inside this place.", required=False, complete=completion.places),
    flag("archived", "Archived places instead of those in use."),
    flag("table", "A table instead of a tree."),
    LIMIT,
    OFFSET,
    ALL,
)
def list_locations(session: Session, given: dict[str, Any]) -> None:
    """List places as a tree; all of them unless --limit says otherwise."""
    as_table, limit = given.pop("table", False), given.pop("limit", None)
    everything = given.pop("all", False) or (limit is None and "offset" not in given)
    answer = session.page("location/list", "locations", limit=limit, everything=everything, **given)
    session.answer(
        answer,
        lambda found: (
            [table(found["locations"], _COLUMNS, ["Items", "Capacity"])] if as_table else trees(found["locations"])
        ),
    )


def trees(places: list[dict[str, Any]]) -> Iterable[RenderableType]:
    """Return places as trees; one whose parent is not among them stands at the top."""
    from rich.tree import Tree  # noqa: PLC0415

    known = {place["id"]: Tree(_line(place), guide_style="dim") for place in places}
    tops = []
    for place in places:
        parent = known.get(place["parent_id"] or "")
        if parent is None:
            tops.append(known[place["id"]])
        else:
            parent.children.append(known[place["id"]])
    return tops


def _line(place: dict[str, Any]) -> Text:
    """Return a place of the tree."""
    from rich.text import Text  # noqa: PLC0415

    text = Text(in_line(place["name"]))
    text.append(f"  {place['code']}", style="dim")
    if place["item_count"]:
        text.append(f"  {place['item_count']}", style="cyan")
    return text


@command(app, "show", _PLACE)
def show_location(session: Session, given: dict[str, Any]) -> None:
    """Show all that is known about a place."""
    session.answer(session.ask("location/get", **given), lambda answer: [_all_of(answer["location"])])


def _all_of(place: dict[str, Any]) -> RenderableType:
    """Return what is known about a place."""
    return details(
        [
            ("Name", place["name"]),
            ("Code", place["code"]),
            ("Path", place["path"]),
            ("Kind", place["kind"]),
            ("Items", place["item_count"]),
            ("Places inside", place["child_count"]),
            ("Capacity", place["capacity"]),
            ("Description", place["description"]),
            ("Archived", place["archived"] or None),
            ("Added", moment(place["created_at"])),
            ("Changed", moment(place["updated_at"])),
            ("Id", place["id"]),
        ]
    )


@command(
    app,
    "add",
    argument("name", "What it is called; - reads several names, one a line."),
    option("parent", "In which place.", "--in", "-i", complete=completion.places),
    *_DETAILS,
)
def add_location(session: Session, given: dict[str, Any]) -> None:
    """Add a place."""
    names = lines_of(given.pop("name"))
    answers = [session.ask("location/add", name=name, **given) for name in names]
    session.answer(
        answers[0] if len(names) == 1 else answers,
        lambda _: [line for each in answers for line in _done("added")(each)],
    )


@command(app, "update", _PLACE, option("name", "What it is called from now on."), *_DETAILS, *DIFFERENT)
def update_location(session: Session, given: dict[str, Any]) -> None:
    """Change what is known about a place."""
    cleared = without(given)
    if given.keys() <= {"location"} and not cleared:
        raise UsageError("Say what is to be changed, as --name Attic, or --clear description.")
    session.answer(session.ask("location/update", **given, **cleared), _done("changed"))


@command(
    app,
    "move",
    _PLACE,
    argument("to", "Into which place.", required=False, complete=completion.places),
    flag("top", "To the top, into no place."),
)
def move_location(session: Session, given: dict[str, Any]) -> None:
    """Move a place with everything inside."""
    if given.pop("top", False) == ("to" in given):
        raise UsageError("Say into which place, or --top.")
    session.answer(session.ask("location/move", **given), _done("moved"))


@command(
    app,
    "remove",
    _PLACE,
    option("move_contents_to", "Where what is inside goes.", complete=completion.places),
    PERMANENTLY,
    YES,
)
def remove_location(session: Session, given: dict[str, Any]) -> None:
    """Archive a place, or delete it for good."""
    is_sure, permanently = given.pop("yes", False), given.get("permanently")
    if permanently:
        session.confirm(f"Delete {given['location']} for good?", is_sure=is_sure)
    session.answer(session.ask("location/remove", **given), _done("deleted" if permanently else "archived"))


@command(app, "restore", _PLACE)
def restore_location(session: Session, given: dict[str, Any]) -> None:
    """Bring an archived place back."""
    session.answer(session.ask("location/restore", **given), _done("brought back"))


def _done(word: str) -> Callable[[dict[str, Any]], Iterable[RenderableType]]:
    """Return what says that something was done with a place."""
    return lambda answer: [plain(f"{answer['location']['path']} ({answer['location']['code']}) {word}")]
