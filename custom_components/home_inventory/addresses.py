"""What this home calls itself outside: in links on labels, and in links to what can be fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homeassistant.components.http.auth import async_sign_path
from homeassistant.helpers.network import NoURLAvailableError, get_url

from .const import DOMAIN
from .domain.code_labels import APP_LINK, ORDER_LIFETIME

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant

LABEL_SHEET_PATH: Final = f"/api/{DOMAIN}/label_sheet"


def label_sheet_path(hass: HomeAssistant, name: str) -> str:
    """Return where a browser fetches the PDF of an order, without signing in."""
    return async_sign_path(hass, f"{LABEL_SHEET_PATH}/{name}.pdf", ORDER_LIFETIME)


def own_address(hass: HomeAssistant) -> str | None:
    """Return the address at which this home is reached from outside, else from inside; None if it knows neither."""
    try:
        return get_url(hass, prefer_external=True, allow_ip=True)
    except NoURLAvailableError:
        return None


def link_base(hass: HomeAssistant) -> str:
    """Return what the links on labels begin with: the home's address, else what the companion app understands."""
    return own_address(hass) or APP_LINK
