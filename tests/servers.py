"""Real MariaDB and PostgreSQL servers for tests: private, on the loopback interface, gone with the test process.

    with Server("mariadb") as server:
        engine = create_engine(server.new_database())
        server.pause()   # it answers no more, its connections stay
        server.resume()
        server.kill()    # as a power cut would
        server.start()   # with the same data, at the same address

A server runs in a folder of its own in memory, never as a service, and never as root. It does not wait for a disk.
"""

import contextlib
import ctypes
import importlib.util
import os
import pwd
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any, Final, Self

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError

from . import server_kinds
from .ports import free_port
from .server_kinds import USER, run

KINDS: Final = tuple(server_kinds.KINDS)
START_LIMIT: Final = 60.0
STOP_LIMIT: Final = 30.0
_PREFIX: Final = "home-inventory-"
_MEMORY: Final = Path("/dev/shm")  # noqa: S108 - a folder below it is made by mkdtemp


class ServerError(RuntimeError):
    """A server can't be started here, or did not come up."""


def why_not(kind: str) -> str | None:
    """Return why servers of a kind can't be used here; None if they can."""
    wanted = server_kinds.KINDS[kind]()
    if wanted.found is None:
        return f"there is no {kind} server here: install {wanted.package}"
    if importlib.util.find_spec(wanted.module) is None:
        return f"{wanted.module} is not installed: install what is needed to build it, and run script/setup"
    return None


