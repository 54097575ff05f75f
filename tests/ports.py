"""Ports for servers that tests start, stop and start again at the same address."""

import fcntl
import os
import random
import socket
import tempfile
from pathlib import Path
from typing import IO, Final

_FIRST: Final = 20_000
_LAST: Final = 32_000
_CHOICE: Final = random.SystemRandom()
_KEPT: Final[list[IO[bytes]]] = []
"""Locks that go with this process."""


def free_port() -> int:
    """Return a loopback port that nobody listens on, and that no other process of tests gets while this one runs.

    It is below those that Linux gives to outgoing connections (32768 and up): one of these could take the port while its server is down.
    Nobody listening is not enough: between asking and listening, and while a server is started anew, another process may ask.
    """
    folder = Path(tempfile.gettempdir()) / f"home-inventory-ports-{os.getuid()}"
    folder.mkdir(exist_ok=True)
    while True:
        port = _CHOICE.randrange(_FIRST, _LAST)
        lock = (folder / str(port)).open("wb")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", port))
        except OSError:
            lock.close()
            continue
        _KEPT.append(lock)
        return port
