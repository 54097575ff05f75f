"""Names that the whole integration shares."""

import logging
from typing import Final

from homeassistant.const import Platform
from homeassistant.util.signal_type import SignalType

DOMAIN: Final = "home_inventory"
LOGGER: Final = logging.getLogger(__package__)
PLATFORMS: Final = (Platform.BINARY_SENSOR, Platform.BUTTON, Platform.CALENDAR, Platform.EVENT, Platform.SENSOR)

EVENT_CHANGE: Final = "home_inventory_change"
EVENT_DEVICE_ALERT: Final = "home_inventory_device_alert"

CONF_CURRENCY: Final = "currency"
CONF_PLACES_FROM_AREAS: Final = "places_from_areas"
CONF_WARNING_DAYS: Final = "warning_days"
DEFAULT_WARNING_DAYS: Final = 30

CONF_DAYS: Final = "days"
CONF_DEVICE: Final = "device"
CONF_FROM: Final = "from"
CONF_ITEM: Final = "item"
CONF_LOCATION: Final = "location"
CONF_SITE: Final = "site"
CONF_TO: Final = "to"
SIGNAL_REPLACED: SignalType[()] = SignalType("home_inventory_replaced")
"""Sent when everything is another inventory than before."""
