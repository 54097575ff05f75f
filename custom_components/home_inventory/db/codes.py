"""Four-letter codes: drawn at random, unique for ever."""

from __future__ import annotations

import secrets
from string import ascii_uppercase
from typing import TYPE_CHECKING, Final

from sqlalchemy import insert, select

from ..domain.errors import CodesExhaustedError
from .schema import CodeRow

if TYPE_CHECKING:
    from .work import Work

CODE_LENGTH: Final = 4
_DRAWS: Final = (8, 64, 512, 4000)
"""How many codes are drawn at a time. With 100,000 given out, eight draws all fail once in 200,000 times."""


def give_code(work: Work, owner_id: str) -> str:
    """Return a code that was never used and note that it is now.

    The primary key has the last word: should somebody else have taken the code meanwhile, the whole use case is run again.
    """
    for count in _DRAWS:
        drawn = {"".join(secrets.choice(ascii_uppercase) for _ in range(CODE_LENGTH)) for _ in range(count)}
        taken = set(work.session.scalars(select(CodeRow.code).where(CodeRow.code.in_(drawn))))
        if free := drawn - taken:
            code = free.pop()
            values = {"code": code, "owner_id": owner_id, "given_at": work.now}
            work.session.connection().execute(insert(CodeRow.__table__), values)  # type: ignore[arg-type]
            return code
    raise CodesExhaustedError
