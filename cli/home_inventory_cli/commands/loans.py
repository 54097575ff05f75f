"""Who has what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import typer

from .. import completion
from ..command import PAGING, argument, command, flag, option
from ..item_views import done, item_table, remaining
from ..output import table, tell

if TYPE_CHECKING:
    from ..session import Session

app = typer.Typer(name="loans", help="Lending: list, people, lend, return.", no_args_is_help=True)

_ITEM: Final = argument("item", "Code, name or id.", complete=completion.items)
_QUANTITY: Final = option("quantity", "How much of it; all unless given.", "--quantity", "-q")


@command(
    app,
    "list",
    option("borrower", "Only what this person has.", complete=completion.borrowers),
    flag("overdue", "Only what was due back before today."),
    *PAGING,
)
def list_loans(session: Session, given: dict[str, Any]) -> None:
    """List what is lent."""
    everything, limit = given.pop("all", False), given.pop("limit", None)
    answer = session.page("item/list", "items", limit=limit, everything=everything, lent=True, **given)
    session.answer(answer, lambda found: [item_table(found["items"], ["code", "name", "lent", "place"])])
    if not session.as_json:
        tell(remaining(len(answer["items"]), answer["total"], given.get("offset", 0)))


@command(app, "people")
def list_borrowers(session: Session, given: dict[str, Any]) -> None:
    """List who has something."""
    columns = {"Name": lambda person: person["name"], "Items": lambda person: person["items"]}
    answer = session.ask("borrower/list", **given)
    session.answer(answer, lambda found: [table(found["borrowers"], columns, ["Items"])])


@command(
    app,
    "lend",
    _ITEM,
    argument("borrower", "Who gets it.", complete=completion.borrowers),
    _QUANTITY,
    option("due_on", "When it is due back, as 2026-12-24.", "--due"),
    option("lent_on", "Since when; today unless given.", "--since"),
    option("note", "What there is to say."),
)
def lend(session: Session, given: dict[str, Any]) -> None:
    """Lend an item, or some of it."""
    session.answer(session.ask("item/lend", **given), done(f"lent to {given['borrower']}"))


@command(
    app,
    "return",
    _ITEM,
    option("borrower", "Who brings it, if several have some.", complete=completion.borrowers),
    _QUANTITY,
    option("loan", "Id of the loan."),
)
def give_back(session: Session, given: dict[str, Any]) -> None:
    """Take back what was lent."""
    session.answer(session.ask("item/return", **given), done("is back"))
