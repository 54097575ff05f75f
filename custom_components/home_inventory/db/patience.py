"""How long something is tried again while the database is locked or away."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from sqlalchemy.exc import DBAPIError

from ..domain.store_errors import StoreUnavailableError
from .troubles import Trouble, trouble_of

if TYPE_CHECKING:
    from collections.abc import Callable

WRITE_TIMEOUT: Final = 300.0
"""Seconds that a write is tried again while the database is locked, before its caller is told so: the recorder, when tens of thousands of
states have come at once, writes them in one transaction, which has been seen to take two minutes."""
AWAY_TIMEOUT: Final = 75.0
"""Seconds that a write is tried again while the database's server is away."""
_PAUSES: Final = (0.05, 0.1, 0.2, 0.5, 1.0)
_CODE_TRIES: Final = 3
_HEALS: Final = 5


class GiveWayError(Exception):
    """Somebody else needs the database now: the use case is run again later."""


class Patience:
    """How long is tried, and how often."""

    def __init__(
        self, may_wait: Callable[[], bool] = lambda: True, is_late: Callable[[], bool] = lambda: False
    ) -> None:
        """Take who is asked before each pause: whether what waits for a lock need not give way, and whether the house closes.

        Home Assistant waits for us when it stops, and a server that is away then may come back after hours.
        """
        self._may_wait = may_wait
        self._is_late = is_late
        self._began = time.monotonic()
        self._pauses = iter(_PAUSES)
        self._codes_left = _CODE_TRIES
        self._heals_left = _HEALS

    def wait(self, trouble: Trouble, err: Exception) -> None:
        """Wait a moment, if what is wrong passes and there is time left."""
        limit = {Trouble.LOCKED: WRITE_TIMEOUT, Trouble.AWAY: AWAY_TIMEOUT}.get(trouble, 0.0)
        if time.monotonic() - self._began > limit or not limit or (trouble is Trouble.AWAY and self._is_late()):
            raise err
        if not self._may_wait() and trouble is Trouble.LOCKED:
            raise GiveWayError from err
        time.sleep(next(self._pauses, _PAUSES[-1]))

    def heal(self) -> None:
        """Let something be mended, but not for ever."""
        self._heals_left -= 1
        if self._heals_left == 0:
            raise StoreUnavailableError

    def try_other_code(self) -> None:
        """Go on after a row was there already: a code that somebody else has taken meanwhile."""
        self._codes_left -= 1
        if self._codes_left == 0:
            raise  # noqa: PLE0704 - called while the error is handled


def patiently[T](func: Callable[[], T]) -> T:
    """Run something that is a transaction of its own, again when something passing was in the way."""
    patience = Patience()
    while True:
        try:
            return func()
        except DBAPIError as err:
            patience.wait(trouble_of(err), err)
