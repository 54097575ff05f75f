"""Repairs: reading what was done to the store, choosing when only a person can, and a login that is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import probatio
from homeassistant.components.repairs import ConfirmRepairFlow, RepairsFlow
from homeassistant.const import CONF_PASSWORD, CONF_USERNAME
from homeassistant.helpers import issue_registry as ir
from homeassistant.helpers import selector

from .const import DOMAIN
from .domain.recovery import Choice, Decision
from .domain.source_errors import SourceError
from .homeseer_access import ISSUE_LOGIN, PATIENCE, async_login_works, form_error, homeseer_client
from .memory import decide
from .recoveries import ISSUE_UNDECIDED
from .source_settings import HomeSeerSettings

if TYPE_CHECKING:
    from homeassistant.components.repairs import RepairsFlowResult
    from homeassistant.core import HomeAssistant

_LOGIN: Final = probatio.Schema(
    {
        probatio.Required(CONF_USERNAME): selector.TextSelector(selector.TextSelectorConfig(autocomplete="username")),
        probatio.Required(CONF_PASSWORD): selector.TextSelector(
            selector.TextSelectorConfig(type=selector.TextSelectorType.PASSWORD, autocomplete="current-password")
        ),
    }
)


async def async_create_fix_flow(
    hass: HomeAssistant, issue_id: str, data: dict[str, str | int | float | None] | None
) -> RepairsFlow:
    """Return the dialog of an issue."""
    known = data or {}
    if issue_id == ISSUE_UNDECIDED:
        return ChooseFlow(str(known.get("token", "")))
    if issue_id.startswith(f"{ISSUE_LOGIN}_"):
        return LoginFlow(str(known.get("entry_id")), str(known.get("subentry_id")))
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


class LoginFlow(RepairsFlow):
    """Asks for the user name and password of one HomeSeer, and keeps them once they are taken."""

    def __init__(self, entry_id: str, subentry_id: str) -> None:
        """Take which HomeSeer it is about."""
        self._entry_id = entry_id
        self._subentry_id = subentry_id

    async def async_step_init(self, _user_input: dict[str, Any] | None = None) -> RepairsFlowResult:
        """Begin."""
        return await self.async_step_login()

    async def async_step_login(self, user_input: dict[str, Any] | None = None) -> RepairsFlowResult:
        """Ask, and try what was entered."""
        entry = self.hass.config_entries.async_get_entry(self._entry_id)
        subentry = None if entry is None else entry.subentries.get(self._subentry_id)
        if entry is None or subentry is None:
            async_login_works(self.hass, self._subentry_id)
            return self.async_abort(reason="source_gone")
        errors: dict[str, str] = {}
        settings = HomeSeerSettings.from_subentry(subentry)
        if user_input is not None:
            username, password = user_input[CONF_USERNAME].strip(), user_input[CONF_PASSWORD]
            settings = replace(settings, username=username, password=password)
            try:
                await homeseer_client(self.hass, settings, PATIENCE).async_version()
            except SourceError as err:
                errors["base"] = form_error(err)
            else:
                data = {**subentry.data, **settings.as_data()}
                self.hass.config_entries.async_update_subentry(entry, subentry, data=data)
                return self.async_create_entry(data={})
        return self.async_show_form(
            step_id="login",
            data_schema=self.add_suggested_values_to_schema(_LOGIN, {CONF_USERNAME: settings.username}),
            errors=errors,
            description_placeholders={"source": subentry.title},
        )
