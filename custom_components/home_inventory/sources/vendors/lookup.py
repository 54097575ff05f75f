"""Makers by hardware address: small blocks from our own list first, then those of 24 bits, which the package aiooui knows."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import aiooui

from ...domain.addresses import is_random_mac, normalize_mac
from ...domain.observations import IdentityKind, Origin, Told
from .short_names import short_name
from .small_blocks import ASSET, BadBlocksError, read_small_blocks

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from ...domain.observations import Harvest, Observation
    from .small_blocks import SmallBlocks

_LOGGER: Final = logging.getLogger(__name__)
_DIVIDED: Final = "ieee registration authority"
"""Who the list of 24 bits names for a block that is divided among several."""
_NOBODY: Final = frozenset({_DIVIDED, "private", "unknown", "(unknown)", "n/a", "none"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendor:
    """What a hardware address tells of who made the device."""

    name: str | None = None
    """As people call them; None if it is not known or nobody can know."""
    registered: str | None = None
    """As they are registered."""
    is_random: bool = False
    """The device has made its address up to be private: there is no maker in it."""
    is_small_block: bool = False
    """It is in a block that several makers share, and which has it isn't known."""


_MADE_UP: Final = Vendor(is_random=True)
_UNKNOWN: Final = Vendor()
_SHARED: Final = Vendor(is_small_block=True)


class Vendors:
    """Knows makers. The lists are read in a thread when they are first needed, and kept.

    One object serves the whole of Home Assistant. Without its lists, which is logged once, it knows nobody: no scan fails for that.
    """

    def __init__(self, small_blocks: Path = ASSET) -> None:
        """Take where the list of small blocks is."""
        self._path: Final = small_blocks
        self._small: SmallBlocks | None = None
        self._is_loaded = False
        self._loading: Final = asyncio.Lock()

    async def async_find(self, macs: Iterable[str]) -> dict[str, Vendor]:
        """Return what addresses tell, by address in the form "aa:bb:cc:dd:ee:ff". What no device can have as its own is left out."""
        await self._async_load()
        normalized = [mac for text in macs if (mac := normalize_mac(text)) is not None]
        return await asyncio.to_thread(lambda: {mac: self._find(mac) for mac in normalized})

    async def async_complete(self, harvest: Harvest) -> Harvest:
        """Return a harvest with makers for what has none, and a name of maker and address ("Espressif 12:AF:3C") for what has no other.

        A maker that a scan file took from its own list is written as ours; one that a device has told stays as it is.
        """
        if not any(observation.of_kind(IdentityKind.MAC) for observation in harvest.observations):
            return harvest
        await self._async_load()
        # A file may list tens of thousands, at some 15 microseconds each.
        observations = await asyncio.to_thread(lambda: tuple(map(self._completed, harvest.observations)))
        return replace(harvest, observations=observations)

    async def _async_load(self) -> None:
        """Read the lists, once."""
        async with self._loading:
            if self._is_loaded:
                return
            try:
                await aiooui.async_load()
            except (OSError, RuntimeError) as error:
                _LOGGER.warning("The list of makers of hardware could not be read: %s", error)
            try:
                self._small = await asyncio.to_thread(read_small_blocks, self._path)
            except (OSError, BadBlocksError) as error:
                _LOGGER.warning("The list of small makers of hardware could not be read: %s", error)
            self._is_loaded = True

    def _find(self, mac: str) -> Vendor:
        """Return what a normalized address tells."""
        if is_random_mac(mac):
            return _MADE_UP
        if self._small is not None and (small := self._small.find(mac)) is not None:
            return Vendor(name=short_name(small), registered=small)
        registered = aiooui.get_vendor(mac) if aiooui.is_loaded() else None
        if registered is None or _is_nobody(registered):
            return _SHARED if registered is not None and registered.casefold() == _DIVIDED else _UNKNOWN
        return Vendor(name=short_name(registered), registered=registered)

    def _completed(self, observation: Observation) -> Observation:
        """Return an observation with its maker."""
        found = next(
            ((mac, name) for mac in observation.of_kind(IdentityKind.MAC) if (name := self._find(mac).name)), None
        )
        told = observation.manufacturer
        if told is not None and told.origin is not Origin.VENDOR:
            return observation
        if found is None:
            return observation if told is None else replace(observation, manufacturer=_rewritten(told))
        mac, name = found
        return replace(
            observation,
            manufacturer=Told(name, Origin.VENDOR),
            names=observation.names or (Told(f"{name} {mac[-8:].upper()}", Origin.VENDOR),),
        )


def _is_nobody(name: str) -> bool:
    return name.strip().casefold() in _NOBODY


def _rewritten(told: Told) -> Told | None:
    """Return a maker from another program's list as people call it; None if that names nobody."""
    return None if _is_nobody(told.value) else replace(told, value=short_name(told.value))
