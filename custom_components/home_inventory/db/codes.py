"""Four-letter codes: drawn at random, unique for ever."""

from __future__ import annotations

import secrets
from string import ascii_uppercase
from typing import TYPE_CHECKING, Final

from sqlalchemy import insert, select

from ..domain.errors import CodesExhaustedError
from .schema import CODE_LENGTH, CodeRow

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

    from ..domain.models import Item, Location
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

    def avoid(self, codes: Collection[str]) -> None:
        """Know that codes are given out which nobody has drawn."""
        self._free = [code for code in self._free if code not in codes]

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


def claim_codes(work: Work, owners: Sequence[Item | Location]) -> list[str]:
    """Give owners that come from elsewhere the codes that they have; return the codes, which are others where one is taken.

    A code that the same owner has had before is still theirs.
    """
    table = CodeRow.__table__.c
    wanted = select(table.code, table.owner_id).where(table.code.in_([owner.code for owner in owners]))
    given: dict[str, str] = dict(work.connection.execute(wanted).tuples().all())
    known = set(given)
    codes = {owner.id: owner.code for owner in owners if given.setdefault(owner.code, owner.id) == owner.id}
    new = {owner_id: code for owner_id, code in codes.items() if code not in known}
    work.codes.avoid(given.keys())
    _note(work, new, owners)  # before others are drawn, which must be none of these
    without = [owner.id for owner in owners if owner.id not in codes]
    others = dict(zip(without, work.codes.take_many(work.connection, len(without)), strict=True))
    _note(work, others, owners)
    return [codes.get(owner.id) or others[owner.id] for owner in owners]


def _note(work: Work, codes: Mapping[str, str], owners: Sequence[Item | Location]) -> None:
    """Note that owners have codes now."""
    rows = [
        {"code": codes[owner.id], "owner_id": owner.id, "given_at": owner.created_at}
        for owner in owners
        if owner.id in codes
    ]
    if rows:
        work.connection.execute(_INSERT, rows)


def _draw(connection: Connection) -> list[str]:
    """Return codes that are free at this moment."""
    for count in _DRAWS:
        drawn = {"".join(secrets.choice(ascii_uppercase) for _ in range(CODE_LENGTH)) for _ in range(count)}
        taken = connection.scalars(select(CodeRow.code).where(CodeRow.code.in_(drawn)))
        if free := drawn.difference(taken):
            return list(free)
    raise CodesExhaustedError
