"""When something was seen, in the many ways that programs write it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import tzinfo

_DOTNET: Final = re.compile(r"/Date\((-?\d{1,15})")
_MILLISECONDS: Final = 100_000_000_000
"""As seconds this is the year 5138: larger numbers are milliseconds."""


def parse_time(value: object, zone: tzinfo) -> datetime | None:
    """Return a time in UTC; None for what is none. A time without a zone is in `zone`.

    Takes ISO 8601, "2018/08/29 04:31:35", Unix seconds and milliseconds (as number or text), PowerShell's "/Date(ms)/".
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(value).strip()
    try:
        if dotnet := _DOTNET.match(text):
            return _from_unix(int(dotnet[1]) / 1000)
        if re.fullmatch(r"\d{9,15}(\.\d+)?", text):
            number = float(text)
            return _from_unix(number / 1000 if number > _MILLISECONDS else number)
        parsed = datetime.fromisoformat(text.replace("/", "-"))
        return (parsed if parsed.tzinfo else parsed.replace(tzinfo=zone)).astimezone(UTC)
    except ValueError, OverflowError, OSError:
        return None


def _from_unix(seconds: float) -> datetime | None:
    """Return a time; None for zero and before, which programs write for "never"."""
    return datetime.fromtimestamp(seconds, UTC) if seconds > 0 else None
