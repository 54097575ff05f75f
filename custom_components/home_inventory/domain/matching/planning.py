"""What a run would change, as a plan that people can look at; and how it is done."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from ..devices import Device, DeviceUpdate, Plan, Reason, Status
from ..observations import IdentityKind, Presence
from .conflicts import at_two_sites, certain_conflicts
from .facts import told_by, weigh_all
from .pairing import DeviceIndex, binding
from .presence import check_plausible, miss, see, sightings_of, status_of, was_looked_for
from .run import State, suggest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..devices import Sighting, Suggestion
    from ..observations import Component, Harvest, Observation
    from .run import Run

_NO_KEYS: Final = frozenset({IdentityKind.ADDRESS})


@dataclass(slots=True)
class _Draft:
    """A plan in the making."""

    state: State
    run: Run
    index: DeviceIndex
    new: dict[str, None] = field(default_factory=dict)
    after: dict[str, Device] = field(default_factory=dict)
    seen: dict[str, Observation] = field(default_factory=dict)
    """What the run says of each device, all observations of it as one."""
    suggestions: dict[tuple[str, str, Reason], Suggestion] = field(default_factory=dict)

    def suggest(self, suggestions: Iterable[Suggestion]) -> None:
        """Note what may be one, each once."""
        for suggestion in suggestions:
            self.suggestions.setdefault((suggestion.first_id, suggestion.second_id, suggestion.reason), suggestion)


def make_plan(state: State, harvest: Harvest, run: Run) -> Plan:
    """Return what a run would change. The order of its observations doesn't matter.

    Raises ImplausibleHarvestError if a complete harvest lacks more than half of what the source had in the run before.
    """
    draft = _Draft(state, run, DeviceIndex(state, run))
    for observation in sorted(harvest.observations, key=_order):
        _place(draft, observation)
    if harvest.is_complete and not run.is_confirmed:
        mine = (
            sighting
            for sighting in state.sightings.values()
            if sighting.source_id == run.source_id and not sighting.missed
        )
        check_plausible(
            {sighting.device_id for sighting in mine if was_looked_for(sighting, harvest)}, draft.seen.keys()
        )
    for device_id, observation in draft.seen.items():
        draft.after[device_id] = _told(draft, device_id, observation)
        draft.index.add(draft.after[device_id])
    for device_id, observation in draft.seen.items():
        draft.suggest(draft.index.suggestions(draft.after[device_id], observation, draft.seen.keys()))
    sightings = _sightings(draft, harvest)
    draft.suggest(at_two_sites(state, sightings, run))
    return Plan(
        new=tuple((device_id, draft.seen[device_id]) for device_id in draft.new),
        changed=_updates(draft, sightings),
        sightings=tuple(sightings.values()),
        seen={
            device_id: observation.identities
            for device_id, observation in draft.seen.items()
            if observation.presence is not Presence.ABSENT
        },
        suggestions=tuple(draft.suggestions.values()),
        conflicts=certain_conflicts(harvest, draft.after.values()),
    )


def _order(observation: Observation) -> tuple[bool, list[tuple[str, str, str]], str]:
    """Return what sorts observations in the same way in whatever order a source tells them: those with strong identities first."""
    identities = sorted((identity.kind.value, identity.scope, identity.value) for identity in observation.identities)
    return not binding(observation.identities), identities, repr(observation)


def _place(draft: _Draft, observation: Observation) -> None:
    """Give an observation to its device, a new one if there is none. What is another device's stays with that."""
    found, others = draft.index.match(observation)
    if found is None:
        found = draft.run.new_id()
        draft.new[found] = None
    for other in others:
        draft.suggest(suggest(found, other, Reason.BOTH_STRONG, draft.run.refused))
    mine = []
    for identity in observation.identities:
        owners = draft.index.owners(identity) if identity.is_strong or identity.kind is IdentityKind.MAC else ()
        if not owners or found in owners:
            mine.append(identity)
        elif not identity.is_strong:
            draft.suggest(suggest(found, owners[0], Reason.RANDOM_MAC, draft.run.refused))
    observation = replace(observation, identities=tuple(mine) or observation.identities)
    draft.seen[found] = join(draft.seen[found], observation) if found in draft.seen else observation
    draft.after[found] = _told(draft, found, draft.seen[found])
    draft.index.add(draft.after[found])


def _told(draft: _Draft, device_id: str, observation: Observation) -> Device:
    """Return a device after all that a run says of it."""
    if device_id in draft.new:
        device = device_of(device_id, observation, draft.run)
    else:
        device = _tell(draft.state.devices[device_id], observation, draft.run)
    return _hung(device, observation, draft.index.owners(observation.parent) if observation.parent else (), draft.run)


def device_of(device_id: str, observation: Observation, run: Run) -> Device:
    """Return the device that an observation makes, if there is none yet."""
    empty = Device(id=device_id, created_at=run.at, updated_at=run.at, identities=())
    device = _tell(empty, observation, run)
    return device if device.identities else replace(device, identities=observation.identities)


