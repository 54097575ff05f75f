"""Four-letter codes: drawn at random, unique for ever."""

from __future__ import annotations

import secrets
from string import ascii_uppercase
from typing import TYPE_CHECKING, Final

from sqlalchemy import insert, select

from ..domain.errors import CodesExhaustedError
from .schema import CODE_LENGTH, CodeRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

    from .work import Work

_DRAWS: Final = (64, 512, 4000)
"""How many codes are drawn at a time. With 99 of 100 codes given out, all these draws together still hit a free one."""
_INSERT: Final = insert(CodeRow.__table__)  # type: ignore[arg-type]


class CodePool:
    """Codes that were free when they were drawn, so that not every use case has to look for one.

    The primary key of the table has the last word: should somebody else have taken a code meanwhile, the whole use case
    is run again, with the next code.
    """

    def __init__(self) -> None:
        """Start empty."""
        self._free: list[str] = []

    def take(self, connection: Connection) -> str:
        """Return a code that is not given out yet. Raises CodesExhaustedError."""
        if not self._free:
            self._free = _draw(connection)
        return self._free.pop()

    def take_many(self, connection: Connection, count: int) -> list[str]:
        """Return so many different codes: what was not written down yet may be drawn a second time."""
        taken: dict[str, None] = {}
        while len(taken) < count:
            taken[self.take(connection)] = None
        self._free = [code for code in self._free if code not in taken]
        return list(taken)


def give_code(work: Work, owner_id: str) -> str:
    """Return a code that was never used and note that it is now."""
    code = work.codes.take(work.connection)
    work.connection.execute(_INSERT, {"code": code, "owner_id": owner_id, "given_at": work.now})
    return code


def owner_of(session: Session, code: str) -> str | None:
    """Return the id of the item or location that a code was given to; it may have been deleted since."""
    return session.scalar(select(CodeRow.owner_id).where(CodeRow.code == code))


def give_codes(work: Work, owner_ids: Sequence[str]) -> list[str]:
    """Return a code for each owner, in the same order."""
    codes = work.codes.take_many(work.connection, len(owner_ids))
    owned = zip(codes, owner_ids, strict=True)
    work.connection.execute(_INSERT, [{"code": code, "owner_id": owner, "given_at": work.now} for code, owner in owned])
    return codes


def _draw(connection: Connection) -> list[str]:
    """Return codes that are free at this moment."""
    for count in _DRAWS:
        drawn = {"".join(secrets.choice(ascii_uppercase) for _ in range(CODE_LENGTH)) for _ in range(count)}
        taken = connection.scalars(select(CodeRow.code).where(CodeRow.code.in_(drawn)))
        if free := drawn.difference(taken):
            return list(free)
    raise CodesExhaustedError
