"""HomeSeer's refs made into devices: a root is a device, its features are components of it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ...domain.observations import (
    Component,
    Harvest,
    Identity,
    IdentityKind,
    Link,
    Note,
    NoteKind,
    Observation,
    Origin,
    Presence,
    Told,
)
from ...domain.source_errors import SourceImplausibleError
from .parsing import NO_PLACE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...domain.models import Json
    from .models import Entry, SessionConfig, StatusBody

DEFAULT_PSEUDO_ROOMS: Final = frozenset({"BLStat", "Counters", "Timers", "weatherXML"})
"""Locations that plug-ins make up for what is no thing."""
_UNNAMED_NODE: Final = re.compile(r"node \d+")
"""location2 of a Z-Wave node that nobody has renamed; its location is then "Z-Wave"."""
_RADIOS: Final[Mapping[str, Link]] = {
    "z-wave": Link.ZWAVE,
    "zwave": Link.ZWAVE,
    "zigbee": Link.ZIGBEE,
    "bluetooth": Link.BLUETOOTH,
    "thread": Link.THREAD,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservingOptions:
    """What the user has chosen about a HomeSeer."""

    features_are_devices: bool = False
    """Every ref is a device of its own, features below their root."""
    skips_hidden: bool = True
    """Leave out what is hidden from HomeSeer's own view."""
    pseudo_rooms: frozenset[str] = DEFAULT_PSEUDO_ROOMS
    """Locations, of either kind, whose refs are left out; upper and lower case are the same."""
    no_places: frozenset[str] = frozenset({"Z-Wave"})
    """Locations that are no place, though their refs are devices."""


def harvest_of(
    body: StatusBody, config: SessionConfig, *, source_id: str, source: str, options: ObservingOptions, known: int
) -> Harvest:
    """Return what a whole body says. Takes some 30 ms for 2,600 refs, so it belongs into a thread.

    `source` is what errors call this HomeSeer. `known` is how many devices its last complete run brought with the same options,
    0 if there was none. Raises SourceImplausibleError if the body is empty or more than half of them are gone.
    """
    if not body.entries:
        raise SourceImplausibleError(source, 0, known)
    observer = _Observer(body, config, source_id, options)
    observations = observer.observations()
    if len(observations) * 2 < known:
        raise SourceImplausibleError(source, len(observations), known)
    return Harvest(observations=observations, is_complete=not body.unreadable, notes=observer.notes())


class _Observer:
    """Looks at one body."""

    def __init__(self, body: StatusBody, config: SessionConfig, source_id: str, options: ObservingOptions) -> None:
        """Find out what belongs to what."""
        self._body = body
        self._config = config
        self._source_id = source_id
        self._options = options
        self._skipped_rooms = {room.casefold() for room in options.pseudo_rooms}
        self._no_places = NO_PLACE | {place.casefold() for place in options.no_places}
        self._entries = {entry.ref: entry for entry in body.entries}
        self._root_of = _roots(self._entries)
        self._features: defaultdict[int, list[Entry]] = defaultdict(list)
        for ref, root in self._root_of.items():
            self._features[root].append(self._entries[ref])

    def observations(self) -> tuple[Observation, ...]:
        """Return the devices, in HomeSeer's order."""
        if self._options.features_are_devices:
            return tuple(self._observe(entry, ()) for entry in self._body.entries if self._wants(entry))
        return tuple(
            self._observe(entry, features)
            for entry in self._body.entries
            if entry.ref not in self._root_of
            and not self._is_pseudo(entry)
            and ((features := self._shown_features(entry)) or self._wants(entry))
        )

    def notes(self) -> tuple[Note, ...]:
        """Return what is odd about the body."""
        orphans = sum(entry.is_feature and entry.ref not in self._root_of for entry in self._body.entries)
        odd = {
            NoteKind.ORPHANS: orphans,
            NoteKind.DOUBLES: self._body.doubles,
            NoteKind.UNREADABLE: self._body.unreadable,
        }
        return tuple(Note(kind, count) for kind, count in odd.items() if count)

    def _shown_features(self, root: Entry) -> tuple[Entry, ...]:
        """Return the features that are looked at. HS3 often hides a root whose features are in view: it is a device all the same."""
        return tuple(entry for entry in self._features.get(root.ref, ()) if self._wants(entry))

    def _wants(self, entry: Entry) -> bool:
        return not (self._options.skips_hidden and entry.is_hidden) and not self._is_pseudo(entry)

    def _is_pseudo(self, entry: Entry) -> bool:
        return not self._skipped_rooms.isdisjoint((entry.location.casefold(), entry.location2.casefold()))

    def _observe(self, entry: Entry, features: Sequence[Entry]) -> Observation:
        root = self._root_of.get(entry.ref)
        return Observation(
            identities=(self._identity(entry.ref),),
            names=(Told(entry.name, Origin.HOMESEER),) if entry.name else (),
            device_type=entry.device_type or entry.subtype or None,
            place=self._place(entry),
            # HomeSeer lists what it knows; whether it still answers is not in the list.
            presence=Presence.LISTED,
            parent=None if root is None else self._identity(root),
            link=_link(entry, features),
            components=tuple(_component(entry, feature) for feature in features),
            extra=_extra(entry),
        )

    def _identity(self, ref: int) -> Identity:
        return Identity(IdentityKind.HOMESEER, str(ref), self._source_id)

    def _place(self, entry: Entry) -> tuple[str, ...]:
        """Return the floor and the room, or what there is of the two."""
        outer, inner = entry.location2 if self._config.uses_location2 else "", entry.location
        if self._config.is_location1_first:
            outer, inner = inner, outer
        return tuple(name for name in (outer, inner) if self._is_place(name))

    def _is_place(self, name: str) -> bool:
        folded = name.casefold()
        return folded not in self._no_places and not _UNNAMED_NODE.fullmatch(folded)


