"""Which device an observation is of: the same only by strong identities, all else is a question for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..devices import DeviceField, Reason
from ..observations import IdentityKind
from .run import contradict, suggest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from ..devices import Device, Suggestion
    from ..observations import Identity, Observation
    from .run import Run, State

_AGAIN: Final = (IdentityKind.MAC, IdentityKind.HOST_NAME, IdentityKind.ADDRESS)
"""By what a device is known again that has nothing strong, the most telling first."""


def binding(identities: Iterable[Identity]) -> tuple[Identity, ...]:
    """Return the strong identities that may bind an observation to a device.

    One from HomeSeer is bound by its ref alone: nothing that it says besides is a key it shares with a network.
    """
    strong = tuple(identity for identity in identities if identity.is_strong)
    refs = tuple(identity for identity in strong if identity.kind is IdentityKind.HOMESEER)
    return refs or strong


class DeviceIndex:
    """Finds devices by what they are known by. Grows as a run makes new ones."""

    def __init__(self, state: State, run: Run) -> None:
        """Index all devices, and where each was seen."""
        self._run = run
        self._devices: dict[str, Device] = {}
        self._strong: dict[Identity, dict[str, None]] = {}
        self._weak: dict[Identity, dict[str, None]] = {}
        self._names: dict[tuple[str, str], dict[str, None]] = {}
        self._at: dict[tuple[str, str], dict[str, None]] = {}
        self._sites: dict[str, set[str]] = {}
        for sighting in state.sightings.values():
            site = run.site_of(sighting.source_id)
            self._sites.setdefault(sighting.device_id, set()).add(site)
            for address in () if sighting.missed else sighting.addresses:
                self._at.setdefault((site, address), {})[sighting.device_id] = None
        for device in sorted(state.devices.values(), key=_age):
            self.add(device)

    def add(self, device: Device) -> None:
        """Take in a device, or what is new of it."""
        is_new = device.id not in self._devices
        self._devices[device.id] = device
        for identity in device.identities:
            (self._strong if identity.is_strong else self._weak).setdefault(identity, {})[device.id] = None
        name = device.value(DeviceField.NAME)
        for site in self._sites.get(device.id, {self._run.site} if is_new else ()):
            if name:
                self._names.setdefault((site, _folded(name)), {})[device.id] = None

    def owners(self, identity: Identity) -> tuple[str, ...]:
        """Return the devices with an identity, the oldest first."""
        return tuple((self._strong if identity.is_strong else self._weak).get(identity, ()))

    def match(self, observation: Observation) -> tuple[str | None, tuple[str, ...]]:
        """Return the device that an observation is of, if it is known, and the others that have strong identities of it too."""
        votes: dict[str, int] = {}
        for identity in binding(observation.identities):
            for owner in self.owners(identity):
                votes[owner] = votes.get(owner, 0) + 1
        if not votes:
            return self._again(observation), ()
        ranked = sorted(votes, key=lambda owner: (-votes[owner], *_age(self._devices[owner])))
        return ranked[0], tuple(ranked[1:])

    def _again(self, observation: Observation) -> str | None:
        """Return the device that is known by nothing strong, and by the same made-up hardware address or, if none has one, the same host name or address."""
        for kind in _AGAIN:
            found = [
                identity for identity in observation.identities if identity.kind is kind and not identity.is_strong
            ]
            for owner in (owner for identity in found for owner in self.owners(identity)):
                if self._is_known_by_no_more(self._devices[owner], observation, kind):
                    return owner
            if found and kind is not IdentityKind.HOST_NAME:
                return None
        return None

    @staticmethod
    def _is_known_by_no_more(device: Device, observation: Observation, kind: IdentityKind) -> bool:
        """Return whether a weak identity of a kind is the best that a device and an observation have."""
        if kind is IdentityKind.MAC:
            return not contradict(device.identities, observation.identities) and not any(
                map(_is_ref, (*device.identities, *observation.identities))
            )
        both = (*device.identities, *observation.identities)
        if any(identity.is_strong or identity.kind is IdentityKind.MAC for identity in both):
            return False
        return kind is IdentityKind.HOST_NAME or not (_hosts(device.identities) and _hosts(observation.identities))

    def suggestions(self, device: Device, observation: Observation, here: Collection[str]) -> tuple[Suggestion, ...]:
        """Return which devices may be the same as the one of an observation, each once, for the most telling reason. `here` are the devices of this run."""
        found: dict[str, Suggestion] = {}
        for reason, others in self._alike(device, observation, here):
            for other in others:
                if (
                    other != device.id
                    and other not in found
                    and not contradict(device.identities, self._devices[other].identities)
                ):
                    found.update(
                        (other, suggestion) for suggestion in suggest(device.id, other, reason, self._run.refused)
                    )
        return tuple(found.values())

    def _alike(
        self, device: Device, observation: Observation, here: Collection[str]
    ) -> Iterable[tuple[Reason, tuple[str, ...]]]:
        """Yield devices of the same site that resemble one. A name that several have tells nothing."""
        site = self._run.site
        hosts = [
            owner
            for identity in observation.identities
            if identity.kind is IdentityKind.HOST_NAME
            for owner in self.owners(identity)
        ]
        if _random_macs(device):
            gone = (owner for owner in hosts if owner not in here and _random_macs(self._devices[owner]))
            yield (
                Reason.RANDOM_MAC,
                tuple(owner for owner in gone if _random_macs(self._devices[owner]).isdisjoint(_random_macs(device))),
            )
        is_clear = [
            owner for owner in dict.fromkeys(hosts) if not (_random_macs(device) and _random_macs(self._devices[owner]))
        ]
        yield Reason.HOST_NAME, tuple(is_clear)
        for address in observation.of_kind(IdentityKind.ADDRESS):
            at = (owner for owner in self._at.get((site, address), ()) if owner in self._devices)
            yield Reason.ADDRESS, tuple(owner for owner in at if not (_macs(device) and _macs(self._devices[owner])))
        named = self._names.get((site, _folded(observation.name or "")), {})
        if len(named.keys() - {device.id}) == 1:
            yield Reason.NAME, tuple(named)


def _age(device: Device) -> tuple[float, str]:
    """Return what sorts devices by age."""
    return device.created_at.timestamp(), device.id


def _folded(name: str) -> str:
    """Return a name as it is compared."""
    return " ".join(name.split()).casefold()


def _is_ref(identity: Identity) -> bool:
    """Return whether an identity is a ref of a HomeSeer."""
    return identity.kind is IdentityKind.HOMESEER


def _macs(device: Device) -> set[Identity]:
    """Return the hardware addresses of a device."""
    return {identity for identity in device.identities if identity.kind is IdentityKind.MAC}


def _random_macs(device: Device) -> set[Identity]:
    """Return the made-up hardware addresses of a device; empty if it has a real one too."""
    macs = _macs(device)
    return set() if any(identity.is_strong for identity in macs) else macs


def _hosts(identities: Iterable[Identity]) -> set[Identity]:
    """Return the host names among identities."""
    return {identity for identity in identities if identity.kind is IdentityKind.HOST_NAME}
