"""HomeSeer (HS3 and HS4), read through its JSON interface."""

from .client import HomeSeerClient, Offload, base_url_of
from .models import DeviceInfo, Entry, Locations, SessionConfig, StatusBody, Version
from .observing import DEFAULT_PSEUDO_ROOMS, ObservingOptions, harvest_of
from .source import HomeSeerSource
from .tracing import Difference, difference_between, traces_of

__all__ = [
    "DEFAULT_PSEUDO_ROOMS",
    "DeviceInfo",
    "Difference",
    "Entry",
    "HomeSeerClient",
    "HomeSeerSource",
    "Locations",
    "ObservingOptions",
    "Offload",
    "SessionConfig",
    "StatusBody",
    "Version",
    "base_url_of",
    "difference_between",
    "harvest_of",
    "traces_of",
]
