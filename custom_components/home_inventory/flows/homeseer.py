"""A HomeSeer: where it is and who may ask it, what becomes a device, and which of its places are which of ours."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import probatio
from homeassistant.const import CONF_PASSWORD, CONF_URL, CONF_USERNAME, CONF_VERIFY_SSL
from homeassistant.helpers import selector

from ..domain.errors import InvalidValueError
from ..domain.source_errors import Flaw, SourceAnswerError, SourceError
from ..homeseer_access import PATIENCE, async_login_works, form_error, homeseer_client
from ..source_settings import HomeSeerSettings, homeseer_url
from ..sources.homeseer import Locations, SessionConfig
from .base import CONF_MINUTES, CONF_SITE, MINUTES, SourceFlow
from .places import PlaceForm, ToldPlaces

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from homeassistant.config_entries import SubentryFlowResult

CONF_FEATURES: Final = "features_are_devices"
CONF_HIDDEN: Final = "includes_hidden"
_EXAMPLE: Final = {"example": "`http://192.168.1.5:8888`"}  # a link would lead nowhere
_CONNECTION: Final = probatio.Schema(
    {
        probatio.Required(CONF_URL): selector.TextSelector(
            selector.TextSelectorConfig(type=selector.TextSelectorType.URL)
        ),
        probatio.Optional(CONF_USERNAME): selector.TextSelector(selector.TextSelectorConfig(autocomplete="username")),
        probatio.Optional(CONF_PASSWORD): selector.TextSelector(
            selector.TextSelectorConfig(type=selector.TextSelectorType.PASSWORD, autocomplete="current-password")
        ),
        probatio.Required(CONF_VERIFY_SSL, default=True): selector.BooleanSelector(),
    }
)


class HomeSeerFlow(SourceFlow):
    """Add or change a HomeSeer. Nothing is kept before the last step."""

    _draft: HomeSeerSettings
    _told: ToldPlaces

    async def async_step_user(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Ask for address and login, and try them."""
        if user_input is None:
            self._draft = HomeSeerSettings(site_id=self._inventory.home_id)
        return await self._async_connect("user", user_input)

    async def async_step_reconfigure(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Show address and user name again; a password that is left empty stays as it is."""
        subentry = self._subentry
        if user_input is None and subentry is not None:
            draft = HomeSeerSettings.from_subentry(subentry)
            self._draft = replace(draft, site_id=self._known_site(draft.site_id))
        return await self._async_connect("reconfigure", user_input)

    async def _async_connect(self, step: str, user_input: dict[str, Any] | None) -> SubentryFlowResult:
        """Show the first form, or go on with the next one if HomeSeer has answered."""
        errors: dict[str, str] = {}
        if user_input is not None:
            draft = self._read_connection(user_input, errors)
            if draft is not None:
                self._refuse_double(draft.url)
                await self._async_try(draft, errors)
            if not errors and draft is not None:
                self._draft = draft
                return await self.async_step_options()
        known = {
            key: value
            for key, value in self._draft.as_data().items()
            if key in (CONF_URL, CONF_USERNAME, CONF_VERIFY_SSL) and value != ""
        }
        schema = self.add_suggested_values_to_schema(_CONNECTION, known if user_input is None else user_input)
        return self.async_show_form(
            step_id=step, data_schema=schema, errors=errors, description_placeholders=_EXAMPLE, last_step=False
        )

    def _read_connection(self, user_input: dict[str, Any], errors: dict[str, str]) -> HomeSeerSettings | None:
        """Return the settings with what was entered, or note what is wrong with it."""
        username, password = user_input.get(CONF_USERNAME, "").strip(), user_input.get(CONF_PASSWORD, "")
        if password and not username:
            errors[CONF_USERNAME] = "username_needed"
        try:
            url = homeseer_url(user_input[CONF_URL])
        except InvalidValueError:
            errors[CONF_URL] = "invalid_url"
            return None
        kept = self._draft.password if username else ""
        return (
            None
            if errors
            else replace(
                self._draft,
                url=url,
                username=username,
                password=password or kept,
                verify_ssl=user_input[CONF_VERIFY_SSL],
            )
        )

    async def _async_try(self, draft: HomeSeerSettings, errors: dict[str, str]) -> None:
        """Ask HomeSeer who it is and for its places, or note what went wrong."""
        client = homeseer_client(self.hass, draft, PATIENCE)
        try:
            await client.async_version()
            config = await _if_known(client.async_session_config(), SessionConfig())
            locations = await _if_known(client.async_locations(), Locations())
        except SourceError as err:
            errors["base"] = form_error(err)
        else:
            self._told = ToldPlaces.of(config, locations, draft.observing)

    async def async_step_options(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Ask for the site, how often to look, and what becomes a device."""
        if user_input is not None:
            self._draft = replace(
                self._draft,
                site_id=user_input[CONF_SITE],
                minutes=int(user_input[CONF_MINUTES]),
                features_are_devices=user_input[CONF_FEATURES],
                includes_hidden=user_input[CONF_HIDDEN],
            )
            return await self.async_step_places()
        schema = probatio.Schema(
            {
                probatio.Required(CONF_SITE): self._site_selector(),
                probatio.Required(CONF_MINUTES): MINUTES,
                probatio.Required(CONF_FEATURES, default=False): selector.BooleanSelector(),
                probatio.Required(CONF_HIDDEN, default=False): selector.BooleanSelector(),
            }
        )
        return self.async_show_form(
            step_id="options",
            data_schema=self.add_suggested_values_to_schema(schema, self._draft.as_data()),
            description_placeholders={"source": self._draft.host},
            last_step=not self._told.names,
        )

    async def async_step_places(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Ask which of HomeSeer's places are which of ours. No place is made."""
        form = PlaceForm(self._inventory.locations, self._draft, self._told)
        if user_input is None and self._told.names:
            return self.async_show_form(
                step_id="places",
                data_schema=self.add_suggested_values_to_schema(form.schema(), form.suggestions()),
                description_placeholders={"source": self._draft.host, **self._told.labels},
                last_step=True,
            )
        if user_input is not None:
            self._draft = replace(self._draft, places=form.read(user_input))
        return self._finish()

    def _finish(self) -> SubentryFlowResult:
        """Keep what was chosen."""
        draft, subentry = self._draft, self._subentry
        if subentry is None:
            return self.async_create_entry(title=draft.host, data=draft.as_data(), unique_id=draft.url)
        async_login_works(self.hass, subentry.subentry_id)
        was_named_by_us = subentry.title == HomeSeerSettings.from_subentry(subentry).host
        return self.async_update_and_abort(
            self._get_entry(),
            subentry,
            title=draft.host if was_named_by_us else subentry.title,
            data_updates=draft.as_data(),
            unique_id=draft.url,
        )


async def _if_known[T](answer: Awaitable[T], otherwise: T) -> T:
    """Return an answer; something else from an old HomeSeer that doesn't know the request. Raises SourceError."""
    try:
        return await answer
    except SourceAnswerError as err:
        if err.flaw is not Flaw.ERROR_TEXT:
            raise
        return otherwise
