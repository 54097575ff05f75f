"""How big the database is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_QUESTIONS: Final = {
    "sqlite": "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
    "mysql": "SELECT SUM(data_length + index_length) FROM information_schema.tables WHERE table_schema = DATABASE()",
    "postgresql": "SELECT pg_database_size(current_database())",
}


def database_bytes(session: Session) -> int | None:
    """Return the size of the whole database, the recorder's tables included; None where nobody may ask."""
    question = _QUESTIONS.get(session.connection().dialect.name)
    if question is None:
        return None
    try:
        size = session.scalar(text(question))
    except DBAPIError:
        return None
    return None if size is None else int(size)
