"""What people have said about the columns of a file, for the next file with the same columns."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final, TypedDict

from homeassistant.helpers.storage import Store

from .const import DOMAIN
from .domain.imports import Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from homeassistant.core import HomeAssistant

_VERSION: Final = 1
_MOST: Final = 50
"""Mappings; the one that was not used for the longest time goes."""


class _Kept(TypedDict):
    mappings: dict[str, dict[str, str]]


class ImportMemory:
    """Remembers mappings by the names of all columns."""

    def __init__(self, hass: HomeAssistant) -> None:
        """Read nothing yet."""
        self._store: Store[_Kept] = Store(hass, _VERSION, f"{DOMAIN}.imports")
        self._mappings: dict[str, dict[str, str]] | None = None

    async def async_recall(self, columns: Iterable[str]) -> dict[str, Target] | None:
        """Return what was said about these columns the last time."""
        kept = (await self._async_all()).get(_key(columns))
        words = set(Target)
        return None if kept is None else {name: Target(word) for name, word in kept.items() if word in words}

    async def async_keep(self, columns: Iterable[str], mapping: Mapping[str, Target]) -> None:
        """Remember what was said."""
        mappings = await self._async_all()
        key, said = _key(columns), {name: target.value for name, target in mapping.items()}
        known = mappings.pop(key, None)
        mappings[key] = said
        if known == said:
            return
        while len(mappings) > _MOST:
            del mappings[next(iter(mappings))]
        await self._store.async_save(_Kept(mappings=mappings))

    async def _async_all(self) -> dict[str, dict[str, str]]:
        """Return all mappings, read when they are first asked for."""
        if self._mappings is None:
            kept = await self._store.async_load()
            self._mappings = {} if kept is None else kept["mappings"]
        return self._mappings


def _key(columns: Iterable[str]) -> str:
    """Return what stands for a set of columns; their names may be private, their hash is not."""
    return sha256("\n".join(sorted(columns)).encode(errors="replace")).hexdigest()[:32]
