"""What is special about MariaDB and about PostgreSQL: their programs, their data folders, settings and databases."""

import contextlib
import os
import secrets
import shutil
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any, Final, override

from sqlalchemy import NullPool, create_engine, make_url, text
from sqlalchemy.exc import DBAPIError

USER: Final = "household"
_STRICT: Final = (
    *("ONLY_FULL_GROUP_BY", "STRICT_TRANS_TABLES", "NO_ZERO_IN_DATE", "NO_ZERO_DATE"),
    *("ERROR_FOR_DIVISION_BY_ZERO", "NO_ENGINE_SUBSTITUTION"),
)
"""As MySQL 8 is by default, and MariaDB is not: what passes here passes there."""


class Kind(ABC):
    """What is special about a kind of server."""

    dialect: str
    driver: str
    module: str
    account: str
    """Who runs it when we are root, if the package has made this account."""
    package: str
    program: str
    admin_database: str
    query: dict[str, str]

    def __init__(self) -> None:
        """Look for the programs."""
        found = [path for folder in self.folders() if (path := folder / self.program).exists()]
        self.found = found[0] if found else None

    @abstractmethod
    def folders(self) -> list[Path]:
        """Return where the program may be, the best first."""

    @abstractmethod
    def prepare(self, program: Path, folder: Path, password: str) -> list[list[str]]:
        """Return the commands that make the data folder."""

    @abstractmethod
    def command(self, program: Path, folder: Path, port: int) -> list[str]:
        """Return the command that runs the server in the foreground."""


class MariaDb(Kind):
    dialect = "mysql"
    driver = "mysqlclient"
    module = "MySQLdb"
    account = "mysql"
    package = "mariadb-server-core"
    program = "mariadbd"
    admin_database = "mysql"
    query: dict[str, str] = {"charset": "utf8mb4"}  # noqa: RUF012

    @override
    def folders(self) -> list[Path]:
        return [*map(Path, os.get_exec_path()), Path("/usr/sbin"), Path("/usr/libexec")]

    @override
    def prepare(self, program: Path, folder: Path, password: str) -> list[list[str]]:
        account = f"'{USER}'@'%' IDENTIFIED BY '{password}'"
        first = folder / "first.sql"
        first.write_text(f"CREATE USER IF NOT EXISTS {account};\nGRANT ALL ON *.* TO '{USER}'@'%';\n")
        install = shutil.which("mariadb-install-db") or str(program.with_name("mariadb-install-db"))
        return [[install, "--no-defaults", f"--datadir={folder / 'data'}", "--skip-test-db"]]

    @override
    def command(self, program: Path, folder: Path, port: int) -> list[str]:
        return [
            str(program),
            "--no-defaults",
            f"--datadir={folder / 'data'}",
            f"--socket={folder / 'socket'}",
            f"--pid-file={folder / 'pid'}",
            f"--init-file={folder / 'first.sql'}",
            f"--port={port}",
            "--bind-address=127.0.0.1",
            "--skip-name-resolve",
            f"--sql-mode={','.join(_STRICT)}",
            "--innodb-flush-log-at-trx-commit=2",  # what is committed outlives the process, not the machine
            "--innodb-doublewrite=0",
            "--innodb-flush-method=nosync",
            "--innodb-buffer-pool-size=64M",
            "--innodb-log-file-size=48M",
            "--performance-schema=OFF",
        ]


class PostgreSql(Kind):
    dialect = "postgresql"
    driver = "psycopg2"
    module = "psycopg2"
    account = "postgres"
    package = "postgresql"
    program = "postgres"
    admin_database = "postgres"
    query: dict[str, str] = {}  # noqa: RUF012

    @override
    def folders(self) -> list[Path]:
        debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))
        return [*reversed(debian), *map(Path, os.get_exec_path())]

    @override
    def prepare(self, program: Path, folder: Path, password: str) -> list[list[str]]:
        (folder / "password").write_text(password)
        # Names sort by the rules of a language, as on most machines: what relies on the order of bytes has to say so.
        how = ["--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=und"]
        who = [f"--username={USER}", "--auth=password", f"--pwfile={folder / 'password'}"]
        return [[str(program.with_name("initdb")), f"--pgdata={folder / 'data'}", "--no-sync", *how, *who]]

    @override
    def command(self, program: Path, folder: Path, port: int) -> list[str]:
        settings = {
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": str(folder),
            "fsync": "off",
            "full_page_writes": "off",
            "wal_level": "minimal",
            "max_wal_senders": "0",
            "autovacuum": "off",
            "dynamic_shared_memory_type": "mmap",  # below the data folder, so that it goes with it
            "shared_buffers": "64MB",
        }
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return [str(program), "-D", str(folder / "data"), "-p", str(port), *options]


KINDS: Final[dict[str, type[Kind]]] = {"mariadb": MariaDb, "postgresql": PostgreSql}


def new_database(server: str, name: str | None = None) -> str:
    """Make an empty database on the server with this address, as Home Assistant's documentation says; return its address."""
    name = name or f"home_{secrets.token_hex(4)}"
    rules = " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci" if server.startswith("mysql") else ""
    run(server, f"CREATE DATABASE {name}{rules}")
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def drop_database(address: str) -> None:
    """Drop a database, whoever is still connected with it."""
    url = make_url(address)
    if url.get_backend_name() == "postgresql":
        server = url.set(database=PostgreSql.admin_database).render_as_string(hide_password=False)
        run(server, f"DROP DATABASE {url.database} WITH (FORCE)")
        return
    server = url.set(database=MariaDb.admin_database).render_as_string(hide_password=False)
    for (connection,) in run(server, f"SELECT id FROM information_schema.processlist WHERE db = '{url.database}'"):
        with contextlib.suppress(DBAPIError):  # it has gone by itself
            run(server, f"KILL {connection}")
    run(server, f"DROP DATABASE {url.database}")


def run(address: str, statement: str) -> list[tuple[Any, ...]]:
    """Run one statement; return its rows."""
    engine = create_engine(address, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        result = connection.execute(text(statement))
        return [tuple(row) for row in result] if result.returns_rows else []
