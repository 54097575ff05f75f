"""Networks that are looked through, and who has which address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import typer

from .. import completion
from ..command import PAGING, argument, command
from ..item_views import remaining
from ..output import moment, plain, table, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rich.console import RenderableType

    from ..session import Session

app = typer.Typer(name="networks", help="Networks: list, addresses.", no_args_is_help=True)

_NETWORKS: Final[dict[str, Callable[[dict[str, Any]], object]]] = {
    "Network": lambda network: network["network"],
    "Site": lambda network: network["site"] and network["site"]["name"],
    "Router": lambda network: network["gateway"] and network["gateway"]["address"],
    "Used": lambda network: network["used"],
    "Free": lambda network: network["free"],
    "Last run": lambda network: network["last_run"] and moment(network["last_run"]["started_at"]),
    "Source": lambda network: network["source_id"],
}
_ADDRESSES: Final[dict[str, Callable[[dict[str, Any]], object]]] = {
    "Address": lambda row: row["address"],
    "Device": lambda row: row["device"]["name"],
    "Status": lambda row: row["device"]["status"],
    "Last seen": lambda row: moment(row["last_seen"]),
    "Conflict": lambda row: "conflict" if row["is_conflict"] else "",
}


@command(app, "list")
def list_networks(session: Session, given: dict[str, Any]) -> None:
    """List the networks and how full they are."""
    answer = session.ask("network/list", **given)
    session.answer(answer, lambda found: [table(found["networks"], _NETWORKS, ["Used", "Free"])])


@command(app, "addresses", argument("source", "Title or id of the source.", complete=completion.sources), *PAGING)
def list_addresses(session: Session, given: dict[str, Any]) -> None:
    """List who has which address of a network, and the first that nobody has."""
    everything, limit = given.pop("all", False), given.pop("limit", None)
    answer = session.page("network/addresses", "addresses", limit=limit, everything=everything, **given)
    session.answer(answer, _addresses)
    if not session.as_json:
        tell(remaining(len(answer["addresses"]), answer["total"], given.get("offset", 0)))


def _addresses(answer: dict[str, Any]) -> Iterable[RenderableType]:
    """Return the addresses of a network."""
    yield table(answer["addresses"], _ADDRESSES)
    yield f"Free: {plain(answer['free']) or 'none'}"
