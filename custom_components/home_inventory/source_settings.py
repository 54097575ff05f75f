"""What people have chosen about each source of devices: frozen, read from the subentries of the integration's entry."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, Self
from urllib.parse import urlsplit

from homeassistant.config_entries import SIGNAL_CONFIG_ENTRY_CHANGED
from homeassistant.core import callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect

from .sources.homeseer import ObservingOptions, base_url_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from homeassistant.config_entries import ConfigEntry, ConfigEntryChange, ConfigSubentry
    from homeassistant.core import CALLBACK_TYPE, HomeAssistant

DEFAULT_MINUTES: Final = 15
LONGEST_MINUTES: Final = 1440
"""A day: whoever looks less often finds out too late what is missing."""
UNPLACED: Final = "unplaced"
"""Stands for a location when somebody has said that a place of HomeSeer's is none of theirs."""
_USUAL_PORTS: Final = {"http": ":80", "https": ":443"}


class SourceKind(StrEnum):
    """The types of subentries."""

    HOMESEER = "homeseer"
    NETWORK = "network"


class Level(StrEnum):
    """HomeSeer's two locations of a device, by which is inside which."""

    OUTER = "outer"
    INNER = "inner"


type Places = Mapping[Level, Mapping[str, str | None]]
"""By the name of a place in HomeSeer: one of our locations, UNPLACED, or None if it was left alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeSeerSettings:
    """One HomeSeer."""

    source_id: str = ""
    """The subentry's id: refs are counted in its scope. Empty until it is saved."""
    url: str = ""
    """As `homeseer_url` returns it."""
    username: str = ""
    password: str = field(default="", repr=False)
    verify_ssl: bool = True
    site_id: str
    """The location whose devices it knows."""
    minutes: int = DEFAULT_MINUTES
    """Between two runs."""
    features_are_devices: bool = False
    includes_hidden: bool = False
    places: Places = field(default_factory=dict)

    @classmethod
    def from_subentry(cls, subentry: ConfigSubentry) -> Self:
        """Read a subentry of the type `homeseer`."""
        data = subentry.data
        return cls(
            source_id=subentry.subentry_id,
            url=data["url"],
            username=data.get("username", ""),
            password=data.get("password", ""),
            verify_ssl=data.get("verify_ssl", True),
            site_id=data["site"],
            minutes=data.get("minutes", DEFAULT_MINUTES),
            features_are_devices=data.get("features_are_devices", False),
            includes_hidden=data.get("includes_hidden", False),
            places={Level(level): names for level, names in data.get("places", {}).items()},
        )

    def as_data(self) -> dict[str, Any]:
        """Return what a subentry keeps. The password is in it."""
        return {
            "url": self.url,
            "username": self.username,
            "password": self.password,
            "verify_ssl": self.verify_ssl,
            "site": self.site_id,
            "minutes": self.minutes,
            "features_are_devices": self.features_are_devices,
            "includes_hidden": self.includes_hidden,
            "places": {level.value: dict(names) for level, names in self.places.items()},
        }

    @property
    def host(self) -> str:
        """Return what people know it by, as "192.168.1.5:8888"."""
        return urlsplit(self.url).netloc

    @property
    def login(self) -> tuple[str, str] | None:
        """Return name and password, if it wants any."""
        return (self.username, self.password) if self.username else None

    @property
    def interval(self) -> timedelta:
        """Return the time between two runs."""
        return timedelta(minutes=self.minutes)

    @property
    def observing(self) -> ObservingOptions:
        """Return what becomes a device."""
        return ObservingOptions(features_are_devices=self.features_are_devices, skips_hidden=not self.includes_hidden)

    def location_of(self, place: tuple[str, ...]) -> str | None:
        """Return the location for `Observation.place` (the outermost name first); None if nobody has said which.

        The inner name counts before the outer one. Of a place with one name HomeSeer doesn't say which of both it is. Whether
        the location is still in use is for the caller to see.
        """
        for level, name in ((Level.INNER, place[-1:]), (Level.OUTER, place[:1])):
            choice = self.places.get(level, {}).get("".join(name))
            if choice is not None:
                return None if choice == UNPLACED else choice
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkSettings:
    """One network that is looked through."""

    source_id: str = ""
    """The subentry's id. Empty until it is saved."""
    network: str
    """As "192.168.1.0/24"."""
    site_id: str
    """The location whose network it is: the same addresses are at many sites."""
    minutes: int = DEFAULT_MINUTES
    """Between two runs."""

    @classmethod
    def from_subentry(cls, subentry: ConfigSubentry) -> Self:
        """Read a subentry of the type `network`."""
        data = subentry.data
        return cls(
            source_id=subentry.subentry_id,
            network=data["network"],
            site_id=data["site"],
            minutes=data.get("minutes", DEFAULT_MINUTES),
        )

    def as_data(self) -> dict[str, Any]:
        """Return what a subentry keeps."""
        return {"network": self.network, "site": self.site_id, "minutes": self.minutes}

    @property
    def unique_id(self) -> str:
        """Return what no other network has."""
        return f"{self.site_id}/{self.network}"

    @property
    def interval(self) -> timedelta:
        """Return the time between two runs."""
        return timedelta(minutes=self.minutes)


type SourceSettings = HomeSeerSettings | NetworkSettings


def homeseer_url(text: str) -> str:
    """Return the address of a HomeSeer in the one form that tells two of them apart. Raises InvalidValueError."""
    url = base_url_of(text)
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.removesuffix(_USUAL_PORTS[parts.scheme])).geturl()


def settings_of(entry: ConfigEntry[Any]) -> tuple[SourceSettings, ...]:
    """Return what was chosen about all sources, in the order in which they were added."""
    kinds: dict[str, type[HomeSeerSettings | NetworkSettings]] = {
        SourceKind.HOMESEER: HomeSeerSettings,
        SourceKind.NETWORK: NetworkSettings,
    }
    return tuple(
        kinds[subentry.subentry_type].from_subentry(subentry)
        for subentry in entry.subentries.values()
        if subentry.subentry_type in kinds
    )


@callback
def async_hear_sources(
    hass: HomeAssistant, entry: ConfigEntry[Any], heard: Callable[[tuple[SourceSettings, ...]], None]
) -> CALLBACK_TYPE:
    """Tell of sources that were added, changed or removed: Home Assistant doesn't load the entry anew for that.

    An update listener would do, but forbids options that load the entry anew. Returns what ends it.
    """
    known = settings_of(entry)

    @callback
    def changed(_change: ConfigEntryChange, of: ConfigEntry[Any]) -> None:
        nonlocal known
        if of.entry_id == entry.entry_id and (now := settings_of(entry)) != known:
            known = now
            heard(now)

    return async_dispatcher_connect(hass, SIGNAL_CONFIG_ENTRY_CHANGED, changed)
