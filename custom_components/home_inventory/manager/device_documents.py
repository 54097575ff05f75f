"""What the search index is told of devices, and by which addresses they are found as a whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ..domain.addresses import normalize_ip, normalize_mac
from ..domain.devices import DeviceField
from ..domain.observations import IdentityKind
from ..search.document import Document
from ..search.text import tokens
from .documents import mark_of, state_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..domain.devices import Device
    from ..domain.findings import Traits

_CALLED: Final = 0.9
"""How much a word says by where it stands, a word of the name saying 1: in a name that a source knows it by,"""
_DETAIL, _PROSE = 0.6, 0.3
"""in its maker, model, type or ref, and in the name of a part of it."""
_AROUND: Final = 1.0
_BEGUN_IP: Final = re.compile(r"\d{1,3}\.\d{1,3}\.[\d.]*")
_BEGUN_MAC: Final = re.compile(r"[0-9a-f]{2}([:-])[0-9a-f]{2}(?:\1[0-9a-f]{0,2})*")


def device_document(traits: Traits) -> Document:
    """Return what can be found of a device."""
    return Document(
        id=traits.device.id,
        name=traits.device.name,
        aliases=traits.called,
        texts=tuple(_texts(traits)),
        keys=tuple(_keys(traits)),
        marks=tuple((mark, _AROUND if mark == _place_of(traits) else 0.0) for mark in sorted(marks_of(traits))),
    )


def texts_of(device: Device) -> dict[str, str | None]:
    """Return the texts of a device that people see in a list, by the names of its fields."""
    return {
        "name": device.name,
        "manufacturer": device.value(DeviceField.MANUFACTURER),
        "model": device.value(DeviceField.MODEL),
        "type": device.value(DeviceField.TYPE),
    }


def words_of(traits: Traits) -> frozenset[str]:
    """Return the words of all texts that a device is found by, folded."""
    texts = (traits.device.name, *traits.called, *(text for text, _ in _texts(traits)))
    return frozenset(word for text in texts for word in tokens(text))


def marks_of(traits: Traits) -> frozenset[str]:
    """Return the terms that stand for whether a device is in use, and for its place."""
    state = state_of(is_archived=traits.device.archived_at is not None)
    place = _place_of(traits)
    return frozenset({state} if place is None else {state, place})


def addresses_of(traits: Traits) -> frozenset[str]:
    """Return the hardware and network addresses of a device, each as it is usually written."""
    macs = (identity.value for identity in traits.device.identities if identity.kind is IdentityKind.MAC)
    return frozenset((*macs, *(address for seen in traits.addresses.values() for address in seen)))


def addresses_in(query: str) -> tuple[frozenset[str], bool]:
    """Return the addresses that a question names, as they are usually written, and whether it is nothing else."""
    whole = _address(query)
    if whole is not None:
        return frozenset({whole}), True
    parts = (_address(part.rstrip("?!.,;")) for part in query.split())
    return frozenset(part for part in parts if part is not None), False


def beginning_of_address(query: str) -> str | None:
    """Return what the beginning of an address is, as addresses are usually written; None if a question is no such thing."""
    text = query.strip().lower()
    if _BEGUN_IP.fullmatch(text):
        return text
    return text.replace("-", ":") if _BEGUN_MAC.fullmatch(text) else None


def _address(text: str) -> str | None:
    """Return a text as an address is usually written; None if it is none."""
    return normalize_mac(text) or normalize_ip(text)


def _place_of(traits: Traits) -> str | None:
    location_id = traits.device.location_id
    return None if location_id is None else mark_of(location_id)


def _keys(traits: Traits) -> Iterator[str]:
    """Yield what a device is known by exactly. Addresses are not: without their points, 192.168.1.11 is 192.168.11.1."""
    if serial := traits.device.value(DeviceField.SERIAL_NUMBER):
        yield serial
    yield from (f"ref {ref}" for ref in _values(traits, IdentityKind.HOMESEER))


def _texts(traits: Traits) -> Iterator[tuple[str, float]]:
    """Yield the texts of a device besides its name, and how much their words say."""
    device = traits.device
    name = device.facts.get(DeviceField.NAME)
    if name is not None and name.offered:
        yield name.offered, _CALLED
    yield from ((host, _CALLED) for host in _values(traits, IdentityKind.HOST_NAME))
    details = (device.value(field) for field in (DeviceField.MANUFACTURER, DeviceField.MODEL, DeviceField.TYPE))
    refs = (f"ref {ref}" for ref in _values(traits, IdentityKind.HOMESEER))
    yield from ((text, _DETAIL) for text in (*details, *refs) if text)
    yield from ((part.name, _PROSE) for part in device.components if part.name)


def _values(traits: Traits, kind: IdentityKind) -> list[str]:
    """Return what a device is known by of one kind, each once."""
    return list(dict.fromkeys(identity.value for identity in traits.device.identities if identity.kind is kind))
