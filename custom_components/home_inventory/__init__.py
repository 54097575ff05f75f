"""Home Inventory: what a household owns, where it is, and when it needs attention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homeassistant.exceptions import ConfigEntryError, ConfigEntryNotReady, HomeAssistantError
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers import issue_registry as ir

from . import (
    activity,
    backup,
    device_alerts,
    downloads,
    file_views,
    homes,
    label_sheets,
    panel,
    reminding,
    services,
    syncing,
    upkeep,
    voice,
    websocket,
)
from .const import DOMAIN, PLATFORMS
from .domain.store_errors import (
    JournalUnwritableError,
    MigrationFailedError,
    NewerSchemaError,
    StoreUnavailableError,
    UndecidedError,
)
from .inventory import Inventory
from .recoveries import show_difference

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant
    from homeassistant.helpers.typing import ConfigType

    from .domain.errors import InventoryError
    from .inventory import InventoryConfigEntry

ISSUE_DATA_KEPT = "data_kept"
CONFIG_SCHEMA = cv.config_entry_only_config_schema(DOMAIN)


async def async_setup(hass: HomeAssistant, config: ConfigType) -> bool:
    """Register what does not depend on the entry: actions, websocket commands, static files."""
    services.async_setup_services(hass)
    websocket.async_register_commands(hass)
    await panel.async_register_files(hass)
    hass.http.register_view(label_sheets.LabelSheetView())
    hass.http.register_view(downloads.DownloadView())
    hass.http.register_view(file_views.FileUploadView())
    hass.http.register_view(file_views.FileView())
    return True


async def async_setup_entry(hass: HomeAssistant, entry: InventoryConfigEntry) -> bool:
    """Open the inventory and show its faces."""
    ir.async_delete_issue(hass, DOMAIN, ISSUE_DATA_KEPT)
    inventory = Inventory(hass, entry)
    await _async_open(hass, inventory)
    entry.runtime_data = inventory
    await homes.async_ensure_home(hass, entry)
    await backup.async_catch_up(hass, inventory)
    syncing.async_attach(hass, entry)
    await hass.config_entries.async_forward_entry_setups(entry, PLATFORMS)
    upkeep.async_attach(hass, entry)
    reminding.async_attach(hass, entry)
    device_alerts.async_attach(hass, entry)
    activity.async_attach(hass, entry)
    await inventory.export_schedule.async_start(entry)
    await panel.async_show(hass, entry)
    voice.async_attach(hass, entry)
    return True


async def _async_open(hass: HomeAssistant, inventory: Inventory) -> None:
    """Open the store, or say why that can't be done: now, or at all."""
    for issue in (NewerSchemaError.code, MigrationFailedError.code):
        ir.async_delete_issue(hass, DOMAIN, issue)
    try:
        await inventory.async_open()
    except (NewerSchemaError, MigrationFailedError) as err:
        ir.async_create_issue(
            hass,
            DOMAIN,
            err.code,
            is_fixable=False,
            severity=ir.IssueSeverity.ERROR,
            translation_key=err.code,
            translation_placeholders=err.placeholders,
        )
        raise _refusal(ConfigEntryError, err) from err
    except UndecidedError as err:
        show_difference(hass, err.difference)
        raise _refusal(ConfigEntryError, err) from err
    except (StoreUnavailableError, JournalUnwritableError) as err:
        raise _refusal(ConfigEntryNotReady, err) from err


def _refusal[E: HomeAssistantError](kind: type[E], err: InventoryError) -> E:
    """Return why the entry is not set up."""
    return kind(translation_domain=DOMAIN, translation_key=err.code, translation_placeholders=err.placeholders)


async def async_unload_entry(hass: HomeAssistant, entry: InventoryConfigEntry) -> bool:
    """Take the faces away and finish what is being written."""
    if not await hass.config_entries.async_unload_platforms(entry, PLATFORMS):
        return False
    await entry.runtime_data.async_close()
    return True


async def async_remove_entry(hass: HomeAssistant, entry: InventoryConfigEntry) -> None:
    """Keep the data and say so: what a family has entered over years is not deleted with two clicks."""
    panel.async_hide(hass)
    ir.async_create_issue(
        hass,
        DOMAIN,
        ISSUE_DATA_KEPT,
        is_fixable=False,
        severity=ir.IssueSeverity.WARNING,
        translation_key=ISSUE_DATA_KEPT,
    )
