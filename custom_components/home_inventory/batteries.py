"""How full the batteries of Home Assistant's devices are: the states of entities of the device class "battery".

Read when somebody looks, and kept nowhere: it changes all the time without anything of ours changing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homeassistant.components.binary_sensor import DOMAIN as BINARY_SENSOR
from homeassistant.components.sensor import DOMAIN as SENSOR
from homeassistant.const import ATTR_DEVICE_CLASS, ATTR_UNIT_OF_MEASUREMENT, PERCENTAGE, STATE_OFF, STATE_ON
from homeassistant.core import callback
from homeassistant.helpers import entity_registry as er

from .domain.shown_devices import Battery

if TYPE_CHECKING:
    from homeassistant.core import HomeAssistant, State

LOW: Final = 20
"""From how many percent down a battery is low: most devices warn at 10 to 20, and a new one has to be bought first."""
_FULL: Final = 100


@callback
def async_batteries(hass: HomeAssistant) -> dict[str, Battery]:
    """Return the batteries by the id of the device in Home Assistant's registry; of several in one device the emptiest.

    Entities that are unavailable, unknown or of no device are left out. A percentage counts more than a yes or no.
    """
    registry = er.async_get(hass)
    found: dict[str, Battery] = {}
    for state in hass.states.async_all((SENSOR, BINARY_SENSOR)):
        if state.attributes.get(ATTR_DEVICE_CLASS) != "battery" or (battery := _battery(state)) is None:
            continue
        entity = registry.async_get(state.entity_id)
        if entity is None or entity.device_id is None:
            continue
        known = found.get(entity.device_id)
        if known is None or _order(battery) < _order(known):
            found[entity.device_id] = battery
    return found


def _battery(state: State) -> Battery | None:
    """Return what an entity says."""
    if state.domain == BINARY_SENSOR:
        return Battery(level=None, is_low=state.state == STATE_ON) if state.state in {STATE_ON, STATE_OFF} else None
    if state.attributes.get(ATTR_UNIT_OF_MEASUREMENT) != PERCENTAGE:
        return None
    try:
        level = round(float(state.state))
    except ValueError, OverflowError:
        return None
    return Battery(level=level, is_low=level <= LOW) if 0 <= level <= _FULL else None


def _order(battery: Battery) -> tuple[bool, int]:
    """Return what sorts batteries of one device: those with a percentage first, the emptiest of them before the others."""
    return battery.level is None, battery.level if battery.level is not None else int(not battery.is_low)
