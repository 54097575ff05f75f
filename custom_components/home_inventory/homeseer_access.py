"""A HomeSeer as Home Assistant reaches it: over the shared web session, with somebody to ask when the login is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from homeassistant.core import callback
from homeassistant.helpers import issue_registry as ir
from homeassistant.helpers.aiohttp_client import async_get_clientsession

from .const import DOMAIN
from .domain.source_errors import Flaw, SourceAnswerError, SourceLoginError, SourceUnreachableError, Unreachable
from .sources.homeseer import HomeSeerClient
from .sources.homeseer.client import TIMEOUT

if TYPE_CHECKING:
    from homeassistant.config_entries import ConfigEntry
    from homeassistant.core import HomeAssistant

    from .domain.source_errors import SourceError
    from .source_settings import HomeSeerSettings

ISSUE_LOGIN: Final = "homeseer_login"
PATIENCE: Final = 10.0
"""Seconds for one request while somebody waits in front of a form."""
_UNREACHABLE: Final = {
    Unreachable.REFUSED: "cannot_connect",
    Unreachable.TIMEOUT: "timeout",
    Unreachable.CERTIFICATE: "certificate",
}
_CUT_SHORT: Final = frozenset({Flaw.STATUS, Flaw.CUT_OFF, Flaw.TOO_LARGE})
"""HomeSeer in trouble; all other flaws mean that something else answers."""


def homeseer_client(hass: HomeAssistant, settings: HomeSeerSettings, timeout: float = TIMEOUT) -> HomeSeerClient:
    """Return what asks a HomeSeer; `timeout` in seconds for each request."""
    return HomeSeerClient(
        async_get_clientsession(hass, verify_ssl=settings.verify_ssl),
        settings.url,
        hass.async_add_executor_job,
        login=settings.login,
        verify_ssl=settings.verify_ssl,
        timeout=timeout,
    )


def form_error(error: SourceError) -> str:
    """Return which text of a form says what went wrong."""
    if isinstance(error, SourceLoginError):
        return "invalid_auth"
    if isinstance(error, SourceUnreachableError):
        return _UNREACHABLE[error.reason]
    return "bad_answer" if isinstance(error, SourceAnswerError) and error.flaw in _CUT_SHORT else "not_homeseer"


@callback
def async_ask_for_login(hass: HomeAssistant, entry: ConfigEntry[Any], source_id: str) -> None:
    """Ask somebody for another user name and password, under repairs.

    Home Assistant's own way to ask again is for a whole entry, one question at a time; each HomeSeer has a login of its own.
    """
    ir.async_create_issue(
        hass,
        DOMAIN,
        login_issue_of(source_id),
        data={"entry_id": entry.entry_id, "subentry_id": source_id},
        is_fixable=True,
        severity=ir.IssueSeverity.ERROR,
        translation_key=ISSUE_LOGIN,
        translation_placeholders={"source": entry.subentries[source_id].title},
    )


@callback
def async_login_works(hass: HomeAssistant, source_id: str) -> None:
    """Ask nobody any more: the login was taken, or the source is gone."""
    ir.async_delete_issue(hass, DOMAIN, login_issue_of(source_id))


def login_issue_of(source_id: str) -> str:
    """Return the id of the issue about the login of a source."""
    return f"{ISSUE_LOGIN}_{source_id}"
