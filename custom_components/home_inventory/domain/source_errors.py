"""What can be wrong with a source of devices. No text of these ever holds a password, a token or a body."""

from __future__ import annotations

from enum import StrEnum

from .errors import InventoryError


class SourceError(InventoryError):
    """A source could not be asked, or its answer could not be used: nothing may be called missing after it."""

    code = "source_failed"


class SourceLoginError(SourceError):
    """A source refused the user name and password."""

    code = "source_login_refused"

    def __init__(self, source: str) -> None:
        """Name the source as people know it, as its host."""
        super().__init__(source=source)


class Unreachable(StrEnum):
    """Why a source could not be asked."""

    REFUSED = "no_connection"
    TIMEOUT = "timeout"
    CERTIFICATE = "certificate"


class SourceUnreachableError(SourceError):
    """A source did not answer at all, or not in time."""

    code = "source_unreachable"

    def __init__(self, source: str, reason: Unreachable) -> None:
        """Name the source and what happened."""
        super().__init__(source=source, reason=reason.value)
        self.reason = reason


class Flaw(StrEnum):
    """What is wrong with an answer."""

    EMPTY = "empty"
    HTML = "html"
    """A page for people: another server, or a login page."""
    NOT_JSON = "not_json"
    """Half a body, or another language."""
    ERROR_TEXT = "error_text"
    """The source says that it knows no such request."""
    SHAPE = "unexpected_shape"
    """JSON, but not what was asked for."""
    STATUS = "http_status"
    CUT_OFF = "cut_off"
    TOO_LARGE = "too_large"


class SourceAnswerError(SourceError):
    """A source answered something that can't be used."""

    code = "source_bad_answer"

    def __init__(self, source: str, flaw: Flaw) -> None:
        """Name the source and what is wrong; never what it said, which may be private."""
        super().__init__(source=source, reason=flaw.value)
        self.flaw = flaw


class SourceImplausibleError(SourceError):
    """A source lists nothing, or less than half of what it listed before."""

    code = "source_implausible"

    def __init__(self, source: str, seen: int, known: int) -> None:
        """Say how many devices there are and how many there were."""
        super().__init__(source=source, seen=seen, known=known)
