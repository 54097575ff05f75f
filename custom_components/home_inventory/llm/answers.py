"""How much a tool may answer: what is too long is shortened, and the answer says so."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from ..views import View

MOST_CHARACTERS: Final = 4000
"""Some thousand tokens: several answers fit into the context of a model that runs at home."""
SHORTENED: Final = "shortened"
_STEPS: Final = ((1200, 20), (400, 10), (200, 10), (120, 6), (60, 3), (24, 1))
"""How long a text and a list may be, from generous to what always fits."""
_GAP: Final = " … "


def shorten(answer: View, most: int = MOST_CHARACTERS) -> View:
    """Return an answer of at most so many characters of JSON.

    Texts lose their middle, lists their end: `more_items` says how many entries of `items` were left out here, `shortened`
    that something was. If that is not enough, the last fields go: the important ones stand first.
    """
    short = answer
    for text, entries in _STEPS:
        cutter = _Cutter(text, entries)
        short = cutter.view(answer)
        if cutter.has_cut:
            short[SHORTENED] = True
        if _length(short) <= most:
            return short
    short[SHORTENED] = True
    while _length(short) > most:
        del short[[name for name in short if name != SHORTENED][-1]]
    return short


@dataclass(slots=True)
class _Cutter:
    """Cuts every text and list to one length."""

    text: int
    entries: int
    has_cut: bool = False

    def view(self, view: View) -> View:
        """Return an object with what was left out of its lists beside them."""
        short: View = {}
        for name, value in view.items():
            short[name] = self._value(value)
            if isinstance(value, list) and (more := len(value) - self.entries) > 0:
                short[f"more_{name}"] = more
                self.has_cut = True
        return short

    def _value(self, value: Any) -> Any:
        """Return a value with nothing in it that is too long."""
        if isinstance(value, dict):
            return self.view(value)
        if isinstance(value, list):
            return [self._value(entry) for entry in value[: self.entries]]
        return self._text(value) if isinstance(value, str) else value

    def _text(self, text: str) -> str:
        """Return a text without its middle: what a note begins with, and the inner end of a path, say most."""
        keep = min(len(text), self.text)
        if keep == len(text) and _length(text) <= self.text:
            return text
        self.has_cut = True
        while True:
            head = keep * 2 // 3
            short = text[:head] + _GAP + text[len(text) - (keep - head) :]
            if _length(short) <= self.text:
                return short
            keep = keep * 3 // 4


def _length(value: Any) -> int:
    """Return the length as JSON the way that takes most: some agents write every character but ASCII's as an escape."""
    return len(json.dumps(value))
