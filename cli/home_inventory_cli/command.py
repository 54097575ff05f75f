"""How a command is described: what it takes, as data, and a function that does it.

Every command takes the options of `SHARED` besides its own, and ends with the exit code of what went wrong.
"""

from __future__ import annotations

import inspect
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import typer

from .errors import CliError, RefusedError
from .output import plain, tell
from .session import Session
from .settings import settings_from

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_CONNECTION: Final = "Connection and output"


@dataclass(frozen=True)
class Parameter:
    """An argument or option of a command; what was not given is not handed on."""

    name: str
    """The field that it fills."""
    help: str
    kind: Any = str
    flags: tuple[str, ...] = ()
    """Empty for an argument."""
    is_required: bool = False
    complete: Callable[..., Any] | None = None
    panel: str | None = None
    metavar: str | None = None

    @property
    def variable(self) -> str:
        """What Python calls it: fields may be called as words of the language are."""
        return f"{self.name}_"

    def declare(self) -> inspect.Parameter:
        """Return it as Typer reads it."""
        more: dict[str, Any] = {"help": self.help, "metavar": self.metavar, "rich_help_panel": self.panel}
        if self.complete is not None:
            more["autocompletion"] = self.complete
        default = ... if self.is_required else None
        described = typer.Option(default, *self.flags, **more) if self.flags else typer.Argument(default, **more)
        kind = self.kind if self.is_required else self.kind | None
        return inspect.Parameter(self.variable, inspect.Parameter.KEYWORD_ONLY, default=described, annotation=kind)


def argument(name: str, help: str, *, required: bool = True, many: bool = False, **more: Any) -> Parameter:
    """Describe an argument."""
    more.setdefault("metavar", name.upper())
    return Parameter(name, help, kind=list[str] if many else str, is_required=required, **more)


def option(name: str, help: str, *flags: str, many: bool = False, **more: Any) -> Parameter:
    """Describe an option that takes a value, called as its field unless told otherwise."""
    more.setdefault("kind", list[str] if many else str)
    return Parameter(name, help, flags=flags or (_dashed(name),), **more)


def flag(name: str, help: str, *flags: str, opposite: str | None = None, **more: Any) -> Parameter:
    """Describe an option that is there or not; with an opposite, either may be said."""
    words = flags or (_dashed(name),)
    said = f"{words[0]}/{opposite}" if opposite else words[0]
    return Parameter(name, help, kind=bool, flags=(said, *words[1:]), **more)


def _dashed(name: str) -> str:
    return f"--{name.replace('_', '-')}"


SHARED: Final = (
    flag("json", "Print the answer as JSON.", panel=_CONNECTION),
    option("url", "Address of Home Assistant, as http://homeassistant.local:8123.", panel=_CONNECTION),
    option("token_file", "File with the token; - reads it from standard input.", panel=_CONNECTION),
    option("ca", "File with the certificates that are believed.", panel=_CONNECTION),
    flag("insecure", "Believe any certificate.", panel=_CONNECTION),
    option("timeout", "Seconds to wait for an answer.", kind=float, panel=_CONNECTION),
    option("language", "Language of the inventory's messages, as de.", panel=_CONNECTION),
)
YES: Final = flag("yes", "Do not ask.", "--yes", "-y")
PERMANENTLY: Final = flag("permanently", "Delete for good instead of archiving. For administrators.")
LIMIT: Final = option("limit", "How many at most.", "--limit", "-n", kind=int)
OFFSET: Final = option("offset", "How many to pass over.", kind=int)
ALL: Final = flag("all", "All pages, as one answer.", "--all", "-a")
PAGING: Final = (LIMIT, OFFSET, ALL)


def command(
    app: typer.Typer, name: str, *parameters: Parameter, **more: Any
) -> Callable[[Callable[[Session, dict[str, Any]], None]], Callable[[Session, dict[str, Any]], None]]:
    """Return what makes a command of a function; it gets what was given, by field."""

    def register(
        function: Callable[[Session, dict[str, Any]], None],
    ) -> Callable[[Session, dict[str, Any]], None]:
        own, shared = {each.variable: each.name for each in parameters}, {each.variable: each.name for each in SHARED}

        def run(context: typer.Context, **values: Any) -> None:
            given = {own[name]: value for name, value in values.items() if name in own and value is not None}
            options = {shared[name]: value for name, value in values.items() if name in shared and value is not None}
            _run(function, given, {**(context.obj or {}), **options})

        declare(run, function, (*parameters, *SHARED))
        app.command(name, **more)(run)
        return function

    return register


def declare(run: Callable[..., None], documented: Callable[..., Any], parameters: Sequence[Parameter]) -> None:
    """Give a function the signature that Typer reads the parameters from."""
    context = inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    run.__name__, run.__doc__ = documented.__name__, documented.__doc__
    run.__annotations__ = {}
    run.__signature__ = inspect.Signature([context, *(each.declare() for each in parameters)])  # type: ignore[attr-defined]


def _run(
    function: Callable[[Session, dict[str, Any]], None], given: dict[str, Any], options: Mapping[str, Any]
) -> None:
    """Run a command and say what went wrong."""
    session: Session | None = None
    as_json = bool(options.get("json"))
    try:
        session = Session(settings_from(options), as_json=as_json)
        function(session, given)
    except CliError as error:
        _report(error, error.message if session is None else session.message_of(error), as_json=as_json)
        raise typer.Exit(error.exit_code) from None
    finally:
        if session is not None:
            session.close()


def _report(error: CliError, message: str, *, as_json: bool) -> None:
    """Say what went wrong on standard error, to a script as one line of JSON."""
    if as_json:
        placeholders = error.placeholders if isinstance(error, RefusedError) else {}
        said = {"code": error.code, "message": message, "placeholders": placeholders}
        typer.echo(json.dumps({"error": said}, ensure_ascii=False), err=True)
    else:
        tell(f"Error: {plain(message)}")
        for candidate in candidates(error):
            tell(f"  {candidate}")


def candidates(error: CliError) -> list[str]:
    """Return what an ambiguous reference may mean, one by one."""
    if not error.code.endswith("_ambiguous") or not isinstance(error, RefusedError):
        return []
    # Items and devices are told as "Name (CODE)", and a name may hold a comma.
    separator = "(?<=\\)), " if error.code.startswith(("item", "device")) else ", "
    return [each for each in re.split(separator, error.placeholders.get("candidates", "")) if each not in ("", "-")]
