"""A database that is away for a while, as the inventory sees it."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from homeassistant.helpers.recorder import get_instance
from sqlalchemy import event

if TYPE_CHECKING:
    from collections.abc import Generator

    from homeassistant.core import HomeAssistant

_EXECUTES = ("do_execute", "do_execute_no_params", "do_executemany")
_OURS = ("home_inventory_", "BEGIN IMMEDIATE")


@contextmanager
def database_away(hass: HomeAssistant) -> Generator[None]:
    """Let the driver refuse every statement of the inventory.

    The recorder's own go through: its thread would sleep for half a minute, and its events are not what is tested.
    """
    engine = get_instance(hass).engine

    def refuse(_cursor: Any, statement: str, *_more: Any) -> None:
        if any(mark in statement for mark in _OURS):
            # Nothing that is known to pass soon: a write would be tried again for as long as the frozen clock stands.
            raise sqlite3.OperationalError("access denied")

    # The events differ in how many arguments they have, which SQLAlchemy looks up in the signature.
    def without_parameters(cursor: Any, statement: str, context: Any) -> None:
        refuse(cursor, statement, context)

    def with_parameters(cursor: Any, statement: str, parameters: Any, context: Any) -> None:
        refuse(cursor, statement, parameters, context)

    listeners = [(name, without_parameters if name.endswith("params") else with_parameters) for name in _EXECUTES]
    for name, listener in listeners:
        event.listen(engine, name, listener)
    try:
        yield
    finally:
        for name, listener in listeners:
            event.remove(engine, name, listener)
