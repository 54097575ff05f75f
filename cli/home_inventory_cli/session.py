"""One run of a command: it asks Home Assistant when it needs to, and answers a person or a script."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Final

from .errors import CliError, RefusedError, UsageError
from .output import show, show_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rich.console import RenderableType

    from .connection import Connection
    from .settings import Settings

PAGE: Final = 1000
"""The most that Home Inventory gives at once."""
LONG: Final = 1800.0
"""Seconds that something big, as an import, may take."""


class Session:
    """What a command works with."""

    def __init__(self, settings: Settings, *, as_json: bool = False) -> None:
        """Connect to nothing yet."""
        self.settings = settings
        self.as_json = as_json
        self._connection: Connection | None = None

    def close(self) -> None:
        """Leave."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def ask(self, command: str, /, *, is_long: bool = False, **fields: Any) -> Any:
        """Ask the inventory, as `item/get`. Raises CliError."""
        return self.ask_hass(f"home_inventory/{command}", is_long=is_long, **fields)

    def ask_hass(self, command: str, /, *, is_long: bool = False, **fields: Any) -> Any:
        """Ask Home Assistant itself. Raises CliError."""
        within = max(self.settings.timeout, LONG) if is_long else self.settings.timeout
        return self._connected().ask(command, within=within, **fields)

    def events(self, command: str, /, **fields: Any) -> Iterator[Any]:
        """Subscribe, yield None once that is done, then every event. Raises CliError when the connection breaks."""
        return self._connected().events(f"home_inventory/{command}", within=self.settings.timeout, **fields)

    def page(self, command: str, key: str, *, limit: int | None, everything: bool, **fields: Any) -> dict[str, Any]:
        """Return a list as the command answers it; with `everything`, all its pages as one answer."""
        if not everything:
            if limit is not None:
                fields["limit"] = limit
            return dict(self.ask(command, **fields))
        if limit is not None:
            raise UsageError("Either --all or --limit: both at once make no sense.")
        first = offset = fields.pop("offset", 0)
        answer = self.ask(command, **fields, limit=PAGE, offset=first)
        part = answer[key]
        while len(part) == PAGE:
            offset += PAGE
            part = self.ask(command, **fields, limit=PAGE, offset=offset)[key]
            answer[key] += part
        return dict(answer)

    def answer(self, answer: Any, render: Callable[[Any], Iterable[RenderableType]]) -> None:
        """Give an answer: as it is to a script, and as `render` shows it to a person."""
        if self.as_json:
            show_json(answer)
        else:
            show(*render(answer))

    def confirm(self, question: str, *, is_sure: bool) -> None:
        """Ask a person whether to go on. Raises UsageError where nobody can be asked, and CliError if the answer is no."""
        if is_sure:
            return
        if not sys.stdin.isatty():
            raise UsageError(f"{question} There is nobody to ask here: say so with --yes.")
        sys.stderr.write(f"{question} [y/N] ")
        sys.stderr.flush()
        if sys.stdin.readline().strip().lower() not in ("y", "yes"):
            raise CliError("Nothing was changed.")

    def message_of(self, error: CliError) -> str:
        """Return what is wrong in the language of the user, as far as the inventory has words for it."""
        language = self.settings.language
        if not isinstance(error, RefusedError) or not error.key or language in (None, "en") or self._connection is None:
            return error.message
        try:
            answer = self.ask_hass(
                "frontend/get_translations", language=language, category="exceptions", integration=["home_inventory"]
            )
            text = answer["resources"][f"component.home_inventory.exceptions.{error.key}.message"]
            return str(text.format(**error.placeholders))
        except (CliError, KeyError, IndexError, ValueError, TypeError):
            return error.message

    def _connected(self) -> Connection:
        """Return the connection, made when it is first needed."""
        from .connection import Connection  # noqa: PLC0415 - help and the words of completion do without a network

        if self._connection is None:
            self._connection = Connection(self.settings)
        return self._connection
