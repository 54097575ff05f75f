"""What each speaker has changed last, so that it can be taken back."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Final

_SECONDS: Final = 300
"""Later than this, "undo that" is about something else."""


@dataclass(slots=True)
class Memory:
    """The last change of one speaker."""

    _batch_id: str | None = None
    _at: float = field(default=0.0)

    @property
    def last(self) -> str | None:
        """Return the batch of the last change, unless it was too long ago."""
        return self._batch_id if time.monotonic() - self._at < _SECONDS else None

    def remember(self, batch_id: str | None) -> None:
        """Keep the batch of a change; None when nothing had to be changed."""
        self._batch_id, self._at = batch_id, time.monotonic()

    def forget(self) -> None:
        """Forget the last change."""
        self._batch_id = None
