"""Questions about devices: where one is that is no item, and whether it is online."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..domain.devices import DeviceField, Status
from ..domain.findings import Findable
from ..domain.models import ItemFilter
from ..domain.shown_devices import ShownDevice
from ..manager.search import Search
from ..search.names import Sureness, fit, heads, main_part
from ..search.text import fold
from .reply import Reply, Turn, said
from .speech import Speech
from .words import as_written, key_words, strip_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .heard import Heard
    from .resolve import Finder

_MOST_HITS: Final = 10
_MOST_SPOKEN: Final = 3


async def async_where_device(finder: Finder, heard: Heard) -> Reply | None:
    """Answer "where is the printer" with the place of a device and how it is doing; None if no device is surely meant."""
    speech = Speech(finder.inventory, heard.answer_in)
    if not (devices := await async_devices(finder, heard)):
        return None
    return said(Turn.AFTER_HOME, " ".join(_where(speech, device) for device in devices[:_MOST_SPOKEN]))


async def async_status(finder: Finder, heard: Heard) -> Reply:
    """Answer "is the NAS online". What is no device of ours is for others to say."""
    speech = Speech(finder.inventory, heard.answer_in)
    if not (devices := await async_devices(finder, heard)):
        return Reply(Turn.LAST, None)
    return said(Turn.AFTER_HOME, " ".join(_status(speech, device) for device in devices[:_MOST_SPOKEN]))


async def async_devices(finder: Finder, heard: Heard) -> list[ShownDevice]:
    """Return the devices that are surely meant: those called so, else those of which what they are was said."""
    language = heard.language
    said_words = key_words(as_written(strip_name(heard.item, language), language))
    asked = " ".join(key_words(fold(" ".join(said_words))))
    if not asked:
        return []
    wanted = Search(text=asked, words=asked, wanted=ItemFilter(), kinds=(Findable.DEVICE,), limit=_MOST_HITS)
    found = (await finder.inventory.search.async_search(wanted)).results
    devices = [result.found for result in found if isinstance(result.found, ShownDevice)]
    graded = [(device, _sureness(said_words, device)) for device in devices]
    best = max((sureness for _, sureness in graded), default=Sureness.NONE)
    return [device for device, sureness in graded if sureness is best] if best >= Sureness.GOOD else []


def _sureness(said_words: Sequence[str], shown: ShownDevice) -> Sureness:
    """Return how surely a device is meant: by its name, that of its item, or what it is; its maker may be said besides."""
    device = shown.known.device
    product = (device.value(DeviceField.MANUFACTURER), device.value(DeviceField.MODEL))
    besides = [word for text in product if text for word in key_words(text)]
    names = [device.name, *([shown.item.name] if shown.item else ())]
    kinds = filter(None, (device.value(DeviceField.TYPE),))

    def grade(name: str) -> Sureness:
        main = main_part(name)
        # Products are called as in English wherever they are sold: the last word says what it is, the first may be a person.
        words = heads(main, key_words(main), first=False)
        return fit(said_words, key_words(name), words | set(besides), besides).sureness

    by_kind = (min(grade(kind), Sureness.GOOD) for kind in kinds)
    return max((*map(grade, names), *by_kind))


def _where(speech: Speech, shown: ShownDevice) -> str:
    """Return where a device is, and how it is doing."""
    place, name = shown.known.device.location_id, speech.device_name(shown)
    doing = "" if shown.known.status is Status.UNKNOWN else _status(speech, shown)
    if place is None:
        return doing or speech.say("device_no_place", item=name)
    is_at = speech.say("found", {"item": name, "is": speech.say_one()}, place=speech.place(place))
    return f"{is_at} {doing}".rstrip()


def _status(speech: Speech, shown: ShownDevice) -> str:
    """Return how a device is doing."""
    return speech.say(f"device_{shown.known.status}", item=speech.device_name(shown))
