"""Telling people what was done to the store, and what they have to decide, as repair issues."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from homeassistant.core import callback
from homeassistant.helpers import issue_registry as ir
from homeassistant.util import dt as dt_util

from .const import DOMAIN, LOGGER
from .domain.recovery import Choice, RecoveryKind

if TYPE_CHECKING:
    from datetime import datetime

    from homeassistant.core import HomeAssistant

    from .domain.recovery import Difference, Recovery, Side

ISSUE_REBUILDING: Final = "rebuilding"
ISSUE_UNDECIDED: Final = "undecided"
_STEP: Final = 1.0
"""Seconds between two notices of progress."""
_SILENT: Final = {RecoveryKind.JOURNAL_CAUGHT_UP, RecoveryKind.DATABASE_CAUGHT_UP}
"""Done without anybody having to know; the log and the panel say it."""


class Recoveries:
    """Shows what is done to the store."""

    def __init__(self, hass: HomeAssistant) -> None:
        """Nothing is shown yet."""
        self._hass = hass
        self._shown_at = 0.0

    @callback
    def show_progress(self, fraction: float) -> None:
        """Show how far a rebuild is."""
        now = time.monotonic()
        if now - self._shown_at < _STEP:
            return
        self._shown_at = now
        ir.async_create_issue(
            self._hass,
            DOMAIN,
            ISSUE_REBUILDING,
            is_fixable=False,
            severity=ir.IssueSeverity.WARNING,
            translation_key=ISSUE_REBUILDING,
            translation_placeholders={"percent": f"{fraction * 100:.0f}"},
        )

    @callback
    def show(self, *recoveries: Recovery) -> None:
        """Show what was done; nothing is under way any more, and nothing is left to decide."""
        ir.async_delete_issue(self._hass, DOMAIN, ISSUE_REBUILDING)
        ir.async_delete_issue(self._hass, DOMAIN, ISSUE_UNDECIDED)
        for recovery in recoveries:
            LOGGER.warning("The store was looked after: %s", recovery)
            if _is_worth_telling(recovery):
                self._create(recovery)

    def _create(self, recovery: Recovery) -> None:
        """Create an issue that stays until somebody has read it."""
        is_bad = recovery.unreadable or recovery.kind in (RecoveryKind.STORE_LOST, RecoveryKind.WENT_BACK)
        key = f"{recovery.kind}_damaged" if recovery.unreadable else recovery.kind.value
        ir.async_create_issue(
            self._hass,
            DOMAIN,
            recovery.kind,
            data={"kind": recovery.kind.value},
            is_fixable=True,
            is_persistent=True,
            severity=ir.IssueSeverity.ERROR if is_bad else ir.IssueSeverity.WARNING,
            translation_key=key,
            translation_placeholders={
                "items": str(recovery.items),
                "locations": str(recovery.locations),
                "changes": str(recovery.changes),
                "unreadable": str(recovery.unreadable),
                "kept_in": recovery.kept_in or "-",
                "at": _moment(recovery.at),
            },
        )


@callback
def show_difference(hass: HomeAssistant, difference: Difference) -> None:
    """Ask somebody to choose between database and journal."""
    ir.async_delete_issue(hass, DOMAIN, ISSUE_REBUILDING)
    ir.async_create_issue(
        hass,
        DOMAIN,
        ISSUE_UNDECIDED,
        data={"token": "|".join(part or "" for part in difference.token)},
        is_fixable=True,
        severity=ir.IssueSeverity.ERROR,
        translation_key=difference.conflict,
        translation_placeholders={
            **_about(Choice.DATABASE, difference.database),
            **_about(Choice.JOURNAL, difference.journal),
        },
    )


def _about(choice: Choice, side: Side) -> dict[str, str]:
    """Return what is said about one side."""
    return {
        f"{choice}_changes": str(side.only_here),
        f"{choice}_last": _moment(side.last_change),
        f"{choice}_examples": ", ".join(side.examples) or "-",
    }


def _is_worth_telling(recovery: Recovery) -> bool:
    """Return whether somebody has to know: the journal's first time is no news."""
    if recovery.kind is RecoveryKind.JOURNAL_RENEWED:
        return bool(recovery.unreadable or recovery.kept_in)
    return recovery.kind not in _SILENT


def _moment(moment: datetime | None) -> str:
    """Return a moment in the home's time."""
    return "-" if moment is None else dt_util.as_local(moment).strftime("%Y-%m-%d %H:%M")
