"""Who is told what happens in the store."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..domain.models import Notice
    from ..domain.recovery import Recovery

_LOGGER: Final = logging.getLogger(__name__)


def _nobody(*_args: object) -> None:
    """Hear nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearers:
    """Called on the event loop, but for the two that are called in the thread that writes."""

    on_commit: Callable[[Notice], None] = _nobody
    """Each commit, in the thread that has made it, before everyone else."""
    on_rest: Callable[[], None] = _nobody
    """When nothing has come for a moment, or after a second of writing, in that thread: the time for what can wait."""
    publish: Callable[[Notice], None] = _nobody
    """Each commit, before the caller is answered."""
    on_recovery: Callable[[Recovery], None] = _nobody
    """What had to be done to the store while it was in use."""
    on_progress: Callable[[float], None] = _nobody
    """How far a rebuild is, from 0 to 1."""
    on_out_of_step: Callable[[], None] = _nobody
    """The database is not the one any more that was opened: the store has to be opened anew."""

    def take_in(self, notice: Notice) -> None:
        """Tell of a commit in the thread; what was committed stays so, whatever becomes of that."""
        try:
            self.on_commit(notice)
        except Exception:
            _LOGGER.exception("A change was kept, but not taken in")

    def rest(self) -> None:
        """Tell that there is time; whoever uses it badly does not keep the next change from being written."""
        try:
            self.on_rest()
        except Exception:
            _LOGGER.exception("What was put off until there was time has failed")
