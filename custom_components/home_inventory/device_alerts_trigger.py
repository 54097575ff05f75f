"""Triggers: what runs of sources find out about devices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final, override

import probatio
from homeassistant.const import CONF_OPTIONS
from homeassistant.core import callback
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.trigger import NotTriggeredInfo, Trigger

from .activity import async_with_inventory
from .const import CONF_DEVICE, CONF_SITE
from .device_alerts import alert_data, describe_alert, macs_of
from .domain.addresses import normalize_mac
from .domain.sync import DeviceAlertKind
from .domain.text import name_key
from .references import is_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from homeassistant.core import CALLBACK_TYPE, HomeAssistant
    from homeassistant.helpers.trigger import TriggerActionRunner, TriggerConfig, TriggerNotTriggeredReporter
    from homeassistant.helpers.typing import ConfigType

    from .domain.devices import Device
    from .domain.sync import DeviceAlert
    from .inventory import Inventory

_REFERENCE: Final = probatio.All(cv.string, probatio.Length(min=1, max=1000))


class DeviceReference:
    """An id, a hardware address or an exact name of a device."""

    def __init__(self, text: str) -> None:
        """Keep what was written."""
        self._text = text.strip()
        self._mac = normalize_mac(text)
        self._key = name_key(text)

    def fits(self, device: Device) -> bool:
        """Return whether it may mean this device."""
        if self._mac is not None and self._mac in macs_of(device):
            return True
        return device.id == self._text or name_key(device.name) == self._key


class _DeviceAlertTrigger(Trigger):
    """A trigger on one kind of alert, about one device or any, at one site or any."""

    kinds: ClassVar[frozenset[DeviceAlertKind]]
    schema: ClassVar[probatio.Schema] = probatio.Schema(
        {
            probatio.Optional(CONF_OPTIONS, default={}): {
                probatio.Optional(CONF_DEVICE): _REFERENCE,
                probatio.Optional(CONF_SITE): _REFERENCE,
            }
        }
    )

    def __init__(self, hass: HomeAssistant, config: TriggerConfig) -> None:
        """Take the options."""
        super().__init__(hass, config)
        options: dict[str, Any] = config.options or {}
        self._site: str | None = options.get(CONF_SITE)
        wanted: str | None = options.get(CONF_DEVICE)
        self._device = None if wanted is None else DeviceReference(wanted)

    @classmethod
    @override
    async def async_validate_config(cls, hass: HomeAssistant, config: ConfigType) -> ConfigType:
        """Check the options."""
        result: ConfigType = cls.schema(config)
        return result

    @override
    async def async_attach_runner(
        self, run_action: TriggerActionRunner, did_not_trigger: TriggerNotTriggeredReporter | None = None
    ) -> CALLBACK_TYPE:
        """Wait for alerts, also those of an inventory that is loaded later."""

        def attach(inventory: Inventory) -> CALLBACK_TYPE:
            @callback
            def heard(alert: DeviceAlert) -> None:
                if alert.kind not in self.kinds:
                    return
                payload = alert_data(inventory, alert)
                if (reason := self._other(inventory, alert)) is None:
                    run_action(payload, describe_alert(payload))
                elif did_not_trigger is not None:
                    did_not_trigger(NotTriggeredInfo(reason, payload))

            return _listen(inventory, heard)

        return async_with_inventory(self._hass, attach)

    def _other(self, inventory: Inventory, alert: DeviceAlert) -> str | None:
        """Return why an alert is not the one that was waited for, or None."""
        if self._device is not None and not any(self._device.fits(device) for device in alert.devices):
            return "other_device"
        if self._site is not None and not _is_at(inventory, alert, self._site):
            return "other_site"
        return None


class DeviceNewTrigger(_DeviceAlertTrigger):
    """There is a device that nobody knew."""

    kinds = frozenset({DeviceAlertKind.NEW, DeviceAlertKind.NEW_RANDOM})


class DeviceMissingTrigger(_DeviceAlertTrigger):
    """A device has not answered for so long that it counts as missing."""

    kinds = frozenset({DeviceAlertKind.MISSING})


class DeviceBackTrigger(_DeviceAlertTrigger):
    """A device that was missing is there again."""

    kinds = frozenset({DeviceAlertKind.BACK})


class IpConflictTrigger(_DeviceAlertTrigger):
    """Several devices answer to one address."""

    kinds = frozenset({DeviceAlertKind.CONFLICT})


DEVICE_TRIGGERS: Final[dict[str, type[Trigger]]] = {
    "device_back": DeviceBackTrigger,
    "device_missing": DeviceMissingTrigger,
    "device_new": DeviceNewTrigger,
    "ip_conflict": IpConflictTrigger,
}


def _is_at(inventory: Inventory, alert: DeviceAlert, site: str) -> bool:
    """Return whether an alert is about a site, or another place: its source looks there, or a device stands there."""
    if alert.source.site_id is not None and is_in(inventory, alert.source.site_id, site):
        return True
    return any(is_in(inventory, device.location_id, site) for device in alert.devices)


def _listen(inventory: Inventory, heard: Callable[[DeviceAlert], None]) -> CALLBACK_TYPE:
    """Listen to the sources; of an inventory that is just being set up, which says when it is there, they may be missing."""
    sources = getattr(inventory, "sources", None)
    if sources is None:
        return _nothing
    stop: CALLBACK_TYPE = sources.async_listen_alerts(heard)
    return stop


@callback
def _nothing() -> None:
    """End what was never begun."""
