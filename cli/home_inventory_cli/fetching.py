"""A file that Home Assistant has made is fetched and put where it was wanted."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import UsageError
from .output import show_json, tell
from .transfers import download, download_to

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .session import Session


def format_of(file: str | None, formats: Sequence[str]) -> str:
    """Return the format that the name of a file says, the first unless one is named. Raises UsageError for another ending."""
    if file is None or file == "-" or Path(file).expanduser().is_dir():
        return formats[0]
    ending = Path(file).suffix.removeprefix(".").lower()
    if ending not in formats:
        raise UsageError(f"What format is {file} to have? Say --format with {', '.join(formats)}.")
    return ending


def fetch(session: Session, link: dict[str, Any], file: str | None, *, is_text: bool) -> None:
    """Fetch what is behind a link (`name`, `path`) into a file, or give it to standard output.

    For a script that names no file the link is the answer. Raises UsageError rather than filling a terminal with signs.
    """
    if file not in (None, "-"):
        target = Path(file or "").expanduser()
        size = download_to(session.settings, link["path"], target / link["name"] if target.is_dir() else target)
        if session.as_json:
            show_json(link)
        else:
            tell(f"{target / link['name'] if target.is_dir() else target}: {size:,} bytes")
    elif session.as_json:
        show_json(link)
    elif not is_text and sys.stdout.isatty():
        raise UsageError(f"{link['name']} is nothing to be read in a terminal: name a file.")
    else:
        download(session.settings, link["path"], sys.stdout.buffer.write)
        sys.stdout.buffer.flush()
