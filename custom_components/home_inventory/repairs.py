"""Repairs: reading what was done to the store, and choosing when only a person can."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from homeassistant.components.repairs import ConfirmRepairFlow, RepairsFlow
from homeassistant.helpers import issue_registry as ir

from .const import DOMAIN
from .domain.recovery import Choice, Decision
from .memory import decide
from .recoveries import ISSUE_UNDECIDED

if TYPE_CHECKING:
    from homeassistant.components.repairs import RepairsFlowResult
    from homeassistant.core import HomeAssistant


async def async_create_fix_flow(
    hass: HomeAssistant, issue_id: str, data: dict[str, str | int | float | None] | None
) -> RepairsFlow:
    """Return the dialog of an issue."""
    if issue_id == ISSUE_UNDECIDED:
        return ChooseFlow(str((data or {}).get("token", "")))
    return ConfirmRepairFlow()


class ChooseFlow(RepairsFlow):
    """Lets somebody choose between database and journal; what is not chosen is kept in a folder."""

    def __init__(self, token: str) -> None:
        """Take what the choice is about."""
        self._token = tuple(token.split("|"))

    async def async_step_init(self, _user_input: dict[str, Any] | None = None) -> RepairsFlowResult:
        """Show what differs."""
        issue = ir.async_get(self.hass).async_get_issue(DOMAIN, self.issue_id)
        return self.async_show_menu(
            step_id="init",
            menu_options=[choice.value for choice in Choice],
            description_placeholders=issue.translation_placeholders if issue is not None else None,
        )

    async def async_step_journal(self, _user_input: dict[str, Any] | None = None) -> RepairsFlowResult:
        """Take what the journal says."""
        return await self._async_choose(Choice.JOURNAL)

    async def async_step_database(self, _user_input: dict[str, Any] | None = None) -> RepairsFlowResult:
        """Keep the database as it is."""
        return await self._async_choose(Choice.DATABASE)

    async def _async_choose(self, choice: Choice) -> RepairsFlowResult:
        """Open the store with what was chosen."""
        decide(self.hass, Decision(choice, self._token))
        for entry in self.hass.config_entries.async_entries(DOMAIN):
            await self.hass.config_entries.async_reload(entry.entry_id)
        return self.async_create_entry(data={})