def _roots(entries: Mapping[int, Entry]) -> dict[int, int]:
    """Return the root of each feature that has one in the body.

    What the feature says counts first; if it names nobody, the device that lists it. A feature of a feature belongs to the root of
    both. Those that only lead to each other, or to refs that aren't there, have none.
    """
    claimed: dict[int, int] = {}
    for entry in entries.values():
        if not entry.is_feature:
            for ref in entry.associated:
                claimed.setdefault(ref, entry.ref)
    roots = {}
    for entry in entries.values():
        if entry.is_feature and (root := _root_above(entry, entries, claimed)) is not None:
            roots[entry.ref] = root
    return roots


def _root_above(feature: Entry, entries: Mapping[int, Entry], claimed: Mapping[int, int]) -> int | None:
    """Follow what a feature names until a device, nearest first; each ref is looked at once, so cycles end."""
    waiting, seen = [feature], {feature.ref}
    for entry in waiting:
        others = [entries[ref] for ref in entry.associated if ref in entries]
        for other in others:
            if not other.is_feature:
                return other.ref
        if (root := claimed.get(entry.ref)) is not None:
            return root
        waiting.extend(other for other in others if other.ref not in seen)
        seen.update(other.ref for other in others)
    return None


def _link(entry: Entry, features: Sequence[Entry]) -> Link | None:
    """Return how a device is connected: what its interface says, else (HS3 names none) how its type begins."""
    interface = entry.interface or next((feature.interface for feature in features if feature.interface), "")
    if interface:
        return next((link for word, link in _RADIOS.items() if word in interface.casefold()), Link.OTHER)
    types = (entry.device_type, *(feature.device_type for feature in features))
    found = (link for text in types for word, link in _RADIOS.items() if text.casefold().startswith(word))
    return next(found, None)


def _component(root: Entry, feature: Entry) -> Component:
    """Return a feature as a part of its device. HS4 writes "Device - Feature"; the first half is known."""
    name = feature.name.removeprefix(f"{root.name} - ") if root.name else feature.name
    return Component(
        key=str(feature.ref), name=name or str(feature.ref), type=feature.device_type or feature.subtype or None
    )


def _extra(entry: Entry) -> dict[str, Json]:
    """Return what else HomeSeer says, in its own words."""
    said: dict[str, Json] = {
        "ref": entry.ref,
        "location": entry.location,
        "location2": entry.location2,
        "interface_name": entry.interface or None,
        "relationship": entry.relationship,
        "last_change": None if entry.last_changed is None else entry.last_changed.isoformat(),
    }
    return {key: value for key, value in said.items() if value not in {None, ""}}
