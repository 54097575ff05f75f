"""Runs, observations and states in few words, for the tests of matching."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

from custom_components.home_inventory.domain.matching import Run, State, apply_plan, make_plan
from custom_components.home_inventory.domain.observations import (
    Harvest,
    Identity,
    IdentityKind,
    Observation,
    Origin,
    Presence,
    Told,
)

if TYPE_CHECKING:
    from custom_components.home_inventory.domain.devices import Plan

START = datetime(2026, 1, 1, 12, tzinfo=UTC)
PLUG, LAMP, TV = "00:17:88:00:00:01", "00:17:88:00:00:02", "00:17:88:00:00:03"
PHONE, PHONE_AGAIN = "da:a1:19:00:00:01", "da:a1:19:00:00:02"


def lan(
    mac: str | None = None, ip: str | None = None, host: str | None = None, name: str | None = None, site: str = "home"
) -> Observation:
    """Return what a network scan sees."""
    identities = [Identity(IdentityKind.MAC, mac)] if mac else []
    identities += [Identity(IdentityKind.HOST_NAME, host, site)] if host else []
    identities += [Identity(IdentityKind.ADDRESS, ip, site)] if ip else []
    names = (Told(name, Origin.DHCP),) if name else ()
    return Observation(identities=tuple(identities), names=names)


def ref(number: str, name: str, place: tuple[str, ...] = (), instance: str = "hs") -> Observation:
    """Return what HomeSeer lists."""
    identity = Identity(IdentityKind.HOMESEER, number, instance)
    return Observation(
        identities=(identity,), names=(Told(name, Origin.HOMESEER),), place=place, presence=Presence.LISTED
    )


class House:
    """A state that runs change, one quarter of an hour after the other."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.state = State()
        self.now = START
        self._ids = count(1)
        self.template = Run(
            source_id="lan",
            origin=Origin.PTR,
            at=START,
            new_id=lambda: f"d{next(self._ids):04}",
            site="home",
            sites={"lan": "home", "hs": "home", "far": "cabin", "hass": "home"},
            watching={"lan", "far"},
        )

    def run(
        self,
        *observations: Observation,
        source: str = "lan",
        complete: bool = True,
        after: timedelta = timedelta(minutes=15),
        **settings: object,
    ) -> Plan:
        """Let a source run and apply its plan."""
        self.now += after
        run = replace(self.template, source_id=source, site=self.template.sites[source], at=self.now, **settings)  # type: ignore[arg-type]
        plan = make_plan(self.state, Harvest(observations=observations, is_complete=complete), run)
        self.state = apply_plan(self.state, plan, run)
        assert apply_plan(self.state, plan, run) == self.state
        self.template = replace(self.template, gaps=run.gaps)
        return plan
