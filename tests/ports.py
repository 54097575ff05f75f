"""Ports for servers that tests start, stop and start again at the same address."""

import random
import socket
from typing import Final

_FIRST: Final = 20_000
_LAST: Final = 32_000
_CHOICE: Final = random.SystemRandom()


def free_port() -> int:
    """Return a loopback port that nobody listens on.

    It is below those that Linux gives to outgoing connections (32768 and up): one of these could take the port while its server is down.
    """
    while True:
        port = _CHOICE.randrange(_FIRST, _LAST)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port
