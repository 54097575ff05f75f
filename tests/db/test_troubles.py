"""What the errors of the databases mean."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import OperationalError

from custom_components.home_inventory.db.troubles import Trouble, trouble_of


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (Exception("database is locked"), Trouble.LOCKED),
        (Exception("no such table: home_inventory_items"), Trouble.MISSING),
        (Exception("database disk image is malformed"), Trouble.CORRUPT),
        (Exception("file is not a database"), Trouble.CORRUPT),
        (Exception("Could not decode to UTF-8 column 'notes' with text '?'"), Trouble.CORRUPT),
        (Exception("disk I/O error"), Trouble.UNREADABLE),
        (Exception("database or disk is full"), Trouble.FULL),
        (Exception("attempt to write a readonly database"), Trouble.UNREADABLE),
        (Exception(1213, "Deadlock found when trying to get lock"), Trouble.LOCKED),
        (Exception(1205, "Lock wait timeout exceeded"), Trouble.LOCKED),
        (Exception(1146, "Table does not exist"), Trouble.MISSING),
        (Exception("interrupted"), Trouble.AWAY),
        (Exception(2006, "MySQL server has gone away"), Trouble.AWAY),
        (Exception(2013, "Lost connection during query"), Trouble.AWAY),
        (Exception(1064, "You have an error in your SQL syntax"), Trouble.OTHER),
        (Exception(2002, "Can't connect to server on '127.0.0.1' (115)"), Trouble.AWAY),
        (Exception(1045, "Access denied for user"), Trouble.OTHER),
        (Exception('connection to server at "127.0.0.1", port 5432 failed: Connection refused'), Trouble.AWAY),
        (Exception('could not translate host name "db" to address: Name or service not known'), Trouble.AWAY),
        (Exception("connection to server failed: FATAL:  the database system is starting up"), Trouble.AWAY),
        (Exception('connection to server failed: FATAL:  database "nodb" does not exist'), Trouble.OTHER),
        (Exception("connection to server failed: FATAL:  password authentication failed"), Trouble.OTHER),
        (Exception(), Trouble.OTHER),
    ],
)
def test_errors_are_told_apart(error: Exception, trouble: Trouble) -> None:
    """On SQLite by their words, on MariaDB and MySQL by their number."""
    assert trouble_of(OperationalError("UPDATE", {}, error)) is trouble


@pytest.mark.parametrize(
    ("code", "trouble"),
    [
        ("40P01", Trouble.LOCKED),
        ("40001", Trouble.LOCKED),
        ("55P03", Trouble.LOCKED),
        ("42P01", Trouble.MISSING),
        ("57P01", Trouble.AWAY),
        ("08006", Trouble.AWAY),
        ("53100", Trouble.FULL),
        ("42601", Trouble.OTHER),
    ],
)
def test_errors_of_postgresql_are_known_by_their_code(code: str, trouble: Trouble) -> None:
    """Its messages come in the language of the server."""
    error = Exception("irgendwas")
    error.pgcode = code  # type: ignore[attr-defined]

    assert trouble_of(OperationalError("UPDATE", {}, error)) is trouble


def test_a_connection_that_broke_is_away_whatever_it_says() -> None:
    """SQLAlchemy knows each driver's ways."""
    assert trouble_of(OperationalError("UPDATE", {}, Exception("?"), connection_invalidated=True)) is Trouble.AWAY