def _tell(device: Device, observation: Observation, run: Run) -> Device:
    """Return a device after an observation. Addresses are in its sightings."""
    strong = binding(observation.identities)
    usable = (
        identity
        for identity in observation.identities
        if (identity in strong or not identity.is_strong) and identity.kind not in _NO_KEYS
    )
    told = replace(
        device,
        identities=tuple(dict.fromkeys((*device.identities, *usable))),
        facts=weigh_all(device.facts, told_by(observation, run), run.source_id, tells_all=run.tells_all),
        components=_components(device.components, observation.components),
        link=observation.link or device.link,
    )
    return told if told == device else replace(told, updated_at=run.at)


def _components(before: Iterable[Component], told: Iterable[Component]) -> tuple[Component, ...]:
    """Return the parts of a device, each once, as they were last told."""
    return tuple({component.key: component for component in (*before, *told)}.values())


def join(one: Observation, other: Observation) -> Observation:
    """Return two observations of one device in one run as one; nothing that either says is lost."""
    return replace(
        one,
        identities=tuple(dict.fromkeys((*one.identities, *other.identities))),
        names=tuple(dict.fromkeys((*one.names, *other.names))),
        manufacturer=one.manufacturer or other.manufacturer,
        model=one.model or other.model,
        serial_number=one.serial_number or other.serial_number,
        firmware=one.firmware or other.firmware,
        device_type=one.device_type or other.device_type,
        place=one.place or other.place,
        presence=min(one.presence, other.presence, key=list(type(one.presence)).index),
        seen_at=max(filter(None, (one.seen_at, other.seen_at)), default=None),
        parent=one.parent or other.parent,
        link=one.link or other.link,
        components=_components(one.components, other.components),
        extra={**other.extra, **one.extra},
    )


def _hung(device: Device, observation: Observation, parents: Iterable[str], run: Run) -> Device:
    """Return a device that hangs on the first of those that its source names."""
    found = [parent for parent in parents if parent != device.id]
    if observation.parent is None or not found or device.parent_id == found[0]:
        return device
    return replace(device, parent_id=found[0], updated_at=run.at)


def _sightings(draft: _Draft, harvest: Harvest) -> dict[str, Sighting]:
    """Return what a run says about when devices were there, by device: of those it has, and of those it looked for in vain."""
    run, found = draft.run, dict[str, "Sighting"]()
    for device_id, whole in draft.seen.items():
        before = draft.state.sightings.get((device_id, run.source_id))
        found[device_id] = see(before, device_id, whole, run, is_complete=harvest.is_complete)
    for sighting in draft.state.sightings.values():
        if (
            sighting.source_id == run.source_id
            and sighting.device_id not in found
            and was_looked_for(sighting, harvest)
        ):
            found[sighting.device_id] = miss(sighting, run)
    return found


def _updates(draft: _Draft, sightings: Mapping[str, Sighting]) -> tuple[DeviceUpdate, ...]:
    """Return what changes about devices that there were before, those that are missing or back included."""
    run, before = draft.run, sightings_of(draft.state)
    updates = []
    for device_id, sighting in sightings.items():
        if device_id in draft.new or device_id not in draft.state.devices:
            continue
        device = draft.state.devices[device_id]
        after = draft.after.get(device_id, device)
        all_sightings = [*(other for other in before.get(device_id, ()) if other.source_id != run.source_id), sighting]
        is_missing = status_of(device, all_sightings, run) is Status.MISSING
        if is_missing != (device.missing_since is not None):
            after = replace(after, missing_since=run.at if is_missing else None, updated_at=run.at)
        if after != device:
            was_missing = device.missing_since is not None
            updates.append(
                DeviceUpdate(
                    device=device,
                    after=after,
                    is_back=was_missing and not is_missing,
                    is_missing=is_missing and not was_missing,
                )
            )
    return tuple(updates)


def apply_plan(state: State, plan: Plan, run: Run) -> State:
    """Return all devices after a plan. Done twice it changes nothing more; what a person has settled since it was made stays."""
    devices = dict(state.devices)
    for device_id, observation in plan.new:
        devices.setdefault(device_id, device_of(device_id, observation, run))
    owners = {identity: device.id for device in devices.values() for identity in device.identities}
    for device_id, observation in plan.new:
        parent = owners.get(observation.parent) if observation.parent else None
        devices[device_id] = _hung(devices[device_id], observation, (parent,) if parent else (), run)
    for update in plan.changed:
        now = devices.get(update.device.id, update.device)
        settled = {
            name: fact for name, fact in now.facts.items() if fact.is_locked and fact != update.device.facts.get(name)
        }
        devices[update.device.id] = replace(update.after, facts={**update.after.facts, **settled})
    sightings = {
        **state.sightings,
        **{(sighting.device_id, sighting.source_id): sighting for sighting in plan.sightings},
    }
    return State(devices, sightings)


def count(plan: Plan) -> Counter[str]:
    """Return how many devices a plan makes, changes, brings back, and calls missing, and how many conflicts there are."""
    return Counter(
        new=len(plan.new),
        changed=sum(not update.is_back and not update.is_missing for update in plan.changed),
        back=sum(update.is_back for update in plan.changed),
        missing=sum(update.is_missing for update in plan.changed),
        conflicts=len(plan.conflicts),
    )