class Server:
    """One server: `start` returns when it answers; whatever was started ends with `close`, or with this process.

    Start it in a thread that lives as long as the server should: the kernel ends it when that thread ends.
    """

    def __init__(self, kind: str) -> None:
        """Take `mariadb` or `postgresql`; nothing runs yet."""
        if (reason := why_not(kind)) is not None:
            raise ServerError(reason)
        self.kind = kind
        self._kind = server_kinds.KINDS[kind]()
        self._folder: Path | None = None
        self._password = secrets.token_hex(16)
        self._process: subprocess.Popen[bytes] | None = None
        self.port = free_port()

    def __enter__(self) -> Self:
        """Start."""
        try:
            self.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Stop, and forget its data."""
        self.close()

    @property
    def dialect(self) -> str:
        """SQLAlchemy's name for its language: `mysql` or `postgresql`."""
        return self._kind.dialect

    @property
    def folder(self) -> Path:
        """Where its data, its socket and its log are."""
        if self._folder is None:
            raise ServerError("The server has not been started")
        return self._folder

    @property
    def pid(self) -> int:
        """Its main process."""
        if self._process is None:
            raise ServerError("The server does not run")
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether its process is there, paused or not."""
        return self._process is not None and self._process.poll() is None

    def url(self, database: str | None = None, *, by_socket: bool = False) -> str:
        """Return the address of a database, else of the server's own, as the recorder's `db_url` takes it, password and all."""
        query, port, host = dict(self._kind.query), None, None
        if by_socket and self.dialect == "mysql":
            query["unix_socket"] = str(self.folder / "socket")
            host = "localhost"
        elif by_socket:
            query |= {"host": str(self.folder), "port": str(self.port)}
        else:
            host, port = "127.0.0.1", self.port
        name = database or self._kind.admin_database
        made = URL.create(self.dialect, USER, self._password, host, port, name, query)
        return made.render_as_string(hide_password=False)

    def new_database(self, name: str | None = None) -> str:
        """Make an empty database; return its address."""
        return server_kinds.new_database(self.url(), name)

    def run(self, statement: str, database: str | None = None) -> list[tuple[Any, ...]]:
        """Run a statement as the owner of the server; return its rows."""
        return run(self.url(database), statement)

    def start(self) -> None:
        """Start it with the data it had, and wait until it answers. Does nothing while it runs."""
        if self.is_running:
            return
        if self._folder is None:
            self._folder = self._prepare()
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - the server that was found
                self._kind.command(self._program, self.folder, self.port),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.folder,
                start_new_session=True,
                preexec_fn=_end_with_parent,  # noqa: PLW1509 - called after the account was changed, which undoes it
                **self._as_whom(),
            )
        self._until_it_answers()

    def stop(self) -> None:
        """End it in good order, connections or not; its data stay for the next `start`."""
        self.resume()
        self._end(signal.SIGINT if self.dialect == "postgresql" else signal.SIGTERM)

    def kill(self) -> None:
        """End all its processes at once, as a power cut would; its data stay as they are."""
        self._signal(signal.SIGKILL)
        self._end(signal.SIGKILL)

    def pause(self) -> None:
        """Let it hang: connections stay open, nothing is answered."""
        self._signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Let it go on."""
        self._signal(signal.SIGCONT)

    def restart(self) -> None:
        """Stop and start it."""
        self.stop()
        self.start()

    def close(self) -> None:
        """End it for certain and delete its data."""
        self.stop()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def log(self, lines: int = 30) -> str:
        """Return the end of what it has logged."""
        path = self.folder / "log"
        return "\n".join(path.read_text(errors="replace").splitlines()[-lines:]) if path.exists() else ""

    @property
    def _program(self) -> Path:
        assert self._kind.found is not None
        return self._kind.found

    def _as_whom(self) -> dict[str, Any]:
        """Return what makes a process leave root behind; both servers ask for that."""
        if os.geteuid() != 0:
            return {}
        known = {account.pw_name: account for account in pwd.getpwall()}
        account = known.get(self._kind.account) or known["nobody"]
        return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}

    def _prepare(self) -> Path:
        """Make the data folder."""
        _sweep()
        parent = _MEMORY if os.access(_MEMORY, os.W_OK) else None
        folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=parent))
        whom = self._as_whom()
        try:
            commands = self._kind.prepare(self._program, folder, self._password)
            if whom:
                for path in (folder, *folder.iterdir()):
                    os.chown(path, whom["user"], whom["group"])
            for command in commands:
                self._run_tool(command, folder, whom)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return folder

    def _run_tool(self, command: list[str], folder: Path, whom: dict[str, Any]) -> None:
        done = subprocess.run(  # noqa: S603 - a program that comes with the server
            command, capture_output=True, text=True, check=False, cwd=folder, **whom
        )
        if done.returncode != 0:
            raise ServerError(f"{command[0]} failed:\n{done.stdout}{done.stderr}")

    def _until_it_answers(self) -> None:
        deadline = time.monotonic() + START_LIMIT
        while True:
            try:
                self.run("SELECT 1")
            except DBAPIError as err:
                if not self.is_running or time.monotonic() > deadline:
                    self.kill()
                    raise ServerError(f"{self.kind} did not come up:\n{self.log()}") from err
                time.sleep(0.05)
            else:
                return

    def _signal(self, what: signal.Signals) -> None:
        """Send a signal to all its processes, the main one first so that there are no new ones."""
        if not self.is_running:
            return
        os.kill(self.pid, what)
        for child in _children(self.pid):
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, what)

    def _end(self, how: signal.Signals) -> None:
        if self._process is None:
            return
        if self._process.poll() is None:
            self._process.send_signal(how)
        try:
            self._process.wait(STOP_LIMIT)
        except subprocess.TimeoutExpired:
            self._signal(signal.SIGKILL)
            self._process.wait()
        self._process = None


def _children(pid: int) -> list[int]:
    """Return the processes that a process has started; PostgreSQL's leave its process group."""
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in listed.read_text().split()] if listed.exists() else []


def _sweep() -> None:
    """Delete what processes that were killed have left in memory."""
    for folder in _MEMORY.glob(f"{_PREFIX}*"):
        owner = folder.name.removeprefix(_PREFIX).partition("-")[0]
        if not Path(f"/proc/{owner}").exists():
            shutil.rmtree(folder, ignore_errors=True)


_LIBC = ctypes.CDLL(None)
_PR_SET_PDEATHSIG = 1


def _end_with_parent() -> None:
    """Let the kernel end the process when whoever started it is gone, however that happened."""
    _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
