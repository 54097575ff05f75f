"""Everything that can go wrong, and the exit code that tells a script what it was."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, ClassVar, Final

_NOT_ALLOWED: Final = {"unauthorized", "admin_required"}


class ExitCode(IntEnum):
    """What a script is told; the same in docs/command-line.md."""

    OK = 0
    REFUSED = 1
    """The inventory has refused: not found, not possible, not loaded."""
    USAGE = 2
    """Asked in a way that makes no sense."""
    UNREACHABLE = 3
    """Home Assistant could not be reached, or did not answer in time."""
    NOT_ALLOWED = 4
    """The token was refused, or its user may not do this."""
    PARTIAL = 5
    """Imported, but some rows were left out."""


class CliError(Exception):
    """Something that ends the program with a message."""

    exit_code: ClassVar[ExitCode] = ExitCode.REFUSED
    code: str = "error"

    @property
    def message(self) -> str:
        """What is wrong, in words."""
        return str(self)


class UsageError(CliError):
    """What was asked for makes no sense."""

    exit_code = ExitCode.USAGE
    code = "usage"


class UnreachableError(CliError):
    """There is no Home Assistant at the address, or it does not answer."""

    exit_code = ExitCode.UNREACHABLE
    code = "unreachable"


class TokenRefusedError(CliError):
    """Home Assistant does not know the token."""

    exit_code = ExitCode.NOT_ALLOWED
    code = "token_refused"


class RefusedError(CliError):
    """The inventory has answered with an error."""

    def __init__(self, error: dict[str, Any]) -> None:
        """Keep what was answered: `code`, `message` and the placeholders of its translation."""
        super().__init__(error.get("message") or error.get("code") or "Home Assistant has refused this.")
        self.code = error.get("code") or "error"
        self.key: str | None = error.get("translation_key")
        self.placeholders: dict[str, str] = error.get("translation_placeholders") or {}


class NotAllowedError(RefusedError):
    """The user of the token may not do this."""

    exit_code = ExitCode.NOT_ALLOWED


def refusal(error: dict[str, Any]) -> RefusedError:
    """Return the error that an answer stands for."""
    if error.get("code") == "unknown_command":
        message = "Home Assistant does not know this command: install Home Inventory there, or bring it up to date."
        return RefusedError({"code": "unknown_command", "message": message})
    return (NotAllowedError if error.get("code") in _NOT_ALLOWED else RefusedError)(error)
