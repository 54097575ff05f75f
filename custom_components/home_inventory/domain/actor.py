"""Who does something, and what they may do."""

from dataclasses import dataclass
from enum import StrEnum

from .errors import AdminRequiredError, UnauthorizedError


class Source(StrEnum):
    """Where a use case was started."""

    WEBSOCKET = "websocket"
    ACTION = "action"
    VOICE = "voice"
    LLM = "llm"
    AUTOMATION = "automation"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A user of Home Assistant, or the system when there is none (automations, set-up)."""

    source: Source
    user_id: str | None = None
    context_id: str | None = None
    parent_id: str | None = None
    can_write: bool = True
    is_admin: bool = False

    def require_write(self) -> None:
        """Raise UnauthorizedError for a read-only user."""
        if not self.can_write:
            raise UnauthorizedError

    def require_admin(self) -> None:
        """Raise AdminRequiredError for anyone who is neither an admin nor the system."""
        self.require_write()
        if not self.is_admin:
            raise AdminRequiredError


SYSTEM = Actor(source=Source.SYSTEM, is_admin=True)
