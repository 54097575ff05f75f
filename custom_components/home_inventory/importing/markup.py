"""Texts that programs keep as HTML, because they are written in an editor with buttons."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

_BLOCKS: Final = frozenset(
    ("br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "table", "tr", "ul")
)
_UNSEEN: Final = frozenset(("script", "style"))


def plain(text: str) -> str:
    """Return what people see of a text that may be HTML, its paragraphs and list entries each in a line."""
    if re.search(r"<[a-zA-Z/!]|&[a-zA-Z#]", text) is None:
        return text
    reader = _Seen()
    reader.feed(text)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.pieces).split("\n"))
    return "\n".join(line for line in lines if line not in ("", "-"))


class _Seen(HTMLParser):
    """Keeps the text between the tags."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line with a block."""
        del attrs
        self._unseen += tag in _UNSEEN
        if tag in _BLOCKS:
            self.pieces.append("\n- " if tag == "li" else "\n")
        elif tag in ("td", "th"):
            self.pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """End the line."""
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep what is seen; line ends of the file are none of the page."""
        if not self._unseen:
            self.pieces.append(data.replace("\n", " "))
