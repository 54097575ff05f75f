"""Who the users are, as far as the token may know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .errors import CliError

if TYPE_CHECKING:
    from .session import Session


def people(session: Session) -> dict[str, str]:
    """Return the names of users by id: all of them for an administrator, else only one's own."""
    try:
        return {user["id"]: user["name"] or "" for user in session.ask_hass("config/auth/list")}
    except CliError:
        user = session.ask_hass("auth/current_user")
        return {user["id"]: user["name"]}
