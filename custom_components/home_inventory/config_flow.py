"""Setting up: one form; changing it later; options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, override

import probatio
from homeassistant.config_entries import ConfigEntryState, ConfigFlow, ConfigFlowResult, OptionsFlowWithReload
from homeassistant.const import CONF_NAME
from homeassistant.core import callback
from homeassistant.helpers import selector

from .const import CONF_CURRENCY, CONF_PLACES_FROM_AREAS, CONF_WARNING_DAYS, DEFAULT_WARNING_DAYS, DOMAIN
from .domain.errors import InventoryError
from .domain.fields import NAME, Currency
from .flows import SOURCE_FLOWS
from .homes import async_places_from_areas, async_rename_home
from .inventory import async_can_connect

if TYPE_CHECKING:
    from homeassistant.config_entries import ConfigEntry, ConfigSubentryFlow

    from .inventory import InventoryConfigEntry

_FORM: Final = probatio.Schema(
    {
        probatio.Required(CONF_NAME): selector.TextSelector(),
        probatio.Required(CONF_PLACES_FROM_AREAS, default=True): selector.BooleanSelector(),
    }
)
_DAYS: Final = selector.NumberSelector(
    selector.NumberSelectorConfig(min=1, max=365, mode=selector.NumberSelectorMode.BOX, unit_of_measurement="d")
)


class InventoryConfigFlow(ConfigFlow, domain=DOMAIN):
    """Set up the inventory of a home."""

    VERSION = 1

    @staticmethod
    @callback
    @override
    def async_get_options_flow(config_entry: ConfigEntry) -> InventoryOptionsFlow:
        return InventoryOptionsFlow()

    @classmethod
    @callback
    @override
    def async_get_supported_subentry_types(cls, config_entry: ConfigEntry) -> dict[str, type[ConfigSubentryFlow]]:
        return dict(SOURCE_FLOWS)

    async def async_step_user(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Ask for the name of the home and whether areas become places."""
        errors: dict[str, str] = {}
        if user_input is not None:
            name = _read_name(user_input, errors)
            if not errors and not await async_can_connect(self.hass):
                errors["base"] = "cannot_connect"
            if not errors:
                return self.async_create_entry(title=name, data={**user_input, CONF_NAME: name})
        suggested = user_input or {CONF_NAME: self.hass.config.location_name, CONF_PLACES_FROM_AREAS: True}
        return self._show("user", suggested, errors)

    async def async_step_reconfigure(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Rename the home, or make places for areas that came later."""
        entry: InventoryConfigEntry = self._get_reconfigure_entry()
        errors: dict[str, str] = {}
        if entry.state is not ConfigEntryState.LOADED:
            return self.async_abort(reason="not_loaded")
        if user_input is not None:
            name = _read_name(user_input, errors)
            if not errors:
                inventory = entry.runtime_data
                try:
                    await async_rename_home(inventory, name)
                    if user_input[CONF_PLACES_FROM_AREAS]:
                        await async_places_from_areas(self.hass, inventory)
                except InventoryError as err:
                    errors["base"] = err.code
            if not errors:
                return self.async_update_reload_and_abort(entry, title=name, data_updates={CONF_NAME: name})
        return self._show("reconfigure", user_input or {CONF_NAME: entry.title, CONF_PLACES_FROM_AREAS: False}, errors)

    def _show(self, step: str, values: dict[str, Any], errors: dict[str, str]) -> ConfigFlowResult:
        """Show the form."""
        schema = self.add_suggested_values_to_schema(_FORM, values)
        return self.async_show_form(step_id=step, data_schema=schema, errors=errors)


class InventoryOptionsFlow(OptionsFlowWithReload):
    """Change the currency of prices and when warranties are warned of."""

    async def async_step_init(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Show the options."""
        errors: dict[str, str] = {}
        if user_input is not None:
            try:
                currency = Currency().read(CONF_CURRENCY, user_input[CONF_CURRENCY])
            except InventoryError:
                errors[CONF_CURRENCY] = "invalid_currency"
            else:
                days = int(user_input[CONF_WARNING_DAYS])
                return self.async_create_entry(data={CONF_CURRENCY: currency, CONF_WARNING_DAYS: days})
        schema = probatio.Schema(
            {
                probatio.Required(CONF_CURRENCY): selector.TextSelector(),
                probatio.Required(CONF_WARNING_DAYS): _DAYS,
            }
        )
        known = {CONF_CURRENCY: self.hass.config.currency, CONF_WARNING_DAYS: DEFAULT_WARNING_DAYS}
        values = known | self.config_entry.options | (user_input or {})
        return self.async_show_form(
            step_id="init", data_schema=self.add_suggested_values_to_schema(schema, values), errors=errors
        )


def _read_name(user_input: dict[str, Any], errors: dict[str, str]) -> str:
    """Return the name of the home, or note what is wrong with it."""
    try:
        name = NAME.read(CONF_NAME, user_input[CONF_NAME])
    except InventoryError:
        name = None
    if name is None:
        errors[CONF_NAME] = "invalid_name"
    return name or ""
