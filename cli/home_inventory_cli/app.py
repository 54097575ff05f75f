"""The program: all commands together."""

from __future__ import annotations

from typing import Any

import typer

from . import __version__
from .command import SHARED, declare
from .commands import devices, items, loans, locations, networks, sources
from .commands.exports import add_export
from .commands.history import add_history
from .commands.imports import add_import
from .commands.info import add_info
from .commands.login import add_login
from .commands.reports import add_report
from .commands.searching import add_search
from .commands.watching import add_watch

_EPILOG = "Exit codes: 0 done, 1 refused, 2 wrong usage, 3 not reachable, 4 not allowed, 5 imported in part."


def _shared(context: typer.Context, **values: Any) -> None:
    """Home Inventory on the command line: what you own, where it is, and what happens to it."""
    names = {each.variable: each.name for each in SHARED}
    context.obj = {names[name]: value for name, value in values.items() if name in names and value is not None}


def _make() -> typer.Typer:
    """Return the program."""
    made = typer.Typer(
        name="inv",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
        rich_markup_mode="rich",
    )

    def callback(context: typer.Context, **values: Any) -> None:
        _shared(context, **values)

    declare(callback, _shared, SHARED)
    made.callback(epilog=_EPILOG)(callback)
    made.add_typer(items.app, rich_help_panel="Items and places")
    made.add_typer(locations.app, rich_help_panel="Items and places")
    add_search(made)
    made.add_typer(loans.app, rich_help_panel="Items and places")
    made.add_typer(devices.app, rich_help_panel="Devices")
    made.add_typer(networks.app, rich_help_panel="Devices")
    made.add_typer(sources.app, rich_help_panel="Devices")
    sources.add_sync(made)
    add_import(made)
    add_export(made)
    add_report(made)
    add_history(made)
    add_watch(made)
    add_info(made)
    add_login(made)

    @made.command("version", rich_help_panel="Connection")
    def version() -> None:
        """Tell the version of this program."""
        typer.echo(__version__)

    return made


app = _make()


def main() -> None:
    """Run the program."""
    app(prog_name="inv")
