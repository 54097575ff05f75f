"""The panel and the cards: files that the front end's build has put beside this module."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from homeassistant.components import frontend, panel_custom
from homeassistant.components.http import StaticPathConfig
from homeassistant.core import callback
from homeassistant.helpers import issue_registry as ir

from .const import DOMAIN

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant

    from .inventory import InventoryConfigEntry

_FOLDER: Final = Path(__file__).parent / "frontend"
_URL: Final = f"/{DOMAIN}_static"
PANEL_PATH: Final = "home-inventory"
ISSUE_MISSING: Final = "frontend_missing"
_TITLES: Final = {
    "de": "Inventar",
    "en": "Inventory",
    "es": "Inventario",
    "fr": "Inventaire",
    "it": "Inventario",
    "nl": "Inventaris",
}
"""The panel's name in the side bar: one for all users, as the front end can't translate that of a custom panel."""


async def async_register_files(hass: HomeAssistant) -> None:
    """Serve the built files; they can't be taken away again, so this happens once."""
    await hass.http.async_register_static_paths([StaticPathConfig(_URL, str(_FOLDER), cache_headers=True)])


async def async_show(hass: HomeAssistant, entry: InventoryConfigEntry) -> None:
    """Show the panel in the side bar and offer the cards. Without a build, say so in a repair issue."""
    build = await hass.async_add_executor_job(_read_build)
    if build is None:
        ir.async_create_issue(
            hass,
            DOMAIN,
            ISSUE_MISSING,
            is_fixable=False,
            severity=ir.IssueSeverity.WARNING,
            translation_key=ISSUE_MISSING,
        )
        return
    ir.async_delete_issue(hass, DOMAIN, ISSUE_MISSING)
    await _async_register(hass, f"{_URL}/panel.js?v={build}")
    entry.async_on_unload(lambda: _hide_if_disabled(hass, entry))
    cards = f"{_URL}/cards.js?v={build}"
    frontend.add_extra_js_url(hass, cards)
    entry.async_on_unload(lambda: frontend.remove_extra_js_url(hass, cards))


async def _async_register(hass: HomeAssistant, module_url: str) -> None:
    """Put the panel into the side bar, if it is not there from before the entry was loaded again."""
    if (shown := hass.data.get(frontend.DATA_PANELS, {}).get(PANEL_PATH)) is not None:
        if (shown.config or {}).get("_panel_custom", {}).get("module_url") == module_url:
            return
        async_hide(hass)
    await panel_custom.async_register_panel(
        hass,
        frontend_url_path=PANEL_PATH,
        webcomponent_name="home-inventory-panel",
        sidebar_title=_TITLES.get(hass.config.language.partition("-")[0], _TITLES["en"]),
        sidebar_icon="mdi:archive-search",
        module_url=module_url,
        config_panel_domain=DOMAIN,
        handle_safe_area=True,
    )


@callback
def async_hide(hass: HomeAssistant) -> None:
    """Take the panel out of the side bar."""
    frontend.async_remove_panel(hass, PANEL_PATH, warn_if_unknown=False)


@callback
def _hide_if_disabled(hass: HomeAssistant, entry: InventoryConfigEntry) -> None:
    """Leave the panel where it is while the entry is loaded again: who looks at it would be sent to the first page."""
    if entry.disabled_by is not None:
        async_hide(hass)


def _read_build() -> str | None:
    """Return the hash of the build, which changes the addresses with the content; None if there is no build."""
    try:
        return str(json.loads((_FOLDER / "build.json").read_text(encoding="utf-8"))["hash"])
    except OSError, ValueError, KeyError, TypeError:
        return None
