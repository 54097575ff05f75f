"""One websocket to Home Assistant: signs in, asks, and hears events."""

from __future__ import annotations

import itertools
import json
import socket
import time
from collections import deque
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, Any, Final

from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidURI
from websockets.frames import Frame, Opcode
from websockets.sync.client import ClientConnection, connect

from . import __version__
from .errors import TokenRefusedError, UnreachableError, refusal
from .network import address_of, certificates, token_of, unreachable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .settings import Settings

_CLOSE_WITHIN: Final = 2.0


class _Socket(ClientConnection):
    """Hangs up when Home Assistant says goodbye, as browsers do: its end waits ten seconds for those who leave that to it."""

    def process_event(self, event: Any) -> None:
        """Take what has come; a goodbye has been answered by now."""
        super().process_event(event)
        if isinstance(event, Frame) and event.opcode is Opcode.CLOSE:
            with suppress(OSError):  # it was faster
                self.socket.shutdown(socket.SHUT_RDWR)


class Connection:
    """A signed-in websocket. Every method raises UnreachableError when it breaks."""

    def __init__(self, settings: Settings) -> None:
        """Connect and sign in. Raises UsageError, UnreachableError and TokenRefusedError."""
        self._settings = settings
        self._open = ExitStack()
        self._ids = itertools.count(1)
        self._heard: deque[dict[str, Any]] = deque()
        """Events that came while an answer was waited for."""
        address, token = address_of(settings), token_of(settings)
        began = time.monotonic()
        try:
            # A command says what is to be done once: an answer may be as long as it is.
            self._socket: ClientConnection = self._open.enter_context(
                connect(
                    f"ws{address.removeprefix('http')}/api/websocket",
                    ssl=certificates(settings),
                    open_timeout=settings.timeout,
                    close_timeout=_CLOSE_WITHIN,
                    max_size=None,
                    create_connection=_Socket,
                    user_agent_header=f"home-inventory-cli/{__version__}",
                )
            )
        except (OSError, InvalidHandshake, InvalidURI, ValueError) as err:
            # A handshake that takes too long is told as one that was cut off.
            is_late = time.monotonic() - began >= settings.timeout
            raise self._not_connected(TimeoutError() if is_late else err) from None
        try:
            self._sign_in(token)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Say goodbye."""
        self._open.close()

    def ask(self, command: str, /, *, within: float, **fields: Any) -> Any:
        """Send a command and return its result. Raises RefusedError if it is refused."""
        number = self._send(command, fields)
        until = time.monotonic() + within
        while True:
            message = self._receive(until - time.monotonic())
            if message.get("id") == number and message.get("type") == "result":
                if not message.get("success"):
                    raise refusal(message.get("error") or {})
                return message.get("result")
            if message.get("type") == "event":
                self._heard.append(message)

    def events(self, command: str, /, *, within: float, **fields: Any) -> Iterator[Any]:
        """Subscribe, yield None once that is done, and then every event, for as long as one listens."""
        number = self._send(command, fields)
        wait: float | None = within
        while True:
            message = self._heard.popleft() if self._heard else self._receive(wait)
            if message.get("id") != number:
                continue
            if message.get("type") == "event":
                yield message["event"]
            elif message.get("success"):
                wait = None
                yield None
            else:
                raise refusal(message.get("error") or {})

    def _sign_in(self, token: str) -> None:
        """Show the token."""
        wait = self._settings.timeout
        message = self._receive(wait)
        if message.get("type") == "auth_required":
            self._write({"type": "auth", "access_token": token})
            message = self._receive(wait)
        if message.get("type") == "auth_invalid":
            raise TokenRefusedError(
                f"{self._settings.url} does not know this token. Make a long-lived one on the security page of your "
                "profile in Home Assistant, and run `inv login`."
            )
        if message.get("type") != "auth_ok":
            raise UnreachableError(f"What answers at {self._settings.url} is no Home Assistant.")

    def _send(self, command: str, fields: dict[str, Any]) -> int:
        """Send a command and return its number."""
        number = next(self._ids)
        self._write({"id": number, "type": command, **fields})
        return number

    def _write(self, message: dict[str, Any]) -> None:
        """Send something."""
        try:
            self._socket.send(json.dumps(message))
        except (ConnectionClosed, OSError) as err:
            raise self._broken(err) from None

    def _receive(self, within: float | None) -> dict[str, Any]:
        """Return the next message."""
        try:
            message = json.loads(self._socket.recv(timeout=None if within is None else max(within, 0)))
        except TimeoutError as err:
            raise unreachable(self._settings, err) from None
        except (ConnectionClosed, OSError) as err:
            raise self._broken(err) from None
        except ValueError:
            message = None
        if not isinstance(message, dict):
            raise UnreachableError(f"What answers at {self._settings.url} is no Home Assistant.")
        return message

    def _not_connected(self, err: Exception) -> UnreachableError:
        """Say why there is no connection."""
        if isinstance(err, OSError):
            return unreachable(self._settings, err)
        return UnreachableError(f"What answers at {self._settings.url} is no Home Assistant ({err}).")

    def _broken(self, err: Exception) -> UnreachableError:
        """Say that the connection broke."""
        return UnreachableError(f"The connection to {self._settings.url} was lost ({err}).")
