"""Hearing of every error that the database answers with, whoever asked: an outage shows in the recorder's own work first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import event
from sqlalchemy.exc import InterfaceError, OperationalError

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import ExceptionContext
    from sqlalchemy.orm import Session


def watch_errors(session: Session, tell: Callable[[], None]) -> Callable[[], None]:
    """Call `tell`, in whatever thread it is, for every error that may mean an outage; return how to stop."""
    engine = session.get_bind()

    def on_error(context: ExceptionContext) -> None:
        if context.is_disconnect or isinstance(context.sqlalchemy_exception, OperationalError | InterfaceError):
            tell()

    event.listen(engine, "handle_error", on_error)
    return lambda: event.remove(engine, "handle_error", on_error)
