"""The form that says which of HomeSeer's places are which of ours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Self

import probatio
from homeassistant.data_entry_flow import section
from homeassistant.helpers import selector

from ..domain.models import LocationKind
from ..domain.text import name_key
from ..source_settings import UNPLACED, Level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..manager.locations import LocationManager
    from ..source_settings import HomeSeerSettings, Places
    from ..sources.homeseer import Locations, ObservingOptions, SessionConfig

_TOO_SMALL: Final = frozenset({LocationKind.BOX, LocationKind.SLOT})
"""No room of HomeSeer's is one; there may be hundreds of them."""
_UNNAMED_NODE: Final = re.compile(r"node \d+", re.IGNORECASE)
"""The place of a Z-Wave node that nobody has renamed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPlaces:
    """HomeSeer's places, in its words."""

    names: Mapping[Level, tuple[str, ...]]
    """In HomeSeer's order, the outer ones first; without what stands for no place. A level without names is left out."""
    labels: Mapping[str, str]
    """What HomeSeer calls each of the two levels, as {"outer": "Floor", "inner": "Room"}."""

    @classmethod
    def of(cls, config: SessionConfig, locations: Locations, options: ObservingOptions) -> Self:
        """Sort out which of HomeSeer's two locations is inside which; one that stands alone counts as the inner one."""
        first = (config.location1_label or "Location 1", locations.location1)
        second = (config.location2_label or "Location 2", locations.location2 if config.uses_location2 else ())
        is_swapped = config.is_location1_first and config.uses_location2
        levels = dict(zip((Level.OUTER, Level.INNER), (first, second) if is_swapped else (second, first), strict=True))
        none = {name.casefold() for name in (*options.pseudo_rooms, *options.no_places)}
        named = {
            level: tuple(name for name in names if name.casefold() not in none and not _UNNAMED_NODE.fullmatch(name))
            for level, (_label, names) in levels.items()
        }
        return cls(
            names={level: names for level, names in named.items() if names},
            labels={level.value: label for level, (label, _names) in levels.items()},
        )


class PlaceForm:
    """One field for each place of HomeSeer's, in two sections."""

    def __init__(self, locations: LocationManager, settings: HomeSeerSettings, told: ToldPlaces) -> None:
        """Take our places inside the site, what was chosen before, and HomeSeer's names."""
        self._places = settings.places
        self._names = told.names
        inside = locations.inside(settings.site_id)
        offered = [place for place in locations.in_use() if place.id in inside and place.kind not in _TOO_SMALL]
        self._paths = {place.id: locations.path(place.id) or place.name for place in offered}
        self._twins: dict[str, list[str]] = {}
        for place in offered:
            self._twins.setdefault(name_key(place.name), []).append(place.id)

    def schema(self) -> probatio.Schema:
        """Return the fields; each may be left alone."""
        choice = self._choice()
        return probatio.Schema(
            {
                probatio.Optional(level.value): section(
                    probatio.Schema({probatio.Optional(name): choice for name in names})
                )
                for level, names in self._names.items()
            }
        )

    def suggestions(self) -> dict[str, dict[str, str]]:
        """Return what was chosen before; for a name that is new, the one place that is called the same."""
        return {
            level.value: {name: place for name in names if (place := self._suggest(level, name)) is not None}
            for level, names in self._names.items()
        }

    def read(self, user_input: Mapping[str, Any]) -> Places:
        """Return what was chosen. What HomeSeer does not list now, as in a filtered view, is remembered."""
        return {
            level: {
                **self._places.get(level, {}),
                **{name: user_input.get(level.value, {}).get(name) for name in self._names.get(level, ())},
            }
            for level in Level
        }

    def _choice(self) -> selector.SelectSelector:
        """Return a choice between "no place of mine" and our places, by their path."""
        by_path = sorted(self._paths.items(), key=lambda pair: name_key(pair[1]))
        options = [selector.SelectOptionDict(value=place_id, label=path) for place_id, path in by_path]
        return selector.SelectSelector(
            selector.SelectSelectorConfig(
                options=[selector.SelectOptionDict(value=UNPLACED, label=UNPLACED), *options],
                mode=selector.SelectSelectorMode.DROPDOWN,
                translation_key="homeseer_place",
            )
        )

    def _suggest(self, level: Level, name: str) -> str | None:
        known = self._places.get(level, {})
        if name in known:
            return known[name] if known[name] == UNPLACED or known[name] in self._paths else None
        twins = self._twins.get(name_key(name), [])
        return twins[0] if len(twins) == 1 else None
